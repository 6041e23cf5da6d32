import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { refuseDraft } from './draft-store.ts';
import type { EventFields } from './event-contract.ts';
import type { EventFacts, PartyKey } from './event-rules.ts';
import { proposeEvent } from './event-voucher-store.ts';
import type { BookRow } from './store.ts';
import type { VoucherLine, VoucherSeries, VoucherState } from './voucher-rules.ts';
import { changeDraft, findVoucher, recordDraft, withdrawDraft } from './voucher-store.ts';

/** What a voucher names as its source when an event wrote it. */
export const eventSource = 'business_event';

/** A business event with the state of the voucher that it wrote. */
export interface EventRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly bookId: string;
  readonly kind: string;
  readonly occurredOn: string;
  readonly memo: string;
  readonly amounts: Readonly<Record<string, bigint>>;
  readonly choices: EventFacts['choices'];
  readonly parties: Readonly<Partial<Record<PartyKey, string>>>;
  readonly product: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly totalFen: bigint;
  readonly voucherId: string;
  readonly state: VoucherState;
  readonly series: VoucherSeries;
  readonly number: number | null;
  /** its voucher was taken back in red */
  readonly takenBack: boolean;
  /** papers and photos */
  readonly files: number;
  readonly madeByName: string;
  readonly revision: number;
}

export interface EventQuery {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: VoucherState | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: 'occurredOn' | 'totalFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Files hang on records of a place; an organisation's own accounts see none of them. */
function columns(tx: Tx) {
  return sql`b.county, b.id, b.place, b.cooperative_id, b.book_id, b.kind, b.occurred_on, b.memo, b.amounts,
  b.choices, b.parties, b.product, b.quantity, b.unit, b.total_fen, b.voucher_id, v.state, v.series, v.number,
  exists (select from ledger_entry as e where e.county = v.county and e.reverses_id = v.id) as taken_back,
  ${
    tx.actor.range
      ? sql`(select count(*) from attachment as a where a.county = b.county and a.subject_type = ${eventSource} and a.subject_id = b.id)`
      : sql`0`
  } as files,
  b.made_by_name, b.revision`;
}

const joined = sql`business_event as b join voucher as v on v.county = b.county and v.id = b.voucher_id`;
const sortColumns = { occurredOn: 'b.occurred_on', totalFen: 'b.total_fen' } as const;

type Stored = Omit<EventRow, 'amounts'> & { readonly amounts: Readonly<Record<string, string>> };

export async function findEvent(tx: Tx, key: RecordKey): Promise<EventRow | undefined> {
  const { rows } = await sql<Stored>`
    select ${columns(tx)} from ${joined} where b.county = ${key.county} and b.id = ${key.id}`.execute(tx.db);
  return rows.map(toEvent)[0];
}

/** Events of a book, the latest first unless sorted otherwise. */
export async function listEvents(
  tx: Tx,
  book: Pick<BookRow, 'county' | 'id'>,
  query: EventQuery,
): Promise<{ rows: EventRow[]; total: number }> {
  const found = sql`from ${joined} where b.county = ${book.county} and b.book_id = ${book.id} and ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'occurredOn']);
  const direction = sql.raw(query.order === 'asc' || (query.sort && query.order !== 'desc') ? 'asc' : 'desc');
  const { rows } = await sql<Stored>`
    select ${columns(tx)} ${found} order by ${sorted} ${direction}, b.id limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows: rows.map(toEvent), total: counted.rows[0]?.total ?? 0 };
}

function toEvent({ amounts, ...row }: Stored): EventRow {
  return { ...row, amounts: Object.fromEntries(Object.entries(amounts).map(([name, fen]) => [name, BigInt(fen)])) };
}

