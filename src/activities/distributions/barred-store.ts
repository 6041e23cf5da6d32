import { sql } from 'kysely';
import { fiscalYear } from '../../ledgers/books/closing-rules.ts';
import { type BookRow, findBooks } from '../../ledgers/books/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LedgerBalance, listBalances } from '../../platform/ledger/ledger-store.ts';
import { sumFen } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import {
  type BarAccounts,
  type BarredMoney,
  type Bars,
  barAccountsOf,
  isBelow,
  moneyAccounts,
  standingOn,
  unspentFen,
} from './barred-rules.ts';
import { spanOf, type YearSpan } from './rules.ts';
import type { DistributionRow } from './store.ts';
import { words } from './words.ts';

/**
 * What the books of a collective say, now, against giving its surplus away. Of a cooperative, under contracts and after it
 * was declared nothing is asked.
 */
export async function readBars(tx: Tx, row: DistributionRow): Promise<Bars> {
  const { ruleSet, state, fiscalYearStart } = row;
  const isAsked = ruleSet === 'collective_economic' && (state === 'draft' || state === 'chosen');
  return isAsked && fiscalYearStart !== null
    ? readOpenBars(tx, row, spanOf(fiscalYear(row.year, fiscalYearStart)))
    : {};
}

/** The same inside the transaction that declares it, after the books are held by its voucher. */
export function readBarsHeld(tx: Tx, row: DistributionRow): Promise<Bars> {
  return readBars(tx, { ...row, state: 'chosen' });
}

async function readOpenBars(tx: Tx, row: DistributionRow, span: YearSpan): Promise<Bars> {
  const of = { county: row.county, cooperativeId: row.cooperativeId };
  const today = todayInShanghai(tx.now);
  const then = await findBooks(tx, { ...of, on: span.to });
  const now = await findBooks(tx, { ...of, on: today });
  const accounts = then && barAccountsOf(then.chart);
  const accountsNow = now && barAccountsOf(now.chart);
  if (!then || !now || !accounts || !accountsNow) return {};
  const year = await balancesOf(tx, then, span);
  const standing = await balancesOf(tx, now, { from: today, to: today });
  const debtFen = (balances: readonly LedgerBalance[], codes: readonly string[]) => -standingOn(balances, codes);
  const borrowedFen = debtFen(standing, accountsNow.loans) - debtFen(year, accounts.loans);
  return {
    barred: await readBarred(tx, then, { span, year, accounts }),
    purse: {
      moneyFen: standingOn(standing, moneyAccounts),
      earmarkedFen: positive(debtFen(standing, accountsNow.earmarked)),
      borrowedFen: positive(borrowedFen),
      promisedFen: await sumPromised(tx, row),
    },
  };
}

async function readBarred(
  tx: Tx,
  book: BookRow,
  of: { readonly span: YearSpan; readonly year: readonly LedgerBalance[]; readonly accounts: BarAccounts },
): Promise<BarredMoney> {
  const { span, year, accounts } = of;
  const received = year.filter(({ code }) => isBelow(code, accounts.subsidy));
  const spent = year.filter(({ code }) => isBelow(code, accounts.subsidySpent));
  const like = (codes: readonly string[]) => codes.map((code) => `${code}%`);
  const { rows } = await sql<{ disposalFen: bigint | null; compensationFen: bigint | null }>`
    select sum(-l.amount) filter (where a.code like any(${like(accounts.gain)}::text[]) and exists (
        select 1 from ledger_line as o join ledger_account as oa on oa.county = o.county and oa.number = o.account
        where o.county = l.county and o.entry_id = l.entry_id and (oa.code like any(${like(accounts.clearing)}::text[])
          or (oa.code like any(${like(accounts.lasting)}::text[]) and (o.amount < 0) <> o.red)))) as disposal_fen,
      sum(-l.amount) filter (where e.memo ~ ${compensation} or l.memo ~ ${compensation}) as compensation_fen
    from ledger_account as a join ledger_line as l on l.county = a.county and l.account = a.number
    join ledger_entry as e on e.county = l.county and e.id = l.entry_id
    where a.county = ${book.county} and a.book_id = ${book.id} and a.code like any(${like(accounts.income)}::text[])
      and l.occurred_on between ${span.from} and ${span.to} and e.series <> 'closing'`.execute(tx.db);
  const [row] = rows;
  return {
    subsidyFen: unspentFen(sumFen(received.map(({ credit }) => credit)), sumFen(spent.map(({ debit }) => debit))),
    disposalFen: positive(row?.disposalFen ?? 0n),
    compensationFen: positive(row?.compensationFen ?? 0n),
  };
}

/** How a voucher that books land compensation as income calls it. */
const compensation = words['barred.compensation'][0].split('\u3001').join('|');

/** What other distributions of the same collective declared and have not paid, corrections included. */
async function sumPromised(tx: Tx, row: DistributionRow): Promise<bigint> {
  const { rows } = await sql<{ promisedFen: bigint | null }>`
    select sum(d.patronage_refund_fen + d.remainder_fen
      + coalesce((select sum(x.new_refund_fen + x.new_remainder_fen - x.old_refund_fen - x.old_remainder_fen)
        from dividend_change as x where x.county = d.county and x.distribution_id = d.id), 0)
      - coalesce((select sum(p.amount_fen) from payout as p where p.county = d.county and p.distribution_id = d.id
        and p.state in ('paid', 'converted')), 0)) as promised_fen
    from distribution as d where d.county = ${row.county} and d.cooperative_id = ${row.cooperativeId}
      and d.state = 'declared' and d.id <> ${row.id}`.execute(tx.db);
  return positive(rows[0]?.promisedFen ?? 0n);
}

function balancesOf(tx: Tx, { county, id }: BookRow, span: { readonly from: string; readonly to: string }) {
  return listBalances(tx, { county, id }, { ...span, totals: true });
}

function positive(fen: bigint): bigint {
  return fen > 0n ? fen : 0n;
}
