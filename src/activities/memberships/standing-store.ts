import { resultAccounts } from '../../ledgers/books/chart-rules.ts';
import { accountOf } from '../../ledgers/books/event-roles-rules.ts';
import type { BookRow } from '../../ledgers/books/public.ts';
import type { LotRow } from '../../ledgers/shares/public.ts';
import { lossShare } from '../../ledgers/shares/settlement-rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { balanceOn, listBalances } from '../../platform/ledger/ledger-store.ts';
import type { ActTerms } from './rules.ts';
import { capitalOfLot, memberCodes, type Returned, type Standing } from './voucher-rules.ts';

/** What stands for a member on an evening. */
export async function readStanding(
  tx: Tx,
  book: BookRow,
  at: { readonly membershipId: string; readonly on: string },
): Promise<Standing> {
  const codes = memberCodes(book.chart);
  const balances = await listBalances(tx, book, { from: at.on, to: at.on, codes, sub: at.membershipId });
  return new Map(balances.flatMap(({ code, closing }) => (closing === 0n ? [] : [[code, closing] as const])));
}

/** What the books say of a thing that is given back. */
export async function findReturned(
  tx: Tx,
  of: { readonly book: BookRow; readonly lot: LotRow; readonly terms: Pick<ActTerms, 'assetId' | 'occurredOn'> },
): Promise<Returned> {
  const { book, lot, terms } = of;
  const assetId = lot.valuationId ?? terms.assetId;
  const code = accountOf(book.chart, 'intangible');
  const amortised = accountOf(book.chart, 'intangible_amortisation');
  const on = terms.occurredOn;
  const known = assetId !== null && code !== undefined && amortised !== undefined;
  return {
    lot: capitalOfLot(lot),
    assetId,
    costFen: known ? await balanceOn(tx, book, { code, sub: assetId, on }) : 0n,
    amortisedFen: known ? -(await balanceOn(tx, book, { code: amortised, sub: assetId, on })) : 0n,
  };
}

/**
 * A member’s part by contribution in the losses that stood uncovered on an evening. Of a collective’s losses members bear
 * nothing beyond their shares.
 */
export async function readLossShare(
  tx: Tx,
  book: BookRow,
  at: { readonly membershipId: string; readonly on: string },
): Promise<bigint> {
  if (book.chart !== 'coop37') return 0n;
  const { on, membershipId: sub } = at;
  const lossFen = await balanceOn(tx, book, { code: resultAccounts(book.chart).undistributed, on });
  if (lossFen <= 0n) return 0n;
  let ownFen = 0n;
  let allFen = 0n;
  for (const code of ['301', '30101']) {
    ownFen -= await balanceOn(tx, book, { code, sub, on });
    allFen -= await balanceOn(tx, book, { code, on });
  }
  return lossShare(lossFen, ownFen, allFen);
}
