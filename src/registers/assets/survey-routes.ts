import { findParameter } from '../../measure/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { dueLight } from '../../platform/pure/due.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { isPlace, parentPlace, placeOf, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import {
  type CheckFinding,
  type CheckLine,
  isYearOver,
  type Movement,
  proposeAcceptance,
  proposeCheck,
  proposeReport,
} from './check-rules.ts';
import * as checks from './check-store.ts';
import { confirmationState, coverageBp, isVillage, surveyDueOn } from './rules.ts';
import { findAsset } from './store.ts';
import * as contract from './survey-contract.ts';
import * as store from './survey-store.ts';
import { totalsOf } from './totals-rules.ts';
import * as totals from './totals-store.ts';

export const surveyRoutes: readonly Handler[] = [
  handle(contract.listSurveys, async ({ tx, query }) => {
    const { limit, offset, ...filters } = query;
    const year = query.year ?? lastYear(tx);
    const { rows, ...counts } = await store.listSurveys(tx, { ...filters, year }, { limit, offset });
    const view = await surveyViewer(tx, year);
    return ok({ ...counts, year, rows: rows.map(view) });
  }),

  handle(contract.getSurvey, async ({ tx, query, decide, allowed }) => {
    const { place, year } = query;
    if (decide('asset.read', { place }) || !isVillage(place)) return refuse({ code: 'not_found' });
    const count = await store.countSurvey(tx, place, year);
    if (!count) return refuse({ code: 'not_found' });
    const survey = await store.findSurveyOf(tx, place, year);
    const view = await surveyViewer(tx, year);
    return ok({
      ...view(count),
      county: Math.floor(place / 1_000_000),
      id: survey?.id ?? null,
      revision: survey?.revision ?? null,
      reportedOn: survey?.reportedOn ?? null,
      reportedBy: survey?.reporterName ?? null,
      acceptedOn: survey?.acceptedOn ?? null,
      acceptedBy: survey?.accepterName ?? null,
      digest: survey?.digest ?? null,
      note: survey?.note ?? null,
      classes: [...(await store.sumChecks(tx, { lo: place, hi: place }, year))],
      allowed: allowed(['asset.check', 'asset.accept', 'asset.export'], { place }),
    });
  }),

  handle(contract.listChecks, async ({ tx, query, decide }) => {
    if (decide('asset.read', { place: query.place })) return refuse({ code: 'not_found' });
    const { limit, offset, ...filters } = query;
    const { rows, total } = await checks.listYearAssets(tx, filters, { limit, offset });
    return ok({ rows: rows.map((asset) => toCheckRow(asset, query.year)), total });
  }),

  handle(contract.recordChecks, async ({ tx, body, decide }) => {
    const { place, year, checkedOn, cause } = body;
    const refused = decide('asset.check', { place }) ?? (await lockedYear(tx, body));
    if (refused) return refuse(refused);
    const keys = { county: Math.floor(place / 1_000_000), ids: body.assets };
    const assets = (await checks.findYearAssets(tx, keys, year)).filter((one) => one.place === place && !one.line);
    const lines = assets.flatMap((asset) => {
      const proposed = proposeCheck({ asset, year, previous: asset.previous, cause });
      if (!proposed.ok) return [];
      return [{ id: newRecordId(tx), asset, line: { ...proposed.value, year, checkedOn, cause } }];
    });
    await checks.recordLines(tx, lines);
    return ok({ recorded: lines.length, skipped: assets.length - lines.length });
  }),

  handle(contract.recordCheck, async ({ tx, params, body, decide }) => {
    const head = await findAsset(tx, params);
    if (!head) return refuse({ code: 'not_found' });
    const { year, checkedOn, cause, finding, ...movement } = body;
    const at = { place: head.place, year, checkedOn };
    const refused = decide('asset.check', { place: head.place }) ?? (await lockedYear(tx, at));
    if (refused) return refuse(refused);
    const [asset] = await checks.findYearAssets(tx, { county: params.county, ids: [params.id] }, year);
    if (!asset) return refuse({ code: 'not_found' });
    const proposed = proposeCheck({ asset, year, previous: asset.previous, finding, movement, cause });
    if (!proposed.ok) return proposed;
    return writeLine(tx, asset, { ...proposed.value, year, checkedOn, cause });
  }),

  handle(contract.reportSurvey, async ({ tx, body, decide }) => {
    const { id, place, year, note } = body;
    const refused = decide('asset.check', { place });
    if (refused) return refuse(refused);
    const count = await store.countSurvey(tx, place, year);
    if (!count) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const { known: assets, checked, confirmed, state } = count;
    const proposed = proposeReport({ year, today, state, assets, checked });
    if (!proposed.ok) return proposed;
    const digest = await checks.digestLines(tx, place, year);
    const known = await store.findSurveyOf(tx, place, year);
    const report = { assets, confirmed, digest, reportedOn: today, note };
    const done = await store.reportSurvey(tx, { id, place, year, known }, report);
    return done ? ok({ county: Math.floor(place / 1_000_000), id: known?.id ?? id }) : refuse({ code: 'stale' });
  }),

  handle(contract.acceptSurvey, async ({ tx, params, body, decide }) => {
    const survey = await store.findSurvey(tx, params);
    if (!survey) return refuse({ code: 'not_found' });
    const refused = decide('asset.accept', { place: survey.place, makerId: survey.reportedBy });
    if (refused) return refuse(refused);
    const on = todayInShanghai(tx.now);
    const key = { ...params, revision: body.revision };
    // first taken, then compared: whoever writes a line now waits for the end of this act, and finds it locked
    if (!(await store.decideSurvey(tx, key, { state: 'accepted', on, reason: 'accepted' })))
      return refuse({ code: 'stale' });
    const accepted = proposeAcceptance(survey, await checks.digestLines(tx, survey.place, survey.year));
    return accepted.ok ? ok(params) : accepted;
  }),

  handle(contract.returnSurvey, async ({ tx, params, body, decide }) => {
    const survey = await store.findSurvey(tx, params);
    if (!survey) return refuse({ code: 'not_found' });
    const refused = decide('asset.accept', { place: survey.place });
    if (refused) return refuse(refused);
    if (survey.state === 'returned') return refuse({ code: 'survey_not_reported' });
    const decision = { state: 'returned' as const, on: todayInShanghai(tx.now), reason: body.reason };
    const done = await store.decideSurvey(tx, { ...params, revision: body.revision }, decision);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.getTotals, async ({ tx, actor, query, decide }) => {
    const place = query.place ?? actor.range?.lo;
    if (place === undefined || decide('asset.read', { place })) return refuse({ code: 'not_found' });
    const here = await totals.findTotalsPlace(tx, place);
    if (!here || !isPlace(place)) return refuse({ code: 'not_found' });
    const year = query.year ?? lastYear(tx);
    const range = placeRange(place);
    const below = totalsOf({
      kinds: await totals.sumKinds(tx, range),
      places: await totals.listBelow(tx, place),
      below: await totals.sumBelow(tx, place),
    });
    return ok({
      ...here,
      ...below,
      parents: await parentsOf(tx, place, actor.range),
      year,
      checks: [...(await store.sumChecks(tx, range, year))],
      belowChecks: [...(await store.sumChecksBelow(tx, place, year))],
    });
  }),
];

/** The last year that is over: what is surveyed now. */
function lastYear(tx: Tx): number {
  return Number(todayInShanghai(tx.now).slice(0, 4)) - 1;
}

async function surveyViewer(tx: Tx, year: number) {
  const today = todayInShanghai(tx.now);
  const months = (await findParameter(tx, 'asset_survey_due_months', today))?.value ?? 3;
  const dueOn = surveyDueOn(year, months);
  return (count: store.SurveyCount) => ({
    ...count,
    year,
    dueOn,
    coverageBp: coverageBp(count.confirmed, count.known) ?? null,
    light: surveyLight(count, { isOver: isYearOver(year, today), late: dueLight(dueOn, today) }),
  });
}

function surveyLight(
  { known, state }: Pick<store.SurveyCount, 'known' | 'state'>,
  { isOver, late }: { readonly isOver: boolean; readonly late: ReturnType<typeof dueLight> },
) {
  if (state === 'accepted') return 'met' as const;
  if (known === 0 && state === 'open') return late === 'late' ? late : ('none' as const);
  return isOver ? late : ('none' as const);
}

/** Why no line of a year may be written now; holds its survey as it is until the act ends. */
async function lockedYear(
  tx: Tx,
  { place, year, checkedOn }: { readonly place: number; readonly year: number; readonly checkedOn: string },
): Promise<Refusal | undefined> {
  const today = todayInShanghai(tx.now);
  if (!isYearOver(year, today)) return { code: 'check_year_open', field: 'year' };
  if (checkedOn > today) return { code: 'check_in_future', field: 'checkedOn' };
  return (await store.holdOpen(tx, place, year)) ? undefined : { code: 'survey_accepted' };
}

async function writeLine(tx: Tx, asset: checks.YearAsset, line: checks.NewLine) {
  const key = { county: asset.county, id: asset.id };
  if (asset.line) {
    const { checkId: id, checkRevision: revision } = asset.line;
    const change = { asset, line, reason: line.cause ?? line.finding };
    const done = await checks.correctLine(tx, { county: asset.county, id, revision }, change);
    return done ? ok(key) : refuse({ code: 'stale' });
  }
  try {
    await checks.recordLines(tx, [{ id: newRecordId(tx), asset, line }]);
    return ok(key);
  } catch (error) {
    if (isUniqueViolation(error, 'asset_check_county_asset_id_year_key')) return refuse({ code: 'stale' });
    throw error;
  }
}

/** An asset with its line, or with the line that is proposed for it. */
function toCheckRow(asset: checks.YearAsset, year: number): contract.CheckRow {
  const { villageOn, townshipOn, line } = asset;
  return {
    county: asset.county,
    id: asset.id,
    number: asset.number,
    name: asset.name,
    class: asset.class,
    kind: asset.kind,
    confirmation: confirmationState({ villageOn, townshipOn }),
    isChecked: line !== undefined,
    ...(line ?? proposedLine(asset, year)),
    cause: line?.cause ?? null,
    checkedOn: line?.checkedOn ?? null,
    checkId: line?.checkId ?? null,
    checkRevision: line?.checkRevision ?? null,
  };
}

const nothing: CheckLine & Movement & { finding: CheckFinding } = {
  openingFen: 0n,
  increaseFen: 0n,
  decreaseFen: 0n,
  closingFen: 0n,
  openingMu: 0,
  increaseMu: 0,
  decreaseMu: 0,
  closingMu: 0,
  finding: 'as_listed',
};

function proposedLine(asset: checks.YearAsset, year: number): CheckLine {
  const proposed: Result<CheckLine, Refusal> = proposeCheck({ asset, year, previous: asset.previous, cause: '' });
  return proposed.ok ? proposed.value : nothing;
}

/** The way up, as far as the reader's own range goes. */
async function parentsOf(tx: Tx, place: number, range: { readonly lo: number; readonly hi: number } | undefined) {
  const codes: number[] = [];
  for (let above = parentPlace(placeOf(place)); above !== undefined; above = parentPlace(above)) {
    const whole = placeRange(above);
    if (range && whole.lo >= range.lo && whole.hi <= range.hi) codes.unshift(above);
  }
  const names = await totals.listPlaceNames(tx, codes);
  return codes.map((code) => ({ place: code, placeName: names.get(code) ?? String(code) }));
}
