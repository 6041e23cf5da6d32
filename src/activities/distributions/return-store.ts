import { type RawBuilder, sql } from 'kysely';
import { insertRows } from '../../platform/db/columns.ts';
import { markMonth, type NewRow, type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import type { ReturnTerms, ScheduleLine } from './return-rules.ts';

export interface ReturnContractRow extends ReturnTerms {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly cooperativeId: string;
  readonly cooperativeName: string;
  readonly number: string;
  readonly payer: string;
  readonly payerCode: string | null;
  readonly subject: string;
  readonly promisedFen: bigint;
  readonly paidFen: bigint;
  /** due before today and not paid */
  readonly arrearsFen: bigint;
  readonly nextDueOn: string | null;
  readonly revision: number;
}

export interface ReturnFilters {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly arrears?: boolean | undefined;
  readonly sort?: 'nextDueOn' | 'arrearsFen' | 'payer' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

function source(today: string): RawBuilder<unknown> {
  return sql`(
    select r.*, coalesce(p.name, '') as place_name, coalesce(c.name, '') as cooperative_name,
      coalesce(s.promised, 0) as promised_fen, coalesce(s.paid, 0) as paid_fen, coalesce(s.arrears, 0) as arrears_fen, s.next_due_on
    from return_contract r left join place p on p.code = r.place
    left join cooperative c on c.county = r.county and c.id = r.cooperative_id
    left join lateral (
      select sum(promised_fen) as promised, sum(paid_fen) as paid,
        sum(promised_fen - paid_fen) filter (where due_on < ${today}::date) as arrears,
        min(due_on) filter (where paid_fen < promised_fen) as next_due_on
      from return_schedule where county = r.county and contract_id = r.id
    ) s on true
  ) as r`;
}

const columns = sql`county, id, place, place_name, cooperative_id, cooperative_name, number, payer, payer_code, subject,
  principal_fen, floor_bp, profit_share_bp, starts_on, ends_on, months, promised_fen, paid_fen, arrears_fen, next_due_on,
  revision`;

const sortColumns = { nextDueOn: 'next_due_on', arrearsFen: 'arrears_fen', payer: 'payer' } as const;

export async function listReturns(
  tx: Tx,
  query: ReturnFilters & { readonly today: string; readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ReturnContractRow[]; total: number }> {
  const parts = [sql`true`];
  if (query.arrears) parts.push(sql`arrears_fen > 0`);
  if (query.place !== undefined) {
    const { lo, hi } = placeRange(query.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql`(payer like ${text} or subject like ${text} or number like ${text} or cooperative_name like ${text})`,
    );
  }
  const found = sql`from ${source(query.today)} where ${sql.join(parts, sql` and `)}`;
  const { rows } = await sql<ReturnContractRow>`select ${columns} ${found}
    order by ${sql.ref(sortColumns[query.sort ?? 'nextDueOn'])} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')} nulls last, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findReturn(tx: Tx, key: RecordKey & { today: string }): Promise<ReturnContractRow | undefined> {
  const { rows } = await sql<ReturnContractRow>`
    select ${columns} from ${source(key.today)} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface NewReturn extends ReturnTerms {
  readonly id: string;
  readonly number: string;
  readonly payer: string;
  readonly payerCode: string | null;
  readonly subject: string;
}

/** Records a contract with all its schedule lines. */
export async function recordReturn(
  tx: Tx,
  cooperative: CooperativeRow,
  { contract, lines }: { readonly contract: NewReturn; readonly lines: readonly ScheduleLine[] },
): Promise<void> {
  const { county, place, id: cooperativeId } = cooperative;
  await record(tx, 'return_contract', {
    ...{
      county,
      id: contract.id,
      place,
      cooperative_id: cooperativeId,
      number: contract.number,
      payer: contract.payer,
    },
    ...{ payer_code: contract.payerCode, subject: contract.subject, principal_fen: contract.principalFen },
    ...{ floor_bp: contract.floorBp, profit_share_bp: contract.profitShareBp, months: contract.months },
    ...{ starts_on: contract.startsOn, ends_on: contract.endsOn },
  });
  const rows = lines.map(
    (line): NewRow => ({
      ...{ county, id: newRecordId(tx), place, cooperative_id: cooperativeId },
      ...{ contract_id: contract.id, ordinal: line.ordinal, due_on: line.dueOn, floor_fen: line.floorFen },
      ...{ profit_fen: null, profit_document: null, promised_fen: line.floorFen, paid_fen: 0n, paid_on: null },
    }),
  );
  await recordMany(tx, 'return_schedule', rows);
}

export interface ScheduleRow {
  readonly id: string;
  readonly ordinal: number;
  readonly dueOn: string;
  readonly floorFen: bigint;
  readonly profitFen: bigint | null;
  readonly profitDocument: string | null;
  readonly promisedFen: bigint;
  readonly paidFen: bigint;
  readonly paidOn: string | null;
  readonly revision: number;
}

export async function listSchedule(tx: Tx, contract: RecordKey): Promise<readonly ScheduleRow[]> {
  const { rows } = await sql<ScheduleRow>`
    select id, ordinal, due_on, floor_fen, profit_fen, profit_document, promised_fen, paid_fen, paid_on, revision
    from return_schedule where county = ${contract.county} and contract_id = ${contract.id} order by ordinal`.execute(
    tx.db,
  );
  return rows;
}

export interface ReceiptRow {
  readonly id: string;
  readonly scheduleId: string;
  readonly paidOn: string;
  readonly amountFen: bigint;
  readonly document: string;
}

/** What was received under a contract, in the order it came. */
export async function listReceipts(tx: Tx, contract: RecordKey): Promise<readonly ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    select id, schedule_id, paid_on, amount_fen, document from return_payment
    where county = ${contract.county} and contract_id = ${contract.id} order by paid_on, id`.execute(tx.db);
  return rows;
}

/** Records the profit of a period, from which the promise follows. False when the line changed meanwhile. */
export async function recordProfit(
  tx: Tx,
  key: RecordKey,
  profit: { readonly profitFen: bigint; readonly profitDocument: string; readonly promisedFen: bigint },
): Promise<boolean> {
  const set = {
    profit_fen: profit.profitFen,
    profit_document: profit.profitDocument,
    promised_fen: profit.promisedFen,
  };
  return (await revise(tx, 'return_schedule', { key, set, reason: profit.profitDocument })) !== undefined;
}

export interface NewReceipt {
  readonly id: string;
  readonly paidOn: string;
  readonly amountFen: bigint;
  readonly document: string;
}

/**
 * Records what was received on a schedule line; more than was promised is refused by a constraint. False when the line
 * changed meanwhile.
 */
export async function recordReceipt(
  tx: Tx,
  line: { readonly contract: ReturnContractRow; readonly row: ScheduleRow; readonly revision: number },
  receipt: NewReceipt,
): Promise<boolean> {
  const { contract, row, revision } = line;
  const { county, place, cooperativeId } = contract;
  const set = { paid_fen: row.paidFen + receipt.amountFen, paid_on: receipt.paidOn };
  const key = { county, id: row.id, revision };
  if (!(await revise(tx, 'return_schedule', { key, set, reason: receipt.document }))) return false;
  const recorded = { recorded_at: tx.now, recorded_by: tx.actor.accountId };
  await insertRows(tx, { table: 'return_payment', types: 'return_payment' }, [
    {
      ...{
        county,
        id: receipt.id,
        place,
        cooperative_id: cooperativeId,
        contract_id: contract.id,
        schedule_id: row.id,
      },
      ...{ paid_on: receipt.paidOn, amount_fen: receipt.amountFen, document: receipt.document, ...recorded },
    },
  ]);
  markMonth(tx, place, receipt.paidOn);
  return true;
}
