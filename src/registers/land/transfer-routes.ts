import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { type LocalDate, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import {
  proposeClose,
  type RentLine,
  type RentTerms,
  rentLight,
  rentSchedule,
  settleRent,
} from '../../platform/pure/rent.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findHolder, type Holder } from './holder-store.ts';
import * as rents from './rent-store.ts';
import { holdParcel, type ParcelHead } from './store.ts';
import * as contract from './transfer-contract.ts';
import { prepaidOn, proposeTransfer, rentOfArea, type Stretch, takePart } from './transfer-rules.ts';
import * as store from './transfer-store.ts';

export const transferRoutes: readonly Handler[] = [
  handle(contract.listTransfers, async ({ tx, query }) => {
    const { limit, offset, ...filters } = query;
    return ok(await store.listTransfers(tx, filters, { limit, offset }));
  }),

  handle(contract.getTransfer, async ({ tx, params, allowed }) => {
    const found = await store.findTransfer(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const lines = await rents.listRents(tx, params);
    return ok({
      ...found,
      ...store.toTransferRow(tx, found),
      prepaidFen: prepaidOn(lines, today),
      rents: lines.map(({ revision: _revision, ...line }) => ({ ...line, light: rentLight(line, today) })),
      receipts: await rents.listReceipts(tx, params),
      allowed: allowed(['land.transfer', 'land.export'], { place: found.place }),
    });
  }),

  handle(contract.recordTransfer, async ({ tx, params, body, decide }) => {
    const parcel = await holdParcel(tx, params);
    if (!parcel) return refuse({ code: 'not_found' });
    const refused = decide('land.transfer', { place: parcel.place });
    if (refused) return refuse(refused);
    const { transferId: id, ...fields } = body;
    const proposed = await proposeWrite(tx, parcel, { fields });
    if (!proposed.ok) return proposed;
    const { lines, ...write } = proposed.value;
    return unlessTaken(async () => {
      await store.recordTransfers(tx, [{ ...write, id, parcel }]);
      const householdId = parcel.holderKind === 'household' ? parcel.holderId : null;
      await rents.recordRents(tx, rents.rentRows(tx, { ...parcel, id, householdId }, lines));
      return ok({ county: parcel.county, id });
    });
  }),

  handle(contract.correctTransfer, async ({ tx, params, body, decide }) => {
    const known = await store.findTransfer(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land.transfer', { place: known.place });
    if (refused) return refuse(refused);
    const parcel = await holdParcel(tx, { county: known.county, id: known.parcelId });
    if (!parcel) return refuse({ code: 'not_found' });
    const { revision, reason, ...fields } = body;
    const changesTerms = !sameTerms(known, fields);
    if (changesTerms && known.closedOn !== null) return refuse({ code: 'contract_closed' });
    if (changesTerms && known.paidFen > 0n) return refuse({ code: 'contract_paid' });
    const proposed = await proposeWrite(tx, parcel, { fields, known });
    if (!proposed.ok) return proposed;
    const { lines, ...write } = proposed.value;
    return unlessTaken(async () => {
      const done = await store.correctTransfer(tx, { ...params, revision }, { ...write, reason });
      if (!done) return refuse({ code: 'stale' });
      if (!changesTerms) return ok(params);
      await rents.withdrawRents(tx, known, reason);
      await rents.recordRents(tx, rents.rentRows(tx, known, lines));
      return ok(params);
    });
  }),

  handle(contract.terminateTransfer, async ({ tx, params, body, decide }) => {
    const known = await store.findTransfer(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land.transfer', { place: known.place });
    if (refused) return refuse(refused);
    const closedOn = localDate(body.closedOn);
    const proposed = proposeClose(known, closedOn, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    if (closedOn > known.throughOn) return refuse({ code: 'contract_close_late', field: 'closedOn' });
    const settled = settleRent(await rents.holdRents(tx, known), closedOn, body.prorate);
    if (!settled.ok) return settled;
    const done = await store.closeTransfer(tx, { ...params, revision: body.revision }, body);
    if (!done) return refuse({ code: 'stale' });
    await rents.settleRents(tx, known, { ...settled.value, reason: body.reason });
    return ok(params);
  }),

  handle(contract.withdrawTransfer, async ({ tx, params, body, decide }) => {
    const known = await store.findTransfer(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land.transfer', { place: known.place });
    if (refused) return refuse(refused);
    if (known.paidFen > 0n || (await rents.listReceipts(tx, params)).length > 0)
      return refuse({ code: 'contract_paid' });
    await rents.withdrawRents(tx, known, body.reason);
    const done = await store.withdrawTransfer(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),
];

interface Proposal {
  readonly fields: contract.TransferFields;
  /** as it stands, where it is corrected */
  readonly known?: store.StoredTransfer;
}

type Proposed = store.TransferWrite & { readonly lines: readonly RentLine[] };

/** Checks a transfer of a parcel that is held: who takes it, which part is free, what rent it bears. */
async function proposeWrite(
  tx: Tx,
  parcel: ParcelHead,
  { fields, known }: Proposal,
): Promise<Result<Proposed, Refusal>> {
  const today = todayInShanghai(tx.now);
  const terms = termsOf(fields);
  const lines = rentSchedule(terms);
  if (!lines.ok) return lines.refusal.field === 'rentFen' ? refuse({ ...lines.refusal, field: 'rentPerMuFen' }) : lines;
  const checked = proposeTransfer({ ...terms, ...fields, ...datesOf(fields) }, heldThen(parcel, known), today);
  if (!checked.ok) return checked;
  const taker = await takerOf(tx, parcel, fields);
  if (!taker.ok) return taker;
  const part = await partOf(tx, parcel, { fields, known });
  return part.ok ? ok({ fields, taker: taker.value, part: part.value, lines: lines.value }) : part;
}

/** A correction is measured against the parcel as it is, but its grantor stays who he was. */
function heldThen(parcel: ParcelHead, known: store.StoredTransfer | undefined): ParcelHead {
  return known ? { ...parcel, leftOn: null, holderId: known.householdId } : parcel;
}

async function partOf(
  tx: Tx,
  parcel: ParcelHead,
  { fields, known }: Proposal,
): Promise<Result<readonly Stretch[], Refusal>> {
  const term = { startsOn: fields.startsOn, throughOn: known?.closedOn ?? fields.throughOn };
  const taken = await store.listTaken(tx, parcel, known ? { ...term, except: known.id } : term);
  return takePart(fields.areaMu, { areaMu: parcel.areaMu, taken });
}

async function takerOf(
  tx: Tx,
  { county }: ParcelHead,
  { takerKind, takerId, takerName }: contract.TransferFields,
): Promise<Result<Holder, Refusal>> {
  if (takerKind === 'household' || takerKind === 'cooperative') {
    const found = takerId === null ? undefined : await findHolder(tx, { county, id: takerId }, takerKind);
    return found
      ? ok({ id: found.id, name: found.name })
      : refuse({ code: 'transfer_taker_unknown', field: 'takerId' });
  }
  return takerName === null
    ? refuse({ code: 'transfer_taker_unknown', field: 'takerName' })
    : ok({ id: null, name: takerName });
}

function datesOf(fields: contract.TransferFields): { readonly startsOn: LocalDate; readonly throughOn: LocalDate } {
  return { startsOn: localDate(fields.startsOn), throughOn: localDate(fields.throughOn) };
}

function termsOf(fields: contract.TransferFields): RentTerms {
  return { ...fields, ...datesOf(fields), rentFen: rentOfArea(fields.rentPerMuFen, fields.areaMu) };
}

/** Whether part and rent lines stay as they are. */
function sameTerms(known: store.StoredTransfer, fields: contract.TransferFields): boolean {
  const keys = [
    'areaMu',
    'startsOn',
    'throughOn',
    'rentPerMuFen',
    'periodMonths',
    'instalments',
    'dueAt',
    'dueDays',
    'stepBp',
    'stepPeriods',
  ] as const;
  return keys.every((key) => known[key] === fields[key]);
}

/** What may happen once is kept by the table; here it gets its words. */
async function unlessTaken<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'land_transfer_let_once')) {
      return refuse({ code: 'transfer_overlaps', field: 'startsOn' });
    }
    if (isUniqueViolation(error, 'land_transfer_number')) {
      return refuse({ code: 'contract_number_known', field: 'number' });
    }
    throw error;
  }
}
