import { fiscalYearOf } from '../../ledgers/books/closing-rules.ts';
import { type BookRow, findClosedYear } from '../../ledgers/books/public.ts';
import { type LotChange, type LotRow, listLots } from '../../ledgers/shares/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { EntryLine } from '../../platform/ledger/rules.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { findCharter, findMembership, type MembershipRow } from '../../registers/cooperatives/public.ts';
import { bookLines, findHolder, type Ground, nothing, type Plan, type PlannedLot } from './ground-store.ts';
import { lawNotice, leavingDay } from './rules.ts';
import { inheritKinds, passOn } from './share-plan-store.ts';
import { findReturned, readLossShare, readStanding } from './standing-store.ts';
import { allOf, capitalOfLot, inheritLines, type SettlementResult, settlementLines } from './voucher-rules.ts';

/** First day without membership for one who gives notice on a day, or is expelled on it. */
export async function findLeavingDay(tx: Tx, { cooperative, terms }: Ground, kind: string): Promise<string> {
  const { county, id: cooperativeId, fiscalYearStart } = cooperative;
  const appliedOn = terms.appliedOn ?? terms.occurredOn;
  if (terms.leaveReason === 'expelled') return leavingDay({ appliedOn, fiscalYearStart, noticeMonths: 0 });
  const charter = await findCharter(tx, { county, cooperativeId, on: appliedOn });
  const isPerson = kind === 'farmer' || kind === 'other_person';
  const noticeMonths = isPerson
    ? (charter?.exitNoticeMonths ?? lawNotice.person)
    : (charter?.unitExitNoticeMonths ?? lawNotice.unit);
  return leavingDay({ appliedOn, fiscalYearStart, noticeMonths });
}

/** Notice to leave: what it does is the day on which membership ends. */
export async function planNotice(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const holder = await findHolder(tx, ground, 'membershipId');
  if (!holder.ok) return holder;
  if (ground.cooperative.dissolvedOn !== null) return refuse(refusal('act_dissolved'));
  if (holder.value.leftOn !== null) return refuse(refusal('member_left', 'membershipId'));
  return ok({ ...nothing, leavesOn: await findLeavingDay(tx, ground, holder.value.kind) });
}

/** Settling with one who has left: shares cancelled, accounts brought to nothing, after the books of the year are closed. */
export async function planSettlement(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { cooperative, terms, leavesOn } = ground;
  if (leavesOn === null || terms.occurredOn < leavesOn)
    return refuse(refusal('exit_not_yet', 'occurredOn', { date: leavesOn ?? '' }));
  const { county, id: cooperativeId } = cooperative;
  const membership = await findMembership(tx, { county, id: terms.membershipId ?? '' });
  if (membership?.cooperativeId !== cooperativeId) return refuse(refusal('act_member', 'membershipId'));
  const lots = (await listLots(tx, membership)).filter((lot) => lot.shares > 0);
  let settlement: SettlementResult | undefined;
  const lines = await bookLines(tx, ground, async (book) => {
    const settled = await settle(tx, ground, { book, lots, membership });
    if (!settled.ok) return settled;
    settlement = settled.value.settlement;
    return ok(settled.value.lines);
  });
  if (!lines.ok) return lines;
  const changes = lots.map((lot): LotChange => ({ lot, membership, kind: 'exit', ...allOf(lot) }));
  return ok({ ...nothing, changes, lines: lines.value, leavesOn, ...(settlement && { settlement }) });
}

async function settle(
  tx: Tx,
  { cooperative, terms, leavesOn }: Ground,
  of: { readonly book: BookRow; readonly lots: readonly LotRow[]; readonly membership: MembershipRow },
): Promise<Result<{ settlement: SettlementResult; lines: readonly EntryLine[] }, Refusal>> {
  const { book, lots, membership } = of;
  const lastDay = addDays(localDate(leavesOn ?? ''), -1);
  const { year } = fiscalYearOf(lastDay, cooperative.fiscalYearStart);
  const closed = await findClosedYear(tx, { county: book.county, cooperativeId: cooperative.id, year });
  if (!closed) return refuse(refusal('exit_year_open', undefined, { year }));
  const returned = [];
  for (const lot of lots.filter(({ exit }) => exit === 'return_in_kind'))
    returned.push(await findReturned(tx, { book, lot, terms }));
  const at = { membershipId: membership.id, on: terms.occurredOn };
  return settlementLines(book.chart, {
    membershipId: membership.id,
    standing: await readStanding(tx, book, at),
    returned,
    left: lots.filter(({ exit }) => exit === 'stays').map(capitalOfLot),
    lossShareFen: await readLossShare(tx, book, { ...at, on: lastDay }),
    debtShareFen: terms.debtFen ?? 0n,
    counter: terms.counter ?? 'bank',
  });
}

/** Everything of one who died passes to one heir, who is or becomes a member. */
export async function planInherit(tx: Tx, ground: Ground): Promise<Result<Plan, Refusal>> {
  const { cooperative, terms, actId } = ground;
  const leavesOn = addDays(localDate(terms.appliedOn ?? ''), 1);
  if (terms.occurredOn < leavesOn) return refuse(refusal('act_before_death', 'occurredOn', { date: leavesOn }));
  const from = await findMembership(tx, { county: cooperative.county, id: terms.membershipId ?? '' });
  if (from?.cooperativeId !== cooperative.id) return refuse(refusal('act_member', 'membershipId'));
  if (from.leftOn !== null) return refuse(refusal('member_left', 'membershipId'));
  const heir = terms.newcomer ? ok({ id: actId }) : await findHolder(tx, ground, 'toMembershipId');
  if (!heir.ok) return heir;
  const to = heir.value.id;
  const lots: PlannedLot[] = [];
  const changes: LotChange[] = [];
  for (const lot of (await listLots(tx, from)).filter((one) => one.shares > 0)) {
    const moved = await passOn(tx, ground, { lot, shares: lot.shares, from, to, kinds: inheritKinds });
    if (!moved.ok) return moved;
    lots.push(moved.value.lot);
    changes.push(moved.value.change);
  }
  const lines = await bookLines(tx, ground, async (book) =>
    ok(inheritLines(await readStanding(tx, book, { membershipId: from.id, on: terms.occurredOn }), from.id, to)),
  );
  return lines.ok ? ok({ lots, changes, lines: lines.value, leavesOn }) : lines;
}
