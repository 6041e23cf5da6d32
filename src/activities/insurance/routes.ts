import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposeInsurance } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.listInsurance, async ({ tx, query }) => ok(await store.listInsurance(tx, query))),

  handle(contract.recordInsurance, async ({ tx, body, decide }) => {
    const refused = decide('insurance.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposeInsurance(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.recordInsurance(tx, proposed.value);
    return ok({ county: countyOf(proposed.value.place), id: body.id });
  }),

  handle(contract.correctInsurance, async ({ tx, params, body, decide }) => {
    const known = await store.findInsurance(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('insurance.correct', { place: known.place });
    if (refused) return refuse(refused);
    const draft = { ...known, name: body.name, startsOn: body.startsOn };
    const proposed = proposeInsurance(draft, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const changed = await store.correctInsurance(tx, { key, draft: proposed.value, reason: body.reason });
    return changed ? ok(params) : refuse({ code: 'stale' });
  }),
];
