import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/transact.ts';
import { firstDay, localDate, monthOf } from '../pure/period.ts';
import { type BookRef, cutSpan, type DayRange } from './rules.ts';

export interface LedgerBook {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly organisationId: string;
  readonly kind: 'books' | 'shares' | 'funds';
  readonly unit: 'fen' | 'share';
  readonly openedOn: string;
  /** nothing is posted on this day or before */
  readonly closedThrough: string;
}

const bookColumns = ['county', 'id', 'place', 'organisationId', 'kind', 'unit', 'openedOn', 'closedThrough'] as const;

/** The newest book of its kind, or the one that was open on a day. */
export async function findBook(
  tx: Tx,
  wanted: {
    readonly county: number;
    readonly organisationId: string;
    readonly kind: LedgerBook['kind'];
    readonly on?: string;
  },
): Promise<LedgerBook | undefined> {
  let query = tx.db
    .selectFrom('ledgerBook')
    .select(bookColumns)
    .where('county', '=', wanted.county)
    .where('organisationId', '=', wanted.organisationId)
    .where('kind', '=', wanted.kind);
  if (wanted.on) query = query.where('openedOn', '<=', wanted.on);
  const row = await query.orderBy('openedOn', 'desc').limit(1).executeTakeFirst();
  return row as LedgerBook | undefined;
}

export async function getBook(tx: Tx, book: BookRef): Promise<LedgerBook> {
  const row = await tx.db
    .selectFrom('ledgerBook')
    .select(bookColumns)
    .where('county', '=', book.county)
    .where('id', '=', book.id)
    .executeTakeFirstOrThrow();
  return row as LedgerBook;
}

/** The accounts of a book as they were opened, without their sub-ledgers. */
export async function listAccounts(
  tx: Tx,
  book: BookRef,
): Promise<readonly { code: string; subKind: string | null; least: bigint | null; most: bigint | null }[]> {
  const { rows } = await sql<{
    code: string;
    subKind: string | null;
    leastFen: bigint | null;
    mostFen: bigint | null;
  }>`select code, sub_kind, least as least_fen, most as most_fen from ledger_account
    where county = ${book.county} and book_id = ${book.id} and sub = '' order by code`.execute(tx.db);
  return rows.map(({ leastFen, mostFen, ...row }) => ({ ...row, least: leastFen, most: mostFen }));
}

export interface LedgerBalance {
  readonly code: string;
  readonly sub: string;
  /** signed, debit positive */
  readonly opening: bigint;
  /** turnover of the span; a red line counts negative on its own side */
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closing: bigint;
}

/**
 * Opening, turnover and closing of the days from–to, by code: one row for each sub-ledger where there are any, or one
 * for the whole account with `totals`. Accounts that never moved are left out. Whole months need no line.
 */
export async function listBalances(
  tx: Tx,
  book: BookRef,
  query: {
    readonly from: string;
    readonly to: string;
    readonly codes?: readonly string[];
    readonly totals?: boolean;
    /** one sub-ledger over all accounts */
    readonly sub?: string;
  },
): Promise<readonly LedgerBalance[]> {
  const parts = query.totals
    ? wholeParts(book, query, sql`true`)
    : [...wholeParts(book, query, sql`a.sub_kind is null`), subPart(book, query)];
  const { rows } = await sql<{ code: string; sub: string; openingFen: bigint; debitFen: bigint; creditFen: bigint }>`
    select code, sub, sum(opening) as opening_fen, sum(debit) as debit_fen, sum(credit) as credit_fen
    from (${sql.join(parts, sql` union all `)}) as moved group by code, sub order by code, sub`.execute(tx.db);
  return rows.map(({ code, sub, openingFen, debitFen, creditFen }) => ({
    code,
    sub,
    opening: openingFen,
    debit: debitFen,
    credit: creditFen,
    closing: openingFen + debitFen - creditFen,
  }));
}

type Selection = Parameters<typeof listBalances>[2];

const debit = sql`case when (l.amount > 0) <> l.red then l.amount else 0 end`;
const credit = sql`case when (l.amount > 0) = l.red then -l.amount else 0 end`;

/** Whole accounts: months from their sums, the days left over at either end from lines. */
function wholeParts(book: BookRef, query: Selection, chosen: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  const span = cutSpan({ from: localDate(query.from), to: localDate(query.to) });
  const whole = sql`from ledger_account as a join ledger_month as m on m.county = a.county and m.account = a.number
    and m.book_id = a.book_id where ${accountsOf(book, query)} and a.sub = '' and ${chosen}`;
  const lines = sql`from ledger_account as a join ledger_line as l on l.county = a.county and l.account = a.number
    where ${accountsOf(book, query)} and ${chosen}`;
  const { months } = span;
  return [
    sql`select a.code, '' as sub, m.debit - m.credit as opening, 0 as debit, 0 as credit ${whole} and m.month < ${span.firstMonth}`,
    ...(months
      ? [sql`select a.code, '', 0, m.debit, m.credit ${whole} and m.month between ${months.from} and ${months.to}`]
      : []),
    ...(span.before ? [sql`select a.code, '', l.amount, 0, 0 ${lines} and ${within(span.before)}`] : []),
    ...span.days.map((days) => sql`select a.code, '', 0, ${debit}, ${credit} ${lines} and ${within(days)}`),
  ];
}

