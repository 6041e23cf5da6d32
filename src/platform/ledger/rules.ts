import { firstDay, type LocalDate, lastDay, type Month, monthOf, shiftMonth } from '../pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';

/** Key of a ledger_book. */
export interface BookRef {
  readonly county: number;
  readonly id: string;
}

/** One line of an entry: debit positive, credit negative, in the unit of the book (fen or shares). */
export interface EntryLine {
  readonly code: string;
  /** key of the sub-ledger; absent where the account demands none */
  readonly sub?: string;
  readonly amount: bigint;
  /** stands in red on the other side: a debit of −100 instead of a credit of 100, so that turnover is not inflated */
  readonly red?: boolean;
  /** in the unit of what was moved, at most four decimals */
  readonly quantity?: number;
  readonly memo?: string;
}

export interface EntryDraft {
  /** UUIDv7 of the maker: a repeated send is the same entry */
  readonly id: string;
  readonly occurredOn: string;
  /** numbers run without gaps for each book, series and month */
  readonly series: string;
  readonly memo: string;
  /** table and id of the record that the entry follows from */
  readonly sourceType: string;
  readonly sourceId: string;
  readonly reversesId?: string;
  readonly lines: readonly EntryLine[];
}

export type LedgerRefusal = Refusal<
  | 'not_found'
  | 'ledger_unbalanced'
  | 'ledger_empty'
  | 'ledger_account_unknown'
  | 'ledger_sub_required'
  | 'ledger_sub_unknown'
  | 'ledger_period_closed'
  | 'ledger_below_least'
  | 'ledger_above_most'
  | 'ledger_reversed_before'
  | 'ledger_entry_known'
>;

/** Two lines at least, none of them zero, debits equal to credits: what the database demands too, said before it is asked. */
export function checkEntry(lines: readonly Pick<EntryLine, 'amount'>[]): Result<true, LedgerRefusal> {
  if (lines.length < 2 || lines.some((line) => line.amount === 0n)) return refuse({ code: 'ledger_empty' });
  let total = 0n;
  for (const line of lines) total += line.amount;
  if (total === 0n) return ok(true);
  return refuse({ code: 'ledger_unbalanced', values: { difference: String(total) } });
}

/** Lines of one statement: more of them no longer fit the memory that the database gives to one step. */
const linesAtOnce = 20_000;

/**
 * Cuts a load into parts that are posted one after the other. Its days stay in order and whole, so that what keeps the
 * bounds of its accounts as a whole keeps them after each part too.
 */
export function chunksOf(entries: readonly EntryDraft[]): readonly (readonly EntryDraft[])[] {
  if (entries.reduce((sum, { lines }) => sum + lines.length, 0) <= linesAtOnce) return [entries];
  const chunks: EntryDraft[][] = [];
  let chunk: EntryDraft[] = [];
  let lines = 0;
  for (const entry of entries.toSorted((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0,
  )) {
    if (lines >= linesAtOnce && chunk.at(-1)?.occurredOn !== entry.occurredOn) {
      chunks.push(chunk);
      chunk = [];
      lines = 0;
    }
    chunk.push(entry);
    lines += entry.lines.length;
  }
  return [...chunks, chunk];
}

/** The lines that take an entry back: the same sides in red (红字冲销). */
export function reverseLines(lines: readonly EntryLine[]): readonly EntryLine[] {
  return lines.map((line) => ({
    ...line,
    amount: -line.amount,
    red: !line.red,
    ...(line.quantity === undefined ? {} : { quantity: -line.quantity }),
  }));
}

/** On which side a line stands, and with what sign it is written there. */
export function sideOf(line: Pick<EntryLine, 'amount' | 'red'>): { side: 'debit' | 'credit'; amount: bigint } {
  const isDebit = line.amount > 0n !== (line.red ?? false);
  return isDebit ? { side: 'debit', amount: line.amount } : { side: 'credit', amount: -line.amount };
}

/** A span of days cut so that whole months come from monthly totals and only the rest from lines. */
export interface Span {
  /** the month of the first day: what lies before it is opening */
  readonly firstMonth: Month;
  /** lines of the first month before the span; they are opening too */
  readonly before: DayRange | undefined;
  readonly months: { readonly from: Month; readonly to: Month } | undefined;
  readonly days: readonly DayRange[];
}

export interface DayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Cuts the days from–to (both included) into {@link Span}. */
export function cutSpan({ from, to }: DayRange): Span {
  const firstMonth = monthOf(from);
  const lastMonth = monthOf(to);
  const startsWhole = from === firstDay(firstMonth);
  const endsWhole = to === lastDay(lastMonth);
  const wholeFrom = startsWhole ? firstMonth : shiftMonth(firstMonth, 1);
  const wholeTo = endsWhole ? lastMonth : shiftMonth(lastMonth, -1);
  const days: DayRange[] = [];
  if (!startsWhole) days.push({ from, to: to < lastDay(firstMonth) ? to : lastDay(firstMonth) });
  if (!endsWhole && (startsWhole || lastMonth > firstMonth)) days.push({ from: firstDay(lastMonth), to });
  return {
    firstMonth,
    before: startsWhole ? undefined : { from: firstDay(firstMonth), to: dayBefore(from) },
    months: wholeFrom <= wholeTo ? { from: wholeFrom, to: wholeTo } : undefined,
    days,
  };
}

function dayBefore(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}${String(Number(day.slice(8)) - 1).padStart(2, '0')}` as LocalDate;
}
