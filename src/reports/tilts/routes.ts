import { catalogue, catalogueVersion, firstMonth } from '../../indicators/public.ts';
import { workbookOf } from '../../ledgers/funds/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { type Month, monthOf, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import * as contract from './contract.ts';
import { proposeFormula, type TiltResult, tilt } from './rules.ts';
import { tiltSheetOf, valueCell } from './sheet-contract.ts';
import * as store from './store.ts';
import { measureVillages } from './value-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.tryTilt, async ({ tx, query, decide }) => {
    const { place, totalFen, keyPoor } = query;
    const barred = place === undefined ? undefined : decide('fund.tilt', { place });
    if (barred) return refuse(barred);
    const month = (query.month ?? shiftMonth(thisMonth(tx), -1)) as Month;
    const range = place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(place as Place);
    const formula = proposeFormula(query.formula, catalogue);
    if (!formula.ok) return formula;
    const indicators = formula.value.map(({ indicator }) => indicator);
    const asked = { indicators, range, month, keyPoor: keyPoor === 'true' };
    const villages = await measureVillages(tx, { ...asked, from: 'figures' });
    const ranked = tilt(villages, { formula: formula.value, totalFen });
    if (!ranked.ok) return ranked;
    return ok({ month, totalFen, formula: [...formula.value], results: await named(tx, ranked.value) });
  }),

  handle(contract.keepTilt, async ({ tx, body, decide }) => {
    const barred = decide('fund.tilt', { place: body.place });
    if (barred) return refuse(barred);
    const { totalFen, keyPoor } = body;
    const month = body.month as Month;
    if (month < firstMonth || month > thisMonth(tx))
      return refuse({ code: 'fund_tilt_month', field: 'month', values: { from: firstMonth } });
    const formula = proposeFormula(body.formula, catalogue);
    if (!formula.ok) return formula;
    const indicators = formula.value.map(({ indicator }) => indicator);
    const range = placeRange(body.place as Place);
    const villages = await measureVillages(tx, { indicators, range, month, keyPoor, from: 'facts' });
    const ranked = tilt(villages, { formula: formula.value, totalFen });
    if (!ranked.ok) return ranked;
    const { id, place, name } = body;
    const decision = { formula: formula.value, catalogue: catalogueVersion, results: ranked.value };
    await store.recordTilt(tx, { id, place, name, month, keyPoor, totalFen, ...decision });
    return ok({ county: countyOf(place as Place), id });
  }),

  handle(contract.listTilts, async ({ tx, query }) => {
    const { rows, total } = await store.listTilts(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getTilt, async ({ tx, params, allowed }) => {
    const kept = await store.findTilt(tx, params);
    if (!kept) return refuse({ code: 'not_found' });
    const orders = await store.listTiltOrders(tx, kept.id);
    const { formula, results, ...about } = kept;
    return ok({
      ...about,
      formula: [...formula],
      results: await named(tx, results),
      orders: [...orders],
      allowed: allowed(['fund.order'], { place: kept.place }),
    });
  }),

  handle(contract.exportTilt, async ({ tx, params, language }) => {
    const kept = await store.findTilt(tx, params);
    if (!kept) return refuse({ code: 'not_found' });
    const rows: readonly ExportRow[] = (await named(tx, kept.results)).map(({ values, ...row }) => ({
      ...{ rank: row.rank, placeName: row.placeName, score: String(row.score / 10_000), amountFen: row.amountFen },
      ...Object.fromEntries(
        kept.formula.map(({ indicator }, at) => [indicator, valueCell(indicator, values[at] ?? null)]),
      ),
    }));
    const spec = tiltSheetOf(kept.formula);
    return ok(await workbookOf(tx, { table: 'fund_tilt', spec, rows, asked: { id: kept.id }, language }));
  }),
];

function thisMonth(tx: Tx): Month {
  return monthOf(todayInShanghai(tx.now));
}

async function named(tx: Tx, results: readonly TiltResult[]) {
  const names = await listPlaceNames(
    tx,
    results.map(({ place }) => place),
  );
  return results.map(({ values, ...one }) => ({
    ...one,
    values: [...values],
    placeName: names.get(one.place) ?? String(one.place),
  }));
}
