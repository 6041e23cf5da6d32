import { sql } from 'kysely';
import { type RecordKey, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { GoalTerms, Way } from './goal-rules.ts';
import { findOrder, type OrderLineRow, type OrderRow } from './order-store.ts';

/** A goal of an order: each place that gets money shall reach its target. */
export interface OrderGoal extends GoalTerms {
  readonly direction: Way;
  readonly unit: string;
}

export interface OrderGoalRow extends OrderGoal {
  readonly id: string;
  readonly revision: number;
}

/** How a goal ended for one line of its order. */
export interface LineScore {
  readonly goalId: string;
  readonly lineId: string;
  readonly baseline: number;
  readonly value: number;
  readonly scoreBp: number;
}

/** The order, held until the transaction ends: its goals do not change meanwhile. */
export async function holdOrder(tx: Tx, key: RecordKey): Promise<OrderRow | undefined> {
  await sql`select id from fund_order where county = ${key.county} and id = ${key.id} for update`.execute(tx.db);
  return findOrder(tx, key);
}

export async function listOrderGoals(tx: Tx, order: RecordKey): Promise<readonly OrderGoalRow[]> {
  const { rows } = await sql<OrderGoalRow>`
    select id, indicator, direction, unit, target, weight_bp, due_on, revision
    from fund_goal where county = ${order.county} and order_id = ${order.id} order by weight_bp desc, indicator`.execute(
    tx.db,
  );
  return rows;
}

/**
 * Sets the goals of an order anew; those that stood before are kept in their history. The order gets a new revision, so that
 * nobody checks it who has not seen them.
 */
export async function setOrderGoals(
  tx: Tx,
  { county, id, place, revision }: Pick<OrderRow, 'county' | 'id' | 'place' | 'revision'>,
  { goals, reason }: { readonly goals: readonly OrderGoal[]; readonly reason: string },
): Promise<boolean> {
  for (const goal of await listOrderGoals(tx, { county, id })) {
    const key = { county, id: goal.id, revision: goal.revision };
    await withdraw(tx, 'fund_goal', { key, reason });
  }
  for (const { indicator, direction, unit, target, weightBp, dueOn } of goals) {
    await record(tx, 'fund_goal', {
      ...{ county, place, id: newRecordId(tx), order_id: id, indicator, direction, unit, target },
      ...{ weight_bp: weightBp, due_on: dueOn },
    });
  }
  return (await revise(tx, 'fund_order', { key: { county, id, revision }, set: {}, reason })) !== undefined;
}

/** What was scored of an order, inside the reader's range. */
export async function listLineScores(tx: Tx, order: RecordKey): Promise<readonly LineScore[]> {
  const { rows } = await sql<LineScore>`
    select goal_id, line_id, baseline, value, score_bp from fund_goal_score
    where order_county = ${order.county} and order_id = ${order.id} order by place, line_id, goal_id`.execute(tx.db);
  return rows;
}

/** Writes down how the goals ended, one score for each line and goal; they are not changed any more. */
export async function recordLineScores(
  tx: Tx,
  order: Required<Pick<RecordKey, 'county' | 'id'>>,
  scored: readonly (Omit<LineScore, 'lineId'> & { readonly line: OrderLineRow })[],
): Promise<void> {
  const rows = scored.map(({ goalId, line, baseline, value, scoreBp }) => ({
    ...{ county: line.county, id: newRecordId(tx), place: line.place, order_county: order.county, order_id: order.id },
    ...{ goal_id: goalId, line_id: line.id, baseline, value, score_bp: scoreBp, scored_on: todayInShanghai(tx.now) },
  }));
  await recordMany(tx, 'fund_goal_score', rows);
}
