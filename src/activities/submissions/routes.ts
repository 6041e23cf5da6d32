import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { type LocalDate, type Month, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { isPlace, type Place, parentPlace, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findPlace } from '../../registers/places/public.ts';
import { approveSubmissions, listLights, listSubmissions, returnSubmission, unlockMonth } from './contract.ts';
import { toLevel, viewLights, viewReportOf, viewReports } from './public.ts';
import { proposeApproval, proposeReturn, proposeUnlock, type SubmissionLevel } from './rules.ts';
import * as store from './store.ts';

const monthsOfLights = 12;

export const routes = [
  handle(listSubmissions, async ({ tx, query, decide }) => {
    if (decide('submission.read', { place: query.place })) return refuse({ code: 'not_found' });
    const place = await findPlace(tx, query.place);
    if (!place) return refuse({ code: 'not_found' });
    const month = query.month as Month;
    const own = await viewReportOf(tx, place, month);
    const range = placeRange(query.place as Place);
    return ok({ own, children: await viewReports(tx, { ...range, month, parent: query.place }) });
  }),

  handle(listLights, async ({ tx, query, decide }) => {
    if (decide('submission.read', { place: query.place })) return refuse({ code: 'not_found' });
    if (!(await findPlace(tx, query.place))) return refuse({ code: 'not_found' });
    const months = Array.from({ length: monthsOfLights }, (_, index) =>
      shiftMonth(query.through as Month, index + 1 - monthsOfLights),
    );
    const place = query.place as Place;
    const range = placeRange(place);
    const [own] = await viewLights(tx, { ...range, months, levels: [toLevel(place)] });
    const rows = await viewLights(tx, { ...range, months, parent: place });
    return ok({ months, own: own ?? null, rows });
  }),

  handle(approveSubmissions, async ({ tx, actor, body, decide }) => {
    const deciderLevel = levelOf(actor.range?.lo);
    const rows = new Map(
      (await store.listSubmissions(tx, body.places, body.month as Month)).map((row) => [row.place, row]),
    );
    const results: { place: number; approved: boolean; code: string | null }[] = [];
    for (const place of new Set(body.places)) {
      const refused = decide('submission.approve', { place }) ?? (await approveOne(tx, rows.get(place), deciderLevel));
      results.push({ place, approved: refused === undefined, code: refused?.code ?? null });
    }
    return ok({ results });
  }),

  handle(returnSubmission, async ({ tx, actor, body, decide }) => {
    const refused = decide('submission.return', { place: body.place });
    if (refused) return refuse(refused);
    const today = todayInShanghai(tx.now);
    const answerBy = body.answerBy as LocalDate;
    if (answerBy < today) return refuse({ code: 'return_answer_past', field: 'answerBy' });
    const above = isPlace(body.place) ? parentPlace(body.place) : undefined;
    const rows = await store.listSubmissions(tx, [body.place, above ?? body.place], body.month as Month);
    const row = rows.find((one) => one.place === body.place);
    if (!row) return refuse({ code: 'submission_not_confirmed' });
    const proposed = proposeReturn({
      ...row,
      deciderLevel: levelOf(actor.range?.lo),
      decidedBy: actor.accountId,
      aboveState: rows.find((one) => one.place === above)?.state ?? 'open',
    });
    if (!proposed.ok) return proposed;
    const done = await store.returnToSender(tx, row, { answerBy, items: body.items });
    return done ? ok({ ok: true as const }) : refuse({ code: 'stale' });
  }),

  handle(unlockMonth, async ({ tx, actor, body, decide }) => {
    const refused = decide('submission.unlock', { place: body.place });
    if (refused) return refuse(refused);
    if (!(await findPlace(tx, body.place))) return refuse({ code: 'not_found' });
    // nobody opens his own month; the city has nobody above to ask
    const isOwn = actor.range?.lo === body.place;
    if (isOwn && levelOf(body.place) !== 'city') return refuse({ code: 'own_work' });
    const untilOn = body.untilOn as LocalDate;
    const proposed = proposeUnlock(todayInShanghai(tx.now), untilOn);
    if (!proposed.ok) return proposed;
    await store.recordUnlock(tx, { place: body.place, month: body.month as Month, untilOn, reason: body.reason });
    return ok({ ok: true as const });
  }),
];

async function approveOne(tx: Tx, row: store.SubmissionRow | undefined, deciderLevel: SubmissionLevel) {
  if (!row) return { code: 'submission_not_confirmed' };
  const proposed = proposeApproval({ ...row, deciderLevel, decidedBy: tx.actor.accountId });
  if (!proposed.ok) return proposed.refusal;
  return (await store.approve(tx, row, todayInShanghai(tx.now))) ? undefined : { code: 'stale' };
}

function levelOf(place: number | undefined): SubmissionLevel {
  return place !== undefined && isPlace(place) ? toLevel(place) : 'village';
}
