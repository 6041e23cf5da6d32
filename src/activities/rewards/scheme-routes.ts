import { findFundDocument } from '../../ledgers/funds/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as contract from './scheme-contract.ts';
import * as store from './scheme-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listSchemes, async ({ tx, allowed }) => {
    const rates = Map.groupBy(await store.listRates(tx), ({ schemeId }) => schemeId);
    const rows = (await store.listSchemes(tx)).map((scheme) => ({
      ...scheme,
      rates: (rates.get(scheme.id) ?? []).map(({ schemeId: _, ...rate }) => rate),
    }));
    return ok({ rows, allowed: allowed(['reward.scheme'], {}) });
  }),

  handle(contract.recordScheme, async ({ tx, body, decide }) => {
    const refused = decide('reward.scheme', { place: body.place });
    if (refused) return refuse(refused);
    if (placeLevel(body.place) === 'village') return refuse({ code: 'reward_scheme_place', field: 'place' });
    if (body.endsOn < body.startsOn) return refuse({ code: 'reward_scheme_days', field: 'endsOn' });
    if (body.fundDocumentId && !(await findFundDocument(tx, documentKey(body, body.fundDocumentId))))
      return refuse({ code: 'not_found', field: 'fundDocumentId' });
    return onceOnly(async () => {
      await store.recordScheme(tx, body);
      const { id, place, startsOn, rateFen, source } = body;
      await store.recordRate(tx, { id, schemeId: id, place, startsOn, rateFen, source });
      return ok({ id });
    });
  }),

  handle(contract.setRate, async ({ tx, params, body, decide }) => {
    const scheme = await store.findScheme(tx, params.id);
    if (!scheme) return refuse({ code: 'not_found' });
    const refused = decide('reward.scheme', { place: scheme.place });
    if (refused) return refuse(refused);
    return onceOnly(async () => {
      await store.recordRate(tx, { ...body, schemeId: scheme.id, place: scheme.place });
      return ok({ id: body.id });
    });
  }),
];

function documentKey(scheme: { readonly place: number; readonly fundDocumentCounty?: number | undefined }, id: string) {
  return { county: scheme.fundDocumentCounty ?? Math.floor(scheme.place / 1_000_000), id };
}

async function onceOnly<T>(work: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, 'reward_scheme_once')) return refuse({ code: 'reward_scheme_known', field: 'title' });
    if (isUniqueViolation(error, 'reward_rate_once')) return refuse({ code: 'reward_rate_known', field: 'startsOn' });
    throw error;
  }
}
