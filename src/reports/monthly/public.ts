import { createHash } from 'node:crypto';
import {
  findSafeCutoff,
  findSubmission,
  findUnlockedUntil,
  firstReportMonth,
  listCutoffs,
  listOwedReports,
  listStated,
  type NewRestatement,
  type OwedReport,
  readReportDay,
  recordConfirmation,
  type SnapshotKey,
  type StatedFigure,
  saveRestatements,
  saveSnapshot,
  sumFrozen,
  toLevel,
} from '../../activities/submissions/public.ts';
import { digestText, dueOn, proposeConfirm } from '../../activities/submissions/rules.ts';
import {
  catalogue,
  catalogueVersion,
  countedByVersion,
  countedIndicators,
  countOwn,
  type FrozenValue,
  findIndicator,
  freezeFigures,
  listDifferences,
  listFigures,
} from '../../indicators/public.ts';
import { compile, followsOn, indicatorValue, type Scope } from '../../indicators/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Month, shiftMonth } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type ExceptionKind, findExceptions, findRestatements, leastJump, type Restated } from './rules.ts';
import * as store from './store.ts';

/** One cell of a report; a ratio with nothing to divide by is null. */
export interface CellView {
  readonly indicator: string;
  readonly value: number | null;
  readonly rowCount: number;
  readonly previous: number | null;
  readonly lastYear: number | null;
  readonly live: number | null;
  readonly exceptions: ExceptionKind[];
}

export interface ComputedReport {
  readonly place: number;
  /** villages that owe a report, and how many of them have not confirmed */
  readonly villages: number;
  readonly unconfirmed: number;
  readonly cells: CellView[];
}

/**
 * The reports of a month for some places of one level inside a range, in five statements: frozen where a report is
 * confirmed, live where it is not.
 */
export async function computeReports(
  tx: Tx,
  question: { readonly within: Place; readonly places: readonly Place[]; readonly month: Month },
): Promise<readonly ComputedReport[]> {
  const { within, places, month } = question;
  const range = placeRange(within);
  const first = placeRange(places[0] ?? within);
  const by = { month, width: first.hi - first.lo + 1 };
  const frozen = await sumFrozen(tx, range, by);
  const open = (await listCutoffs(tx, range, month)).filter((one) => one.cutoff === null).map((one) => one.place);
  const live = await store.sumLive(tx, open, by);
  const months = [month, shiftMonth(month, -1), shiftMonth(month, -12)];
  const cached = await listFigures(tx, { places, months });
  const villages = await listOwedReports(tx, { ...range, months: [month], levels: ['village'] });
  return places.map((place) => {
    const { lo, hi } = placeRange(place);
    const reported = addUp([...frozen, ...live].filter((one) => one.place === place));
    const [now, previous, lastYear] = months.map((when) =>
      addUp(cached.filter((one) => one.place === place && one.month === when)),
    );
    const owing = villages.filter((one) => one.place >= lo && one.place <= hi);
    return {
      place,
      villages: owing.length,
      unconfirmed: owing.filter(({ state }) => state === 'open' || state === 'returned').length,
      cells: toCells(reported, { month, live: now, previous, lastYear }),
    };
  });
}

/** What a report's cell counts: each place as known when its report was confirmed. */
export async function reportScope(tx: Tx, place: Place, month: Month): Promise<Scope> {
  const range = placeRange(place);
  const cutoffs = await listCutoffs(tx, range, month);
  return {
    ...range,
    month,
    cutoffs: cutoffs.map(({ place: code, cutoff }) => ({ place: code, cutoff: cutoff ?? undefined })),
  };
}

type Sums = ReadonlyMap<string, { readonly value: number; readonly rowCount: number }>;

function addUp(list: readonly { indicator: string; value: number; rowCount: number }[]): Sums {
  const sums = new Map<string, { value: number; rowCount: number }>();
  for (const { indicator, value, rowCount } of list) {
    const known = sums.get(indicator) ?? { value: 0, rowCount: 0 };
    sums.set(indicator, { value: known.value + value, rowCount: known.rowCount + rowCount });
  }
  return sums;
}

interface Compared {
  readonly month: Month;
  readonly live: Sums | undefined;
  readonly previous: Sums | undefined;
  readonly lastYear: Sums | undefined;
}

/** One cell for each indicator of the catalogue, ratios computed from their parts. */
function toCells(reported: Sums, { month, live, previous, lastYear }: Compared): CellView[] {
  return catalogue.map((indicator) => {
    const of = (sums: Sums | undefined) => indicatorValue(indicator, (code) => sums?.get(code)?.value) ?? null;
    const known = (sums: Sums | undefined) => (sums === undefined || sums.size === 0 ? null : of(sums));
    const cell = { value: of(reported), previous: known(previous), live: of(live) };
    const before = followsOn(indicator, month) ? (cell.previous ?? undefined) : undefined;
    const comparable = { value: cell.value ?? 0, previous: before, live: cell.live ?? 0 };
    return {
      indicator: indicator.code,
      rowCount: reported.get(indicator.code)?.rowCount ?? 0,
      ...cell,
      lastYear: known(lastYear),
      exceptions: indicator.kind === 'counted' ? [...findExceptions(comparable, leastJump(indicator.unit))] : [],
    };
  });
}

export interface Confirmation {
  readonly id: string;
  readonly snapshot: number;
  readonly digest: string;
  readonly cutoff: string;
  readonly restatements: number;
}

