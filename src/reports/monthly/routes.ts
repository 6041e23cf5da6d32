import { listRestatements, viewLights, viewReportOf, viewReports } from '../../activities/submissions/public.ts';
import {
  countedIndicators,
  findIndicator,
  listDifferences,
  listRecordTitles,
  readFigureRows,
  viewFigureRows,
} from '../../indicators/public.ts';
import { compile, indicatorValue, recordAddress } from '../../indicators/rules.ts';
import type { FactKind } from '../../platform/feature.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { type Month, shiftMonth } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { TitleSources } from '../../platform/record-titles.ts';
import { findPlace, listPlaceNames } from '../../registers/places/public.ts';
import * as contract from './contract.ts';
import { exportRoutesFor } from './export-routes.ts';
import { computeReports, confirmMonth, reportScope } from './public.ts';

const acts = ['submission.confirm', 'submission.approve', 'submission.return', 'submission.unlock'];
const monthsOfLights = 12;

/** The routes of the report; each fact kind brings the page of its records (law L4), `titles` what these are called. */
export function routesFor(factKinds: readonly FactKind[], titles: TitleSources): readonly Handler[] {
  const pages = new Map(factKinds.map((kind) => [kind.name, kind.recordPage]));
  const pageOf: PageOf = (indicator) => {
    const found = findIndicator(indicator);
    return (found?.kind === 'counted' ? pages.get(found.fact) : undefined) ?? '';
  };
  const records = { pageOf, titles };
  return [
    wholeReport(records),
    exceptions,
    confirmation,
    reportRows(records),
    reportChanges(records),
    ...exportRoutesFor(titles),
  ];
}

/** Pattern of the record page behind an indicator. */
type PageOf = (indicator: string) => string;

/** Where the records behind figures are found, and what they are called. */
interface Records {
  readonly pageOf: PageOf;
  readonly titles: TitleSources;
}

