import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';

/** Where somebody lives today, for other registers that know his number. */
export interface Match {
  readonly idNumberHash: Buffer;
  readonly county: number;
  readonly residentId: string;
  readonly householdId: string;
  readonly place: number;
  readonly name: string;
}

/** The people of these numbers who live in the reader's range today, each once. */
export async function matchResidents(tx: Tx, hashes: readonly Buffer[]): Promise<readonly Match[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<Match>`
    select id_number_hash, county, id as resident_id, household_id, place, name from resident
    where id_number_hash = any(${hashes}::bytea[]) and left_on is null`.execute(tx.db);
  return rows;
}

/** People who died or moved away, of those asked about. */
export interface LeftResident {
  readonly residentId: string;
  readonly leftOn: string;
  readonly leftReason: string;
}

export async function listLeftResidents(
  tx: Tx,
  residents: readonly { readonly county: number; readonly id: string }[],
): Promise<readonly LeftResident[]> {
  if (residents.length === 0) return [];
  const { rows } = await sql<LeftResident>`
    select r.id as resident_id, r.left_on, r.left_reason
    from unnest(${residents.map((one) => one.county)}::int[], ${residents.map((one) => one.id)}::uuid[]) as w (county, id)
    join resident as r on r.county = w.county and r.id = w.id
    where r.left_on is not null`.execute(tx.db);
  return rows;
}
