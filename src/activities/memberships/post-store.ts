import {
  findBook,
  findBooks,
  findVoucher,
  knownSubs,
  postVoucher,
  recordSubsidiary,
  reverseVoucher,
} from '../../ledgers/books/public.ts';
import { markIssued, type NewLot, postShares, reverseShares } from '../../ledgers/shares/public.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { findResolution, type Resolution } from '../../procedures/assemblies/public.ts';
import {
  type CooperativeRow,
  endMembership,
  findCooperative,
  findMembership,
  findNextNumber,
  joinMember,
  listMemberships,
} from '../../registers/cooperatives/public.ts';
import type { Ground, Plan } from './ground-store.ts';
import { planAct } from './plan-store.ts';
import { needsVote } from './rules.ts';
import { type ActRow, markPosted, markReversed, openIdNumber } from './store.ts';
import { words } from './words.ts';

export const subjectType = 'membership_act';

/** The resolution by which one joins or is expelled, over exactly what was put to the vote. */
export async function findVote(tx: Tx, act: ActRow, digest: string): Promise<Result<Resolution, Refusal>> {
  const found = await findResolution(tx, { county: act.county, subjectType, subjectId: act.id });
  if (!found) return refuse(refusal('act_vote_missing'));
  if (!found.passed) return refuse(refusal('act_vote_lost', undefined, { number: found.number }));
  return found.digest === digest ? ok(found) : refuse(refusal('act_vote_other'));
}

export async function groundOf(tx: Tx, cooperative: CooperativeRow, act: ActRow): Promise<Ground> {
  const idNumber = await openIdNumber(tx, act);
  const idNumberHash = idNumber === null ? null : tx.vault.fingerprint('resident_id', idNumber).toString('hex');
  const leavesOn = act.kind === 'exit' ? act.leavesOn : null;
  return { cooperative, terms: act, actId: act.id, leavesOn, idNumberHash };
}

/**
 * Posts an act by the person who checked it: what it does is computed anew and must be what was proposed, then members,
 * shares and voucher change together or not at all.
 */
