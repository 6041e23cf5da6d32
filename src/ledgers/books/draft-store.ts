import type { Tx } from '../../platform/db/transact.ts';
import { addDays, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import type { Refusal } from '../../platform/pure/result.ts';
import { knownSubs, listBookAccounts } from './account-store.ts';
import type { BookRow } from './store.ts';
import { proposeVoucher, type VoucherDraft, type VoucherSeries } from './voucher-rules.ts';

export type Drafted = VoucherDraft & { readonly series: VoucherSeries };

/** What is wrong with a voucher before it is kept: its day, its lines, the details they name. */
export async function refuseDraft(tx: Tx, book: BookRow, draft: Drafted): Promise<Refusal | undefined> {
  const dated = dateRefusal(tx, book, draft);
  if (dated) return dated;
  const accounts = new Map((await listBookAccounts(tx, book)).map((account) => [account.code, account]));
  const subs = await knownSubs(
    tx,
    book,
    draft.lines.map(({ sub }) => sub),
  );
  const proposed = proposeVoucher(draft, {
    today: todayInShanghai(tx.now),
    closedThrough: book.closedThrough,
    accounts,
    knowsSub: (code, sub) => subs.get(sub) === accounts.get(code)?.subKind,
  });
  return proposed.ok ? undefined : proposed.refusal;
}

/** Opening balances stand on the eve of the first day, everything else from that day on. */
export function dateRefusal(tx: Tx, book: BookRow, { series, occurredOn }: Drafted): Refusal | undefined {
  const field = 'occurredOn';
  if (occurredOn > todayInShanghai(tx.now)) return { code: 'voucher_in_future', field };
  const eve = addDays(localDate(book.startsOn), -1);
  if (series === 'opening') {
    if (book.closedThrough >= eve) return { code: 'opening_closed' };
    return occurredOn === eve ? undefined : { code: 'voucher_date', field };
  }
  if (occurredOn < book.startsOn) return { code: 'voucher_before_start', field, values: { startsOn: book.startsOn } };
  const { closedThrough } = book;
  return occurredOn <= closedThrough
    ? { code: 'voucher_closed', field, values: { through: closedThrough } }
    : undefined;
}
