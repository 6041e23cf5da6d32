import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import type { TableSpec } from '../feature.ts';
import { type MigrationPlan, migrate, pendingMigrations, splitStatements } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const tables: readonly TableSpec[] = [
  { name: 'barn', kind: 'record' },
  { name: 'barn_key', kind: 'key' },
];
const views = [
  {
    name: 'fact_barn',
    sql: 'create view fact_barn with (security_invoker = true) as select county, place, area from barn',
  },
];
const files: Readonly<Record<string, string>> = {
  '0001_barn.sql': `create table barn (county int not null, id uuid not null, place bigint not null, area int, revision int,
      recorded_at timestamptz, recorded_by uuid, primary key (county, id));
    create table barn_history (like barn, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
      primary key (county, id, revision));
    create index barn_place on barn (place);`,
  '0002_keys.sql': `-- a comment; with a semicolon
    create table barn_key (code text primary key, note text default ';');
    insert into barn_key (code) values ('a;b');`,
  '0003_area.sql': `alter table barn alter column area type numeric(12, 2);
    alter table barn_history alter column area type numeric(12, 2);
    create function twice(x int) returns int language sql as $$ select x * 2; $$;`,
};
const names = Object.keys(files).map((file) => file.replace('.sql', ''));
const shape = `
  select c.relname as name, a.attname as part, format_type(a.atttypid, a.atttypmod) as what from pg_attribute a
    join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and c.relkind in ('r', 'v')
  union all select tablename, policyname, coalesce(qual, '') from pg_policies
  union all select table_name, grantee, privilege_type from information_schema.role_table_grants
    where table_schema = 'public' and grantee in ('silian_app', 'silian_member', 'silian_refresher')
  union all select 'barn_key', code, note from barn_key order by 1, 2, 3`;

const open: { database: TestDatabase; clients: pg.Client[] }[] = [];
const folders: string[] = [];

afterAll(async () => {
  for (const { database, clients } of open) {
    for (const client of clients) await client.end();
    await database.drop();
  }
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function folderOf(kept: readonly string[] = Object.keys(files)): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'silian-migrations-'));
  folders.push(folder);
  for (const file of kept) await writeFile(join(folder, file), files[file] ?? '');
  return folder;
}

async function planOf(kept?: readonly string[]): Promise<MigrationPlan> {
  return { folder: await folderOf(kept), tables, views };
}

/** A database without anything, and so many connections of its owner. */
async function emptyDatabase(connections = 1): Promise<pg.Client[]> {
  const database = await testDatabase([], { bare: true });
  const clients = await Promise.all(Array.from({ length: connections }, () => database.connectOwner()));
  open.push({ database, clients });
  return clients;
}

function firstOf(clients: readonly pg.Client[]): pg.Client {
  const [client] = clients;
  if (!client) throw new Error('no connection');
  return client;
}

/** A connection that dies at the n-th statement it is given: nothing after it reaches the server. */
function dying(client: pg.Client, after: number): { readonly connection: pg.ClientBase; sent(): number } {
  let sent = 0;
  const query = async (...args: unknown[]): Promise<unknown> => {
    sent += 1;
    if (sent > after) throw new Error('killed');
    return Reflect.apply(client.query, client, args);
  };
  return { connection: { query } as unknown as pg.ClientBase, sent: () => sent };
}

async function shapeOf(client: pg.Client): Promise<unknown[]> {
  return (await client.query(shape)).rows;
}

