import { systemActor } from '../../platform/access/actor.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn, listTitlesThrough } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { readTransact, transact, type Workplace } from '../../platform/db/transact.ts';
import { ok } from '../../platform/pure/result.ts';
import { listCooperativeTitles } from '../../registers/cooperatives/public.ts';
import { listBooksToDepreciate, prepareDepreciation, readDue } from './charge-store.ts';
import { findBook } from './store.ts';

export { knownSubs, nameSubs, recordSubsidiary, type SubsidiaryRow } from './account-store.ts';
export { type MemberAccount, memberAccount } from './member-store.ts';
export { type ClosedYear, findClosedYear } from './period-store.ts';
export { postVoucher, reverseVoucher, type SystemVoucher, type WrittenVoucher } from './posting-store.ts';
export { type BookRow, findBook, findBooks, openBooks } from './store.ts';
export { type NewTrade, patronageOf, recordTrade } from './trade-store.ts';
export { findVoucher, listVouchersOf, type VoucherRow } from './voucher-store.ts';

/** Memos of vouchers by id. */
export function listVoucherTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'voucher', column: 'memo' }, keys);
}

/** Names of the cooperatives whose year was closed, by year. */
export function listYearTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listTitlesThrough(
    tx,
    { table: 'fiscal_year', column: 'cooperative_id' },
    { keys, list: listCooperativeTitles },
  );
}

const everywhere = { lo: 110_000_000_000, hi: 999_999_999_999 };

/**
 * Writes the depreciation of the last month as drafts in all books with cards, for somebody to check, so that nobody has
 * to think of it before closing. Returns how many drafts were written; a second run on the same day writes none.
 */
export async function prepareAllDepreciation(workplace: Workplace): Promise<number> {
  const context = { actor: systemActor(everywhere, 'depreciation'), act: 'voucher.record' };
  const found = await readTransact(workplace, context, async (tx) => {
    const due = [];
    for (const one of await listBooksToDepreciate(tx)) {
      const book = await findBook(tx, one);
      if (book && (await readDue(tx, book, one.month)).due.length > 0) due.push(one);
    }
    return ok(due);
  });
  let written = 0;
  for (const one of found.ok ? found.value : []) {
    const done = await transact(workplace, context, async (tx) => {
      const book = await findBook(tx, one);
      return book ? prepareDepreciation(tx, book, one.month) : ok(undefined);
    });
    if (done.ok && done.value) written += 1;
  }
  return written;
}
