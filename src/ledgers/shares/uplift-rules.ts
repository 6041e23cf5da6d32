import { allocate } from '../../platform/pure/allocate.ts';
import { sumFen } from '../../platform/pure/money.ts';
import { applyBp, ratioBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { ascending, giniOf, medianOf, type Quotient } from '../../platform/pure/spread.ts';
import { type CooperativeKind, legalFormOf } from '../../registers/cooperatives/rules.ts';

/**
 * The four lawful ways to give registered-poor members more (measure 9.6); property from state grants is averaged over
 * all members, so the remainder itself may not be skewed (Cooperatives Law art. 44):
 * - `household_grant`: money granted to the household and contributed by it (its own column of the member account, A37);
 * - `quantification`: more shares when collective operating property is quantified (RCEO art. 26(8), 40);
 * - `collective_share`: part of what the collective’s own shares earn, given on by the collective’s plan;
 * - `floor_dividend`: a floor promised by contract.
 */
export const upliftMechanisms = ['household_grant', 'quantification', 'collective_share', 'floor_dividend'] as const;
export type UpliftMechanism = (typeof upliftMechanisms)[number];

export interface UpliftTerms {
  readonly mechanism: UpliftMechanism;
  /** to each household, for `household_grant` */
  readonly grantFen: bigint;
  /** for `quantification`: more shares on those quantified; for `collective_share`: part of what its shares earn */
  readonly upliftBp: number;
  /** to each member and year, for `floor_dividend` */
  readonly floorFen: bigint;
}

export interface UpliftDraft extends UpliftTerms {
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** the day on which it is decided who is registered as poor */
  readonly recordOn: string;
}

export type UpliftRefusal = Refusal<
  'uplift_period' | 'uplift_record_day' | 'uplift_amount' | 'uplift_form' | 'uplift_beyond_whole'
>;

/** Which amount a mechanism works with. */
const amountFields: Readonly<Record<UpliftMechanism, 'grantFen' | 'upliftBp' | 'floorFen'>> = {
  household_grant: 'grantFen',
  quantification: 'upliftBp',
  collective_share: 'upliftBp',
  floor_dividend: 'floorFen',
};

export function amountFieldOf(mechanism: UpliftMechanism): 'grantFen' | 'upliftBp' | 'floorFen' {
  return amountFields[mechanism];
}

/** Checks a policy: its amount is the one its mechanism works with, its form of organisation may use it. */
export function checkUplift(draft: UpliftDraft, kind: CooperativeKind): Result<true, UpliftRefusal> {
  if (draft.endsOn !== null && draft.endsOn <= draft.startsOn) return refuse(refusal('uplift_period', 'endsOn'));
  if (draft.recordOn > draft.startsOn) return refuse(refusal('uplift_record_day', 'recordOn'));
  const field = amountFieldOf(draft.mechanism);
  if (BigInt(draft[field]) <= 0n) return refuse(refusal('uplift_amount', field));
  if (draft.mechanism === 'collective_share' && draft.upliftBp > 10_000)
    return refuse(refusal('uplift_beyond_whole', 'upliftBp'));
  const onlyCollectives = draft.mechanism === 'quantification' && legalFormOf(kind) !== 'collective_economic';
  return onlyCollectives ? refuse(refusal('uplift_form', 'mechanism')) : ok(true);
}

/** Whether a state of poverty registration counts; who was lifted out only where the policy says so. */
export function isPoor(state: string | null, includeLifted: boolean): boolean {
  return state === 'registered' || state === 'relapsed' || (includeLifted && state === 'lifted_out');
}

/** A member on the record date. */
export interface UpliftMember {
  readonly id: string;
  readonly poor: boolean;
  readonly isCollective: boolean;
  /** shares that take part in the surplus */
  readonly shares: bigint;
  /** of these, quantified collective property */
  readonly quantifiedShares: bigint;
}

export interface Uplifted {
  readonly id: string;
  readonly baseShares: bigint;
  readonly upliftShares: bigint;
  readonly upliftFen: bigint;
}

/** What each registered-poor member gets by a policy, at the par value of a share; others get nothing. */
export function upliftOf(
  terms: UpliftTerms,
  members: readonly UpliftMember[],
  parFen: bigint,
): Result<readonly Uplifted[], Refusal<'uplift_below_par'>> {
  const poor = members.filter((member) => member.poor && !member.isCollective);
  if (terms.mechanism === 'household_grant' && terms.grantFen < parFen)
    return refuse(refusal('uplift_below_par', 'grantFen'));
  return ok(poor.map((member) => raise(terms, member, parFen)));
}

function raise(terms: UpliftTerms, member: UpliftMember, parFen: bigint): Uplifted {
  const base = { id: member.id, baseShares: member.shares, upliftShares: 0n, upliftFen: 0n };
  switch (terms.mechanism) {
    case 'household_grant':
      return { ...base, upliftShares: terms.grantFen / parFen, upliftFen: terms.grantFen };
    case 'quantification': {
      const { quantifiedShares } = member;
      return { ...base, baseShares: quantifiedShares, upliftShares: applyBp(quantifiedShares, terms.upliftBp) };
    }
    case 'floor_dividend':
      return { ...base, upliftFen: terms.floorFen };
    case 'collective_share':
      return base;
  }
}

export interface UpliftEffect {
  readonly lines: readonly { readonly id: string; readonly beforeFen: bigint; readonly afterFen: bigint }[];
  readonly gain: number;
  readonly lose: number;
  readonly gainFen: bigint;
  readonly loseFen: bigint;
  /** paid from outside the amount divided, to reach a floor */
  readonly outsideFen: bigint;
  readonly minimumBeforeFen: bigint;
  readonly minimumAfterFen: bigint;
  readonly poorMedianBefore: Quotient | undefined;
  readonly poorMedianAfter: Quotient | undefined;
  readonly giniBeforeBp: number;
  readonly giniAfterBp: number;
}

export interface UpliftQuestion {
  readonly terms: UpliftTerms;
  readonly members: readonly UpliftMember[];
  readonly parFen: bigint;
  /** the amount divided by shares */
  readonly potFen: bigint;
}

/** Divides an amount with and without a policy: who gains, who pays for it, how unequal it is before and after. */
export function simulateUplift(
  question: UpliftQuestion,
): Result<UpliftEffect, Refusal<'uplift_below_par' | 'uplift_no_shares' | 'uplift_no_collective'>> {
  const { members, terms, potFen, parFen } = question;
  const before = divideByShares(potFen, members);
  if (!before) return refuse(refusal('uplift_no_shares', 'potFen'));
  const uplifted = upliftOf(terms, members, parFen);
  if (!uplifted.ok) return uplifted;
  if (terms.mechanism === 'collective_share' && !members.some((member) => member.isCollective))
    return refuse(refusal('uplift_no_collective', 'mechanism'));
  const after = divideWith(question, before, uplifted.value);
  return ok(compare(members, before, after));
}

type Amounts = ReadonlyMap<string, bigint>;

function divideByShares(potFen: bigint, members: readonly Pick<UpliftMember, 'id' | 'shares'>[]): Amounts | undefined {
  const parts = allocate(
    potFen,
    members.map(({ id, shares }) => ({ key: id, weight: shares })),
  );
  return parts.ok ? new Map(parts.value.map(({ key, amountFen }) => [key, amountFen])) : undefined;
}

function divideWith(
  { terms, members, potFen }: UpliftQuestion,
  before: Amounts,
  uplifted: readonly Uplifted[],
): Amounts {
  switch (terms.mechanism) {
    case 'household_grant':
    case 'quantification': {
      const more = new Map(uplifted.map((one) => [one.id, one.upliftShares]));
      const raised = members.map(({ id, shares }) => ({ id, shares: shares + (more.get(id) ?? 0n) }));
      return divideByShares(potFen, raised) ?? before;
    }
    case 'collective_share':
      return giveOn(terms, members, before);
    case 'floor_dividend': {
      const floors = new Map(uplifted.map((one) => [one.id, one.upliftFen]));
      return new Map([...before].map(([id, fen]) => [id, larger(fen, floors.get(id) ?? 0n)]));
    }
  }
}

/** The collective gives its part on to the registered-poor in equal parts; fen left over stay with it. */
function giveOn({ upliftBp }: UpliftTerms, members: readonly UpliftMember[], before: Amounts): Amounts {
  const poor = members.filter((member) => member.poor && !member.isCollective);
  const after = new Map(before);
  if (poor.length === 0) return after;
  for (const { id } of members.filter((member) => member.isCollective)) {
    const own = before.get(id) ?? 0n;
    const each = applyBp(own, upliftBp) / BigInt(poor.length);
    after.set(id, own - each * BigInt(poor.length));
    for (const member of poor) after.set(member.id, (after.get(member.id) ?? 0n) + each);
  }
  return after;
}

function compare(members: readonly UpliftMember[], before: Amounts, after: Amounts): UpliftEffect {
  const lines = members.map(({ id }) => ({ id, beforeFen: before.get(id) ?? 0n, afterFen: after.get(id) ?? 0n }));
  const changes = lines.map((line) => line.afterFen - line.beforeFen);
  const gains = changes.filter((change) => change > 0n);
  const losses = changes.filter((change) => change < 0n);
  const sorted = (pick: (line: (typeof lines)[number]) => bigint) => ascending(lines.map(pick));
  const poor = new Set(members.filter((member) => member.poor).map((member) => member.id));
  const poorLines = lines.filter((line) => poor.has(line.id));
  const allBefore = sorted((line) => line.beforeFen);
  const allAfter = sorted((line) => line.afterFen);
  return {
    lines,
    gain: gains.length,
    lose: losses.length,
    gainFen: sumFen(gains),
    loseFen: -sumFen(losses),
    outsideFen: sumFen(changes),
    minimumBeforeFen: allBefore[0] ?? 0n,
    minimumAfterFen: allAfter[0] ?? 0n,
    poorMedianBefore: medianOf(ascending(poorLines.map((line) => line.beforeFen))),
    poorMedianAfter: medianOf(ascending(poorLines.map((line) => line.afterFen))),
    giniBeforeBp: giniBp(allBefore),
    giniAfterBp: giniBp(allAfter),
  };
}

function giniBp(sorted: readonly bigint[]): number {
  const { numerator, denominator } = giniOf(sorted);
  return ratioBp(numerator, denominator) ?? 0;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
