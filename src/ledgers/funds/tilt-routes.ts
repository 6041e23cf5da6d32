import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import { tiltSheet } from './list-sheet-contract.ts';
import * as contract from './tilt-contract.ts';
import { type TiltResult, tilt } from './tilt-rules.ts';
import * as store from './tilt-store.ts';
import { workbookOf } from './workbook-store.ts';

export const tiltRoutes: readonly Handler[] = [
  handle(contract.tryTilt, async ({ tx, query }) => {
    const { place, on = todayInShanghai(tx.now), totalFen, keyPoor, ...weights } = query;
    const range = place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(place as Place);
    const villages = await store.measureVillages(tx, { lo: range.lo, hi: range.hi, on, keyPoor: keyPoor === 'true' });
    const ranked = tilt(villages, { weights, totalFen });
    if (!ranked.ok) return ranked;
    return ok({ measuredOn: on, totalFen, results: await named(tx, ranked.value) });
  }),

  handle(contract.keepTilt, async ({ tx, body, decide }) => {
    const barred = decide('fund.tilt', { place: body.place });
    if (barred) return refuse(barred);
    const { lo, hi } = placeRange(body.place as Place);
    const { weights, totalFen, on, keyPoor } = body;
    if (on > todayInShanghai(tx.now)) return refuse({ code: 'fund_order_in_future', field: 'on' });
    const ranked = tilt(await store.measureVillages(tx, { lo, hi, on, keyPoor }), { weights, totalFen });
    if (!ranked.ok) return ranked;
    await store.recordTilt(tx, { ...body, measuredOn: on, results: ranked.value });
    return ok({ county: countyOf(body.place as Place), id: body.id });
  }),

  handle(contract.listTilts, async ({ tx, query }) => {
    const { rows, total } = await store.listTilts(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getTilt, async ({ tx, params, allowed }) => {
    const kept = await store.findTilt(tx, params);
    if (!kept) return refuse({ code: 'not_found' });
    const orders = await store.listTiltOrders(tx, kept.id);
    const results = await named(tx, kept.results);
    return ok({ ...kept, results, orders: [...orders], allowed: allowed(['fund.order'], { place: kept.place }) });
  }),

  handle(contract.exportTilt, async ({ tx, params, language }) => {
    const kept = await store.findTilt(tx, params);
    if (!kept) return refuse({ code: 'not_found' });
    const rows = (await named(tx, kept.results)).map(({ values, ...row }) => ({
      rank: row.rank,
      placeName: row.placeName,
      score: String(row.score / 10_000),
      amountFen: row.amountFen,
      registeredPoor: String(values.registered_poor),
      members: String(values.members),
      collectiveIncomeFen: values.collective_income,
      assetsFen: values.assets,
    }));
    return ok(await workbookOf(tx, { table: 'fund_tilt', spec: tiltSheet, rows, asked: { id: kept.id }, language }));
  }),
];

async function named(tx: Tx, results: readonly TiltResult[]) {
  const names = await listPlaceNames(
    tx,
    results.map(({ place }) => place),
  );
  return results.map((one) => ({ ...one, placeName: names.get(one.place) ?? String(one.place) }));
}