function wholeReport({ pageOf, titles }: Records): Handler {
  return handle(contract.getReport, async ({ tx, actor, query, decide, allowed }) => {
    const place = decide('report.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    if (!place) return refuse({ code: 'not_found' });
    const month = query.month as Month;
    const code = query.place as Place;
    const submission = await viewReportOf(tx, place, month);
    const [report] = await computeReports(tx, { within: code, places: [code], month });
    if (!report) return refuse({ code: 'not_found' });
    const restatements = await listRestatements(tx, placeRange(code), month);
    const may = allowed(acts, { place: code });
    const causes = restatements.flatMap((one) => one.causes);
    const names = await listRecordTitles(tx, causes, { titles, allowed: (act) => !decide(act, { place: code }) });
    return ok({
      ...report,
      submission,
      restatements: restatements.map(({ causes, ...one }) => ({
        ...one,
        causes: causes.map((each) => ({
          ...each,
          title: names.get(each.recordId) ?? null,
          address: addressOf(pageOf(one.indicator), each),
        })),
      })),
      allowed: may.filter((act) => act !== 'submission.confirm' || actor.range?.lo === code),
    });
  });
}

function reportRows({ pageOf, titles }: Records): Handler {
  return handle(contract.listReportRows, async ({ tx, query, decide }) => {
    const indicator = findIndicator(query.indicator);
    const place = decide('report.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    if (!place || !indicator) return refuse({ code: 'not_found' });
    const base = { indicator: indicator.code, placeName: place.name };
    const code = query.place as Place;
    const month = query.month as Month;
    if (indicator.kind === 'ratio') {
      const [report] = await computeReports(tx, { within: code, places: [code], month });
      const parts = [indicator.numerator, indicator.denominator].map((part) => {
        const cell = report?.cells.find((one) => one.indicator === part);
        return { indicator: part, value: cell?.value ?? 0, total: cell?.rowCount ?? 0 };
      });
      const value = indicatorValue(indicator, (part) => parts.find((one) => one.indicator === part)?.value) ?? null;
      return ok({ ...base, value, total: 0, rows: [], parts });
    }
    const selection = compile(indicator, await reportScope(tx, code, month));
    const { value, rowCount, rows } = await readFigureRows(tx, selection, query);
    const allowed = (act: string) => !decide(act, { place: code });
    const list = await viewFigureRows(tx, rows, { page: pageOf(indicator.code), titles, allowed });
    return ok({ ...base, value, total: rowCount, rows: list, parts: [] });
  });
}

function reportChanges({ pageOf, titles }: Records): Handler {
  return handle(contract.listReportChanges, async ({ tx, query, decide }) => {
    const indicator = findIndicator(query.indicator);
    const place = decide('report.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    if (!place || !indicator) return refuse({ code: 'not_found' });
    const scope = await reportScope(tx, query.place as Place, query.month as Month);
    const codes = indicator.kind === 'counted' ? [indicator.code] : [indicator.numerator, indicator.denominator];
    const comparisons = countedIndicators
      .filter((one) => codes.includes(one.code))
      .map((one) => ({
        key: one.code,
        before: compile(one, scope),
        after: compile(one, { ...scope, cutoffs: undefined }),
      }));
    const changes = await listDifferences(tx, comparisons);
    const places = changes.map((one) => one.place);
    const names = await listPlaceNames(tx, places);
    const allowed = (act: string) => !decide(act, { place: query.place });
    const called = await listRecordTitles(tx, changes, { titles, allowed });
    return ok({
      changes: changes.map(({ key, ...one }) => ({
        ...one,
        placeName: names.get(one.place) ?? '',
        title: called.get(one.recordId) ?? null,
        address: addressOf(pageOf(key), one),
      })),
    });
  });
}

const exceptions = handle(contract.listExceptions, async ({ tx, query, decide }) => {
  const place = decide('report.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
  if (!place) return refuse({ code: 'not_found' });
  const month = query.month as Month;
  const within = query.place as Place;
  const range = placeRange(within);
  const submissions = await viewReports(tx, { ...range, month, parent: within });
  const places = submissions.map((one) => one.place as Place);
  const reports = places.length === 0 ? [] : await computeReports(tx, { within, places, month });
  const months = Array.from({ length: monthsOfLights }, (_, index) => shiftMonth(month, index + 1 - monthsOfLights));
  const lights = new Map(
    (await viewLights(tx, { ...range, months, parent: within })).map((row) => [row.place, row.lights]),
  );
  const rows = submissions.map((submission, index) => ({
    submission,
    unconfirmed: reports[index]?.unconfirmed ?? 0,
    exceptions: (submission.state === 'open' ? [] : (reports[index]?.cells ?? []))
      .filter((cell) => cell.exceptions.length > 0)
      .map(({ indicator, exceptions: kinds, value, previous, live }) => ({
        indicator,
        kinds,
        value: value ?? 0,
        previous,
        live: live ?? 0,
      })),
    lights: lights.get(submission.place) ?? [],
  }));
  return ok({ months, rows });
});

const confirmation = handle(contract.confirmReport, async ({ tx, actor, body, decide }) => {
  const refused = decide('submission.confirm', { place: body.place });
  if (refused) return refuse(refused);
  // a township does not confirm for its village: the one who knows the records does
  if (actor.range?.lo !== body.place) return refuse({ code: 'report_not_own_place' });
  const remark = body.remark === undefined || body.remark === '' ? null : body.remark;
  return confirmMonth(tx, { place: body.place as Place, month: body.month as Month, remark });
});

/** A cause tells its record and day, not its dimensions; `:month` is then the month it occurred in. */
function addressOf(
  page: string,
  cause: { county: number; place: number; recordId: string; occurredOn: string },
): string {
  return recordAddress(page, { ...cause, dims: { month: cause.occurredOn.slice(0, 7) } });
}
