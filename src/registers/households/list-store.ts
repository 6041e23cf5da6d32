import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { HouseholdFilters, HouseholdRow } from './contract.ts';
import { searchHouseholds } from './search-store.ts';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** One page of households under the filters, and how many there are in all. */
export async function listHouseholds(
  tx: Tx,
  filters: HouseholdFilters,
  page: Page,
): Promise<{ rows: HouseholdRow[]; total: number }> {
  const selection = await select(tx, filters);
  const { rows } = await sql<HouseholdRow>`
    select h.county, h.id, h.place, p.name as place_name, h.number, r.name as head_name, h.phone_masked, h.joined_on, h.left_on,
      (select count(*) from resident as m where m.county = h.county and m.household_id = h.id and m.left_on is null) as residents,
      v.state, v.kind, v.main_cause, v.starts_on as state_since
    from ${selection.households}
    ${filters.sort === 'headName' ? sql`join` : sql`left join`} resident as r
      on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    ${selection.poverty}
    left join place as p on p.code = h.place
    where ${selection.where}
    order by ${orderBy(filters, selection.ranked)} limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from ${selection.households} ${selection.filtersPoverty ? selection.poverty : sql``}
    where ${selection.where}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** Keys of all households under the filters, in list order, for exports and cards; never more than `most`. */
export async function listHouseholdKeys(
  tx: Tx,
  filters: HouseholdFilters,
  most: number,
): Promise<readonly { county: number; id: string }[]> {
  const selection = await select(tx, filters);
  const { rows } = await sql<{ county: number; id: string }>`
    select h.county, h.id from ${selection.households} ${selection.filtersPoverty ? selection.poverty : sql``}
    where ${selection.where} order by h.place, h.number collate "C" limit ${most}`.execute(tx.db);
  return rows;
}

interface Selected {
  readonly households: RawBuilder<unknown>;
  readonly poverty: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly filtersPoverty: boolean;
  readonly ranked: boolean;
}

async function select(tx: Tx, filters: HouseholdFilters): Promise<Selected> {
  const today = todayInShanghai(tx.now);
  const hits = filters.q ? await searchHouseholds(tx, filters.q) : undefined;
  const households = hits
    ? sql`unnest(${hits.map((hit) => hit.county)}::int[], ${hits.map((hit) => hit.id)}::uuid[]) with ordinality as hit (county, id, rank)
        join household as h on h.county = hit.county and h.id = hit.id`
    : sql`household as h`;
  const poverty = sql`left join poverty_registration as v on v.county = h.county and v.household_id = h.id
    and v.starts_on <= ${today}::date and (v.ends_on is null or v.ends_on > ${today}::date)`;
  const filtersPoverty = [filters.state, filters.kind, filters.standard, filters.cause].some(
    (value) => value !== undefined,
  );
  return {
    households,
    poverty,
    where: sql.join(conditions(tx, filters), sql` and `),
    filtersPoverty,
    ranked: hits !== undefined,
  };
}

/** The range stands in the query too, not only in the policy, so that the index on places is used. */
function conditions(tx: Tx, filters: HouseholdFilters): RawBuilder<unknown>[] {
  const range = filters.place === undefined ? tx.actor.range : placeRange(placeOf(filters.place));
  const closed = filters.closed ?? 'open';
  return [
    range ? sql`h.place between ${range.lo} and ${range.hi}` : sql`false`,
    ...(closed === 'all' ? [] : [closed === 'open' ? sql`h.left_on is null` : sql`h.left_on is not null`]),
    ...(filters.state === undefined
      ? []
      : [filters.state === 'none' ? sql`v.id is null` : sql`v.state = ${filters.state}`]),
    ...(filters.kind === undefined ? [] : [sql`v.kind = ${filters.kind}`]),
    ...(filters.standard === undefined ? [] : [sql`v.standard = ${filters.standard}`]),
    ...(filters.cause === undefined ? [] : [sql`v.main_cause = ${filters.cause}`]),
  ];
}

function orderBy(filters: HouseholdFilters, ranked: boolean): RawBuilder<unknown> {
  const down = filters.order === 'desc' ? sql`desc` : sql`asc`;
  switch (filters.sort) {
    case 'headName':
      return sql`r.pinyin collate "C" ${down}, h.place, h.number collate "C"`;
    case 'joinedOn':
      return sql`h.joined_on ${down}, h.place, h.number collate "C"`;
    case 'number':
      return sql`h.place ${down}, h.number collate "C" ${down}`;
    case undefined:
      return ranked ? sql`hit.rank` : sql`h.place, h.number collate "C"`;
  }
}
