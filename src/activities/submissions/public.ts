import { listParameterRows, measureInForceFrom } from '../../measure/public.ts';
import { parameterOn } from '../../measure/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, lastDay, type Month, monthOf, todayInShanghai } from '../../platform/pure/period.ts';
import { contains, isPlace, type Place, placeLevel, placeRange } from '../../platform/pure/place.ts';
import type { PlaceRow } from '../../registers/places/public.ts';
import { listHolders, listOwedReports, listReturns, type OwedQuery } from './report-store.ts';
import type { SubmissionLevel } from './rules.ts';
import {
  countLevels,
  type HeldReport,
  heldReports,
  type LevelCount,
  type LightRow,
  lightRows,
  type OwedReport,
  type ReportDay,
  type ReportView,
  viewExempt,
  viewReport,
} from './view-rules.ts';

export { listOwedReports } from './report-store.ts';
export {
  type Cause,
  type FrozenSum,
  findSafeCutoff,
  listCutoffs,
  listRestatements,
  listStated,
  loadSnapshots,
  type NewRestatement,
  type PastFigure,
  type PastMonth,
  type PastSnapshot,
  type PlaceKnowledge,
  type RestatementSum,
  type SnapshotKey,
  type StatedFigure,
  saveRestatements,
  saveSnapshot,
  sumFrozen,
} from './snapshot-store.ts';
export { findSubmission, findUnlockedUntil, recordConfirmation, type SubmissionRow } from './store.ts';
export type { HeldReport, LevelCount, LightRow, OwedReport, ReportView } from './view-rules.ts';

/** The first month a report is owed for: that of the measure's first day. */
export const firstReportMonth = monthOf(measureInForceFrom as LocalDate);

/** Today and the calendar of the monthly report, by the parameters in force on the last day of each month. */
export async function readReportDay(tx: Tx): Promise<ReportDay> {
  const rows = await listParameterRows(tx);
  function valueOn(code: string, day: LocalDate): number {
    const value = parameterOn(rows, code, day)?.value;
    if (value === undefined || value === null) throw new RangeError(`no parameter ${code} on ${day}`);
    return value;
  }
  return {
    today: todayInShanghai(tx.now),
    firstMonth: firstReportMonth,
    calendars: (month) => ({
      dueDay: valueOn('monthly_report_due_day', lastDay(month)),
      graceDays: valueOn('monthly_report_grace_days', lastDay(month)),
    }),
  };
}

export type ReportQuery = Omit<OwedQuery, 'months'> & { readonly month: Month };

/** The reports of a range for one month as the pages show them; a place that has not confirmed is `open`. */
export async function viewReports(tx: Tx, { month, ...query }: ReportQuery): Promise<ReportView[]> {
  const day = await readReportDay(tx);
  return viewAll(tx, await listOwedReports(tx, { ...query, months: [month] }), day);
}

/** The report of one place; a place that owes none (an urban community, a month before the measure) is `exempt`. */
export async function viewReportOf(tx: Tx, place: PlaceRow, month: Month): Promise<ReportView> {
  const day = await readReportDay(tx);
  const level = toLevel(place.code as Place);
  const owed = await listOwedReports(tx, { ...placeRange(place.code as Place), months: [month], levels: [level] });
  const [own] = await viewAll(tx, owed, day);
  return own ?? viewExempt({ place: place.code, placeName: place.name, month, level }, day);
}

/** One light per place and month. */
export async function viewLights(tx: Tx, query: OwedQuery): Promise<LightRow[]> {
  const day = await readReportDay(tx);
  return lightRows(await listOwedReports(tx, query), query.months, day);
}

/** A month of a place at a glance: its own report, lights here and below, how far the reports are, what is overdue. */
export interface MonthOverview {
  readonly own: ReportView;
  readonly lights: readonly LightRow[];
  readonly counts: readonly LevelCount[];
  /** the longest overdue, with who is in post where somebody has to act */
  readonly held: readonly (HeldReport & { readonly holderPeople: string })[];
  readonly heldTotal: number;
  /** overdue reports inside each place directly below */
  readonly lateBelow: ReadonlyMap<number, number>;
}

/** In at most five statements; `months` are those of the lights, the last one the month asked about. */
export async function viewMonth(
  tx: Tx,
  place: PlaceRow,
  question: { readonly months: readonly Month[]; readonly heldShown: number },
): Promise<MonthOverview> {
  const { months, heldShown } = question;
  const month = months[months.length - 1] ?? firstReportMonth;
  const day = await readReportDay(tx);
  const range = placeRange(place.code as Place);
  const around = await listOwedReports(tx, { ...range, months, around: place.code });
  const reports = await listOwedReports(tx, { ...range, months: [month] });
  const [own] = await viewAll(
    tx,
    reports.filter((report) => report.place === place.code),
    day,
  );
  const held = heldReports(reports, day);
  const shown = held.slice(0, heldShown);
  const holders = shown.map((report) => report.holder);
  const people = await listHolders(tx, holders, day.today);
  const level = toLevel(place.code as Place);
  return {
    own: own ?? viewExempt({ place: place.code, placeName: place.name, month, level }, day),
    lights: lightRows(around, months, day),
    counts: countLevels(reports, held),
    held: shown.map((report) => ({ ...report, holderPeople: people.get(report.holder) ?? '' })),
    heldTotal: held.length,
    lateBelow: countInside(held, around),
  };
}

function countInside(held: readonly HeldReport[], around: readonly OwedReport[]): ReadonlyMap<number, number> {
  const places = [...new Set(around.map((report) => report.place))].filter((place) => isPlace(place));
  return new Map(
    places.map((place) => [place, held.filter((report) => contains(placeRange(place), report.place as Place)).length]),
  );
}

async function viewAll(tx: Tx, reports: readonly OwedReport[], day: ReportDay): Promise<ReportView[]> {
  const returned = reports.flatMap(({ id, state }) => (id !== null && state === 'returned' ? [id] : []));
  const returns = await listReturns(tx, returned);
  return reports.map((report) => viewReport(report, day, returns));
}

export function toLevel(place: Place): SubmissionLevel {
  const level = placeLevel(place);
  return level === 'province' ? 'city' : level;
}
