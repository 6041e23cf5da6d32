import { isForeignKeyViolation } from '../../platform/db/connection.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findCooperative, findMembership } from '../../registers/cooperatives/public.ts';
import * as contract from './valuation-contract.ts';
import { checkValuation } from './valuation-rules.ts';
import * as store from './valuation-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listValuations, async ({ tx, params, query }) => {
    if (!(await findCooperative(tx, params))) return refuse({ code: 'not_found' });
    const { rows, total } = await store.listValuations(tx, params, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getValuation, async ({ tx, params, allowed }) => {
    const valuation = await store.findValuation(tx, params);
    if (!valuation) return refuse({ code: 'not_found' });
    const subject = { place: valuation.place, organisationId: valuation.cooperativeId };
    return ok({ ...valuation, allowed: valuation.shares > 0 ? [] : allowed(['share.value'], subject) });
  }),

  handle(contract.recordValuation, async ({ tx, params, body, decide }) => {
    const cooperative = await findCooperative(tx, params);
    const member = await findMembership(tx, { county: params.county, id: body.membershipId });
    if (!cooperative || member?.cooperativeId !== cooperative.id) return refuse({ code: 'not_found' });
    const refused = decide('share.value', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const checked = checkValuation(body, todayInShanghai(tx.now));
    if (!checked.ok) return checked;
    await store.recordValuation(tx, cooperative, body);
    return ok({ id: body.id });
  }),

  handle(contract.correctValuation, async ({ tx, params, body, decide }) => {
    const valuation = await store.findValuation(tx, params);
    if (!valuation) return refuse({ code: 'not_found' });
    const refused = decide('share.value', { place: valuation.place, organisationId: valuation.cooperativeId });
    if (refused) return refuse(refused);
    if (valuation.shares > 0) return refuse({ code: 'valuation_in_use' });
    const { revision, reason, ...fields } = body;
    const checked = checkValuation(fields, todayInShanghai(tx.now));
    if (!checked.ok) return checked;
    const done = await store.correctValuation(tx, { ...params, revision }, { fields, reason });
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawValuation, async ({ tx, params, body, decide }) => {
    const valuation = await store.findValuation(tx, params);
    if (!valuation) return refuse({ code: 'not_found' });
    const refused = decide('share.value', { place: valuation.place, organisationId: valuation.cooperativeId });
    if (refused) return refuse(refused);
    try {
      const done = await store.withdrawValuation(tx, { ...params, revision: body.revision }, body.reason);
      return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
    } catch (error) {
      if (isForeignKeyViolation(error)) return refuse({ code: 'valuation_in_use' });
      throw error;
    }
  }),
];