function conditions(query: EventQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.kind) parts.push(sql`b.kind = ${query.kind}`);
  if (query.state) parts.push(sql`v.state = ${query.state}`);
  if (query.from) parts.push(sql`b.occurred_on >= ${query.from}`);
  if (query.to) parts.push(sql`b.occurred_on <= ${query.to}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(b.memo like ${text} or b.product like ${text} or b.made_by_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

/** Records an event and keeps the voucher that follows from it as a draft. */
export async function recordEvent(
  tx: Tx,
  book: BookRow,
  event: EventFields & { readonly id: string; readonly kind: string },
): Promise<Result<{ readonly voucherId: string }, Refusal>> {
  const { county, place, cooperativeId } = book;
  const { id, kind } = event;
  const written = await writeVoucher(tx, book, event);
  if (!written.ok) return written;
  const { lines, columns: set } = written.value;
  const voucherId = newRecordId<'voucher'>(tx);
  const source = { type: eventSource, id, page: `/business-events/${county}/${id}` };
  const draft = { id: voucherId, series: 'usual', template: kind, source } as const;
  await recordDraft(tx, book, { ...draft, occurredOn: event.occurredOn, papers: 0, lines });
  await record(tx, 'business_event', {
    ...{ county, id, place, cooperative_id: cooperativeId, book_id: book.id, kind, voucher_id: voucherId },
    ...set,
  } as NewRow);
  return ok({ voucherId });
}

/** Corrects an event and the draft it wrote; who corrects it is the maker of both. */
export async function correctEvent(
  tx: Tx,
  { event, book }: { readonly event: EventRow; readonly book: BookRow },
  change: { readonly fields: EventFields; readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const { county, id, kind, voucherId } = event;
  const voucher = await findVoucher(tx, { county, id: voucherId });
  if (voucher?.state !== 'draft') return refuse({ code: 'voucher_posted' });
  const written = await writeVoucher(tx, book, { ...change.fields, kind });
  if (!written.ok) return written;
  const { lines, columns: set } = written.value;
  const { reason, revision } = change;
  const fields = { occurredOn: change.fields.occurredOn, papers: voucher.papers, lines };
  const kept = await changeDraft(tx, { county, id: voucherId, revision: voucher.revision }, { fields, reason });
  const done = kept && (await revise(tx, 'business_event', { key: { county, id, revision }, set, reason }));
  return done ? ok(true) : refuse({ code: 'stale' });
}

/** Withdraws an event and its draft; once posted, the voucher is taken back in red instead. */
export async function withdrawEvent(
  tx: Tx,
  { county, id, voucherId }: EventRow,
  change: { readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const voucher = await findVoucher(tx, { county, id: voucherId });
  if (voucher?.state !== 'draft') return refuse({ code: 'voucher_posted' });
  const { revision, reason } = change;
  const gone = await withdraw(tx, 'business_event', { key: { county, id, revision }, reason });
  const done = gone && (await withdrawDraft(tx, { county, id: voucherId, revision: voucher.revision }, reason));
  return done ? ok(true) : refuse({ code: 'stale' });
}

async function writeVoucher(
  tx: Tx,
  book: BookRow,
  event: EventFields & { readonly kind: string },
): Promise<Result<{ lines: readonly VoucherLine[]; columns: Readonly<Record<string, unknown>> }, Refusal>> {
  const proposed = await proposeEvent(tx, book, event);
  if (!proposed.ok) return proposed;
  const { lines, memo, amounts, choices, parties } = proposed.value;
  const { occurredOn, product, quantity, unit } = event;
  const wrong = await refuseDraft(tx, book, { occurredOn, lines, series: 'usual' });
  if (wrong) return refuse(wrong);
  const columnsOf = {
    ...{ occurred_on: occurredOn, memo, choices, parties, product, quantity, unit, made_by_name: tx.actor.name },
    amounts: Object.fromEntries(Object.entries(amounts).map(([name, fen]) => [name, String(fen)])),
    total_fen: lines.reduce((sum, { debitFen }) => sum + debitFen, 0n),
  };
  return ok({ lines, columns: columnsOf });
}
