import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { VillageCoverage } from './coverage-rules.ts';
import { type InsurableKind, insurableKindOf, insurableKinds, insuranceLines } from './rules.ts';
import { containing, within } from './store.ts';

/** What a line is counted against, as rows of a query. */
const kindOfLine = sql`(values ${sql.join(
  insuranceLines.map((line) => sql`(${line}::text, ${insurableKindOf(line)}::text)`),
)}) as k (line, kind)`;

/** Whoever is insured on a day, in a place. */
function insuredOn(on: string, place: number): RawBuilder<unknown> {
  return sql`select n.insured_place as place, n.household_id, n.cooperative_id, n.line, n.units, n.policy_id, n.name
    from insurance_insured n where n.insured_place ${within(place)} and n.in_force
      and n.starts_on <= ${on}::date and n.ends_on >= ${on}::date`;
}

/** What each holder has of each kind on a day: parcels that stand then, and the last count of its herd before. */
export function heldOn(on: string, place: number): RawBuilder<unknown> {
  const herds = ['cattle', 'sheep', 'goats', 'horses', 'camels'] as const;
  return sql`select holder_id, place, kind, sum(area_mu) as held from land_parcel
      where place ${within(place)} and holder_id is not null and kind in ('cropland', 'grassland', 'forest_land')
        and listed_on <= ${on}::date and (left_on is null or left_on > ${on}::date)
      group by holder_id, place, kind
    union all
    select h.holder_id, h.place, v.kind, v.heads from (
      select distinct on (holder_id) * from herd_count
      where place ${within(place)} and counted_on <= ${on}::date order by holder_id, counted_on desc
    ) as h cross join lateral (values ${sql.join(
      herds.map((herd) => sql`(${herd}::text, ${sql.ref(`h.${herd}`)}::numeric)`),
    )}) as v (kind, heads)`;
}

interface VillageRow {
  readonly place: number;
  readonly households: number;
  readonly insured: number;
  readonly isInsured: boolean;
}

interface UnitRow {
  readonly place: number;
  readonly kind: InsurableKind;
  readonly held: number;
  readonly insured: number;
}

/** Every rural village of a place on a day. What a household has insured counts up to what the registers say it has. */
export async function listVillageCoverage(
  tx: Tx,
  { place, on }: { readonly place: number; readonly on: string },
): Promise<readonly VillageCoverage[]> {
  const villages = await sql<VillageRow>`
    with insured as (${insuredOn(on, place)}), covered as (
      select place, count(distinct household_id)::int as insured from insured where household_id is not null group by place
    ), together as (select distinct place from insured), known as (
      select h.place, count(*)::int as households from household h
      where h.place ${within(place)} and h.joined_on <= ${on}::date and (h.left_on is null or h.left_on > ${on}::date)
      group by h.place
    )
    select v.code as place, coalesce(k.households, 0) as households,
      coalesce(c.insured, 0) as insured, t.place is not null as is_insured
    from place v left join covered c on c.place = v.code left join together t on t.place = v.code
    left join known k on k.place = v.code
    where ${ruralVillages(place, on)}`.execute(tx.db);
  const units = await sql<UnitRow>`
    with insured as (
      select coalesce(n.household_id, n.cooperative_id) as holder_id, k.kind, sum(n.units) as units
      from (${insuredOn(on, place)}) as n join ${kindOfLine} on k.line = n.line group by 1, 2
    )
    select h.place, h.kind, sum(h.held * 100)::bigint as held,
      sum(least(h.held, coalesce(i.units, 0)) * 100)::bigint as insured
    from (select holder_id, kind, min(place) as place, sum(held) as held from (${heldOn(on, place)}) as parts
      group by holder_id, kind) as h
    left join insured i on i.holder_id = h.holder_id and i.kind = h.kind group by h.place, h.kind`.execute(tx.db);
  const byPlace = Map.groupBy(units.rows, (row) => row.place);
  return villages.rows.map(({ insured, ...village }) => ({
    ...village,
    insuredHouseholds: insured,
    units: Object.fromEntries((byPlace.get(village.place) ?? []).map(({ kind, ...sums }) => [kind, sums])),
  }));
}

function ruralVillages(place: number, on: string): RawBuilder<unknown> {
  return sql`v.level = 'village' and v.rural and v.code ${within(place)} and v.starts_on <= ${on}::date
    and (v.ends_on is null or v.ends_on > ${on}::date)`;
}

interface Page {
  readonly q?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface GapVillage {
  readonly place: number;
  readonly name: string;
  readonly township: string;
  readonly households: number;
}

/** Villages of a place in which nobody is insured on a day. */
export async function listGapVillages(
  tx: Tx,
  { place, on }: { readonly place: number; readonly on: string },
  page: Page,
): Promise<{ rows: readonly GapVillage[]; total: number }> {
  const named = page.q ? sql`and v.name like ${containing(page.q)}` : sql``;
  const found = sql`from place v left join place t on t.code = v.code / 1000 * 1000 and t.ends_on is null
    where ${ruralVillages(place, on)} ${named}
      and not exists (select 1 from (${insuredOn(on, place)}) as n where n.place = v.code)`;
  const { rows } = await sql<GapVillage>`
    select v.code as place, v.name, coalesce(t.name, '') as township, (select count(*)::int from household h
      where h.place = v.code and h.joined_on <= ${on}::date and (h.left_on is null or h.left_on > ${on}::date)) as households
    ${found} order by v.code limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface GapHousehold {
  readonly county: number;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly hasPhone: boolean;
  readonly units: readonly { readonly kind: InsurableKind; readonly held: number }[];
}

/** Households of a village that are not insured on a day, with what the registers say they could insure. */
export async function listGapHouseholds(
  tx: Tx,
  { place, on }: { readonly place: number; readonly on: string },
  page: Page,
): Promise<{ rows: readonly GapHousehold[]; total: number }> {
  const named = page.q ? sql`and (r.name like ${containing(page.q)} or h.number like ${containing(page.q)})` : sql``;
  const found = sql`from household h
    left join resident r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    where h.place = ${place} and h.joined_on <= ${on}::date and (h.left_on is null or h.left_on > ${on}::date) ${named}
      and not exists (select 1 from (${insuredOn(on, place)}) as n where n.household_id = h.id)`;
  const { rows } = await sql<Omit<GapHousehold, 'units'>>`
    select h.county, h.id, h.number, coalesce(r.name, h.number) as name, h.phone_masked is not null as has_phone
    ${found} order by h.number, h.id limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  const held = await sql<{ holderId: string; kind: InsurableKind; held: number }>`
    select holder_id, kind, held from (${heldOn(on, place)}) as h
    where held > 0 and holder_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx.db);
  const byHolder = Map.groupBy(held.rows, ({ holderId }) => holderId);
  const order = (kind: InsurableKind) => insurableKinds.indexOf(kind);
  return {
    rows: rows.map((row) => ({
      ...row,
      units: (byHolder.get(row.id) ?? [])
        .map(({ kind, held: has }) => ({ kind, held: has }))
        .sort((a, b) => order(a.kind) - order(b.kind)),
    })),
    total: counted.rows[0]?.total ?? 0,
  };
}
