import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { fiscalYear } from './closing-rules.ts';
import { findBooks } from './store.ts';

/** What a member delivered to the cooperative or took from it: patronage (Cooperatives Law art. 43, 44). */
export interface TradeRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly membershipId: string;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly memberPlace: number;
  readonly occurredOn: string;
  readonly direction: 'delivers' | 'takes';
  readonly product: string;
  readonly quantity: number;
  readonly unit: string;
  readonly amountFen: bigint;
  readonly sourceType: string | null;
  readonly sourceId: string | null;
  readonly revision: number;
}

export interface TradeFields {
  readonly occurredOn: string;
  readonly direction: 'delivers' | 'takes';
  readonly product: string;
  readonly quantity: number;
  readonly unit: string;
  readonly amountFen: bigint;
}

export interface NewTrade extends TradeFields {
  readonly id: string;
  readonly county: number;
  readonly place: number;
  readonly cooperativeId: string;
  readonly membershipId: string;
  readonly memberPlace: number;
  readonly source?: { readonly type: string; readonly id: string } | null;
}

/** Records a trade with a member, by hand or from the business event that made it. */
export async function recordTrade(tx: Tx, trade: NewTrade): Promise<void> {
  const { county, id, place, cooperativeId, membershipId, memberPlace, source } = trade;
  await record(tx, 'member_trade', {
    ...{ county, id, place, cooperative_id: cooperativeId, membership_id: membershipId, member_place: memberPlace },
    ...fieldColumns(trade),
    ...{ source_type: source?.type ?? null, source_id: source?.id ?? null },
  } as NewRow);
}

function fieldColumns({ occurredOn, direction, product, quantity, unit, amountFen }: TradeFields) {
  return { occurred_on: occurredOn, direction, product, quantity, unit, amount_fen: amountFen };
}

export async function correctTrade(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: TradeFields; readonly reason: string },
): Promise<boolean> {
  const set = fieldColumns(change.fields);
  return (await revise(tx, 'member_trade', { key, set, reason: change.reason })) !== undefined;
}

export async function withdrawTrade(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'member_trade', { key, reason })) !== undefined;
}

/** Takes the trades of a business event back, those of closed periods left as a distribution may have used them. */
export async function withdrawTradesOf(
  tx: Tx,
  of: { readonly county: number; readonly sourceId: string; readonly after: string; readonly reason: string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from member_trade where county = ${of.county} and source_id = ${of.sourceId}
      and occurred_on > ${of.after}`.execute(tx.db);
  for (const { id } of rows) await withdraw(tx, 'member_trade', { key: { county: of.county, id }, reason: of.reason });
}

const columns = sql`t.county, t.id, t.place, t.cooperative_id, t.membership_id, m.number as member_number,
  m.name as member_name, t.member_place, t.occurred_on, t.direction, t.product, t.quantity, t.unit, t.amount_fen,
  t.source_type, t.source_id, t.revision`;
const joined = sql`member_trade as t join membership as m on m.county = t.county and m.id = t.membership_id`;

export async function findTrade(tx: Tx, key: RecordKey): Promise<TradeRow | undefined> {
  const { rows } = await sql<TradeRow>`
    select ${columns} from ${joined} where t.county = ${key.county} and t.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface TradeQuery {
  readonly q?: string | undefined;
  readonly direction?: TradeRow['direction'] | undefined;
  readonly membershipId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: 'occurredOn' | 'memberNumber' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const sortColumns = { occurredOn: 't.occurred_on', memberNumber: 'm.number', amountFen: 't.amount_fen' } as const;

/** Trades of a cooperative, the latest first, with the sum of all that match. */
export async function listTrades(
  tx: Tx,
  of: { readonly county: number; readonly cooperativeId: string },
  query: TradeQuery,
): Promise<{ rows: readonly TradeRow[]; total: number; sumFen: bigint }> {
  const found = sql`from ${joined} where t.county = ${of.county} and t.cooperative_id = ${of.cooperativeId}
    and ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'occurredOn']);
  const direction = sql.raw(query.order === 'asc' || (query.sort && query.order !== 'desc') ? 'asc' : 'desc');
  const { rows } = await sql<TradeRow>`
    select ${columns} ${found} order by ${sorted} ${direction}, t.id limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number; sumFen: bigint }>`
    select count(*) as total, coalesce(sum(t.amount_fen), 0) as sum_fen ${found}`.execute(tx.db);
  const [about] = counted.rows;
  return { rows, total: about?.total ?? 0, sumFen: about?.sumFen ?? 0n };
}

function conditions(query: TradeQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.direction) parts.push(sql`t.direction = ${query.direction}`);
  if (query.membershipId) parts.push(sql`t.membership_id = ${query.membershipId}`);
  if (query.from) parts.push(sql`t.occurred_on >= ${query.from}`);
  if (query.to) parts.push(sql`t.occurred_on <= ${query.to}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(t.product like ${text} or m.name like ${text} or m.number = ${query.q})`);
  }
  return sql.join(parts, sql` and `);
}

/** What each member traded with the cooperative in a fiscal year, both ways, by member number. */
export async function patronageOf(
  tx: Tx,
  of: { readonly county: number; readonly cooperativeId: string; readonly year: number },
): Promise<readonly { membershipId: string; amountFen: bigint }[]> {
  const books = await findBooks(tx, of);
  const { startsOn, endsOn } = fiscalYear(of.year, books?.fiscalYearStart ?? '01-01');
  const { rows } = await sql<{ membershipId: string; amountFen: bigint }>`
    select t.membership_id, sum(t.amount_fen) as amount_fen from ${joined}
    where t.county = ${of.county} and t.cooperative_id = ${of.cooperativeId}
      and t.occurred_on between ${startsOn} and ${endsOn}
    group by t.membership_id, m.number order by length(m.number), m.number collate "C"`.execute(tx.db);
  return rows;
}
