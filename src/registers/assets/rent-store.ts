import { type RawBuilder, sql } from 'kysely';
import { markMonth, type NewRow, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { PaidPart, RentLine, Settlement, StandingLine } from '../../platform/pure/rent.ts';
import type { ContractView } from './lease-contract.ts';

/** A contract that rent lines belong to. */
export interface RentPlace {
  readonly county: number;
  readonly place: number;
  readonly id: string;
}

export type StoredRent = StandingLine & { readonly number: number; readonly revision: number };

export async function recordRents(tx: Tx, contract: RentPlace, lines: readonly RentLine[]): Promise<void> {
  const rows = lines.map(
    (line): NewRow => ({
      county: contract.county,
      id: newRecordId(tx),
      place: contract.place,
      contract_id: contract.id,
      number: line.number,
      starts_on: line.startsOn,
      through_on: line.throughOn,
      due_on: line.dueOn,
      amount_fen: line.amountFen,
      paid_fen: 0n,
    }),
  );
  const [only, ...others] = rows;
  if (only && others.length === 0) await record(tx, 'asset_rent', only);
  else await recordMany(tx, 'asset_rent', rows);
}

/** The lines of a contract in order. */
export async function listRents(tx: Tx, contract: { readonly county: number; readonly id: string }) {
  const { rows } = await sql<StoredRent>`${rentSelect(contract)} order by number`.execute(tx.db);
  return rows;
}

/** The same, held until the act ends, so that two payments at once follow one another. */
export async function holdRents(tx: Tx, contract: { readonly county: number; readonly id: string }) {
  const { rows } = await sql<StoredRent>`${rentSelect(contract)} order by number for update`.execute(tx.db);
  return rows;
}

function rentSelect({ county, id }: { readonly county: number; readonly id: string }): RawBuilder<unknown> {
  return sql`select id, number, starts_on, through_on, due_on, amount_fen, paid_fen, revision from asset_rent
    where county = ${county} and contract_id = ${id}`;
}

/** Takes all lines of a contract out: its terms were wrong, or the whole of it. */
export async function withdrawRents(tx: Tx, contract: RentPlace, reason: string): Promise<void> {
  for (const { id } of await holdRents(tx, contract)) {
    await withdraw(tx, 'asset_rent', { key: { county: contract.county, id }, reason });
  }
}

/** Carries out what an early end does to the lines. */
export async function settleRents(
  tx: Tx,
  contract: RentPlace,
  { dropped, shortened, reason }: Settlement & { readonly reason: string },
): Promise<void> {
  const { county } = contract;
  for (const { id } of dropped) await withdraw(tx, 'asset_rent', { key: { county, id }, reason });
  if (!shortened) return;
  const set = { amount_fen: shortened.amountFen, through_on: shortened.throughOn };
  await revise(tx, 'asset_rent', { key: { county, id: shortened.line.id }, set, reason });
}

export interface Receipt {
  readonly receiptId: string;
  readonly paidOn: string;
  readonly method: string;
  readonly receiptNumber: string | null;
  readonly note: string | null;
}

/** Writes a payment on the lines held before; false when one of them changed all the same. */
export async function recordPayment(
  tx: Tx,
  contract: RentPlace,
  payment: Receipt & { readonly parts: readonly (PaidPart & { readonly reversesId?: string })[] },
): Promise<boolean> {
  const { county, place, id: contractId } = contract;
  for (const { line, amountFen, reversesId } of payment.parts) {
    const set = { paid_fen: line.paidFen + amountFen };
    const held = await revise(tx, 'asset_rent', { key: { county, id: line.id }, set, reason: 'payment' });
    if (!held) return false;
    const id = newRecordId(tx);
    await sql`
      insert into rent_payment (county, id, place, contract_id, rent_id, due_on, receipt_id, amount_fen, paid_on, method,
        receipt_number, note, reverses_id, recorded_at, recorded_by)
      values (${county}, ${id}, ${place}, ${contractId}, ${line.id}, ${line.dueOn}, ${payment.receiptId}, ${amountFen},
        ${payment.paidOn}, ${payment.method}, ${payment.receiptNumber}, ${payment.note}, ${reversesId ?? null}, ${tx.now},
        ${tx.actor.accountId})`.execute(tx.db);
    for (const day of [payment.paidOn, line.dueOn]) markMonth(tx, place, day);
    tx.trail.push({ table: 'rent_payment', county, place, id, after: { rent_id: line.id, amount_fen: amountFen } });
  }
  return true;
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
  contract: { readonly county: number; readonly id: string },
  receiptId: string,
): Promise<readonly StoredPart[]> {
  const { rows } = await sql<StoredPart>`
    select p.id, p.rent_id, p.amount_fen, p.method, p.receipt_number,
      p.reverses_id is not null or exists (select from rent_payment as r where r.county = p.county and r.reverses_id = p.id) as is_reversed
    from rent_payment as p
    where p.county = ${contract.county} and p.contract_id = ${contract.id} and p.receipt_id = ${receiptId}`.execute(
    tx.db,
  );
  return rows;
}

/** The payments of a contract, the latest first. */
export async function listReceipts(
  tx: Tx,
  contract: { readonly county: number; readonly id: string },
): Promise<ContractView['receipts']> {
  const { rows } = await sql<ContractView['receipts'][number]>`
    select p.receipt_id, min(p.paid_on) as paid_on, sum(p.amount_fen) as amount_fen, min(p.method) as method,
      min(p.receipt_number) as receipt_number, min(p.note) as note, min(coalesce(u.name, '')) as by,
      array_agg(coalesce(r.number, 0) order by r.number) as lines,
      case when bool_or(p.reverses_id is not null) then 'reversal'
        when bool_or(exists (select from rent_payment as n where n.county = p.county and n.reverses_id = p.id)) then 'reversed'
        else 'stands' end as state
    from rent_payment as p
    left join asset_rent as r on r.county = p.county and r.id = p.rent_id
    left join account as u on u.id = p.recorded_by
    where p.county = ${contract.county} and p.contract_id = ${contract.id}
    group by p.receipt_id order by min(p.recorded_at) desc, p.receipt_id limit 500`.execute(tx.db);
  return rows;
}

/** The contracts of a village in a span of days: how many run on its last day, what fell due and what was paid in it. */
export interface LeaseSums {
  readonly running: number;
  readonly dueFen: bigint;
  /** under contracts to farm or graze, and under all others */
  readonly contractedFen: bigint;
  readonly rentedFen: bigint;
  /** fallen due up to the last day and not paid by then */
  readonly arrearsFen: bigint;
}

export async function sumLeases(
  tx: Tx,
  place: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<LeaseSums> {
  const { rows } = await sql<LeaseSums>`
    select
      (select count(*) from asset_contract where place = ${place} and starts_on <= ${to}::date
        and (closed_on is null or closed_on >= ${to}::date)) as running,
      (select coalesce(sum(amount_fen), 0) from asset_rent
        where place = ${place} and due_on between ${from}::date and ${to}::date) as due_fen,
      p.contracted_fen, p.rented_fen,
      (select coalesce(sum(amount_fen), 0) from asset_rent where place = ${place} and due_on <= ${to}::date)
        - p.settled_fen as arrears_fen
    from (
      select coalesce(sum(p.amount_fen) filter (where p.paid_on >= ${from}::date and c.kind = 'contracting'), 0)
          as contracted_fen,
        coalesce(sum(p.amount_fen) filter (where p.paid_on >= ${from}::date and c.kind <> 'contracting'), 0) as rented_fen,
        coalesce(sum(p.amount_fen) filter (where p.due_on <= ${to}::date), 0) as settled_fen
      from rent_payment as p join asset_contract as c on c.county = p.county and c.id = p.contract_id
      where p.place = ${place} and p.paid_on <= ${to}::date) as p`.execute(tx.db);
  return rows[0] ?? { running: 0, dueFen: 0n, contractedFen: 0n, rentedFen: 0n, arrearsFen: 0n };
}
