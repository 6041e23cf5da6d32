import { isPlace, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { CharterTerms, ReserveBasis } from '../../registers/cooperatives/charter-rules.ts';
import type { MemberKind, UnitKind } from '../../registers/cooperatives/composition-rules.ts';
import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';

export const formationStates = ['open', 'registered', 'abandoned'] as const;
export type FormationState = (typeof formationStates)[number];

/** The steps of article 9 in their order; each is gated by the proof of the one before. */
export const formationSteps = ['draft', 'party_study', 'resolution', 'notice', 'review', 'registration'] as const;
export type FormationStep = (typeof formationSteps)[number];

/**
 * The four lawful ways to lift registered-poor members: money granted to the household and contributed by it (A37, own
 * column of the member account), quantified shares of collective property (RCEO 26, 40), the collective member's share
 * passed on by its own plan, a floor by contract.
 */
export const upliftMechanisms = [
  'household_grant',
  'quantification',
  'collective_share',
  'floor_dividend',
  'none',
] as const;
export type UpliftMechanism = (typeof upliftMechanisms)[number];

/** What is contributed; labour, credit, names and goodwill cannot be (market-entity regulation art. 13). */
export const capitalKinds = ['cash', 'householdGrant', 'cropland', 'forest', 'grassland', 'goods'] as const;
export type CapitalKind = (typeof capitalKinds)[number];

export type Capital = Readonly<Record<`${CapitalKind}Fen`, bigint>>;

/** A founder as the plan names him. */
export interface Founder extends Capital {
  readonly number: string;
  readonly kind: MemberKind;
  readonly unitKind: UnitKind | null;
  readonly name: string;
  readonly creditCode: string | null;
  readonly householdId: string | null;
  readonly memberPlace: number;
  readonly areaMu: number | null;
  readonly inKindNote: string | null;
}

/** What a plan says and what is decided about; contact and note are not part of it. */
export interface Plan extends Omit<CharterTerms, 'startsOn'> {
  readonly kind: CooperativeKind;
  readonly place: number;
  readonly name: string;
  readonly address: string | null;
  readonly business: string | null;
  readonly branchId: string | null;
  readonly sharesMethod: string | null;
  readonly surplusMethod: string | null;
  readonly parValueFen: bigint;
  readonly reserveQuantifiedBy: ReserveBasis;
  readonly exitNoticeMonths: number;
  readonly unitExitNoticeMonths: number;
  readonly timeWeighted: boolean;
  readonly upliftMechanism: UpliftMechanism;
  readonly upliftBp: number | null;
  readonly upliftNote: string | null;
}

/** The content a digest is made of: the plan with its founders by number, and nothing that may change without a vote. */
export function planContent(plan: Plan, founders: readonly Founder[]): object {
  const { kind, place, name, address, business, branchId, sharesMethod, surplusMethod, parValueFen } = plan;
  const { surplusReserveBp, reserveQuantifiedBy, expansionBp, reliefBp, welfareReserveBp, patronageBp } = plan;
  const { additionalVotesBp, quorumBp, ordinaryBp, specialBp, exitNoticeMonths, unitExitNoticeMonths } = plan;
  const { timeWeighted, upliftMechanism, upliftBp, upliftNote } = plan;
  return {
    ...{ kind, place, name, address, business, branchId, sharesMethod, surplusMethod, parValueFen },
    ...{ surplusReserveBp, reserveQuantifiedBy, expansionBp, reliefBp, welfareReserveBp, patronageBp },
    ...{ additionalVotesBp, quorumBp, ordinaryBp, specialBp, exitNoticeMonths, unitExitNoticeMonths },
    ...{ timeWeighted, upliftMechanism, upliftBp, upliftNote },
    founders: founders.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map(founderContent),
  };
}

function founderContent(founder: Founder): object {
  const { number, kind, unitKind, name, creditCode, householdId, memberPlace, areaMu, inKindNote } = founder;
  const capital = Object.fromEntries(capitalKinds.map((one) => [one, founder[`${one}Fen`]]));
  return { number, kind, unitKind, name, creditCode, householdId, memberPlace, areaMu, inKindNote, capital };
}

/** What a founder brings in all, in fen. */
export function capitalOf(founder: Capital): bigint {
  return capitalKinds.reduce((sum, kind) => sum + founder[`${kind}Fen`], 0n);
}

/** Capital of all founders by kind and in all, in fen. */
export function sumCapital(founders: readonly Capital[]): Capital & { readonly totalFen: bigint } {
  const sum = (kind: CapitalKind) => founders.reduce((total, founder) => total + founder[`${kind}Fen`], 0n);
  return {
    cashFen: sum('cash'),
    householdGrantFen: sum('householdGrant'),
    croplandFen: sum('cropland'),
    forestFen: sum('forest'),
    grasslandFen: sum('grassland'),
    goodsFen: sum('goods'),
    totalFen: founders.reduce((total, founder) => total + capitalOf(founder), 0n),
  };
}

export type PlanRefusal = Refusal<'formation_place' | 'formation_drafted_future'>;

/** Checks a draft before it is written: its seat is a village, and it was drafted by today. */
export function proposePlan(
  plan: { readonly place: number; readonly draftedOn: string },
  today: string,
): Result<true, PlanRefusal> {
  if (!isPlace(plan.place) || placeLevel(plan.place) !== 'village') return refuse(refusal('formation_place', 'place'));
  return plan.draftedOn > today ? refuse(refusal('formation_drafted_future', 'draftedOn')) : ok(true);
}

export type FounderRefusal = Refusal<'founder_unit_kind' | 'founder_place' | 'founder_household_kind'>;

/** Checks a founder before he is written; a unit says of what kind it is, and only persons stand for a household. */
export function proposeFounder(founder: Founder): Result<Founder, FounderRefusal> {
  const { kind, unitKind, memberPlace, householdId } = founder;
  if (kind === 'unit' && unitKind === null) return refuse(refusal('founder_unit_kind', 'unitKind'));
  if (!isPlace(memberPlace) || placeLevel(memberPlace) !== 'village') {
    return refuse(refusal('founder_place', 'memberPlace'));
  }
  const isPerson = kind === 'farmer' || kind === 'other_person';
  if (householdId !== null && !isPerson) return refuse(refusal('founder_household_kind', 'householdId'));
  return ok({ ...founder, unitKind: kind === 'unit' ? unitKind : null });
}
