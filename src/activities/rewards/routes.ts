import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import { applyForReward, releaseReward } from './apply-store.ts';
import { routes as batchRoutes } from './batch-routes.ts';
import { listTransfersOf } from './batch-store.ts';
import * as contract from './contract.ts';
import { routes as listRoutes } from './list-routes.ts';
import { checkLight } from './rules.ts';
import { routes as schemeRoutes } from './scheme-routes.ts';
import { routes as sheetRoutes } from './sheet-routes.ts';
import * as store from './store.ts';
import { daysOf, showRewards } from './view-store.ts';

const writes = [
  handle(contract.applyReward, async ({ tx, body, decide }) => {
    const refused = decide('reward.apply', { place: body.place });
    if (refused) return refuse(refused);
    const applied = await applyForReward(tx, body);
    if (!applied.ok) return applied;
    return ok({ county: Math.floor(body.place / 1_000_000), id: body.id, ...applied.value });
  }),

  handle(contract.checkReward, async ({ tx, params, body, decide }) => {
    const row = await store.findReward(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('reward.check', { place: row.place, makerId: row.madeBy });
    if (refused) return refuse(refused);
    if (row.state !== 'applied') return refuse({ code: 'reward_not_applied' });
    const checked = { checked_on: todayInShanghai(tx.now), checked_by: tx.actor.accountId, finding: body.finding };
    const ended = body.accepted ? { state: 'checked' } : { state: 'refused', closed_for: body.finding };
    const key = { ...params, revision: body.revision };
    const change = { set: { ...checked, ...ended }, reason: body.finding };
    if (!(await store.reviseReward(tx, key, change))) return refuse({ code: 'stale' });
    if (!body.accepted) await releaseReward(tx, row);
    return ok(params);
  }),

  handle(contract.withdrawReward, async ({ tx, params, body, decide }) => {
    const row = await store.findReward(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('reward.apply', { place: row.place });
    if (refused) return refuse(refused);
    if (row.state !== 'applied' && row.state !== 'checked') return refuse({ code: 'reward_closed' });
    const change = { set: { state: 'withdrawn', closed_for: body.reason }, reason: body.reason };
    if (!(await store.reviseReward(tx, { ...params, revision: body.revision }, change)))
      return refuse({ code: 'stale' });
    await releaseReward(tx, row);
    return ok(params);
  }),
];

const reads = [
  handle(contract.listRewards, async ({ tx, query }) => ok(await showRewards(tx, query))),

  handle(contract.getReward, async ({ tx, params, allowed }) => {
    const row = await store.findReward(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const subject = { county: row.county, subjectType: 'reward_list', subjectId: row.listId ?? '' };
    const notice = row.listId ? await findNotice(tx, subject) : undefined;
    const isOffice = tx.actor.range !== undefined;
    const acts = { applied: ['reward.check', 'reward.apply'], checked: ['reward.apply', 'reward.post'] };
    const open = row.state === 'applied' || row.state === 'checked' ? acts[row.state] : [];
    const posting = row.state === 'listed' ? ['reward.post'] : [];
    const isOwn = row.madeBy === tx.actor.accountId;
    const { madeBy: _maker, checkedBy: _checker, listId: _list, ...shown } = row;
    return ok({
      ...shown,
      light: checkLight(row, daysOf(tx)),
      unitLines: (await store.listUnits(tx, row)).map(({ key, quantity, released }) => ({ key, quantity, released })),
      notice: notice ? { noticeId: notice.noticeId, state: notice.state, endsOn: notice.endsOn } : null,
      transfers: isOffice
        ? (await listTransfersOf(tx, row)).map(({ batchId, result, returnedFor }) => ({ batchId, result, returnedFor }))
        : [],
      allowed: allowed([...open, ...posting], { place: row.place, ...organisationOf(row) }).filter(
        (act) => act !== 'reward.check' || !isOwn,
      ),
    });
  }),
];

export const routes: readonly Handler[] = [
  ...schemeRoutes,
  ...sheetRoutes,
  ...reads,
  ...writes,
  ...listRoutes,
  ...batchRoutes,
];

function organisationOf({ cooperativeId }: store.RewardRow) {
  return cooperativeId === null ? {} : { organisationId: cooperativeId };
}
