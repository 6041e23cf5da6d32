import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { countyOf, type Place } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import { sumDocument } from './balance-store.ts';
import * as contract from './document-contract.ts';
import { proposeDocument } from './document-rules.ts';
import * as store from './document-store.ts';

export const documentRoutes: readonly Handler[] = [
  handle(contract.listFunds, async ({ tx }) => ok({ rows: [...(await store.listFunds(tx))] })),

  handle(contract.recordFund, async ({ tx, body, decide }) => {
    const barred = decide('fund.record', { place: body.place });
    if (barred) return refuse(barred);
    const county = countyOf(body.place as Place);
    await store.recordFund(tx, { ...body, county });
    return ok({ county, id: body.id });
  }),

  handle(contract.listDocuments, async ({ tx, query }) => {
    const { rows, total } = await store.pageDocuments(tx, query);
    return ok({ rows: await withPlaces(tx, rows), total });
  }),

  handle(contract.getDocument, async ({ tx, params, allowed }) => {
    const document = await store.findFundDocument(tx, params);
    if (!document) return refuse({ code: 'not_found' });
    const [shown] = await withPlaces(tx, [document]);
    if (!shown) return refuse({ code: 'not_found' });
    const sums = await sumDocument(tx, document.id);
    return ok({ ...shown, sums, allowed: allowed(['fund.order'], { place: document.place }) });
  }),

  handle(contract.recordDocument, async ({ tx, body, decide }) => {
    const fund = await store.findFund(tx, { county: body.county, id: body.fundId });
    if (!fund) return refuse({ code: 'not_found' });
    const barred = decide('fund.record', { place: fund.place });
    if (barred) return refuse(barred);
    const proposed = proposeDocument(body, fund.place);
    if (!proposed.ok) return proposed;
    if (await store.hasDocumentNumber(tx, body.number)) return refuse({ code: 'fund_number_taken', field: 'number' });
    await store.recordFundDocument(tx, { ...body, places: body.places as Place[], place: fund.place });
    return ok({ county: body.county, id: body.id });
  }),
];

/** Documents with the names of the places they are for. */
export async function withPlaces(tx: Tx, rows: readonly store.FundDocumentRow[]) {
  const names = await listPlaceNames(
    tx,
    rows.flatMap(({ placeLos }) => placeLos),
  );
  return rows.map(({ placeLos, placeHis, ...row }) => ({
    ...row,
    purposes: [...row.purposes],
    payeeKinds: [...row.payeeKinds],
    places: placeLos.map((code) => ({ code, name: names.get(code) ?? String(code) })),
  }));
}
