import { handle } from '../../platform/http/handle.ts';
import { type Month, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { findPlace, listChildPlaces } from '../../registers/places/public.ts';
import { approveSubmissions, listLights, listSubmissions, returnSubmission, unlockMonth } from './contract.ts';
import { type SubmissionLevel, proposeDecision, proposeUnlock } from './rules.ts';
import * as store from './store.ts';
import { viewLights, viewSubmissions } from './public.ts';

export const routes = [
  handle(listSubmissions, async ({ tx, query, decide }) => {
    const refused = decide('submission.read', { place: query.place });
    if (refused) return refuse(refused);
    const own = await findPlace(tx, query.place);
    if (!own) return refuse({ code: 'not_found' });
    const children = await listChildPlaces(tx, query.place);
    const views = await viewSubmissions(tx, [own, ...children], query.month as Month);
    const [first, ...rest] = views;
    return first ? ok({ own: first, children: rest }) : refuse({ code: 'not_found' });
  }),

  handle(listLights, async ({ tx, query, decide }) => {
    const refused = decide('submission.read', { place: query.place });
    if (refused) return refuse(refused);
    const own = await findPlace(tx, query.place);
    if (!own) return refuse({ code: 'not_found' });
    const months = Array.from({ length: 12 }, (_, index) => shiftMonth(query.through as Month, index - 11));
    const rows = await viewLights(tx, [own, ...(await listChildPlaces(tx, query.place))], months);
    return ok({ months, rows });
  }),

  handle(approveSubmissions, async ({ tx, actor, body, decide }) => {
    const results: { place: number; approved: boolean; code: string | null }[] = [];
    for (const place of body.places) {
      const refused = decide('submission.approve', { place }) ?? (await approveOne(tx, { place, month: body.month as Month, deciderLevel: levelOf(actor.range?.lo) }));
      results.push({ place, approved: refused === undefined, code: refused?.code ?? null });
    }
    return ok({ results });
  }),

  handle(returnSubmission, async ({ tx, actor, body, decide }) => {
    const refused = decide('submission.return', { place: body.place });
    if (refused) return refuse(refused);
    const row = await store.findSubmission(tx, body.place, body.month as Month);
    const decided = decideOn(row, { deciderLevel: levelOf(actor.range?.lo), decidedBy: actor.accountId });
    if (!decided.ok) return decided;
    const done = await store.returnToSender(tx, decided.value, { answerBy: body.answerBy as never, list: body.items });
    return done ? ok({ ok: true as const }) : refuse({ code: 'stale' });
  }),

  handle(unlockMonth, async ({ tx, actor, body, decide }) => {
    const refused = decide('submission.unlock', { place: body.place });
    if (refused) return refuse(refused);
    // nobody opens his own month: only a place below
    if (actor.range?.lo === body.place && placeLevel(body.place as Place) !== 'city') return refuse({ code: 'own_work' });
    const proposed = proposeUnlock(todayInShanghai(tx.now), body.untilOn as never);
    if (!proposed.ok) return proposed;
    await store.recordUnlock(tx, { place: body.place, month: body.month as Month, untilOn: body.untilOn as never, reason: body.reason });
    return ok({ ok: true as const });
  }),
];

async function approveOne(tx: Tx, question: { place: number; month: Month; deciderLevel: SubmissionLevel }) {
  const row = await store.findSubmission(tx, question.place, question.month);
  const decided = decideOn(row, { deciderLevel: question.deciderLevel, decidedBy: tx.actor.accountId });
  if (!decided.ok) return decided.refusal;
  const done = await store.approve(tx, decided.value, todayInShanghai(tx.now));
  return done ? undefined : { code: 'stale' };
}

function decideOn(row: store.SubmissionRow | undefined, decider: { deciderLevel: SubmissionLevel; decidedBy: string }) {
  if (!row) return refuse({ code: 'submission_not_confirmed' as const });
  const proposed = proposeDecision({ state: row.state, level: row.level, confirmedBy: row.confirmedBy, ...decider });
  return proposed.ok ? ok(row) : proposed;
}

function levelOf(place: number | undefined): SubmissionLevel {
  const level = place === undefined ? 'village' : placeLevel(place as Place);
  return level === 'province' ? 'city' : level;
}
