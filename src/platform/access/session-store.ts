import { sql } from 'kysely';
import type pg from 'pg';
import { bindConnection } from '../db/connection.ts';
import type { Workplace } from '../db/transact.ts';

/*
 * Sign-in happens before there is an actor, so these statements run outside `transact`, on the tables
 * account, position, session and sign_in_attempt alone.
 */

/** Where a request comes from, as far as it tells. */
export interface Visitor {
  readonly address: string;
  readonly device: string;
  readonly requestId: string;
}

export interface SessionRow {
  readonly accountId: string;
  readonly positionId: string;
  readonly name: string;
  readonly role: string;
  readonly place: number | null;
  readonly organisationId: string | null;
  readonly householdCounty: number | null;
  readonly householdId: string | null;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly demo: boolean;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly endedAt: Date | null;
}

const inForce = sql`p.starts_on <= (now() at time zone 'Asia/Shanghai')::date
  and (p.ends_on is null or p.ends_on > (now() at time zone 'Asia/Shanghai')::date)`;

export async function findSession(place: Workplace, tokenHash: Buffer): Promise<SessionRow | undefined> {
  return first(
    place,
    sql<SessionRow>`
    select s.account_id, s.position_id, a.name, p.role, p.place, p.organisation_id, p.household_county, p.household_id,
      s.csrf_token, a.must_change_password, a.demo, s.started_at, s.seen_at, s.ended_at
    from session s join account a on a.id = s.account_id join position p on p.id = s.position_id
    where s.token_hash = ${tokenHash} and a.disabled_at is null and ${inForce}`,
  );
}

export async function findAccount(place: Workplace, login: string) {
  return first(
    place,
    sql<{ id: string; passwordHash: string | null; disabledAt: Date | null }>`
    select id, password_hash, disabled_at from account where login = ${login}`,
  );
}

export async function findFirstPosition(place: Workplace, accountId: string): Promise<string | undefined> {
  const row = await first(
    place,
    sql<{ id: string }>`
    select p.id from position p where p.account_id = ${accountId} and ${inForce} order by p.starts_on, p.id limit 1`,
  );
  return row?.id;
}

export async function startSession(
  place: Workplace,
  session: {
    readonly tokenHash: Buffer;
    readonly accountId: string;
    readonly positionId: string;
    readonly csrfToken: string;
    readonly visitor: Visitor;
    readonly now: Date;
  },
): Promise<void> {
  const { tokenHash, accountId, positionId, csrfToken, visitor, now } = session;
  await first(
    place,
    sql`
    insert into session (token_hash, account_id, position_id, csrf_token, device, address, started_at, seen_at)
    values (${tokenHash}, ${accountId}, ${positionId}, ${csrfToken}, ${visitor.device.slice(0, 200)}, ${visitor.address}, ${now}, ${now})`,
  );
}

export async function touchSession(place: Workplace, tokenHash: Buffer, now: Date): Promise<void> {
  await first(place, sql`update session set seen_at = ${now} where token_hash = ${tokenHash} and ended_at is null`);
}

export async function endSession(place: Workplace, tokenHash: Buffer): Promise<void> {
  await first(place, sql`update session set ended_at = ${place.clock()} where token_hash = ${tokenHash} and ended_at is null`);
}

/** Moves a session to another position of the same account, when that one is in force. */
export async function switchPosition(place: Workplace, tokenHash: Buffer, positionId: string): Promise<boolean> {
  const row = await first(
    place,
    sql`
    update session s set position_id = p.id from position p
    where s.token_hash = ${tokenHash} and s.ended_at is null and p.id = ${positionId} and p.account_id = s.account_id and ${inForce}
    returning p.id`,
  );
  return row !== undefined;
}

export async function findLock(place: Workplace, subjects: readonly string[], now: Date): Promise<Date | undefined> {
  const row = await first(
    place,
    sql<{ lockedUntil: Date }>`
    select locked_until from sign_in_attempt
    where subject = any(${[...subjects]}::text[]) and locked_until > ${now} order by locked_until desc limit 1`,
  );
  return row?.lockedUntil;
}

/** Counts a failure; the address may fail ten times as often as an account, since an office shares one. */
export async function countFailure(
  place: Workplace,
  subjects: readonly string[],
  rule: { readonly now: Date; readonly lockSeconds: (failures: number) => number },
): Promise<void> {
  for (const subject of subjects) {
    const row = await first(
      place,
      sql<{ failures: number }>`
      insert into sign_in_attempt (subject, window_start, failures) values (${subject}, ${rule.now}, 1)
      on conflict (subject) do update set
        failures = case when sign_in_attempt.window_start < ${rule.now}::timestamptz - interval '1 day' then 1 else sign_in_attempt.failures + 1 end,
        window_start = case when sign_in_attempt.window_start < ${rule.now}::timestamptz - interval '1 day' then ${rule.now} else sign_in_attempt.window_start end
      returning failures`,
    );
    const counted = subject.startsWith('address:') ? Math.floor((row?.failures ?? 0) / 10) : (row?.failures ?? 0);
    const seconds = rule.lockSeconds(counted);
    if (seconds === 0) continue;
    const until = new Date(rule.now.getTime() + seconds * 1000);
    await first(place, sql`update sign_in_attempt set locked_until = ${until} where subject = ${subject}`);
  }
}

export async function clearFailures(place: Workplace, subjects: readonly string[]): Promise<void> {
  await first(place, sql`delete from sign_in_attempt where subject = any(${[...subjects]}::text[])`);
}

async function first<T>(place: Workplace, statement: ReturnType<typeof sql<T>>): Promise<T | undefined> {
  const client: pg.PoolClient = await place.pool.connect();
  try {
    const { rows } = await statement.execute(bindConnection(client));
    return rows[0];
  } finally {
    client.release();
  }
}
