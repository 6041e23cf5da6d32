import { sql } from 'kysely';
import { errorFields, isUniqueViolation } from '../db/connection.ts';
import { markMonth, noteAct } from '../db/history.ts';
import type { Tx } from '../db/transact.ts';
import { addDays, localDate } from '../pure/period.ts';
import { ok, type Result, refuse } from '../pure/result.ts';
import { columnsOf, type EntryColumns } from './columns.ts';
import { findEntry } from './ledger-entry-store.ts';
import { getBook } from './ledger-read-store.ts';
import { type BookRef, checkEntry, chunksOf, type EntryDraft, type LedgerRefusal, reverseLines } from './rules.ts';
import { noteEntries } from './trail.ts';

export {
  type EntryHead,
  type EntrySum,
  findEntry,
  type LedgerEntry,
  type LedgerLine,
  listEntries,
  listEntrySums,
  listLines,
} from './ledger-entry-store.ts';
export {
  balanceOn,
  findBook,
  type LedgerBalance,
  type LedgerBook,
  type LedgerMonth,
  listAccounts,
  listBalances,
  listMonths,
  listPositions,
} from './ledger-read-store.ts';
export type { BookRef, EntryDraft, EntryLine, LedgerRefusal } from './rules.ts';

export interface AccountSpec {
  readonly code: string;
  /** kind of sub-ledger that every line must name, for example `member` or `project` */
  readonly subKind?: string | null;
  /** bounds of the balance (debit positive), of each sub-ledger where one is demanded; `0n` as least: never negative */
  readonly least?: bigint | null;
  readonly most?: bigint | null;
}

export interface NewBook extends BookRef {
  readonly place: number;
  readonly organisationId: string;
  readonly kind: 'books' | 'shares' | 'funds';
  readonly unit: 'fen' | 'share';
  /** first day on which something may be posted */
  readonly openedOn: string;
  readonly accounts: readonly AccountSpec[];
}

export interface PostedEntry {
  readonly id: string;
  /** without gaps for each book, series and month */
  readonly number: number;
}

/** Opens a book with its accounts. An organisation has one of a kind at a time; a new statutory chart begins a new one. */
export async function openBook(tx: Tx, book: NewBook): Promise<void> {
  const { county, id, place, organisationId, kind, unit, openedOn } = book;
  await sql`select ledger_open_book(row(${county}::int, ${id}::uuid, ${place}::bigint, ${organisationId}::uuid,
    ${kind}::text, ${unit}::text, ${openedOn}::date, ${addDays(localDate(openedOn), -1)}::date, ${tx.now}::timestamptz,
    ${tx.actor.accountId}::uuid))`.execute(tx.db);
  noteAct(tx, 'ledger_book', { key: { county, id }, place, note: { openedOn, kind, organisationId } });
  await openAccounts(tx, book, book.accounts);
}

/** Adds accounts; one that is open already stays as it is. Another kind of sub-ledger for it is an error. Sub-ledgers open themselves. */
export async function openAccounts(tx: Tx, book: BookRef, accounts: readonly AccountSpec[]): Promise<void> {
  if (accounts.length === 0) return;
  const sorted = accounts.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  await sql`select ledger_open_accounts(${book.county}, ${book.id},
    ${sorted.map((account) => account.code)}::text[], ${sorted.map((account) => account.subKind ?? null)}::text[],
    ${sorted.map((account) => account.least ?? null)}::bigint[], ${sorted.map((account) => account.most ?? null)}::bigint[])`.execute(
    tx.db,
  );
}

/**
 * Posts entries into one book, all or none; answers in the order given. Each is balanced, inside the open period and
 * inside the bounds of its accounts, on past days too, or everything is refused. Posts into one book wait for each
 * other. A load of many lines is numbered in the order of its days. After a refusal the transaction can only be rolled
 * back.
 */
export async function postEntries(
  tx: Tx,
  book: BookRef,
  entries: readonly EntryDraft[],
): Promise<Result<readonly PostedEntry[], LedgerRefusal>> {
  if (entries.length === 0) return ok([]);
  for (const { lines } of entries) {
    const checked = checkEntry(lines);
    if (!checked.ok) return checked;
  }
  const posted = await refusing(() => postChunks(tx, book, chunksOf(entries)));
  if (!posted.ok) return posted;
  const numbers = new Map(posted.value.map((row) => [row.entryId, row.number]));
  const place = Number(posted.value[0]?.place ?? 0);
  const days = entries.map((entry) => entry.occurredOn).toSorted();
  if (days[0]) markMonth(tx, place, days[0]);
  noteEntries(tx, { book, place, entries, numbers });
  return ok(entries.map(({ id }) => ({ id, number: numbers.get(id) ?? 0 })));
}

