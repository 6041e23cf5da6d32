import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import { sessionLimits } from './rules.ts';

export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

/** One's own sessions that still count, the latest used first. */
export async function listOpenSessions(tx: Tx): Promise<readonly OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select encode(token_hash, 'hex') as id, device, address, started_at, seen_at from session
    where account_id = ${tx.actor.accountId} and ended_at is null
      and seen_at > ${tx.now}::timestamptz - make_interval(mins => ${sessionLimits.idleMinutes})
      and started_at > ${tx.now}::timestamptz - make_interval(hours => ${sessionLimits.absoluteHours})
    order by seen_at desc limit 100`.execute(tx.db);
  return rows;
}

/** Ends one of one's own sessions; false when there is none such. */
export async function endOwnSession(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update session set ended_at = ${tx.now}
    where token_hash = decode(${id}, 'hex') and account_id = ${tx.actor.accountId} and ended_at is null
    returning account_id`.execute(tx.db);
  return rows.length > 0;
}

export interface SharedUse {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly first: Omit<OpenSession, 'id'>;
  readonly second: Omit<OpenSession, 'id'>;
  readonly total: number;
}

/** How close two uses from different addresses must be to look like two people. */
const withinMinutes = 10;

/** The latest such pair of each account in the last 30 days (quality A38). */
export async function listSharedUse(
  tx: Tx,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly SharedUse[]> {
  const { rows } = await sql<SharedUse>`
    with pair as (
      select distinct on (a.account_id) a.account_id, a.seen_at,
        json_build_object('device', a.device, 'address', a.address, 'startedAt', a.started_at, 'seenAt', a.seen_at) as first,
        json_build_object('device', b.device, 'address', b.address, 'startedAt', b.started_at, 'seenAt', b.seen_at) as second
      from session a join session b on b.account_id = a.account_id and b.address <> a.address and b.started_at <= a.started_at
        and b.seen_at >= a.started_at - make_interval(mins => ${withinMinutes})
      where a.started_at > ${tx.now}::timestamptz - interval '30 days'
      order by a.account_id, a.started_at desc
    )
    select p.account_id, c.login, c.name, p.first, p.second, count(*) over () as total
    from pair p join account c on c.id = p.account_id where not c.demo
    order by p.seen_at desc limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  return rows;
}
