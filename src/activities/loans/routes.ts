import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposeLoan } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.listLoans, async ({ tx, query }) => ok(await store.listLoans(tx, query))),

  handle(contract.recordLoan, async ({ tx, body, decide }) => {
    const refused = decide('loan.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposeLoan(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.recordLoan(tx, proposed.value);
    return ok({ county: countyOf(proposed.value.place), id: body.id });
  }),

  handle(contract.correctLoan, async ({ tx, params, body, decide }) => {
    const known = await store.findLoan(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('loan.correct', { place: known.place });
    if (refused) return refuse(refused);
    const draft = { ...known, name: body.name, startsOn: body.startsOn };
    const proposed = proposeLoan(draft, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const changed = await store.correctLoan(tx, { key, draft: proposed.value, reason: body.reason });
    return changed ? ok(params) : refuse({ code: 'stale' });
  }),
];
