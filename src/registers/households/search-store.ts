import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { HouseholdKey } from './household-store.ts';
import { readPhone, readSearch, type Search } from './rules.ts';

/** So many hits are looked at; a list found by search is never longer. */
export const mostHits = 200;

export interface ResidentHit extends HouseholdKey {
  readonly householdId: string;
  readonly place: number;
}

/** People by name, pinyin, initials or the end of their number, inside the range, each once. */
export async function searchResidents(tx: Tx, text: string, most: number): Promise<readonly ResidentHit[]> {
  const hits = new Map<string, ResidentHit>();
  for (const search of readSearch(text)) {
    if (search.mode === 'number') continue;
    const { rows } = await sql<ResidentHit>`
      select county, id, household_id, place from search_residents(${search.text}, ${search.mode}, ${most})`.execute(
      tx.db,
    );
    for (const row of rows) hits.set(row.id, row);
  }
  return [...hits.values()].slice(0, most);
}

/** Households by a member's name or number, or by household number, external number or whole phone number. */
export async function searchHouseholds(tx: Tx, text: string): Promise<readonly HouseholdKey[]> {
  const found = new Map<string, HouseholdKey>();
  for (const search of readSearch(text)) {
    if (search.mode === 'number') for (const key of await findByNumber(tx, search)) found.set(key.id, key);
  }
  for (const hit of await searchResidents(tx, text, mostHits)) {
    found.set(hit.householdId, { county: hit.county, id: hit.householdId });
  }
  return [...found.values()].slice(0, mostHits);
}

export interface FoundResident extends ResidentHit {
  readonly placeName: string | null;
  readonly name: string;
  readonly idNumberMasked: string;
  readonly birthOn: string;
}

/** Hits as the search box shows them, in the order in which they were found. */
export async function describeResidents(tx: Tx, hits: readonly ResidentHit[]): Promise<readonly FoundResident[]> {
  if (hits.length === 0) return [];
  const { rows } = await sql<FoundResident>`
    select r.county, r.id, r.household_id, r.place, p.name as place_name, r.name, r.id_number_masked, r.birth_on
    from unnest(${hits.map((hit) => hit.county)}::int[], ${hits.map((hit) => hit.id)}::uuid[]) with ordinality as hit (county, id, rank)
    join resident as r on r.county = hit.county and r.id = hit.id
    left join place as p on p.code = r.place
    order by hit.rank`.execute(tx.db);
  return rows;
}

async function findByNumber(tx: Tx, search: Search): Promise<readonly HouseholdKey[]> {
  const phone = readPhone(search.text);
  const hash = phone.ok ? tx.vault.fingerprint('phone', phone.value) : null;
  const { rows } = await sql<HouseholdKey>`
    select county, id from household where number = ${search.text}
    union select county, id from household where external_number = ${search.text}
    union select county, id from household where phone_hash = ${hash}
    limit ${mostHits}`.execute(tx.db);
  return rows;
}
