import type { BookRow } from '../../ledgers/books/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listBalances } from '../../platform/ledger/ledger-store.ts';
import { formatYuan, sumFen } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Caution, cautionsOf, isBelow, moneyAccounts, subsidyAccounts } from './caution-rules.ts';
import type { YearSpan } from './rules.ts';

/** What the books have against paying so much, as they stand today; nothing once all is paid. */
export async function readCautions(
  tx: Tx,
  books: BookRow,
  of: { readonly span: YearSpan; readonly owedFen: bigint; readonly drawnFen: bigint },
): Promise<readonly Caution[]> {
  if (of.owedFen <= 0n) return [];
  const { chart } = books;
  const today = todayInShanghai(tx.now);
  const book = { county: books.county, id: books.id };
  const now = await listBalances(tx, book, { from: today, to: today });
  const money = now.filter(({ code }) => isBelow(code, moneyAccounts(chart)));
  const subsidies = subsidyAccounts(chart);
  const year = subsidies.length > 0 ? await listBalances(tx, book, { from: of.span.from, to: of.span.to }) : [];
  const received = year.filter(({ code }) => isBelow(code, subsidies));
  return cautionsOf(
    {
      ...{ owedFen: of.owedFen, drawnFen: of.drawnFen, moneyFen: sumFen(money.map(({ closing }) => closing)) },
      subsidyFen: sumFen(received.map(({ credit }) => credit)),
    },
    formatYuan,
  );
}
