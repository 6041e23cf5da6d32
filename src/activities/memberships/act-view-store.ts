import type { Tx } from '../../platform/db/transact.ts';
import { ok } from '../../platform/pure/result.ts';
import { findPendingMotion, findResolution } from '../../procedures/assemblies/public.ts';
import { type CooperativeRow, findCooperative } from '../../registers/cooperatives/public.ts';
import { planAct } from './plan-store.ts';
import { findVote, groundOf, subjectType } from './post-store.ts';
import { needsVote } from './rules.ts';
import type { ActView } from './store.ts';
import { describePlan, describePosted, findChart } from './view-store.ts';
import type { SettlementResult } from './voucher-rules.ts';

const isPosted = { posted: true, reversing: true, reversed: true } as Readonly<Record<string, boolean>>;

/** One act with its lines: what was posted, or what it would do if it were posted today. */
export async function viewAct(tx: Tx, act: ActView) {
  const cooperative = await findCooperative(tx, { county: act.county, id: act.cooperativeId });
  const effect = isPosted[act.state] || !cooperative ? undefined : await foresee(tx, cooperative, act);
  const shown = effect ?? { ...(await describePosted(tx, act)), changed: false, bar: null };
  return {
    ...act,
    ...shown,
    chart: cooperative ? await findChart(tx, cooperative, act.occurredOn) : null,
    settlement: act.settlement && amountsOf(act.settlement),
    vote: cooperative && needsVote(cooperative.kind, act) ? await viewVote(tx, act) : null,
  };
}

async function foresee(tx: Tx, cooperative: CooperativeRow, act: ActView) {
  const none = { shareLines: [], voucherLines: [], changed: false, bar: null };
  if (act.state !== 'proposed') return none;
  const ground = await groundOf(tx, cooperative, act);
  const plan = await planAct(tx, ground);
  if (!plan.ok) return { ...none, bar: plan.refusal.code };
  const changed = plan.value.digest !== act.digest;
  const vote = act.kind === 'join' && needsVote(cooperative.kind, act) ? await findVote(tx, act, act.digest) : ok(true);
  return {
    ...(await describePlan(tx, cooperative, plan.value)),
    changed,
    bar: vote.ok ? null : vote.refusal.code,
  };
}

async function viewVote(tx: Tx, { county, id: subjectId }: ActView) {
  const subject = { county, subjectType, subjectId };
  const decided = await findResolution(tx, subject);
  if (decided) {
    const { number, heldOn, assemblyId, passed } = decided;
    return { state: passed ? ('passed' as const) : ('lost' as const), number, heldOn, assemblyId };
  }
  const pending = await findPendingMotion(tx, subject);
  return pending?.assemblyId
    ? { state: 'scheduled' as const, number: null, heldOn: pending.heldOn, assemblyId: pending.assemblyId }
    : { state: 'waiting' as const, number: null, heldOn: null, assemblyId: null };
}

function amountsOf(settlement: NonNullable<ActView['settlement']>): SettlementResult {
  const amounts = Object.entries(settlement).map(([key, digits]) => [key, BigInt(digits)] as const);
  return Object.fromEntries(amounts) as unknown as SettlementResult;
}
