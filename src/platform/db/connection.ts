import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { rowPlugins } from './rows.ts';
import type { Tables } from './tables.gen.ts';

export { errorFields } from './error-fields.ts';

export type Connection = pg.PoolClient;

/** Made once for a connection: a query builder costs more than a short statement. */
const bound = new WeakMap<Connection, Kysely<Tables>>();

/** A query builder on one connection, whose transaction somebody else opens and ends. */
export function bindConnection(client: Connection): Kysely<Tables> {
  const known = bound.get(client);
  if (known) return known;
  const lent = { query: client.query.bind(client), release() {} };
  const pool = { connect: async () => lent, end: async () => {} };
  const made = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }), plugins: [...rowPlugins] });
  bound.set(client, made);
  return made;
}

/** Serialization failure, deadlock, or a connection the server dropped before it could have committed. */
export function isRetryable(error: unknown): boolean {
  const code = errorCode(error);
  return code === '40001' || code === '40P01' || code === '57P01' || code === 'ECONNREFUSED';
}

/** Two rows that may not stand together: a unique or an exclusion constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const code = errorCode(error);
  if (code !== '23505' && code !== '23P01') return false;
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint;
}

/** Something else still points at the row. */
export function isForeignKeyViolation(error: unknown): boolean {
  return errorCode(error) === '23503';
}

function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
