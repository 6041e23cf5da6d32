import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { HouseholdKey } from './household-store.ts';

/** What stands on the card of a household: as it is today, numbers masked. */
export interface CardHousehold extends HouseholdKey {
  readonly number: string;
  readonly placeName: string | null;
  readonly address: string | null;
  readonly phoneMasked: string | null;
  readonly croplandMu: number | null;
  readonly irrigatedMu: number | null;
  readonly forestMu: number | null;
  readonly grasslandMu: number | null;
  readonly housingM2: number | null;
  readonly housingStructure: string | null;
  readonly housingDangerous: boolean | null;
  readonly water: string | null;
  readonly state: string | null;
  readonly kind: string | null;
  readonly standard: string | null;
  readonly mainCause: string | null;
  readonly startsOn: string | null;
  readonly documentNumber: string | null;
  readonly residents: readonly CardResident[];
}

export interface CardResident {
  readonly name: string;
  readonly relation: string;
  readonly sex: string;
  readonly birthOn: string;
  readonly education: string | null;
  readonly health: string | null;
  readonly labour: string | null;
  readonly medicalInsured: boolean | null;
  readonly pensionInsured: boolean | null;
}

/** The cards of many households in the order of the keys, by two statements. */
export async function listCards(tx: Tx, keys: readonly HouseholdKey[]): Promise<readonly CardHousehold[]> {
  const [counties, ids] = [keys.map((key) => key.county), keys.map((key) => key.id)];
  const today = todayInShanghai(tx.now);
  const { rows } = await sql<Omit<CardHousehold, 'residents'>>`
    select h.county, h.id, h.number, p.name as place_name, h.address, h.phone_masked, h.cropland_mu, h.irrigated_mu, h.forest_mu,
      h.grassland_mu, h.housing_m2, h.housing_structure, h.housing_dangerous, h.water, v.state, v.kind, v.standard, v.main_cause,
      v.starts_on, v.document_number
    from unnest(${counties}::int[], ${ids}::uuid[]) with ordinality as k (county, id, rank)
    join household as h on h.county = k.county and h.id = k.id
    left join place as p on p.code = h.place
    left join poverty_registration as v on v.county = h.county and v.household_id = h.id
      and v.starts_on <= ${today}::date and (v.ends_on is null or v.ends_on > ${today}::date)
    order by k.rank`.execute(tx.db);
  const people = await sql<CardResident & { householdId: string }>`
    select r.household_id, r.name, r.relation, r.sex, r.birth_on, r.education, r.health, r.labour, r.medical_insured, r.pension_insured
    from unnest(${counties}::int[], ${ids}::uuid[]) as k (county, id)
    join resident as r on r.county = k.county and r.household_id = k.id and r.left_on is null
    order by r.relation, r.birth_on`.execute(tx.db);
  const byHousehold = Map.groupBy(people.rows, (person) => person.householdId);
  return rows.map((row) => ({ ...row, residents: byHousehold.get(row.id) ?? [] }));
}
