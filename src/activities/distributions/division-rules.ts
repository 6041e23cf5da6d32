import { allocateInOrder } from '../../platform/pure/allocate.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import {
  drawsWithin,
  type LawRefusal,
  refuseSplit,
  type SurplusQuestion,
  type SurplusSplit,
  type SurplusStatement,
  type SurplusStep,
  splitSurplus,
  statementOf,
  stepsOf,
} from './surplus-rules.ts';

/** A member’s bases. Those of the other legal form are 0. */
export interface SurplusMember {
  /** breaks ties of the last fen: the smaller id first, in UTF-16 code-unit order */
  readonly id: string;
  /** the year’s transactions with the cooperative, in fen */
  readonly patronageFen: bigint;
  /** contribution in fen, times the days it stood where the charter weighs time */
  readonly contribution: bigint;
  /** share in the surplus reserve of earlier years, in fen */
  readonly reserveShareFen: bigint;
  /** quantified shares of a collective, times the days they stood where the charter weighs time */
  readonly shares: bigint;
}

export interface DivisionQuestion extends SurplusQuestion {
  /** property formed by state grants and gifts: weighs equally for each member, is owed to none */
  readonly grantEquityFen: bigint;
  readonly members: readonly SurplusMember[];
  /** days of the year when contributions and shares are weighed by days, else 1 */
  readonly daysWeighed: bigint;
}

/** What one member gets, in fen. */
export interface MemberLine {
  readonly id: string;
  readonly patronageRefundFen: bigint;
  readonly remainderFen: bigint;
  /** this year’s reserve written to the member’s account; not paid */
  readonly reserveQuantifiedFen: bigint;
  /** what is paid: refund and part of the remainder */
  readonly totalFen: bigint;
}

/** What all members get, column by column in the order of their ids: a million members fit into memory so. */
export interface MemberColumns {
  readonly ids: readonly string[];
  readonly patronageRefundFen: BigInt64Array;
  readonly remainderFen: BigInt64Array;
  readonly reserveQuantifiedFen: BigInt64Array;
}

export interface Division {
  readonly statement: SurplusStatement;
  readonly steps: readonly SurplusStep[];
  /** empty when the law refuses the distribution as a whole */
  readonly columns: MemberColumns;
  readonly refusals: readonly LawRefusal[];
}

export type DivisionRefusal = Refusal<'surplus_draws_beyond_whole' | 'surplus_reserve_basis_missing' | 'key_twice'>;

/**
 * Divides a closed year’s surplus among members, exactly to the fen. A division that the law does not allow is answered
 * with its refusals and without lines; input that contradicts itself is refused.
 */
export function divideSurplus(question: DivisionQuestion): Result<Division, DivisionRefusal> {
  const { charter, legalForm } = question;
  if (!drawsWithin(charter)) return refuse(refusal('surplus_draws_beyond_whole', 'charter'));
  const quantifies = legalForm === 'farmers_professional' && charter.surplusReserveBp > 0;
  if (quantifies && charter.reserveQuantifiedBy === undefined)
    return refuse(refusal('surplus_reserve_basis_missing', 'charter.reserveQuantifiedBy'));
  const members = inOrder(question.members);
  const twice = members.find(({ id }, at) => at > 0 && members[at - 1]?.id === id)?.id;
  if (twice !== undefined) {
    const at = question.members.findLastIndex(({ id }) => id === twice);
    return refuse(refusal('key_twice', `members.${at}.id`));
  }
  const split = splitSurplus(question);
  const given = giveParts({ ...question, members }, split);
  const refusals = [...refuseSplit(question, split), ...given.refusals];
  // patronage of a collective is the one thing refused by itself: what it may distribute is not touched by it
  const refused = refusals.some(({ code }) => code !== 'surplus_patronage_of_collective');
  const statement = statementOf(question, split, refused);
  return ok({
    statement,
    steps: stepsOf(legalForm, split, statement),
    columns: refused ? columnsOf([], {}) : given.columns,
    refusals,
  });
}

