import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { HouseholdKey } from './household-store.ts';
import type { PovertyState } from './poverty-rules.ts';

/**
 * The poverty state of many households on a day, as known now, by id; null where none was registered. Households outside
 * the reader's range are left out: of them nothing is known.
 */
export async function listPovertyStates(
  tx: Tx,
  households: readonly HouseholdKey[],
  day: string,
): Promise<ReadonlyMap<string, PovertyState | null>> {
  if (households.length === 0) return new Map();
  const { rows } = await sql<{ id: string; state: PovertyState | null }>`
    select h.id, p.state
    from unnest(${households.map((one) => one.county)}::int[], ${households.map((one) => one.id)}::uuid[]) as w (county, id)
    join household as h on h.county = w.county and h.id = w.id
    left join poverty_registration as p on p.county = h.county and p.household_id = h.id
      and p.starts_on <= ${day}::date and (p.ends_on is null or p.ends_on > ${day}::date)`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.state]));
}
