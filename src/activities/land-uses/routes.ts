import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposeLandUse } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.listLandUses, async ({ tx, query }) => ok(await store.listLandUses(tx, query))),

  handle(contract.recordLandUse, async ({ tx, body, decide }) => {
    const refused = decide('landUse.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposeLandUse(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.recordLandUse(tx, proposed.value);
    return ok({ county: countyOf(proposed.value.place), id: body.id });
  }),

  handle(contract.correctLandUse, async ({ tx, params, body, decide }) => {
    const known = await store.findLandUse(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('landUse.correct', { place: known.place });
    if (refused) return refuse(refused);
    const draft = { ...known, name: body.name, startsOn: body.startsOn };
    const proposed = proposeLandUse(draft, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const changed = await store.correctLandUse(tx, { key, draft: proposed.value, reason: body.reason });
    return changed ? ok(params) : refuse({ code: 'stale' });
  }),
];
