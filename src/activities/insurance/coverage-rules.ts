import { ratioBp } from '../../platform/pure/ratio.ts';
import { type InsurableKind, insurableKinds, unitOfKind } from './rules.ts';

/** Of one village on a day: what could be insured, and what is. Units in hundredths. */
export interface VillageCoverage {
  readonly place: number;
  /** somebody in it is insured, a household or a cooperative for its own */
  readonly isInsured: boolean;
  readonly households: number;
  readonly insuredHouseholds: number;
  /** of each kind: what the registers have, and how much of it is insured, household by household never more than it has */
  readonly units: Readonly<Partial<Record<InsurableKind, { readonly held: number; readonly insured: number }>>>;
}

/** Three definitions side by side (row 83); `bp` is undefined where there is nothing to divide by. */
export interface Coverage {
  readonly villages: number;
  readonly insuredVillages: number;
  readonly villagesBp: number | undefined;
  readonly households: number;
  readonly insuredHouseholds: number;
  readonly householdsBp: number | undefined;
  readonly headHeld: number;
  readonly headInsured: number;
  readonly headBp: number | undefined;
  readonly muHeld: number;
  readonly muInsured: number;
  readonly muBp: number | undefined;
}

/** A village is insured when somebody in it is; a second policy of the same household adds nothing. */
export function coverageOf(villages: readonly VillageCoverage[]): Coverage {
  const insuredVillages = villages.filter(({ isInsured }) => isInsured).length;
  const households = total(villages, (one) => one.households);
  const insuredHouseholds = total(villages, (one) => Math.min(one.insuredHouseholds, one.households));
  const head = unitsOf(villages, 'head');
  const mu = unitsOf(villages, 'mu');
  return {
    villages: villages.length,
    insuredVillages,
    villagesBp: ratioBp(insuredVillages, villages.length),
    ...{ households, insuredHouseholds, householdsBp: ratioBp(insuredHouseholds, households) },
    ...{ headHeld: head.held, headInsured: head.insured, headBp: ratioBp(head.insured, head.held) },
    ...{ muHeld: mu.held, muInsured: mu.insured, muBp: ratioBp(mu.insured, mu.held) },
  };
}

function total(villages: readonly VillageCoverage[], of: (one: VillageCoverage) => number): number {
  return villages.reduce((sum, one) => sum + of(one), 0);
}

function unitsOf(villages: readonly VillageCoverage[], unit: 'head' | 'mu'): { held: number; insured: number } {
  let [held, insured] = [0, 0];
  for (const { units } of villages) {
    for (const kind of insurableKinds) {
      const known = units[kind];
      if (!known || unitOfKind(kind) !== unit) continue;
      held += known.held;
      insured += known.insured;
    }
  }
  return { held, insured };
}

/** How many more villages have to be insured to reach the target; 0 when it is reached. */
export function villagesShort(coverage: Pick<Coverage, 'villages' | 'insuredVillages'>, targetBp: number): number {
  const needed = Math.ceil((coverage.villages * targetBp) / 10_000);
  return Math.max(needed - coverage.insuredVillages, 0);
}
