import type { SubKind } from './chart-rules.ts';
import { fiscalYearOf } from './closing-rules.ts';
import { type BookDump, type DumpEntry, plainYuan } from './export-rules.ts';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Tables of the interface: those of the common files that the general ledger needs, then the general-ledger group. */
export const gbtTables = [
  'ledger',
  'period',
  'voucherType',
  'currency',
  'aux',
  'auxValue',
  'general',
  'account',
  'accountAux',
  'balance',
  'voucher',
] as const;

type TableName = (typeof gbtTables)[number];

/** The Chinese names of the interface, which the files bear in any language. */
export interface GbtTexts {
  readonly tables: Readonly<Record<TableName, { readonly name: string; readonly columns: readonly string[] }>>;
  readonly debit: string;
  readonly credit: string;
  readonly even: string;
  readonly currency: string;
  readonly subKinds: Readonly<Record<SubKind, string>>;
  readonly description: string;
  /** sentences above the list of tables */
  readonly notes: readonly string[];
}

const currency = 'CNY';
const edition = 'GB/T 24589.1-2010';
/** three digits, then two for each level below */
const accountLevels = '3-2-2-2';
const separator = '-';
const yes = '1';
const no = '0';
/** of the home currency in itself */
const rate = '1';

/**
 * The books as the text files of GB/T 24589.1-2010 (accounting software data interface, part 1: enterprises): of the common
 * files account book, periods, voucher types, currency and sub-ledgers; of the general-ledger group accounts with their
 * sub-ledgers, balances and turnover by month, vouchers line by line; and a file that describes them.
 *
 * Names and order of tables and elements follow a published implementation of that standard (the C# adapters of the
 * namespace `Enterprise.Accounting.Business.DataInterface.ChinaStandard_GBT24589_1`, classes `ReferenceFilesDataAdapter` and
 * `GeneralLedgerDataAdapter` with their tests), the text of the standard itself having not been at hand. Of the thirty
 * sub-ledger elements (辅助项1编号 … 辅助项30编号) the first is written: a line has one at most. Left out are the exchange-rate,
 * settlement, department, staff, supplier and customer files, cash flow and reports; and that implementation writes XML,
 * while these files are texts with the same elements as columns.
 */
export function toGbt24589(dump: BookDump, texts: GbtTexts): readonly TextFile[] {
  const tables: Readonly<Record<TableName, readonly (readonly string[])[]>> = {
    ledger: bookRows(dump),
    period: periodsOf(dump),
    voucherType: Object.entries(dump.series).map(([code, name]) => [code, name, name]),
    currency: [[currency, texts.currency]],
    aux: subKindsOf(dump).map((kind) => [kind, texts.subKinds[kind], texts.subKinds[kind], no, '']),
    auxValue: auxValues(dump),
    general: [[separator, accountLevels, '', '', '', '', '']],
    account: dump.accounts.map(({ code, name, kind, side }) => [
      ...[code, name, String((code.length - 1) / 2), dump.kinds[kind]],
      side === 'debit' ? texts.debit : texts.credit,
    ]),
    accountAux: dump.accounts.flatMap(({ code, subKind }) =>
      subKind ? [[code, subKind, texts.subKinds[subKind], texts.tables.auxValue.name, texts.subKinds[subKind]]] : [],
    ),
    balance: balanceRows(dump, texts),
    voucher: dump.entries.flatMap((entry) => voucherRows(dump, entry)),
  };
  return [
    { name: `${texts.description}.txt`, text: descriptionOf(dump, texts) },
    ...gbtTables.map((name) => ({
      name: `${texts.tables[name].name}.txt`,
      text: textOf([texts.tables[name].columns, ...tables[name]]),
    })),
  ];
}

function bookRows(dump: BookDump): readonly (readonly string[])[] {
  const years = new Set(periodsOf(dump).map(([year = '']) => year));
  return [...years].map((year) => [
    ...[`${dump.creditCode}-${year}`, `${dump.title} ${year}`, dump.title, dump.creditCode, dump.system],
    ...['', '', '', currency, year, edition],
  ]);
}

/** Fiscal years begin in any month; the period is the month within its year. */
function periodOf(dump: BookDump, day: string): { readonly year: string; readonly number: string } {
  const { year } = fiscalYearOf(day, dump.fiscalYearStart);
  const first = Number(dump.fiscalYearStart.slice(0, 2));
  return { year: String(year), number: String(((Number(day.slice(5, 7)) - first + 12) % 12) + 1) };
}

