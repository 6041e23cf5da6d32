import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type CompositionCheck, checkCounts, type MemberKind } from '../../registers/cooperatives/composition-rules.ts';
import { proposeMember } from '../../registers/cooperatives/member-rules.ts';
import { countComposition, findMembership, memberSetting, readLimits } from '../../registers/cooperatives/public.ts';
import { type Ground, nothing, type Plan } from './ground-store.ts';
import { planIssueAll, planUplift } from './issue-plan-store.ts';
import { planInherit, planNotice, planSettlement } from './leave-plan-store.ts';
import { type ActKind, checkTerms } from './rules.ts';
import { planBuyBack, planExpire, planPay, planSubscribe, planTransfer } from './share-plan-store.ts';

const planners: Readonly<Record<ActKind, (tx: Tx, ground: Ground) => Promise<Result<Plan, Refusal>>>> = {
  join: async () => ok(nothing),
  subscribe: planSubscribe,
  pay: planPay,
  transfer: planTransfer,
  exit: (tx, ground) => (ground.leavesOn === null ? planNotice(tx, ground) : planSettlement(tx, ground)),
  inherit: planInherit,
  buy_back: planBuyBack,
  expire: planExpire,
  uplift: planUplift,
  issue_all: planIssueAll,
};

/** What an act would do today, computed anew each time: shown before it is proposed, and again before it is posted. */
export async function planAct(tx: Tx, ground: Ground): Promise<Result<Plan & { readonly digest: string }, Refusal>> {
  const { cooperative, terms } = ground;
  const checked = checkTerms(terms, todayInShanghai(tx.now));
  if (!checked.ok) return checked;
  if (cooperative.dissolvedOn !== null && terms.occurredOn >= cooperative.dissolvedOn)
    return refuse(refusal('act_dissolved'));
  const plan = await planners[terms.kind](tx, ground);
  return plan.ok ? ok({ ...plan.value, digest: digestOfPlan(ground, plan.value) }) : plan;
}

/** One who is to become a member, checked before anybody votes on him. */
export function checkNewcomer(tx: Tx, { cooperative, terms }: Ground): Result<unknown, Refusal> {
  if (!terms.newcomer) return ok(true);
  const draft = { ...terms.newcomer, number: '0', idNumber: null, joinedOn: terms.occurredOn };
  return proposeMember(draft, memberSetting(tx, cooperative));
}

/**
 * Digest of what an act does. For one who joins or is expelled it is that of what is put to the vote, whatever the day
 * on which it takes effect.
 */
function digestOfPlan({ cooperative, terms, leavesOn, actId, idNumberHash }: Ground, plan: Plan): string {
  const head = { cooperative: cooperative.id, kind: terms.kind, membership: terms.membershipId };
  if (terms.kind === 'join')
    return digestOf({ ...head, appliedOn: terms.appliedOn, newcomer: terms.newcomer, idNumberHash });
  if (terms.kind === 'exit' && leavesOn === null)
    return digestOf({ ...head, appliedOn: terms.appliedOn, reason: terms.leaveReason });
  return digestOf({
    ...head,
    occurredOn: terms.occurredOn,
    to: terms.newcomer ? actId : terms.toMembershipId,
    policy: terms.policyId,
    leavesOn: plan.leavesOn ?? null,
    lots: plan.lots.map(({ share, ...lot }) => ({ ...lot, share: share.id })),
    changes: plan.changes.map(({ lot, membership, kind, shares, agreedFen, paidFen }) => ({
      ...{ lot: lot.id, membership: membership.id, kind, shares, agreedFen, paidFen },
    })),
    lines: plan.lines.map(({ code, sub = '', amount }) => ({ code, sub, amount })),
    settlement: plan.settlement ?? null,
  });
}

/** How the composition would look after one joins or leaves; null where an act changes nothing in it. */
export async function foreseeComposition(
  tx: Tx,
  { cooperative, terms, leavesOn }: Ground,
): Promise<CompositionCheck | null> {
  const today = todayInShanghai(tx.now);
  const changes: { kind: MemberKind; by: 1 | -1 }[] = [];
  if (terms.newcomer) changes.push({ kind: terms.newcomer.kind, by: 1 });
  const leaves = terms.kind === 'inherit' || (terms.kind === 'exit' && leavesOn === null);
  const leaver = leaves
    ? await findMembership(tx, { county: cooperative.county, id: terms.membershipId ?? '' })
    : undefined;
  if (leaver) changes.push({ kind: leaver.kind, by: -1 });
  if (changes.length === 0) return null;
  const counts = { ...(await countComposition(tx, cooperative, today)) };
  for (const { kind, by } of changes) {
    counts.members += by;
    const column = countColumns[kind];
    if (column) counts[column] += by;
  }
  return checkCounts(counts, { kind: cooperative.kind, on: today, limits: await readLimits(tx, today) });
}

const countColumns = {
  farmer: 'farmers',
  unit: 'units',
  collective: 'collectives',
  cooperative: 'cooperatives',
  other_person: undefined,
} as const satisfies Readonly<Record<MemberKind, string | undefined>>;
