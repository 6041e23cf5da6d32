import { sql } from 'kysely';
import { countAnswers } from '../../platform/access/use.ts';
import { arrayLiteral } from '../../platform/db/array-literal.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Refusal } from '../../platform/pure/result.ts';
import type { KnownResident } from './resident-contract.ts';

/** The keyed hash under which a number stands in `resident_key`. */
export function idNumberHash(tx: Pick<Tx, 'vault'>, idNumber: string): Buffer {
  return tx.vault.fingerprint('resident_id', idNumber);
}

export interface KeyHolder {
  readonly hash: Buffer;
  readonly county: number;
  readonly residentId: string;
  readonly householdId: string;
  /** moved away already: for books taken over from elsewhere */
  readonly releasedOn?: string | null;
}

/**
 * Claims numbers for stays: one person once in the whole city. A number that is held stays where it is; one that was
 * released (moved away) passes on. In order of the hash, so that two imports of overlapping lists wait for each other
 * instead of blocking each other. Returns the ids of the residents that got theirs.
 */
export async function claimKeys(tx: Tx, holders: readonly KeyHolder[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ residentId: string }>`
    insert into resident_key (id_number_hash, county, resident_id, household_id, released_on)
    select * from unnest(${arrayLiteral(holders.map((one) => one.hash))}::bytea[], ${holders.map((one) => one.county)}::int[],
      ${arrayLiteral(holders.map((one) => one.residentId))}::uuid[], ${arrayLiteral(holders.map((one) => one.householdId))}::uuid[],
      ${arrayLiteral(holders.map((one) => one.releasedOn ?? null))}::date[]) as claim (id_number_hash, county, resident_id, household_id, released_on)
    order by id_number_hash
    on conflict (id_number_hash) do update set county = excluded.county, resident_id = excluded.resident_id,
        household_id = excluded.household_id, released_on = excluded.released_on
      where resident_key.released_on is not null
    returning resident_id`.execute(tx.db);
  return new Set(rows.map((row) => row.residentId));
}

/** The same people in other households: their numbers follow them. Throws when one is not where it was. */
export async function passKeys(
  tx: Tx,
  moves: readonly { readonly fromId: string; readonly to: KeyHolder }[],
): Promise<void> {
  const { rows } = await sql`
    update resident_key as k
    set county = m.county, resident_id = m.resident_id, household_id = m.household_id, released_on = null
    from unnest(${moves.map(({ to }) => to.hash)}::bytea[], ${moves.map(({ fromId }) => fromId)}::uuid[],
      ${moves.map(({ to }) => to.county)}::int[], ${moves.map(({ to }) => to.residentId)}::uuid[],
      ${moves.map(({ to }) => to.householdId)}::uuid[]) as m (hash, from_id, county, resident_id, household_id)
    where k.id_number_hash = m.hash and k.resident_id = m.from_id
    returning 1`.execute(tx.db);
  if (rows.length !== moves.length) throw new Error(`${moves.length - rows.length} numbers are held by others`);
}

/** The people moved away: another village may take them in. The dead keep their numbers. */
export async function releaseKeys(tx: Tx, residentIds: readonly string[], releasedOn: string): Promise<void> {
  await sql`update resident_key set released_on = ${releasedOn}
    where id_number_hash in (select id_number_hash from resident where id = any(${residentIds}::uuid[]))
      and resident_id = any(${residentIds}::uuid[])`.execute(tx.db);
}

/** A number that was wrong is free again. */
export async function dropKey(tx: Tx, hash: Buffer, residentId: string): Promise<void> {
  await sql`delete from resident_key where id_number_hash = ${hash} and resident_id = ${residentId}`.execute(tx.db);
}

interface KnownRow {
  readonly county: number;
  readonly householdId: string;
  readonly residentId: string;
  readonly releasedOn: string | null;
  readonly place: number | null;
  readonly placeName: string | null;
  readonly name: string | null;
  readonly leftReason: string | null;
  readonly banner: string | null;
}

/** Who holds a number, as far as the viewer may know: name and household in range, the banner alone outside. */
export async function findKnownResident(tx: Tx, hash: Buffer): Promise<KnownResident> {
  const { rows } = await sql<KnownRow>`
    select k.county, k.household_id, k.resident_id, k.released_on, r.place, p.name as place_name, r.name, r.left_reason, b.name as banner
    from resident_key as k
    left join resident as r on r.county = k.county and r.id = k.resident_id
    left join place as p on p.code = r.place
    left join place as b on b.code = k.county::bigint * 1000000
    where k.id_number_hash = ${hash}`.execute(tx.db);
  const [row] = rows;
  if (!row) return { known: 'none', banner: null, resident: null };
  if (row.place === null || row.name === null) {
    return { known: row.releasedOn === null ? 'elsewhere' : 'released', banner: row.banner, resident: null };
  }
  const { county, householdId, residentId, place, placeName, name } = row;
  const known = row.leftReason === 'died' ? 'died' : row.releasedOn === null ? 'here' : 'released';
  return { known, banner: row.banner, resident: { county, householdId, residentId, place, placeName, name } };
}

/** Why a number could not be claimed. */
export async function describeDuplicate(tx: Tx, hash: Buffer, field: string): Promise<Refusal> {
  const { banner, resident, known } = await findKnownResident(tx, hash);
  // told by a refusal instead of the check, it is the same answer about somebody outside the range
  if (!resident) countAnswers(tx, 'resident.check');
  if (!resident) return { code: 'resident_elsewhere', field, values: { banner: banner ?? '' } };
  return {
    code: known === 'died' ? 'resident_died' : 'resident_duplicate',
    field,
    values: {
      name: resident.name,
      village: resident.placeName ?? String(resident.place),
      county: resident.county,
      id: resident.householdId,
      residentId: resident.residentId,
    },
  };
}
