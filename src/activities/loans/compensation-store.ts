import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { compensationFilters } from './pool-contract.ts';
import { type CompensationRow, compensation } from './pool-store.ts';
import { isOfPool } from './store.ts';

export interface CompensationFilters {
  readonly q?: string | undefined;
  readonly pool?: string | undefined;
  readonly state?: (typeof compensationFilters)[number] | undefined;
  readonly sort?: 'askedOn' | 'principalFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

interface CompensationSums {
  readonly principalFen: bigint;
  readonly fundFen: bigint;
  readonly bankFen: bigint;
}

/** Compensations inside the range, the last asked first, with what all that the filters leave add up to. */
export async function pageCompensations(
  tx: Tx,
  query: CompensationFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly CompensationRow[]; total: number; sums: CompensationSums }> {
  const found = sql`${compensation} where ${conditions(query)}`;
  const sorted = sql.raw(query.sort === 'principalFen' ? 'c.principal_fen' : 'c.asked_on');
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<CompensationRow>`${found} order by ${sorted} ${direction}, c.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<CompensationSums & { total: number }>`
    select count(*) as total, coalesce(sum(principal_fen), 0)::bigint as principal_fen,
      coalesce(sum(fund_fen), 0)::bigint as fund_fen, coalesce(sum(bank_fen), 0)::bigint as bank_fen
    from (${found}) as f`.execute(tx.db);
  const { total, ...sums } = counted.rows[0] ?? { total: 0, principalFen: 0n, fundFen: 0n, bankFen: 0n };
  return { rows, total, sums };
}

function conditions({ q, pool, state }: CompensationFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (pool) parts.push(sql`exists (select from loan_pool o where o.id = ${pool} and ${isOfPool})`);
  if (state === 'borne') parts.push(sql`c.state in ('confirmed', 'paid')`);
  else if (state) parts.push(sql`c.state = ${state}`);
  if (q) {
    const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(l.borrower_name like ${text} or l.contract_number like ${text})`);
  }
  return sql.join(parts, sql` and `);
}
