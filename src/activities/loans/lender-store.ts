import { sql } from 'kysely';
import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { AgencyRow } from '../../registers/agencies/public.ts';

export interface LenderRow {
  readonly county: number;
  readonly id: string;
  readonly name: string;
  readonly admittedOn: string;
}

export async function listLenders(
  tx: Tx,
  query: { readonly q?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly LenderRow[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<LenderRow>`
    select county, id, name, admitted_on from loan_lender where name like ${text}
    order by name, id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from loan_lender where name like ${text}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findLender(tx: Tx, id: string): Promise<LenderRow | undefined> {
  const { rows } = await sql<LenderRow>`
    select county, id, name, admitted_on from loan_lender where id = ${id}`.execute(tx.db);
  return rows[0];
}

/** False when it lends already. */
export async function admitLender(tx: Tx, agency: AgencyRow): Promise<boolean> {
  const { county, id, name, place } = agency;
  const row = { id, county, name, admitted_on: todayInShanghai(tx.now) };
  const { rows } = await sql`
    insert into loan_lender (id, county, name, admitted_on, recorded_at, recorded_by)
    values (${id}, ${county}, ${name}, ${row.admitted_on}, ${tx.now}, ${tx.actor.accountId})
    on conflict do nothing returning id`.execute(tx.db);
  if (rows.length === 0) return false;
  noteAct(tx, 'loan_lender', { key: { county, id }, place, note: row });
  return true;
}
