import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './alert-contract.ts';
import { decideAlert, findAlert, listAlerts, recordDoubts } from './alert-store.ts';
import { findAllDoubts } from './doubt-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listAlerts, async ({ tx, query, allowed }) => {
    const { rows, total, decided, confirmed } = await listAlerts(tx, query);
    const hitBp = ratioBp(confirmed, decided) ?? null;
    return ok({
      ...{ rows: rows.map((row) => ({ ...row })), total, decided, confirmed, hitBp },
      allowed: allowed(['insurance.review'], {}),
    });
  }),

  handle(contract.findDoubts, async ({ tx, body, decide }) => {
    const refused = decide('insurance.review', { place: body.place });
    if (refused) return refuse(refused);
    const on = todayInShanghai(tx.now);
    const doubts = await findAllDoubts(tx, { place: body.place, on });
    return ok({ found: doubts.length, fresh: await recordDoubts(tx, doubts, on) });
  }),

  handle(contract.decideAlert, async ({ tx, params, body, decide }) => {
    const row = await findAlert(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.review', { place: row.place });
    if (refused) return refuse(refused);
    if (row.state !== 'open') return refuse({ code: 'insurance_alert_decided' });
    const key = { ...params, revision: body.revision };
    const decision = { state: body.state, result: body.reason, on: todayInShanghai(tx.now) };
    return (await decideAlert(tx, key, decision)) ? ok(params) : refuse({ code: 'stale' });
  }),
];
