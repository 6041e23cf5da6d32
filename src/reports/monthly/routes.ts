import { viewSubmissions } from '../../activities/submissions/public.ts';
import { findIndicator } from '../../indicators/catalogue/catalogue.ts';
import { countFigure, listFigureRows } from '../../indicators/public.ts';
import { compile } from '../../indicators/rules.ts';
import { handle } from '../../platform/http/handle.ts';
import type { Month } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { bindWorkbook, readPlaceholders } from '../../platform/sheets/bind.ts';
import { findPlace, listPlaceNames, listReportingPlaces } from '../../registers/places/public.ts';
import * as contract from './contract.ts';
import { renderReport } from './export-public.ts';
import { computeReport, confirmMonth } from './public.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.getReport, async ({ tx, query, decide, allowed }) => {
    const place = decide('report.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    if (!place) return refuse({ code: 'not_found' });
    const report = await computeReport(tx, place, query.month as Month);
    const { submission } = report;
    if (!submission) return refuse({ code: 'not_found' });
    const acts = ['submission.confirm', 'submission.approve', 'submission.return', 'submission.unlock'];
    return ok({
      ...report,
      submission,
      restatements: [...report.restatements] as never,
      allowed: allowed(acts, { place: query.place }),
    });
  }),

  handle(contract.listReportRows, async ({ tx, query, decide }) => {
    const refused = decide('report.read', { place: query.place });
    const indicator = findIndicator(query.indicator);
    if (refused || indicator?.kind !== 'counted') return refuse({ code: 'not_found' });
    const range = placeRange(query.place as Place);
    const month = query.month as Month;
    const cutoffs = (await store.listCutoffs(tx, range, month)).map((one) => ({
      place: one.place,
      cutoff: one.cutoff ?? undefined,
    }));
    const selection = compile(indicator, { ...range, month, cutoffs });
    const figure = await countFigure(tx, selection);
    const rows = await listFigureRows(tx, selection, query);
    const names = await listPlaceNames(
      tx,
      rows.map((row) => row.place),
    );
    return ok({
      value: figure.value,
      total: figure.rowCount,
      rows: rows.map((row) => ({ ...row, dims: { ...row.dims }, placeName: names.get(row.place) ?? '' })),
    });
  }),

  handle(contract.confirmReport, async ({ tx, actor, body, decide }) => {
    const refused = decide('submission.confirm', { place: body.place });
    if (refused) return refuse(refused);
    // a township does not confirm for its village: the one who knows the records does
    if (actor.range?.lo !== body.place) return refuse({ code: 'report_not_own_place' });
    return confirmMonth(tx, { place: body.place as Place, month: body.month as Month, remark: body.remark ?? null });
  }),

  handle(contract.listExceptions, async ({ tx, query, decide }) => {
    const refused = decide('report.read', { place: query.place });
    if (refused) return refuse(refused);
    const month = query.month as Month;
    const below = await listReportingPlaces(tx, query.place as Place, month);
    const submissions = await viewSubmissions(tx, below, month);
    const rows = [];
    for (const [index, place] of below.entries()) {
      const submission = submissions[index];
      if (!submission) continue;
      const cells = submission.state === 'open' ? [] : (await computeReport(tx, place, month)).cells;
      const exceptions = cells
        .filter((cell) => cell.exceptions.length > 0)
        .map((cell) => ({
          indicator: cell.indicator,
          kinds: cell.exceptions,
          value: cell.value,
          previous: cell.previous,
          live: cell.live,
        }));
      rows.push({ submission, exceptions });
    }
    return ok({ rows });
  }),

  handle(contract.exportReport, async ({ tx, actor, query, language, decide }) => {
    const place = decide('report.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    if (!place) return refuse({ code: 'not_found' });
    const report = await computeReport(tx, place, query.month as Month);
    return ok(
      await renderReport(
        { place, month: query.month as Month, report, language, printedBy: actor.name, printedAt: tx.now },
        query.format,
      ),
    );
  }),

  handle(contract.bindReport, async ({ tx, query, file, decide }) => {
    const place = decide('report.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    if (!place) return refuse({ code: 'not_found' });
    const found = await readPlaceholders(file.bytes);
    const report = await computeReport(tx, place, query.month as Month);
    const values = new Map<string, string | number>(report.cells.map((cell) => [cell.indicator, cell.value]));
    values.set('place', place.name).set('month', query.month);
    const known = found.filter((one) => values.has(one.name));
    if (known.length === 0) return refuse({ code: 'report_binds_nothing', field: 'file' });
    const content = await bindWorkbook(
      file.bytes,
      known.map((one) => ({ sheet: one.sheet, cell: one.cell, value: values.get(one.name) ?? '' })),
    );
    return ok({
      fileName: `${place.name}-${query.month}.xlsx`,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content,
    });
  }),
];