export async function postAct(
  tx: Tx,
  act: ActRow,
  decision: { readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const cooperative = await findCooperative(tx, { county: act.county, id: act.cooperativeId });
  if (!cooperative) return refuse({ code: 'not_found' });
  const ground = await groundOf(tx, cooperative, act);
  const plan = await planAct(tx, ground);
  if (!plan.ok) return plan;
  if (plan.value.digest !== act.digest) return refuse({ code: 'preview_changed' });
  const joined = await admit(tx, ground, act);
  if (!joined.ok) return joined;
  const memo = memoOf(act);
  const ended = await endIfDied(tx, ground, { act, memo, plan: plan.value });
  if (!ended.ok) return ended;
  const shares = await moveShares(tx, ground, { act, memo, plan: plan.value });
  if (!shares.ok) return shares;
  const voucher = await bookIt(tx, ground, { act, memo, plan: plan.value });
  if (!voucher.ok) return voucher;
  const key = { county: act.county, id: act.id, revision: decision.revision };
  const posted = { ...joined.value, shareEntryId: shares.value, voucher: voucher.value, reason: decision.reason };
  return (await markPosted(tx, key, posted)) ? ok(true) : refuse({ code: 'stale' });
}

interface Work {
  readonly act: ActRow;
  readonly memo: string;
  readonly plan: Plan;
}

function memoOf(act: ActRow): string {
  return `${words[`kind.${act.kind}`][0]} ${act.documentNumber}${act.memo === null ? '' : ` ${act.memo}`}`.slice(
    0,
    200,
  );
}

/** One who joins becomes a member on the day of the vote; an heir on the day of the act. */
async function admit(
  tx: Tx,
  ground: Ground,
  act: ActRow,
): Promise<Result<{ membershipId: string | null; occurredOn: string }, Refusal>> {
  const { cooperative, terms } = ground;
  if (!terms.newcomer) return ok({ membershipId: act.membershipId, occurredOn: act.occurredOn });
  let joinedOn = act.occurredOn;
  if (needsVote(cooperative.kind, act)) {
    const vote = await findVote(tx, act, act.digest);
    if (!vote.ok) return vote;
    joinedOn = vote.value.heldOn;
  }
  const entry = {
    ...terms.newcomer,
    ...{ id: act.id, number: await findNextNumber(tx, cooperative), joinedOn, idNumber: await openIdNumber(tx, act) },
    joinedBy: act.kind === 'join' ? 'joined' : 'inheritance',
  } as const;
  const joined = await joinMember(tx, { cooperative, entry });
  if (!joined.ok) return joined;
  return ok({ membershipId: act.kind === 'join' ? act.id : act.membershipId, occurredOn: joinedOn });
}

async function endIfDied(tx: Tx, { cooperative }: Ground, { act, memo, plan }: Work): Promise<Result<true, Refusal>> {
  if (act.kind !== 'inherit') return ok(true);
  const membership = await findMembership(tx, { county: act.county, id: act.membershipId ?? '' });
  if (!membership) return refuse({ code: 'not_found' });
  const end = { leftOn: plan.leavesOn ?? act.occurredOn, leftReason: 'died', reason: memo } as const;
  return endMembership(tx, { cooperative, membership }, end);
}

async function moveShares(
  tx: Tx,
  { cooperative }: Ground,
  { act, memo, plan }: Work,
): Promise<Result<string | null, Refusal>> {
  if (plan.lots.length === 0 && plan.changes.length === 0) return ok(null);
  const { county } = cooperative;
  const holders = await listMemberships(tx, county, [...new Set(plan.lots.map(({ membershipId }) => membershipId))]);
  const byId = new Map(holders.map((one) => [one.id, one]));
  const lots: NewLot[] = [];
  for (const { membershipId, ...lot } of plan.lots) {
    const membership = byId.get(membershipId);
    if (!membership) return refuse({ code: 'not_found' });
    lots.push({ ...lot, lotId: newRecordId(tx), membership });
  }
  const source = { type: subjectType, id: act.id };
  const { occurredOn } = act;
  const posted = await postShares(tx, { cooperative, occurredOn, memo, source, lots, changes: plan.changes });
  if (!posted.ok) return posted;
  if (!plan.policy) return ok(posted.value.entryId);
  const issued = new Map(lots.map(({ membership, lotId }) => [membership.id, lotId]));
  const marked = await markIssued(tx, plan.policy, { issuedOn: occurredOn, lots: issued });
  return marked ? ok(posted.value.entryId) : refuse({ code: 'stale' });
}

async function bookIt(tx: Tx, { cooperative }: Ground, { act, memo, plan }: Work) {
  if (plan.lines.length === 0) return ok(undefined);
  const { county, id: cooperativeId } = cooperative;
  const { occurredOn } = act;
  if (plan.asset) {
    const book = await findBooks(tx, { county, cooperativeId, on: occurredOn });
    if (!book) return refuse({ code: 'books_missing' });
    const { id, name, documentNumber } = plan.asset;
    const known = await knownSubs(tx, book, [id]);
    const detail = { id, kind: 'asset', name, documentNumber, povertyProject: false } as const;
    const recorded = known.has(id) ? ok(true) : await recordSubsidiary(tx, book, detail);
    if (!recorded.ok) return recorded;
  }
  return postVoucher(tx, {
    ...{ county, cooperativeId, occurredOn, memo, lines: plan.lines },
    ...{ sourceType: subjectType, sourceId: act.id },
    ...{ makerId: act.madeBy, checkerId: tx.actor.accountId, makerName: act.madeByName },
  });
}

/** Takes a posted act back: its shares and its voucher in red, today, by two persons. */
export async function reverseAct(
  tx: Tx,
  act: ActRow,
  decision: { readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const cooperative = await findCooperative(tx, { county: act.county, id: act.cooperativeId });
  if (!cooperative || act.reversalBy === null) return refuse({ code: 'not_found' });
  const occurredOn = todayInShanghai(tx.now);
  const memo = `${words['said.reversal'][0]} ${memoOf(act)}`.slice(0, 200);
  const source = { type: subjectType, id: act.id };
  const shares = await reverseShares(tx, { cooperative, occurredOn, memo, source, ofSource: act.id });
  if (!shares.ok) return shares;
  const voucher = await reverseBooked(tx, act, { occurredOn, memo });
  if (!voucher.ok) return voucher;
  const done = await markReversed(tx, act, { ...decision, voucherId: voucher.value });
  return done ? ok(true) : refuse({ code: 'stale' });
}

async function reverseBooked(
  tx: Tx,
  act: ActRow,
  head: { readonly occurredOn: string; readonly memo: string },
): Promise<Result<string | null, Refusal>> {
  if (act.voucherId === null) return ok(null);
  const { county } = act;
  const voucher = await findVoucher(tx, { county, id: act.voucherId });
  const book = voucher && (await findBook(tx, { county, id: voucher.bookId }));
  if (!voucher || !book) return refuse({ code: 'not_found' });
  const newId = newRecordId(tx);
  const persons = { makerId: act.reversalBy ?? '', checkerId: tx.actor.accountId };
  const reversal = { voucher, book, newId, ...head, ...persons, sourceType: subjectType, sourceId: act.id };
  const reversed = await reverseVoucher(tx, reversal);
  return reversed.ok ? ok(reversed.value.voucherId) : reversed;
}
