import type { LocalDate, Month } from '../../platform/pure/period.ts';
import {
  dueOn,
  type Hold,
  holdOf,
  type LightState,
  lightOf,
  type ReportCalendar,
  type SubmissionLevel,
  type SubmissionState,
  submissionLevels,
} from './rules.ts';

/** A report that is owed, sent or not; everything after `county` is null or `open` while nobody has confirmed. */
export interface OwedReport {
  readonly place: number;
  readonly parent: number;
  readonly placeName: string;
  readonly month: Month;
  readonly level: SubmissionLevel;
  readonly county: number;
  readonly id: string | null;
  readonly state: SubmissionState;
  readonly snapshot: number;
  readonly cutoff: Date | null;
  readonly digest: string | null;
  readonly remark: string | null;
  readonly dueOn: LocalDate | null;
  readonly sentOn: LocalDate | null;
  readonly confirmedOn: LocalDate | null;
  readonly confirmedBy: string | null;
  readonly approvedOn: LocalDate | null;
  readonly revision: number | null;
  /** by when a returned report has to be confirmed again */
  readonly answerBy: LocalDate | null;
}

/** One reason for which a report was sent back. */
export interface ReturnRow {
  readonly submissionId: string;
  readonly snapshot: number;
  readonly indicator: string | null;
  readonly reason: string;
  readonly answerBy: LocalDate;
  readonly returnedBy: string;
  readonly recordedAt: Date;
  /** how often this figure of this report has been sent back so far */
  readonly times: number;
}

/** What lights and due days depend on besides the reports. */
export interface ReportDay {
  readonly today: LocalDate;
  readonly calendars: (month: Month) => ReportCalendar;
  /** the first month a report is owed for */
  readonly firstMonth: Month;
}

/** A report as pages show it; only the reasons of a return that still stands. */
export function viewReport(report: OwedReport, day: ReportDay, returns: readonly ReturnRow[]) {
  const { parent: _parent, ...rest } = report;
  return {
    ...rest,
    cutoff: report.cutoff?.toISOString() ?? null,
    dueOn: dueOf(report, day),
    owed: report.month >= day.firstMonth,
    light: lightFor(report, day),
    returns: returns
      .filter(
        (one) => report.state === 'returned' && one.submissionId === report.id && one.snapshot === report.snapshot,
      )
      .map(({ indicator, reason, answerBy, returnedBy, times }) => ({
        indicator,
        reason,
        answerBy,
        returnedBy,
        times,
      })),
  };
}

export type ReportView = ReturnType<typeof viewReport>;

/** A place that owes nothing: an urban community, or what holds no rural village. */
export function viewExempt(
  place: Pick<OwedReport, 'place' | 'placeName' | 'month' | 'level'>,
  day: ReportDay,
): ReportView {
  const report = { ...nothingSent, ...place, county: Math.floor(place.place / 1_000_000) };
  return { ...viewReport(report, day, []), light: 'exempt', owed: false };
}

const nothingSent = {
  parent: 0,
  id: null,
  state: 'open',
  snapshot: 0,
  cutoff: null,
  digest: null,
  remark: null,
  dueOn: null,
  sentOn: null,
  confirmedOn: null,
  confirmedBy: null,
  approvedOn: null,
  revision: null,
  answerBy: null,
} as const;

export interface LightRow {
  readonly place: number;
  readonly placeName: string;
  readonly lights: LightState[];
}

/** One light per place and month, in the order of the places; a month in which a place owes nothing is exempt. */
export function lightRows(reports: readonly OwedReport[], months: readonly Month[], day: ReportDay): LightRow[] {
  const byPlace = Map.groupBy(reports, (report) => report.place);
  return [...byPlace].map(([place, list]) => {
    const byMonth = new Map(list.map((report) => [report.month, report]));
    const lights = months.map((month) => {
      const report = byMonth.get(month);
      return report ? lightFor(report, day) : 'exempt';
    });
    return { place, placeName: list[0]?.placeName ?? '', lights };
  });
}

/** A report somebody has to act on, with who holds it up. */
export interface HeldReport {
  readonly place: number;
  readonly placeName: string;
  readonly level: SubmissionLevel;
  readonly state: SubmissionState;
  readonly dueOn: LocalDate;
  readonly hold: Hold;
  /** the place that has to act */
  readonly holder: number;
  readonly holderName: string;
}

export interface LevelCount {
  readonly level: SubmissionLevel;
  readonly owed: number;
  readonly sent: number;
  readonly approved: number;
  readonly returned: number;
  readonly late: number;
}

/** What is overdue among the reports of one month, longest first: each counted against the step that has to act. */
export function heldReports(reports: readonly OwedReport[], day: ReportDay): HeldReport[] {
  const names = new Map(reports.map((report) => [report.place, report.placeName]));
  const missing = new Map<number, number>();
  for (const { parent, state } of reports) {
    if (state !== 'approved') missing.set(parent, (missing.get(parent) ?? 0) + 1);
  }
  return reports
    .filter((report) => report.month >= day.firstMonth)
    .map((report): HeldReport => {
      const { place, placeName, level, state, parent } = report;
      const due = dueOf(report, day);
      const hold = holdOf({
        state,
        today: day.today,
        due,
        aboveDue: level === 'city' ? due : dueOn(report.month, levelAbove(level), day.calendars(report.month)),
        answerBy: report.answerBy ?? undefined,
        childrenMissing: missing.get(place) ?? 0,
      });
      const holder = hold.by === 'above' && level !== 'city' ? parent : place;
      return { place, placeName, level, state, dueOn: due, hold, holder, holderName: names.get(holder) ?? '' };
    })
    .filter(({ hold }) => hold.lateDays > 0 && (hold.by === 'self' || hold.by === 'above'))
    .sort((a, b) => b.hold.lateDays - a.hold.lateDays || a.place - b.place);
}

/** How far the reports of each level are; levels without reports are left out. */
export function countLevels(reports: readonly OwedReport[], held: readonly HeldReport[]): LevelCount[] {
  return submissionLevels.flatMap((level) => {
    const own = reports.filter((report) => report.level === level);
    if (own.length === 0) return [];
    const count = (...states: readonly SubmissionState[]) => own.filter((one) => states.includes(one.state)).length;
    return [
      {
        level,
        owed: own.length,
        sent: count('confirmed', 'approved'),
        approved: count('approved'),
        returned: count('returned'),
        late: held.filter((report) => report.level === level).length,
      },
    ];
  });
}

function lightFor(report: OwedReport, day: ReportDay): LightState {
  if (report.month < day.firstMonth) return 'exempt';
  return lightOf({
    state: report.state,
    due: dueOf(report, day),
    month: report.month,
    today: day.today,
    sentOn: report.sentOn ?? undefined,
    answerBy: report.answerBy ?? undefined,
  });
}

/** The due day a report was sent under stays; a report not sent yet follows the calendar. */
function dueOf(report: OwedReport, day: ReportDay): LocalDate {
  return report.dueOn ?? dueOn(report.month, report.level, day.calendars(report.month));
}

function levelAbove(level: SubmissionLevel): SubmissionLevel {
  return submissionLevels[submissionLevels.indexOf(level) + 1] ?? 'city';
}