/** The lines of a division, one for each member, in the order of member ids. */
export function linesOf({ ids, ...columns }: MemberColumns): readonly MemberLine[] {
  return ids.map((id, at) => {
    const patronageRefundFen = columns.patronageRefundFen[at] ?? 0n;
    const remainderFen = columns.remainderFen[at] ?? 0n;
    const reserveQuantifiedFen = columns.reserveQuantifiedFen[at] ?? 0n;
    return { id, patronageRefundFen, remainderFen, reserveQuantifiedFen, totalFen: patronageRefundFen + remainderFen };
  });
}

function inOrder(members: readonly SurplusMember[]): readonly SurplusMember[] {
  const stands = members.every(({ id }, at) => at === 0 || (members[at - 1]?.id ?? '') <= id);
  return stands ? members : members.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

interface GivenParts {
  readonly columns: MemberColumns;
  readonly refusals: readonly LawRefusal[];
}

function giveParts(question: DivisionQuestion, split: SurplusSplit): GivenParts {
  return question.legalForm === 'farmers_professional'
    ? giveByCooperativesLaw(question, split)
    : giveByCollectivesLaw(question, split);
}

/** Reserve quantified, refunds by patronage, remainder by contribution, reserve share and equal grant share (art. 42, 44). */
function giveByCooperativesLaw(question: DivisionQuestion, split: SurplusSplit): GivenParts {
  const { members, charter } = question;
  const reserve = allot(split.surplusReserveFen, members.map(reserveWeight(charter.reserveQuantifiedBy)));
  const refunds = allot(
    split.patronageFen,
    members.map(({ patronageFen }) => patronageFen),
  );
  const remainder = reserve && allot(split.remainderFen, remainderWeights(question, reserve));
  const refusals: LawRefusal[] = [];
  if (!reserve) refusals.push({ code: 'surplus_no_reserve_basis', clause: 'COOP 42' });
  if (!refunds) refusals.push({ code: 'surplus_no_patronage', clause: 'COOP 44' });
  if (reserve && !remainder) refusals.push({ code: 'surplus_no_remainder_basis', clause: 'COOP 44' });
  return { refusals, columns: columnsOf(members, { reserve, refunds, remainder }) };
}

function giveByCollectivesLaw({ members }: DivisionQuestion, split: SurplusSplit): GivenParts {
  const remainder = allot(
    split.remainderFen,
    members.map(({ shares }) => shares),
  );
  const refusals: LawRefusal[] = remainder ? [] : [{ code: 'surplus_no_remainder_basis', clause: 'RCEO 42' }];
  return { refusals, columns: columnsOf(members, { remainder }) };
}

function reserveWeight(basis: DivisionQuestion['charter']['reserveQuantifiedBy']): (member: SurplusMember) => bigint {
  if (basis === 'patronage') return ({ patronageFen }) => patronageFen;
  return basis === 'contribution' ? ({ contribution }) => contribution : () => 1n;
}

/**
 * (contribution + reserve share + this year’s reserve) + grant equity ÷ members, for each member, multiplied by the
 * number of members and the days weighed, so that no weight is ever rounded.
 */
function remainderWeights(question: DivisionQuestion, reserve: BigInt64Array): readonly bigint[] {
  const { members, grantEquityFen, daysWeighed } = question;
  const count = grantEquityFen === 0n ? 1n : BigInt(members.length);
  return members.map(({ contribution, reserveShareFen }, at) => {
    const own = contribution + (reserveShareFen + (reserve[at] ?? 0n)) * daysWeighed;
    return own * count + grantEquityFen * daysWeighed;
  });
}

/** Parts in the order of the members, who stand in the order in which ties are broken; undefined where nobody has a weight. */
function allot(totalFen: bigint, weights: readonly bigint[]): BigInt64Array | undefined {
  const allotted = allocateInOrder(totalFen, weights);
  return allotted.ok ? allotted.value : undefined;
}

interface Parts {
  readonly reserve?: BigInt64Array | undefined;
  readonly refunds?: BigInt64Array | undefined;
  readonly remainder?: BigInt64Array | undefined;
}

function columnsOf(members: readonly SurplusMember[], { reserve, refunds, remainder }: Parts): MemberColumns {
  const nothing = new BigInt64Array(members.length);
  return {
    ids: members.map(({ id }) => id),
    patronageRefundFen: refunds ?? nothing,
    remainderFen: remainder ?? nothing,
    reserveQuantifiedFen: reserve ?? nothing,
  };
}
