import pg from 'pg';
import type { TableSpec } from '../feature.ts';
import { StartRefusal } from '../start-refusal.ts';
import { type Engine, ownerAddress, roleAddress } from './engine.ts';
import { errorFields } from './error-fields.ts';
import { databaseRoles } from './grants.ts';
import { isMigrated, type MigrationPlan } from './migrate.ts';

/** A database that can be served as it is. */
export interface Standing {
  /** it holds the demo city */
  readonly demo: boolean;
}

const minimumVersion = 150_000;
/** no database of this name, no such role: nobody has started here yet */
const notMadeYet: ReadonlySet<string | undefined> = new Set(['3D000', '28000']);

/**
 * Looks whether a database can be served as it is: its schema and views are this code's, somebody has an account, and
 * ranges are enforced. Undefined while something has still to be made. Changes nothing and needs little of the program.
 * Throws {@link StartRefusal}: `database_unreachable`, `database_too_old`, `database_newer`, `migration_edited`,
 * `range_not_enforced`.
 */
export async function findStanding(engine: Engine, plan: MigrationPlan): Promise<Standing | undefined> {
  const connected = await Promise.allSettled([
    connect(ownerAddress(engine)),
    connect(roleAddress(engine, databaseRoles.app)),
  ]);
  const [owner, app] = connected.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  try {
    const failed = connected.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    if (!owner || !app || !(await isMigrated(owner, plan))) return undefined;
    const [{ rows }] = await Promise.all([
      owner.query<{ accounts: boolean; demo: boolean }>(
        `select exists (select from account) as accounts, exists (select from account where demo) as demo`,
      ),
      probe(app, plan.tables),
    ]);
    return rows[0]?.accounts ? { demo: rows[0].demo } : undefined;
  } finally {
    await Promise.all([owner?.end(), app?.end()]);
  }
}

async function connect(config: pg.ClientConfig): Promise<pg.Client | undefined> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message = '' } = errorFields(error);
    if (notMadeYet.has(code)) return undefined;
    throw new StartRefusal('database_unreachable', { detail: message });
  }
}

/**
 * Start-up refuses to serve when the server is too old, or when a probe under an empty range sees a record
 * (DESIGN §5): then row-level security is not in force for this role.
 */
export async function probe(client: pg.ClientBase, tables: Iterable<TableSpec>): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < minimumVersion) throw new StartRefusal('database_too_old', { version: Math.floor(version / 10_000) });
  const records = [...tables].filter(({ kind }) => kind === 'record');
  const looks = records.map(({ name }) => `select '${name}' as name where exists (select from ${name})`);
  if (looks.length === 0) return;
  const seen = await client.query<{ name: string }>(looks.join(' union all '));
  const [open] = seen.rows;
  if (open) throw new StartRefusal('range_not_enforced', { table: open.name });
}
