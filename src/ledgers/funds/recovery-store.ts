import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { postMovements } from './posting-store.ts';
import type { RecoveryCause, RecoveryState } from './rules.ts';

/** Money of a payment that is to come back by a day. */
export interface RecoveryRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly movementId: string;
  readonly accountId: string;
  readonly payeeName: string | null;
  readonly paidOn: string;
  readonly cause: RecoveryCause;
  readonly grounds: string;
  readonly amountFen: bigint;
  readonly receivedFen: bigint;
  readonly orderedOn: string;
  readonly orderedBy: string;
  readonly ordererName: string;
  readonly dueOn: string;
  readonly receivedOn: string | null;
  readonly state: RecoveryState;
  readonly revision: number;
}

export interface RecoveryFilters {
  readonly q?: string | undefined;
  readonly state?: RecoveryState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'dueOn' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

function sourceOn(today: string): RawBuilder<unknown> {
  return sql`
  select r.county, r.id, r.place, coalesce(p.name, '') as place_name, r.movement_id, m.from_account as account_id, m.payee_name,
    m.occurred_on as paid_on, r.cause, r.grounds, r.amount_fen, r.received_fen, r.ordered_on, r.ordered_by,
    coalesce(k.name, '') as orderer_name, r.due_on, r.received_on,
    case when r.received_fen = r.amount_fen then 'received' when r.due_on < ${today}::date then 'overdue' else 'open' end as state,
    r.revision
  from fund_recovery as r join fund_movement as m on m.county = r.county and m.id = r.movement_id
  left join place as p on p.code = r.place left join account as k on k.id = r.ordered_by`;
}

export async function listRecoveries(
  tx: Tx,
  query: RecoveryFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly RecoveryRow[]; total: number; openFen: bigint }> {
  const found = sql`from (${sourceOn(todayInShanghai(tx.now))}) as r where ${conditions(query)}`;
  const sorted = sql.raw(query.sort === 'amountFen' ? 'amount_fen' : 'due_on');
  const direction = sql.raw((query.order ?? 'asc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<RecoveryRow>`
    select * ${found} order by ${sorted} ${direction}, id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; openFen: bigint }>`
    select count(*) as total, coalesce(sum(amount_fen - received_fen), 0) as open_fen ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0, openFen: counted.rows[0]?.openFen ?? 0n };
}

function conditions({ q, state, place }: RecoveryFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (q) {
    const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(payee_name like ${text} or grounds like ${text} or place_name like ${text})`);
  }
  if (state) parts.push(sql`state = ${state}`);
  if (place !== undefined) {
    const { lo, hi } = placeRange(place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  return sql.join(parts, sql` and `);
}

export async function findRecovery(tx: Tx, key: RecordKey): Promise<RecoveryRow | undefined> {
  const { rows } = await sql<RecoveryRow>`
    ${sourceOn(todayInShanghai(tx.now))} where r.county = ${key.county} and r.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface NewRecovery {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly movementId: string;
  readonly amountFen: bigint;
  readonly cause: RecoveryCause;
  readonly grounds: string;
  readonly dueOn: string;
}

export async function recordRecovery(tx: Tx, order: NewRecovery): Promise<void> {
  const { county, id, place } = order;
  await record(tx, 'fund_recovery', {
    county,
    id,
    place,
    movement_id: order.movementId,
    amount_fen: order.amountFen,
    cause: order.cause,
    grounds: order.grounds,
    ordered_on: todayInShanghai(tx.now),
    ordered_by: tx.actor.accountId,
    due_on: order.dueOn,
    received_fen: 0n,
    received_on: null,
  });
}

/** What is still out on open orders about a payment. */
export async function sumOpenRecoveries(tx: Tx, movement: RecordKey): Promise<bigint> {
  const { rows } = await sql<{ openFen: bigint }>`
    select coalesce(sum(amount_fen - received_fen), 0) as open_fen from fund_recovery
    where county = ${movement.county} and movement_id = ${movement.id}`.execute(tx.db);
  return rows[0]?.openFen ?? 0n;
}

/** Books money that came back: it returns to the account it was paid from, under its documents. */
export async function receiveMoney(
  tx: Tx,
  recovery: RecoveryRow,
  received: { readonly revision: number; readonly amountFen: bigint; readonly occurredOn: string },
): Promise<Result<true, Refusal>> {
  const { county, id } = recovery;
  const { amountFen, occurredOn, revision } = received;
  const set = { received_fen: recovery.receivedFen + amountFen, received_on: occurredOn };
  const revised = await revise(tx, 'fund_recovery', { key: { county, id, revision }, set, reason: recovery.grounds });
  if (!revised) return refuse({ code: 'stale' });
  const posted = await postMovements(tx, [
    {
      id: newRecordId(tx),
      kind: 'recovery',
      to: { county, id: recovery.accountId },
      place: recovery.place,
      amountFen,
      occurredOn,
      memo: recovery.grounds.slice(0, 300),
      makerId: recovery.orderedBy,
      recoversId: recovery.movementId,
      // each receipt of an order is a source of its own
      source: { type: 'fund_recovery', id: newRecordId(tx) },
    },
  ]);
  return posted.ok ? ok(true) : posted;
}
