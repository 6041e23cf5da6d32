import { type RawBuilder, sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type RecordKey, revise, withdraw } from '../../platform/db/history.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { balanceOn } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { matchLines, type OpenLine, type Reconciliation, reconcile } from './bank-rules.ts';
import type { BookRow } from './store.ts';
import type { VoucherSeries } from './voucher-rules.ts';
import { words } from './words.ts';

/** A line of a bank statement with the voucher it is matched with; money in is positive. */
export interface BankLineRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly bookId: string;
  readonly code: string;
  readonly occurredOn: string;
  readonly amountFen: bigint;
  readonly balanceFen: bigint | null;
  readonly counterparty: string | null;
  readonly memo: string | null;
  readonly serial: string | null;
  readonly voucherId: string | null;
  readonly ordinal: number | null;
  readonly matchedHow: 'by_rule' | 'by_hand' | null;
  readonly matchedByName: string | null;
  readonly series: VoucherSeries | null;
  readonly number: number | null;
  /** of how many lines of the ledger it is the sum; null where it is one */
  readonly splitIn: number | null;
  /** the line that it is a part of */
  readonly partOf: string | null;
  readonly takenBack: boolean;
  readonly revision: number;
}

/** A line of the bank account in the ledger that no line of a statement is matched with. */
export interface BankPosting {
  readonly voucherId: string;
  readonly ordinal: number;
  readonly occurredOn: string;
  readonly series: VoucherSeries;
  readonly number: number;
  readonly memo: string;
  readonly amountFen: bigint;
}

