import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { TableSpec } from '../feature.ts';
import { StartRefusal } from '../start-refusal.ts';
import { applyGrants, ensureRoles, grantStatements } from './grants.ts';

export interface MigrationPlan {
  /** folder of NNNN_name.sql files */
  readonly folder: string;
  readonly tables: readonly TableSpec[];
  /** facts.sql of every feature, in tier order: views are derived, and made anew when their text changes */
  readonly views: readonly { readonly name: string; readonly sql: string }[];
}

interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

const ledger = `create table if not exists migration (
  name text primary key, checksum text not null, steps_done int not null, applied_at timestamptz not null default now())`;

/**
 * Brings the database to this code's schema: append-only files, checksummed, under an advisory lock, one
 * statement per step, sent with the note that it is done as one transaction, so that a killed migration resumes where
 * it stopped. Throws {@link StartRefusal} when the database is newer than the code or a landed file was edited. Returns
 * what it applied.
 */
export async function migrate(owner: pg.ClientBase, plan: MigrationPlan): Promise<readonly string[]> {
  // a step and its note are lost together, or neither is: a crash of the machine only repeats the last steps
  await owner.query('set synchronous_commit = off; select pg_advisory_lock(415926)');
  try {
    await ensureRoles(owner);
    await owner.query(ledger);
    const migrations = await readMigrations(plan.folder);
    const done = await doneSteps(owner);
    refuseNewer(done, migrations);
    const applied: string[] = [];
    if (migrations.some((migration) => isPending(migration, done))) await dropViews(owner);
    for (const migration of migrations) if (await applyMigration(owner, migration, done)) applied.push(migration.name);
    if (await refreshViews(owner, plan, migrations)) applied.push('views');
    return applied;
  } finally {
    // a connection that broke has lost its locks already
    await owner.query('select pg_advisory_unlock(415926)').catch(() => undefined);
  }
}

/** Whether this code's migrations are all there, without changing anything. */
export async function pendingMigrations(owner: pg.ClientBase, folder: string): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const { rows } = await owner.query(`select to_regclass('migration') as t`);
  const done = rows[0]?.t ? await doneSteps(owner) : new Map<string, { checksum: string; steps: number }>();
  refuseNewer(done, migrations);
  return migrations.filter((migration) => isPending(migration, done)).map((migration) => migration.name);
}

/** Whether `migrate` would find nothing to do, without changing anything. Throws {@link StartRefusal} as it does. */
export async function isMigrated(owner: pg.ClientBase, plan: MigrationPlan): Promise<boolean> {
  const { rows } = await owner.query(`select to_regclass('migration') as t`);
  if (!rows[0]?.t) return false;
  const [migrations, done] = await Promise.all([readMigrations(plan.folder), doneSteps(owner)]);
  refuseNewer(done, migrations);
  for (const migration of migrations) refuseEdited(migration, done);
  return (
    !migrations.some((migration) => isPending(migration, done)) &&
    (await findViewsChecksum(owner)) === viewsChecksum(plan, migrations)
  );
}

function isPending({ name, statements }: Migration, done: Done): boolean {
  return (done.get(name)?.steps ?? 0) < statements.length;
}

type Done = ReadonlyMap<string, { readonly checksum: string; readonly steps: number }>;

async function applyMigration(owner: pg.ClientBase, migration: Migration, done: Done): Promise<boolean> {
  refuseEdited(migration, done);
  const from = done.get(migration.name)?.steps ?? 0;
  for (const [index, statement] of migration.statements.entries()) {
    if (index < from) continue;
    await owner.query(`${statement}
      ;insert into migration (name, checksum, steps_done) values ('${migration.name}', '${migration.checksum}', ${index + 1})
      on conflict (name) do update set steps_done = excluded.steps_done`);
  }
  return from < migration.statements.length;
}

async function doneSteps(owner: pg.ClientBase): Promise<Done> {
  const { rows } = await owner.query<{ name: string; checksum: string; steps_done: number }>(
    `select name, checksum, steps_done from migration where name not like '@%'`,
  );
  return new Map(rows.map((row) => [row.name, { checksum: row.checksum, steps: row.steps_done }]));
}

function refuseNewer(done: Done, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((m) => m.name));
  const unknown = [...done.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) throw new StartRefusal('database_newer', { name: unknown });
}

function refuseEdited({ name, checksum }: Migration, done: Done): void {
  const known = done.get(name);
  if (known && known.checksum !== checksum) throw new StartRefusal('migration_edited', { name });
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      return { name: file.replace('.sql', ''), checksum: sha256(text), statements: splitStatements(text) };
    }),
  );
}

/** Splits at semicolons outside quotes, dollar quotes and comments. */
export function splitStatements(text: string): string[] {
  const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|;/g;
  const statements: string[] = [];
  let start = 0;
  for (const match of text.matchAll(token)) {
    if (match[0] !== ';') continue;
    statements.push(text.slice(start, match.index));
    start = match.index + 1;
  }
  statements.push(text.slice(start));
  return statements
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/--[^\n]*/g, '').trim() !== '');
}

/** A column that a view shows can neither change its type nor go: the views are laid anew after the migrations. */
async function dropViews(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select viewname as name from pg_views where schemaname = 'public' and viewname like 'fact\\_%'`,
  );
  await inStep(owner, async () => {
    await owner.query(
      [...dropping(rows.map(({ name }) => name)), `delete from migration where name = '@views'`].join('\n;\n'),
    );
  });
}

function dropping(views: readonly string[]): readonly string[] {
  return views.length > 0 ? [`drop view if exists ${views.join(', ')} cascade`] : [];
}

/**
 * Views and rights follow from the code: they are laid anew whenever a migration was added, or their text changed. The
 * check does not ask what ran just now, so that a migration killed right after its last step is made good as well.
 */
async function refreshViews(
  owner: pg.ClientBase,
  plan: MigrationPlan,
  migrations: readonly Migration[],
): Promise<boolean> {
  const names = plan.views.map((view) => view.name);
  const checksum = viewsChecksum(plan, migrations);
  if ((await findViewsChecksum(owner)) === checksum) return false;
  await inStep(owner, async () => {
    // all or none stand, so that they travel together
    await owner.query([...dropping(names), ...plan.views.map(({ sql }) => sql)].join('\n;\n'));
    await applyGrants(owner, plan.tables, names);
    await owner.query(
      `insert into migration (name, checksum, steps_done) values ('@views', $1, 1)
       on conflict (name) do update set checksum = excluded.checksum`,
      [checksum],
    );
  });
  return true;
}

function viewsChecksum({ views, tables }: MigrationPlan, migrations: readonly Migration[]): string {
  const landed = migrations.map(({ name, checksum }) => [name, checksum]);
  const names = views.map((view) => view.name);
  return sha256(JSON.stringify([views, grantStatements(tables, names), landed]));
}

async function findViewsChecksum(owner: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await owner.query<{ checksum: string }>(`select checksum from migration where name = '@views'`);
  return rows[0]?.checksum;
}

/** One transaction; after an error the connection is free again, so that the error itself reaches the caller. */
async function inStep(owner: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await owner.query('begin');
  try {
    await work();
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
