import type pg from 'pg';
import type { Actor } from '../access/actor.ts';
import type { TableSpec } from '../feature.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import { writeAttempts } from './attempts.ts';
import { bindConnection, type Connection, isRetryable } from './connection.ts';
import type { Statement } from './prepared.ts';
import { trailStatement } from './trail.ts';
import type { Attempt, Tx } from './tx.ts';
import type { Vault } from './vault.ts';

/** What identifies a write that may arrive twice. */
export interface Idempotency {
  readonly key: string;
  readonly requestHash: Uint8Array;
}

export type { Tx } from './tx.ts';

export interface ActContext {
  readonly actor: Actor;
  readonly act: string;
  readonly reason?: string | undefined;
  readonly idempotency?: Idempotency | undefined;
  /** computes caches and seals from records that have their own trail; writes no audit event */
  readonly silent?: boolean;
  /** done even while the disk is nearly full: who wants to read has to sign in first */
  readonly essential?: boolean;
}

export interface Workplace {
  readonly pool: pg.Pool;
  readonly vault: Vault;
  readonly tables: ReadonlyMap<string, TableSpec>;
  readonly clock: () => Date;
  /** false while the disk is nearly full */
  readonly writable: () => boolean;
  /** what is written could be made again: commits do not wait for the disk, and a crash may take the last of them */
  readonly remakeable?: boolean;
}

const beginUnhurried = 'begin; set local synchronous_commit = off';

type Work<T, R extends Refusal> = (tx: Tx) => Promise<Result<T, R>>;

/** What an act came to, and what is still to be written with it. */
interface Outcome<T, R extends Refusal> {
  readonly result: Result<T, R>;
  readonly last?: Statement | undefined;
}

/**
 * Runs `work` as one act: state, history, audit event, stale months and idempotency key are written together or
 * not at all. A refusal rolls everything back. The same key with the same request answers as it did the first
 * time; with another request it is refused (`idempotency_mismatch`).
 */
export async function transact<T, R extends Refusal>(
  place: Workplace,
  context: ActContext,
  work: Work<T, R>,
): Promise<Result<T, R | Refusal>> {
  if (!context.essential && !place.writable()) return refuse({ code: 'read_only' });
  let attempts: readonly Attempt[] = [];
  const result = await retryOnce(() =>
    inTransaction(place, { ...context, begin: place.remakeable ? beginUnhurried : 'begin' }, (tx) => {
      attempts = tx.attempts;
      return actOnce(tx, context, work);
    }),
  );
  if (!result.ok && attempts.length > 0) await keepRefused(place, context, attempts);
  return result;
}

async function keepRefused(place: Workplace, context: ActContext, attempts: readonly Attempt[]): Promise<void> {
  await inTransaction(place, { ...context, begin: 'begin' }, async (tx) => {
    await writeAttempts(tx, attempts);
    return { result: ok(true), last: trailStatement(tx, undefined) };
  });
}

/** Runs `work` in a read-only transaction inside the actor's range. */
export function readTransact<T, R extends Refusal>(
  place: Workplace,
  context: ActContext,
  work: Work<T, R>,
): Promise<Result<T, R>> {
  const reading = { ...context, begin: 'begin read only' };
  return retryOnce(() => inTransaction(place, reading, async (tx) => ({ result: await work(tx) })));
}

async function actOnce<T, R extends Refusal>(
  tx: Tx,
  context: ActContext,
  work: Work<T, R>,
): Promise<Outcome<T, R | Refusal>> {
  const known = context.idempotency && (await claim(tx, context.idempotency));
  if (known) return { result: known as Result<T, Refusal> };
  const result = await work(tx);
  if (!result.ok || context.silent) return { result };
  return {
    result,
    last: trailStatement(tx, context.idempotency && { key: context.idempotency.key, reply: result.value }),
  };
}

const claiming = {
  name: 'claim',
  text: `insert into idempotency_key (account_id, key, act, request_hash, recorded_at) values ($1, $2, $3, $4, $5)
    on conflict do nothing returning key`,
};
const answering = {
  name: 'answer',
  text: `select request_hash as "requestHash", reply from idempotency_key where account_id = $1 and key = $2`,
};

/** Claims the key, or returns what the first run answered. A second run waits here for the first to end. */
async function claim(tx: Tx, { key, requestHash }: Idempotency): Promise<Result<unknown, Refusal> | undefined> {
  const own = [tx.actor.accountId, key] as const;
  const claimed = await tx.send({
    ...claiming,
    values: [...own, tx.act, Buffer.from(requestHash), tx.now.toISOString()],
  });
  if (claimed.length === 1) return undefined;
  const [first] = await tx.send<{ requestHash: Buffer; reply: unknown }>({ ...answering, values: own });
  if (!first?.requestHash.equals(requestHash)) return refuse({ code: 'idempotency_mismatch' });
  return { ok: true, value: (first.reply as { value?: unknown }).value };
}

async function inTransaction<T, R extends Refusal>(
  place: Workplace,
  context: ActContext & { readonly begin: string },
  work: (tx: Tx) => Promise<Outcome<T, R>>,
): Promise<Result<T, R>> {
  const client = await place.pool.connect();
  let broken: Error | undefined;
  try {
    // nobody waits for the opening: the first statement of the work travels with it, and the last one with the commit
    const opening = client.query(`${context.begin}; ${rangeSettings(context.actor)}`);
    const [opened, worked] = await Promise.allSettled([opening, work(makeTx(place, context, client))]);
    if (opened.status === 'rejected') throw opened.reason;
    if (worked.status === 'rejected') throw worked.reason;
    const { result, last } = worked.value;
    const written = last && client.query(toQuery(last));
    await Promise.all([written, client.query(result.ok ? 'commit' : 'rollback')]);
    return result;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    await client.query('rollback').then(
      () => (broken = undefined),
      () => undefined,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

function toQuery({ values, ...statement }: Statement): pg.QueryConfig {
  return { ...statement, values: [...values] };
}

function makeTx(place: Workplace, context: ActContext, client: Connection): Tx {
  return {
    db: bindConnection(client),
    send: async (statement) => (await client.query(toQuery(statement))).rows,
    actor: context.actor,
    act: context.act,
    now: place.clock(),
    vault: place.vault,
    tables: place.tables,
    reason: context.reason,
    trail: [],
    attempts: [],
    stale: new Map(),
    used: new Map(),
  };
}

/**
 * The range as literal text: on a cluster only `SET LOCAL` with a literal reaches the workers. Members
 * (households, organisations) act under a role that sees nothing but its own rows.
 */
export function rangeSettings(actor: Actor): string {
  const statements: string[] = [];
  if (actor.range) {
    statements.push(
      `set local silian.lo = '${digits(actor.range.lo)}'`,
      `set local silian.hi = '${digits(actor.range.hi)}'`,
    );
  } else if (actor.household) {
    statements.push('set local role silian_member', `set local silian.household = '${uuid(actor.household.id)}'`);
  } else if (actor.organisationId) {
    statements.push('set local role silian_member', `set local silian.organisation = '${uuid(actor.organisationId)}'`);
  }
  if (actor.household || actor.organisationId) statements.push(`set local silian.account = '${uuid(actor.accountId)}'`);
  if (actor.role === 'administrator' || actor.role === 'auditor') statements.push("set local silian.system = 'on'");
  return statements.join('; ');
}

function digits(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a place range holds whole numbers');
  return String(value);
}

function uuid(value: string): string {
  if (!/^[0-9a-f-]{36}$/.test(value)) throw new RangeError('not an id');
  return value;
}

async function retryOnce<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return run();
  }
}
