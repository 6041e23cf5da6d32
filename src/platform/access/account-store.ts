import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { bindConnection } from '../db/connection.ts';
import type { Tx, Workplace } from '../db/transact.ts';
import type { Role } from './roles.ts';

export interface OwnPosition {
  readonly id: string;
  readonly role: Role;
  readonly place: number | null;
}

export async function getAccount(tx: Tx, accountId: string) {
  return tx.db
    .selectFrom('account')
    .select(['id', 'name', 'login', 'mustChangePassword'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** One's own positions that are in force today. */
export async function listOwnPositions(tx: Tx, accountId: string): Promise<readonly OwnPosition[]> {
  const { rows } = await sql<OwnPosition>`
    select id, role, place from position
    where account_id = ${accountId} and starts_on <= (now() at time zone 'Asia/Shanghai')::date
      and (ends_on is null or ends_on > (now() at time zone 'Asia/Shanghai')::date)
    order by starts_on, id limit 50`.execute(tx.db);
  return rows;
}

export async function listDemoAccounts(place: Workplace) {
  return run(
    place,
    sql<{ login: string; name: string; role: Role; place: number | null }>`
    select a.login, a.name, p.role, p.place
    from account a join position p on p.account_id = a.id
    where a.demo and a.disabled_at is null order by a.login limit 100`,
  );
}

export async function findDemoAccount(place: Workplace, login: string): Promise<string | undefined> {
  const [row] = await run(
    place,
    sql<{ id: string }>`select id from account where demo and disabled_at is null and login = ${login}`,
  );
  return row?.id;
}

export async function findCredentials(place: Workplace, accountId: string) {
  const [row] = await run(
    place,
    sql<{
      login: string;
      passwordHash: string | null;
    }>`select login, password_hash from account where id = ${accountId}`,
  );
  return row;
}

/** Sets the actor's own password and ends every other session of his; returns how many. */
export async function setPassword(
  tx: Tx,
  change: { readonly passwordHash: string; readonly keep: Buffer },
): Promise<number> {
  const { accountId } = tx.actor;
  const { rows } = await sql`
    with changed as (
      update account set password_hash = ${change.passwordHash}, must_change_password = false where id = ${accountId}
    )
    update session set ended_at = ${tx.now}
    where account_id = ${accountId} and token_hash <> ${change.keep} and ended_at is null returning 1`.execute(tx.db);
  return rows.length;
}

export interface NewAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly demo: boolean;
  readonly position: {
    readonly id?: string;
    readonly role: Role;
    readonly place?: number;
    readonly organisationId?: string;
    readonly household?: { readonly county: number; readonly id: string };
  };
}

/** Creates an account with its first position, outside any session: the first start and the demo city. */
export async function createAccount(place: Workplace, account: NewAccount): Promise<void> {
  const { position } = account;
  await run(
    place,
    sql`
    with made as (
      insert into account (id, login, name, password_hash, must_change_password, demo, recorded_at, recorded_by)
      values (${account.id}, ${account.login}, ${account.name}, ${account.passwordHash}, ${account.mustChangePassword},
        ${account.demo}, ${place.clock()}, ${account.id}) returning id
    )
    insert into position (id, account_id, role, place, organisation_id, household_county, household_id, starts_on, recorded_at, recorded_by)
    select ${position.id ?? randomUUID()}::uuid, id, ${position.role}::text, ${position.place ?? null}::bigint, ${position.organisationId ?? null}::uuid,
      ${position.household?.county ?? null}::int, ${position.household?.id ?? null}::uuid, '2018-01-01'::date, ${place.clock()}::timestamptz, id from made`,
  );
}

export async function countAccounts(place: Workplace): Promise<number> {
  const [row] = await run(place, sql<{ count: number }>`select count(*) as count from account`);
  return row?.count ?? 0;
}

export async function hasDemoAccounts(place: Workplace): Promise<boolean> {
  const [row] = await run(place, sql<{ demo: boolean }>`select exists (select 1 from account where demo) as demo`);
  return row?.demo ?? false;
}

async function run<T>(place: Workplace, statement: ReturnType<typeof sql<T>>): Promise<T[]> {
  const client = await place.pool.connect();
  try {
    const { rows } = await statement.execute(bindConnection(client));
    return rows;
  } finally {
    client.release();
  }
}
