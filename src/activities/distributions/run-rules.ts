import { allocateInOrder } from '../../platform/pure/allocate.ts';
import { sumFen } from '../../platform/pure/money.ts';
import { applyBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { Bars } from './barred-rules.ts';
import { type Division, divideSurplus, linesOf, type MemberLine } from './division-rules.ts';
import { compareOptions, type Fairness, type FairnessOption } from './fairness-rules.ts';
import type { PoorMark, RuleSet } from './rules.ts';
import {
  type LawRefusal,
  refuseSplit,
  type SurplusCharter,
  type SurplusStep,
  type SurplusYear,
  splitSurplus,
  statementOf,
} from './surplus-rules.ts';

/** A member as frozen on the record date; amounts in fen, weights times the days weighed. */
export interface BasisMember {
  readonly rank: number;
  readonly membershipId: string;
  readonly poor: PoorMark;
  readonly patronageFen: bigint;
  readonly contributionWeight: bigint;
  readonly reserveShareFen: bigint;
  readonly sharesWeight: bigint;
  readonly upliftWeight: bigint;
  /** of a collective member: the part of what its shares earn that is given on, in basis points */
  readonly givesOnBp: number;
  readonly receivesOn: boolean;
}

/** What is divided, and by which rules. */
export interface RunBase extends SurplusYear, Bars {
  readonly ruleSet: RuleSet;
  readonly floorBp: number;
  readonly grantEquityFen: bigint;
  readonly daysWeighed: number;
}

/** One member’s result; `totalFen` is what is paid. */
export interface RunLine extends MemberLine {
  readonly membershipId: string;
  /** given on by the collective (negative) or received from it */
  readonly givenOnFen: bigint;
}

export interface Run extends Pick<Division, 'statement' | 'refusals'> {
  readonly steps: readonly RunStep[];
  readonly lines: readonly RunLine[];
}

/** What the law says first against a run; each gate on the way to the books asks it. */
export function refusalOf({ refusals: [first] }: Pick<Run, 'refusals'>): Refusal | undefined {
  return first && { code: first.code, ...(first.values ? { values: first.values } : {}) };
}

/** The same of the base and the terms alone, before anything is divided among members. */
export function refusalOfTerms(base: RunBase, charter: SurplusCharter): Refusal | undefined {
  if (base.ruleSet === 'contract') return undefined;
  const question = { ...base, legalForm: base.ruleSet, charter };
  return refusalOf({ refusals: refuseSplit(question, splitSurplus(question)) });
}

export type RunStep = Omit<SurplusStep, 'clause' | 'code'> & {
  readonly code: SurplusStep['code'] | 'received';
  readonly clause: SurplusStep['clause'] | 'contract';
};

/** Divides by one option. Members are told apart by their rank, which is the order of member numbers. */
export function runOption(
  base: RunBase,
  members: readonly BasisMember[],
  charter: SurplusCharter,
): Result<Run, Refusal> {
  if (base.ruleSet === 'contract') return ok(runContract(base, members));
  const divided = divideSurplus({
    ...base,
    legalForm: base.ruleSet,
    charter,
    members: members.map(toMember),
    daysWeighed: BigInt(base.daysWeighed),
  });
  if (!divided.ok) return divided;
  const { statement, steps, refusals, columns } = divided.value;
  return ok({ statement, steps, refusals, lines: withGivenOn(members, linesOf(columns)) });
}

/** Under contracts what was received is divided by shares, or equally where nobody holds any; nothing is set aside. */
function runContract(base: RunBase, members: readonly BasisMember[]): Run {
  const byShares = members.some(({ sharesWeight }) => sharesWeight > 0n);
  const weights = members.map(({ sharesWeight }) => (byShares ? sharesWeight : 1n));
  const allotted = allocateInOrder(base.surplusFen, weights);
  const refusals: readonly LawRefusal[] = allotted.ok
    ? []
    : [{ code: 'surplus_no_remainder_basis', clause: 'contract' }];
  const split = { ...nothingDrawn, row16: base.surplusFen, remainderFen: base.surplusFen };
  const statement = statementOf(base, split, !allotted.ok);
  const parts = allotted.ok ? allotted.value : undefined;
  const lines = members.map((member, at): MemberLine => {
    const remainderFen = parts?.[at] ?? 0n;
    return { id: idOf(member), patronageRefundFen: 0n, remainderFen, reserveQuantifiedFen: 0n, totalFen: remainderFen };
  });
  const steps: readonly RunStep[] = [
    { code: 'received', clause: 'contract', amountFen: base.surplusFen },
    { code: 'remainder', clause: 'contract', amountFen: statement.row18 },
  ];
  return { statement, steps, refusals, lines: allotted.ok ? withGivenOn(members, lines) : [] };
}

const nothingDrawn = {
  surplusAfterLossesFen: 0n,
  lossesCoveredFen: 0n,
  surplusReserveFen: 0n,
  welfareReserveFen: 0n,
  expansionFen: 0n,
  reliefFen: 0n,
  lawDistributableFen: 0n,
  patronageFen: 0n,
};

/**
 * What the collective gives on from its own part, by its own plan (the third lawful way to an uplift): in equal parts to
 * all on the list; fen that do not divide stay with it. The division before it is untouched.
 */
function withGivenOn(members: readonly BasisMember[], lines: readonly MemberLine[]): readonly RunLine[] {
  if (lines.length === 0) return [];
  const byRank = members.toSorted((a, b) => a.rank - b.rank);
  const receivers = BigInt(byRank.filter(({ receivesOn }) => receivesOn).length);
  const each = byRank.map(({ givesOnBp }, at) =>
    givesOnBp > 0 && receivers > 0n ? applyBp(lines[at]?.remainderFen ?? 0n, givesOnBp) / receivers : 0n,
  );
  const all = sumFen(each);
  return byRank.map(({ membershipId, receivesOn }, at): RunLine => {
    const line = lines[at] ?? {
      id: '',
      patronageRefundFen: 0n,
      remainderFen: 0n,
      reserveQuantifiedFen: 0n,
      totalFen: 0n,
    };
    const givenOnFen = (receivesOn ? all : 0n) - (each[at] ?? 0n) * receivers;
    return { ...line, membershipId, givenOnFen, totalFen: line.totalFen + givenOnFen };
  });
}

/** Options side by side for a vote; undefined for contracts, which leave no choice. */
export function compareRuns(
  base: RunBase,
  members: readonly BasisMember[],
  options: readonly FairnessOption[],
): Result<Fairness, Refusal> {
  const { ruleSet } = base;
  if (ruleSet === 'contract') return refuse({ code: 'distribution_no_options' });
  return compareOptions({
    ...base,
    legalForm: ruleSet,
    daysWeighed: BigInt(base.daysWeighed),
    options,
    members: members.map((member) => ({
      ...toMember(member),
      poor: member.poor === 'yes',
      uplift: member.upliftWeight,
    })),
  });
}

/** How a member fares by an option against the first. */
export const choiceChanges = ['gain', 'lose', 'same'] as const;
export type ChoiceChange = (typeof choiceChanges)[number];

export interface MemberChoice<M extends BasisMember> {
  readonly member: M;
  /** one amount for each run, in their order */
  readonly totalFen: readonly bigint[];
  readonly changeFen: bigint;
  readonly change: ChoiceChange;
}

/** What each member gets by each of the runs; `against` is the run that is compared with the first. */
export function choicesOf<M extends BasisMember>(
  members: readonly M[],
  runs: readonly Run[],
  against: number,
): readonly MemberChoice<M>[] {
  const totals = runs.map(({ lines }) => new Map(lines.map((line) => [line.membershipId, line.totalFen])));
  return members.map((member) => {
    const totalFen = totals.map((byMember) => byMember.get(member.membershipId) ?? 0n);
    const changeFen = (totalFen[against] ?? 0n) - (totalFen[0] ?? 0n);
    return { member, totalFen, changeFen, change: changeFen > 0n ? 'gain' : changeFen < 0n ? 'lose' : 'same' };
  });
}

function toMember(member: BasisMember) {
  return {
    id: idOf(member),
    patronageFen: member.patronageFen,
    contribution: member.contributionWeight,
    reserveShareFen: member.reserveShareFen,
    shares: member.sharesWeight,
  };
}

/** Sorts as text in the order of ranks. */
export function idOf({ rank }: Pick<BasisMember, 'rank'>): string {
  return String(rank).padStart(8, '0');
}
