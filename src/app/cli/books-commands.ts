import { listAccounts } from '../../ledgers/books/account-contract.ts';
import { type Chart, statutoryAccount } from '../../ledgers/books/chart-rules.ts';
import { fiscalYear } from '../../ledgers/books/closing-rules.ts';
import { listBooks } from '../../ledgers/books/contract.ts';
import { bookFormats, exportBooks } from '../../ledgers/books/export-contract.ts';
import { getStatement, getTrialBalance, statements } from '../../ledgers/books/report-contract.ts';
import { words as bookWords } from '../../ledgers/books/words.ts';
import type { ReplyOf } from '../../platform/http/contract.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { lastDay } from '../../platform/pure/period.ts';
import { ok, type Result, refuse } from '../../platform/pure/result.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import type { CliRefusal, Desk, Given, Run, Sentence } from './command.ts';
import { readMonth, textOf, writeOutput } from './given.ts';
import { words } from './words.ts';

type Book = ReplyOf<typeof listBooks>['rows'][number];

/** `books trial-balance`: the reply of `GET /books/:county/:id/balances` for a fiscal year or its months so far. */
export async function showTrialBalance(desk: Desk, given: Given): ReturnType<Run> {
  const asked = await readAsked(desk, given);
  if (!asked.ok) return asked;
  const { book, year, month } = asked.value;
  const { startsOn, endsOn } = fiscalYear(year, book.fiscalYearStart);
  const params = { county: book.county, id: book.id };
  const query = { from: startsOn, to: month ? lastDay(month) : endsOn };
  const shown = await desk.call(getTrialBalance, { params, query });
  if (!shown.ok) return shown;
  const nameOf = await readNames(desk, book);
  const said: Sentence[] = shown.value.balanced ? [] : [{ words: words['said.unbalanced'] }];
  return ok({
    json: shown.value,
    table: {
      columns: [
        { title: words['column.code'] },
        { title: words['column.account'] },
        { title: words['column.opening'], number: true },
        { title: words['column.debit'], number: true },
        { title: words['column.credit'], number: true },
        { title: words['column.closing'], number: true },
      ],
      rows: shown.value.rows.map(({ code, openingFen, debitFen, creditFen, closingFen }) => [
        ...[code, nameOf(code), formatYuan(openingFen)],
        ...[formatYuan(debitFen), formatYuan(creditFen), formatYuan(closingFen)],
      ]),
    },
    said,
    ...(shown.value.balanced ? {} : { bad: true as const }),
  });
}

/** `books statement`: the reply of `GET /books/:county/:id/statements/:statement`. */
export async function showStatement(desk: Desk, given: Given): ReturnType<Run> {
  const statement = statements.find((name) => name === given.argument);
  if (!statement) return refuse({ code: 'statement_unknown', field: 'statement' });
  const asked = await readAsked(desk, given);
  if (!asked.ok) return asked;
  const { book, year, month } = asked.value;
  const params = { county: book.county, id: book.id, statement };
  const shown = await desk.call(getStatement, { params, query: { year: String(year), month } });
  if (!shown.ok) return shown;
  const { columns, rows, checks } = shown.value;
  const titleOf = (column: string) =>
    bookWord(statement === 'equity' ? `column.equity.${column}` : `statement.${column}`);
  const failed = checks.filter(({ holds }) => !holds);
  return ok({
    json: shown.value,
    table: {
      columns: [
        { title: words['column.row'] },
        { title: words['column.item'] },
        ...columns.map((column) => ({ title: titleOf(column), number: true as const })),
      ],
      rows: rows.map(({ row, amounts }) => [
        statement === 'equity' ? '' : row,
        speak(bookWord(`row.${book.chart}.${statement}.${row.replace(/^\w+\./, '')}`), desk.language),
        ...amounts.map((fen) => (fen === null ? '' : formatYuan(fen))),
      ]),
    },
    said: failed.map(({ row, other, leftFen, rightFen }) => ({
      words: words['said.checkFails'],
      values: { row, other, left: formatYuan(leftFen), right: formatYuan(rightFen) },
    })),
    ...(failed.length > 0 ? { bad: true as const } : {}),
  });
}

/** `books export`: every voucher of the organisation’s books in a format of other programs. */
export async function exportBook(desk: Desk, given: Given): ReturnType<Run> {
  const format = bookFormats.find((one) => one === textOf(given, 'format'));
  if (!format) return refuse({ code: 'book_format_unknown', field: 'format' });
  const through = textOf(given, 'month') === undefined ? undefined : readMonth(given, 'month');
  if (through?.ok === false) return through;
  const to = through && lastDay(through.value);
  const listed = await listNewestFirst(desk, given);
  if (!listed.ok) return listed;
  const book = listed.value.find(({ startsOn }) => to === undefined || startsOn <= to);
  if (!book) return refuse({ code: 'books_of_none', field: 'cooperative' });
  const params = { county: book.county, id: book.id };
  const file = await desk.call(exportBooks, { params, query: { format, to } });
  if (!file.ok) return file;
  const written = await writeOutput(textOf(given, 'out') ?? file.value.fileName, file.value.content);
  if (!written.ok) return written;
  const { said, ...json } = written.value;
  return ok({ json, said: [said] });
}

interface Asked {
  readonly book: Book;
  readonly year: number;
  readonly month: ReturnType<typeof fiscalMonth>;
}

function fiscalMonth(given: Given) {
  const month = textOf(given, 'month') === undefined ? undefined : readMonth(given, 'month');
  return month?.ok ? month.value : undefined;
}

/** The books that the organisation kept in the year asked for. */
async function readAsked(desk: Desk, given: Given): Promise<Result<Asked, CliRefusal>> {
  const year = Number(textOf(given, 'year'));
  if (!Number.isInteger(year) || year < 1978 || year > 2200) return refuse({ code: 'year_format', field: 'year' });
  if (textOf(given, 'month') !== undefined) {
    const month = readMonth(given, 'month');
    if (!month.ok) return month;
  }
  const listed = await listNewestFirst(desk, given);
  if (!listed.ok) return listed;
  const book = listed.value.find(
    ({ startsOn, fiscalYearStart }) => startsOn <= fiscalYear(year, fiscalYearStart).endsOn,
  );
  return book ? ok({ book, year, month: fiscalMonth(given) }) : refuse({ code: 'books_of_none', field: 'cooperative' });
}

async function listNewestFirst(desk: Desk, given: Given): Promise<Result<readonly Book[], CliRefusal>> {
  const listed = await desk.call(listBooks, { query: { cooperativeId: textOf(given, 'cooperative') } });
  return listed.ok ? ok(listed.value.rows.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))) : listed;
}

async function readNames(desk: Desk, book: Book): Promise<(code: string) => string> {
  const listed = await desk.call(listAccounts, { params: { county: book.county, id: book.id } });
  const own = new Map(listed.ok ? listed.value.accounts.map(({ code, ownName }) => [code, ownName]) : []);
  return (code) => own.get(code) ?? statutoryName(book.chart, code, desk.language);
}

function statutoryName(chart: Chart, code: string, language: Language): string {
  return statutoryAccount(chart, code) ? speak(bookWord(`chart.${chart}.${code}`), language) : code;
}

function bookWord(key: string): WordPair {
  const pairs: Readonly<Record<string, WordPair>> = bookWords;
  return pairs[key] ?? [key, key];
}
