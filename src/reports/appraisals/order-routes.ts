import { catalogue, findIndicator } from '../../indicators/public.ts';
import { placeScores, proposeGoals, scoreLevel, scoreOf, scoreOfLines, wayOf } from '../../ledgers/funds/goal-rules.ts';
import { asksGoals } from '../../ledgers/funds/order-rules.ts';
import {
  findOrder,
  holdOrder,
  listLineScores,
  listOrderGoals,
  listOrderLines,
  type OrderLineRow,
  recordLineScores,
  setOrderGoals,
} from '../../ledgers/funds/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { localDate, type Month, monthOf, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './order-contract.ts';
import { unitOf } from './rules.ts';
import { readValues } from './value-store.ts';

export const orderRoutes: readonly Handler[] = [
  handle(contract.getOrderGoals, async ({ tx, params, allowed }) => {
    const order = await findOrder(tx, params);
    if (!order) return refuse({ code: 'not_found' });
    const [from, month] = [monthOf(localDate(order.occurredOn)), monthOf(todayInShanghai(tx.now))];
    const goals = await listOrderGoals(tx, params);
    const lines = await listOrderLines(tx, params);
    const scores = await listLineScores(tx, params);
    const starts = await readGoals(tx, { goals, lines }, () => from);
    const nows = await readGoals(tx, { goals, lines }, () => month);
    const shown = placeScores(lines, { goals, scores }).map(({ goals: own, ...line }) => {
      const said = own.map(({ scored, scoreBp, ...goal }) => {
        const baseline = scored?.baseline ?? starts.said(goal.indicator, line.place) ?? 0;
        const now = nows.said(goal.indicator, line.place) ?? null;
        const nowBp = now === null ? null : scoreLevel({ ...goal, baseline }, now);
        return { weightBp: goal.weightBp, baseline, now, nowBp, value: scored?.value ?? null, scoreBp };
      });
      const wouldBe = said.map(({ weightBp, nowBp }) => ({ weightBp, scoreBp: nowBp }));
      return { line, amountFen: line.amountFen, goals: said, wouldBe };
    });
    const { county, id, number, title, state, place } = order;
    const acts = [
      ...(state === 'made' && asksGoals(order) ? ['fund.order'] : []),
      ...(state === 'done' && goals.length > 0 && scores.length === 0 ? ['appraisal.score'] : []),
    ];
    return ok({
      ...{ county, id, number, title, state, asked: asksGoals(order), from, month },
      goals: goals.map(({ id: _id, direction: _direction, revision: _revision, ...goal }) => goal),
      lines: shown.map(({ line, goals: own, wouldBe }) => ({
        ...toPlace(line),
        goals: own.map(({ weightBp: _weight, ...said }) => said),
        ...{ nowBp: scoreOf(wouldBe) ?? null, scoreBp: scoreOf(own) ?? null },
      })),
      nowBp: scoreOfLines(shown.map(({ amountFen, wouldBe }) => ({ amountFen, goals: wouldBe }))) ?? null,
      ...{ scoreBp: scoreOfLines(shown) ?? null, allowed: allowed(acts, { place }) },
    });
  }),

  handle(contract.setFundOrderGoals, async ({ tx, params, body, decide }) => {
    const order = await holdOrder(tx, params);
    if (!order) return refuse({ code: 'not_found' });
    const refused = decide('fund.order', { place: order.place });
    if (refused) return refuse(refused);
    if (!asksGoals(order)) return refuse({ code: 'goals_not_asked' });
    if (order.state !== 'made') return refuse({ code: 'goals_checked' });
    const lines = await listOrderLines(tx, params);
    const starts = await readGoals(tx, { goals: body.goals, lines }, () => monthOf(localDate(order.occurredOn)));
    const asked = body.goals.map((goal) => ({
      ...goal,
      baselines: lines.map(({ place }) => starts.said(goal.indicator, place) ?? 0),
    }));
    const proposed = proposeGoals(asked, { indicators: catalogue, after: todayInShanghai(tx.now) });
    if (!proposed.ok) return proposed;
    const goals = asked.flatMap(({ baselines, ...goal }) => {
      const better = findIndicator(goal.indicator)?.direction ?? 'none';
      const direction = wayOf({ ...goal, baselines }, better);
      return direction ? [{ ...goal, direction, unit: unitOf(findIndicator(goal.indicator)) }] : [];
    });
    if (!(await setOrderGoals(tx, order, { goals, reason: body.reason }))) return refuse({ code: 'stale' });
    return ok(params);
  }),

  handle(contract.scoreFundOrder, async ({ tx, params, decide }) => {
    const order = await holdOrder(tx, params);
    if (!order) return refuse({ code: 'not_found' });
    const refused = decide('appraisal.score', { place: order.place });
    if (refused) return refuse(refused);
    const goals = await listOrderGoals(tx, params);
    if (goals.length === 0) return refuse({ code: 'goals_none' });
    if (order.state !== 'done') return refuse({ code: 'goals_order_open' });
    if ((await listLineScores(tx, params)).length > 0) return refuse({ code: 'goals_scored' });
    const today = todayInShanghai(tx.now);
    const late = goals.find(({ dueOn }) => dueOn > today);
    if (late) return refuse({ code: 'goals_not_due', values: { dueOn: late.dueOn } });
    const lines = await listOrderLines(tx, params);
    const starts = await readGoals(tx, { goals, lines }, () => monthOf(localDate(order.occurredOn)));
    const ends = await readGoals(tx, { goals, lines }, ({ dueOn }) => monthOf(localDate(dueOn)));
    const scored = lines.flatMap((line) =>
      goals.map((goal) => {
        const baseline = starts.said(goal.indicator, line.place) ?? 0;
        const value = ends.said(goal.indicator, line.place) ?? baseline;
        return { line, goalId: goal.id, baseline, value, scoreBp: scoreLevel({ ...goal, baseline }, value) };
      }),
    );
    await recordLineScores(tx, params, scored);
    const placed = placeScores(lines, { goals, scores: scored.map((one) => ({ ...one, lineId: one.line.id })) });
    return ok({ ...params, scoreBp: scoreOfLines(placed) ?? 0 });
  }),
];

interface GoalsOfLines<G> {
  readonly goals: readonly G[];
  readonly lines: readonly OrderLineRow[];
}

/** What the indicator of each goal says in every place of the lines, in the month that the goal is asked for. */
async function readGoals<G extends { readonly indicator: string }>(
  tx: Tx,
  { goals, lines }: GoalsOfLines<G>,
  monthFor: (goal: G) => Month,
) {
  const places = lines.map(({ place }) => place);
  const values = new Map<string, ReadonlyMap<number, number>>();
  for (const goal of goals) {
    values.set(goal.indicator, await readValues(tx, goal.indicator, { places, month: monthFor(goal) }));
  }
  return { said: (indicator: string, place: number) => values.get(indicator)?.get(place) };
}

function toPlace({ id, county, place, placeName, accountId, accountName, amountFen }: OrderLineRow) {
  return { id, county, place, placeName, accountId, accountName, amountFen };
}
