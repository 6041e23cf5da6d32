import { sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { digestOf } from '../../platform/db/digest.ts';
import { type NewRow, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { closeThrough, listBalances } from '../../platform/ledger/ledger-store.ts';
import { addDays, localDate, type Month, monthOf, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { readDue } from './charge-store.ts';
import { isResult, resultAccounts } from './chart-rules.ts';
import {
  type ClosingCheck,
  closingChecks,
  closingEntries,
  type FiscalYear,
  fiscalYearOf,
  type MonthFacts,
  mayClose,
  monthDays,
} from './closing-rules.ts';
import { accountOf } from './event-roles-rules.ts';
import { readFigures } from './report-store.ts';
import { statementSpecs } from './statement-list-rules.ts';
import { computeRows, isBelow, sumOf } from './statement-rules.ts';
import type { BookRow } from './store.ts';
import { recordDraft } from './voucher-store.ts';
import { words } from './words.ts';

/** The list that a month is closed by, as it stands now. */
export async function readChecks(tx: Tx, book: BookRow, month: Month): Promise<readonly ClosingCheck[]> {
  return closingChecks(await readMonthFacts(tx, book, month));
}

async function readMonthFacts(tx: Tx, book: BookRow, month: Month): Promise<MonthFacts> {
  const { from, to } = monthDays(month);
  const { chart } = book;
  const balances = await listBalances(tx, book, { from, to, totals: true });
  const of = (...roles: Parameters<typeof accountOf>[1][]) => roles.flatMap((role) => accountOf(chart, role) ?? []);
  const assets = of('productive_biological', 'fixed_asset', 'intangible');
  const worn = of('productive_biological_depreciation', 'fixed_asset_depreciation', 'intangible_amortisation');
  const { due, lacking } = await readDue(tx, book, month);
  const { yearResult, appropriations } = resultAccounts(chart);
  const uncarried = balances.filter(({ code }) => isResult(chart, code) || isBelow(code, [yearResult, appropriations]));
  const { rows } = await sql<{ drafts: number }>`
    select count(*) as drafts from voucher
    where county = ${book.county} and book_id = ${book.id} and state = 'draft' and occurred_on <= ${to}`.execute(tx.db);
  return {
    chart,
    month,
    isYearEnd: to === fiscalYearOf(to, book.fiscalYearStart).endsOn,
    previousClosed: book.closedThrough >= addDays(from, -1) || month === monthOf(localDate(book.startsOn)),
    drafts: rows[0]?.drafts ?? 0,
    differenceFen: balances.reduce((sum, { closing }) => sum + closing, 0n),
    depreciableFen: balances
      .filter(({ code }) => isBelow(code, assets))
      .reduce((sum, { opening }) => sum + opening, 0n),
    depreciatedFen: balances.filter(({ code }) => isBelow(code, worn)).reduce((sum, { credit }) => sum + credit, 0n),
    dueFen: due.reduce((sum, { amountFen }) => sum + amountFen, 0n),
    lackingUnits: lacking,
    pendingFen: sumOf(
      balances.map(({ code, closing }) => ({ code, amount: closing })),
      of('pending_loss'),
    ),
    uncarriedFen: uncarried.reduce((sum, { closing }) => sum + (closing < 0n ? -closing : closing), 0n),
  };
}

/**
 * Writes the entries that carry the year’s result as drafts, for another person to check and post. Refuses while
 * earlier ones still wait, and when there is nothing to carry.
 */
export async function prepareYearEnd(tx: Tx, book: BookRow, year: FiscalYear): Promise<Result<number, Refusal>> {
  const { rows } = await sql`
    select 1 from voucher where county = ${book.county} and book_id = ${book.id} and state = 'draft'
      and series = 'closing'`.execute(tx.db);
  if (rows.length > 0) return refuse({ code: 'closing_drafts_wait' });
  const balances = await listBalances(tx, book, { from: year.startsOn, to: year.endsOn, totals: true });
  const standing = balances.map(({ code, sub, closing }) => ({ code, sub, amount: closing }));
  const entries = closingEntries(book.chart, standing);
  if (entries.length === 0) return refuse({ code: 'closing_nothing' });
  for (const { code, lines } of entries) {
    const [memo] = words[`closing.${code}`];
    await recordDraft(tx, book, {
      ...{ id: newRecordId<'voucher'>(tx), series: 'closing', template: code },
      ...{ occurredOn: year.endsOn, papers: 0 },
      lines: lines.map(({ code: account, sub, amount }) => ({
        ...{ memo, code: account, sub, quantity: null },
        debitFen: amount > 0n ? amount : 0n,
        creditFen: amount < 0n ? -amount : 0n,
      })),
    });
  }
  return ok(entries.length);
}

/** Closes a month, and with its last month the year; refuses while a point of the list is open. */
export async function closeMonth(tx: Tx, book: BookRow, month: Month): Promise<Result<true, Refusal>> {
  const { to } = monthDays(month);
  if (to >= todayInShanghai(tx.now)) return refuse({ code: 'month_not_over', field: 'month' });
  const checks = await readChecks(tx, book, month);
  if (!mayClose(checks)) return refuse({ code: 'month_checks_open', values: { open: openOf(checks) } });
  if (!(await closeThrough(tx, book, to))) return refuse({ code: 'month_closed', field: 'month' });
  const kept = await keepMonth(tx, book, { month, checks });
  if (!kept.ok) return kept;
  const year = fiscalYearOf(to, book.fiscalYearStart);
  return year.endsOn === to ? closeYear(tx, book, year) : ok(true);
}

function openOf(checks: readonly ClosingCheck[]): string {
  return checks
    .filter(({ state }) => state === 'open')
    .map(({ code }) => words[`check.${code}`][0])
    .join('、');
}

async function keepMonth(
  tx: Tx,
  book: BookRow,
  { month, checks }: { readonly month: Month; readonly checks: readonly ClosingCheck[] },
): Promise<Result<true, Refusal>> {
  const listed = checks.map(({ amountFen, ...check }) => ({ ...check, amountFen: String(amountFen) }));
  return keepClosed(tx, book, { table: 'fiscal_month', column: 'month', value: month, set: { checks: listed } });
}

/** Freezes the statements of a year with their digest: what a distribution is built on. */
async function closeYear(tx: Tx, book: BookRow, year: FiscalYear): Promise<Result<true, Refusal>> {
  const figures = await readFigures(tx, book, { from: year.startsOn, to: year.endsOn });
  const specs = statementSpecs(book.chart);
  const surplus = computeRows(specs.surplus, figures, 'closing');
  const sheet = computeRows(specs.sheet, figures, 'closing');
  const row = (number: number) => surplus.get(number) ?? 0n;
  const text = (rows: ReadonlyMap<number, bigint>) =>
    Object.fromEntries([...rows].map(([number, amount]) => [`row${number}`, String(amount)]));
  const statements = { surplus: text(surplus), sheet: text(sheet) };
  const resultFen = row(specs.surplus.resultRow);
  const set = {
    ...{ starts_on: year.startsOn, ends_on: year.endsOn, surplus_fen: resultFen },
    // what is left of earlier years after what this year appropriated of it
    opening_undistributed_fen: row(specs.surplus.lastRow) - resultFen - row(specs.surplus.transferRow),
    reserve_used_fen: row(specs.surplus.transferRow),
    grant_equity_fen: book.chart === 'coop37' ? -sumOf(figures.closing, ['311']) : 0n,
    ...{ statements, digest: digestOf({ book: book.id, year: year.year, statements }) },
  };
  return keepClosed(tx, book, { table: 'fiscal_year', column: 'year', value: year.year, set });
}

interface Closed {
  readonly table: 'fiscal_month' | 'fiscal_year';
  readonly column: 'month' | 'year';
  readonly value: string | number;
  readonly set: Readonly<Record<string, unknown>>;
}

/** A period is closed for the first time, or again after it was reopened. */
async function keepClosed(
  tx: Tx,
  book: BookRow,
  { table, column, value, set }: Closed,
): Promise<Result<true, Refusal>> {
  const { county, place, cooperativeId } = book;
  const by = {
    ...{ state: 'closed', closed_on: todayInShanghai(tx.now), closed_by: tx.actor.accountId },
    closed_by_name: tx.actor.name,
  };
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, revision from ${sql.table(table)} where county = ${county} and book_id = ${book.id}
      and ${sql.ref(column)} = ${value}`.execute(tx.db);
  const [known] = rows;
  if (known) {
    const reopened = { reopened_on: null, reopened_by: null, reopened_by_name: null, reopened_for: null };
    const change = {
      key: { county, ...known },
      set: { ...set, ...by, ...reopened },
      reason: words['closing.again'][0],
    };
    return (await revise(tx, table, change)) ? ok(true) : refuse({ code: 'stale' });
  }
  const id = newRecordId<'period'>(tx);
  const row = { county, id, place, cooperative_id: cooperativeId, book_id: book.id, [column]: value, ...set, ...by };
  try {
    await record(tx, table, row as NewRow);
    return ok(true);
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'month_closed', field: 'month' });
    throw error;
  }
}
