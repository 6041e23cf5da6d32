import { listParameterRows, measureInForceFrom } from '../../measure/public.ts';
import { parameterOn } from '../../measure/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, lastDay, type Month, monthOf, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeLevel, placeRange } from '../../platform/pure/place.ts';
import type { PlaceRow } from '../../registers/places/public.ts';
import {
  listHolders,
  listOwedReports,
  listReturns,
  type OwedQuery,
  type OwedReport,
  type ReturnRow,
} from './report-store.ts';
import {
  dueOn,
  type Hold,
  holdOf,
  type LightState,
  lightOf,
  type ReportCalendar,
  type SubmissionLevel,
  submissionLevels,
} from './rules.ts';

export { listOwedReports, type OwedReport } from './report-store.ts';
export {
  type Cause,
  type FrozenSum,
  findSafeCutoff,
  listCutoffs,
  listRestatements,
  listStated,
  type NewRestatement,
  type PlaceKnowledge,
  type RestatementSum,
  type SnapshotKey,
  type StatedFigure,
  saveRestatements,
  saveSnapshot,
  sumFrozen,
} from './snapshot-store.ts';
export { findSubmission, findUnlockedUntil, recordConfirmation, type SubmissionRow } from './store.ts';

/** The first month a report is owed for: that of the measure's first day. */
export const firstReportMonth = monthOf(measureInForceFrom as LocalDate);

export type ReportCalendars = (month: Month) => ReportCalendar;

/** The monthly report's calendar, by the parameters in force on the last day of the month it is about. */
export async function readCalendars(tx: Tx): Promise<ReportCalendars> {
  const rows = await listParameterRows(tx);
  function valueOn(code: string, day: LocalDate): number {
    const value = parameterOn(rows, code, day)?.value;
    if (value === undefined || value === null) throw new RangeError(`no parameter ${code} on ${day}`);
    return value;
  }
  return (month) => ({
    dueDay: valueOn('monthly_report_due_day', lastDay(month)),
    graceDays: valueOn('monthly_report_grace_days', lastDay(month)),
  });
}

export type ReportQuery = Omit<OwedQuery, 'months'> & { readonly month: Month };

/** The reports of a range for one month as the pages show them; a place that has not confirmed is `open`. */
export async function viewReports(tx: Tx, query: ReportQuery) {
  const calendars = await readCalendars(tx);
  const reports = await listOwedReports(tx, { ...query, months: [query.month] });
  const sent = reports.flatMap((report) => (report.id !== null ? [report.id] : []));
  const returns = Map.groupBy(await listReturns(tx, sent), (one) => one.submissionId);
  return reports.map((report) => {
    const list = (report.id === null ? undefined : returns.get(report.id)) ?? [];
    return viewReport(report, { calendars, today: todayInShanghai(tx.now), returns: list });
  });
}

export type ReportView = ReturnType<typeof viewReport>;

interface ViewContext {
  readonly calendars: ReportCalendars;
  readonly today: LocalDate;
  readonly returns: readonly ReturnRow[];
}

function viewReport(report: OwedReport, { calendars, today, returns }: ViewContext) {
  const { parent: _parent, answerBy, ...rest } = report;
  const due = dueOf(report, calendars);
  return {
    ...rest,
    cutoff: report.cutoff?.toISOString() ?? null,
    dueOn: due,
    owed: report.month >= firstReportMonth,
    light: lightFor(report, { calendars, today }),
    answerBy,
    returns: returns
      .filter((one) => report.state === 'returned' && one.snapshot === report.snapshot)
      .map(({ indicator, reason, answerBy: by, returnedBy, times }) => ({
        indicator,
        reason,
        answerBy: by,
        returnedBy,
        times,
      })),
  };
}

