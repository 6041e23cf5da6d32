import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposeLand } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.listLand, async ({ tx, query }) => ok(await store.listLand(tx, query))),

  handle(contract.recordLand, async ({ tx, body, decide }) => {
    const refused = decide('land.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposeLand(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.recordLand(tx, proposed.value);
    return ok({ county: countyOf(proposed.value.place), id: body.id });
  }),

  handle(contract.correctLand, async ({ tx, params, body, decide }) => {
    const known = await store.findLand(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land.correct', { place: known.place });
    if (refused) return refuse(refused);
    const draft = { ...known, name: body.name, startsOn: body.startsOn };
    const proposed = proposeLand(draft, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const changed = await store.correctLand(tx, { key, draft: proposed.value, reason: body.reason });
    return changed ? ok(params) : refuse({ code: 'stale' });
  }),
];
