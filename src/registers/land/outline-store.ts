import { sql } from 'kysely';
import { type RecordKey, record, recordMany, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Boundary, parseBoundary } from '../../platform/pure/boundary.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Box, boxOf, overlapBp, overlapMu, overlapToleranceBp } from './outline-rules.ts';

interface Neighbour {
  readonly id: string;
  readonly drawnMu: number;
  readonly boundary: string;
}

/** An outline is compared with at most so many whose box it meets. */
const mostNeighbours = 500;

export interface Drawn {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly outline: { readonly boundary: Boundary; readonly drawnMu: number } | undefined;
}

/**
 * Flags what a new or changed outline overlaps by more than the tolerance, and takes back flags that no longer hold.
 * Returns how many stand. Parcels of other villages are not looked at: their clerks do not see this one either.
 */
export async function flagOverlaps(tx: Tx, parcel: Drawn, reason: string): Promise<number> {
  const { county, id } = parcel;
  await withdrawOverlaps(tx, parcel, reason);
  if (!parcel.outline) return 0;
  const { boundary, drawnMu } = parcel.outline;
  const found = (await listNeighbours(tx, parcel, boxOf(boundary))).flatMap((neighbour) => {
    const other = parseBoundary(neighbour.boundary);
    const sharedMu = other.ok ? overlapMu(boundary, other.value) : 0;
    const sharedBp = overlapBp(sharedMu, drawnMu, neighbour.drawnMu);
    return sharedBp > overlapToleranceBp ? [{ neighbour, sharedMu, sharedBp }] : [];
  });
  const rows = found.map(({ neighbour, sharedMu, sharedBp }) => ({
    county,
    id: newRecordId(tx),
    place: parcel.place,
    parcel_id: id,
    other_id: neighbour.id,
    overlap_mu: sharedMu,
    overlap_bp: sharedBp,
    found_on: todayInShanghai(tx.now),
  }));
  const [only, ...others] = rows;
  if (only && others.length === 0) await record(tx, 'land_overlap', only);
  else await recordMany(tx, 'land_overlap', rows);
  return rows.length;
}

export async function withdrawOverlaps(tx: Tx, parcel: RecordKey, reason: string): Promise<void> {
  const { county, id } = parcel;
  const { rows } = await sql<{ id: string }>`
    select id from land_overlap where county = ${county} and (parcel_id = ${id} or other_id = ${id})`.execute(tx.db);
  for (const row of rows) await withdraw(tx, 'land_overlap', { key: { county, id: row.id }, reason });
}

async function listNeighbours(tx: Tx, { county, id, place }: Drawn, box: Box): Promise<readonly Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select id, drawn_mu, boundary from land_parcel
    where county = ${county} and place = ${place} and id <> ${id} and left_on is null and boundary is not null
      and west < ${box.east} and east > ${box.west} and south < ${box.north} and north > ${box.south}
    order by id limit ${mostNeighbours}`.execute(tx.db);
  return rows;
}
