import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { findMembership } from '../../registers/cooperatives/public.ts';
import { releaseCharges } from './charge-store.ts';
import { eventTemplates } from './event-kinds-rules.ts';
import { tradeOf } from './event-rules.ts';
import { type EventRow, eventSource, findEvent } from './event-store.ts';
import type { BookRow } from './store.ts';
import { recordTrade, withdrawTradesOf } from './trade-store.ts';
import { findVoucher, type VoucherRow } from './voucher-store.ts';

/**
 * What else happens when a draft is posted: the event that wrote it becomes a trade with its member; a reversal takes
 * back what its voucher did besides the ledger.
 */
export async function followPosting(tx: Tx, book: BookRow, voucher: VoucherRow): Promise<void> {
  const { county, reversesId, memo } = voucher;
  if (reversesId === null) {
    const event = await eventOf(tx, voucher);
    if (event) await recordTradeOf(tx, event);
    return;
  }
  const original = await findVoucher(tx, { county, id: reversesId });
  if (!original) return;
  await releaseCharges(tx, original, memo);
  const event = await eventOf(tx, original);
  if (event) await withdrawTradesOf(tx, { county, sourceId: event.id, after: book.closedThrough, reason: memo });
}

async function eventOf(tx: Tx, { county, sourceType, sourceId }: VoucherRow): Promise<EventRow | undefined> {
  return sourceType === eventSource && sourceId !== null ? findEvent(tx, { county, id: sourceId }) : undefined;
}

async function recordTradeOf(tx: Tx, event: EventRow): Promise<void> {
  const { county, place, cooperativeId, occurredOn, product, quantity, unit } = event;
  const template = eventTemplates.get(event.kind);
  const trade = template && tradeOf(template, event.amounts);
  const member = trade && (await findMembership(tx, { county, id: event.parties.memberSub ?? '' }));
  if (!trade || !member) return;
  await recordTrade(tx, {
    ...{ id: newRecordId<'trade'>(tx), county, place, cooperativeId, occurredOn, ...trade },
    ...{ membershipId: member.id, memberPlace: member.memberPlace },
    ...{ product: product ?? event.memo.slice(0, 60), quantity: quantity ?? 0, unit: unit ?? '' },
    source: { type: eventSource, id: event.id },
  });
}
