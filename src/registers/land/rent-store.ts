import { type RawBuilder, sql } from 'kysely';
import { insertRows } from '../../platform/db/columns.ts';
import { markMonth, type NewRow, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { PaidPart, RentLine, Settlement, StandingLine } from '../../platform/pure/rent.ts';
import type { TransferView } from './transfer-contract.ts';

/** A transfer that rent lines belong to; the household is the one whose income they are. */
export interface RentPlace {
  readonly county: number;
  readonly place: number;
  readonly id: string;
  readonly householdId: string | null;
}

export type StoredRent = StandingLine & { readonly number: number; readonly revision: number };

export function rentRows(tx: Tx, transfer: RentPlace, lines: readonly RentLine[]): NewRow[] {
  return lines.map((line) => ({
    county: transfer.county,
    id: newRecordId(tx),
    place: transfer.place,
    transfer_id: transfer.id,
    household_id: transfer.householdId,
    number: line.number,
    starts_on: line.startsOn,
    through_on: line.throughOn,
    due_on: line.dueOn,
    amount_fen: line.amountFen,
    paid_fen: 0n,
  }));
}

export async function recordRents(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  const [only, ...others] = rows;
  if (only && others.length === 0) await record(tx, 'land_rent', only);
  else await recordMany(tx, 'land_rent', rows);
}

/** The lines of a transfer in order. */
export async function listRents(tx: Tx, transfer: { readonly county: number; readonly id: string }) {
  const { rows } = await sql<StoredRent>`${rentSelect(transfer)} order by number`.execute(tx.db);
  return rows;
}

/** The same, held until the act ends, so that two payments at once follow one another. */
export async function holdRents(tx: Tx, transfer: { readonly county: number; readonly id: string }) {
  const { rows } = await sql<StoredRent>`${rentSelect(transfer)} order by number for update`.execute(tx.db);
  return rows;
}

function rentSelect({ county, id }: { readonly county: number; readonly id: string }): RawBuilder<unknown> {
  return sql`select id, number, starts_on, through_on, due_on, amount_fen, paid_fen, revision from land_rent
    where county = ${county} and transfer_id = ${id}`;
}

/** Takes all lines of a transfer out: its terms were wrong, or the whole of it. */
export async function withdrawRents(tx: Tx, transfer: RentPlace, reason: string): Promise<void> {
  for (const { id } of await holdRents(tx, transfer)) {
    await withdraw(tx, 'land_rent', { key: { county: transfer.county, id }, reason });
  }
}

/** Carries out what an early end does to the lines. */
export async function settleRents(
  tx: Tx,
  transfer: RentPlace,
  { dropped, shortened, reason }: Settlement & { readonly reason: string },
): Promise<void> {
  const { county } = transfer;
  for (const { id } of dropped) await withdraw(tx, 'land_rent', { key: { county, id }, reason });
  if (!shortened) return;
  const set = { amount_fen: shortened.amountFen, through_on: shortened.throughOn };
  await revise(tx, 'land_rent', { key: { county, id: shortened.line.id }, set, reason });
}

export interface Receipt {
  readonly paidOn: string;
  readonly method: string;
  readonly receiptNumber: string | null;
  readonly note: string | null;
  readonly runId?: string;
}

/** What goes to one line of a transfer; `reversesId`: the payment it takes back. */
export interface PaidLine extends PaidPart {
  readonly transfer: RentPlace;
  readonly receiptId: string;
  readonly revision: number;
  readonly reversesId?: string;
}

/** Writes payments on lines held before, of one or many transfers of a county. */
export async function recordPayments(tx: Tx, receipt: Receipt, lines: readonly PaidLine[]): Promise<void> {
  const revisions = lines.map(({ line, amountFen, transfer, revision }) => ({
    key: { county: transfer.county, id: line.id, revision },
    set: { paid_fen: line.paidFen + amountFen },
  }));
  await reviseMany(tx, 'land_rent', { revisions, reason: 'payment' });
  const rows = lines.map(({ line, amountFen, transfer, receiptId, reversesId }) => ({
    county: transfer.county,
    id: newRecordId(tx),
    place: transfer.place,
    transfer_id: transfer.id,
    rent_id: line.id,
    household_id: transfer.householdId,
    due_on: line.dueOn,
    rent_receipt_id: receiptId,
    run_id: receipt.runId ?? null,
    amount_fen: amountFen,
    paid_on: receipt.paidOn,
    method: receipt.method,
    receipt_number: receipt.receiptNumber,
    note: receipt.note,
    reverses_id: reversesId ?? null,
    recorded_at: tx.now,
    recorded_by: tx.actor.accountId,
  }));
  await insertRows(tx, { table: 'land_rent_payment', types: 'land_rent_payment' }, rows);
  for (const { county, place, id, rent_id, amount_fen, due_on } of rows) {
    for (const day of [receipt.paidOn, due_on]) markMonth(tx, place, day);
    tx.trail.push({ table: 'land_rent_payment', county, place, id, after: { rent_id, amount_fen } });
  }
}

/** The parts of one payment as they stand. */
export interface StoredPart {
  readonly id: string;
  readonly rentId: string;
  readonly amountFen: bigint;
  readonly method: string;
  readonly receiptNumber: string | null;
  readonly isReversed: boolean;
}

export async function listParts(
  tx: Tx,
  transfer: { readonly county: number; readonly id: string },
  receiptId: string,
): Promise<readonly StoredPart[]> {
  const { rows } = await sql<StoredPart>`
    select p.id, p.rent_id, p.amount_fen, p.method, p.receipt_number,
      p.reverses_id is not null or exists (select from land_rent_payment as r where r.county = p.county and r.reverses_id = p.id)
        as is_reversed
    from land_rent_payment as p
    where p.county = ${transfer.county} and p.transfer_id = ${transfer.id} and p.rent_receipt_id = ${receiptId}`.execute(
    tx.db,
  );
  return rows;
}

/** The payments of a transfer, the latest first. */
export async function listReceipts(
  tx: Tx,
  transfer: { readonly county: number; readonly id: string },
): Promise<TransferView['receipts']> {
  const { rows } = await sql<TransferView['receipts'][number]>`
    select p.rent_receipt_id as receipt_id, min(p.paid_on) as paid_on, sum(p.amount_fen) as amount_fen, min(p.method) as method,
      min(p.receipt_number) as receipt_number, min(p.note) as note, coalesce(min(u.name), '') as by,
      array_agg(r.number order by r.number) filter (where r.number is not null) as lines,
      case when bool_or(p.reverses_id is not null) then 'reversal'
        when bool_or(exists (select from land_rent_payment as n where n.county = p.county and n.reverses_id = p.id))
          then 'reversed'
        else 'stands' end as state
    from land_rent_payment as p
    left join land_rent as r on r.county = p.county and r.id = p.rent_id
    left join account as u on u.id = p.recorded_by
    where p.county = ${transfer.county} and p.transfer_id = ${transfer.id}
    group by p.rent_receipt_id order by min(p.recorded_at) desc, p.rent_receipt_id limit 500`.execute(tx.db);
  return rows.map((row) => ({ ...row, lines: row.lines ?? [] }));
}
