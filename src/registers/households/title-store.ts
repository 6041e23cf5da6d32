import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { HouseholdKey } from './household-store.ts';

/** Households by their head, by the last one where they have left, by their number where nobody is head; by id. */
export async function listHouseholdTitles(
  tx: Tx,
  households: readonly HouseholdKey[],
): Promise<ReadonlyMap<string, string>> {
  if (households.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select h.id, coalesce((select r.name from resident as r
        where r.county = h.county and r.household_id = h.id and r.relation = '01' and octet_length(r.id_number) > 0
        order by r.left_on desc nulls first limit 1), h.number) as title
    from unnest(${households.map(({ county }) => county)}::int[], ${households.map(({ id }) => id)}::uuid[]) as k (county, id)
    join household as h on h.county = k.county and h.id = k.id`.execute(tx.db);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
