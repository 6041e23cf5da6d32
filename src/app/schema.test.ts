import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../platform/db/migrate.ts';
import { generateRowTypes } from '../platform/db/row-types.ts';
import { allTables, readViews } from '../platform/db/schema-files.ts';
import { lintSchema } from '../platform/db/schema-lint.ts';
import { type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import { features } from './features.ts';
import { projectRoot } from './server/options.ts';

let fromSchemas: TestDatabase;
let fromMigrations: TestDatabase;
let schemas: pg.Client;
let migrations: pg.Client;

async function plan() {
  return {
    folder: join(projectRoot, 'migrations'),
    tables: allTables(features),
    views: await readViews(features),
  };
}

beforeAll(async () => {
  fromSchemas = await testDatabase(features);
  fromMigrations = await testDatabase([], { bare: true });
  schemas = await fromSchemas.connectOwner();
  migrations = await fromMigrations.connectOwner();
  await migrate(migrations, await plan());
});
afterAll(async () => {
  await schemas.end();
  await migrations.end();
  await fromSchemas.drop();
  await fromMigrations.drop();
});

const shape = `
  select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull, pg_get_expr(d.adbin, d.adrelid) as default
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where n.nspname = 'public' and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped and c.relname <> 'migration'
  order by 1, 2`;
const constraints = `
  select t.relname, c.conname, pg_get_constraintdef(c.oid) as def from pg_constraint c join pg_class t on t.oid = c.conrelid
  join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public' and t.relname <> 'migration' order by 1, 2`;
const indexes = `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration' order by 1`;
const policies = `select tablename, policyname, roles, cmd, qual, with_check from pg_policies order by 1, 2`;
const rights = `
  select table_name, grantee, privilege_type from information_schema.role_table_grants
  where table_schema = 'public' and grantee like 'silian\\_%' and grantee not in ('silian_owner', 'silian_superuser') and table_name <> 'migration' order by 1, 2, 3`;
const routines = `select proname, pg_get_functiondef(oid) as def from pg_proc where pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c') order by 1`;

describe('the schema', () => {
  it.each([
    ['columns', shape],
    ['constraints', constraints],
    ['indexes', indexes],
    ['policies', policies],
    ['rights', rights],
    ['functions', routines],
  ])('has the same %s from all migrations as from all schema.sql', async (_name, query) => {
    const wanted = (await schemas.query(query)).rows;
    expect(wanted.length).toBeGreaterThan(0);
    expect((await migrations.query(query)).rows).toEqual(wanted);
  });

  it('is fit for a cluster and keeps its rights', async () => {
    expect(await lintSchema(schemas, allTables(features))).toEqual([]);
  });

  it('finds planted faults', async () => {
    await schemas.query('begin');
    await schemas.query('alter table place_flag drop constraint place_flag_pkey, add primary key (id)');
    await schemas.query('alter table household disable row level security');
    await schemas.query('create view leaky as select * from place');
    await schemas.query('create table stray (id int)');
    await schemas.query('alter table place_flag_history drop column document_number');
    const faults = (await lintSchema(schemas, allTables(features))).join('\n');
    await schemas.query('rollback');
    for (const word of [
      'place_flag_pkey',
      'household: row-level',
      'leaky',
      'stray',
      'place_flag_history: lacks document_number',
    ]) {
      expect(faults).toContain(word);
    }
  });

  it('has the row types that the code was written against', async () => {
    const file = join(projectRoot, 'src', 'platform', 'db', 'tables.gen.ts');
    expect(await readFile(file, 'utf8')).toBe(await generateRowTypes(schemas));
  });

  it('migrates a second time without doing anything', async () => {
    expect(await migrate(migrations, await plan())).toEqual([]);
  });

  it('refuses a database that is newer than the code', async () => {
    await migrations.query(`insert into migration (name, checksum, steps_done) values ('9999_tomorrow', 'x', 1)`);
    await expect(migrate(migrations, await plan())).rejects.toMatchObject({ code: 'database_newer' });
    await migrations.query(`delete from migration where name = '9999_tomorrow'`);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    const { rows } = await migrations.query(
      `select name, checksum from migration where name not like '@%' order by name limit 1`,
    );
    await migrations.query(`update migration set checksum = 'edited' where name = $1`, [rows[0].name]);
    await expect(migrate(migrations, await plan())).rejects.toMatchObject({ code: 'migration_edited' });
    await migrations.query('update migration set checksum = $2 where name = $1', [rows[0].name, rows[0].checksum]);
  });
});
