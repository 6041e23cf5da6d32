import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type Chart, resultAccounts, statutoryAccount } from './chart-rules.ts';
import { type ClosingEntry, closingEntries } from './closing-rules.ts';
import type { Flow } from './flow-rules.ts';
import { statementSpecs } from './statement-list-rules.ts';
import { type Amounts, type CrossCheck, computeRows, crossCheck, type Figures } from './statement-rules.ts';

/** One line of the trial balance at the end of a year, before its result is carried. */
export interface AccountState {
  readonly code: string;
  /** key of the sub-ledger, empty where the account has none */
  readonly sub: string;
  /** at the year’s beginning, debit positive */
  readonly openingFen: bigint;
  readonly debitFen: bigint;
  readonly creditFen: bigint;
}

export interface ClosedBooks {
  /** surplus of the year after tax, negative for a loss */
  readonly resultFen: bigint;
  readonly entries: readonly ClosingEntry[];
  readonly surplus: Amounts;
  readonly sheet: Amounts;
  readonly checks: readonly CrossCheck[];
}

export type YearCloseRefusal = Refusal<'books_unbalanced' | 'books_account_unknown' | 'books_pending_loss'>;

/**
 * Closes a year from its trial balance: the entries that carry the result, and the two statements as they stand
 * afterwards. Appropriations of the year are read from details of the account of appropriations that are numbered like
 * the row which shows them (3320117: row 17). Refuses books that do not balance and losses that still wait (181).
 */
export function closeYear(chart: Chart, states: readonly AccountState[]): Result<ClosedBooks, YearCloseRefusal> {
  const unknown = states.findIndex(({ code }) => !statutoryAccount(chart, code));
  if (unknown >= 0) return refuse(refusal('books_account_unknown', `balances.${unknown}.account`));
  const difference = states.reduce((sum, state) => sum + closingOf(state), 0n);
  const opening = states.reduce((sum, { openingFen }) => sum + openingFen, 0n);
  if (difference !== 0n || opening !== 0n) return refuse(refusal('books_unbalanced', 'balances'));
  const pending = states.findIndex((state) => state.code.startsWith('181') && closingOf(state) !== 0n);
  if (pending >= 0) return refuse(refusal('books_pending_loss', `balances.${pending}.account`));
  const standing = states.map((state) => ({ code: state.code, sub: state.sub, amount: closingOf(state) }));
  const entries = closingEntries(chart, standing);
  const carried = entries.flatMap(({ lines }) => lines);
  const figures: Figures = {
    chart,
    closing: [...standing, ...carried],
    opening: states.map(({ code, sub, openingFen }) => ({ code, sub, amount: openingFen })),
    results: states.map(({ code, debitFen, creditFen }) => ({ code, amount: debitFen - creditFen })),
    flows: [...states.flatMap((state) => flowsOfDetail(chart, state))],
  };
  const specs = statementSpecs(chart);
  const rows = {
    sheet: computeRows(specs.sheet, figures, 'closing'),
    surplus: computeRows(specs.surplus, figures, 'closing'),
  };
  const resultFen = rows.surplus.get(specs.surplus.resultRow) ?? 0n;
  return ok({ resultFen, entries, ...rows, checks: crossCheck(specs, rows) });
}

function closingOf({ openingFen, debitFen, creditFen }: AccountState): bigint {
  return openingFen + debitFen - creditFen;
}

/** What an appropriation’s detail says of the row that shows it: the row’s own flow, as if it had been one entry. */
function flowsOfDetail(chart: Chart, { code, debitFen, creditFen }: AccountState): readonly Flow[] {
  const { appropriations } = resultAccounts(chart);
  if (!code.startsWith(appropriations) || code.length < appropriations.length + 2) return [];
  const row = Number(code.slice(appropriations.length, appropriations.length + 2));
  const term = statementSpecs(chart).surplus.rows.find((one) => one.row === row)?.terms?.[0];
  if (term?.take !== 'flow') return [];
  const drawn = term.from?.some((from) => appropriations.startsWith(from));
  const [from = appropriations, to = 'other'] = [term.from?.[0], term.to?.[0]];
  const amount = drawn ? debitFen - creditFen : creditFen - debitFen;
  return amount === 0n ? [] : [{ from, to, amount }];
}
