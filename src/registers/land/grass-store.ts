import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { PlaceRange } from '../../platform/pure/place.ts';
import type { CapacityRow, GrassRow, HerdFields, HerdRow } from './grass-contract.ts';
import type { ListedHolder } from './holder-store.ts';

type Decided = 'overBp' | 'light';

/** The villages of a range that have grassland or herds in a year, each with both sides in sheep units. */
export async function listGrassland(
  tx: Tx,
  { lo, hi }: PlaceRange,
  year: number,
): Promise<readonly Omit<GrassRow, Decided>[]> {
  const { rows } = await sql<Omit<GrassRow, Decided>>`
    select v.code as place, v.name as place_name, coalesce(p.grassland_mu, 0) as grassland_mu, coalesce(p.parcels, 0) as parcels,
      coalesce(c.set, 0) as set, coalesce(h.holders, 0) as holders, c.capacity, coalesce(h.herd, 0) as herd
    from place as v
    left join (
      select place, sum(area_mu) as grassland_mu, count(*)::int as parcels from land_parcel
      where place between ${lo} and ${hi} and kind = 'grassland' and ${standsIn(year)} group by place
    ) as p on p.place = v.code
    left join (
      select place, sum(sheep_units) as capacity, count(*)::int as set from grass_capacity
      where place between ${lo} and ${hi} and year = ${year} group by place
    ) as c on c.place = v.code
    left join (
      select place, sum(sheep_units) as herd, count(*)::int as holders from herd_count
      where place between ${lo} and ${hi} and year = ${year} group by place
    ) as h on h.place = v.code
    where v.level = 'village' and v.code between ${lo} and ${hi} and (p.place is not null or h.place is not null)
    order by v.code limit 2000`.execute(tx.db);
  return rows;
}

/** The last year until `through` in which herds were counted in a range; where none were, in which a capacity was set. */
export async function findLastYear(tx: Tx, { lo, hi }: PlaceRange, through: number): Promise<number | undefined> {
  const { rows } = await sql<{ year: number | null }>`
    select coalesce(
      (select max(year) from herd_count where place between ${lo} and ${hi} and year <= ${through}),
      (select max(year) from grass_capacity where place between ${lo} and ${hi} and year <= ${through})) as year`.execute(
    tx.db,
  );
  return rows[0]?.year ?? undefined;
}

/** On the register on some day of the year. */
function standsIn(year: number): RawBuilder<unknown> {
  return sql`listed_on < make_date(${year + 1}, 1, 1) and (left_on is null or left_on >= make_date(${year}, 1, 1))`;
}

/**
 * The households and cooperatives of a village that hold grassland or have a count in a year. The capacity of a holder is
 * that of its parcels without what it let on the day, and that of what it took itself.
 */
export async function listHerds(
  tx: Tx,
  village: { readonly place: number; readonly year: number; readonly on: string },
): Promise<readonly Omit<HerdRow, Decided>[]> {
  const { place, year, on } = village;
  const { rows } = await sql<Omit<HerdRow, Decided>>`
    with parcel as (
      select p.id, p.holder_id, p.holder_kind, p.holder_name, p.area_mu, c.sheep_units / p.area_mu as per_mu
      from land_parcel as p
      left join grass_capacity as c on c.county = p.county and c.parcel_id = p.id and c.year = ${year}
      where p.place = ${place} and p.kind = 'grassland' and p.listed_on <= ${on}::date
        and (p.left_on is null or p.left_on > ${on}::date)
    ), taken as (
      select t.parcel_id, t.taker_id, t.area_mu, p.per_mu from land_transfer as t join parcel as p on p.id = t.parcel_id
      where t.place = ${place} and ${on}::date between t.starts_on and coalesce(t.closed_on, t.through_on)
    ), use as (
      select holder_id, area_mu as mu, area_mu * per_mu as units from parcel
      union all
      select p.holder_id, -t.area_mu, -t.area_mu * t.per_mu from taken as t join parcel as p on p.id = t.parcel_id
      union all
      select taker_id, area_mu, area_mu * per_mu from taken
    ), held as (
      select holder_id, sum(mu) as mu, round(sum(units), 2) as units from use where holder_id is not null group by holder_id
    ), holder as (
      select holder_id, min(holder_kind) as holder_kind, min(holder_name) as holder_name from parcel
      where holder_kind in ('household', 'cooperative') group by holder_id
      union
      select holder_id, holder_kind, holder_name from herd_count as h where h.place = ${place} and h.year = ${year}
        and not exists (select from parcel as p where p.holder_id = h.holder_id)
    )
    select ${Math.floor(place / 1_000_000)}::int as county, h.id, h.revision, o.holder_kind, o.holder_id,
      coalesce(h.holder_name, o.holder_name) as holder_name, h.counted_on, coalesce(h.sheep, 0) as sheep,
      coalesce(h.goats, 0) as goats, coalesce(h.cattle, 0) as cattle, coalesce(h.horses, 0) as horses,
      coalesce(h.donkeys, 0) as donkeys, coalesce(h.camels, 0) as camels, coalesce(l.mu, 0) as grassland_mu,
      l.units as capacity, coalesce(h.sheep_units, 0) as herd
    from holder as o
    left join herd_count as h on h.place = ${place} and h.year = ${year} and h.holder_id = o.holder_id
    left join held as l on l.holder_id = o.holder_id
    order by coalesce(h.sheep_units, 0) - coalesce(l.units, 0) desc, o.holder_name, o.holder_id limit 2000`.execute(
    tx.db,
  );
  return rows;
}

