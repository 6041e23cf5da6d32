import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type LedgerBalance, listBalances, listLines } from '../../platform/ledger/ledger-store.ts';
import { addDays } from '../../platform/pure/period.ts';
import { findMembership, listMemberIds, listMembers, type MembershipRow } from '../../registers/cooperatives/public.ts';
import { type FiscalYear, fiscalYear } from './closing-rules.ts';
import {
  columnOf,
  equalShares,
  isYearly,
  type MemberAmounts,
  type MemberColumn,
  type MemberLine,
  type MemberTrade,
  noAmounts,
  sumTrades,
} from './member-rules.ts';
import { type BookRow, findBooks } from './store.ts';

/** The statutory member account of one year (37号 art. 57 and 成员账户). */
export interface MemberAccount {
  readonly membership: MembershipRow;
  readonly book: BookRow;
  readonly year: FiscalYear;
  readonly opening: MemberAmounts;
  readonly lines: readonly MemberLine[];
  readonly trades: readonly MemberTrade[];
  readonly closing: MemberAmounts;
}

/** Undefined outside the reader’s range, and for a cooperative without books of the cooperatives’ chart. */
export async function memberAccount(
  tx: Tx,
  of: { readonly county: number; readonly membershipId: string; readonly year: number },
): Promise<MemberAccount | undefined> {
  const membership = await findMembership(tx, { county: of.county, id: of.membershipId });
  const book = membership && (await findBooks(tx, membership));
  if (!membership || book?.chart !== 'coop37') return undefined;
  const year = fiscalYear(of.year, book.fiscalYearStart);
  const context = { book, membership, year };
  const { opening, closing } = await standings(tx, context);
  const postings = await readPostings(tx, context);
  const trades = await readTrades(tx, context);
  const lines = [...postings, ...trades].sort(byDay);
  for (const column of ['refundFen', 'dividendFen'] as const)
    closing[column] = postings.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0n), 0n);
  return { ...context, opening, lines, trades: sumTrades(trades.flatMap(({ trade }) => trade ?? [])), closing };
}

interface Context {
  readonly book: BookRow;
  readonly membership: MembershipRow;
  readonly year: FiscalYear;
}

/** What stands for the member before the year and at its end; amounts of the year are left at nought. */
async function standings(tx: Tx, { book, membership, year }: Context) {
  const span = { from: year.startsOn, to: year.endsOn };
  const eve = addDays(year.startsOn, -1);
  const { id: membershipId, county, cooperativeId } = membership;
  const own = await listBalances(tx, book, { ...span, sub: membershipId });
  const shared = await listBalances(tx, book, { ...span, codes: [...grantCodes, ...donationCodes], totals: true });
  const members = await listMemberIds(tx, { county, cooperativeId, days: [eve, year.endsOn] });
  const at = { membershipId, own, shared };
  return {
    opening: standing({ ...at, memberIds: members.get(eve) ?? [] }, 'opening'),
    closing: standing({ ...at, memberIds: members.get(year.endsOn) ?? [] }, 'closing'),
  };
}

const grantCodes = ['311', '31101'];
const donationCodes = ['31102'];

interface Standing {
  readonly membershipId: string;
  readonly own: readonly LedgerBalance[];
  /** of the whole accounts that all members have equal parts of */
  readonly shared: readonly LedgerBalance[];
  readonly memberIds: readonly string[];
}

function standing(
  { membershipId, own, shared, memberIds }: Standing,
  evening: 'opening' | 'closing',
): Record<MemberColumn, bigint> {
  const amounts = noAmounts();
  for (const balance of own) {
    const column = columnOf(balance.code);
    if (column && !isYearly(column)) amounts[column] -= balance[evening];
  }
  const shareOf = (codes: readonly string[]) => {
    const whole = shared.filter(({ code }) => codes.includes(code));
    const totalFen = whole.reduce((sum, balance) => sum - balance[evening], 0n);
    return equalShares(totalFen, memberIds).get(membershipId) ?? 0n;
  };
  amounts.grantShareFen = shareOf(grantCodes);
  amounts.donationShareFen = shareOf(donationCodes);
  return amounts;
}

async function readPostings(tx: Tx, { book, membership, year }: Context): Promise<readonly MemberLine[]> {
  const span = { from: year.startsOn, to: year.endsOn, limit: 2000, offset: 0 };
  const { rows } = await listLines(tx, book, { ...span, sub: membership.id });
  return rows.flatMap(({ code, amount, red, memo, entryMemo, occurredOn, entryId }): MemberLine[] => {
    const column = columnOf(code);
    if (!column) return [];
    // dues are shown when they arise; their payment is no second amount
    if (isYearly(column) && amount > 0n !== (red ?? false)) return [];
    const line = { occurredOn, memo: memo ?? entryMemo, amounts: { [column]: -amount } };
    return [{ ...line, recordType: 'voucher', recordId: entryId }];
  });
}

async function readTrades(tx: Tx, { membership, year }: Context): Promise<readonly MemberLine[]> {
  const { rows } = await sql<{
    id: string;
    occurredOn: string;
    product: string;
    unit: string;
    quantity: number;
    amountFen: bigint;
  }>`select id, occurred_on, product, unit, quantity, amount_fen from member_trade
    where county = ${membership.county} and membership_id = ${membership.id}
      and occurred_on between ${year.startsOn} and ${year.endsOn} order by occurred_on, id`.execute(tx.db);
  return rows.map(({ id, occurredOn, product, unit, quantity, amountFen }) => ({
    ...{ occurredOn, memo: product, amounts: {}, trade: { product, unit, quantity, amountFen } },
    ...{ recordType: 'member_trade' as const, recordId: id },
  }));
}

function byDay(a: MemberLine, b: MemberLine): number {
  return a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0;
}

/** One line of the list of member accounts at the end of a span. */
export interface MemberBalance {
  readonly membershipId: string;
  readonly number: string;
  readonly name: string;
  readonly memberPlace: number;
  readonly contributionFen: bigint;
  readonly reserveFen: bigint;
  readonly dueFen: bigint;
  /** what the member owes (positive) or is owed on the current account */
  readonly currentFen: bigint;
}

/** What stands for each member on an evening, by member number. */
export async function listMemberBalances(tx: Tx, book: BookRow, on: string): Promise<readonly MemberBalance[]> {
  const { county, cooperativeId } = book;
  const members = await listMembers(tx, { county, cooperativeId, on });
  const codes = book.chart === 'coop37' ? coopCodes : collectiveCodes;
  const balances = await listBalances(tx, book, { from: on, to: on, codes });
  const bySub = Map.groupBy(balances, ({ sub }) => sub);
  return members.map(({ id, number, name, memberPlace }) => {
    const sum = (...above: string[]) =>
      (bySub.get(id) ?? [])
        .filter(({ code }) => above.includes(code))
        .reduce((total, { closing }) => total + closing, 0n);
    return {
      ...{ membershipId: id, number, name, memberPlace },
      contributionFen: -sum('301', '30101'),
      reserveFen: -sum('32201'),
      dueFen: -sum('221', '222'),
      currentFen: book.chart === 'coop37' ? sum('114') : sum('113'),
    };
  });
}

const coopCodes = ['114', '221', '222', '301', '30101', '32201'];
const collectiveCodes = ['113', '301'];
