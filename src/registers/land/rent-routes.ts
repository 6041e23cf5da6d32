import { isUniqueViolation } from '../../platform/db/connection.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { sumFen } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { apportion, arrearsOn } from '../../platform/pure/rent.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as due from './due-store.ts';
import * as contract from './rent-contract.ts';
import * as rents from './rent-store.ts';
import { findTransfer } from './transfer-store.ts';

export const rentRoutes: readonly Handler[] = [
  handle(contract.payRent, async ({ tx, params, body, decide }) => {
    const known = await findTransfer(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land.transfer', { place: known.place });
    if (refused) return refuse(refused);
    if (body.paidOn > todayInShanghai(tx.now)) return refuse({ code: 'rent_paid_in_future', field: 'paidOn' });
    const held = await rents.holdRents(tx, params);
    const parts = apportion(body.amountFen, held);
    if (!parts.ok) return parts;
    const revisions = new Map(held.map(({ id, revision }) => [id, revision]));
    const lines = parts.value.map(({ line, amountFen }) => {
      const revision = revisions.get(line.id) ?? 0;
      return { line, amountFen, transfer: known, receiptId: body.receiptId, revision };
    });
    await rents.recordPayments(tx, body, lines);
    return ok({ arrearsFen: await arrears(tx, params) });
  }),

  handle(contract.reverseRent, async ({ tx, params, body, decide }) => {
    const known = await findTransfer(tx, params);
    const parts = known ? await rents.listParts(tx, params, params.rentReceiptId) : [];
    const [first] = parts;
    if (!known || !first) return refuse({ code: 'not_found' });
    const refused = decide('land.transfer', { place: known.place });
    if (refused) return refuse(refused);
    if (body.paidOn > todayInShanghai(tx.now)) return refuse({ code: 'rent_paid_in_future', field: 'paidOn' });
    if (parts.some((part) => part.isReversed)) return refuse({ code: 'rent_reversed_before' });
    const held = new Map((await rents.holdRents(tx, params)).map((line) => [line.id, line]));
    const counter = parts.flatMap(({ id, rentId, amountFen }) => {
      const line = held.get(rentId);
      const paid = { transfer: known, receiptId: body.newReceiptId, amountFen: -amountFen, reversesId: id };
      return line ? [{ ...paid, line, revision: line.revision }] : [];
    });
    const { method, receiptNumber } = first;
    return unlessReversed(async () => {
      await rents.recordPayments(tx, { paidOn: body.paidOn, method, receiptNumber, note: body.reason }, counter);
      return ok({ arrearsFen: await arrears(tx, params) });
    });
  }),

  handle(contract.listDue, async ({ tx, query, decide }) => {
    const refused = decide('land.read', { place: query.place });
    if (refused) return refuse(refused);
    const rows = await due.listDue(tx, query);
    return ok({ rows: [...rows], owedFen: sumFen(rows.map(({ owedFen }) => owedFen)) });
  }),

  handle(contract.runRents, async ({ tx, body, decide }) => {
    const refused = decide('land.transfer', { place: body.place });
    if (refused) return refuse(refused);
    if (body.paidOn > todayInShanghai(tx.now)) return refuse({ code: 'rent_paid_in_future', field: 'paidOn' });
    const held = await due.holdDue(tx, body);
    const amountFen = sumFen(held.map((line) => line.amountFen - line.paidFen));
    if (amountFen !== body.expectedFen) return refuse({ code: 'rent_run_changed' });
    const county = countyOf(placeOf(body.place));
    const receipts = new Map<string, string>();
    const lines = held.map((line) => {
      const receiptId = receipts.get(line.transferId) ?? newRecordId(tx);
      receipts.set(line.transferId, receiptId);
      const transfer = { county, place: body.place, id: line.transferId, householdId: line.householdId };
      return { line, transfer, receiptId, revision: line.revision, amountFen: line.amountFen - line.paidFen };
    });
    await rents.recordPayments(tx, body, lines);
    return ok({ lines: lines.length, amountFen });
  }),

  handle(contract.listArrears, async ({ tx, query }) => {
    const { limit, offset, order, ...filters } = query;
    return ok(await due.listArrears(tx, filters, { limit, offset, order }));
  }),

  handle(contract.listOwnLand, async ({ tx, actor }) => {
    return actor.household
      ? ok(await due.readOwnLand(tx, actor.household))
      : ok({ parcels: [], transfers: [], years: [] });
  }),
];

async function arrears(tx: Tx, key: { county: number; id: string }): Promise<bigint> {
  return arrearsOn(await rents.listRents(tx, key), todayInShanghai(tx.now));
}

async function unlessReversed<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'land_rent_payment_reversed_once')) return refuse({ code: 'rent_reversed_before' });
    throw error;
  }
}
