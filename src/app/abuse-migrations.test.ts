import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, pendingMigrations } from '../platform/db/migrate.ts';
import { allTables, readViews } from '../platform/db/schema-files.ts';
import { type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import { features } from './features.ts';
import { projectRoot } from './server/options.ts';

const folder = join(projectRoot, 'migrations');
const shape = `
  select c.relname as name, a.attname as part, format_type(a.atttypid, a.atttypmod) as what from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v') and c.relname <> 'migration'
  union all select indexname, '', indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
  union all select tablename, policyname, coalesce(qual, '') from pg_policies
  union all select table_name, grantee, privilege_type from information_schema.role_table_grants
    where table_schema = 'public' and grantee in ('silian_app', 'silian_member', 'silian_refresher')
  union all select proname, '', prosrc from pg_proc where pronamespace = 'public'::regnamespace and prolang <> 13
  order by 1, 2, 3`;

let killed: TestDatabase;
let whole: TestDatabase;
let watcher: pg.Client;

beforeAll(async () => {
  killed = await testDatabase([], { bare: true });
  whole = await testDatabase(features);
  watcher = await killed.connectOwner();
});
afterAll(async () => {
  await watcher?.end();
  await killed?.drop();
  await whole?.drop();
});

const views = await readViews(features);
const plan = { folder, tables: allTables(features), views };

/** Migrates over a connection that is cut before the n-th statement. */
async function migrateUntil(sent: number): Promise<boolean> {
  const client = await killed.connectOwner();
  let count = 0;
  const query = async (...args: unknown[]): Promise<unknown> => {
    count += 1;
    if (count > sent) throw new Error('killed');
    return Reflect.apply(client.query, client, args);
  };
  try {
    await migrate({ query } as unknown as pg.ClientBase, plan);
    return true;
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'killed') throw error;
    return false;
  } finally {
    await client.end();
  }
}

async function stepsDone(): Promise<number> {
  const { rows } = await watcher.query<{ n: number }>(
    `select coalesce(sum(steps_done), 0)::int as n from migration where name not like '@%'`,
  );
  return rows[0]?.n ?? 0;
}

describe('the migrations of the product', () => {
  it('R11 killed before and after every single statement end as if nothing had happened', async () => {
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThan(8);
    let kills = 0;
    let budget = 1;
    let done = 0;
    // a try is cut after the one step it brought, or gets one statement more, so that every point is hit once
    while (!(await migrateUntil(budget))) {
      kills += 1;
      const now = budget < 5 ? 0 : await stepsDone();
      expect(now - done).toBeLessThanOrEqual(1);
      budget = now > done ? budget : budget + 1;
      done = now;
    }
    console.log(`migrations: ${kills} kills over ${done} steps`);
    expect(kills).toBeGreaterThan(100);
    expect(await pendingMigrations(watcher, folder)).toEqual([]);
    const owner = await whole.connectOwner();
    const wanted = await owner.query(shape);
    await owner.end();
    expect((await watcher.query(shape)).rows).toEqual(wanted.rows);
  }, 180_000);
});
