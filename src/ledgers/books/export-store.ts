import { sql } from 'kysely';
import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listBalances, listLines } from '../../platform/ledger/ledger-store.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeCsv } from '../../platform/sheets/export.ts';
import { collectZip } from '../../platform/sheets/zip-write.ts';
import { type Language, speak } from '../../platform/words.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { listBookAccounts, nameSubs } from './account-store.ts';
import type { BookFormat } from './export-contract.ts';
import { type BookDump, type DumpEntry, toHledger } from './export-rules.ts';
import { type GbtTexts, type gbtTables, toGbt24589 } from './gbt24589-rules.ts';
import { journalSheet } from './sheet-contract.ts';
import { accountNames, exportBook, titleOf } from './sheet-store.ts';
import type { BookRow } from './store.ts';
import { words } from './words.ts';

/** Lines of one file; larger books are taken out year by year. */
const mostLines = 500_000;

interface VoucherNote {
  readonly id: string;
  readonly papers: number;
  readonly madeByName: string;
  readonly checkedByName: string | null;
}

/** Everything that is posted in a book through a day, with the names that the reader’s language has for it. */
export async function readDump(
  tx: Tx,
  book: BookRow,
  { to, language }: { readonly to: string; readonly language: Language },
): Promise<Result<BookDump, Refusal>> {
  const cooperative = await findCooperative(tx, { county: book.county, id: book.cooperativeId });
  const from = '0001-01-01';
  const { rows, total } = await listLines(tx, book, { from, to, limit: mostLines, offset: 0 });
  if (total > mostLines) return refuse({ code: 'export_too_large', field: 'to', values: { most: mostLines } });
  const notes = await listNotes(tx, book);
  const entries = [...Map.groupBy(rows, ({ entryId }) => entryId)].flatMap(([id, lines]): DumpEntry[] => {
    const [first] = lines;
    if (!first) return [];
    const { occurredOn, series, number, entryMemo: memo } = first;
    const note = notes.get(id);
    return [
      {
        ...{ id, occurredOn, series, number, memo, papers: note?.papers ?? 0 },
        ...{ madeBy: note?.madeByName ?? '', checkedBy: note?.checkedByName ?? '' },
        lines: lines.map(({ code, sub = '', amount, red = false, quantity = null, memo: own = '' }) => ({
          ...{ code, sub, amountFen: amount, red, quantity, memo: own },
        })),
      },
    ];
  });
  const balances = await listBalances(tx, book, { from: book.startsOn, to });
  const accounts = await listBookAccounts(tx, book);
  const nameOf = await accountNames(tx, book, { language, accounts });
  const subs = [...rows.map(({ sub = '' }) => sub), ...balances.map(({ sub }) => sub)];
  return ok({
    ...{ title: cooperative?.name ?? '', creditCode: cooperative?.creditCode ?? '', to, startsOn: book.startsOn },
    ...{ system: speak(words[`code.chart.${book.chart}`], language), fiscalYearStart: book.fiscalYearStart },
    accounts: accounts.map(({ code, kind, side, subKind }) => ({ code, name: nameOf(code), kind, side, subKind })),
    subs: await nameSubs(tx, book.county, subs),
    kinds: spokenKinds(language),
    series: spokenSeries(language),
    entries: entries.sort(inOrder),
    balances: balances
      .filter(({ closing }) => closing !== 0n)
      .map(({ code, sub, closing }) => ({ code, sub, amountFen: closing })),
  });
}

async function listNotes(tx: Tx, book: BookRow): Promise<ReadonlyMap<string, VoucherNote>> {
  const { rows } = await sql<VoucherNote>`
    select id, papers, made_by_name, checked_by_name from voucher
    where county = ${book.county} and book_id = ${book.id} and state = 'posted'`.execute(tx.db);
  return new Map(rows.map((note) => [note.id, note]));
}

function spokenKinds(language: Language): BookDump['kinds'] {
  const kind = (key: keyof BookDump['kinds']) => speak(words[`code.kind.${key}`], language);
  return {
    ...{ asset: kind('asset'), liability: kind('liability'), equity: kind('equity') },
    ...{ cost: kind('cost'), income: kind('income'), expense: kind('expense') },
  };
}

