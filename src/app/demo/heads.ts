import type { Vault } from '../../platform/db/vault.ts';
import type { DemoCooperativeVillage } from '../../registers/cooperatives/seed.ts';
import { headRelation } from '../../registers/households/rules.ts';
import type { DemoVillage } from '../../registers/households/seed.ts';
import type { DivisionRow } from '../../registers/places/public.ts';
import { words as placeWords } from '../../registers/places/words.ts';

/** A village of the demo with those who may found and join something there, and its Party branch. */
export interface PeopledVillage extends DemoCooperativeVillage {
  readonly branchId: string | null;
}

const grassland = placeWords['kind.gacha'][0];
/** who is on the poverty register on this day counts as poor when somebody is asked to join */
const askedOn = '2018-03-15';

/** The heads of households that are there all the time, with their numbers in clear: cooperatives check them. */
export function peopleVillage(
  vault: Vault,
  { row, made, branchId }: { readonly row: DivisionRow; readonly made: DemoVillage; readonly branchId: string | null },
): PeopledVillage {
  const poor = new Set(
    made.poverty.flatMap(({ row: state, later }) => {
      const endsOn = later?.set.ends_on;
      const holds = String(state.starts_on) <= askedOn && (typeof endsOn !== 'string' || endsOn > askedOn);
      return holds && (state.state === 'registered' || state.state === 'relapsed') ? [String(state.household_id)] : [];
    }),
  );
  const staying = new Set(
    made.households.flatMap(({ row: household, later }) => (later ? [] : [String(household.id)])),
  );
  const heads = made.residents.filter(
    ({ row: one, later }) => one.relation === headRelation && !later && staying.has(String(one.household_id)),
  );
  return {
    place: row.code,
    name: row.name,
    isPastoral: row.nameOfficial.includes(grassland),
    branchId,
    heads: heads.map(({ row: head }) => ({
      householdId: String(head.household_id),
      residentId: String(head.id),
      name: String(head.name),
      idNumber: vault.open(head.id_number as Buffer),
      poor: poor.has(String(head.household_id)),
    })),
  };
}
