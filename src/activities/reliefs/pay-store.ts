import { findBooks, postVoucher } from '../../ledgers/books/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { balanceOn } from '../../platform/ledger/ledger-store.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import { proposePayment, reliefEntry, setAsideOf } from './rules.ts';
import { listLines, markPaid, type ReliefRow } from './store.ts';

/** What notices know a relief list by. */
export const subjectType = 'relief';

/** What is left of the set-aside on a day; undefined without books. */
export async function findAvailable(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string },
): Promise<bigint | undefined> {
  const on = todayInShanghai(tx.now);
  const books = await findBooks(tx, { ...at, on });
  return books && -(await balanceOn(tx, books, { code: setAsideOf(books.chart), on }));
}

/** Over who gets how much and where it comes from. */
export async function digestRelief(tx: Tx, relief: ReliefRow): Promise<string> {
  const lines = await listLines(tx, relief);
  return digestOf({
    relief: relief.id,
    ...{ title: relief.title, documentNumber: relief.documentNumber, channel: relief.channel },
    lines: lines.map(({ householdCounty, householdId, amountFen }) => ({ householdCounty, householdId, amountFen })),
  });
}

/**
 * Pays a list: its state, its lines and the voucher in one transaction. The state comes first, so that the second of two
 * finds it paid; the bound of the account keeps any number of lists together within what was set aside.
 */
export async function payRelief(tx: Tx, row: ReliefRow, revision: number): Promise<Result<string, Refusal>> {
  const { county, id, cooperativeId, totalFen } = row;
  const lines = await listLines(tx, row);
  const notice = await findNotice(tx, { county, subjectType, subjectId: id });
  const proposed = proposePayment({ ...row, linesDigest: await digestRelief(tx, row), notice });
  if (!proposed.ok) return proposed;
  const on = todayInShanghai(tx.now);
  const books = await findBooks(tx, { county, cooperativeId, on });
  if (!books) return refuse({ code: 'books_missing' });
  const voucherId = newRecordId(tx);
  if (!(await markPaid(tx, { county, id, revision }, { on, voucherId, lines }))) return refuse({ code: 'stale' });
  const posted = await postVoucher(tx, {
    ...{ county, cooperativeId, voucherId, occurredOn: on, memo: row.title, template: 'relief_payment' },
    lines: reliefEntry(books.chart, row.channel, totalFen),
    ...{ sourceType: subjectType, sourceId: id, sourcePage: `/reliefs/${county}/${id}` },
    ...{ makerId: row.madeBy ?? '', checkerId: tx.actor.accountId },
  });
  if (posted.ok) return ok(voucherId);
  const beyond = posted.refusal.code === 'ledger_above_most';
  return beyond ? refuse({ code: 'relief_beyond_set_aside' }) : posted;
}
