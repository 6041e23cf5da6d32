import { createHash } from 'node:crypto';
import {
  listOwedReports,
  loadSnapshots,
  type OwedReport,
  type PastFigure,
  type PastMonth,
  type PastSnapshot,
  readReportDay,
} from '../../activities/submissions/public.ts';
import { digestText, dueOn, type SnapshotFigure } from '../../activities/submissions/rules.ts';
import { catalogueVersion, countedIndicators, freezePlaces, type PlaceFrozen } from '../../indicators/public.ts';
import { type CountedIndicator, compile } from '../../indicators/rules.ts';
import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, type LocalDate, type Month } from '../../platform/pure/period.ts';

export interface DemoReports {
  readonly month: Month;
  readonly random: () => number;
  readonly confirmedBy: string;
  readonly approvedBy: string;
  /** places that have not reported yet */
  readonly open?: ReadonlySet<number>;
  /** the last day on which something has been approved; a month that is still being reported */
  readonly until?: LocalDate;
}

/** What the reports of a month say. */
export interface DemoSnapshots {
  readonly month: PastMonth;
  readonly reports: readonly PastSnapshot[];
  readonly figures: readonly PastFigure[];
}

const emptyDigest = createHash('sha256').update('').digest('hex');
/** facts that the reports of the month before made */
const reportFact = 'submission';
const everywhere = { lo: 0, hi: 999_999_999_999 };

/** What the reports of a month count apart from the reports of the month before. */
export interface DemoFacts {
  readonly cutoff: Date;
  readonly frozen: readonly PlaceFrozen[];
}

/** Counts what a month's reports say of everything else; it does not wait for the month before. */
export async function freezeDemoFacts(tx: Tx, month: Month): Promise<DemoFacts> {
  const calendar = (await readReportDay(tx)).calendars(month);
  const cutoff = new Date(`${addDays(dueOn(month, 'village', calendar), -2)}T18:00:00+08:00`);
  const others = countedIndicators.filter(({ fact }) => fact !== reportFact);
  return { cutoff, frozen: await freeze(tx, others, { month, cutoff }) };
}

/**
 * The reports of one past month of the demo city, as if every village had confirmed and every level approved, a few of
 * them late. The figures come from the facts as known at the cutoff, by the same selections as a real confirmation;
 * what is returned is written by {@link loadDemoSnapshots}.
 */
export async function loadDemoReports(
  tx: Tx,
  demo: DemoReports,
  { cutoff, frozen }: DemoFacts,
): Promise<DemoSnapshots> {
  const calendar = (await readReportDay(tx)).calendars(demo.month);
  const owed = await listOwedReports(tx, { ...everywhere, months: [demo.month] });
  const sent = countedIndicators.filter(({ fact }) => fact === reportFact);
  const figures = byPlaceAndCode([...frozen, ...(await freeze(tx, sent, { month: demo.month, cutoff }))]);
  const digests = new Map<number, string>();
  const below = Map.groupBy(owed, (one) => one.parent);
  const reports = owed
    .filter(({ place }) => !demo.open?.has(place))
    .sort((a, b) => steps[a.level] - steps[b.level])
    .map((report) => {
      const own = countedIndicators.map(({ code }) => figures.get(report.place)?.get(code) ?? empty(code));
      const told = (below.get(report.place) ?? []).map(({ place }) => ({ place, digest: digests.get(place) ?? '' }));
      const digest = createHash('sha256').update(digestText(own, told)).digest('hex');
      digests.set(report.place, digest);
      const due = dueOn(demo.month, report.level, calendar);
      return { place: report.place, past: toPast({ report, demo, cutoff, digest, due }) };
    });
  await loadPast(
    tx,
    'submission',
    reports.map((one) => one.past),
  );
  return {
    month: { month: demo.month, cutoff, recordedBy: demo.confirmedBy },
    reports: reports.map(({ place, past: { row, recordedAt } }) => ({
      ...{ county: row.county, place, submissionId: row.id, recordedAt },
    })),
    figures: reports.flatMap(({ place }) =>
      [...(figures.get(place)?.values() ?? [])].map((figure) => ({ ...figure, place })),
    ),
  };
}

/** The frozen figures of the reports of a month; those of the next one do not wait for them. */
export async function loadDemoSnapshots(tx: Tx, { month, ...told }: DemoSnapshots): Promise<void> {
  await loadSnapshots(tx, month, told);
}

const steps = { village: 0, township: 1, banner: 2, city: 3 } as const;

function freeze(
  tx: Tx,
  indicators: readonly CountedIndicator[],
  scope: { readonly month: Month; readonly cutoff: Date },
): Promise<readonly PlaceFrozen[]> {
  const selection = (indicator: CountedIndicator) => compile(indicator, { ...everywhere, ...scope });
  return freezePlaces(
    tx,
    indicators.map((indicator) => ({ indicator: indicator.code, selection: selection(indicator) })),
  );
}

function byPlaceAndCode(frozen: readonly PlaceFrozen[]): ReadonlyMap<number, ReadonlyMap<string, SnapshotFigure>> {
  const byPlace = new Map<number, Map<string, SnapshotFigure>>();
  for (const { place, ...figure } of frozen) {
    const known = byPlace.get(place) ?? new Map<string, SnapshotFigure>();
    byPlace.set(place, known.set(figure.indicator, figure));
  }
  return byPlace;
}

function empty(indicator: string): SnapshotFigure {
  return { indicator, value: 0, rowCount: 0, rowsDigest: emptyDigest };
}

interface Told {
  readonly report: OwedReport;
  readonly demo: DemoReports;
  readonly cutoff: Date;
  readonly digest: string;
  readonly due: LocalDate;
}

/** Confirmed around the due day, one in forty late, and approved a day later. */
function toPast({ report, demo, cutoff, digest, due }: Told): PastRow {
  const late = demo.random() < 0.025;
  const usual = addDays(due, late ? 1 + Math.floor(demo.random() * 3) : -Math.floor(demo.random() * 3));
  const sentOn = demo.until !== undefined && usual >= demo.until ? addDays(demo.until, -1) : usual;
  const approvedOn = addDays(sentOn, 1);
  return {
    row: {
      county: report.county,
      id: seededId(cutoff.getTime(), demo.random),
      place: report.place,
      month: demo.month,
      level: report.level,
      state: 'confirmed',
      snapshot: 1,
      cutoff,
      catalogue_version: catalogueVersion,
      digest,
      remark: null,
      due_on: due,
      sent_on: sentOn,
      confirmed_on: sentOn,
      confirmed_by: demo.confirmedBy,
      approved_on: null,
      approved_by: null,
    },
    recordedAt: new Date(`${sentOn}T18:30:00+08:00`),
    later: {
      set: { state: 'approved', approved_on: approvedOn, approved_by: demo.approvedBy },
      recordedAt: new Date(`${approvedOn}T10:00:00+08:00`),
      reason: 'approved',
    },
  };
}
