import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';

/** Who holds or takes land: on a register by its id, else by name alone. */
export interface Holder {
  readonly id: string | null;
  readonly name: string;
}

export type ListedKind = 'household' | 'cooperative';

export interface ListedHolder extends Holder {
  readonly id: string;
  readonly kind: ListedKind;
  readonly place: number;
}

export interface FoundHolder extends ListedHolder {
  readonly sub: string;
}

/** A household or cooperative of a county inside the range, by its id. */
export async function findHolder(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
  kind?: ListedKind,
): Promise<ListedHolder | undefined> {
  const { rows } = await sql<ListedHolder>`
    select 'household' as kind, h.id, coalesce(r.name, h.number) as name, h.place from household as h
    left join resident as r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    where h.county = ${key.county} and h.id = ${key.id} and h.left_on is null
    union all
    select 'cooperative', c.id, c.name, c.place from cooperative as c
    where c.county = ${key.county} and c.id = ${key.id} and c.dissolved_on is null`.execute(tx.db);
  return rows.find((row) => kind === undefined || row.kind === kind);
}

/** Households and cooperatives of the range that a text finds: by name, number, pinyin or initials. */
export async function searchHolders(
  tx: Tx,
  query: { readonly q?: string | undefined; readonly kind?: ListedKind | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly FoundHolder[]; readonly total: number }> {
  const { lo = 0, hi = -1 } = tx.actor.range ?? {};
  const text = `${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const letters = `${(query.q ?? '').toLowerCase().replace(/[^a-z]/g, '') || '-'}%`;
  const { rows } = await sql<FoundHolder & { readonly total: number }>`
    select *, count(*) over ()::int as total from (
      select 'household' as kind, h.id, coalesce(r.name, h.number) as name, h.place,
        concat_ws(' ', p.name, h.number) as sub
      from household as h
      left join resident as r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
      left join place as p on p.code = h.place
      where h.place between ${lo} and ${hi} and h.left_on is null and ${query.kind ?? 'household'} = 'household'
        and (r.name like ${text} or h.number like ${text} or r.pinyin like ${letters} or r.initials like ${letters})
      union all
      select 'cooperative', c.id, c.name, c.place, coalesce(p.name, '') from cooperative as c
      left join place as p on p.code = c.place
      where c.place between ${lo} and ${hi} and c.dissolved_on is null and ${query.kind ?? 'cooperative'} = 'cooperative'
        and (c.name like ${`%${text}`} or c.pinyin like ${letters} or c.initials like ${letters})
    ) as found order by name, id limit ${query.limit}`.execute(tx.db);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** What a collective is called: its village. */
export async function findVillageName(tx: Tx, place: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from place where code = ${place}`.execute(tx.db);
  return rows[0]?.name ?? '';
}
