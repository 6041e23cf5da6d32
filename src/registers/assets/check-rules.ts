import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const checkFindings = ['as_listed', 'changed', 'damaged', 'missing', 'left'] as const;
export type CheckFinding = (typeof checkFindings)[number];

/** An asset as a yearly check needs it; amounts in fen, areas in mu. */
export interface CheckedAsset {
  readonly bookValueFen: bigint;
  readonly verifiedValueFen: bigint | null;
  readonly bookAreaMu: number;
  readonly areaMu: number;
  readonly acquiredOn: string | null;
  readonly leftOn: string | null;
}

export interface Closing {
  readonly closingFen: bigint;
  readonly closingMu: number;
}

/** What came to an asset and went from it in a year. */
export interface Movement {
  readonly increaseFen: bigint;
  readonly decreaseFen: bigint;
  readonly increaseMu: number;
  readonly decreaseMu: number;
}

/** One line of a yearly check: opening + increase − decrease = closing, for value and area. */
export interface CheckLine extends Movement, Closing {
  readonly openingFen: bigint;
  readonly openingMu: number;
  readonly finding: CheckFinding;
}

export interface CheckQuestion {
  readonly asset: CheckedAsset;
  readonly year: number;
  /** of the last check before this year */
  readonly previous: Closing | undefined;
  /** as found; absent: read from the difference */
  readonly finding?: CheckFinding | undefined;
  readonly movement?: Movement | undefined;
  readonly cause: string | null;
}

export type CheckRefusal = Refusal<
  'check_not_there' | 'check_not_closing' | 'check_area_not_closing' | 'check_finding' | 'check_cause_missing'
>;

/**
 * The line of an asset for a year. The first check opens with what the books had and closes with what was found; a later
 * one opens with the closing before it. Increase and decrease are the difference, or as given if they lead to the same end.
 */
export function proposeCheck(question: CheckQuestion): Result<CheckLine, CheckRefusal> {
  const { asset, year, previous, movement, cause } = question;
  if (!isThereIn(asset, year)) return refuse(refusal('check_not_there', 'year'));
  const { openingFen, openingMu } = previous
    ? { openingFen: previous.closingFen, openingMu: previous.closingMu }
    : bookedAtStart(asset, year);
  const gone = hasLeft(asset, year);
  const closingFen = gone ? 0n : (asset.verifiedValueFen ?? asset.bookValueFen);
  const closingMu = gone ? 0 : asset.areaMu;
  const moved = movement ?? difference({ openingFen, openingMu, closingFen, closingMu });
  if (openingFen + moved.increaseFen - moved.decreaseFen !== closingFen) {
    return refuse(refusal('check_not_closing', 'increaseFen'));
  }
  if (hundredths(openingMu) + hundredths(moved.increaseMu) - hundredths(moved.decreaseMu) !== hundredths(closingMu)) {
    return refuse(refusal('check_area_not_closing', 'increaseMu', { closing: closingMu }));
  }
  const finding = question.finding ?? (gone ? 'left' : isStill(moved) ? 'as_listed' : 'changed');
  if ((finding === 'left') !== gone || (finding === 'as_listed' && !isStill(moved))) {
    return refuse(refusal('check_finding', 'finding'));
  }
  if (finding !== 'as_listed' && finding !== 'left' && cause === null) {
    return refuse(refusal('check_cause_missing', 'cause'));
  }
  return ok({ openingFen, openingMu, closingFen, closingMu, ...moved, finding });
}

/** Whether an asset belongs to the check of a year: it was there on some day of it. */
export function isThereIn({ acquiredOn, leftOn }: CheckedAsset, year: number): boolean {
  return (acquiredOn === null || acquiredOn <= `${year}-12-31`) && (leftOn === null || leftOn >= `${year}-01-01`);
}

function hasLeft({ leftOn }: CheckedAsset, year: number): boolean {
  return leftOn !== null && leftOn <= `${year}-12-31`;
}

/** What was acquired within the year was not there at its beginning. */
function bookedAtStart({ acquiredOn, bookValueFen, bookAreaMu }: CheckedAsset, year: number) {
  const isNew = acquiredOn !== null && acquiredOn >= `${year}-01-01`;
  return isNew ? { openingFen: 0n, openingMu: 0 } : { openingFen: bookValueFen, openingMu: bookAreaMu };
}

function difference(ends: Closing & { openingFen: bigint; openingMu: number }): Movement {
  const fen = ends.closingFen - ends.openingFen;
  const mu = (hundredths(ends.closingMu) - hundredths(ends.openingMu)) / 100;
  return {
    increaseFen: fen > 0n ? fen : 0n,
    decreaseFen: fen < 0n ? -fen : 0n,
    increaseMu: Math.max(mu, 0),
    decreaseMu: Math.max(-mu, 0),
  };
}

function isStill({ increaseFen, decreaseFen, increaseMu, decreaseMu }: Movement): boolean {
  return increaseFen === 0n && decreaseFen === 0n && increaseMu === 0 && decreaseMu === 0;
}

function hundredths(mu: number): number {
  return Math.round(mu * 100);
}

export const surveyStates = ['open', 'reported', 'returned', 'accepted'] as const;
export type SurveyState = (typeof surveyStates)[number];

export type SurveyRefusal = Refusal<
  | 'survey_year_open'
  | 'survey_accepted'
  | 'survey_lines_missing'
  | 'survey_empty'
  | 'survey_not_reported'
  | 'survey_changed'
>;

export interface ReportQuestion {
  readonly year: number;
  readonly today: LocalDate;
  readonly state: SurveyState;
  /** assets of the year, and how many of them have their line */
  readonly assets: number;
  readonly checked: number;
}

/** Whether a village may report its survey of a year: the year is over and every asset has its line. */
export function proposeReport({ year, today, state, assets, checked }: ReportQuestion): Result<true, SurveyRefusal> {
  if (state === 'accepted') return refuse(refusal('survey_accepted'));
  if (!isYearOver(year, today)) return refuse(refusal('survey_year_open', 'year', { year }));
  if (assets === 0) return refuse(refusal('survey_empty'));
  return checked < assets ? refuse(refusal('survey_lines_missing', undefined, { count: assets - checked })) : ok(true);
}

/** Whether a township may accept a survey: it was reported, and its lines are still the reported ones. */
export function proposeAcceptance(
  survey: { readonly state: SurveyState; readonly digest: string },
  digestNow: string,
): Result<true, SurveyRefusal> {
  if (survey.state !== 'reported') return refuse(refusal('survey_not_reported'));
  return survey.digest === digestNow ? ok(true) : refuse(refusal('survey_changed'));
}

/** A year's end is checked when it is there. */
export function isYearOver(year: number, today: LocalDate): boolean {
  return today > `${year}-12-31`;
}
