import { createHash } from 'node:crypto';
import { listOwedReports, type OwedReport, readReportDay } from '../../activities/submissions/public.ts';
import { digestText, dueOn, type SnapshotFigure } from '../../activities/submissions/rules.ts';
import { catalogueVersion, countedIndicators, freezeByPlace } from '../../indicators/public.ts';
import { compile } from '../../indicators/rules.ts';
import { insertRows } from '../../platform/db/columns.ts';
import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { uuidv7 } from '../../platform/pure/ids.ts';
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

const emptyDigest = createHash('sha256').update('').digest('hex');
const everywhere = { lo: 0, hi: 999_999_999_999 };

/**
 * The reports of one past month of the demo city, as if every village had confirmed and every level approved: frozen
 * figures with their digests, a few of them late. The figures come from the facts as known at the cutoff, by the same
 * selections as a real confirmation.
 */
export async function loadDemoReports(tx: Tx, demo: DemoReports): Promise<void> {
  const calendar = (await readReportDay(tx)).calendars(demo.month);
  const owed = await listOwedReports(tx, { ...everywhere, months: [demo.month] });
  const cutoff = new Date(`${addDays(dueOn(demo.month, 'village', calendar), -2)}T18:00:00+08:00`);
  const figures = await freezeAll(tx, demo.month, cutoff);
  const digests = new Map<number, string>();
  const reports = owed
    .filter(({ place }) => !demo.open?.has(place))
    .sort((a, b) => steps[a.level] - steps[b.level])
    .map((report) => {
      const own = countedIndicators.map(({ code }) => figures.get(report.place)?.get(code) ?? empty(code));
      const below = owed
        .filter((one) => one.parent === report.place)
        .map((one) => ({ place: one.place, digest: digests.get(one.place) ?? '' }));
      const digest = createHash('sha256').update(digestText(own, below)).digest('hex');
      digests.set(report.place, digest);
      const due = dueOn(demo.month, report.level, calendar);
      return { report, own, past: toPast({ report, demo, cutoff, digest, due }) };
    });
  await loadPast(
    tx,
    'submission',
    reports.map((one) => one.past),
  );
  const frozen = reports.flatMap(({ own, past, report }) =>
    own.map((figure) => toFrozen(figure, { report, past, cutoff, demo })),
  );
  for (let from = 0; from < frozen.length; from += 20_000) {
    await insertRows(tx, { table: 'frozen_figure', types: 'frozen_figure' }, frozen.slice(from, from + 20_000));
  }
}

const steps = { village: 0, township: 1, banner: 2, city: 3 } as const;

async function freezeAll(
  tx: Tx,
  month: Month,
  cutoff: Date,
): Promise<ReadonlyMap<number, ReadonlyMap<string, SnapshotFigure>>> {
  const byPlace = new Map<number, Map<string, SnapshotFigure>>();
  for (const indicator of countedIndicators) {
    const selection = compile(indicator, { ...everywhere, month, cutoff });
    for (const { place, ...figure } of await freezeByPlace(tx, { indicator: indicator.code, selection })) {
      const known = byPlace.get(place) ?? new Map<string, SnapshotFigure>();
      byPlace.set(place, known.set(figure.indicator, figure));
    }
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
  const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(demo.random() * 256));
  return {
    row: {
      county: report.county,
      id: uuidv7(cutoff.getTime(), bytes),
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

function toFrozen(
  figure: SnapshotFigure,
  { report, past, cutoff, demo }: Pick<Told, 'report' | 'cutoff' | 'demo'> & { past: PastRow },
) {
  return {
    county: report.county,
    submission_id: past.row.id,
    snapshot: 1,
    indicator: figure.indicator,
    place: report.place,
    month: demo.month,
    cutoff,
    value: figure.value,
    row_count: figure.rowCount,
    rows_digest: figure.rowsDigest,
    recorded_at: past.recordedAt,
    recorded_by: demo.confirmedBy,
  };
}
