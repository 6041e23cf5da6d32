import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type EntryLine, postEntries, reverseEntry } from '../../platform/ledger/ledger-store.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { followPosting } from './follow-store.ts';
import { type BookRow, findBooks } from './store.ts';
import { toEntryLine, type VoucherSeries } from './voucher-rules.ts';
import { markPosted, personNames, readVoucherLines, recordPosted, type VoucherRow } from './voucher-store.ts';

const sourceType = 'voucher';

/**
 * Posts a draft that somebody else made: its ledger entry gets the next number of its month. What is posted is the
 * revision that the checker saw; `stale` when it was changed meanwhile.
 */
export async function postDraft(
  tx: Tx,
  book: BookRow,
  checked: { readonly voucher: VoucherRow; readonly revision: number; readonly reason: string },
): Promise<Result<{ readonly number: number }, Refusal>> {
  const { voucher, revision, reason } = checked;
  if (voucher.state !== 'draft' || voucher.revision !== revision) return refuse({ code: 'stale' });
  const posted =
    voucher.reversesId === null ? await postLines(tx, book, voucher) : await postReversal(tx, book, voucher);
  if (!posted.ok) return posted;
  const { county, id } = voucher;
  const marked = await markPosted(tx, { county, id, revision }, { number: posted.value.number, reason });
  if (!marked) return refuse({ code: 'stale' });
  await followPosting(tx, book, voucher);
  return ok({ number: posted.value.number });
}

async function postLines(tx: Tx, book: BookRow, voucher: VoucherRow): Promise<Result<{ number: number }, Refusal>> {
  const lines = await readVoucherLines(tx, voucher);
  const { id, occurredOn, series, memo } = voucher;
  const entry = { id, occurredOn, series, memo, sourceType, sourceId: id, lines: lines.map(toEntryLine) };
  const posted = await postEntries(tx, book, [entry]);
  if (!posted.ok) return posted;
  return ok({ number: posted.value[0]?.number ?? 0 });
}

function postReversal(tx: Tx, book: BookRow, voucher: VoucherRow): Promise<Result<{ number: number }, Refusal>> {
  const { id, occurredOn, memo, reversesId } = voucher;
  const source = { type: sourceType, id };
  return reverseEntry(tx, book, { entryId: reversesId ?? '', newId: id, occurredOn, memo, source });
}

export interface SystemVoucher {
  readonly county: number;
  readonly cooperativeId: string;
  /** UUIDv7 of the voucher and its entry; the same again is refused with ledger_entry_known */
  readonly voucherId?: string;
  readonly occurredOn: string;
  readonly memo: string;
  readonly lines: readonly EntryLine[];
  /** code of the business event or activity that wrote it */
  readonly template?: string;
  readonly series?: VoucherSeries;
  readonly papers?: number;
  readonly sourceType: string;
  readonly sourceId: string;
  /** address of the page of that record */
  readonly sourcePage?: string;
  readonly makerId: string;
  readonly checkerId: string;
  readonly makerName?: string;
  readonly checkerName?: string;
}

export interface WrittenVoucher {
  readonly voucherId: string;
  readonly entryId: string;
  readonly number: number;
}

/**
 * Posts a voucher that follows from another record by itself, with the persons who made and checked that record; they
 * must be two. Refuses what the ledger refuses, `books_missing` without books on that day, `own_work` for one person.
 */
export async function postVoucher(tx: Tx, voucher: SystemVoucher): Promise<Result<WrittenVoucher, Refusal>> {
  const { county, cooperativeId, occurredOn, memo, lines, makerId, checkerId } = voucher;
  if (makerId === checkerId) return refuse({ code: 'own_work' });
  const books = await findBooks(tx, { county, cooperativeId, on: occurredOn });
  if (!books) return refuse({ code: 'books_missing' });
  const id = voucher.voucherId ?? newRecordId<'voucher'>(tx);
  const series = voucher.series ?? 'usual';
  const posted = await postEntries(tx, books, [{ id, occurredOn, series, memo, sourceType, sourceId: id, lines }]);
  if (!posted.ok) return posted;
  const number = posted.value[0]?.number ?? 0;
  await recordPosted(tx, books, {
    ...{ id, series, occurredOn, number, memo: memo.slice(0, 200), lineCount: lines.length, totalFen: debitsOf(lines) },
    ...{ papers: voucher.papers ?? 0, template: voucher.template ?? null, reversesId: null },
    source: { type: voucher.sourceType, id: voucher.sourceId, page: voucher.sourcePage ?? null },
    ...(await personsOf(tx, voucher)),
  });
  return ok({ voucherId: id, entryId: id, number });
}

/** Takes a system voucher back by the same lines in red, for example when its record is corrected. */
export async function reverseVoucher(
  tx: Tx,
  reversal: {
    readonly voucher: VoucherRow;
    readonly book: BookRow;
    readonly newId: string;
    readonly occurredOn: string;
    readonly memo: string;
    readonly makerId: string;
    readonly checkerId: string;
    readonly sourceType: string;
    readonly sourceId: string;
  },
): Promise<Result<WrittenVoucher, Refusal>> {
  const { voucher, book, newId, occurredOn, memo, makerId, checkerId } = reversal;
  if (makerId === checkerId) return refuse({ code: 'own_work' });
  const source = { type: sourceType, id: newId };
  const posted = await reverseEntry(tx, book, { entryId: voucher.id, newId, occurredOn, memo, source });
  if (!posted.ok) return posted;
  const { number } = posted.value;
  await recordPosted(tx, book, {
    ...{ id: newId, series: voucher.series, occurredOn, number, memo: memo.slice(0, 200) },
    ...{ lineCount: voucher.lineCount, totalFen: -voucher.totalFen, papers: 0, template: voucher.template },
    ...{
      reversesId: voucher.id,
      source: { type: reversal.sourceType, id: reversal.sourceId, page: voucher.sourcePage },
    },
    ...(await personsOf(tx, { makerId, checkerId })),
  });
  return ok({ voucherId: newId, entryId: newId, number });
}

function debitsOf(lines: readonly EntryLine[]): bigint {
  return lines.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
}

async function personsOf(tx: Tx, named: Pick<SystemVoucher, 'makerId' | 'checkerId' | 'makerName' | 'checkerName'>) {
  const { makerId, checkerId, makerName, checkerName } = named;
  const names = await personNames(tx, [makerId, checkerId]);
  return {
    maker: { id: makerId, name: makerName ?? names.get(makerId) ?? '' },
    checker: { id: checkerId, name: checkerName ?? names.get(checkerId) ?? '' },
  };
}
