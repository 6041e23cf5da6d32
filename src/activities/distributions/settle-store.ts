import { findBooks, postVoucher } from '../../ledgers/books/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { type BatchRow, closeBatch, openBankLines, type SettledPayment, settlePayments } from './payout-store.ts';
import { pageOf } from './rules.ts';
import type { DistributionRow } from './store.ts';
import { paymentLines } from './voucher-rules.ts';
import { words } from './words.ts';

/**
 * Settles payments of a batch: their states, the voucher of what was paid, and the batch itself once nothing of it is on
 * its way any more. Settled twice at once, the second finds fewer payments on their way than it counted and is refused.
 */
export async function postPaid(
  tx: Tx,
  settling: { readonly batch: BatchRow; readonly row: DistributionRow; readonly payments: readonly SettledPayment[] },
): Promise<Result<string | null, Refusal>> {
  const { batch, row, payments } = settling;
  const on = todayInShanghai(tx.now);
  const changed = await settlePayments(tx, batch.county, { payments, on });
  if (changed !== payments.length) return refuse({ code: 'stale' });
  const lines = await openBankLines(tx, batch);
  const paidIds = new Set(payments.flatMap(({ id, paid }) => (paid ? [id] : [])));
  const paid = lines.filter(({ id }) => paidIds.has(id));
  const written = row.ruleSet === 'contract' || paid.length === 0 ? ok(null) : await write(tx, settling, paid);
  if (!written.ok) return written;
  if (lines.some(({ state }) => state === 'in_flight')) return written;
  const { county, id, revision } = batch;
  const closed = await closeBatch(tx, { county, id, revision }, { settledOn: on, voucherId: written.value });
  return closed ? written : refuse({ code: 'stale' });
}

async function write(
  tx: Tx,
  { batch, row }: { readonly batch: BatchRow; readonly row: DistributionRow },
  payments: readonly { membershipId: string; refundFen: bigint; dividendFen: bigint }[],
): Promise<Result<string | null, Refusal>> {
  const { county, cooperativeId } = row;
  const occurredOn = todayInShanghai(tx.now);
  const books = await findBooks(tx, { county, cooperativeId, on: occurredOn });
  if (!books) return refuse({ code: 'books_missing' });
  const posted = await postVoucher(tx, {
    ...{ county, cooperativeId, occurredOn, template: 'distribution_payment' },
    memo: speak(words['voucher.paid'], 'zh', { year: row.year, number: batch.number }),
    lines: paymentLines({ chart: books.chart, channel: batch.channel === 'cash' ? 'cash' : 'bank', payments }),
    ...{ sourceType: 'payout_batch', sourceId: batch.id, sourcePage: `${pageOf(row)}?tab=payouts` },
    ...{ makerId: batch.madeBy, checkerId: tx.actor.accountId },
  });
  return posted.ok ? ok(posted.value.voucherId) : posted;
}
