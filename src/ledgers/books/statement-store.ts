import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { lastDay, localMonth } from '../../platform/pure/period.ts';
import { fiscalYear } from './closing-rules.ts';
import { equityColumns, equityTable } from './equity-rules.ts';
import { readFigures } from './report-store.ts';
import { statementSpecs } from './statement-list-rules.ts';
import { type Amounts, computeRows, crossCheck, type Figures, leftOut, type RowSpec } from './statement-rules.ts';
import type { BookRow } from './store.ts';

export type StatementName = 'sheet' | 'surplus' | 'equity';

interface StatementQuery {
  readonly statement: StatementName;
  readonly year: number;
  /** last month that counts */
  readonly month?: string | undefined;
}

/** An official statement as the route answers it; undefined for one that the chart does not have. */
export async function readStatement(tx: Tx, book: BookRow, query: StatementQuery) {
  if (query.statement === 'equity' && book.chart !== 'coop37') return undefined;
  const year = fiscalYear(query.year, book.fiscalYearStart);
  const to = query.month === undefined ? year.endsOn : lastDay(localMonth(query.month));
  if (to < year.startsOn || to > year.endsOn || to < book.startsOn) return undefined;
  const figures = await readFigures(tx, book, { from: year.startsOn, to });
  const specs = statementSpecs(book.chart);
  const rows = {
    sheet: computeRows(specs.sheet, figures, 'closing'),
    surplus: computeRows(specs.surplus, figures, 'closing'),
  };
  const checks = crossCheck(specs, rows).map(({ left, right, ...check }) => ({
    ...check,
    leftFen: left,
    rightFen: right,
  }));
  return {
    ...{ chart: book.chart, year: query.year, from: year.startsOn as string, to: to as string },
    ...(await bodyOf(tx, { book, query, figures, rows })),
    basis: query.statement === 'equity' ? ('official' as const) : specs[query.statement].basis,
    checks: query.statement === 'equity' ? [] : checks.filter(({ statement }) => statement === query.statement),
    leftOut: leftOut(specs.sheet, figures).map(({ code, amount }) => ({ code, amountFen: amount })),
    closed: query.month === undefined ? await findClosing(tx, book, query.year) : null,
  };
}

interface Context {
  readonly book: BookRow;
  readonly query: StatementQuery;
  readonly figures: Figures;
  readonly rows: Readonly<Record<'sheet' | 'surplus', Amounts>>;
}

async function bodyOf(tx: Tx, { book, query, figures, rows }: Context) {
  const specs = statementSpecs(book.chart);
  switch (query.statement) {
    case 'sheet': {
      const opening = computeRows(specs.sheet, figures, 'opening');
      return { columns: ['closing', 'opening'], rows: specs.sheet.rows.map(row(rows.sheet, opening)), unexplained: [] };
    }
    case 'surplus': {
      const before = await surplusBefore(tx, book, query);
      return {
        columns: ['current', 'previous'],
        rows: specs.surplus.rows.map(row(rows.surplus, before)),
        unexplained: [],
      };
    }
    case 'equity':
      return equityBody(figures);
  }
}

/** The same months of the year before; undefined before the books began. */
async function surplusBefore(tx: Tx, book: BookRow, query: StatementQuery): Promise<Amounts | undefined> {
  const year = fiscalYear(query.year - 1, book.fiscalYearStart);
  if (year.endsOn < book.startsOn) return undefined;
  const [number, month] = (query.month ?? '').split('-');
  const to = month === undefined ? year.endsOn : lastDay(localMonth(`${Number(number) - 1}-${month}`));
  const figures = await readFigures(tx, book, { from: year.startsOn, to });
  return computeRows(statementSpecs(book.chart).surplus, figures, 'closing');
}

function row(first: Amounts, second: Amounts | undefined) {
  return (spec: RowSpec) => ({
    row: String(spec.row),
    codes: [...new Set((spec.terms ?? []).flatMap((term) => ('codes' in term ? term.codes : (term.from ?? []))))],
    isTotal: spec.of !== undefined,
    amounts: [first.get(spec.row) ?? 0n, second ? (second.get(spec.row) ?? 0n) : null],
  });
}

function equityBody(figures: Figures) {
  const { rows, unexplained } = equityTable(figures);
  return {
    columns: [...equityColumns, 'total'],
    rows: rows.map(({ code, direction, amounts }) => {
      const cells = equityColumns.map((column) => amounts.get(column) ?? null);
      const total = cells.reduce<bigint>((sum, cell) => sum + (cell ?? 0n), 0n);
      const isTotal = direction === 'opening' || direction === 'closing';
      return { row: `${direction}.${code}`, codes: [...amounts.keys()], isTotal, amounts: [...cells, total] };
    }),
    unexplained: [...unexplained],
  };
}

async function findClosing(tx: Tx, book: BookRow, year: number): Promise<{ on: string; digest: string } | null> {
  const { rows } = await sql<{ on: string; digest: string }>`
    select closed_on as on, digest from fiscal_year
    where county = ${book.county} and book_id = ${book.id} and year = ${year} and state = 'closed'`.execute(tx.db);
  return rows[0] ?? null;
}
