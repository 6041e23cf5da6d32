import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { addDays, type LocalDate, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import {
  apportion,
  arrearsOn,
  proposeClose,
  type RentLine,
  type RentTerms,
  rentLight,
  rentSchedule,
  settleRent,
} from '../../platform/pure/rent.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as contract from './lease-contract.ts';
import * as store from './lease-store.ts';
import * as rents from './rent-store.ts';
import { findAsset } from './store.ts';

export const leaseRoutes: readonly Handler[] = [
  handle(contract.listContracts, async ({ tx, query }) => {
    const { limit, offset, ...filters } = query;
    const found = await store.listContracts(tx, filters, { limit, offset });
    return ok({ ...found, rows: [...found.rows] });
  }),

  handle(contract.getContract, async ({ tx, params, allowed }) => {
    const found = await store.findContract(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const lines = await rents.listRents(tx, params);
    const { recordedBy: _, ...rest } = found;
    return ok({
      ...rest,
      ...store.toContractRow(tx, found),
      rents: lines.map(({ revision: _revision, ...line }) => ({ ...line, light: rentLight(line, today) })),
      receipts: await rents.listReceipts(tx, params),
      allowed: allowed(['asset.let', 'asset.export'], { place: found.place }),
    });
  }),

  handle(contract.recordContract, async ({ tx, params, body, decide }) => {
    const asset = await findAsset(tx, params);
    if (!asset) return refuse({ code: 'not_found' });
    const refused = decide('asset.let', { place: asset.place });
    if (refused) return refuse(refused);
    if (asset.leftOn !== null) return refuse({ code: 'asset_left' });
    const { contractId, ...fields } = body;
    const proposed = proposeTerms(tx, fields);
    if (!proposed.ok) return proposed;
    const at = { county: asset.county, place: asset.place, assetId: asset.id };
    return unlessTaken(async () => {
      await store.recordContract(tx, at, { id: contractId, fields, renewsId: null });
      await rents.recordRents(tx, { ...at, id: contractId }, proposed.value);
      return ok({ county: asset.county, id: contractId });
    });
  }),

  handle(contract.correctContract, async ({ tx, params, body, decide }) => {
    const known = await store.findContract(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('asset.let', { place: known.place });
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    const proposed = proposeTerms(tx, fields);
    if (!proposed.ok) return proposed;
    const termsChange = !sameTerms(known, fields);
    if (termsChange && known.closedOn !== null) return refuse({ code: 'contract_closed' });
    if (termsChange && known.paidFen > 0n) return refuse({ code: 'contract_paid' });
    return unlessTaken(async () => {
      const done = await store.correctContract(tx, { ...params, revision }, { fields, reason });
      if (!done) return refuse({ code: 'stale' });
      if (!termsChange) return ok(params);
      await rents.withdrawRents(tx, known, reason);
      await rents.recordRents(tx, known, proposed.value);
      return ok(params);
    });
  }),

  handle(contract.renewContract, async ({ tx, params, body, decide }) => {
    const known = await store.findContract(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('asset.let', { place: known.place });
    if (refused) return refuse(refused);
    const { contractId, revision, ...fields } = body;
    const closedOn = addDays(localDate(fields.startsOn), -1);
    if (closedOn < known.startsOn) return refuse({ code: 'contract_renewal_gap', field: 'startsOn' });
    if (known.closedOn !== null) return refuse({ code: 'contract_closed' });
    const proposed = proposeTerms(tx, fields);
    if (!proposed.ok) return proposed;
    const ended = await end(tx, known, { closedOn, revision, kind: 'renewed', prorate: false, reason: fields.number });
    if (!ended.ok) return ended;
    return unlessTaken(async () => {
      await store.recordContract(tx, known, { id: contractId, fields, renewsId: params.id });
      await rents.recordRents(tx, { ...known, id: contractId }, proposed.value);
      return ok({ county: params.county, id: contractId });
    });
  }),

  handle(contract.terminateContract, async ({ tx, params, body, decide }) => {
    const known = await store.findContract(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('asset.let', { place: known.place });
    if (refused) return refuse(refused);
    const closedOn = localDate(body.closedOn);
    const proposed = proposeClose(known, closedOn, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const ended = await end(tx, known, { ...body, closedOn, kind: 'terminated' });
    return ended.ok ? ok(params) : ended;
  }),

  handle(contract.withdrawContract, async ({ tx, params, body, decide }) => {
    const known = await store.findContract(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('asset.let', { place: known.place });
    if (refused) return refuse(refused);
    if (known.paidFen > 0n) return refuse({ code: 'contract_paid' });
    if (known.renewedById !== null) return refuse({ code: 'contract_renewed_before' });
    await rents.withdrawRents(tx, known, body.reason);
    const done = await store.withdrawContract(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.payRent, async ({ tx, params, body, decide }) => {
    const known = await store.findContract(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('asset.let', { place: known.place });
    if (refused) return refuse(refused);
    if (body.paidOn > todayInShanghai(tx.now)) return refuse({ code: 'rent_paid_in_future', field: 'paidOn' });
    const parts = apportion(body.amountFen, await rents.holdRents(tx, params));
    if (!parts.ok) return parts;
    const done = await rents.recordPayment(tx, known, { ...body, parts: parts.value });
    return done ? ok({ arrearsFen: await arrears(tx, params) }) : refuse({ code: 'conflict' });
  }),

  handle(contract.reversePayment, async ({ tx, params, body, decide }) => {
    const known = await store.findContract(tx, params);
    const parts = known ? await rents.listParts(tx, params, params.receiptId) : [];
    const [first] = parts;
    if (!known || !first) return refuse({ code: 'not_found' });
    const refused = decide('asset.let', { place: known.place });
    if (refused) return refuse(refused);
    if (body.paidOn > todayInShanghai(tx.now)) return refuse({ code: 'rent_paid_in_future', field: 'paidOn' });
    if (parts.some((part) => part.isReversed)) return refuse({ code: 'rent_reversed_before' });
    const held = new Map((await rents.holdRents(tx, params)).map((line) => [line.id, line]));
    const counter = parts.flatMap((part) => {
      const line = held.get(part.rentId);
      return line ? [{ line, amountFen: -part.amountFen, reversesId: part.id }] : [];
    });
    const { method, receiptNumber } = first;
    const receipt = { receiptId: body.newReceiptId, paidOn: body.paidOn, method, receiptNumber, note: body.reason };
    return unlessTaken(async () => {
      const done = await rents.recordPayment(tx, known, { ...receipt, parts: counter });
      return done ? ok({ arrearsFen: await arrears(tx, params) }) : refuse({ code: 'conflict' });
    });
  }),
];

interface Ending {
  readonly closedOn: LocalDate;
  readonly revision: number;
  readonly kind: 'renewed' | 'terminated';
  readonly prorate: boolean;
  readonly reason: string;
}

/** Closes a contract with what its rent still comes to. */
async function end(tx: Tx, known: store.StoredContract, ending: Ending): Promise<Result<true, Refusal>> {
  const settled = settleRent(await rents.holdRents(tx, known), ending.closedOn, ending.prorate);
  if (!settled.ok) return settled;
  const key = { county: known.county, id: known.id, revision: ending.revision };
  if (!(await store.closeContract(tx, key, ending))) return refuse({ code: 'stale' });
  await rents.settleRents(tx, known, { ...settled.value, reason: ending.reason });
  return ok(true);
}

function proposeTerms(tx: Tx, fields: contract.ContractFields): Result<readonly RentLine[], Refusal> {
  if (fields.signedOn > todayInShanghai(tx.now)) return refuse({ code: 'contract_signed_late', field: 'signedOn' });
  return rentSchedule(termsOf(fields));
}

function termsOf(fields: contract.ContractFields): RentTerms {
  return { ...fields, startsOn: localDate(fields.startsOn), throughOn: localDate(fields.throughOn) };
}

/** Whether the rent lines stay as they are. */
function sameTerms(known: store.StoredContract, fields: contract.ContractFields): boolean {
  const keys = [
    'startsOn',
    'throughOn',
    'rentFen',
    'periodMonths',
    'instalments',
    'dueAt',
    'dueDays',
    'stepBp',
    'stepPeriods',
  ] as const;
  return keys.every((key) => known[key] === fields[key]);
}

async function arrears(tx: Tx, key: { county: number; id: string }): Promise<bigint> {
  return arrearsOn(await rents.listRents(tx, key), todayInShanghai(tx.now));
}

/** What may happen once is kept by the table; here it gets its words. */
async function unlessTaken<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'asset_contract_let_once'))
      return refuse({ code: 'contract_overlaps', field: 'startsOn' });
    if (isUniqueViolation(error, 'asset_contract_renewed_once')) return refuse({ code: 'contract_renewed_before' });
    if (isUniqueViolation(error, 'rent_payment_reversed_once')) return refuse({ code: 'rent_reversed_before' });
    if (isUniqueViolation(error, 'asset_contract_county_place_number_key')) {
      return refuse({ code: 'contract_number_known', field: 'number' });
    }
    throw error;
  }
}
