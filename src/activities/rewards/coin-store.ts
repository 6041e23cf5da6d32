import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';

/** So much of something that exists once. */
export interface Coin {
  readonly key: string;
  readonly quantity: number;
  /** all that there is of it; what was said first counts */
  readonly total: number;
}

/**
 * Uses units of output up, in the order of their keys. Returns the keys of which not enough is left: used before, by
 * whatever scheme. One statement, so that of two who ask at once exactly one gets a unit.
 */
export async function spendCoins(tx: Tx, kind: string, coins: readonly Coin[]): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    insert into reward_coin as c (unit_kind, unit_key, total, used)
    select ${kind}, w.key, w.total, w.quantity
    from unnest(${coins.map(({ key }) => key)}::text[], ${coins.map(({ total }) => total)}::numeric[],
      ${coins.map(({ quantity }) => quantity)}::numeric[]) as w (key, total, quantity)
    where w.quantity <= w.total order by w.key
    on conflict (unit_kind, unit_key) do update set used = c.used + excluded.used
      where c.used + excluded.used <= c.total
    returning unit_key as key`.execute(tx.db);
  const spent = new Set(rows.map(({ key }) => key));
  return coins.map(({ key }) => key).filter((key) => !spent.has(key));
}

/** Gives back what a refused or withdrawn application had used. */
export async function returnCoins(
  tx: Tx,
  kind: string,
  coins: readonly { readonly key: string; readonly quantity: number }[],
): Promise<void> {
  await sql`update reward_coin as c set used = c.used - w.quantity
    from unnest(${coins.map(({ key }) => key)}::text[], ${coins.map(({ quantity }) => quantity)}::numeric[]) as w (key, quantity)
    where c.unit_kind = ${kind} and c.unit_key = w.key`.execute(tx.db);
}

const capKind = 'cap';

/** What one applicant gets of a scheme in a year is a coin too, counted in yuan. */
export interface Cap {
  readonly key: string;
  readonly capFen: bigint;
}

/** What is left of it; nobody else spends of it until this transaction ends. */
export async function holdCap(tx: Tx, { key, capFen }: Cap): Promise<bigint> {
  await sql`insert into reward_coin (unit_kind, unit_key, total, used)
    values (${capKind}, ${key}, ${capFen}::numeric / 100, 0) on conflict do nothing`.execute(tx.db);
  const { rows } = await sql<{ leftFen: bigint }>`
    select ((total - used) * 100)::bigint as left_fen from reward_coin
    where unit_kind = ${capKind} and unit_key = ${key} for update`.execute(tx.db);
  return rows[0]?.leftFen ?? 0n;
}

/** Takes an amount off it, or gives one back where it is below zero. */
export async function spendCap(tx: Tx, key: string, amountFen: bigint): Promise<void> {
  await sql`update reward_coin set used = used + ${amountFen}::numeric / 100
    where unit_kind = ${capKind} and unit_key = ${key}`.execute(tx.db);
}
