import { sumFen } from '../../platform/pure/money.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';
import { ok, type Result } from '../../platform/pure/result.ts';
import { ascending, giniOf, medianOf, type Quotient } from '../../platform/pure/spread.ts';
import {
  type Division,
  type DivisionQuestion,
  type DivisionRefusal,
  divideSurplus,
  linesOf,
  type SurplusMember,
} from './division-rules.ts';
import type { LawRefusal, SurplusCharter, SurplusStatement } from './surplus-rules.ts';

/** How many options are laid side by side before a vote. */
export const maxOptions = 3;

export interface FairnessMember extends SurplusMember {
  /** of a registered-poor household */
  readonly poor: boolean;
  /** the part of the contribution or of the shares that is uplift (measure 9.6), in the same unit */
  readonly uplift: bigint;
}

export interface FairnessOption {
  readonly name: string;
  readonly charter: SurplusCharter;
}

export interface FairnessQuestion extends Omit<DivisionQuestion, 'charter' | 'members'> {
  readonly members: readonly FairnessMember[];
  readonly options: readonly FairnessOption[];
}

/** One option as members would feel it; amounts in fen. */
export interface OptionView {
  readonly name: string;
  readonly statement: SurplusStatement;
  readonly refusals: readonly LawRefusal[];
  /** the smallest amount any member gets */
  readonly minimumFen: bigint;
  readonly median: Quotient;
  /** of registered-poor members; undefined where there are none */
  readonly poorMedian: Quotient | undefined;
  readonly poorFen: bigint;
  /** 0: all get the same; towards 1: one gets all */
  readonly gini: Quotient;
  readonly giniBp: number;
  /** money to be paid out */
  readonly cashNeedFen: bigint;
  /** members with uplift who get not one fen more for it: rounding or set-asides have swallowed it */
  readonly upliftSwallowed: number;
}

/** What changes from one option to another. */
export interface OptionShift {
  readonly from: string;
  readonly to: string;
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
  readonly poorGain: number;
  readonly poorLose: number;
  /** what the gainers get more, all together */
  readonly gainFen: bigint;
  readonly loseFen: bigint;
}

export interface FairnessLine {
  readonly id: string;
  readonly poor: boolean;
  /** one amount for each option, in their order */
  readonly totalFen: readonly bigint[];
}

export interface Fairness {
  readonly options: readonly OptionView[];
  /** each option against each later one */
  readonly shifts: readonly OptionShift[];
  /** in the order of member ids */
  readonly lines: readonly FairnessLine[];
}

/** Lays options side by side: the same members and the same closed year under different charters. */
export function compareOptions(question: FairnessQuestion): Result<Fairness, DivisionRefusal> {
  const members = new Map(question.members.map((member) => [member.id, member]));
  const plain = question.members.map((member) => withoutUplift(question.legalForm, member));
  const divided: DividedOption[] = [];
  for (const { name, charter } of question.options) {
    const given = divideSurplus({ ...question, charter });
    if (!given.ok) return given;
    const without = divideSurplus({ ...question, charter, members: plain });
    if (!without.ok) return without;
    divided.push({ name, division: given.value, totals: totalsOf(given.value), without: totalsOf(without.value) });
  }
  const ids = question.members.map(({ id }) => id).toSorted();
  return ok({
    options: divided.map((option) => viewOption(option, members)),
    shifts: divided.flatMap((from, at) => divided.slice(at + 1).map((to) => shiftBetween(from, to, members))),
    lines: ids.map((id) => ({
      id,
      poor: members.get(id)?.poor ?? false,
      totalFen: divided.map(({ totals }) => totals.get(id) ?? 0n),
    })),
  });
}

type Totals = ReadonlyMap<string, bigint>;

interface DividedOption {
  readonly name: string;
  readonly division: Division;
  readonly totals: Totals;
  /** what members would get without any uplift */
  readonly without: Totals;
}

function totalsOf(division: Division): Totals {
  return new Map(linesOf(division.columns).map(({ id, totalFen }) => [id, totalFen]));
}

function withoutUplift(legalForm: FairnessQuestion['legalForm'], member: FairnessMember): SurplusMember {
  return legalForm === 'farmers_professional'
    ? { ...member, contribution: member.contribution - member.uplift }
    : { ...member, shares: member.shares - member.uplift };
}

function viewOption(option: DividedOption, members: ReadonlyMap<string, FairnessMember>): OptionView {
  const { name, division, totals, without } = option;
  const amounts = ascending(totals.values());
  const poor = ascending([...totals].flatMap(([id, fen]) => (members.get(id)?.poor ? [fen] : [])));
  const gini = giniOf(amounts);
  const swallowed = [...totals].filter(
    ([id, fen]) => (members.get(id)?.uplift ?? 0n) > 0n && fen <= (without.get(id) ?? 0n),
  );
  return {
    name,
    statement: division.statement,
    refusals: division.refusals,
    minimumFen: amounts[0] ?? 0n,
    median: medianOf(amounts) ?? { numerator: 0n, denominator: 1n },
    poorMedian: medianOf(poor),
    poorFen: sumFen(poor),
    gini,
    giniBp: ratioBp(gini.numerator, gini.denominator) ?? 0,
    cashNeedFen: sumFen(amounts),
    upliftSwallowed: swallowed.length,
  };
}

function shiftBetween(
  from: DividedOption,
  to: DividedOption,
  members: ReadonlyMap<string, FairnessMember>,
): OptionShift {
  const changes = [...members].map(([id, { poor }]) => ({
    poor,
    fen: (to.totals.get(id) ?? 0n) - (from.totals.get(id) ?? 0n),
  }));
  const gains = changes.filter(({ fen }) => fen > 0n);
  const losses = changes.filter(({ fen }) => fen < 0n);
  return {
    from: from.name,
    to: to.name,
    gain: gains.length,
    lose: losses.length,
    same: changes.length - gains.length - losses.length,
    poorGain: gains.filter(({ poor }) => poor).length,
    poorLose: losses.filter(({ poor }) => poor).length,
    gainFen: sumFen(gains.map(({ fen }) => fen)),
    loseFen: -sumFen(losses.map(({ fen }) => fen)),
  };
}
