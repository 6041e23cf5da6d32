import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { databaseRoles } from '../db/grants.ts';
import type { Workplace } from '../db/transact.ts';
import type { Tx } from '../db/tx.ts';

/** The schema of the job library; its tables belong to the owner, the application works in them. */
export const jobSchema = 'pgboss';
/** Where the tables of the library's former kind stand while their jobs are carried over. */
export const formerSchema = 'pgboss_former';

/** How the job library speaks to a database. */
export interface JobDatabase {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Statements on any connection of the workplace, with plain number types as the library expects them. */
export function jobDatabase(place: Workplace): JobDatabase {
  return { executeSql: (text, values = []) => place.pool.query({ text, values, types: pg.types }) };
}

export function ownerDatabase(owner: pg.ClientBase): JobDatabase {
  return { executeSql: (text, values = []) => owner.query({ text, values, types: pg.types }) };
}

/** Statements inside an act: the job exists when the act is done, and not when it is rolled back. */
export function actDatabase(tx: Tx): JobDatabase {
  return {
    async executeSql(text, values = []) {
      const { rows } = await tx.db.executeQuery(CompiledQuery.raw(text, values));
      return { rows };
    },
  };
}

/** What the library has made in a database so far. */
export interface JobSchema {
  /** of the library's tables; undefined before the first time */
  readonly version: number | undefined;
  readonly queues: ReadonlySet<string>;
  /** tables of the library's former kind still hold jobs that wait to be carried over */
  readonly setAside: boolean;
}

export async function findJobSchema(owner: pg.ClientBase): Promise<JobSchema> {
  const there = await owner.query<{ found: boolean; aside: boolean }>(
    `select to_regclass('${jobSchema}.version') is not null as found, to_regnamespace('${formerSchema}') is not null as aside`,
  );
  const setAside = there.rows[0]?.aside === true;
  if (!there.rows[0]?.found) return { version: undefined, queues: new Set(), setAside };
  const versions = await owner.query<{ version: number }>(`select version from ${jobSchema}.version`);
  const queues = await owner.query<{ name: string }>(`select name from ${jobSchema}.queue`);
  return { version: versions.rows[0]?.version, queues: new Set(queues.rows.map((row) => row.name)), setAside };
}

/** One process at a time lays out the tables of a database. */
export async function lockJobs(owner: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await owner.query('select pg_advisory_lock(415927)');
  try {
    await work();
  } finally {
    // a connection that broke has lost its locks already
    await owner.query('select pg_advisory_unlock(415927)').catch(() => undefined);
  }
}

/**
 * What the application may do with jobs: add, take and finish them, never change the tables themselves. Given before
 * there is a table, so that each comes with its rights and no kill can leave one without them.
 */
export async function grantJobs(owner: pg.ClientBase): Promise<void> {
  const roles = `${databaseRoles.app}, ${databaseRoles.refresher}`;
  await owner.query(`create schema if not exists ${jobSchema};
    grant usage on schema ${jobSchema} to ${roles};
    alter default privileges in schema ${jobSchema} grant select, insert, update, delete on tables to ${roles}`);
}

export interface DeadJob {
  readonly id: string;
  readonly queue: string;
  readonly data: unknown;
  readonly error: unknown;
  readonly failedAt: Date;
}

/** Jobs that failed for good, the latest first: for the person who looks after the system. */
export async function listDeadJobs(place: Workplace, limit = 50): Promise<readonly DeadJob[]> {
  const { rows } = await place.pool.query({
    text: `select id, name as queue, data, source_output as error, created_on as "failedAt"
      from ${jobSchema}.job where name like '%-dead' order by created_on desc limit $1`,
    values: [limit],
    types: pg.types,
  });
  return rows.map((row) => ({ ...row, queue: String(row.queue).replace(/-dead$/, '') }));
}
