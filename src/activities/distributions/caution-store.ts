import type { BookRow } from '../../ledgers/books/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listBalances } from '../../platform/ledger/ledger-store.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { moneyAccounts, standingOn } from './barred-rules.ts';
import { type Caution, cautionsOf } from './caution-rules.ts';

/** What the books of a cooperative have against paying so much, as they stand today; nothing once all is paid. */
export async function readCautions(tx: Tx, books: BookRow, owedFen: bigint): Promise<readonly Caution[]> {
  if (owedFen <= 0n) return [];
  const today = todayInShanghai(tx.now);
  const now = await listBalances(tx, { county: books.county, id: books.id }, { from: today, to: today });
  return cautionsOf({ owedFen, moneyFen: standingOn(now, moneyAccounts) }, formatYuan);
}
