import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { HouseholdView } from './contract.ts';
import type { HouseholdKey } from './household-store.ts';
import type { LineageView, PovertyView } from './poverty-contract.ts';
import { listPoverty } from './poverty-store.ts';
import type { ResidentView } from './resident-contract.ts';

type HouseholdOnly = Omit<HouseholdView, 'residents' | 'poverty' | 'lineage' | 'allowed'>;

/** What is known of a household, without the papers. */
export interface HouseholdKnown extends HouseholdOnly {
  readonly residents: ResidentView[];
  readonly poverty: PovertyView[];
  readonly lineage: LineageView[];
}

/** One household with all that belongs to it, numbers masked; undefined outside the reader's range. */
export async function findHouseholdView(tx: Tx, key: HouseholdKey): Promise<HouseholdKnown | undefined> {
  const { rows } = await sql<HouseholdOnly>`
    select h.county, h.id, h.place, h.revision, h.number, h.external_number, h.collective_number, h.address, h.phone_masked,
      h.bank_name, h.bank_card_masked, h.cropland_mu, h.irrigated_mu, h.forest_mu, h.converted_forest_mu, h.orchard_mu,
      h.grassland_mu, h.water_mu, h.housing_m2, h.housing_structure, h.housing_dangerous, h.electricity, h.water, h.fuel,
      h.road, h.road_distance_km, h.joined_on, h.joined_kind, h.left_on, h.left_kind, h.left_to,
      v.name as place_name, t.name as township_name
    from household as h
    left join place as v on v.code = h.place
    left join place as t on t.code = h.place - h.place % 1000
    where h.county = ${key.county} and h.id = ${key.id}`.execute(tx.db);
  const [household] = rows;
  if (!household) return undefined;
  const residents = await listResidents(tx, key);
  const poverty = await listPoverty(tx, key);
  const lineage = await listLineage(tx, key);
  return { ...household, residents: [...residents], poverty: [...poverty], lineage: [...lineage] };
}

/** Everybody who lives or lived in the household: those present first, the head before all. */
export async function listResidents(tx: Tx, household: HouseholdKey): Promise<readonly ResidentView[]> {
  const { rows } = await sql<ResidentView>`
    select id, revision, name, id_number_masked, sex, birth_on, relation, external_number, ethnicity, education, schooling,
      health, labour, employment, employment_months, political_status, military, medical_insured, pension_insured,
      illness_insured, low_income_support, joined_on, joined_kind, left_on, left_reason, left_to,
      octet_length(id_number) = 0 as erased
    from resident where county = ${household.county} and household_id = ${household.id}
    order by left_on is not null, left_on desc, relation, birth_on limit 500`.execute(tx.db);
  return rows;
}

/** Who of a village may vote on a day: residents of 18 years and more, and the households they live in. */
export async function countVoters(
  tx: Tx,
  at: { readonly place: number; readonly on: string },
): Promise<{ readonly adults: number; readonly households: number }> {
  const { rows } = await sql<{ adults: number; households: number }>`
    select count(*) as adults, count(distinct household_id) as households from resident
    where place = ${at.place} and joined_on <= ${at.on}::date and (left_on is null or left_on > ${at.on}::date)
      and birth_on <= ${at.on}::date - interval '18 years'`.execute(tx.db);
  return rows[0] ?? { adults: 0, households: 0 };
}

interface LineageRow extends Omit<LineageView, 'other'> {
  readonly county: number | null;
  readonly id: string | null;
  readonly number: string | null;
  readonly place: number | null;
  readonly placeName: string | null;
  readonly headName: string | null;
}

/** Where a household came from and went to; the other household is named while the reader may see it. */
export async function listLineage(tx: Tx, household: HouseholdKey): Promise<readonly LineageView[]> {
  const { rows } = await sql<LineageRow>`
    select l.kind, l.direction, l.happened_on, l.document_number, l.other_text, h.county, h.id, h.number, h.place,
      p.name as place_name,
      (select r.name from resident as r where r.county = h.county and r.household_id = h.id and r.relation = '01'
        order by r.left_on desc nulls first limit 1) as head_name
    from household_lineage as l
    left join household as h on h.county = l.other_county and h.id = l.other_household_id
    left join place as p on p.code = h.place
    where l.county = ${household.county} and l.household_id = ${household.id}
    order by l.happened_on, l.recorded_at limit 200`.execute(tx.db);
  return rows.map(({ county, id, number, place, placeName, headName, ...link }) => ({
    ...link,
    other:
      county === null || id === null || number === null || place === null
        ? null
        : { county, id, number, place, placeName, headName },
  }));
}
