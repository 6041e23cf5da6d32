import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import type { PositionRequest } from './account-rules.ts';
import type { Role } from './roles.ts';

export interface HeldPosition {
  readonly id: string;
  readonly role: Role;
  readonly place: number | null;
  readonly organisationId: string | null;
  readonly household: { readonly county: number; readonly id: string } | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly inForce: boolean;
}

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  readonly demo: boolean;
  readonly lastSeenAt: Date | null;
  readonly positions: readonly HeldPosition[];
}

/** Places whose positions the reader sees; undefined: all. */
export type SeenRange = { readonly lo: number; readonly hi: number } | undefined;

export interface AccountQuery {
  readonly q?: string | undefined;
  readonly role?: Role | undefined;
  readonly range?: { readonly lo: number; readonly hi: number } | undefined;
  readonly state?: 'active' | 'disabled' | 'without_position' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;
const inForce = sql`p.starts_on <= ${today} and (p.ends_on is null or p.ends_on > ${today})`;

export async function listAccounts(
  tx: Tx,
  query: AccountQuery,
  seen: SeenRange,
): Promise<{ rows: readonly AccountRow[]; total: number }> {
  const where = accountConditions(query, seen);
  const { rows } = await sql<AccountRow>`
    select ${accountColumns(seen)} from account a where ${where}
    order by a.login limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total from account a where ${where}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** One account; inside a range only when it holds, or held, a position there. */
export async function findAccountById(tx: Tx, id: string, seen: SeenRange): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select ${accountColumns(seen)} from account a where a.id = ${id} and ${holdsIn(seen)}`.execute(tx.db);
  return rows[0];
}

function accountColumns(seen: SeenRange): RawBuilder<unknown> {
  return sql`a.id, a.login, a.name, a.disabled_at is not null as disabled, a.must_change_password, a.demo,
    (select max(s.seen_at) from session s where s.account_id = a.id) as last_seen_at,
    coalesce((select json_agg(json_build_object('id', p.id, 'role', p.role, 'place', p.place, 'organisationId', p.organisation_id,
        'household', case when p.household_id is null then null else json_build_object('county', p.household_county, 'id', p.household_id) end,
        'startsOn', p.starts_on, 'endsOn', p.ends_on, 'inForce', ${inForce}) order by p.starts_on desc, p.id)
      from position p where p.account_id = a.id and ${placeIn(seen)}), '[]') as positions`;
}

function accountConditions(query: AccountQuery, seen: SeenRange): RawBuilder<unknown> {
  const { q, role, range, state } = query;
  // a banner finds a newcomer by the full login that he tells
  const known =
    q && seen
      ? sql`(a.login = lower(${q}) or (${holdsIn(seen)} and ${matches(q)}))`
      : sql`${holdsIn(seen)} and ${matches(q)}`;
  const parts = [known];
  if (role)
    parts.push(sql`exists (select from position p where p.account_id = a.id and p.role = ${role} and ${inForce})`);
  if (range)
    parts.push(sql`exists (select from position p where p.account_id = a.id and ${placeIn(range)} and ${inForce})`);
  if (state === 'disabled') parts.push(sql`a.disabled_at is not null`);
  if (state === 'active') parts.push(sql`a.disabled_at is null`);
  if (state === 'without_position')
    parts.push(sql`not exists (select from position p where p.account_id = a.id and ${inForce})`);
  return sql.join(parts, sql` and `);
}

function matches(q: string | undefined): RawBuilder<unknown> {
  return q ? sql`(strpos(a.login, lower(${q})) > 0 or strpos(a.name, ${q}) > 0)` : sql`true`;
}

function holdsIn(seen: SeenRange): RawBuilder<unknown> {
  return seen ? sql`exists (select from position p where p.account_id = a.id and ${placeIn(seen)})` : sql`true`;
}

function placeIn(range: SeenRange): RawBuilder<unknown> {
  return range ? sql`p.place between ${range.lo} and ${range.hi}` : sql`true`;
}

/** Roles the account holds at some time between the days given. */
export async function listRolesHeld(
  tx: Tx,
  accountId: string,
  during: { readonly startsOn: string; readonly endsOn?: string | undefined },
): Promise<readonly Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select distinct role from position where account_id = ${accountId}
      and daterange(starts_on, ends_on) && daterange(${during.startsOn}::date, ${during.endsOn ?? null}::date)`.execute(
    tx.db,
  );
  return rows.map((row) => row.role);
}

/** Returns false when the login is taken. */
export async function insertAccount(
  tx: Tx,
  account: { readonly id: string; readonly login: string; readonly name: string; readonly passwordHash: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into account (id, login, name, password_hash, must_change_password, recorded_at, recorded_by)
    values (${account.id}, ${account.login}, ${account.name}, ${account.passwordHash}, true, ${tx.now}, ${tx.actor.accountId})
    on conflict (login) do nothing returning id`.execute(tx.db);
  if (rows.length === 0) return false;
  noteSystem(tx, 'account', { id: account.id, after: { login: account.login, name: account.name } });
  return true;
}

