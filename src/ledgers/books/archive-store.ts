import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listBalances } from '../../platform/ledger/ledger-store.ts';
import { localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { collectZip } from '../../platform/sheets/zip-write.ts';
import { type Language, speak } from '../../platform/words.ts';
import { type ArchiveItem, type ArchiveKind, archiveList, custodyThrough } from './archive-rules.ts';
import { isClaim } from './chart-rules.ts';
import { toHledger } from './export-rules.ts';
import { readDump, writeJournal } from './export-store.ts';
import { listYears, type YearRow } from './period-store.ts';
import type { BookRow } from './store.ts';
import { words } from './words.ts';

/** Closed years, the latest first, each with the list of what is kept. */
export async function listArchive(tx: Tx, book: BookRow) {
  return withItems(
    tx,
    book,
    (await listYears(tx, book)).filter(({ state }) => state === 'closed'),
  );
}

async function withItems(tx: Tx, book: BookRow, closed: readonly ClosedYear[]) {
  const today = todayInShanghai(tx.now);
  const hasOpenClaims = await readOpenClaims(tx, book, today);
  const counts = await countYears(tx, book, closed);
  return closed.map((row) => {
    const { year, startsOn, endsOn, closedOn, digest } = row;
    const ofYear = counts.get(year) ?? nothing;
    const through = custodyThrough(localDate(endsOn));
    return {
      ...{ year, startsOn, endsOn, closedOn, digest, custodyThrough: through, isDue: through < today },
      items: [...archiveList({ endsOn: localDate(endsOn), today, counts: ofYear, hasOpenClaims })],
    };
  });
}

async function readOpenClaims(tx: Tx, book: BookRow, today: string): Promise<boolean> {
  const balances = await listBalances(tx, book, { from: today, to: today });
  return balances.some(({ code, closing }) => closing !== 0n && isClaim(book.chart, code));
}

type ClosedYear = Pick<YearRow, 'year' | 'startsOn' | 'endsOn' | 'closedOn' | 'digest'>;

type Counts = Readonly<Record<ArchiveKind, number>>;

const nothing: Counts = {
  ...{ vouchers: 0, ledgers: 0, journals: 0, auxiliary: 0, month_reports: 0, bank_statements: 0 },
  ...{ reconciliations: 0, year_reports: 0, asset_cards: 0 },
};

async function countYears(tx: Tx, book: BookRow, years: readonly ClosedYear[]): Promise<ReadonlyMap<number, Counts>> {
  if (years.length === 0) return new Map();
  const { county, id } = book;
  const { rows } = await sql<YearCounts>`
    select y.year, v.n as vouchers, a.accounts as ledgers, a.journals, a.subs as auxiliary, m.n as month_reports,
      b.n as bank_statements, b.months as reconciliations, c.n as asset_cards
    from fiscal_year as y
    cross join lateral (select count(*) as n from voucher where county = ${county} and book_id = ${id} and state = 'posted'
      and occurred_on between y.starts_on and y.ends_on) as v
    cross join lateral (select count(distinct a.code) as accounts,
        count(distinct a.code) filter (where a.code like '101%' or a.code like '102%') as journals,
        count(distinct (a.code, a.sub)) filter (where a.sub <> '') as subs
      from ledger_account as a join ledger_line as l on l.county = a.county and l.account = a.number
      where a.county = ${county} and a.book_id = ${id} and l.occurred_on between y.starts_on and y.ends_on) as a
    cross join lateral (select count(*) as n from fiscal_month where county = ${county} and book_id = ${id}
      and state = 'closed' and month between to_char(y.starts_on, 'YYYY-MM') and to_char(y.ends_on, 'YYYY-MM')) as m
    cross join lateral (select count(*) as n, count(distinct (code, to_char(occurred_on, 'YYYY-MM'))) as months
      from bank_line where county = ${county} and book_id = ${id} and part_of is null
      and occurred_on between y.starts_on and y.ends_on) as b
    cross join lateral (select count(*) as n from asset_card where county = ${county} and book_id = ${id}
      and disposed_on between y.starts_on and y.ends_on) as c
    where y.county = ${county} and y.book_id = ${id} and y.state = 'closed'`.execute(tx.db);
  return new Map(
    rows.map(({ year, monthReports, bankStatements, assetCards, ...counts }) => [
      year,
      {
        ...{ ...counts, month_reports: monthReports, bank_statements: bankStatements, asset_cards: assetCards },
        year_reports: 1,
      },
    ]),
  );
}

interface YearCounts extends Pick<Counts, 'vouchers' | 'ledgers' | 'journals' | 'auxiliary' | 'reconciliations'> {
  readonly year: number;
  readonly monthReports: number;
  readonly bankStatements: number;
  readonly assetCards: number;
}

/** The package of a closed year; noted in the trail with the hash of its list. */
export async function exportYear(
  tx: Tx,
  book: BookRow,
  { year, language }: { readonly year: number; readonly language: Language },
) {
  const closed = await findFrozen(tx, book, year);
  const [kept] = closed ? await withItems(tx, book, [closed]) : [];
  if (!closed || !kept) return refuse({ code: 'archive_year_open', field: 'year', values: { year } });
  const dump = await readDump(tx, book, { to: kept.endsOn, language });
  if (!dump.ok) return dump;
  const ofYear = { ...dump.value, entries: dump.value.entries.filter(({ occurredOn }) => occurredOn >= kept.startsOn) };
  const title = `${dump.value.title} ${speak(words['tab.archive'], language)} ${year}`.trim();
  const files = [
    {
      name: `${speak(words['archive.vouchers'], language)}.csv`,
      text: String(await writeJournal(tx, ofYear, { title, language })),
    },
    { name: `${speak(words['archive.ledger'], language)}.journal`, text: toHledger(dump.value) },
    { name: `${speak(words['archive.statements'], language)}.json`, text: `${closed.statements}\n` },
  ];
  const list = listOf({ files, kept, title, language });
  const { county, id, place } = book;
  noteAct(tx, 'book', { key: { county, id }, place, note: { archived: year, list: hashOf(list) } });
  const content = await collectZip([{ name: `${speak(words['archive.list'], language)}.txt`, text: list }, ...files]);
  return ok({ fileName: `${title}.zip`, contentType: 'application/zip', content });
}

/** A closed year with its statements, as they were frozen when it was closed. */
async function findFrozen(tx: Tx, book: BookRow, year: number) {
  const { rows } = await sql<ClosedYear & { readonly statements: string }>`
    select year, starts_on, ends_on, closed_on, digest, jsonb_pretty(statements) as statements from fiscal_year
    where county = ${book.county} and book_id = ${book.id} and year = ${year} and state = 'closed'`.execute(tx.db);
  return rows[0];
}

interface PackageList {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly kept: { readonly year: number; readonly digest: string; readonly items: readonly ArchiveItem[] };
  readonly title: string;
  readonly language: Language;
}

/** What lies in the package, with the hash of each file, and how long what it stands for is kept. */
function listOf({ files, kept, title, language }: PackageList): string {
  const say = (key: keyof typeof words, values?: Readonly<Record<string, string | number>>) =>
    speak(words[key], language, values);
  const items = kept.items.map(({ kind, count, keptThrough }) =>
    [say(`archive.kind.${kind}`), count, keptThrough ?? say('code.archive.forever')].join('\t'),
  );
  const rows = files.map(({ name, text }) => [name, Buffer.byteLength(text), `SHA-256 ${hashOf(text)}`].join('\t'));
  return [title, `${say('archive.digest')}\t${kept.digest}`, '', ...items, '', ...rows, ''].join('\r\n');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
