import { type RawBuilder, sql } from 'kysely';
import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Purpose } from './rules.ts';

export interface ForbiddenUseRow {
  readonly id: string;
  readonly purpose: Purpose;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly source: string;
}

export interface UseFilters {
  /** words of a rule that are searched for, with the uses and the rules whose names in the catalogue hold them */
  readonly search?: { readonly q: string; readonly purposes: readonly string[]; readonly sources: readonly string[] };
  readonly on?: string | undefined;
  readonly sort?: 'startsOn' | 'endsOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export async function listForbiddenUses(
  tx: Tx,
  query: UseFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ForbiddenUseRow[]; total: number }> {
  const where = conditions(query);
  const sorted = sql.raw(query.sort === 'endsOn' ? 'ends_on' : 'starts_on');
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<ForbiddenUseRow>`
    select id, purpose, starts_on, ends_on, source from fund_forbidden_use where ${where}
    order by ${sorted} ${direction} nulls last, purpose limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from fund_forbidden_use where ${where}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions({ search, on }: UseFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (search) {
    const text = `%${search.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(source like ${text} or purpose = any(${[...search.purposes]}::text[])
      or source = any(${[...search.sources]}::text[]))`);
  }
  if (on) parts.push(sql`starts_on <= ${on}::date and (ends_on is null or ends_on > ${on}::date)`);
  return sql.join(parts, sql` and `);
}

/** False when the use is forbidden on one of these days already. */
export async function forbidUse(tx: Tx, use: ForbiddenUseRow): Promise<boolean> {
  const { id, purpose, startsOn, endsOn, source } = use;
  await sql`lock table fund_forbidden_use in share row exclusive mode`.execute(tx.db);
  const { rows } = await sql`
    insert into fund_forbidden_use (id, purpose, starts_on, ends_on, source, recorded_at, recorded_by)
    select ${id}, ${purpose}, ${startsOn}::date, ${endsOn}::date, ${source}, ${tx.now}, ${tx.actor.accountId}
    where not exists (select from fund_forbidden_use as u where u.purpose = ${purpose}
      and daterange(u.starts_on, u.ends_on) && daterange(${startsOn}::date, ${endsOn}::date)) returning id`.execute(
    tx.db,
  );
  if (rows.length === 0) return false;
  note(tx, id, { purpose, startsOn, endsOn, source });
  return true;
}

/** The row that ends; undefined when the use is not forbidden on the day before. */
export async function endForbiddenUse(
  tx: Tx,
  { purpose, endsOn, reason }: { readonly purpose: Purpose; readonly endsOn: string; readonly reason: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update fund_forbidden_use set ends_on = ${endsOn}::date
    where purpose = ${purpose} and starts_on < ${endsOn}::date and (ends_on is null or ends_on > ${endsOn}::date)
    returning id`.execute(tx.db);
  const id = rows[0]?.id;
  if (id !== undefined) note(tx, id, { purpose, endsOn, reason });
  return id;
}

/** It stands at the office that set it: it holds for the whole city. */
function note(tx: Tx, id: string, said: Record<string, string | null>): void {
  const place = tx.actor.range?.lo ?? 0;
  noteAct(tx, 'fund_forbidden_use', { key: { county: Math.floor(place / 1_000_000), id }, place, note: said });
}
