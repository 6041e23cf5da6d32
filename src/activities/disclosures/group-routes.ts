import type { Subject } from '../../platform/access/rules.ts';
import { isForeignKeyViolation } from '../../platform/db/connection.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './group-contract.ts';
import * as store from './group-store.ts';
import { proposeMember } from './rules.ts';
import { findUnit, type Unit } from './source-store.ts';

export const groupRoutes: readonly Handler[] = [
  handle(contract.listMembers, async ({ tx, query, allowed }) => {
    const { rows, total } = await store.listMembers(tx, query);
    return ok({ rows: [...rows], total, allowed: allowed(['finance_group.record'], {}) });
  }),

  handle(contract.recordMember, async ({ tx, body, decide }) => {
    const { id, place, cooperativeId = null, ...fields } = body;
    const refused = decide('finance_group.record', subjectOf({ place, cooperativeId }));
    if (refused) return refuse(refused);
    const unit = await findUnit(tx, { place, cooperativeId });
    if (!unit) return refuse({ code: 'group_unit', field: cooperativeId === null ? 'place' : 'cooperativeId' });
    const proposed = proposeMember(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await store.recordMember(tx, { id, unit }, fields);
    return ok({ county: unit.county, id });
  }),

  handle(contract.correctMember, async ({ tx, params, body, decide }) => {
    const member = await store.findMember(tx, params);
    if (!member) return refuse({ code: 'not_found' });
    const refused = decide('finance_group.record', subjectOf(member));
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    const proposed = proposeMember(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const done = await store.correctMember(tx, { ...params, revision }, { fields, reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawMember, async ({ tx, params, body, decide }) => {
    const member = await store.findMember(tx, params);
    if (!member) return refuse({ code: 'not_found' });
    const refused = decide('finance_group.record', subjectOf(member));
    if (refused) return refuse(refused);
    try {
      const done = await store.withdrawMember(tx, { ...params, revision: body.revision }, body.reason);
      return done ? ok(params) : refuse({ code: 'stale' });
    } catch (error) {
      if (isForeignKeyViolation(error)) return refuse({ code: 'group_signed' });
      throw error;
    }
  }),
];

function subjectOf({ place, cooperativeId }: Pick<Unit, 'place' | 'cooperativeId'>): Subject {
  return cooperativeId === null ? { place } : { place, organisationId: cooperativeId };
}
