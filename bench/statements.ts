import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { composeProduct } from '../src/app/compose.ts';
import type { Actor } from '../src/platform/access/actor.ts';
import type { Workplace } from '../src/platform/db/transact.ts';
import type { RouteContract } from '../src/platform/http/contract.ts';
import type { UploadedFile } from '../src/platform/http/handle.ts';
import { invoke } from '../src/platform/http/invoke.ts';
import type { Refusal, Result } from '../src/platform/pure/result.ts';
import type { Statement } from './child.ts';

/** What somebody asks of a route. */
export interface Question {
  readonly actor: Actor;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: UploadedFile;
}

const frame = /^\s*(begin|commit|rollback)\b/i;

/** Runs a route without HTTP, by the same acts, checks and transaction. */
export function call(place: Workplace, contract: RouteContract, question: Question): Promise<Result<unknown, Refusal>> {
  const product = composeProduct();
  const handler = product.handlers.find((one) => one.contract === contract);
  if (!handler) throw new Error(`no route ${contract.method} ${contract.path}`);
  const { actor, ...inputs } = question;
  return invoke({ place, acts: product.acts }, handler, {
    actor,
    language: 'zh',
    idempotencyKey: randomUUID(),
    ...inputs,
  });
}

/**
 * Runs a route once and keeps what it asks the database about its subject: without sign-in, transaction and range.
 * The floor sends exactly these statements, so that it can never ask for less than the route has to.
 */
export async function recordStatements(
  place: Workplace,
  contract: RouteContract,
  question: Question,
): Promise<{ readonly statements: readonly Statement[]; readonly reply: unknown }> {
  const statements: Statement[] = [];
  const result = await call({ ...place, pool: listening(place.pool, statements) }, contract, question);
  if (!result.ok) throw new Error(`${contract.method} ${contract.path}: ${result.refusal.code}`);
  return { statements: statements.filter(({ text }) => !frame.test(text)), reply: result.value };
}

/** Sends recorded statements over a bare connection, one after the other. */
export async function replay(client: pg.ClientBase, statements: readonly Statement[]): Promise<pg.QueryResult[]> {
  const results: pg.QueryResult[] = [];
  for (const { text, values } of statements) results.push(await client.query(text, [...values]));
  return results;
}

function listening(pool: pg.Pool, statements: Statement[]): pg.Pool {
  const connect = async () => {
    const client = await pool.connect();
    return {
      query(sent: string | pg.QueryConfig<unknown[]>, values: readonly unknown[] = []) {
        if (typeof sent !== 'string') {
          statements.push({ text: sent.text, values: sent.values ?? [] });
          return client.query(sent);
        }
        statements.push({ text: sent, values });
        return client.query(sent, [...values]);
      },
      release: (broken?: Error) => client.release(broken),
    };
  };
  return new Proxy(pool, {
    get: (target, name) => (name === 'connect' ? connect : Reflect.get(target, name)),
  });
}
