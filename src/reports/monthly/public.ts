import {
  findSubmission,
  findUnlockedUntil,
  listSubmissions,
  readCalendar,
  recordConfirmation,
  viewSubmissions,
} from '../../activities/submissions/public.ts';
import { type SubmissionLevel, dueOn, proposeConfirm } from '../../activities/submissions/rules.ts';
import { catalogue, catalogueVersion, countedIndicators, findIndicator } from '../../indicators/catalogue/catalogue.ts';
import { countVillage, freezeFigures, listDifferences, listFigures } from '../../indicators/public.ts';
import { compile, ratioOf } from '../../indicators/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Month, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeLevel, placeRange } from '../../platform/pure/place.ts';
import { type Refusal, type Result, ok, refuse } from '../../platform/pure/result.ts';
import { type PlaceRow, countVillages, listReportingPlaces } from '../../registers/places/public.ts';
import { type ReportCell, type Restated, findExceptions, findRestatements } from './rules.ts';
import * as store from './store.ts';

type Values = ReadonlyMap<string, { readonly value: number; readonly rowCount: number }>;

/** The report of a place and month: frozen where its villages confirmed, live where they have not. */
export async function computeReport(tx: Tx, place: PlaceRow, month: Month) {
  const range = placeRange(place.code as Place);
  const frozen = toMap(await store.sumFrozen(tx, range, month));
  const open = toMap(await store.sumUnconfirmed(tx, range, month));
  const reported = addUp(frozen, open);
  const months = [month, shiftMonth(month, -1), shiftMonth(month, -12)];
  const figures = await listFigures(tx, { places: [place.code], months });
  const [live, previous, lastYear] = months.map((one) => toMap(figures.filter((figure) => figure.month === one)));
  const [submission] = await viewSubmissions(tx, [place], month);
  const villages = await countVillages(tx, range, month);
  const confirmed = (await store.listCutoffs(tx, range, month)).filter((one) => one.cutoff !== null).length;
  return {
    submission,
    villages,
    unconfirmed: Math.max(0, villages - confirmed),
    cells: toCells(reported, { live: live ?? new Map(), previous: previous ?? new Map(), lastYear: lastYear ?? new Map() }),
    restatements: await store.listRestatements(tx, range, month),
    cutoff: submission?.cutoff ?? null,
    digest: submission?.digest ?? null,
  };
}

/** One cell for each indicator of the catalogue, ratios computed from their parts. */
function toCells(reported: Values, other: { live: Values; previous: Values; lastYear: Values }) {
  return catalogue.map((indicator) => {
    const of = (values: Values) =>
      indicator.kind === 'counted'
        ? (values.get(indicator.code)?.value ?? 0)
        : (ratioOf(values.get(indicator.numerator)?.value ?? 0, values.get(indicator.denominator)?.value) ?? 0);
    const known = (values: Values) => (values.size === 0 ? undefined : of(values));
    const cell: ReportCell = {
      indicator: indicator.code,
      value: of(reported),
      rowCount: reported.get(indicator.code)?.rowCount ?? 0,
      previous: known(other.previous),
      lastYear: known(other.lastYear),
      live: of(other.live),
    };
    const exceptions = indicator.kind === 'counted' ? [...findExceptions(cell)] : [];
    return { ...cell, previous: cell.previous ?? null, lastYear: cell.lastYear ?? null, exceptions };
  });
}

function toMap(list: readonly { indicator: string; value: number; rowCount: number }[]): Values {
  return new Map(list.map((one) => [one.indicator, { value: one.value, rowCount: one.rowCount }]));
}