interface PostedRow {
  readonly entryId: string;
  readonly number: number;
  readonly place: bigint;
}

/** The next chunk is written out while the database works on the one before. */
async function postChunks(
  tx: Tx,
  book: BookRef,
  chunks: readonly (readonly EntryDraft[])[],
): Promise<readonly PostedRow[]> {
  const posted: PostedRow[] = [];
  let running: Promise<readonly PostedRow[]> | undefined;
  for (const chunk of chunks) {
    const columns = columnsOf(chunk);
    if (running) posted.push(...(await running));
    running = callPost(tx, book, columns);
  }
  if (running) posted.push(...(await running));
  return posted;
}

const posting = {
  name: 'ledger_post',
  text: `select entry_id as "entryId", number, place from ledger_post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    $13, $14, $15, $16, $17, $18, $19, $20)`,
};

async function callPost(
  tx: Tx,
  book: BookRef,
  { entries: e, accounts: a, lines: l }: EntryColumns,
): Promise<readonly PostedRow[]> {
  return tx.send<PostedRow>({
    ...posting,
    values: [
      ...[book.county, book.id, tx.actor.accountId, tx.now.toISOString()],
      ...[e.ids, e.days, e.series, e.memos, e.sourceTypes, e.sourceIds, e.reverses, e.starts, a.codes, a.subs],
      ...[l.entries, l.accounts, l.amounts, l.reds, l.quantities, l.memos],
    ],
  });
}

/** Takes an entry back by the same lines in red (红字冲销), once. The entry itself stays as it is. */
export async function reverseEntry(
  tx: Tx,
  book: BookRef,
  reversal: {
    readonly entryId: string;
    readonly newId: string;
    readonly occurredOn: string;
    readonly memo: string;
    /** what the reversal follows from; without it, the source of the entry it takes back */
    readonly source?: { readonly type: string; readonly id: string };
  },
): Promise<Result<PostedEntry, LedgerRefusal>> {
  const known = await findEntry(tx, { county: book.county, id: reversal.entryId });
  if (known?.bookId !== book.id) return refuse({ code: 'not_found' });
  const posted = await postEntries(tx, book, [
    {
      id: reversal.newId,
      occurredOn: reversal.occurredOn,
      series: known.series,
      memo: reversal.memo,
      sourceType: reversal.source?.type ?? known.sourceType,
      sourceId: reversal.source?.id ?? known.sourceId,
      reversesId: reversal.entryId,
      lines: reverseLines(known.lines),
    },
  ]);
  if (!posted.ok) return posted;
  const [entry] = posted.value;
  return entry ? ok(entry) : refuse({ code: 'ledger_empty' });
}

/** Closes the book through a day: nothing is posted on it or before. False when it is closed that far already. */
export function closeThrough(tx: Tx, book: BookRef, day: string): Promise<boolean> {
  return moveClosing(tx, book, { day, again: false });
}

/** Opens again what is closed after the day. False when nothing is. */
export function reopenAfter(tx: Tx, book: BookRef, day: string): Promise<boolean> {
  return moveClosing(tx, book, { day, again: true });
}

async function moveClosing(
  tx: Tx,
  book: BookRef,
  { day, again }: { readonly day: string; readonly again: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    select ledger_close(${book.county}, ${book.id}, ${day}::date, ${again}) as moved`.execute(tx.db);
  if (!rows[0]?.moved) return false;
  const { place } = await getBook(tx, book);
  noteAct(tx, 'ledger_book', { key: book, place, note: { [again ? 'reopenedAfter' : 'closedThrough']: day } });
  return true;
}

/** Runs a posting and turns what the database refuses into a value. */
async function refusing<T>(run: () => Promise<T>): Promise<Result<T, LedgerRefusal>> {
  try {
    return ok(await run());
  } catch (error) {
    const refused = refusalOf(error);
    if (!refused) throw error;
    return refuse(refused);
  }
}

const constraints: Readonly<Record<string, LedgerRefusal['code']>> = {
  ledger_account_least: 'ledger_below_least',
  ledger_account_most: 'ledger_above_most',
  ledger_line_amount: 'ledger_empty',
};

function refusalOf(error: unknown): LedgerRefusal | undefined {
  if (isUniqueViolation(error, 'ledger_entry_pkey')) return { code: 'ledger_entry_known' };
  if (isUniqueViolation(error, 'ledger_entry_reverses')) return { code: 'ledger_reversed_before' };
  const { code, message, detail, constraint } = errorFields(error);
  if (code === 'LG001') {
    const values = detail === undefined ? {} : { values: JSON.parse(detail) as LedgerRefusal['values'] & object };
    return { code: message as LedgerRefusal['code'], ...values };
  }
  const known = code === '23514' ? constraints[constraint ?? ''] : undefined;
  return known && { code: known };
}