/** The report of one place; a place that owes none (an urban community, a month before the measure) is `exempt`. */
export async function viewReportOf(tx: Tx, place: PlaceRow, month: Month): Promise<ReportView> {
  const level = toLevel(place.code as Place);
  const [own] = await viewReports(tx, { ...placeRange(place.code as Place), month, levels: [level] });
  if (own) return own;
  const calendars = await readCalendars(tx);
  const { code, name: placeName } = place;
  const nothing = { ...nothingSent, place: code, placeName, month, level, county: Math.floor(code / 1_000_000) };
  const view = viewReport(nothing, { calendars, today: todayInShanghai(tx.now), returns: [] });
  return { ...view, light: 'exempt', owed: false };
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

/** One light per place and month; a month in which a place owes nothing is exempt. */
export async function viewLights(tx: Tx, query: OwedQuery): Promise<LightRow[]> {
  const calendars = await readCalendars(tx);
  const today = todayInShanghai(tx.now);
  const reports = await listOwedReports(tx, query);
  return [...Map.groupBy(reports, (report) => report.place).values()].flatMap((list) => {
    const byMonth = new Map(list.map((report) => [report.month, report]));
    const lights = query.months.map((month): LightState => {
      const report = byMonth.get(month);
      return report ? lightFor(report, { calendars, today }) : 'exempt';
    });
    return list.slice(0, 1).map(({ place, placeName }) => ({ place, placeName, lights }));
  });
}

/** A report somebody has to act on, with who holds it up. */
export interface HeldReport {
  readonly place: number;
  readonly placeName: string;
  readonly level: SubmissionLevel;
  readonly state: OwedReport['state'];
  readonly dueOn: LocalDate;
  readonly hold: Hold;
  /** the place that has to act, and who is in post there */
  readonly holder: number;
  readonly holderName: string;
  readonly holderPeople: string;
}

export interface Progress {
  /** reports owed by level, and how far they are */
  readonly counts: readonly {
    readonly level: SubmissionLevel;
    readonly owed: number;
    readonly sent: number;
    readonly approved: number;
    readonly returned: number;
    readonly late: number;
  }[];
  /** overdue, longest first */
  readonly held: readonly HeldReport[];
  readonly heldTotal: number;
}

/** How far the reports of a range are for a month, what is overdue, and who holds it. */
export async function viewProgress(
  tx: Tx,
  range: { lo: number; hi: number },
  by: { month: Month; limit: number },
): Promise<Progress> {
  const calendars = await readCalendars(tx);
  const today = todayInShanghai(tx.now);
  const reports = by.month < firstReportMonth ? [] : await listOwedReports(tx, { ...range, months: [by.month] });
  const names = new Map(reports.map((report) => [report.place, report.placeName]));
  const missing = new Map<number, number>();
  for (const { parent, state } of reports)
    if (state !== 'approved') missing.set(parent, (missing.get(parent) ?? 0) + 1);
  const held = reports
    .map((report) => {
      const due = dueOf(report, calendars);
      const above =
        report.level === 'city' ? due : dueOn(report.month, levelAbove(report.level), calendars(report.month));
      const hold = holdOf({
        state: report.state,
        today,
        due,
        aboveDue: above,
        answerBy: report.answerBy ?? undefined,
        childrenMissing: missing.get(report.place) ?? 0,
      });
      const holder = hold.by === 'above' && report.level !== 'city' ? report.parent : report.place;
      return { report, due, hold, holder };
    })
    .filter(({ hold }) => hold.lateDays > 0 && (hold.by === 'self' || hold.by === 'above'))
    .sort((a, b) => b.hold.lateDays - a.hold.lateDays || a.report.place - b.report.place);
  const shown = held.slice(0, by.limit);
  const people = await listHolders(
    tx,
    shown.map((one) => one.holder),
    today,
  );
  return {
    counts: submissionLevels.flatMap((level) =>
      countLevel(
        level,
        reports.filter((report) => report.level === level),
        held.map((one) => one.report),
      ),
    ),
    held: shown.map(({ report, due, hold, holder }) => ({
      place: report.place,
      placeName: report.placeName,
      level: report.level,
      state: report.state,
      dueOn: due,
      hold,
      holder,
      holderName: names.get(holder) ?? '',
      holderPeople: people.get(holder) ?? '',
    })),
    heldTotal: held.length,
  };
}

function countLevel(
  level: SubmissionLevel,
  reports: readonly OwedReport[],
  held: readonly OwedReport[],
): Progress['counts'] {
  if (reports.length === 0) return [];
  const count = (test: (report: OwedReport) => boolean) => reports.filter(test).length;
  return [
    {
      level,
      owed: reports.length,
      sent: count(({ state }) => state === 'confirmed' || state === 'approved'),
      approved: count(({ state }) => state === 'approved'),
      returned: count(({ state }) => state === 'returned'),
      late: held.filter((report) => report.level === level).length,
    },
  ];
}

function lightFor(report: OwedReport, { calendars, today }: Pick<ViewContext, 'calendars' | 'today'>): LightState {
  if (report.month < firstReportMonth) return 'exempt';
  return lightOf({
    state: report.state,
    due: dueOf(report, calendars),
    month: report.month,
    today,
    sentOn: report.sentOn ?? undefined,
    answerBy: report.answerBy ?? undefined,
  });
}

/** The due day a report was sent under stays; a report not sent yet follows the calendar. */
function dueOf(report: OwedReport, calendars: ReportCalendars): LocalDate {
  return report.dueOn ?? dueOn(report.month, report.level, calendars(report.month));
}

function levelAbove(level: SubmissionLevel): SubmissionLevel {
  return submissionLevels[submissionLevels.indexOf(level) + 1] ?? 'city';
}

export function toLevel(place: Place): SubmissionLevel {
  const level = placeLevel(place);
  return level === 'province' ? 'city' : level;
}
