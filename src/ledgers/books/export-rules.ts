import { formatYuan } from '../../platform/pure/money.ts';
import type { AccountKind, SubKind } from './chart-rules.ts';

/** A set of books as it leaves the product: names are in the reader’s language, amounts debit positive in fen. */
export interface BookDump {
  readonly title: string;
  readonly creditCode: string;
  readonly system: string;
  readonly startsOn: string;
  readonly to: string;
  /** first day of the fiscal year, MM-DD */
  readonly fiscalYearStart: string;
  readonly accounts: readonly DumpAccount[];
  /** names of sub-ledgers by their keys */
  readonly subs: ReadonlyMap<string, string>;
  readonly kinds: Readonly<Record<AccountKind, string>>;
  readonly series: Readonly<Record<string, string>>;
  /** by day, series and number */
  readonly entries: readonly DumpEntry[];
  /** what stands on the last day, as the ledger itself says */
  readonly balances: readonly DumpBalance[];
}

export interface DumpAccount {
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly side: 'debit' | 'credit';
  readonly subKind: SubKind | null;
}

export interface DumpEntry {
  readonly id: string;
  readonly occurredOn: string;
  readonly series: string;
  readonly number: number;
  readonly memo: string;
  readonly papers: number;
  readonly madeBy: string;
  readonly checkedBy: string;
  readonly lines: readonly DumpLine[];
}

export interface DumpLine {
  readonly code: string;
  readonly sub: string;
  readonly amountFen: bigint;
  /** a negative amount on its own side, in red */
  readonly red: boolean;
  readonly quantity: number | null;
  readonly memo: string;
}

export interface DumpBalance {
  readonly code: string;
  readonly sub: string;
  readonly amountFen: bigint;
}

const types: Readonly<Record<AccountKind, string>> = {
  asset: 'A',
  liability: 'L',
  equity: 'E',
  cost: 'A',
  income: 'R',
  expense: 'X',
};

/**
 * The books as a journal of hledger: accounts and commodity declared, every voucher a transaction with its number as code,
 * and at the end the balances of the ledger as assertions, which hledger compares with its own sums.
 */
export function toHledger(dump: BookDump): string {
  const nameOf = accountNamer(dump);
  const named = [...dump.entries.flatMap(({ lines }) => lines), ...dump.balances];
  const accounts = new Map(named.map(({ code, sub }) => [nameOf(code, sub), typeOf(dump, code)]));
  const head = [
    `; ${plain(dump.title)} ${plain(dump.system)}`,
    'decimal-mark .',
    'commodity 1000.00 CNY',
    ...[...accounts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, type]) => `account ${name}  ; type: ${type}`),
  ];
  const entries = dump.entries.map((entry) => {
    const code = `${dump.series[entry.series] ?? entry.series}-${entry.number}`;
    const lines = entry.lines.map(({ code: account, sub, amountFen, memo }) => {
      const note = memo !== '' && memo !== entry.memo ? `  ; ${plain(memo)}` : '';
      return `    ${nameOf(account, sub)}  ${yuan(amountFen)}${note}`;
    });
    return [`${entry.occurredOn} * (${plain(code)}) ${plain(entry.memo)}`, ...lines].join('\n');
  });
  const asserted = dump.balances.map(
    ({ code, sub, amountFen }) => `    ${nameOf(code, sub)}  ${yuan(0n)} = ${yuan(amountFen)}`,
  );
  const check = asserted.length === 0 ? [] : [[`${dump.to} * (=) ${plain(dump.title)}`, ...asserted].join('\n')];
  return `${[head.join('\n'), ...entries, ...check].join('\n\n')}\n`;
}

function typeOf({ accounts }: BookDump, code: string): string {
  return types[accounts.find((account) => account.code === code)?.kind ?? 'asset'];
}

/** `资产:102 银行存款` with the sub-ledger below it; the key stands behind a name that two of them bear. */
function accountNamer(dump: BookDump): (code: string, sub: string) => string {
  const accounts = new Map(dump.accounts.map((account) => [account.code, account]));
  const bearers = Map.groupBy(dump.subs, ([, name]) => part(name));
  return (code, sub) => {
    const account = accounts.get(code);
    const own = `${account ? dump.kinds[account.kind] : code}:${part(`${code} ${account?.name ?? ''}`)}`;
    if (sub === '') return own;
    const name = part(dump.subs.get(sub) ?? sub);
    return `${own}:${(bearers.get(name)?.length ?? 0) > 1 ? `${name} ${sub.slice(-8)}` : name}`;
  };
}

/** Part of an account name: no colon, which divides, no semicolon, no two spaces, which end it. */
function part(text: string): string {
  return plain(text).replaceAll(':', '\uFF1A') || '-';
}

/** One line without what begins a comment. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll(';', '\uFF1B').replaceAll('|', '\uFF5C');
}

function yuan(fen: bigint): string {
  return `${plainYuan(fen)} CNY`;
}

/** Yuan with two decimals and nothing between the thousands. */
export function plainYuan(fen: bigint): string {
  return formatYuan(fen).replaceAll(',', '');
}
