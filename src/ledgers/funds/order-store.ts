import { type RawBuilder, sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf, type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { FundAccountRow } from './account-store.ts';
import { type FundMove, moveFunds } from './money-store.ts';
import type { OrderKind, OrderState } from './order-rules.ts';
import { keepRefusal } from './refusal-store.ts';
import type { Pool } from './rules.ts';

export interface OrderRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly kind: OrderKind;
  readonly upperCounty: number;
  readonly upperAccount: string;
  readonly upperName: string;
  readonly upperPool: Pool;
  readonly documentId: string | null;
  readonly documentNumber: string | null;
  readonly number: string;
  readonly title: string;
  readonly occurredOn: string;
  readonly amountFen: bigint;
  readonly lines: number;
  readonly tiltId: string | null;
  readonly state: OrderState;
  readonly madeBy: string;
  readonly makerName: string;
  readonly checkedBy: string | null;
  readonly checkerName: string | null;
  readonly doneBy: string | null;
  readonly payerName: string | null;
  readonly opinion: string | null;
  readonly revision: number;
}

export interface OrderLineRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly amountFen: bigint;
  readonly standardYear: number | null;
  readonly doneOn: string | null;
  readonly recalledFen: bigint;
  readonly revision: number;
}

export interface OrderFilters {
  readonly q?: string | undefined;
  readonly kind?: OrderKind | undefined;
  readonly state?: OrderState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'occurredOn' | 'number' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const orders = sql`
  select o.county, o.id, o.place, o.kind, o.upper_county, o.upper_account, coalesce(u.name, '') as upper_name, u.pool as upper_pool, o.document_id,
    d.number as document_number, o.number, o.title, o.occurred_on, o.amount_fen, o.lines, o.tilt_id, o.state, o.made_by,
    coalesce(m.name, '') as maker_name, o.checked_by, c.name as checker_name, o.done_by, p.name as payer_name, o.opinion,
    o.revision
  from fund_order as o left join fund_account as u on u.county = o.upper_county and u.id = o.upper_account
  left join fund_document as d on d.id = o.document_id left join account as m on m.id = o.made_by
  left join account as c on c.id = o.checked_by left join account as p on p.id = o.done_by`;

export async function listOrders(
  tx: Tx,
  query: OrderFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly OrderRow[]; total: number }> {
  const where = conditions(query);
  const sorts = { occurredOn: 'o.occurred_on', number: 'o.number', amountFen: 'o.amount_fen' };
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<OrderRow>`
    ${orders} where ${where} order by ${sql.raw(sorts[query.sort ?? 'occurredOn'])} ${direction}, o.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from (${orders} where ${where}) as found`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions({ q, kind, state, place }: OrderFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (q) {
    const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(o.number like ${text} or o.title like ${text} or d.number like ${text} or u.name like ${text})`);
  }
  if (kind) parts.push(sql`o.kind = ${kind}`);
  if (state) parts.push(sql`o.state = ${state}`);
  if (place !== undefined) {
    const { lo, hi } = placeRange(place as Place);
    parts.push(sql`(o.place between ${lo} and ${hi} or exists (select from fund_order_line as l
      where l.order_id = o.id and l.place between ${lo} and ${hi}))`);
  }
  return sql.join(parts, sql` and `);
}

export async function findOrder(tx: Tx, key: RecordKey): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`${orders} where o.county = ${key.county} and o.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The lines inside the reader's range, in the order of places. */
export async function listOrderLines(tx: Tx, order: RecordKey): Promise<readonly OrderLineRow[]> {
  const { rows } = await sql<OrderLineRow>`
    select l.county, l.id, l.place, coalesce(p.name, '') as place_name, l.account_id, a.name as account_name, l.amount_fen,
      l.standard_year, l.done_on, l.recalled_fen, l.revision
    from fund_order_line as l join fund_account as a on a.county = l.county and a.id = l.account_id
    left join place as p on p.code = l.place
    where l.order_county = ${order.county} and l.order_id = ${order.id} order by l.place, a.name`.execute(tx.db);
  return rows;
}

export interface NewOrder {
  readonly id: string;
  readonly kind: OrderKind;
  readonly upper: FundAccountRow;
  readonly documentId: string | null;
  readonly number: string;
  readonly title: string;
  readonly occurredOn: string;
  readonly tiltId: string | null;
  readonly standardYear: number | null;
  readonly lines: readonly { readonly account: FundAccountRow; readonly amountFen: bigint }[];
}

export async function recordOrder(tx: Tx, order: NewOrder): Promise<void> {
  const { id, upper, lines } = order;
  const county = countyOf(upper.place as Place);
  await record(tx, 'fund_order', {
    county,
    id,
    place: upper.place,
    kind: order.kind,
    upper_county: upper.county,
    upper_account: upper.id,
    document_id: order.documentId,
    number: order.number,
    title: order.title,
    occurred_on: order.occurredOn,
    amount_fen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0n),
    lines: lines.length,
    tilt_id: order.tiltId,
    state: 'made',
    made_by: tx.actor.accountId,
    checked_by: null,
    done_by: null,
    opinion: null,
  });
  const rows = lines.map(({ account, amountFen }) => ({
    county: account.county,
    id: newRecordId(tx),
    place: account.place,
    order_county: county,
    order_id: id,
    account_id: account.id,
    amount_fen: amountFen,
    standard_year: order.standardYear,
    done_on: null,
    recalled_fen: 0n,
  }));
  await recordMany(tx, 'fund_order_line', rows);
}

/** Checks, refuses or takes back an order; false when somebody else changed it meanwhile. */
export async function settleOrder(
  tx: Tx,
  key: Required<RecordKey>,
  { state, opinion }: { readonly state: Exclude<OrderState, 'made' | 'done'>; readonly opinion: string | null },
): Promise<boolean> {
  const set = { state, opinion, ...(state === 'checked' ? { checked_by: tx.actor.accountId } : {}) };
  return (await revise(tx, 'fund_order', { key, set, reason: opinion ?? state })) !== undefined;
}

/** Carries a checked order out: every line a movement, all or none. The actor neither made nor checked it. */
export async function carryOut(tx: Tx, order: OrderRow): Promise<Result<true, Refusal>> {
  const { county, id, revision } = order;
  const set = { state: 'done', done_by: tx.actor.accountId };
  if (!(await revise(tx, 'fund_order', { key: { county, id, revision }, set, reason: 'done' }))) {
    return refuse({ code: 'stale' });
  }
  const lines = await listOrderLines(tx, order);
  const claimed = await claimLines(tx, order, lines);
  if (!claimed.ok) return claimed;
  const moved = await moveFunds(
    tx,
    lines.map((line) => moveOf(tx, order, line)),
  );
  return moved.ok ? ok(true) : moved;
}

/** Marks the lines as done; a second grant of a village and year meets the constraint here. */
async function claimLines(tx: Tx, order: OrderRow, lines: readonly OrderLineRow[]): Promise<Result<true, Refusal>> {
  const revisions = lines.map(({ county, id, revision }) => ({
    key: { county, id, revision },
    set: { done_on: order.occurredOn },
  }));
  try {
    await reviseMany(tx, 'fund_order_line', { revisions, reason: order.number });
    return ok(true);
  } catch (error) {
    if (!isUniqueViolation(error, 'fund_order_line_standard')) throw error;
    const refusal = { code: 'fund_standard_double', field: 'lines' };
    keepRefusal(tx, { ...order, accountId: order.upperAccount }, refusal);
    return refuse(refusal);
  }
}

function moveOf(tx: Tx, order: OrderRow, line: OrderLineRow): FundMove {
  const upper = { county: order.upperCounty, id: order.upperAccount };
  const lower = { county: line.county, id: line.accountId };
  const sides = {
    receipt: { to: upper },
    allocation: { from: upper, to: lower },
    recall: { from: lower, to: upper },
  };
  return {
    id: newRecordId(tx),
    kind: order.kind,
    ...sides[order.kind],
    documentId: order.documentId ?? undefined,
    amountFen: line.amountFen,
    occurredOn: order.occurredOn,
    memo: `${order.number} ${order.title}`.slice(0, 300),
    makerId: order.madeBy,
    checkerId: order.checkedBy ?? undefined,
    source: { type: 'fund_order_line', id: line.id },
  };
}

/** Lines of the standard grant to villages that hold more than is still to be called their grant: what a recall lessens. */
export async function lessenStandard(tx: Tx, order: OrderRow): Promise<void> {
  if (order.kind !== 'recall' || order.documentId === null) return;
  const { rows } = await sql<{ county: number; id: string; revision: number; recalledFen: bigint; takenFen: bigint }>`
    select g.county, g.id, g.revision, g.recalled_fen, least(l.amount_fen, g.amount_fen - g.recalled_fen) as taken_fen
    from fund_order_line as l join fund_order as o on o.county = ${order.county} and o.id = ${order.id}
    join fund_order_line as g on g.county = l.county and g.account_id = l.account_id and g.standard_year is not null
      and g.done_on is not null and g.recalled_fen < g.amount_fen
    join fund_order as s on s.county = g.order_county and s.id = g.order_id and s.document_id = ${order.documentId}
    where l.order_county = o.county and l.order_id = o.id`.execute(tx.db);
  const revisions = rows.map(({ county, id, revision, recalledFen, takenFen }) => ({
    key: { county, id, revision },
    set: { recalled_fen: recalledFen + takenFen },
  }));
  if (revisions.length > 0) await reviseMany(tx, 'fund_order_line', { revisions, reason: order.number });
}

/** Lines of an order to accounts of the risk fund. */
export async function listRiskLines(
  tx: Tx,
  order: RecordKey,
): Promise<readonly { county: number; accountId: string; amountFen: bigint }[]> {
  const { rows } = await sql<{ county: number; accountId: string; amountFen: bigint }>`
    select l.county, l.account_id, l.amount_fen from fund_order_line as l
    join fund_account as a on a.county = l.county and a.id = l.account_id and a.pool = 'risk'
    where l.order_county = ${order.county} and l.order_id = ${order.id}`.execute(tx.db);
  return rows;
}
