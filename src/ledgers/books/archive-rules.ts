import { addDays, addMonths, type LocalDate } from '../../platform/pure/period.ts';

/**
 * What is kept of a year's accounting (会计档案管理办法, Ministry of Finance and State Archives Administration, order 79, in
 * force 2016-01-01, art. 6 and its schedule), as far as it arises here.
 */
export const archiveKinds = [
  'vouchers',
  'ledgers',
  'journals',
  'auxiliary',
  'month_reports',
  'bank_statements',
  'reconciliations',
  'year_reports',
  'asset_cards',
] as const;

export type ArchiveKind = (typeof archiveKinds)[number];

/** Years of keeping from the first day after the fiscal year (art. 14); null: for ever. Asset cards count from scrapping. */
const years: Readonly<Record<ArchiveKind, number | null>> = {
  vouchers: 30,
  ledgers: 30,
  journals: 30,
  auxiliary: 30,
  month_reports: 10,
  bank_statements: 10,
  reconciliations: 10,
  year_reports: null,
  asset_cards: 5,
};

/** The accounting unit keeps them for three years at most, then an archive does (art. 11). */
const custodyYears = 3;

/** For ever; within the years; over, but a claim or debt is not settled (art. 19); over, to be appraised and not before. */
export const archiveStates = ['forever', 'kept', 'unsettled', 'over'] as const;
export type ArchiveState = (typeof archiveStates)[number];

export interface ArchiveItem {
  readonly kind: ArchiveKind;
  readonly count: number;
  readonly keepYears: number | null;
  /** last day of keeping; null: for ever */
  readonly keptThrough: LocalDate | null;
  readonly state: ArchiveState;
}

export interface ArchiveYear {
  readonly endsOn: LocalDate;
  readonly today: LocalDate;
  readonly counts: Readonly<Record<ArchiveKind, number>>;
  /** receivables or payables stand open */
  readonly hasOpenClaims: boolean;
}

/** The list of a closed year: what there is of each kind, and until when it is kept. */
export function archiveList({ endsOn, today, counts, hasOpenClaims }: ArchiveYear): readonly ArchiveItem[] {
  return archiveKinds.map((kind): ArchiveItem => {
    const keepYears = years[kind];
    const keptThrough = keepYears === null ? null : lastDayOf(endsOn, keepYears);
    const isOver = keptThrough !== null && keptThrough < today;
    const over = hasOpenClaims && kind === 'vouchers' ? 'unsettled' : 'over';
    return {
      kind,
      count: counts[kind],
      keepYears,
      keptThrough,
      state: isOver ? over : keptThrough ? 'kept' : 'forever',
    };
  });
}

/** The last day on which the accounting unit itself keeps a year. */
export function custodyThrough(endsOn: LocalDate): LocalDate {
  return lastDayOf(endsOn, custodyYears);
}

function lastDayOf(endsOn: LocalDate, count: number): LocalDate {
  return addDays(addMonths(addDays(endsOn, 1), 12 * count), -1);
}
