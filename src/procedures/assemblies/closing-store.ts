import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { readFacts } from './meeting-store.ts';
import { decideMotion, listMotions, type MotionRow, nextResolutionNumber } from './motion-store.ts';
import { type AssemblyRow, closeAssembly } from './store.ts';
import { type MeetingFacts, quorumOfMeeting, standingOf } from './view-rules.ts';
import { judgeVote } from './vote-rules.ts';

export interface ClosingEntry {
  readonly revision: number;
  readonly chairName: string;
  readonly recorderName: string;
  readonly counterNames: string | null;
  readonly minutes: string | null;
}

/**
 * Closes a meeting that the transaction holds: freezes who was there, decides every motion by the law of its form and
 * numbers the resolutions, carried or not.
 */
export async function closeMeeting(tx: Tx, assembly: AssemblyRow, entry: ClosingEntry): Promise<Result<true, Refusal>> {
  const motions = await listMotions(tx, assembly);
  const facts = await readFacts(tx, assembly, motions);
  const refused = checkClosing({ assembly, motions, facts }, todayInShanghai(tx.now));
  if (refused) return refuse(refused);
  const { revision, chairName, recorderName, counterNames, minutes } = entry;
  const key = { county: assembly.county, id: assembly.id, revision };
  const closed = await closeAssembly(
    tx,
    { key, reason: 'closed' },
    {
      counts: facts.counts,
      quorumMet: quorumOfMeeting(facts)?.met ?? false,
      charter: facts.setting.charter ?? {},
      ...{ chairName, recorderName, counterNames, minutes },
    },
  );
  if (!closed) return refuse({ code: 'stale' });
  let next = await nextResolutionNumber(tx, assembly);
  for (const motion of motions) {
    const { result, required, whole } = standingOf(motion, facts);
    if (result === null) return refuse(refusal('motion_not_counted', undefined, { ordinal: motion.ordinal ?? 0 }));
    const number = keptNumber(motion, assembly) ?? next++;
    const decision = { result, required: required ?? 1, whole: whole ?? 0, number };
    const change = { key: { county: motion.county, id: motion.id }, reason: result };
    await decideMotion(tx, change, { assembly, decision });
  }
  return ok(true);
}

interface Ending {
  readonly assembly: AssemblyRow;
  readonly motions: readonly MotionRow[];
  readonly facts: MeetingFacts;
}

function checkClosing({ assembly, motions, facts }: Ending, today: string): Refusal | undefined {
  if (assembly.heldOn > today) return refusal('assembly_not_held', undefined, { day: assembly.heldOn });
  if (facts.counts.entitled === 0) return refusal('assembly_nobody_entitled');
  if (facts.countedOnPaper && !facts.files) return refusal('assembly_sheet_missing');
  for (const motion of motions) {
    const { votesFor, votesAgainst, votesAbstained, ordinal } = motion;
    const values = { ordinal: ordinal ?? 0 };
    if (votesFor === null || votesAgainst === null || votesAbstained === null) {
      return refusal('motion_not_counted', undefined, values);
    }
    const ballot = { votesFor, votesAgainst, votesAbstained };
    const judged = judgeVote(facts.setting, standingOf(motion, facts).motionClass, {
      attendance: facts.counts,
      ballot,
    });
    if (!judged.ok) return refusal('motion_votes_wrong', undefined, values);
  }
  return undefined;
}

/** A meeting that was opened again gives its resolutions the numbers they had. */
function keptNumber(motion: MotionRow, assembly: AssemblyRow): number | undefined {
  const sameYear = motion.resolutionYear === Number(assembly.heldOn.slice(0, 4));
  return sameYear ? (motion.resolutionNumber ?? undefined) : undefined;
}
