import { sql } from 'kysely';
import { errorFields } from '../../platform/db/connection.ts';
import { revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { reopenAfter } from '../../platform/ledger/ledger-store.ts';
import { addDays, type Month, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type ClosingCheck, monthDays } from './closing-rules.ts';
import type { BookRow } from './store.ts';

/** A month or year that was closed, and perhaps opened again. */
export interface PeriodRow {
  readonly county: number;
  readonly id: string;
  readonly state: 'closed' | 'reopened';
  readonly closedOn: string;
  readonly closedBy: string;
  readonly closedByName: string;
  readonly reopenedOn: string | null;
  readonly reopenedByName: string | null;
  readonly reopenedFor: string | null;
  readonly revision: number;
}

export interface MonthRow extends PeriodRow {
  readonly month: string;
  readonly checks: readonly (Omit<ClosingCheck, 'amountFen'> & { readonly amountFen: string })[];
}

export interface YearRow extends PeriodRow {
  readonly year: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly surplusFen: bigint;
  readonly digest: string;
}

const periodColumns = sql`county, id, state, closed_on, closed_by, closed_by_name, reopened_on, reopened_by_name,
  reopened_for, revision`;

/** Months of a book that were closed, the latest first. */
export async function listMonths(tx: Tx, book: BookRow): Promise<readonly MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    select ${periodColumns}, month, checks from fiscal_month
    where county = ${book.county} and book_id = ${book.id} order by month desc limit 600`.execute(tx.db);
  return rows;
}

export async function listYears(tx: Tx, book: BookRow): Promise<readonly YearRow[]> {
  const { rows } = await sql<YearRow>`
    select ${periodColumns}, year, starts_on, ends_on, surplus_fen, digest from fiscal_year
    where county = ${book.county} and book_id = ${book.id} order by year desc limit 100`.execute(tx.db);
  return rows;
}

/**
 * Opens a month and all after it again: a dated act for a reason, by somebody else than those who closed them. The
 * statements of a year that is opened again no longer count as closed.
 */
export async function reopenMonth(
  tx: Tx,
  book: BookRow,
  opening: { readonly month: Month; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const { from } = monthDays(opening.month);
  if (!(await reopenAfter(tx, book, addDays(from, -1)))) return refuse({ code: 'month_not_closed', field: 'month' });
  const months = (await listMonths(tx, book)).filter(
    ({ month, state }) => state === 'closed' && month >= opening.month,
  );
  const years = (await listYears(tx, book)).filter(({ endsOn, state }) => state === 'closed' && endsOn >= from);
  for (const [table, periods] of [
    ['fiscal_month', months],
    ['fiscal_year', years],
  ] as const) {
    for (const { county, id, revision, closedBy } of periods) {
      if (closedBy === tx.actor.accountId) return refuse({ code: 'own_work' });
      const done = await reopenPeriod(tx, { table, key: { county, id, revision }, reason: opening.reason });
      if (!done.ok) return done;
    }
  }
  return ok(true);
}

async function reopenPeriod(
  tx: Tx,
  period: {
    readonly table: 'fiscal_month' | 'fiscal_year';
    readonly key: { readonly county: number; readonly id: string; readonly revision: number };
    readonly reason: string;
  },
): Promise<Result<true, Refusal>> {
  const { table, key, reason } = period;
  const set = {
    ...{ state: 'reopened', reopened_on: todayInShanghai(tx.now), reopened_by: tx.actor.accountId },
    ...{ reopened_by_name: tx.actor.name, reopened_for: reason },
  };
  try {
    return (await revise(tx, table, { key, set, reason })) ? ok(true) : refuse({ code: 'stale' });
  } catch (error) {
    if (errorFields(error).constraint === `${table}_two_persons`) return refuse({ code: 'own_work' });
    throw error;
  }
}

/** A year whose books are closed, with what a distribution of its surplus needs. */
export interface ClosedYear {
  readonly bookId: string;
  readonly chart: BookRow['chart'];
  readonly year: number;
  readonly startsOn: string;
  readonly endsOn: string;
  /** this year’s surplus after tax, negative for a loss */
  readonly surplusFen: bigint;
  /** undistributed of earlier years, less what was appropriated of it during the year; negative: losses to cover */
  readonly openingUndistributedFen: bigint;
  readonly reserveUsedForLossesFen: bigint;
  /** equity formed by state grants and donations (311) at the year’s end */
  readonly grantEquityFen: bigint;
  readonly closedAt: Date;
  readonly closedOn: string;
  /** rows of both statements as `rowN`, digits in fen */
  readonly statement: {
    readonly surplus: Readonly<Record<string, string>>;
    readonly sheet: Readonly<Record<string, string>>;
  };
  readonly digest: string;
}

/** Undefined while the year is open, and when it was opened again. */
export async function findClosedYear(
  tx: Tx,
  of: { readonly county: number; readonly cooperativeId: string; readonly year: number },
): Promise<ClosedYear | undefined> {
  const { rows } = await sql<ClosedYear>`
    select y.book_id, b.chart, y.year, y.starts_on, y.ends_on, y.surplus_fen, y.opening_undistributed_fen,
      y.reserve_used_fen as reserve_used_for_losses_fen, y.grant_equity_fen, y.recorded_at as closed_at, y.closed_on,
      y.statements as statement, y.digest
    from fiscal_year as y join book as b on b.county = y.county and b.id = y.book_id
    where b.county = ${of.county} and b.cooperative_id = ${of.cooperativeId} and y.year = ${of.year}
      and y.state = 'closed'
    order by b.starts_on desc limit 1`.execute(tx.db);
  return rows[0];
}
