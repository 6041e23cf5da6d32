import { isLocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type Chart, type SubKind, statutoryAccount } from './chart-rules.ts';

/** Series in which numbers run: usual vouchers, opening balances, entries that carry the result at year end. */
export const voucherSeries = ['usual', 'opening', 'closing'] as const;

export type VoucherSeries = (typeof voucherSeries)[number];

export const voucherStates = ['draft', 'posted'] as const;

export type VoucherState = (typeof voucherStates)[number];

/** One line as it is written on paper: summary, account, and the amount on one of two sides; red amounts are negative. */
export interface VoucherLine {
  readonly memo: string;
  readonly code: string;
  readonly sub: string;
  readonly debitFen: bigint;
  readonly creditFen: bigint;
  readonly quantity: number | null;
}

/** An account that a voucher may name. */
export interface PostableAccount {
  readonly code: string;
  readonly subKind: SubKind | null;
  /** has accounts below it, on one of which the amount belongs */
  readonly hasBelow: boolean;
  /** first day on which it is no longer used */
  readonly closedOn: string | null;
}

export interface VoucherDraft {
  readonly occurredOn: string;
  readonly lines: readonly VoucherLine[];
}

export interface VoucherSetting {
  readonly today: string;
  /** nothing is posted on this day or before */
  readonly closedThrough: string;
  readonly accounts: ReadonlyMap<string, PostableAccount>;
  /** what a sub-ledger holds: keys that exist, by account */
  readonly knowsSub: (code: string, sub: string) => boolean;
}

export type VoucherRefusal = Refusal<
  | 'voucher_date'
  | 'voucher_in_future'
  | 'voucher_closed'
  | 'voucher_lines'
  | 'voucher_line_memo'
  | 'voucher_line_account'
  | 'voucher_line_above'
  | 'voucher_line_account_closed'
  | 'voucher_line_sub'
  | 'voucher_line_sub_unknown'
  | 'voucher_line_sub_unwanted'
  | 'voucher_line_amount'
  | 'voucher_unbalanced'
>;

/** Longest voucher entered by hand. */
export const mostLines = 200;

/**
 * Checks a voucher written by hand before it is kept (会计基础工作规范: summary, account, amount on each line, debits equal
 * to credits). The refusal names the line as `lines.<index>.<member>`.
 */
export function proposeVoucher(draft: VoucherDraft, setting: VoucherSetting): Result<true, VoucherRefusal> {
  if (!isLocalDate(draft.occurredOn)) return refuse({ code: 'voucher_date', field: 'occurredOn' });
  if (draft.occurredOn > setting.today) return refuse({ code: 'voucher_in_future', field: 'occurredOn' });
  if (draft.occurredOn <= setting.closedThrough) {
    return refuse({ code: 'voucher_closed', field: 'occurredOn', values: { through: setting.closedThrough } });
  }
  if (draft.lines.length < 2 || draft.lines.length > mostLines) {
    return refuse({ code: 'voucher_lines', field: 'lines', values: { most: mostLines } });
  }
  for (const [at, line] of draft.lines.entries()) {
    const wrong = faultOf(line, draft.occurredOn, setting);
    if (wrong)
      return refuse({ ...wrong, field: `lines.${at}.${wrong.field}`, values: { line: at + 1, ...wrong.values } });
  }
  const { debitFen, creditFen } = totalsOf(draft.lines);
  if (debitFen === creditFen) return ok(true);
  const difference = debitFen > creditFen ? debitFen - creditFen : creditFen - debitFen;
  return refuse({ code: 'voucher_unbalanced', field: 'lines', values: { difference: String(difference) } });
}

function faultOf(line: VoucherLine, day: string, setting: VoucherSetting): VoucherRefusal | undefined {
  if (line.memo.trim() === '') return { code: 'voucher_line_memo', field: 'memo' };
  const account = setting.accounts.get(line.code);
  const values = { account: line.code };
  if (!account) return { code: 'voucher_line_account', field: 'code', values };
  if (account.hasBelow) return { code: 'voucher_line_above', field: 'code', values };
  if (account.closedOn && account.closedOn <= day)
    return { code: 'voucher_line_account_closed', field: 'code', values };
  if (account.subKind === null && line.sub !== '') return { code: 'voucher_line_sub_unwanted', field: 'sub', values };
  if (account.subKind !== null && line.sub === '') return { code: 'voucher_line_sub', field: 'sub', values };
  if (line.sub !== '' && !setting.knowsSub(line.code, line.sub))
    return { code: 'voucher_line_sub_unknown', field: 'sub', values };
  const sides = Number(line.debitFen !== 0n) + Number(line.creditFen !== 0n);
  if (sides !== 1) return { code: 'voucher_line_amount', field: 'debitFen' };
  return undefined;
}

export function totalsOf(lines: readonly VoucherLine[]): { readonly debitFen: bigint; readonly creditFen: bigint } {
  let debitFen = 0n;
  let creditFen = 0n;
  for (const line of lines) {
    debitFen += line.debitFen;
    creditFen += line.creditFen;
  }
  return { debitFen, creditFen };
}

/** A line as the ledger takes it: debit positive, a negative amount on its own side as a red line. */
export function toEntryLine(line: VoucherLine): {
  readonly code: string;
  readonly amount: bigint;
  readonly red?: true;
  readonly sub?: string;
  readonly quantity?: number;
  readonly memo: string;
} {
  const written = line.debitFen !== 0n ? line.debitFen : line.creditFen;
  return {
    code: line.code,
    amount: line.debitFen !== 0n ? line.debitFen : -line.creditFen,
    memo: line.memo,
    ...(written < 0n ? { red: true as const } : {}),
    ...(line.sub === '' ? {} : { sub: line.sub }),
    ...(line.quantity === null ? {} : { quantity: line.quantity }),
  };
}

export type OwnAccountRefusal = Refusal<
  'account_code' | 'account_parent' | 'account_known' | 'account_name' | 'account_too_deep'
>;

export interface OwnAccountDraft {
  readonly code: string;
  readonly name: string;
}

/** Deepest code: the statutory three digits and three levels of two. */
const longestCode = 9;

/**
 * An account that an organisation adds: two digits after the code above it, which must be there (own accounts may be
 * added where not contrary to the standard). It inherits kind, side and sub-ledger.
 */
export function proposeAccount(
  draft: OwnAccountDraft,
  chart: Chart,
  known: ReadonlySet<string>,
): Result<{ readonly parentCode: string; readonly subKind: SubKind | null }, OwnAccountRefusal> {
  if (draft.name.trim() === '') return refuse({ code: 'account_name', field: 'name' });
  if (!/^\d{5}(\d\d){0,2}$/.test(draft.code)) {
    return refuse({ code: draft.code.length > longestCode ? 'account_too_deep' : 'account_code', field: 'code' });
  }
  if (known.has(draft.code)) return refuse({ code: 'account_known', field: 'code' });
  const parentCode = draft.code.slice(0, -2);
  const above = statutoryAccount(chart, parentCode);
  if (!known.has(parentCode) || !above)
    return refuse({ code: 'account_parent', field: 'code', values: { parentCode } });
  return ok({ parentCode, subKind: above.subKind });
}
