import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { OrderContent, OrderState } from './order-rules.ts';
import { headOf } from './rules.ts';
import type { ProjectRow } from './store.ts';

export interface OrderRow extends OrderContent {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly cooperativeId: string | null;
  readonly projectName: string;
  readonly accountCounty: number;
  readonly memo: string;
  readonly askedOn: string;
  readonly windowFen: bigint;
  readonly approvals: number;
  readonly state: OrderState;
  readonly digest: string;
  readonly madeBy: string;
  readonly makerName: string | null;
  readonly paidOn: string | null;
  readonly paymentId: string | null;
  readonly voucherId: string | null;
  readonly endedReason: string | null;
  readonly revision: number;
}

export interface OrderFilters {
  readonly q?: string | undefined;
  readonly state?: OrderState | undefined;
  readonly place?: number | undefined;
  readonly projectId?: string | undefined;
  readonly paidFrom?: string | undefined;
  readonly paidThrough?: string | undefined;
  readonly sort?: 'askedOn' | 'amountFen' | 'paidOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const columns = sql`county, id, place, place_name, cooperative_id, project_id, project_name, contract_id, purpose, spent_on,
  account_county, account_id, document_id, amount_fen, payee_kind, payee_county, payee_id, payee_name, bank_tail, invoice_number,
  invoiced_on, memo, asked_on, window_fen, approvals, state, digest, made_by, maker_name, paid_on, payment_id, voucher_id,
  ended_reason, revision`;

const source = sql`(
    select o.*, coalesce(p.name, '') as place_name, r.name as project_name, a.name as maker_name
    from payment_order o join project r on r.county = o.county and r.id = o.project_id
    left join place p on p.code = o.place left join account a on a.id = o.made_by
  ) as o`;

const sortColumns = { askedOn: 'asked_on', amountFen: 'amount_fen', paidOn: 'paid_on' } as const;

/** One page of payment orders, the last asked first. */
export async function listOrders(
  tx: Tx,
  query: OrderFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly OrderRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'askedOn']);
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<OrderRow>`select ${columns} ${found} order by ${sorted} ${direction} nulls last, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: OrderFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.projectId) parts.push(sql`project_id = ${filters.projectId}`);
  if (filters.paidFrom) parts.push(sql`paid_on >= ${filters.paidFrom}::date`);
  if (filters.paidThrough) parts.push(sql`paid_on <= ${filters.paidThrough}::date`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const like = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql`(payee_name like ${like} or project_name like ${like} or invoice_number like ${like} or memo like ${like})`,
    );
  }
  return sql.join(parts, sql` and `);
}

export async function findOrder(tx: Tx, key: RecordKey): Promise<OrderRow | undefined> {
  const { rows } =
    await sql<OrderRow>`select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(
      tx.db,
    );
  return rows[0];
}

/** What was asked for and is not paid yet, of a project and of one of its contracts. */
export async function sumOpenOrders(
  tx: Tx,
  project: RecordKey,
  contractId: string | null,
): Promise<{ readonly openFen: bigint; readonly contractOpenFen: bigint; readonly orders: number }> {
  const { rows } = await sql<{ openFen: bigint; contractOpenFen: bigint; orders: number }>`
    select coalesce(sum(amount_fen), 0) as open_fen, count(*) as orders,
      coalesce(sum(amount_fen) filter (where contract_id = ${contractId}::uuid), 0) as contract_open_fen
    from payment_order where county = ${project.county} and project_id = ${project.id} and state = 'asked'`.execute(
    tx.db,
  );
  return rows[0] ?? { openFen: 0n, contractOpenFen: 0n, orders: 0 };
}

/** What one payee was paid or shall be paid for a project by orders asked since a day. */
export async function sumWindow(
  tx: Tx,
  project: RecordKey,
  payee: { readonly payeeId: string | null; readonly payeeName: string; readonly since: string },
): Promise<bigint> {
  const { rows } = await sql<{ windowFen: bigint }>`
    select coalesce(sum(amount_fen), 0) as window_fen from payment_order
    where county = ${project.county} and project_id = ${project.id} and state in ('asked', 'paid')
      and asked_on >= ${payee.since}
      and (payee_id = ${payee.payeeId}::uuid or (payee_id is null and payee_name = ${payee.payeeName}))`.execute(tx.db);
  return rows[0]?.windowFen ?? 0n;
}

export interface NewOrder extends OrderContent {
  readonly id: string;
  readonly accountCounty: number;
  readonly memo: string;
  readonly askedOn: string;
  readonly windowFen: bigint;
  readonly approvals: number;
  readonly digest: string;
}

export async function recordOrder(tx: Tx, project: ProjectRow, order: NewOrder): Promise<void> {
  await record(tx, 'payment_order', {
    ...{ ...headOf(project), id: order.id, contract_id: order.contractId, purpose: order.purpose },
    ...{ spent_on: order.spentOn, account_county: order.accountCounty, account_id: order.accountId },
    ...{ document_id: order.documentId, amount_fen: order.amountFen, payee_kind: order.payeeKind },
    ...{ payee_county: order.payeeCounty, payee_id: order.payeeId, payee_name: order.payeeName },
    ...{ bank_tail: order.bankTail, invoice_number: order.invoiceNumber, invoiced_on: order.invoicedOn },
    ...{ memo: order.memo, asked_on: order.askedOn, window_fen: order.windowFen, approvals: order.approvals },
    ...{ state: 'asked', digest: order.digest, made_by: tx.actor.accountId },
    ...{ first_by: null, second_by: null, third_by: null, paid_on: null, paid_by: null },
    ...{ payment_id: null, voucher_id: null, ended_reason: null },
  });
}

/** Marks an order as paid, once: whoever comes second finds another revision. */
export async function markPaid(
  tx: Tx,
  key: RecordKey,
  paid: {
    readonly on: string;
    readonly approvers: readonly string[];
    readonly paymentId: string;
    readonly voucherId: string | null;
  },
): Promise<boolean> {
  const [first = null, second = null, third = null] = paid.approvers;
  const set = {
    ...{ state: 'paid', paid_on: paid.on, paid_by: tx.actor.accountId, payment_id: paid.paymentId },
    ...{ first_by: first, second_by: second, third_by: third, voucher_id: paid.voucherId },
  };
  return (await revise(tx, 'payment_order', { key, set, reason: 'paid' })) !== undefined;
}

/** Turned down, or taken back; it stays with its reason. False when it changed meanwhile. */
export async function endOrder(
  tx: Tx,
  key: RecordKey,
  ending: { readonly state: 'refused' | 'withdrawn'; readonly reason: string },
): Promise<boolean> {
  const set = { state: ending.state, ended_reason: ending.reason };
  return (await revise(tx, 'payment_order', { key, set, reason: ending.reason })) !== undefined;
}

/** Whether one of these accounts holds, today or on the day given, a position of the payee’s household or organisation. */
export async function holdsPayee(
  tx: Tx,
  accountIds: readonly string[],
  payee: { readonly id: string | null; readonly on: string },
): Promise<boolean> {
  if (payee.id === null) return false;
  const { rows } = await sql`
    select 1 from position where account_id = any(${[...accountIds]}::uuid[])
      and (household_id = ${payee.id} or organisation_id = ${payee.id})
      and starts_on <= ${payee.on} and (ends_on is null or ends_on > ${payee.on}) limit 1`.execute(tx.db);
  return rows.length > 0;
}
