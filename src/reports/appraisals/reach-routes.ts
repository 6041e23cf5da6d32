import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './reach-contract.ts';
import * as store from './reach-store.ts';

export const reachRoutes: readonly Handler[] = [
  handle(contract.listReached, async ({ tx, query }) => {
    const { rows, ...about } = await store.listReached(tx, query);
    return ok({ ...about, rows: [...rows] });
  }),

  handle(contract.listOrigins, async ({ tx, query }) => {
    const household = { county: query.county, id: query.household };
    const headName = await store.findHead(tx, household);
    if (headName === undefined) return refuse({ code: 'not_found' });
    const rows = [];
    for (const way of await store.listWays(tx, household))
      rows.push({ ...way, origins: [...(await store.listOrigins(tx, way))] });
    return ok({ headName, rows });
  }),
];
