import {
  addMonths,
  firstDay,
  type LocalDate,
  lastDay,
  localDate,
  localMonth,
  type Month,
  shiftMonth,
} from '../../platform/pure/period.ts';
import { type Chart, isResult, resultAccounts } from './chart-rules.ts';

/** A fiscal year: named by the calendar year in which it begins; the standards know the calendar year only (art. 6 of 37号). */
export interface FiscalYear {
  readonly year: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** `start` is the first day as `MM-01`. */
export function fiscalYearOf(day: string, start: string): FiscalYear {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < start ? 1 : 0);
  return fiscalYear(year, start);
}

export function fiscalYear(year: number, start: string): FiscalYear {
  const startsOn = localDate(`${year}-${start}`);
  const endsOn = lastDay(shiftMonth(localMonth(addMonths(startsOn, 12).slice(0, 7)), -1));
  return { year, startsOn, endsOn };
}

/** What stands on an account, debit positive. */
export interface Balance {
  readonly code: string;
  readonly sub: string;
  readonly amount: bigint;
}

export interface ClosingLine {
  readonly code: string;
  readonly sub: string;
  /** debit positive */
  readonly amount: bigint;
}

export interface ClosingEntry {
  /** words `closing.<code>` */
  readonly code: 'income_to_result' | 'expenses_to_result' | 'result_to_undistributed' | 'appropriations_closed';
  readonly lines: readonly ClosingLine[];
}

/**
 * The entries of the year’s end (37号 account texts 331, 332; likewise the collective’s): income to the result of the
 * year, expense to the result of the year, the result to what is undistributed, and appropriations back to zero. Entries
 * without an amount are left out; on accounts with sub-ledgers each sub is carried by itself.
 */
export function closingEntries(chart: Chart, balances: readonly Balance[]): readonly ClosingEntry[] {
  const { yearResult, undistributed, appropriations } = resultAccounts(chart);
  const standing = balances.filter(({ code, amount }) => amount !== 0n && isResult(chart, code));
  // a loss on an income account stands on the debit side: the side decides, not the kind
  const income = carry(
    standing.filter(({ amount }) => amount < 0n),
    yearResult,
  );
  const expense = carry(
    standing.filter(({ amount }) => amount > 0n),
    yearResult,
  );
  const brought = balances
    .filter(({ code }) => code.startsWith(yearResult))
    .reduce((sum, { amount }) => sum + amount, 0n);
  const result = brought + standing.reduce((sum, { amount }) => sum + amount, 0n);
  const drawn = balances.filter(({ code }) => code.startsWith(appropriations));
  const steps: readonly ClosingEntry[] = [
    { code: 'income_to_result', lines: income },
    { code: 'expenses_to_result', lines: expense },
    { code: 'result_to_undistributed', lines: result === 0n ? [] : pair(yearResult, undistributed, result) },
    {
      code: 'appropriations_closed',
      lines: carry(
        drawn.filter(({ amount }) => amount !== 0n),
        undistributed,
      ),
    },
  ];
  return steps.filter(({ lines }) => lines.length > 0);
}

/** Takes balances away from their accounts and puts their sum on another. */
function carry(balances: readonly Balance[], to: string): readonly ClosingLine[] {
  const total = balances.reduce((sum, { amount }) => sum + amount, 0n);
  const away = balances.map(({ code, sub, amount }) => ({ code, sub, amount: -amount }));
  return total === 0n ? [] : [...away, { code: to, sub: '', amount: total }];
}

/** Moves a balance (debit positive) from one account to another. */
function pair(from: string, to: string, amount: bigint): readonly ClosingLine[] {
  return [
    { code: from, sub: '', amount: -amount },
    { code: to, sub: '', amount },
  ];
}

export const checkCodes = [
  'previous_closed',
  'no_drafts',
  'balanced',
  'depreciation',
  'pending_losses',
  'result_carried',
] as const;

export type CheckCode = (typeof checkCodes)[number];

/** One line of the list before closing: `open` must be settled first, `warn` only looked at. */
export interface ClosingCheck {
  readonly code: CheckCode;
  readonly state: 'ok' | 'open' | 'warn' | 'none';
  readonly count: number;
  readonly amountFen: bigint;
}

export interface MonthFacts {
  readonly chart: Chart;
  readonly month: Month;
  readonly isYearEnd: boolean;
  /** first month of the book, or the month before is closed */
  readonly previousClosed: boolean;
  readonly drafts: number;
  /** Σ of all balances: zero unless the ledger is damaged */
  readonly differenceFen: bigint;
  /** cost of assets that wear out, at the month’s beginning */
  readonly depreciableFen: bigint;
  /** depreciation posted in the month */
  readonly depreciatedFen: bigint;
  /** depreciation that the cards of assets ask for and no voucher has */
  readonly dueFen: bigint;
  /** assets whose units of the month are not entered */
  readonly lackingUnits: number;
  /** losses and surpluses still to be cleared (181) */
  readonly pendingFen: bigint;
  /** Σ of the absolute balances on accounts of profit and loss and of the year’s result */
  readonly uncarriedFen: bigint;
}

/** The list that a month is closed by; at year end nothing may be pending and the result must be carried. */
export function closingChecks(facts: MonthFacts): readonly ClosingCheck[] {
  const pending = facts.pendingFen !== 0n;
  return [
    check('previous_closed', facts.previousClosed ? 'ok' : 'open'),
    check('no_drafts', facts.drafts === 0 ? 'ok' : 'open', { count: facts.drafts }),
    check('balanced', facts.differenceFen === 0n ? 'ok' : 'open', { amountFen: facts.differenceFen }),
    depreciationCheck(facts),
    check('pending_losses', !pending ? 'ok' : facts.isYearEnd ? 'open' : 'warn', { amountFen: facts.pendingFen }),
    ...(facts.isYearEnd
      ? [check('result_carried', facts.uncarriedFen === 0n ? 'ok' : 'open', { amountFen: facts.uncarriedFen })]
      : []),
  ];
}

function check(
  code: CheckCode,
  state: ClosingCheck['state'],
  found: { count?: number; amountFen?: bigint } = {},
): ClosingCheck {
  return { code, state, count: found.count ?? 0, amountFen: found.amountFen ?? 0n };
}

/** What the cards ask for has to be booked; assets without a card are only pointed at. */
function depreciationCheck({ depreciableFen, depreciatedFen, dueFen, lackingUnits }: MonthFacts): ClosingCheck {
  if (dueFen > 0n || lackingUnits > 0) return check('depreciation', 'open', { count: lackingUnits, amountFen: dueFen });
  const state = depreciatedFen > 0n ? 'ok' : depreciableFen > 0n ? 'warn' : 'none';
  return check('depreciation', state, { amountFen: depreciatedFen });
}

export function mayClose(checks: readonly ClosingCheck[]): boolean {
  return checks.every(({ state }) => state !== 'open');
}

export function monthDays(month: Month): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: firstDay(month), to: lastDay(month) };
}
