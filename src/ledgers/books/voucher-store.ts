import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { findEntry } from '../../platform/ledger/ledger-store.ts';
import { sideOf } from '../../platform/ledger/rules.ts';
import type { BookRow } from './store.ts';
import { totalsOf, type VoucherLine, type VoucherSeries, type VoucherState } from './voucher-rules.ts';

/** A voucher without its lines. Posted, it is the ledger entry of the same id. */
export interface VoucherRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly bookId: string;
  readonly state: VoucherState;
  readonly series: VoucherSeries;
  readonly occurredOn: string;
  /** without gaps by book, series and month; none while a draft */
  readonly number: number | null;
  /** summary of its first line */
  readonly memo: string;
  readonly lineCount: number;
  readonly totalFen: bigint;
  /** sheets of paper attached */
  readonly papers: number;
  readonly template: string | null;
  readonly sourceType: string | null;
  readonly sourceId: string | null;
  readonly sourcePage: string | null;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly checkedBy: string | null;
  readonly checkedByName: string | null;
  readonly postedAt: Date | null;
  readonly revision: number;
}

export interface VoucherQuery {
  readonly q?: string | undefined;
  readonly state?: VoucherState | undefined;
  readonly series?: VoucherSeries | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: 'occurredOn' | 'number' | 'totalFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const columns = sql`v.county, v.id, v.place, v.cooperative_id, v.book_id, v.state, v.series, v.occurred_on, v.number, v.memo,
  v.line_count, v.total_fen, v.papers, v.template, v.source_type, v.source_id, v.source_page, v.reverses_id, v.made_by, v.made_by_name,
  v.checked_by, v.checked_by_name, v.posted_at, v.revision,
  (select e.id from ledger_entry as e where e.county = v.county and e.reverses_id = v.id) as reversed_by_id`;

const sortColumns = { occurredOn: 'occurred_on', number: 'number', totalFen: 'total_fen' } as const;

/** Vouchers of a book, the latest first unless sorted otherwise. */
export async function listVouchers(
  tx: Tx,
  book: Pick<BookRow, 'county' | 'id'>,
  query: VoucherQuery,
): Promise<{ rows: readonly VoucherRow[]; total: number }> {
  const found = sql`from voucher as v where v.county = ${book.county} and v.book_id = ${book.id} and ${conditions(query)}`;
  const direction = sql.raw(query.order === 'asc' || (query.sort && query.order !== 'desc') ? 'asc' : 'desc');
  const sorted = sql.ref(`v.${sortColumns[query.sort ?? 'occurredOn']}`);
  const { rows } = await sql<VoucherRow>`
    select ${columns} ${found} order by ${sorted} ${direction} nulls first, v.number ${direction} nulls first, v.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(query: VoucherQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.state) parts.push(sql`v.state = ${query.state}`);
  if (query.series) parts.push(sql`v.series = ${query.series}`);
  if (query.from) parts.push(sql`v.occurred_on >= ${query.from}`);
  if (query.to) parts.push(sql`v.occurred_on <= ${query.to}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    const number = /^\d{1,6}$/.test(query.q) ? Number(query.q) : null;
    parts.push(sql`(v.memo like ${text} or v.number = ${number} or v.made_by_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findVoucher(tx: Tx, key: RecordKey): Promise<VoucherRow | undefined> {
  const { rows } = await sql<VoucherRow>`
    select ${columns} from voucher as v where v.county = ${key.county} and v.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Vouchers that follow from a record, for example a distribution, by date. */
export async function listVouchersOf(
  tx: Tx,
  source: { readonly county: number; readonly sourceId: string },
): Promise<readonly VoucherRow[]> {
  const { rows } = await sql<VoucherRow>`
    select ${columns} from voucher as v where v.county = ${source.county} and v.source_id = ${source.sourceId}
    order by v.occurred_on, v.number, v.id limit 200`.execute(tx.db);
  return rows;
}

interface KeptLine {
  readonly memo: string;
  readonly code: string;
  readonly sub: string;
  readonly debitFen: string;
  readonly creditFen: string;
  readonly quantity: number | null;
}

/** The lines of a voucher: a draft keeps its own, a posted one has them in the ledger. */
export async function readVoucherLines(tx: Tx, voucher: VoucherRow): Promise<readonly VoucherLine[]> {
  if (voucher.state === 'posted') {
    const entry = await findEntry(tx, voucher);
    return (entry?.lines ?? []).map(({ code, sub = '', memo = voucher.memo, quantity = null, ...line }) => {
      const { side, amount } = sideOf(line);
      const amounts = { debitFen: side === 'debit' ? amount : 0n, creditFen: side === 'credit' ? amount : 0n };
      return { memo, code, sub, ...amounts, quantity };
    });
  }
  const { rows } = await sql<{ lines: readonly KeptLine[] }>`
    select lines from voucher where county = ${voucher.county} and id = ${voucher.id}`.execute(tx.db);
  return (rows[0]?.lines ?? []).map(({ debitFen, creditFen, ...line }) => ({
    ...line,
    debitFen: BigInt(debitFen),
    creditFen: BigInt(creditFen),
  }));
}

export interface DraftFields {
  readonly occurredOn: string;
  readonly papers: number;
  readonly lines: readonly VoucherLine[];
}

export interface DraftOrigin {
  readonly id: string;
  readonly series: VoucherSeries;
  readonly template?: string | null;
  readonly source?: { readonly type: string; readonly id: string; readonly page: string } | null;
  readonly reversesId?: string | null;
}

/** Keeps a voucher as a draft made by the actor. */
export async function recordDraft(tx: Tx, book: BookRow, draft: DraftOrigin & DraftFields): Promise<void> {
  const { county, place, cooperativeId } = book;
  await record(tx, 'voucher', {
    ...{ county, id: draft.id, place, cooperative_id: cooperativeId, book_id: book.id, state: 'draft' },
    ...{ series: draft.series, template: draft.template ?? null, reverses_id: draft.reversesId ?? null },
    ...{ source_type: draft.source?.type ?? null, source_id: draft.source?.id ?? null },
    source_page: draft.source?.page ?? null,
    ...fieldColumns(draft),
    ...{ made_by: tx.actor.accountId, made_by_name: tx.actor.name },
  } as NewRow);
}

function fieldColumns({ occurredOn, papers, lines }: DraftFields) {
  const kept = lines.map(({ debitFen, creditFen, ...line }) => ({
    ...line,
    debitFen: String(debitFen),
    creditFen: String(creditFen),
  }));
  return {
    occurred_on: occurredOn,
    month: occurredOn.slice(0, 7),
    memo: lines[0]?.memo ?? '',
    lines: kept,
    line_count: lines.length,
    total_fen: totalsOf(lines).debitFen,
    papers,
  };
}

/** Changes a draft; whoever changed it last is its maker. False when it was posted, withdrawn or changed meanwhile. */
export async function changeDraft(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: DraftFields; readonly reason: string },
): Promise<boolean> {
  const set = { ...fieldColumns(change.fields), made_by: tx.actor.accountId, made_by_name: tx.actor.name };
  return (await revise(tx, 'voucher', { key, set, reason: change.reason })) !== undefined;
}

export async function withdrawDraft(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'voucher', { key, reason })) !== undefined;
}

/** Makes a draft the voucher of a posted entry; its lines now stand in the ledger. */
export async function markPosted(
  tx: Tx,
  key: RecordKey,
  posting: { readonly number: number; readonly reason: string },
): Promise<boolean> {
  const set = {
    ...{ state: 'posted', number: posting.number, lines: [], posted_at: tx.now },
    ...{ checked_by: tx.actor.accountId, checked_by_name: tx.actor.name },
  };
  return (await revise(tx, 'voucher', { key, set, reason: posting.reason })) !== undefined;
}

export interface PostedVoucher {
  readonly id: string;
  readonly series: VoucherSeries;
  readonly occurredOn: string;
  readonly number: number;
  readonly memo: string;
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly papers: number;
  readonly template: string | null;
  readonly source: { readonly type: string; readonly id: string; readonly page: string | null };
  readonly reversesId: string | null;
  readonly maker: Person;
  readonly checker: Person;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Writes the voucher of an entry that another record has posted by itself. */
export async function recordPosted(tx: Tx, book: BookRow, voucher: PostedVoucher): Promise<void> {
  const { county, place, cooperativeId } = book;
  const { id, series, occurredOn, number, memo, lineCount, totalFen, papers, template, source, maker, checker } =
    voucher;
  await record(tx, 'voucher', {
    ...{ county, id, place, cooperative_id: cooperativeId, book_id: book.id, state: 'posted', series },
    ...{ occurred_on: occurredOn, month: occurredOn.slice(0, 7), number, memo, lines: [], line_count: lineCount },
    ...{ total_fen: totalFen, papers, template, source_type: source.type, source_id: source.id },
    ...{ source_page: source.page, reverses_id: voucher.reversesId, made_by: maker.id, made_by_name: maker.name },
    ...{ checked_by: checker.id, checked_by_name: checker.name, posted_at: tx.now },
  } as NewRow);
}

/** Names of accounts of people, as far as the reader may see them. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Person>`select id, name from account where id = any(${[...ids]}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
