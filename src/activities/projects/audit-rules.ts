import { workdaysBetween } from '../../platform/pure/calendar.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const misuses = ['encroachment', 'misappropriation', 'fraudulent_claim', 'other'] as const;
export type Misuse = (typeof misuses)[number];

export const findingSources = ['audit', 'discipline', 'supervision'] as const;
export const findingStates = ['open', 'answered', 'closed'] as const;
export type FindingState = (typeof findingStates)[number];

export const entryTypes = ['payment', 'payment_order', 'project', 'misuse_alert'] as const;

export const itemVerdicts = ['open', 'in_order', 'objected'] as const;

/** Numbers in [0, n) from a text: the same text, the same numbers, on every machine (FNV-1a into mulberry32). */
export function seededNumbers(seed: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * Draws `size` of the things, each with the same chance: those are drawn that a shuffle of the list in the order of
 * their keys brings to the front. Neither the order of the input nor the machine changes what is drawn.
 */
export function drawSample<T extends { readonly key: string }>(all: readonly T[], size: number, seed: string): T[] {
  const pool = all.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const next = seededNumbers(seed);
  const drawn: T[] = [];
  for (let left = pool.length; drawn.length < size && left > 0; left -= 1) {
    const at = next(left);
    const [taken] = pool.splice(at, 1);
    if (taken) drawn.push(taken);
  }
  return drawn;
}

export type FindingRefusal = Refusal<
  'finding_closed' | 'finding_not_answered' | 'finding_own_answer' | 'finding_days' | 'finding_recovered'
>;

export interface FindingStanding {
  readonly state: FindingState;
  readonly amountFen: bigint;
  readonly answeredBy: string | null;
}

/** Whether what was found may be answered: not once it is closed, and no more comes back than was found. */
export function proposeAnswer(finding: FindingStanding, recoveredFen: bigint): Result<true, FindingRefusal> {
  if (finding.state === 'closed') return refuse(refusal('finding_closed'));
  return recoveredFen > finding.amountFen ? refuse(refusal('finding_recovered', 'recoveredFen')) : ok(true);
}

/** Whether an answer may be looked at: accepted or sent back, by somebody else than who gave it. */
export function proposeReview(finding: FindingStanding, reviewerId: string): Result<true, FindingRefusal> {
  if (finding.state === 'closed') return refuse(refusal('finding_closed'));
  if (finding.state !== 'answered') return refuse(refusal('finding_not_answered'));
  return finding.answeredBy === reviewerId ? refuse(refusal('finding_own_answer')) : ok(true);
}

/** Yellow in the last three working days before it is due, red after it; what was closed late stays late. */
export function findingLight(
  finding: { readonly dueOn: string; readonly closedOn: string | null },
  today: string,
): 'met' | 'near' | 'late' | 'none' {
  const { dueOn, closedOn } = finding;
  if (closedOn !== null) return closedOn <= dueOn ? 'met' : 'late';
  if (today > dueOn) return 'late';
  return workdaysBetween(today as LocalDate, dueOn as LocalDate) <= 3 ? 'near' : 'none';
}
