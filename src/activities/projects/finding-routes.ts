import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import { findingLight, proposeAnswer, proposeReview } from './audit-rules.ts';
import * as contract from './finding-contract.ts';
import * as store from './finding-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listFindings, async ({ tx, query }) => {
    const { rows, total } = await store.listFindings(tx, query);
    const today = todayInShanghai(tx.now);
    return ok({ rows: rows.map((row) => ({ ...row, light: findingLight(row, today) })), total });
  }),

  handle(contract.getFinding, async ({ tx, params, actor, allowed }) => {
    const found = await store.findFinding(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    const acts =
      found.state === 'open'
        ? ['finding.answer']
        : found.state === 'answered'
          ? ['finding.answer', 'finding.review']
          : [];
    const own = found.answeredBy === actor.accountId;
    const may = allowed(acts, { place: found.place }).filter((act) => act !== 'finding.review' || !own);
    const light = findingLight(found, todayInShanghai(tx.now));
    return ok({ ...found, light, answeredBy: found.answererName, allowed: may });
  }),

  handle(contract.recordFinding, async ({ tx, body, decide }) => {
    const refused = decide('finding.record', { place: body.place });
    if (refused) return refuse(refused);
    if (body.foundOn > todayInShanghai(tx.now)) return refuse(refusal('finding_days', 'foundOn'));
    if (body.dueOn <= body.foundOn) return refuse(refusal('finding_days', 'dueOn'));
    const { entryType, entryCounty, entryId } = body;
    if ((entryType === null) !== (entryId === null) || (entryId === null) !== (entryCounty === null))
      return refuse(refusal('finding_entry', 'entryType'));
    try {
      await store.recordFinding(tx, body);
    } catch (error) {
      if (isUniqueViolation(error, 'finding_number')) return refuse(refusal('finding_number_known', 'number'));
      throw error;
    }
    return ok({ county: Math.floor(body.place / 1_000_000), id: body.id });
  }),

  handle(contract.answerFinding, async ({ tx, params, body, decide }) => {
    const found = await store.findFinding(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    const refused = decide('finding.answer', { place: found.place });
    if (refused) return refuse(refused);
    const proposed = proposeAnswer(found, body.recoveredFen);
    if (!proposed.ok) return proposed;
    const done = await store.answerFinding(tx, { ...params, revision: body.revision }, body);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.reviewFinding, async ({ tx, params, actor, body, decide }) => {
    const found = await store.findFinding(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    const refused = decide('finding.review', { place: found.place });
    if (refused) return refuse(refused);
    const proposed = proposeReview(found, actor.accountId);
    if (!proposed.ok) return proposed;
    return (await store.reviewFinding(tx, found, body)) ? ok(params) : refuse({ code: 'stale' });
  }),
];
