import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposeReward } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.listRewards, async ({ tx, query }) => ok(await store.listRewards(tx, query))),

  handle(contract.recordReward, async ({ tx, body, decide }) => {
    const refused = decide('reward.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposeReward(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.recordReward(tx, proposed.value);
    return ok({ county: countyOf(proposed.value.place), id: body.id });
  }),

  handle(contract.correctReward, async ({ tx, params, body, decide }) => {
    const known = await store.findReward(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('reward.correct', { place: known.place });
    if (refused) return refuse(refused);
    const draft = { ...known, name: body.name, startsOn: body.startsOn };
    const proposed = proposeReward(draft, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const changed = await store.correctReward(tx, { key, draft: proposed.value, reason: body.reason });
    return changed ? ok(params) : refuse({ code: 'stale' });
  }),
];
