import type { z } from 'zod';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { checkResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { offerMotion, takeBackMotion } from '../../procedures/assemblies/public.ts';
import {
  type CooperativeRow,
  endMembership,
  findMembership,
  resumeMembership,
} from '../../registers/cooperatives/public.ts';
import type { actDraft } from './contract.ts';
import type { Ground, Plan } from './ground-store.ts';
import { findLeavingDay } from './leave-plan-store.ts';
import { checkNewcomer, planAct } from './plan-store.ts';
import { findVote, groundOf, subjectType } from './post-store.ts';
import { type ActTerms, needsVote, termsOf } from './rules.ts';
import * as store from './store.ts';
import { words } from './words.ts';

type DraftBody = z.output<typeof actDraft>;

/** Keeps a proposal whose effect is the one that was looked at; puts it to the vote, or ends a membership by notice. */
export async function proposeAct(tx: Tx, cooperative: CooperativeRow, body: DraftBody): Promise<Result<true, Refusal>> {
  const read = readIdNumber(tx, body.newcomerIdNumber);
  if (!read.ok) return read;
  const terms = termsOf(body, cooperative.place);
  const hash = read.value === null ? null : tx.vault.fingerprint('resident_id', read.value).toString('hex');
  const ground: Ground = { cooperative, terms, actId: body.id, leavesOn: null, idNumberHash: hash };
  const newcomer = checkNewcomer(tx, ground);
  if (!newcomer.ok) return newcomer;
  const plan = await planAct(tx, ground);
  if (!plan.ok) return plan;
  const { digest } = plan.value;
  const looked = terms.kind === 'join' || terms.kind === 'exit' || body.digest === digest;
  if (!looked) return refuse({ code: 'preview_changed' });
  const notice = terms.kind === 'exit';
  const { membershipId } = terms;
  const member = membershipId ? await findMembership(tx, { county: cooperative.county, id: membershipId }) : undefined;
  const leavesOn = terms.leaveReason === 'expelled' ? null : (plan.value.leavesOn ?? null);
  const recorded = await store.recordAct(
    tx,
    { cooperative, id: body.id, memberPlace: member?.memberPlace ?? terms.newcomer?.memberPlace ?? cooperative.place },
    {
      ...{ state: notice ? 'noticed' : 'proposed', idNumber: read.value, terms, digest, leavesOn },
      ...{ documentNumber: body.documentNumber, memo: body.memo || null, ...totalsOf(plan.value) },
    },
  );
  if (!recorded.ok) return recorded;
  if (notice && leavesOn !== null && member) {
    const end = { leftOn: leavesOn, leftReason: 'exit', reason: body.documentNumber } as const;
    const ended = await endMembership(tx, { cooperative, membership: member }, end);
    if (!ended.ok) return ended;
  }
  if (needsVote(cooperative.kind, terms))
    await putToVote(tx, cooperative, { id: body.id, terms, digest, name: member?.name });
  return ok(true);
}

function readIdNumber(tx: Tx, typed: string | undefined): Result<string | null, Refusal> {
  if (!typed) return ok(null);
  const read = checkResidentId(typed, todayInShanghai(tx.now));
  return read.ok ? ok(read.value.normalized) : refuse({ ...read.refusal, field: 'newcomerIdNumber' });
}

function totalsOf({ lots, changes, lines, settlement }: Plan) {
  const moved = [...lots, ...changes].reduce((sum, { shares }) => (shares > 0 ? sum + shares : sum), 0);
  const gone = changes.reduce((sum, { shares }) => (shares < 0 ? sum - shares : sum), 0);
  const totalFen = lines.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
  return { totalShares: Math.max(moved, gone), totalFen, settlement: settlement ?? null };
}

async function putToVote(
  tx: Tx,
  cooperative: CooperativeRow,
  about: {
    readonly id: string;
    readonly terms: ActTerms;
    readonly digest: string;
    readonly name: string | undefined;
  },
): Promise<void> {
  const { id, terms, digest } = about;
  const { county, place, id: cooperativeId } = cooperative;
  const joins = terms.kind === 'join';
  const name = terms.newcomer?.name ?? about.name ?? '';
  await offerMotion(tx, {
    ...{ county, place, cooperativeId, subjectType, subjectId: id, digest },
    matter: joins ? 'membership' : 'expulsion',
    title: `${words[joins ? 'motion.join' : 'motion.expel'][0]}${name}`,
    page: `/membership-acts/${county}/${id}`,
  });
}

/** What of a recorded act may be changed before it is posted. */
export interface Renewal {
  readonly occurredOn: string;
  readonly counter?: ActTerms['counter'] | undefined;
  readonly assetId?: string | undefined;
  readonly debtFen?: bigint | undefined;
}

export async function groundOfRenewal(
  tx: Tx,
  cooperative: CooperativeRow,
  of: { readonly act: store.ActRow; readonly leavesOn: string | null; readonly change: Renewal },
): Promise<Ground> {
  const { act, leavesOn, change } = of;
  const { occurredOn, counter, assetId, debtFen } = change;
  const terms = {
    ...act,
    ...{ occurredOn, leavesOn, counter: counter ?? act.counter },
    ...{ assetId: assetId ?? act.assetId, debtFen: debtFen ?? act.debtFen },
  };
  return groundOf(tx, cooperative, terms);
}

/** The same act with today’s effect; for a notice the settlement, which now waits for the other person. */
export async function renewAct(
  tx: Tx,
  act: store.ActRow,
  change: {
    readonly cooperative: CooperativeRow;
    readonly change: Renewal;
    readonly digest: string;
    readonly revision: number;
    readonly reason: string;
  },
): Promise<Result<true, Refusal>> {
  const { cooperative, digest, revision, reason } = change;
  const expelled = await expel(tx, cooperative, act);
  if (!expelled.ok) return expelled;
  const ground = await groundOfRenewal(tx, cooperative, { act, leavesOn: expelled.value, change: change.change });
  const plan = await planAct(tx, ground);
  if (!plan.ok) return plan;
  if (plan.value.digest !== digest) return refuse({ code: 'preview_changed' });
  const proposal = {
    ...{ terms: ground.terms, digest, leavesOn: plan.value.leavesOn ?? null, ...totalsOf(plan.value) },
    ...{ documentNumber: act.documentNumber, memo: act.memo },
  };
  const key = { county: act.county, id: act.id, revision };
  return (await store.renewAct(tx, key, { proposal, state: 'proposed', reason }))
    ? ok(true)
    : refuse({ code: 'stale' });
}

/** The day on which one who gave notice, or whom a meeting expelled, is a member no longer. */
export async function findExitDay(
  tx: Tx,
  cooperative: CooperativeRow,
  act: store.ActRow,
): Promise<Result<string | null, Refusal>> {
  if (act.kind !== 'exit' || act.leavesOn !== null) return ok(act.kind === 'exit' ? act.leavesOn : null);
  const vote = needsVote(cooperative.kind, act) ? await findVote(tx, act, act.digest) : ok({ heldOn: act.occurredOn });
  if (!vote.ok) return vote;
  const terms = { ...act, appliedOn: vote.value.heldOn };
  return ok(await findLeavingDay(tx, { cooperative, terms, actId: act.id, leavesOn: null, idNumberHash: null }, ''));
}

/** Ends the membership of one who was expelled, once the meeting has decided it. */
async function expel(tx: Tx, cooperative: CooperativeRow, act: store.ActRow): Promise<Result<string | null, Refusal>> {
  const leavesOn = await findExitDay(tx, cooperative, act);
  if (!leavesOn.ok || leavesOn.value === null || act.leaveReason !== 'expelled') return leavesOn;
  const membership = await findMembership(tx, { county: act.county, id: act.membershipId ?? '' });
  if (!membership || membership.leftOn !== null) return leavesOn;
  const end = { leftOn: leavesOn.value, leftReason: 'expelled', reason: act.documentNumber } as const;
  const ended = await endMembership(tx, { cooperative, membership }, end);
  return ended.ok ? leavesOn : ended;
}

/** Takes back what waits. A notice is taken back before its day only: afterwards the member is gone. */
export async function takeBack(
  tx: Tx,
  act: store.ActRow,
  change: { readonly cooperative: CooperativeRow; readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const { cooperative, revision, reason } = change;
  if (act.kind === 'exit' && act.state === 'noticed' && act.leavesOn !== null) {
    if (act.leavesOn <= todayInShanghai(tx.now)) return refuse(refusal('exit_in_force'));
    const membership = await findMembership(tx, { county: act.county, id: act.membershipId ?? '' });
    const resumed = membership ? await resumeMembership(tx, { cooperative, membership }, reason) : ok(true);
    if (!resumed.ok) return resumed;
  }
  const subject = { county: act.county, subjectType, subjectId: act.id };
  if (needsVote(cooperative.kind, act)) await takeBackMotion(tx, subject, reason);
  return (await store.withdrawAct(tx, act, { revision, reason })) ? ok(true) : refuse({ code: 'stale' });
}