/** The parcels of grassland of a village with what was set for a year. */
export async function listCapacities(tx: Tx, place: number, year: number): Promise<readonly CapacityRow[]> {
  const { rows } = await sql<CapacityRow>`
    select p.id as parcel_id, p.number, p.name, p.holder_name, p.area_mu, c.id, c.revision, c.sheep_units, c.document_number
    from land_parcel as p
    left join grass_capacity as c on c.county = p.county and c.parcel_id = p.id and c.year = ${year}
    where p.place = ${place} and p.kind = 'grassland' and ${standsIn(year)} order by p.number, p.id limit 2000`.execute(
    tx.db,
  );
  return rows;
}

export interface CapacityWrite {
  readonly id: string;
  readonly year: number;
  readonly sheepUnits: number;
  readonly documentNumber: string;
}

/** Sets the capacity of a year for the first time; a second one meets `grass_capacity_once`. */
export async function recordCapacity(
  tx: Tx,
  parcel: { readonly county: number; readonly place: number; readonly id: string },
  write: CapacityWrite,
): Promise<void> {
  await record(tx, 'grass_capacity', {
    county: parcel.county,
    id: write.id,
    place: parcel.place,
    parcel_id: parcel.id,
    year: write.year,
    sheep_units: write.sheepUnits,
    document_number: write.documentNumber,
    holds_from: `${write.year}-01-01`,
  });
}

/** Corrects the capacity of a year; false when it is another parcel’s or year’s, or was changed meanwhile. */
export async function correctCapacity(
  tx: Tx,
  parcel: RecordKey,
  write: CapacityWrite & { readonly revision: number; readonly reason: string },
): Promise<boolean> {
  const { county } = parcel;
  const { rows } = await sql`
    select 1 from grass_capacity where county = ${county} and id = ${write.id} and parcel_id = ${parcel.id}
      and year = ${write.year}`.execute(tx.db);
  if (rows.length === 0) return false;
  const set = { sheep_units: write.sheepUnits, document_number: write.documentNumber };
  const key = { county, id: write.id, revision: write.revision };
  return (await revise(tx, 'grass_capacity', { key, set, reason: write.reason })) !== undefined;
}

export interface CountedHerd {
  readonly fields: HerdFields;
  readonly sheepUnits: number;
}

/** Records a count; a second one of the holder in the year meets `herd_count_once`. */
export async function recordHerd(
  tx: Tx,
  at: { readonly county: number; readonly id: string; readonly place: number; readonly holder: ListedHolder },
  herd: CountedHerd,
): Promise<void> {
  const { holder, ...key } = at;
  await record(tx, 'herd_count', {
    ...key,
    holder_kind: holder.kind,
    holder_name: holder.name,
    holder_id: holder.id,
    ...herdColumns(herd),
  });
}

export async function correctHerd(
  tx: Tx,
  key: RecordKey,
  change: CountedHerd & { readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'herd_count', { key, set: herdColumns(change), reason: change.reason })) !== undefined;
}

export async function findHerd(
  tx: Tx,
  key: RecordKey,
): Promise<{ readonly place: number; readonly year: number } | undefined> {
  const { rows } = await sql<{ place: number; year: number }>`
    select place, year from herd_count where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The last count of a holder on or before a day. */
export async function findHerdOn(
  tx: Tx,
  holder: RecordKey,
  on: string,
): Promise<(HerdFields & { readonly sheepUnits: number }) | undefined> {
  const { rows } = await sql<HerdFields & { sheepUnits: number }>`
    select counted_on, sheep, goats, cattle, horses, donkeys, camels, sheep_units from herd_count
    where county = ${holder.county} and holder_id = ${holder.id} and counted_on <= ${on}::date
    order by counted_on desc limit 1`.execute(tx.db);
  return rows[0];
}

function herdColumns({ fields, sheepUnits }: CountedHerd) {
  const { countedOn, ...animals } = fields;
  return { year: Number(countedOn.slice(0, 4)), counted_on: countedOn, ...animals, sheep_units: sheepUnits };
}
