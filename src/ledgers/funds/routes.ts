import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposeFund } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.listFunds, async ({ tx, query }) => ok(await store.listFunds(tx, query))),

  handle(contract.recordFund, async ({ tx, body, decide }) => {
    const refused = decide('fund.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposeFund(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.recordFund(tx, proposed.value);
    return ok({ county: countyOf(proposed.value.place), id: body.id });
  }),

  handle(contract.correctFund, async ({ tx, params, body, decide }) => {
    const known = await store.findFund(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('fund.correct', { place: known.place });
    if (refused) return refuse(refused);
    const draft = { ...known, name: body.name, startsOn: body.startsOn };
    const proposed = proposeFund(draft, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const changed = await store.correctFund(tx, { key, draft: proposed.value, reason: body.reason });
    return changed ? ok(params) : refuse({ code: 'stale' });
  }),
];
