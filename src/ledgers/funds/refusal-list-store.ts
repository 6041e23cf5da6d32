import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { PayeeKind, Purpose } from './rules.ts';

/** One refused attempt. */
export interface RefusalRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly act: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly accountName: string | null;
  readonly purpose: Purpose | null;
  readonly payeeKind: PayeeKind | null;
  readonly payeeName: string | null;
  readonly amountFen: bigint | null;
  readonly occurredOn: string | null;
  readonly recordedAt: Date;
  readonly triedBy: string;
}

export interface RefusalFilters {
  readonly q?: string | undefined;
  readonly code?: string | undefined;
  readonly place?: number | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly sort?: 'recordedAt' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`from fund_refusal as r left join place as p on p.code = r.place
  left join account as k on k.id = r.recorded_by
  left join fund_account as a on a.id = r.account_id`;

export async function listRefusals(
  tx: Tx,
  query: RefusalFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly RefusalRow[]; total: number; codes: readonly { code: string; count: number }[] }> {
  const where = conditions(query);
  const sorted = sql.raw(query.sort === 'amountFen' ? 'r.amount_fen' : 'r.recorded_at');
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<RefusalRow>`
    select r.county, r.id, r.place, coalesce(p.name, '') as place_name, r.act, r.code, r.details, a.name as account_name,
      r.purpose, r.payee_kind, r.payee_name, r.amount_fen, r.occurred_on, r.recorded_at, coalesce(k.name, '') as tried_by
    ${source} where ${where} order by ${sorted} ${direction} nulls last, r.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ code: string; count: number }>`
    select r.code, count(*) as count ${source} where ${where} group by 1 order by 2 desc, 1`.execute(tx.db);
  return { rows, total: counted.rows.reduce((sum, { count }) => sum + count, 0), codes: counted.rows };
}

function conditions({ q, code, place, since, until }: RefusalFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (q) {
    const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(r.payee_name like ${text} or p.name like ${text} or a.name like ${text} or k.name like ${text})`);
  }
  if (code) parts.push(sql`r.code = ${code}`);
  if (place !== undefined) {
    const { lo, hi } = placeRange(place as Place);
    parts.push(sql`r.place between ${lo} and ${hi}`);
  }
  // days of Shanghai
  if (since) parts.push(sql`r.recorded_at >= ${since}::timestamp at time zone 'Asia/Shanghai'`);
  if (until) parts.push(sql`r.recorded_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  return sql.join(parts, sql` and `);
}
