import { type ParameterRow, parameterOn } from '../../measure/rules.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type CooperativeKind, legalFormOf } from './rules.ts';

export const reserveBases = ['patronage', 'contribution', 'equal'] as const;
export type ReserveBasis = (typeof reserveBases)[number];

export interface CharterTerms {
  readonly startsOn: string;
  readonly surplusReserveBp: number;
  readonly expansionBp: number;
  readonly reliefBp: number;
  readonly welfareReserveBp: number;
  readonly patronageBp: number;
  readonly additionalVotesBp: number;
  readonly quorumBp: number | null;
  readonly ordinaryBp: number | null;
  readonly specialBp: number | null;
}

export interface CharterLimits {
  /** patronage refunds in the distributable surplus, at least (Cooperatives Law art. 44) */
  readonly patronageFloorBp: number;
  /** additional votes to basic votes, at most (Cooperatives Law art. 22) */
  readonly additionalVotesBp: number;
}

export const lawCharterLimits: CharterLimits = { patronageFloorBp: 6_000, additionalVotesBp: 2_000 };

/** The numbers in force on a day among dated values; those of the law where none says otherwise. */
export function charterLimitsOn(rows: readonly ParameterRow[], on: string): CharterLimits {
  const value = (code: string, fallback: number) => parameterOn(rows, code, on)?.value ?? fallback;
  return {
    patronageFloorBp: value('patronage_floor_bp', lawCharterLimits.patronageFloorBp),
    additionalVotesBp: value('cooperative_additional_votes_bp', lawCharterLimits.additionalVotesBp),
  };
}

export type CharterRefusal = Refusal<
  | 'charter_patronage_floor'
  | 'charter_additional_votes'
  | 'charter_drawings'
  | 'charter_patronage_form'
  | 'charter_votes_form'
  | 'charter_votes_weaker'
>;

/** Two thirds, rounded up to a basis point, and more than half: what an override of votes may not fall below. */
const leastVotesBp = { quorumBp: 6_667, ordinaryBp: 5_001, specialBp: 6_667 } as const;
/** Collectives decide by two thirds of all members (RCEO art. 27). */
const leastCollectiveBp = { quorumBp: 6_667, ordinaryBp: 6_667, specialBp: 6_667 } as const;

/** Checks a charter’s numbers against the law of its form; they may be stricter, never weaker. */
export function checkCharter(
  kind: CooperativeKind,
  terms: CharterTerms,
  limits: CharterLimits,
): Result<true, CharterRefusal> {
  const drawings = terms.surplusReserveBp + terms.expansionBp + terms.reliefBp + terms.welfareReserveBp;
  if (drawings > 10_000) return refuse(refusal('charter_drawings', 'surplusReserveBp', { sum: drawings / 100 }));
  const form = legalFormOf(kind);
  if (form === 'farmers_professional') {
    const floor = limits.patronageFloorBp;
    if (terms.patronageBp < floor)
      return refuse(refusal('charter_patronage_floor', 'patronageBp', { floor: floor / 100 }));
    const most = limits.additionalVotesBp;
    if (terms.additionalVotesBp > most)
      return refuse(refusal('charter_additional_votes', 'additionalVotesBp', { most: most / 100 }));
  }
  if (form === 'collective_economic') {
    if (terms.patronageBp > 0) return refuse(refusal('charter_patronage_form', 'patronageBp'));
    if (terms.additionalVotesBp > 0) return refuse(refusal('charter_votes_form', 'additionalVotesBp'));
  }
  const least = form === 'collective_economic' ? leastCollectiveBp : leastVotesBp;
  for (const key of ['quorumBp', 'ordinaryBp', 'specialBp'] as const) {
    const value = terms[key];
    if (form && value !== null && value < least[key]) return refuse(refusal('charter_votes_weaker', key));
  }
  return ok(true);
}

/** Versions follow one another: a new one begins after the one that holds. */
export function followsCharter(
  startsOn: string,
  latest: { readonly startsOn: string } | undefined,
): Result<true, Refusal<'charter_order'>> {
  if (latest === undefined || startsOn > latest.startsOn) return ok(true);
  return refuse(refusal('charter_order', 'startsOn', { date: latest.startsOn }));
}
