import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import {
  type AssemblyForm,
  type LawClause,
  leastOf,
  leastOfBp,
  type Majority,
  type MajorityBase,
  type MotionClass,
  type Organ,
  proxyRuleOf,
  type Share,
  type VoteLaw,
  voteLawOn,
} from './law-rules.ts';

/** What a charter demands beyond the law, in basis points; it may only be stricter. */
export interface CharterVotes {
  readonly quorumBp?: number | null | undefined;
  readonly ordinaryBp?: number | null | undefined;
  readonly specialBp?: number | null | undefined;
  /** cap of the additional votes in the basic votes */
  readonly additionalVotesBp?: number | null | undefined;
}

/** Who may vote and who is there; whole numbers of persons (cooperatives in a federation), households and votes. */
export interface Attendance {
  /** all who are entitled: members, founders, representatives, directors, members or villagers of full capacity */
  readonly entitled: number;
  /** households of the village, for the laws that know a quorum of households */
  readonly households: number;
  /** in the room or connected */
  readonly present: number;
  /** absent, but represented as the law of the form allows */
  readonly proxies: number;
  readonly presentHouseholds: number;
  /** additional votes granted by the charter, and those of them that are present */
  readonly additionalVotes: number;
  readonly additionalVotesPresent: number;
}

export interface Ballot {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

export interface VoteSetting {
  readonly form: AssemblyForm;
  readonly organ: Organ;
  /** day of the meeting, `YYYY-MM-DD`; the law in force at last where none is given */
  readonly on?: string | undefined;
  readonly charter?: CharterVotes | undefined;
  /** dated parameter `cooperative_additional_votes_bp`; Cooperatives Law art. 22: 2000 */
  readonly additionalCapBp?: number | undefined;
}

export interface QuorumWay {
  readonly population: 'members' | 'households';
  readonly whole: number;
  readonly required: number;
  readonly present: number;
  readonly met: boolean;
}

export interface Quorum {
  /** one of these ways is enough */
  readonly ways: readonly QuorumWay[];
  readonly met: boolean;
  readonly clause: LawClause;
}

export interface MajorityCount {
  readonly of: MajorityBase;
  readonly whole: number;
  readonly required: number;
  readonly votesFor: number;
  readonly met: boolean;
  readonly clause: LawClause;
}

export type FindingCode =
  | 'additional_votes_exceeded'
  | 'additional_votes_not_allowed'
  | 'proxies_not_counted'
  | 'charter_without_effect';

export interface Finding {
  readonly code: FindingCode;
  readonly clause: LawClause;
}

export type VoteRefusal = Refusal<
  'vote_law_unknown' | 'motion_class_unknown' | 'attendance_exceeds' | 'votes_exceed_present'
>;

/** What a vote comes to: `not_valid` when more additional votes were granted than the law allows. */
export type VoteOutcome = 'passed' | 'rejected' | 'no_quorum' | 'not_valid';

export interface VoteResult {
  readonly quorum: Quorum;
  readonly majority: MajorityCount;
  readonly findings: readonly Finding[];
  readonly result: VoteOutcome;
}

const lawCapBp = 2_000;

/**
 * Whether a meeting may decide: who is there against the population that its law counts. Refuses attendance that cannot
 * be, naming the field.
 */
export function countQuorum(setting: VoteSetting, attendance: Attendance): Result<Quorum, VoteRefusal> {
  const law = voteLawOn(setting.form, setting.organ, setting.on);
  if (!law) return refuse(refusal('vote_law_unknown', 'form'));
  const wrong = checkAttendance(attendance);
  return wrong ? refuse(wrong) : ok(quorumOf(law, setting, attendance));
}

/** What a motion needs and whether it got it, by the law of the form; a charter raises a threshold and never lowers it. */
export function judgeVote(
  setting: VoteSetting,
  motionClass: MotionClass,
  { attendance, ballot }: { readonly attendance: Attendance; readonly ballot: Ballot },
): Result<VoteResult, VoteRefusal> {
  const law = voteLawOn(setting.form, setting.organ, setting.on);
  if (!law) return refuse(refusal('vote_law_unknown', 'form'));
  const majority = law.majorities[motionClass];
  if (!majority) return refuse(refusal('motion_class_unknown', 'motionClass'));
  const wrong = checkAttendance(attendance) ?? checkBallot(ballot, votesPresent(setting, attendance));
  if (wrong) return refuse(wrong);
  const quorum = quorumOf(law, setting, attendance);
  const counted = majorityOf({ law, majority, motionClass }, setting, { attendance, ballot });
  const findings = findingsOf(law, setting, attendance);
  const invalid = findings.some(({ code }) => code.startsWith('additional_votes'));
  const result = invalid ? 'not_valid' : !quorum.met ? 'no_quorum' : counted.met ? 'passed' : 'rejected';
  return ok({ quorum, majority: counted, findings, result });
}

/** Votes that may be cast: of those present and represented, with their additional votes. */
export function votesPresent({ form }: VoteSetting, attendance: Attendance): number {
  return attending(form, attendance) + (mayHaveAdditional(form) ? attendance.additionalVotesPresent : 0);
}

function attending(form: AssemblyForm, { present, proxies }: Attendance): number {
  return present + (proxyRuleOf(form) === 'none' ? 0 : proxies);
}

/** One member one vote, and additional votes only in a cooperative of persons (Cooperatives Law art. 22, 60). */
function mayHaveAdditional(form: AssemblyForm): boolean {
  return form === 'farmers_professional';
}

function checkAttendance(attendance: Attendance): VoteRefusal | undefined {
  const { entitled, households, present, proxies, presentHouseholds } = attendance;
  if (present + proxies > entitled) return refusal('attendance_exceeds', 'present', { entitled });
  if (presentHouseholds > households) {
    return refusal('attendance_exceeds', 'presentHouseholds', { entitled: households });
  }
  if (attendance.additionalVotesPresent > attendance.additionalVotes) {
    return refusal('attendance_exceeds', 'additionalVotesPresent', { entitled: attendance.additionalVotes });
  }
  return undefined;
}

function checkBallot({ votesFor, votesAgainst, votesAbstained }: Ballot, most: number): VoteRefusal | undefined {
  const cast = votesFor + votesAgainst + votesAbstained;
  return cast > most ? refusal('votes_exceed_present', 'votesFor', { cast, most }) : undefined;
}

function quorumOf(law: VoteLaw, { form, charter }: VoteSetting, attendance: Attendance): Quorum {
  const { entitled, households, presentHouseholds } = attendance;
  const here = attending(form, attendance);
  const own = charter?.quorumBp ?? 0;
  function way(
    population: QuorumWay['population'],
    share: Share,
    count: { whole: number; present: number },
  ): QuorumWay {
    const { whole, present } = count;
    // nobody decides where nobody is entitled
    const required = Math.max(1, leastOf(share, whole), leastOfBp(own, whole));
    return { population, whole, required, present, met: present >= required };
  }
  const ways = [way('members', law.quorum, { whole: entitled, present: here })];
  if (law.householdQuorum && households > 0) {
    ways.push(way('households', law.householdQuorum, { whole: households, present: presentHouseholds }));
  }
  return { ways, met: ways.some(({ met }) => met), clause: law.clause };
}

interface LawOfMotion {
  readonly law: VoteLaw;
  readonly majority: Majority;
  readonly motionClass: MotionClass;
}

function majorityOf(
  { law, majority, motionClass }: LawOfMotion,
  setting: VoteSetting,
  { attendance, ballot }: { readonly attendance: Attendance; readonly ballot: Ballot },
): MajorityCount {
  const whole = {
    all_votes: attendance.entitled + (mayHaveAdditional(setting.form) ? attendance.additionalVotes : 0),
    all_members: attendance.entitled,
    attendees: attending(setting.form, attendance),
  }[majority.of];
  const required = Math.max(1, leastOf(majority.share, whole), leastOfBp(charterBp(setting, motionClass), whole));
  const { votesFor } = ballot;
  const clause = motionClass === 'outsider_income' ? 'RCEO 15' : law.clause;
  return { of: majority.of, whole, required, votesFor, met: votesFor >= required, clause };
}

function charterBp({ charter }: VoteSetting, motionClass: MotionClass): number {
  if (motionClass === 'ordinary') return charter?.ordinaryBp ?? 0;
  return motionClass === 'special' ? (charter?.specialBp ?? 0) : 0;
}

function findingsOf(law: VoteLaw, setting: VoteSetting, attendance: Attendance): Finding[] {
  const { form, charter, additionalCapBp = lawCapBp } = setting;
  const { entitled, additionalVotes, proxies } = attendance;
  const found: Finding[] = [];
  const capBp = Math.min(additionalCapBp, charter?.additionalVotesBp ?? additionalCapBp);
  if (additionalVotes > 0 && !mayHaveAdditional(form)) {
    const clause = form === 'federation' ? 'COOP 60' : law.clause;
    found.push({ code: 'additional_votes_not_allowed', clause });
  } else if (BigInt(additionalVotes) * 10_000n > BigInt(entitled) * BigInt(capBp)) {
    found.push({ code: 'additional_votes_exceeded', clause: 'COOP 22' });
  }
  if (proxies > 0 && proxyRuleOf(form) === 'none') found.push({ code: 'proxies_not_counted', clause: law.clause });
  if (isLooser(law, charter)) found.push({ code: 'charter_without_effect', clause: law.clause });
  return found;
}

/** Whether the charter names a threshold below the law's, which then holds in its place. */
function isLooser(law: VoteLaw, charter: CharterVotes | undefined): boolean {
  const pairs = [
    [charter?.quorumBp, law.quorum],
    [charter?.ordinaryBp, law.majorities.ordinary?.share],
    [charter?.specialBp, law.majorities.special?.share],
  ] as const;
  return pairs.some(([bp, share]) => bp != null && share && bp * share.denominator < share.numerator * 10_000);
}
