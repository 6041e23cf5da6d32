import { allocateInOrder } from '../../platform/pure/allocate.ts';
import { addDays, addMonths, localDate } from '../../platform/pure/period.ts';
import { applyBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** What somebody outside promised: a floor on the principal for each year, and a share of profit (row 42). */
export interface ReturnTerms {
  readonly principalFen: bigint;
  /** of the principal, for each full year */
  readonly floorBp: number;
  readonly profitShareBp: number;
  readonly startsOn: string;
  /** last day of the term */
  readonly endsOn: string;
  /** months between two payments */
  readonly months: number;
}

export interface ScheduleLine {
  readonly ordinal: number;
  /** last day of its period */
  readonly dueOn: string;
  readonly floorFen: bigint;
}

export type ReturnRefusal = Refusal<'return_term' | 'return_too_long'>;

const mostLines = 400;

/**
 * The schedule lines of a contract: one for each whole period, due on its last day. The floor of a year, rounded down to
 * the fen, is spread over the year’s periods in equal parts that add up to it; the earlier ones get the fen left over.
 */
export function scheduleOf(terms: ReturnTerms): Result<readonly ScheduleLine[], ReturnRefusal> {
  const { months, startsOn, endsOn } = terms;
  const perYear = 12 / months;
  const parts = allocateInOrder(
    applyBp(terms.principalFen, terms.floorBp),
    Array.from({ length: perYear }, () => 1n),
  );
  if (!parts.ok) return refuse(refusal('return_term', 'months'));
  const lines: ScheduleLine[] = [];
  for (let ordinal = 1; ; ordinal += 1) {
    const dueOn = addDays(addMonths(localDate(startsOn), ordinal * months), -1);
    if (dueOn > endsOn) break;
    if (ordinal > mostLines) return refuse(refusal('return_too_long', 'endsOn'));
    lines.push({ ordinal, dueOn, floorFen: parts.value[(ordinal - 1) % perYear] ?? 0n });
  }
  return lines.length > 0 ? ok(lines) : refuse(refusal('return_term', 'endsOn'));
}

/** What is promised for a period once its profit is known: the floor, or the share of the profit where that is more. */
export function promisedFen(floorFen: bigint, profitFen: bigint | null, profitShareBp: number): bigint {
  if (profitFen === null || profitFen <= 0n) return floorFen;
  const share = applyBp(profitFen, profitShareBp);
  return share > floorFen ? share : floorFen;
}

export type ReturnLight = 'met' | 'near' | 'late' | 'none';

/** Met when all is paid, late past its day, near in the month before. */
export function returnLight(line: { dueOn: string; promisedFen: bigint; paidFen: bigint }, today: string): ReturnLight {
  if (line.paidFen >= line.promisedFen) return 'met';
  if (today > line.dueOn) return 'late';
  return today > addDays(localDate(line.dueOn), -30) ? 'near' : 'none';
}
