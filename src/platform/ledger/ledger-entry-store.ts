import { sql } from 'kysely';
import type { Tx } from '../db/transact.ts';
import type { BookRef, EntryLine } from './rules.ts';

export interface LedgerEntry extends EntryHead {
  readonly lines: readonly EntryLine[];
}

export interface EntryHead {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly organisationId: string;
  readonly bookId: string;
  readonly series: string;
  readonly number: number;
  readonly occurredOn: string;
  readonly memo: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly reversesId: string | null;
  /** the entry that took this one back */
  readonly reversedById: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

const head = sql`e.county, e.id, e.place, e.organisation_id, e.book_id, e.series, e.number, e.occurred_on, e.memo,
  e.source_type, e.source_id, e.reverses_id, e.recorded_at, e.recorded_by,
  (select r.id from ledger_entry as r where r.county = e.county and r.reverses_id = e.id) as reversed_by_id`;

/** One entry with its lines in order. */
export async function findEntry(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
): Promise<LedgerEntry | undefined> {
  const { rows } = await sql<EntryHead>`
    select ${head} from ledger_entry as e where e.county = ${key.county} and e.id = ${key.id}`.execute(tx.db);
  const [entry] = rows;
  if (!entry) return undefined;
  const lines = await sql<LineValues>`
    select a.code, a.sub, l.amount as amount_fen, l.red, l.quantity, l.memo
    from ledger_line as l join ledger_account as a on a.county = l.county and a.number = l.account
    where l.county = ${key.county} and l.entry_id = ${key.id} order by l.ordinal`.execute(tx.db);
  return { ...entry, lines: lines.rows.map(toLine) };
}

/** Entries of the days from–to in the order of series and number, without their lines. */
export async function listEntries(
  tx: Tx,
  book: BookRef,
  query: {
    readonly from: string;
    readonly to: string;
    readonly series?: string;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly EntryHead[]; total: number }> {
  const chosen = sql`e.county = ${book.county} and e.book_id = ${book.id}
    and e.month between ${query.from.slice(0, 7)} and ${query.to.slice(0, 7)}
    and e.occurred_on between ${query.from} and ${query.to} ${query.series ? sql`and e.series = ${query.series}` : sql``}`;
  const { rows } = await sql<EntryHead>`select ${head} from ledger_entry as e where ${chosen}
    order by e.month, e.series, e.number limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total from ledger_entry as e where ${chosen}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface LedgerLine extends EntryLine {
  readonly entryId: string;
  readonly ordinal: number;
  readonly series: string;
  readonly number: number;
  readonly occurredOn: string;
  /** of the entry */
  readonly entryMemo: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly reversesId: string | null;
}

interface LineValues {
  readonly code: string;
  readonly sub: string;
  readonly amountFen: bigint;
  readonly red: boolean;
  readonly quantity: number | null;
  readonly memo: string | null;
}

type LineRow = LineValues & Omit<LedgerLine, keyof EntryLine>;

/** Lines of the days from–to in the order of days and vouchers, one page, with the number of all and the sum before the page. */
export async function listLines(
  tx: Tx,
  book: BookRef,
  query: {
    readonly code?: string;
    /** several accounts, for example one with those below it */
    readonly codes?: readonly string[];
    readonly sub?: string;
    readonly from: string;
    readonly to: string;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly LedgerLine[]; total: number; before: bigint }> {
  const parts = [
    sql`a.county = ${book.county} and a.book_id = ${book.id} and l.occurred_on between ${query.from} and ${query.to}`,
  ];
  if (query.code !== undefined) parts.push(sql`a.code = ${query.code}`);
  if (query.codes) parts.push(sql`a.code = any(${[...query.codes]}::text[])`);
  if (query.sub !== undefined) parts.push(sql`a.sub = ${query.sub}`);
  const chosen = sql`from ledger_account as a join ledger_line as l on l.county = a.county and l.account = a.number
    where ${sql.join(parts, sql` and `)}`;
  const { rows } = await sql<LineRow>`
    select l.entry_id, l.ordinal, e.series, e.number, l.occurred_on, l.code, l.sub, l.amount as amount_fen, l.red,
      l.quantity, l.memo, e.memo as entry_memo, e.source_type, e.source_id, e.reverses_id
    from (select l.*, a.code, a.sub ${chosen} order by l.occurred_on, l.entry_id, l.ordinal
      limit ${query.limit} offset ${query.offset}) as l
    join ledger_entry as e on e.county = l.county and e.id = l.entry_id
    order by l.occurred_on, l.entry_id, l.ordinal`.execute(tx.db);
  // a first page that is not full holds all there is
  if (query.offset === 0 && rows.length < query.limit)
    return { rows: rows.map(toLine), total: rows.length, before: 0n };
  const counted = await sql<{ total: number; beforeFen: bigint }>`
    select (select count(*) ${chosen}) as total, coalesce((select sum(amount) from (
      select l.amount ${chosen} order by l.occurred_on, l.entry_id, l.ordinal limit ${query.offset}) as skipped), 0) as before_fen`.execute(
    tx.db,
  );
  const [about] = counted.rows;
  return { rows: rows.map(toLine), total: about?.total ?? 0, before: about?.beforeFen ?? 0n };
}

export interface EntrySum {
  readonly entryId: string;
  readonly code: string;
  readonly red: boolean;
  /** debit positive */
  readonly amount: bigint;
}

/** Entries of the days from–to that touch one of the accounts, each with all its lines added up by account. */
export async function listEntrySums(
  tx: Tx,
  book: BookRef,
  query: { readonly codes: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly EntrySum[]> {
  const { rows } = await sql<Omit<EntrySum, 'amount'> & { amountFen: bigint }>`
    with touched as (
      select distinct l.county, l.entry_id from ledger_account as a
      join ledger_line as l on l.county = a.county and l.account = a.number and l.occurred_on between ${query.from} and ${query.to}
      where a.county = ${book.county} and a.book_id = ${book.id} and a.code = any(${[...query.codes]}::text[])
    )
    select l.entry_id, a.code, l.red, sum(l.amount) as amount_fen from touched as t
    join ledger_line as l on l.county = t.county and l.entry_id = t.entry_id
    join ledger_account as a on a.county = l.county and a.number = l.account
    group by l.entry_id, a.code, l.red having sum(l.amount) <> 0 order by l.entry_id, a.code, l.red`.execute(tx.db);
  return rows.map(({ amountFen, ...row }) => ({ ...row, amount: amountFen }));
}

function toLine<T extends LineValues>({ amountFen, quantity, memo, ...row }: T) {
  return {
    ...row,
    amount: amountFen,
    ...(quantity === null ? {} : { quantity }),
    ...(memo === null ? {} : { memo }),
  };
}
