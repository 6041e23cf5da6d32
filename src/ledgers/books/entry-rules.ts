import { formatYuan, parseYuan } from '../../platform/pure/money.ts';

/** One line while it is being typed; amounts are texts as typed. */
export interface TypedLine {
  readonly memo: string;
  readonly code: string;
  readonly sub: string;
  readonly subName: string;
  readonly debit: string;
  readonly credit: string;
}

export type Side = 'debit' | 'credit';

export const emptyLine: TypedLine = { memo: '', code: '', sub: '', subName: '', debit: '', credit: '' };

/** The amount behind what was typed; zero where there is none or it cannot be read. */
export function fenOf(text: string): bigint {
  const parsed = text.trim() === '' ? undefined : parseYuan(text, { allowNegative: true });
  return parsed?.ok ? parsed.value : 0n;
}

/** Whether a text stands for an amount: empty counts as none typed. */
export function isAmount(text: string): boolean {
  return text.trim() === '' || parseYuan(text, { allowNegative: true }).ok;
}

export function totals(lines: readonly TypedLine[]): { readonly debit: bigint; readonly credit: bigint } {
  let [debit, credit] = [0n, 0n];
  for (const line of lines) {
    debit += fenOf(line.debit);
    credit += fenOf(line.credit);
  }
  return { debit, credit };
}

/** `=`: the amount that makes the voucher balance, on the side it belongs to. */
export function balanceLine(lines: readonly TypedLine[], at: number): readonly TypedLine[] {
  const others = totals(lines.filter((_, index) => index !== at));
  const difference = others.credit - others.debit;
  const side: Side = difference >= 0n ? 'debit' : 'credit';
  const amount = difference >= 0n ? difference : -difference;
  return change(lines, at, { debit: '', credit: '', [side]: amount === 0n ? '' : formatYuan(amount) });
}

/** Space: what stands on one side goes to the other. */
export function flipLine(lines: readonly TypedLine[], at: number): readonly TypedLine[] {
  const line = lines[at];
  return line ? change(lines, at, { debit: line.credit, credit: line.debit }) : lines;
}

/** `//` repeats the summary of the first line, `..` that of the line above; any other text stays as it is. */
export function expandMemo(lines: readonly TypedLine[], at: number): readonly TypedLine[] {
  const line = lines[at];
  const source = line?.memo === '//' ? lines[0] : line?.memo === '..' ? lines[at - 1] : undefined;
  return source && source !== line ? change(lines, at, { memo: source.memo }) : lines;
}

/** Enter on the last field: the next line begins with the summary of this one, unless it has its own. */
export function nextLine(lines: readonly TypedLine[], at: number): readonly TypedLine[] {
  const memo = lines[at]?.memo ?? '';
  const next = lines[at + 1];
  if (!next) return [...lines, { ...emptyLine, memo }];
  return next.memo === '' ? change(lines, at + 1, { memo }) : lines;
}

/** An amount typed on one side takes the place of one on the other. */
export function typeAmount(
  lines: readonly TypedLine[],
  at: number,
  typed: { readonly side: Side; readonly text: string },
): readonly TypedLine[] {
  const other: Side = typed.side === 'debit' ? 'credit' : 'debit';
  const cleared = typed.text.trim() === '' ? {} : { [other]: '' };
  return change(lines, at, { [typed.side]: typed.text, ...cleared });
}

export function change(lines: readonly TypedLine[], at: number, values: Partial<TypedLine>): readonly TypedLine[] {
  return lines.map((line, index) => (index === at ? { ...line, ...values } : line));
}

/** Lines in which something stands besides a summary that was only repeated. */
export function filledLines(lines: readonly TypedLine[]): readonly TypedLine[] {
  return lines.filter((line) => line.code !== '' || line.debit.trim() !== '' || line.credit.trim() !== '');
}

export interface Findable {
  readonly code: string;
  readonly name: string;
  readonly initials: string;
}

/** Accounts that fit what was typed: by code, by name, by first letters; an exact code comes first. */
export function findAccounts<A extends Findable>(accounts: readonly A[], typed: string): readonly A[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return accounts;
  const rank = ({ code, name, initials }: A): number => {
    if (code === text) return 0;
    if (code.startsWith(text)) return 1;
    if (initials.startsWith(text)) return 2;
    if (name.toLowerCase().startsWith(text)) return 3;
    return name.toLowerCase().includes(text) || initials.includes(text) ? 4 : 5;
  };
  return accounts
    .map((account) => ({ account, rank: rank(account) }))
    .filter((found) => found.rank < 5)
    .sort((a, b) => a.rank - b.rank || (a.account.code < b.account.code ? -1 : 1))
    .map(({ account }) => account);
}