/** Sub-ledgers, looked at backwards from what they hold now: the usual question is about days not long ago. */
function subPart(book: BookRef, query: Selection): RawBuilder<unknown> {
  return sql`select * from (
    select a.code, a.sub, a.balance - coalesce(sum(l.amount), 0) as opening,
      coalesce(sum(${debit}) filter (where l.occurred_on <= ${query.to}), 0) as debit,
      coalesce(sum(${credit}) filter (where l.occurred_on <= ${query.to}), 0) as credit
    from ledger_account as a left join ledger_line as l on l.county = a.county and l.account = a.number
      and l.occurred_on >= ${query.from}
    where ${accountsOf(book, query)} and a.sub <> '' group by a.code, a.sub, a.balance
  ) as held where opening <> 0 or debit <> 0 or credit <> 0`;
}

function accountsOf(book: BookRef, query: Pick<Selection, 'codes' | 'sub'>): RawBuilder<unknown> {
  const parts = [sql`a.county = ${book.county} and a.book_id = ${book.id}`];
  if (query.codes) parts.push(sql`a.code = any(${[...query.codes]}::text[])`);
  if (query.sub !== undefined) parts.push(sql`a.sub = ${query.sub}`);
  return sql.join(parts, sql` and `);
}

function within({ from, to }: DayRange): RawBuilder<unknown> {
  return sql`l.occurred_on between ${from} and ${to}`;
}

export interface LedgerMonth {
  readonly month: string;
  readonly code: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Turnover of whole accounts month by month, months without any left out. */
export async function listMonths(
  tx: Tx,
  book: BookRef,
  query: { readonly codes?: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly LedgerMonth[]> {
  const { rows } = await sql<{ month: string; code: string; debitFen: bigint; creditFen: bigint }>`
    select m.month, a.code, m.debit as debit_fen, m.credit as credit_fen from ledger_month as m
    join ledger_account as a on a.county = m.county and a.number = m.account
    where ${accountsOf(book, query)} and m.book_id = ${book.id} and m.month between ${query.from} and ${query.to}
    order by a.code, m.month`.execute(tx.db);
  return rows.map(({ debitFen, creditFen, ...row }) => ({ ...row, debit: debitFen, credit: creditFen }));
}

/** What stands on one account on the evening of any day, by sub-ledger, without those at zero; debit positive. */
export async function listPositions(
  tx: Tx,
  book: BookRef,
  { code, on }: { readonly code: string; readonly on: string },
): Promise<readonly { sub: string; amount: bigint }[]> {
  const { rows } = await sql<{ sub: string; amountFen: bigint }>`
    select * from (
      select a.sub, a.balance - coalesce((select sum(l.amount) from ledger_line as l
        where l.county = a.county and l.account = a.number and l.occurred_on > ${on}), 0) as amount_fen
      from ledger_account as a
      where ${accountsOf(book, { codes: [code] })} and (a.sub <> '' or a.sub_kind is null)
    ) as held where amount_fen <> 0 order by sub`.execute(tx.db);
  return rows.map(({ sub, amountFen }) => ({ sub, amount: amountFen }));
}

/** Balance of an account, or of one of its sub-ledgers, on the evening of any day; debit positive. */
export async function balanceOn(
  tx: Tx,
  book: BookRef,
  { code, sub = '', on }: { readonly code: string; readonly sub?: string; readonly on: string },
): Promise<bigint> {
  const only = accountsOf(book, { codes: [code], sub });
  const { rows } = await (sub === ''
    ? sql<{ amountFen: bigint | null }>`
      select sum(amount) as amount_fen from (
        select m.debit - m.credit as amount from ledger_account as a
        join ledger_month as m on m.county = a.county and m.book_id = a.book_id and m.account = a.number
        where ${only} and m.month < ${on.slice(0, 7)}
        union all
        select l.amount from ledger_account as a join ledger_line as l on l.county = a.county and l.account = a.number
        where ${accountsOf(book, { codes: [code] })} and l.occurred_on between ${firstDay(monthOf(localDate(on)))} and ${on}
      ) as moved`
    : sql<{ amountFen: bigint | null }>`
      select a.balance - coalesce((select sum(l.amount) from ledger_line as l
        where l.county = a.county and l.account = a.number and l.occurred_on > ${on}), 0) as amount_fen
      from ledger_account as a where ${only}`
  ).execute(tx.db);
  return rows[0]?.amountFen ?? 0n;
}
