import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { tierOf } from './balance-store.ts';
import { type EntrySum, type FundTier, sumAccounts } from './entry-rules.ts';
import type { Pool } from './rules.ts';

export interface EntryRow {
  readonly county: number;
  readonly entryId: string;
  readonly ordinal: number;
  readonly occurredOn: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly documentCounty: number;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly memo: string;
  readonly amountFen: bigint;
  readonly movementCounty: number | null;
  readonly movementId: string | null;
}

export interface EntryFilters {
  readonly q?: string | undefined;
  readonly sum: EntrySum;
  readonly document?: string | undefined;
  readonly fund?: string | undefined;
  readonly level?: FundTier | undefined;
  readonly pool?: Pool | undefined;
  readonly place?: number | undefined;
  readonly until?: string | undefined;
  readonly sort?: 'occurredOn' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const lines = sql`from fund_account as a
  join ledger_account as b on b.county = a.county and b.book_id = a.id and b.sub <> ''
  join fund_document as d on d.id = b.sub::uuid
  join ledger_line as l on l.county = b.county and l.account = b.number
  join ledger_entry as e on e.county = l.county and e.id = l.entry_id`;

/** A movement is filed in the county of its giver, which may be any of the city: each is asked by its key. */
const movement = sql`select k.county, k.id from generate_series(s.county / 100 * 100, s.county / 100 * 100 + 99) as c (county)
  join fund_movement as k on k.county = c.county and k.id = s.source_id`;

/** The lines behind one sum, and what they add up to. */
export async function listEntries(
  tx: Tx,
  query: EntryFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly EntryRow[]; total: number; sumFen: bigint }> {
  const where = conditions(query);
  const sign = sql.lit(sumAccounts[query.sum].sign);
  const sorted = query.sort === 'amountFen' ? sql`${sign} * l.amount` : sql`l.occurred_on`;
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<EntryRow>`
    with shown as (
      select l.county, l.entry_id, l.ordinal, l.occurred_on, a.id as account_id, a.name as account_name, d.county as document_county,
        d.id as document_id, d.number as document_number, e.memo, ${sign} * l.amount as amount_fen,
        case when e.source_type = 'fund_movement' then e.source_id end as source_id,
        row_number() over (order by ${sorted} ${direction}, e.recorded_at desc, l.entry_id, l.ordinal) as line
      ${lines} where ${where} order by line limit ${query.limit} offset ${query.offset}
    )
    select s.*, m.county as movement_county, m.id as movement_id
    from shown as s left join lateral (${movement}) as m on true order by s.line`.execute(tx.db);
  const counted = await sql<{ total: number; sumFen: bigint }>`
    select count(*) as total, coalesce(sum(${sign} * l.amount), 0)::bigint as sum_fen ${lines} where ${where}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0, sumFen: counted.rows[0]?.sumFen ?? 0n };
}

function conditions(filters: EntryFilters): RawBuilder<unknown> {
  const parts = [sql`b.code in (${sql.join(sumAccounts[filters.sum].codes)})`];
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(e.memo like ${text} or a.name like ${text} or d.number like ${text})`);
  }
  if (filters.document) parts.push(sql`b.sub = ${filters.document}`);
  if (filters.fund) parts.push(sql`d.fund_id = ${filters.fund}`);
  if (filters.level) parts.push(sql`${tierOf} = ${filters.level}`);
  if (filters.pool) parts.push(sql`a.pool = ${filters.pool}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`a.place between ${lo} and ${hi}`);
  }
  if (filters.until) parts.push(sql`l.occurred_on <= ${filters.until}::date`);
  return sql.join(parts, sql` and `);
}