function addUp(a: Values, b: Values): Values {
  return new Map(
    countedIndicators.map(({ code }) => [
      code,
      { value: (a.get(code)?.value ?? 0) + (b.get(code)?.value ?? 0), rowCount: (a.get(code)?.rowCount ?? 0) + (b.get(code)?.rowCount ?? 0) },
    ]),
  );
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

/**
 * Confirms the month of a place. A village freezes every figure with a digest of its rows, as known at a cutoff
 * that no open transaction can still write behind, and states what changed in its closed months (art. 19). A
 * higher place sends the sum of its approved reports up.
 */
export async function confirmMonth(
  tx: Tx,
  question: { readonly place: Place; readonly month: Month; readonly remark: string | null },
): Promise<Result<Confirmation, Refusal>> {
  const { place, month } = question;
  const level = toLevel(place);
  const calendar = await readCalendar(tx, month);
  const known = await findSubmission(tx, place, month);
  const due = known?.dueOn ?? dueOn(month, level, calendar);
  const today = todayInShanghai(tx.now);
  const proposed = proposeConfirm({
    month,
    today,
    due,
    calendar,
    state: known?.state ?? 'open',
    childrenMissing: level === 'village' ? 0 : await countMissing(tx, place, month),
    unlockedUntil: await findUnlockedUntil(tx, place, month),
  });
  if (!proposed.ok) return proposed;
  const cutoff = new Date(tx.now.getTime() - (await store.oldestOpenAgeMs(tx)));
  const values = level === 'village' ? await freeze(tx, place, { month, cutoff }) : [];
  const digest = level === 'village' ? store.digestOf(values) : await digestBelow(tx, place, month);
  const report = { place, month, level, cutoff, catalogueVersion, digest, remark: question.remark, dueOn: due, confirmedOn: today };
  const saved = await recordConfirmation(tx, report, known);
  if (!saved) return refuse({ code: 'stale' });
  const key = { county: Math.floor(place / 1_000_000), place, month, submissionId: saved.id, snapshot: saved.snapshot, cutoff };
  if (level === 'village') await store.saveSnapshot(tx, key, values);
  const restatements = level === 'village' ? await restate(tx, key) : 0;
  return ok({ id: saved.id, snapshot: saved.snapshot, digest, cutoff: cutoff.toISOString(), restatements });
}

function freeze(tx: Tx, place: Place, { month, cutoff }: { month: Month; cutoff: Date }) {
  const scope = { ...placeRange(place), month, cutoff };
  return freezeFigures(
    tx,
    countedIndicators.map((indicator) => ({ indicator: indicator.code, selection: compile(indicator, scope) })),
  );
}

/** Writes what closed months are known to be now, with the records that made the difference. */
async function restate(tx: Tx, key: store.SnapshotKey): Promise<number> {
  const stated = await store.listStated(tx, key.place, key.month);
  if (stated.length === 0) return 0;
  const oldest = shiftMonth(key.month, -monthsLookedBack);
  const months = [...new Set(stated.map((figure) => figure.month))].filter((month) => month >= oldest);
  const known = await countVillage(tx, { place: key.place, months, cutoff: key.cutoff });
  const list = findRestatements(
    stated.filter((figure) => figure.month >= oldest),
    known,
  );
  const cutoffs = new Map((await listSubmissions(tx, { places: [key.place], months })).map((row) => [row.month, row.cutoff]));
  const withCauses = [];
  for (const one of list) withCauses.push({ ...one, causes: await causesOf(tx, key, { one, before: cutoffs.get(one.month) }) });
  await store.saveRestatements(tx, key, withCauses);
  return list.length;
}

async function causesOf(tx: Tx, key: store.SnapshotKey, { one, before }: { one: Restated; before: Date | undefined }) {
  const indicator = findIndicator(one.indicator);
  if (indicator?.kind !== 'counted' || !before) return [];
  const selection = (cutoff: Date) => compile(indicator, { ...placeRange(key.place as Place), month: one.month, cutoff });
  return listDifferences(tx, selection(before), selection(key.cutoff));
}

async function countMissing(tx: Tx, place: Place, month: Month): Promise<number> {
  const below = await listReportingPlaces(tx, place, month);
  const reports = await listSubmissions(tx, { places: below.map((one) => one.code), months: [month] });
  const approved = new Set(reports.filter((row) => row.state === 'approved').map((row) => row.place));
  return below.filter((one) => !approved.has(one.code)).length;
}

async function digestBelow(tx: Tx, place: Place, month: Month): Promise<string> {
  const cutoffs = await store.listCutoffs(tx, placeRange(place), month);
  return store.digestOf(
    cutoffs.map((one) => ({ indicator: String(one.place), value: 0, rowCount: 0, rowsDigest: one.digest ?? '' })),
  );
}

function toLevel(place: Place): SubmissionLevel {
  const level = placeLevel(place);
  return level === 'province' ? 'city' : level;
}