function spokenSeries(language: Language): BookDump['series'] {
  const series = (key: 'usual' | 'opening' | 'closing') => speak(words[`code.series.${key}`], language);
  return { usual: series('usual'), opening: series('opening'), closing: series('closing') };
}

const seriesOrder = ['opening', 'usual', 'closing'];

function inOrder(a: DumpEntry, b: DumpEntry): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1;
  return seriesOrder.indexOf(a.series) - seriesOrder.indexOf(b.series) || a.number - b.number;
}

/** A book in one of the formats that other programs and auditors read; noted in the trail. */
export async function exportWholeBook(
  tx: Tx,
  book: BookRow,
  order: { readonly format: BookFormat; readonly to?: string | undefined; readonly language: Language },
) {
  const { format, language } = order;
  const dump = await readDump(tx, book, { to: order.to ?? todayInShanghai(tx.now), language });
  if (!dump.ok) return dump;
  const title = await titleOf(tx, book, `${speak(words['sheet.vouchers'], language)} ${dump.value.to}`);
  const list = { spec: journalSheet, rows: journalRows(dump.value), title, language };
  if (format === 'xlsx') return ok(await exportBook(tx, book, list));
  const { county, id, place } = book;
  noteAct(tx, 'book', { key: { county, id }, place, note: { exported: format, rows: list.rows.length } });
  switch (format) {
    case 'hledger':
      return ok({
        fileName: `${title}.journal`,
        contentType: 'text/plain; charset=utf-8',
        content: textBytes(dump.value),
      });
    case 'gbt24589': {
      const content = await collectZip(toGbt24589(dump.value, gbtTexts()));
      return ok({ fileName: `${title}.zip`, contentType: 'application/zip', content });
    }
    case 'csv':
      return ok({
        fileName: `${title}.csv`,
        contentType: 'text/csv; charset=utf-8',
        content: await writeJournal(tx, dump.value, { title, language }),
      });
  }
}

/** The interface is Chinese whatever the reader’s language. */
function gbtTexts(): GbtTexts {
  const table = (name: (typeof gbtTables)[number]): GbtTexts['tables'][typeof name] => ({
    name: words[`gbt.${name}`][0],
    columns: words[`gbt.${name}.columns`][0].split('\u3001'),
  });
  return {
    tables: {
      ...{ ledger: table('ledger'), period: table('period'), voucherType: table('voucherType') },
      ...{ currency: table('currency'), aux: table('aux'), auxValue: table('auxValue'), general: table('general') },
      ...{ account: table('account'), accountAux: table('accountAux') },
      ...{ balance: table('balance'), voucher: table('voucher') },
    },
    currency: words['gbt.currency.name'][0],
    subKinds: {
      ...{ member: words['code.subKind.member'][0], other: words['code.subKind.other'][0] },
      ...{ project: words['code.subKind.project'][0], source: words['code.subKind.source'][0] },
      asset: words['code.subKind.asset'][0],
    },
    debit: words['ledger.side.debit'][0],
    credit: words['ledger.side.credit'][0],
    even: words['ledger.side.none'][0],
    description: words['gbt.description'][0],
    notes: [words['gbt.fields'][0], words['gbt.notice'][0]],
  };
}

function textBytes(dump: BookDump): Buffer {
  return Buffer.from(toHledger(dump), 'utf8');
}

/** Vouchers line by line as CSV. */
export async function writeJournal(
  tx: Tx,
  dump: BookDump,
  head: { readonly title: string; readonly language: Language },
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const given = { ...head, spec: journalSheet, rows: journalRows(dump), exportedBy: tx.actor.name, exportedAt: tx.now };
  for await (const piece of writeCsv(given)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function journalRows({ entries, accounts, subs }: BookDump): readonly ExportRow[] {
  const names = new Map(accounts.map(({ code, name }) => [code, name]));
  return entries.flatMap(({ occurredOn, series, number, memo: entryMemo, papers, madeBy, checkedBy, lines }) =>
    lines.map(({ code, sub, amountFen, red, quantity, memo }) => ({
      ...{ occurredOn, series, number, memo: memo || entryMemo, code, accountName: names.get(code) ?? code },
      ...{ sub: subs.get(sub) ?? sub, quantity, papers, madeByName: madeBy, checkedByName: checkedBy },
      ...(amountFen > 0n !== red ? { debit: amountFen } : { credit: -amountFen }),
    })),
  );
}
