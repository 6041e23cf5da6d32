import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import { bindConnection } from '../db/connection.ts';
import type { Workplace } from '../db/transact.ts';
import type { Tx } from '../db/tx.ts';
import type { Role } from './roles.ts';

/*
 * Sign-in happens before there is an actor, so what looks and counts runs outside `transact`, on the tables account,
 * position, session and sign_in_attempt alone; what opens and ends a session is an act with its event.
 */

/** Where a request comes from, as far as it tells. */
export interface Visitor {
  readonly address: string;
  readonly device: string;
  readonly requestId: string;
}

export interface SessionRow {
  readonly tokenHash: Buffer;
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
    select s.token_hash, s.account_id, s.position_id, a.name, p.role, p.place, p.organisation_id, p.household_county, p.household_id,
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

/** Somebody in a position, as the trail names him. */
export interface Seat {
  readonly accountId: string;
  readonly positionId: string;
  readonly name: string;
  readonly role: Role;
}

/** The account in the first of its positions in force today. */
export async function findFirstSeat(place: Workplace, accountId: string): Promise<Seat | undefined> {
  return first(
    place,
    sql<Seat>`
    select a.id as account_id, p.id as position_id, a.name, p.role from position p join account a on a.id = p.account_id
    where p.account_id = ${accountId} and ${inForce} order by p.starts_on, p.id limit 1`,
  );
}

/** One of the account's own positions, while it is in force. */
export async function findOwnSeat(place: Workplace, accountId: string, positionId: string): Promise<Seat | undefined> {
  return first(
    place,
    sql<Seat>`
    select a.id as account_id, p.id as position_id, a.name, p.role from position p join account a on a.id = p.account_id
    where p.id = ${positionId} and p.account_id = ${accountId} and ${inForce}`,
  );
}

export async function startSession(
  tx: Tx,
  session: { readonly tokenHash: Buffer; readonly csrfToken: string; readonly device: string },
): Promise<void> {
  const { accountId, positionId, address } = tx.actor;
  await sql`
    insert into session (token_hash, account_id, position_id, csrf_token, device, address, started_at, seen_at)
    values (${session.tokenHash}, ${accountId}, ${positionId}, ${session.csrfToken}, ${session.device}, ${address},
      ${tx.now}, ${tx.now})`.execute(tx.db);
}

export async function touchSession(place: Workplace, tokenHash: Buffer, now: Date): Promise<void> {
  await first(place, sql`update session set seen_at = ${now} where token_hash = ${tokenHash} and ended_at is null`);
}

/** False when it had ended before. */
export async function endSession(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    update session set ended_at = ${tx.now} where token_hash = ${tokenHash} and ended_at is null returning 1`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export interface Attempt {
  readonly login: string;
  readonly address: string;
}

export interface Throttle {
  readonly now: Date;
  readonly lockSeconds: (failures: number) => number;
}

/** More failures than this change nothing: the lock is as long as it gets. */
const countedFailures = 20;
/** An office shares an address: it may fail ten times as often as an account. */
const sharedBy = 10;

/** A lock that an attempt brought about, unless its password turns out right. */
export interface Lock {
  readonly of: 'account' | 'address';
  readonly failures: number;
  readonly until: Date;
}

export interface Claim {
  /** the attempt may not go on until then */
  readonly lockedUntil?: Date;
  readonly locks: readonly Lock[];
}

/** Counts an attempt at the account and at the address before the password is looked at, in one statement each. */
export async function claimAttempt(place: Workplace, attempt: Attempt, throttle: Throttle): Promise<Claim> {
  const locks: Lock[] = [];
  for (const { of, subject, share } of subjectsOf(attempt)) {
    const claimed = await first(place, claim({ of, subject, share }, throttle));
    if (claimed?.lockedUntil) locks.push({ of, failures: claimed.failures, until: claimed.lockedUntil });
    if (claimed) continue;
    const lock = await first(
      place,
      sql<{
        lockedUntil: Date;
      }>`select locked_until from sign_in_attempt where subject = ${subject} and locked_until > ${throttle.now}`,
    );
    if (lock) return { lockedUntil: lock.lockedUntil, locks };
  }
  return { locks };
}

/** A right password clears the account's failures and takes its own attempt back from the address. */
export async function forgiveAttempt(place: Workplace, attempt: Attempt, throttle: Throttle): Promise<void> {
  const [account, address] = subjectsOf(attempt);
  await first(place, sql`delete from sign_in_attempt where subject = ${account.subject}`);
  await first(
    place,
    sql`update sign_in_attempt set failures = greatest(failures - 1, 0),
      locked_until = case when ${lockAfter(sql`greatest(failures - 1, 0)`, address.share, throttle)} = 0 then null else locked_until end
    where subject = ${address.subject}`,
  );
}

interface Subject {
  readonly of: Lock['of'];
  readonly subject: string;
  readonly share: number;
}

function subjectsOf({ login, address }: Attempt): readonly [Subject, Subject] {
  return [
    { of: 'account', subject: `account:${login}`, share: 1 },
    { of: 'address', subject: `address:${address}`, share: sharedBy },
  ];
}

/** Adds one attempt unless the subject is locked, and locks it when it was one too many; no row when locked. */
function claim({ subject, share }: Subject, throttle: Throttle) {
  const { now } = throttle;
  const isStale = sql`sign_in_attempt.window_start < ${now}::timestamptz - interval '1 day'`;
  const seconds = lockAfter(sql`sign_in_attempt.failures + 1`, share, throttle);
  return sql<{ failures: number; lockedUntil: Date | null }>`
    insert into sign_in_attempt (subject, window_start, failures) values (${subject}, ${now}, 1)
    on conflict (subject) do update set
      failures = case when ${isStale} then 1 else sign_in_attempt.failures + 1 end,
      window_start = case when ${isStale} then ${now}::timestamptz else sign_in_attempt.window_start end,
      locked_until = case when ${isStale} or ${seconds} = 0 then null else ${now}::timestamptz + make_interval(secs => ${seconds}) end
    where sign_in_attempt.locked_until is null or sign_in_attempt.locked_until <= ${now}
    returning failures, locked_until`;
}

/** The lock in seconds after so many failures, from the one rule in rules.ts. */
function lockAfter(failures: RawBuilder<unknown>, share: number, { lockSeconds }: Throttle): RawBuilder<number> {
  const seconds = Array.from({ length: countedFailures + 1 }, (_, count) => lockSeconds(count));
  return sql`(${seconds}::int[])[least((${failures}) / ${share}::int, ${countedFailures}::int) + 1]`;
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
