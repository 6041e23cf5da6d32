import { sql } from 'kysely';
import { type NewRow, type RecordKey, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { ParcelFields } from './contract.ts';
import type { Holder } from './holder-store.ts';
import type { HolderKind, LandKind, leaveKinds, tenures } from './rules.ts';

/** What acts on a parcel have to know about it. */
export interface ParcelHead {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly number: string;
  readonly name: string;
  readonly kind: LandKind;
  readonly areaMu: number;
  readonly tenure: (typeof tenures)[number];
  readonly tenureUntil: string | null;
  readonly holderKind: HolderKind;
  readonly holderName: string;
  readonly holderId: string | null;
  readonly listedOn: string;
  readonly leftOn: string | null;
  readonly revision: number;
  /** the last day of what is let now or later */
  readonly letThrough: string | null;
  /** how much of it, from the beginning, is in these transfers: it does not become smaller than that */
  readonly letUpToMu: number;
}

/** The parcel, held until the act ends: who lets it, shrinks it or takes it off comes one after another. */
export async function holdParcel(tx: Tx, key: RecordKey): Promise<ParcelHead | undefined> {
  const held = await sql`select 1 from land_parcel where county = ${key.county} and id = ${key.id} for update`.execute(
    tx.db,
  );
  if (held.rows.length === 0) return undefined;
  return findParcel(tx, key);
}

export async function findParcel(tx: Tx, key: RecordKey): Promise<ParcelHead | undefined> {
  const today = todayInShanghai(tx.now);
  const { rows } = await sql<ParcelHead>`
    select p.county, p.id, p.place, p.number, p.name, p.kind, p.area_mu, p.tenure, p.tenure_until, p.holder_kind,
      p.holder_name, p.holder_id, p.listed_on, p.left_on, p.revision, t.let_through, t.let_up_to_mu
    from land_parcel as p cross join lateral (
      select max(coalesce(closed_on, through_on)) as let_through, coalesce(max(upper(part)), 0) / 100.0 as let_up_to_mu
      from land_transfer as t where t.county = p.county and t.parcel_id = p.id
        and coalesce(t.closed_on, t.through_on) >= ${today}::date) as t
    where p.county = ${key.county} and p.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function isOpenVillage(tx: Tx, place: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 from place where code = ${place} and level = 'village' and ends_on is null`.execute(tx.db);
  return rows.length > 0;
}

/** What the boundary says of a parcel; all null where it has none. */
export interface OutlineColumns {
  readonly drawnMu: number | null;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
}

export interface ParcelWrite {
  readonly fields: ParcelFields & { readonly listedOn: string };
  readonly holder: Holder;
  readonly outline: OutlineColumns;
}

export async function recordParcel(
  tx: Tx,
  at: { readonly county: number; readonly id: string; readonly place: number },
  write: ParcelWrite,
): Promise<void> {
  await record(tx, 'land_parcel', { ...at, ...parcelColumns(write) });
}

/** Many at once, in the columns of the table. */
export async function recordParcels(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  const [only, ...others] = rows;
  if (only && others.length === 0) await record(tx, 'land_parcel', only);
  else await recordMany(tx, 'land_parcel', rows);
}

export async function correctParcel(
  tx: Tx,
  key: RecordKey,
  change: ParcelWrite & { readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'land_parcel', { key, set: parcelColumns(change), reason: change.reason })) !== undefined;
}

/** Changes the columns given; false when somebody was faster. */
export async function reviseParcel(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Row; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'land_parcel', { key, ...change })) !== undefined;
}

export async function leaveParcel(
  tx: Tx,
  key: RecordKey,
  leave: { readonly leftOn: string; readonly leftKind: (typeof leaveKinds)[number]; readonly reason: string },
): Promise<boolean> {
  const set = { left_on: leave.leftOn, left_kind: leave.leftKind };
  return (await revise(tx, 'land_parcel', { key, set, reason: leave.reason })) !== undefined;
}

export async function withdrawParcel(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'land_parcel', { key, reason })) !== undefined;
}

/** One more than the highest number of digits in the village, as wide as that one. */
export async function findNextNumber(tx: Tx, place: number): Promise<string> {
  const { rows } = await sql<{ highest: string | null; width: number | null }>`
    select max(number::numeric)::text as highest, max(length(number)) as width
    from land_parcel where place = ${place} and number ~ '^[0-9]{1,12}$'`.execute(tx.db);
  return String(Number(rows[0]?.highest ?? 0) + 1).padStart(rows[0]?.width ?? 4, '0');
}

function parcelColumns({ fields, holder, outline }: ParcelWrite) {
  return {
    number: fields.number,
    name: fields.name,
    kind: fields.kind,
    location: fields.location,
    area_mu: fields.areaMu,
    measured_mu: fields.measuredMu,
    boundary: fields.boundary,
    drawn_mu: outline.drawnMu,
    west: outline.west,
    south: outline.south,
    east: outline.east,
    north: outline.north,
    tenure: fields.tenure,
    tenure_until: fields.tenureUntil,
    holder_kind: fields.holderKind,
    holder_name: holder.name,
    holder_id: holder.id,
    certificate_number: fields.certificateNumber,
    note: fields.note,
    listed_on: fields.listedOn,
  };
}
