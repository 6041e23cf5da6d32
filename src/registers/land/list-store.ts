import { type RawBuilder, sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { lettingStates, ParcelRow, ParcelView } from './contract.ts';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface ParcelQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly kind?: string | undefined;
  readonly tenure?: string | undefined;
  readonly holderKind?: string | undefined;
  readonly letting?: (typeof lettingStates)[number] | undefined;
  readonly overlapping?: boolean | undefined;
  readonly certified?: boolean | undefined;
  readonly left?: boolean | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

type Parts = 'overlapsWith' | 'transfers' | 'capacities' | 'allowed';
/** A parcel as read, without what belongs to it. */
export type StoredParcel = Omit<ParcelView, Parts>;

/** Parcels with the names of their places, what of them is let today, and how many outlines they overlap. */
function parcelSource(tx: Tx): RawBuilder<unknown> {
  const today = sql`${todayInShanghai(tx.now)}::date`;
  return sql`(
    select p.*, v.name as place_name, t.name as township_name, l.let_mu,
      case when l.let_mu = 0 then 'free' when l.let_mu < p.area_mu then 'partly' else 'whole' end as letting,
      (select count(*) from land_overlap as o where o.county = p.county and (o.parcel_id = p.id or o.other_id = p.id))::int
        as overlaps
    from land_parcel as p
    left join place as v on v.code = p.place
    left join place as t on t.code = p.place - p.place % 1000
    cross join lateral (
      select coalesce(sum(t.area_mu), 0) as let_mu from land_transfer as t
      where t.county = p.county and t.parcel_id = p.id
        and ${today} between t.starts_on and coalesce(t.closed_on, t.through_on)) as l
  ) as p`;
}

const columns = sql`p.county, p.id, p.place, coalesce(p.place_name, '') as place_name, coalesce(p.township_name, '') as township_name,
  p.number, p.name, p.kind, p.location, p.area_mu, p.measured_mu, p.drawn_mu, p.tenure, p.tenure_until, p.holder_kind,
  p.holder_name, p.holder_id, p.certificate_number, p.note, p.listed_on, p.left_on, p.left_kind, p.let_mu, p.letting,
  p.overlaps, p.revision`;

/** One page of parcels under the filters, with the areas of all of them. */
export async function listParcels(
  tx: Tx,
  query: ParcelQuery,
  page: Page,
): Promise<{ rows: ParcelRow[]; total: number; areaMu: number; letMu: number }> {
  const found = sql`from ${parcelSource(tx)} where ${conditions(tx, query)}`;
  const { rows } = await sql<StoredParcel>`
    select ${columns}, null as boundary ${found} order by ${orderBy(query)}, p.county, p.id
    limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; areaMu: number; letMu: number }>`
    select count(*) as total, coalesce(sum(p.area_mu), 0) as area_mu, coalesce(sum(p.let_mu), 0) as let_mu
    ${found}`.execute(tx.db);
  const sums = counted.rows[0] ?? { total: 0, areaMu: 0, letMu: 0 };
  return { ...sums, rows: rows.map(toRow) };
}

/** All parcels under the filters with the numbers of their households, for exports; never more than `most`. */
export async function readParcels(
  tx: Tx,
  query: ParcelQuery,
  most: number,
): Promise<readonly (StoredParcel & { readonly householdNumber: string | null })[]> {
  const { rows } = await sql<StoredParcel & { readonly householdNumber: string | null }>`
    select ${columns}, null as boundary,
      (select h.number from household as h where h.county = p.county and h.id = p.holder_id) as household_number from ${parcelSource(tx)} where ${conditions(tx, query)}
    order by ${orderBy(query)}, p.county, p.id limit ${most}`.execute(tx.db);
  return rows;
}

export async function readParcel(tx: Tx, key: RecordKey): Promise<StoredParcel | undefined> {
  const { rows } = await sql<StoredParcel>`
    select ${columns}, p.boundary from ${parcelSource(tx)} where p.county = ${key.county} and p.id = ${key.id}`.execute(
    tx.db,
  );
  return rows[0];
}

function toRow(parcel: StoredParcel): ParcelRow {
  const { townshipName: _t, location: _l, boundary: _b, holderId: _h, note: _n, leftKind: _k, ...row } = parcel;
  return row;
}

/** The outlines a parcel overlaps, the largest first, as far as they are in range. */
export async function listOverlaps(tx: Tx, { county, id }: RecordKey): Promise<ParcelView['overlapsWith']> {
  const { rows } = await sql<ParcelView['overlapsWith'][number]>`
    select p.id, p.number, p.name, p.holder_name, o.overlap_mu, o.overlap_bp, o.found_on, p.boundary
    from land_overlap as o
    join land_parcel as p on p.county = o.county and p.id = case when o.parcel_id = ${id} then o.other_id else o.parcel_id end
    where o.county = ${county} and (o.parcel_id = ${id} or o.other_id = ${id})
    order by o.overlap_bp desc, p.id limit 50`.execute(tx.db);
  return rows;
}

/** The transfers of a parcel, the latest first. */
export async function listTransferLines(tx: Tx, { county, id }: RecordKey): Promise<ParcelView['transfers']> {
  const { rows } = await sql<ParcelView['transfers'][number]>`
    select id, number, kind, taker_name, area_mu, starts_on, through_on, closed_on, rent_fen from land_transfer
    where county = ${county} and parcel_id = ${id} order by starts_on desc, id limit 100`.execute(tx.db);
  return rows;
}

export async function listCapacityLines(tx: Tx, { county, id }: RecordKey): Promise<ParcelView['capacities']> {
  const { rows } = await sql<ParcelView['capacities'][number]>`
    select year, sheep_units, document_number from grass_capacity
    where county = ${county} and parcel_id = ${id} order by year desc limit 50`.execute(tx.db);
  return rows;
}

/** The range stands in the query too, not only in the policy, so that the index on places is used. */
function conditions(tx: Tx, query: ParcelQuery): RawBuilder<unknown> {
  const range = query.place === undefined ? tx.actor.range : placeRange(placeOf(query.place));
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql`${sql.ref(`p.${column}`)} = ${value}`];
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return sql.join(
    [
      range ? sql`p.place between ${range.lo} and ${range.hi}` : sql`false`,
      ...(query.left ? [] : [sql`p.left_on is null`]),
      ...equal('kind', query.kind),
      ...equal('tenure', query.tenure),
      ...equal('holder_kind', query.holderKind),
      ...equal('letting', query.letting),
      ...(query.overlapping ? [sql`p.overlaps > 0`] : []),
      ...(query.certified === undefined
        ? []
        : [query.certified ? sql`p.certificate_number is not null` : sql`p.certificate_number is null`]),
      ...(query.q
        ? [
            sql`(p.number like ${text} or p.name like ${text} or p.holder_name like ${text} or p.certificate_number like ${text}
              or p.place_name like ${text})`,
          ]
        : []),
    ],
    sql` and `,
  );
}

function orderBy({ sort, order }: ParcelQuery): RawBuilder<unknown> {
  const down = order === 'desc' ? sql`desc` : sql`asc`;
  switch (sort) {
    case 'name':
      return sql`p.name collate "C" ${down}`;
    case 'area':
      return sql`p.area_mu ${down}`;
    case 'let':
      return sql`p.let_mu ${down}`;
    default:
      return sql`p.place ${down}, p.number collate "C" ${down}`;
  }
}