describe('a migration', () => {
  it('lays out an empty database, says what it did, and does nothing the second time', async () => {
    const client = firstOf(await emptyDatabase());
    const plan = await planOf();
    expect(await pendingMigrations(client, plan.folder)).toEqual(names);
    expect(await migrate(client, plan)).toEqual([...names, 'views']);
    expect(await migrate(client, plan)).toEqual([]);
    expect(await pendingMigrations(client, plan.folder)).toEqual([]);
  });

  it('R11 killed at any statement goes on from there at the next start', async () => {
    const plan = await planOf();
    const [whole] = await emptyDatabase();
    const again = open.at(-1)?.database;
    if (!whole || !again) throw new Error('no database');
    const counting = dying(whole, Number.POSITIVE_INFINITY);
    await migrate(counting.connection, plan);
    const wanted = await shapeOf(whole);
    expect(counting.sent()).toBeGreaterThan(20);
    for (let after = 0; after < counting.sent(); after++) {
      await whole.query('drop schema public cascade; create schema public');
      const killed = await again.connectOwner();
      // the last statement only gives the lock back, and a lock goes with its connection
      await migrate(dying(killed, after).connection, plan).catch(() => undefined);
      await killed.end();
      await migrate(whole, plan);
      expect(await shapeOf(whole), `killed after statement ${after}`).toEqual(wanted);
    }
  }, 120_000);

  it('R11 killed right after its last statement still gets its views and rights', async () => {
    const [first, second] = await emptyDatabase(2);
    if (!first || !second) throw new Error('two connections');
    await migrate(first, await planOf(Object.keys(files).slice(0, 2)));
    const plan = await planOf();
    const before = (await second.query(`select count(*)::int as n from pg_views where viewname = 'fact_barn'`)).rows;
    expect(before).toEqual([{ n: 1 }]);
    const views = dying(first, Number.POSITIVE_INFINITY);
    const stopping = {
      query: async (...args: unknown[]) => {
        if (typeof args[0] === 'string' && args[0].startsWith(`select checksum from migration where name = '@views'`))
          throw new Error('killed');
        return Reflect.apply(views.connection.query, views.connection, args);
      },
    } as unknown as pg.ClientBase;
    await expect(migrate(stopping, plan)).rejects.toThrow('killed');
    expect(await migrate(second, plan)).toEqual(['views']);
    expect(await migrate(second, plan)).toEqual([]);
  });

  it('R11 runs once when two servers start at the same time', async () => {
    const clients = await emptyDatabase(4);
    const plan = await planOf();
    const applied = await Promise.all(clients.map((client) => migrate(client, plan)));
    expect(applied.filter((list) => list.length > 0)).toEqual([[...names, 'views']]);
  });

  it('may change a column that a view shows', async () => {
    const client = firstOf(await emptyDatabase());
    await migrate(client, await planOf(['0001_barn.sql', '0002_keys.sql']));
    expect(await migrate(client, await planOf())).toEqual(['0003_area', 'views']);
    const { rows } = await client.query(`select format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = 'fact_barn'::regclass and attname = 'area'`);
    expect(rows).toEqual([{ type: 'numeric(12,2)' }]);
  });

  it('says what went wrong in a statement, and leaves the steps before it done', async () => {
    const client = firstOf(await emptyDatabase());
    const folder = await folderOf(['0001_barn.sql']);
    await writeFile(join(folder, '0002_wrong.sql'), 'create table good (id int); create table barn (id int);');
    await expect(migrate(client, { folder, tables, views })).rejects.toThrow(/"barn" already exists/);
    const { rows } = await client.query(`select steps_done from migration where name = '0002_wrong'`);
    expect(rows).toEqual([{ steps_done: 1 }]);
    await writeFile(join(folder, '0002_wrong.sql'), 'create table good (id int); create table better (id int);');
    await expect(migrate(client, { folder, tables, views })).rejects.toMatchObject({ code: 'migration_edited' });
  });

  it('refuses a database that is newer than the code', async () => {
    const client = firstOf(await emptyDatabase());
    await migrate(client, await planOf());
    const older = await planOf(['0001_barn.sql', '0002_keys.sql']);
    await expect(migrate(client, older)).rejects.toMatchObject({
      code: 'database_newer',
      values: { name: '0003_area' },
    });
    await expect(pendingMigrations(client, older.folder)).rejects.toMatchObject({ code: 'database_newer' });
    expect(await shapeOf(client)).not.toEqual([]);
  });

  it('refuses a file that was edited after it had landed', async () => {
    const client = firstOf(await emptyDatabase());
    const plan = await planOf();
    await migrate(client, plan);
    await writeFile(join(plan.folder, '0002_keys.sql'), `${files['0002_keys.sql']}\n-- later`);
    await expect(migrate(client, plan)).rejects.toMatchObject({
      code: 'migration_edited',
      values: { name: '0002_keys' },
    });
  });

  it('lays rights anew when a table changes its kind, without any migration', async () => {
    const client = firstOf(await emptyDatabase());
    const plan = await planOf();
    await migrate(client, plan);
    const members = `select 1 from information_schema.role_table_grants where table_name = 'barn' and grantee = 'silian_member'`;
    expect((await client.query(members)).rows).toEqual([]);
    const changed = tables.map((table) => (table.name === 'barn' ? { ...table, householdColumn: 'id' } : table));
    expect(await migrate(client, { ...plan, tables: changed })).toEqual(['views']);
    expect((await client.query(members)).rows).toHaveLength(1);
  });
});

describe('splitting a file', () => {
  it('keeps what stands in quotes, dollar quotes and comments together', () => {
    expect(splitStatements(`select ';''--'; /* ; */ select $x$ ; $x$;\n-- only; a comment\n;`)).toEqual([
      `select ';''--'`,
      '/* ; */ select $x$ ; $x$',
    ]);
  });
});