function monthsOf(dump: BookDump): readonly string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = dump.startsOn.split('-').map(Number);
  for (let text = dump.startsOn.slice(0, 7); text <= dump.to.slice(0, 7); text = monthText(year, month)) {
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

function monthText(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function periodsOf(dump: BookDump): readonly (readonly string[])[] {
  return monthsOf(dump).map((month) => {
    const [year = 0, number = 0] = month.split('-').map(Number);
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const period = periodOf(dump, `${month}-01`);
    return [period.year, period.number, compact(`${month}-01`), compact(`${month}-${last}`)];
  });
}

function subKindsOf(dump: BookDump): readonly SubKind[] {
  return [...new Set(dump.accounts.flatMap(({ subKind }) => (subKind ? [subKind] : [])))];
}

function auxValues(dump: BookDump): readonly (readonly string[])[] {
  const kinds = new Map(dump.accounts.map(({ code, subKind }) => [code, subKind]));
  const named = new Map<string, readonly string[]>();
  for (const { code, sub } of [...dump.entries.flatMap(({ lines }) => lines), ...dump.balances])
    if (sub !== '')
      named.set(`${kinds.get(code)} ${sub}`, [kinds.get(code) ?? '', sub, dump.subs.get(sub) ?? sub, '', '', yes]);
  return [...named.values()];
}

interface Turnover {
  debit: bigint;
  credit: bigint;
}

/** Opening, turnover and closing of each account and sub-ledger for each month in which either is not nought. */
function balanceRows(dump: BookDump, texts: GbtTexts): readonly (readonly string[])[] {
  const months = monthsOf(dump);
  const turnovers = new Map<string, Map<string, Turnover>>();
  for (const { occurredOn, lines } of dump.entries) {
    const month = occurredOn < dump.startsOn ? '' : occurredOn.slice(0, 7);
    for (const { code, sub, amountFen, red } of lines) {
      const key = `${code} ${sub}`;
      const ofAccount = turnovers.get(key) ?? new Map<string, Turnover>();
      const turnover = ofAccount.get(month) ?? { debit: 0n, credit: 0n };
      if (amountFen > 0n !== red) turnover.debit += amountFen;
      else turnover.credit -= amountFen;
      turnovers.set(key, ofAccount.set(month, turnover));
    }
  }
  return [...turnovers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, ofAccount]) => {
      const [code = '', sub = ''] = key.split(' ');
      const before = ofAccount.get('');
      let opening = before ? before.debit - before.credit : 0n;
      return months.flatMap((month) => {
        const { debit, credit } = ofAccount.get(month) ?? { debit: 0n, credit: 0n };
        const start = opening;
        opening += debit - credit;
        if (start === 0n && debit === 0n && credit === 0n) return [];
        const period = periodOf(dump, `${month}-01`);
        return [
          [
            ...[code, sub, sideOf(start, texts), sideOf(opening, texts), currency, '', period.year, period.number],
            ...[abs(start), debit, credit, abs(opening)].flatMap((fen) => ['', plainYuan(fen), plainYuan(fen)]),
          ],
        ];
      });
    });
}

function voucherRows(dump: BookDump, entry: DumpEntry): readonly (readonly string[])[] {
  const period = periodOf(dump, entry.occurredOn);
  return entry.lines.map(({ code, sub, amountFen, red, quantity, memo }, at) => {
    const isDebit = amountFen > 0n !== red;
    const side = (own: boolean, fen: bigint) => {
      const amount = plainYuan(own ? fen : 0n);
      return [own && quantity !== null ? String(quantity) : '', amount, amount];
    };
    return [
      ...[compact(entry.occurredOn), period.year, period.number, entry.series, String(entry.number), String(at + 1)],
      ...[memo || entry.memo, code, sub, currency, ''],
      ...[...side(isDebit, amountFen), ...side(!isDebit, -amountFen)],
      ...['', rate, '', '', '', '', '', '', '', String(entry.papers)],
      ...[entry.madeBy, entry.checkedBy, entry.checkedBy, yes, no, ''],
    ];
  });
}

function descriptionOf(dump: BookDump, texts: GbtTexts): string {
  const tables = Object.values(texts.tables).map(({ name, columns }) => [name, ...columns]);
  return textOf([[edition, dump.title, dump.startsOn, dump.to], ...texts.notes.map((note) => [note]), ...tables]);
}

function textOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((field) => field.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')}\r\n`).join('');
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function sideOf(amount: bigint, texts: GbtTexts): string {
  if (amount === 0n) return texts.even;
  return amount > 0n ? texts.debit : texts.credit;
}

function abs(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
