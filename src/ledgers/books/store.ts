import { type RawBuilder, sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type RecordKey, record } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type BookRef, openBook } from '../../platform/ledger/ledger-store.ts';
import { addDays, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import type { Chart } from './chart-rules.ts';
import { openingAccounts, proposeBook } from './rules.ts';

/** One set of books; its id is that of the ledger book. */
export interface BookRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly chart: Chart;
  /** first day of business; opening balances stand on the day before */
  readonly startsOn: string;
  /** first day of the fiscal year, MM-DD */
  readonly fiscalYearStart: string;
  /** nothing is posted on this day or before */
  readonly closedThrough: string;
  readonly revision: number;
}

export interface BookListRow extends BookRow {
  readonly cooperativeName: string;
  readonly cooperativeKind: string;
  readonly placeName: string | null;
  readonly drafts: number;
}

export interface BookQuery {
  readonly q?: string | undefined;
  readonly chart?: Chart | undefined;
  readonly place?: number | undefined;
  readonly cooperativeId?: string | undefined;
  readonly sort?: 'name' | 'place' | 'closedThrough' | 'drafts' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const columns = sql`b.county, b.id, b.place, b.cooperative_id, b.chart, b.starts_on, b.fiscal_year_start,
  l.closed_through, b.revision`;
const joined = sql`book as b join ledger_book as l on l.county = b.county and l.id = b.id`;

export async function findBook(tx: Tx, key: RecordKey): Promise<BookRow | undefined> {
  const { rows } = await sql<BookRow>`
    select ${columns} from ${joined} where b.county = ${key.county} and b.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The books of an organisation, the newest first. */
export async function listBooksOf(
  tx: Tx,
  of: { readonly county: number; readonly cooperativeId: string },
): Promise<readonly BookRow[]> {
  const { rows } = await sql<BookRow>`
    select ${columns} from ${joined} where b.county = ${of.county} and b.cooperative_id = ${of.cooperativeId}
    order by b.starts_on desc`.execute(tx.db);
  return rows;
}

/** The books that an organisation keeps on a day, or now. */
export async function findBooks(
  tx: Tx,
  of: { readonly county: number; readonly cooperativeId: string; readonly on?: string },
): Promise<(BookRow & { readonly book: BookRef; readonly openedOn: string }) | undefined> {
  const books = await listBooksOf(tx, of);
  const found = books.find((book) => of.on === undefined || book.startsOn <= of.on) ?? books.at(-1);
  return found && { ...found, book: { county: found.county, id: found.id }, openedOn: found.startsOn };
}

const sortColumns = { name: 'name', place: 'place', closedThrough: 'closed_through', drafts: 'drafts' } as const;

export async function listBooks(tx: Tx, query: BookQuery): Promise<{ rows: readonly BookListRow[]; total: number }> {
  const found = sql`from (
    select ${columns}, c.name, c.pinyin, c.initials, c.name as cooperative_name, c.kind as cooperative_kind,
      p.name as place_name,
      (select count(*) from voucher as v where v.county = b.county and v.book_id = b.id and v.state = 'draft') as drafts
    from ${joined} join cooperative as c on c.county = b.county and c.id = b.cooperative_id
    left join place as p on p.code = b.place
  ) as b where ${conditions(query)}`;
  const sorted = query.sort === 'name' || !query.sort ? sql.ref('pinyin') : sql.ref(sortColumns[query.sort]);
  const { rows } = await sql<BookListRow>`
    select county, id, place, cooperative_id, chart, starts_on, fiscal_year_start, closed_through, revision,
      cooperative_name, cooperative_kind, place_name, drafts
    ${found} order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, starts_on desc, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(query: BookQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.chart) parts.push(sql`chart = ${query.chart}`);
  if (query.cooperativeId) parts.push(sql`cooperative_id = ${query.cooperativeId}`);
  if (query.place !== undefined) parts.push(sql`place between ${query.place} and ${lastPlaceOf(query.place)}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    const letters = query.q.toLowerCase().replace(/[^a-z]/g, '');
    const like = sql`name like ${text} or place_name like ${text}`;
    parts.push(
      letters === ''
        ? sql`(${like})`
        : sql`(${like} or pinyin like ${`${letters}%`} or initials like ${`${letters}%`})`,
    );
  }
  return sql.join(parts, sql` and `);
}

/** The last code of everything inside a place, by its trailing zeros. */
function lastPlaceOf(place: number): number {
  const span = [100_000_000, 1_000_000, 1_000].find((width) => place % width === 0) ?? 1;
  return place + span - 1;
}

/** Opens the books of an organisation with the chart that its kind demands on that day. */
export async function openBooks(
  tx: Tx,
  opening: { readonly cooperative: CooperativeRow; readonly id: string; readonly startsOn: string },
): Promise<Result<BookRow, Refusal>> {
  const { cooperative, id, startsOn } = opening;
  const { county, place } = cooperative;
  const known = await listBooksOf(tx, { county, cooperativeId: cooperative.id });
  const proposed = proposeBook({ kind: cooperative.kind, startsOn, today: todayInShanghai(tx.now), known });
  if (!proposed.ok) return proposed;
  const chart = proposed.value;
  try {
    await record(tx, 'book', {
      county,
      id,
      place,
      cooperative_id: cooperative.id,
      chart,
      starts_on: startsOn,
      fiscal_year_start: cooperative.fiscalYearStart,
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'book_known', field: 'startsOn' });
    throw error;
  }
  await openBook(tx, {
    county,
    id,
    place,
    organisationId: cooperative.id,
    kind: 'books',
    unit: 'fen',
    openedOn: addDays(localDate(startsOn), -1),
    accounts: openingAccounts(chart),
  });
  const opened = await findBook(tx, { county, id });
  return opened ? ok(opened) : refuse({ code: 'not_found' });
}