/** A report looks back this far for closed months that changed. */
const monthsLookedBack = 24;
const comparisonsPerStatement = 25;

/**
 * Confirms the month of a place (art. 19). It freezes what no place below reports for itself, of a village
 * everything, with a digest of the rows, as known at a cutoff that no open transaction can still write behind; and
 * it states what changed in closed months since they were stated. A report above a village needs all those below
 * approved, and its digest covers theirs. Confirming again without any change answers as before.
 */
export async function confirmMonth(
  tx: Tx,
  question: { readonly place: Place; readonly month: Month; readonly remark: string | null },
): Promise<Result<Confirmation, Refusal>> {
  const { place, month, remark } = question;
  const range = placeRange(place);
  const level = toLevel(place);
  const [owed] = await listOwedReports(tx, { ...range, months: [month], levels: [level] });
  if (!owed || month < firstReportMonth) return refuse({ code: 'report_not_owed' });
  const below = level === 'village' ? [] : await listOwedReports(tx, { ...range, months: [month], parent: place });
  const known = await findSubmission(tx, place, month);
  const { today, calendars } = await readReportDay(tx);
  const calendar = calendars(month);
  const due = known?.dueOn ?? dueOn(month, level, calendar);
  const proposed = proposeConfirm({
    month,
    today,
    due,
    calendar,
    state: known?.state ?? 'open',
    childrenMissing: below.filter((one) => one.state !== 'approved').length,
    unlockedUntil: await findUnlockedUntil(tx, place, month),
  });
  if (!proposed.ok) return proposed;
  const own = { ...range, month, except: below.map((one) => placeRange(one.place as Place)) };
  const frozen = await freezeOwn(tx, own);
  if (!frozen.ok) return frozen;
  const { figures, cutoff } = frozen.value;
  const digest = digestOf(figures, below);
  if (known?.state === 'confirmed' && known.digest === digest && known.remark === remark) {
    const { id, snapshot } = known;
    return ok({ id, snapshot, digest, cutoff: known.cutoff.toISOString(), restatements: 0 });
  }
  const report = { place, month, level, cutoff, catalogueVersion, digest, remark, dueOn: due, confirmedOn: today };
  const saved = await recordConfirmation(tx, report, known);
  if (!saved) return refuse({ code: 'stale' });
  const key = { county: owed.county, place, month, submissionId: saved.id, snapshot: saved.snapshot, cutoff };
  await saveSnapshot(tx, key, figures);
  const restatements = await restate(tx, key, own);
  return ok({ id: saved.id, snapshot: saved.snapshot, digest, cutoff: cutoff.toISOString(), restatements });
}

/**
 * The figures of a place's own scope as known at a safe cutoff. Refused while something of it was recorded after that
 * cutoff: the transaction that keeps the cutoff back will have ended when the clerk presses again.
 */
async function freezeOwn(
  tx: Tx,
  own: Scope,
): Promise<Result<{ figures: readonly FrozenValue[]; cutoff: Date }, Refusal>> {
  const cutoff = await findSafeCutoff(tx);
  const freeze = (scope: Scope) =>
    freezeFigures(
      tx,
      countedIndicators.map((one) => ({ indicator: one.code, selection: compile(one, scope) })),
    );
  const figures = await freeze({ ...own, cutoff });
  if (cutoff < tx.now && digestText(figures, []) !== digestText(await freeze(own), [])) {
    return refuse({ code: 'report_still_writing' });
  }
  return ok({ figures, cutoff });
}

/** Writes what closed months are known to be now, with the records that made the difference. */
async function restate(tx: Tx, key: SnapshotKey, own: Scope): Promise<number> {
  const { place, month } = key;
  const stated = await listStated(tx, {
    place,
    from: shiftMonth(month, -monthsLookedBack),
    before: month,
    counted: countedByVersion,
  });
  if (stated.length === 0) return 0;
  const months = [...new Set(stated.map((figure) => figure.month))];
  const known = await countOwn(tx, { lo: own.lo, hi: own.hi, except: own.except ?? [], months, cutoff: key.cutoff });
  const list = findRestatements(stated, known);
  await saveRestatements(tx, key, await withCauses(tx, list, { ...own, cutoff: key.cutoff }));
  return list.length;
}

async function withCauses(
  tx: Tx,
  list: readonly Restated<StatedFigure>[],
  scope: Scope,
): Promise<readonly NewRestatement[]> {
  const comparisons = list.flatMap((one, index) => {
    const indicator = findIndicator(one.indicator);
    if (indicator?.kind !== 'counted') return [];
    const then = { ...scope, month: one.month };
    const before = compile(indicator, { ...then, cutoff: one.knownAt });
    return [{ key: String(index), before, after: compile(indicator, then) }];
  });
  const causes = [];
  for (let from = 0; from < comparisons.length; from += comparisonsPerStatement) {
    causes.push(...(await listDifferences(tx, comparisons.slice(from, from + comparisonsPerStatement))));
  }
  const byKey = Map.groupBy(causes, (cause) => cause.key);
  return list.map(({ month, indicator, value, after }, index) => ({
    aboutMonth: month,
    indicator,
    before: value,
    after,
    causes: (byKey.get(String(index)) ?? []).map(({ key: _key, ...cause }) => cause),
  }));
}

function digestOf(figures: readonly FrozenValue[], below: readonly OwedReport[]): string {
  const reports = below.map((one) => ({ place: one.place, digest: one.digest ?? '' }));
  return createHash('sha256').update(digestText(figures, reports)).digest('hex');
}
