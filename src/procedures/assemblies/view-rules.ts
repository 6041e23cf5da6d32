import type { LawClause, MotionClass } from './law-rules.ts';
import { checkRepresentation, classOf, type Matter } from './motion-rules.ts';
import { type Clock, type MotionResult, resultOf } from './rules.ts';
import { type Attendance, countQuorum, judgeVote, type Quorum, type VoteSetting } from './vote-rules.ts';

/** What a meeting is counted by: the law of its form with the charter, its clocks, and who is there. */
export interface MeetingFacts {
  readonly setting: VoteSetting & { readonly on: string };
  readonly counts: Attendance;
  readonly clocks: readonly Clock[];
  /** members of the organisation or households of the village, behind representatives */
  readonly members: number;
  readonly women: number | null;
  readonly countedOnPaper: boolean;
  /** undefined for a reader who sees no files */
  readonly files: number | undefined;
}

export interface CountedMotion {
  readonly matter: Matter;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
}

/** How a motion stands with the people who are there: what it needs, and what it came to where votes were counted. */
export interface MotionStanding {
  readonly motionClass: MotionClass;
  readonly clause: LawClause;
  readonly required: number | null;
  readonly whole: number | null;
  readonly result: MotionResult | null;
}

export function standingOf(motion: CountedMotion, { setting, counts, clocks }: MeetingFacts): MotionStanding {
  const motionClass = classOf(setting.form, setting.organ, motion.matter);
  const { votesFor, votesAgainst, votesAbstained } = motion;
  const counted = votesFor !== null && votesAgainst !== null && votesAbstained !== null;
  const ballot = counted
    ? { votesFor, votesAgainst, votesAbstained }
    : { votesFor: 0, votesAgainst: 0, votesAbstained: 0 };
  const judged = judgeVote(setting, motionClass, { attendance: counts, ballot });
  if (!judged.ok) return { motionClass, clause: 'charter', required: null, whole: null, result: null };
  const { majority, result } = judged.value;
  return {
    motionClass,
    clause: majority.clause,
    required: majority.required,
    whole: majority.whole,
    result: counted ? resultOf(result, motion.matter, clocks) : null,
  };
}

export function quorumOfMeeting({ setting, counts }: MeetingFacts): Quorum | null {
  const counted = countQuorum(setting, counts);
  return counted.ok ? counted.value : null;
}

export interface Flag {
  readonly code: string;
  readonly clause: LawClause;
  readonly values: Readonly<Record<string, number>>;
}

/** What the law has against a meeting as it stands; each is shown, some undo the resolutions. */
export function flagsOf(facts: MeetingFacts): readonly Flag[] {
  const { setting, counts, members, women, countedOnPaper, files } = facts;
  const ballot = { votesFor: 0, votesAgainst: 0, votesAbstained: 0 };
  const judged = judgeVote(setting, 'ordinary', { attendance: counts, ballot });
  const found = judged.ok ? judged.value.findings : [];
  const votes = found.map(({ code, clause }) => ({ code, clause, values: { votes: counts.additionalVotes } }));
  const sheet =
    countedOnPaper && files === 0 ? [{ code: 'sheet_missing', clause: 'charter' as const, values: {} }] : [];
  if (setting.organ !== 'representatives') return [...votes, ...sheet];
  const { entitled, households } = counts;
  const seats = { members, households: households || members, representatives: entitled, women: women ?? undefined };
  const faults = checkRepresentation(setting.form, seats, setting.on);
  return [
    ...votes,
    ...faults.map(({ code, clause, actual, bound }) => ({ code, clause, values: { actual, bound } })),
    ...sheet,
  ];
}