/** The table refuses what must not stand together, also when two give at once. */
export async function insertPosition(
  tx: Tx,
  accountId: string,
  position: PositionRequest & { readonly id: string },
): Promise<void> {
  const row = {
    account_id: accountId,
    role: position.role,
    place: position.place ?? null,
    organisation_id: position.organisationId ?? null,
    household_county: position.household?.county ?? null,
    household_id: position.household?.id ?? null,
    starts_on: position.startsOn,
    ends_on: position.endsOn ?? null,
  };
  await sql`
    insert into position (id, account_id, role, place, organisation_id, household_county, household_id, starts_on, ends_on, recorded_at, recorded_by)
    values (${position.id}, ${row.account_id}, ${row.role}, ${row.place}, ${row.organisation_id}, ${row.household_county},
      ${row.household_id}, ${row.starts_on}, ${row.ends_on}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
  noteSystem(tx, 'position', { id: position.id, place: position.place, after: row });
}

export async function findPosition(
  tx: Tx,
  accountId: string,
  positionId: string,
): Promise<{ role: Role; place: number | null } | undefined> {
  const { rows } = await sql<{ role: Role; place: number | null }>`
    select role, place from position where id = ${positionId} and account_id = ${accountId}`.execute(tx.db);
  return rows[0];
}

/** Ends a position today; false when it has ended before. */
export async function closePosition(
  tx: Tx,
  position: { readonly id: string; readonly place: number | null },
): Promise<boolean> {
  const { rows } = await sql<{ endsOn: string }>`
    update position set ends_on = greatest(starts_on, ${today})
    where id = ${position.id} and (ends_on is null or ends_on > greatest(starts_on, ${today})) returning ends_on`.execute(
    tx.db,
  );
  const [ended] = rows;
  if (!ended) return false;
  noteSystem(tx, 'position', { id: position.id, place: position.place ?? undefined, after: { ends_on: ended.endsOn } });
  return true;
}

/** Closes or opens an account; false when it already is what it should be. */
export async function setDisabled(tx: Tx, accountId: string, disabled: boolean): Promise<boolean> {
  const { rows } = await sql`
    update account set disabled_at = ${disabled ? tx.now : null}
    where id = ${accountId} and (disabled_at is null) = ${disabled} returning id`.execute(tx.db);
  if (rows.length === 0) return false;
  noteSystem(tx, 'account', { id: accountId, before: { disabled: !disabled }, after: { disabled } });
  return true;
}

export async function setOneTimePassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await sql`update account set password_hash = ${passwordHash}, must_change_password = true where id = ${accountId}`.execute(
    tx.db,
  );
  noteSystem(tx, 'account', { id: accountId, after: { must_change_password: true } });
}

/** Ends every open session of an account; returns how many. */
export async function endSessions(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql`
    update session set ended_at = ${tx.now} where account_id = ${accountId} and ended_at is null returning 1`.execute(
    tx.db,
  );
  return rows.length;
}

/** What an administrator changes stands in no place, unless it is a position at one. */
export function noteSystem(
  tx: Tx,
  table: string,
  about: {
    id: string;
    place?: number | undefined;
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
    note?: Record<string, unknown>;
  },
): void {
  const { place = 0, ...change } = about;
  tx.trail.push({ table, county: Math.floor(place / 1_000_000), place, ...change });
}