interface Span {
  readonly code: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface BankLineQuery extends Span {
  readonly q?: string | undefined;
  readonly state?: 'matched' | 'open' | undefined;
  readonly sort?: 'occurredOn' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

export type Book = Pick<BookRow, 'county' | 'id'>;

const columns = sql`b.county, b.id, b.place, b.cooperative_id, b.book_id, b.code, b.occurred_on, b.amount_fen,
  b.balance_fen, b.counterparty, b.memo, b.serial, b.voucher_id, b.ordinal, b.matched_how, b.matched_by_name,
  v.series, v.number, b.split_in, b.part_of, b.revision,
  exists (select from ledger_entry as e where e.county = v.county and e.reverses_id = v.id) or exists (
    select from bank_line as p join ledger_entry as e on e.county = p.county and e.reverses_id = p.voucher_id
    where p.county = b.county and p.part_of = b.id) as taken_back`;
const joined = sql`bank_line as b left join voucher as v on v.county = b.county and v.id = b.voucher_id`;
const sortColumns = { occurredOn: 'b.occurred_on', amountFen: 'b.amount_fen' } as const;

export async function findBankLine(tx: Tx, key: RecordKey): Promise<BankLineRow | undefined> {
  const { rows } = await sql<BankLineRow>`
    select ${columns} from ${joined} where b.county = ${key.county} and b.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Lines of the statement of an account, the latest first unless sorted otherwise. */
export async function listBankLines(
  tx: Tx,
  book: Book,
  query: BankLineQuery,
): Promise<{ rows: BankLineRow[]; total: number }> {
  const found = sql`from ${joined} where b.county = ${book.county} and b.book_id = ${book.id} and b.part_of is null
    and ${chosen(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'occurredOn']);
  const direction = sql.raw(query.order === 'asc' || (query.sort && query.order !== 'desc') ? 'asc' : 'desc');
  const { rows } = await sql<BankLineRow>`
    select ${columns} ${found} order by ${sorted} ${direction}, b.id ${direction}
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows: [...rows], total: counted.rows[0]?.total ?? 0 };
}

/** The lines that a split payment consists of, in the order in which they were named. */
export async function listParts(tx: Tx, { county, id, splitIn }: BankLineRow): Promise<readonly BankLineRow[]> {
  if (splitIn === null) return [];
  const { rows } = await sql<BankLineRow>`
    select ${columns} from ${joined} where b.county = ${county} and b.part_of = ${id} order by b.id`.execute(tx.db);
  return rows;
}

function chosen(query: Omit<BankLineQuery, 'limit' | 'offset'>): RawBuilder<unknown> {
  const parts = [sql`b.code = ${query.code}`];
  if (query.state) parts.push(query.state === 'open' ? sql`b.matched_how is null` : sql`b.matched_how is not null`);
  if (query.from) parts.push(sql`b.occurred_on >= ${query.from}`);
  if (query.to) parts.push(sql`b.occurred_on <= ${query.to}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(b.counterparty like ${text} or b.memo like ${text} or b.serial like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

/** Postings on the account without a match. What was taken back in red, and the red line itself, are no business of the bank. */
function openPostings(book: Book, { code, from, to }: Span): RawBuilder<unknown> {
  return sql`from ledger_account as a
    join ledger_line as l on l.county = a.county and l.account = a.number
    join ledger_entry as e on e.county = l.county and e.id = l.entry_id
    where a.county = ${book.county} and a.book_id = ${book.id} and a.code = ${code} and e.series <> 'opening'
      and e.reverses_id is null and ${from ? sql`l.occurred_on >= ${from}` : sql`true`}
      and ${to ? sql`l.occurred_on <= ${to}` : sql`true`}
      and not exists (select from ledger_entry as r where r.county = e.county and r.reverses_id = e.id)
      and not exists (select from bank_line as b where b.county = l.county and b.voucher_id = l.entry_id
        and b.ordinal = l.ordinal)`;
}

export async function listPostings(
  tx: Tx,
  book: Book,
  query: Span & {
    readonly q?: string | undefined;
    readonly amountFen?: bigint | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: BankPosting[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`${openPostings(book, query)} and coalesce(l.memo, e.memo) like ${text}
    and ${query.amountFen === undefined ? sql`true` : sql`l.amount = ${query.amountFen}`}`;
  const { rows } = await sql<BankPosting>`
    select l.entry_id as voucher_id, l.ordinal, l.occurred_on, e.series, e.number, coalesce(l.memo, e.memo) as memo,
      l.amount as amount_fen ${found} order by l.occurred_on desc, l.entry_id, l.ordinal
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows: [...rows], total: counted.rows[0]?.total ?? 0 };
}

export const everything = { limit: 1_000_000, offset: 0 } as const;

/** Matches what is open on both sides by rule. Two at once pair a line once: the key keeps them apart. */
export async function matchByRule(
  tx: Tx,
  book: Book,
  code: string,
): Promise<Result<{ readonly matched: number; readonly open: number }, Refusal>> {
  const { rows: lines } = await listBankLines(tx, book, { code, state: 'open', ...everything });
  const { rows: postings } = await listPostings(tx, book, { code, ...everything });
  const texts = await textsOf(tx, book, postings);
  const pairs = matchLines(
    lines.map(({ id, occurredOn, amountFen, counterparty, memo, serial }) => ({
      ...{ key: id, occurredOn, amountFen, text: [counterparty, memo, serial].join(' ') },
    })),
    postings.map((posting): OpenLine => {
      const { voucherId, ordinal, occurredOn, amountFen, memo } = posting;
      return { key: `${voucherId} ${ordinal}`, occurredOn, amountFen, text: `${memo} ${texts.get(voucherId) ?? ''}` };
    }),
  );
  const known = new Map(lines.map((line) => [line.id, line]));
  const revisions = pairs.flatMap(({ bank, posting }) => {
    const line = known.get(bank);
    const [voucherId = '', ordinal] = posting.split(' ');
    if (!line) return [];
    const set = { ...matchOf(tx, 'by_rule'), voucher_id: voucherId, ordinal: Number(ordinal) };
    return [{ key: { county: line.county, id: line.id, revision: line.revision }, set }];
  });
  if (revisions.length > 0) await reviseMany(tx, 'bank_line', { revisions, reason: words['bank.matchAll'][0] });
  return ok({ matched: revisions.length, open: lines.length - revisions.length });
}

/** Names of the sub-ledgers that the vouchers of these postings touch: they tell payments of one amount apart. */
async function textsOf(tx: Tx, book: Book, postings: readonly BankPosting[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(postings.map(({ voucherId }) => voucherId))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ entryId: string; names: string }>`
    select l.entry_id, string_agg(coalesce(m.name, s.name), ' ') as names from ledger_line as l
    join ledger_account as a on a.county = l.county and a.number = l.account and a.sub ~ '^[0-9a-f-]{36}$'
    left join membership as m on m.county = a.county and m.id = a.sub::uuid
    left join subsidiary as s on s.county = a.county and s.id = a.sub::uuid
    where l.county = ${book.county} and l.entry_id = any(${ids}::uuid[]) group by l.entry_id`.execute(tx.db);
  return new Map(rows.map(({ entryId, names }) => [entryId, names]));
}

export function matchOf(tx: Tx, how: 'by_rule' | 'by_hand') {
  return { matched_how: how, matched_by_name: tx.actor.name };
}

/** Matches a line by hand with an open posting of the same amount. */
export async function matchByHand(
  tx: Tx,
  line: BankLineRow,
  match: { readonly revision: number; readonly voucherId: string; readonly ordinal: number },
): Promise<Result<true, Refusal>> {
  if (line.matchedHow !== null) return refuse({ code: 'bank_matched' });
  const book = { county: line.county, id: line.bookId };
  const { rows } = await listPostings(tx, book, { code: line.code, amountFen: line.amountFen, ...everything });
  const isOpen = rows.some(({ voucherId, ordinal }) => voucherId === match.voucherId && ordinal === match.ordinal);
  if (!isOpen) return refuse({ code: 'bank_posting', field: 'voucherId' });
  const { county, id } = line;
  const { revision, voucherId, ordinal } = match;
  const set = { ...matchOf(tx, 'by_hand'), voucher_id: voucherId, ordinal };
  try {
    const reason = words['bank.match'][0];
    const done = await revise(tx, 'bank_line', { key: { county, id, revision }, set, reason });
    return done ? ok(true) : refuse({ code: 'stale' });
  } catch (error) {
    if (isUniqueViolation(error, 'bank_line_match')) return refuse({ code: 'bank_posting', field: 'voucherId' });
    throw error;
  }
}

export async function undoMatch(
  tx: Tx,
  line: BankLineRow,
  undo: { readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  if (line.matchedHow === null) return refuse({ code: 'bank_open' });
  if (line.partOf !== null) return refuse({ code: 'bank_part' });
  const { county, id } = line;
  const { revision, reason } = undo;
  for (const part of await listParts(tx, line)) {
    const gone = await withdraw(tx, 'bank_line', { key: { county, id: part.id, revision: part.revision }, reason });
    if (!gone) return refuse({ code: 'stale' });
  }
  const set = { voucher_id: null, ordinal: null, split_in: null, matched_how: null, matched_by_name: null };
  const done = await revise(tx, 'bank_line', { key: { county, id, revision }, set, reason });
  return done ? ok(true) : refuse({ code: 'stale' });
}

export async function withdrawBankLine(
  tx: Tx,
  line: BankLineRow,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  if (line.matchedHow !== null) return refuse({ code: 'bank_matched' });
  const { county, id } = line;
  const done = await withdraw(tx, 'bank_line', { key: { county, id, revision }, reason });
  return done ? ok(true) : refuse({ code: 'stale' });
}

/** The reconciliation of an account on a day, from all lines and postings until then. */
export async function readReconciliation(
  tx: Tx,
  book: Book,
  { code, on }: { readonly code: string; readonly on: string },
): Promise<Reconciliation & { readonly lines: number; readonly open: number; readonly postingsOpen: number }> {
  const span = { code, to: on, ...everything };
  const bankOnly = await listBankLines(tx, book, { ...span, state: 'open' });
  const booksOnly = await listPostings(tx, book, span);
  const { rows } = await sql<{ lines: number; balanceFen: bigint | null }>`
    select count(*) as lines, (array_agg(balance_fen order by occurred_on desc, id desc))[1] as balance_fen
    from bank_line where county = ${book.county} and book_id = ${book.id} and code = ${code} and part_of is null
      and occurred_on <= ${on}`.execute(tx.db);
  const bookFen = await balanceOn(tx, book, { code, on });
  const figures = reconcile({
    ...{ bookFen, bankFen: rows[0]?.balanceFen ?? null },
    bankOnly: bankOnly.rows.map(({ amountFen }) => amountFen),
    booksOnly: booksOnly.rows.map(({ amountFen }) => amountFen),
  });
  return { ...figures, lines: rows[0]?.lines ?? 0, open: bankOnly.total, postingsOpen: booksOnly.total };
}
