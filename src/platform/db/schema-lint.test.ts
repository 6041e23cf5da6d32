import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSpec } from '../feature.ts';
import { applyGrants } from './grants.ts';
import { lintSchema } from './schema-lint.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const specs: readonly TableSpec[] = [
  { name: 'herd', kind: 'record' },
  { name: 'breed', kind: 'reference' },
  { name: 'count', kind: 'journal' },
];

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await testDatabase([], { bare: true });
  owner = await database.connectOwner();
  await owner.query(`
    create table breed (code text primary key);
    create table herd (county int not null, id uuid not null, place bigint not null, breed text references breed (code),
      revision int not null, recorded_at timestamptz not null, recorded_by uuid not null, primary key (county, id),
      unique (county, place, breed));
    create table herd_history (like herd, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
      primary key (county, id, revision));
    create table count (county int not null, id uuid not null, place bigint not null, herd_id uuid not null,
      primary key (county, id), foreign key (county, herd_id) references herd (county, id));
    create view fact_herd with (security_invoker = true) as select county, place from herd`);
  await applyGrants(owner, specs, ['fact_herd']);
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

/** What the lint says after a change, which is then taken back. */
async function faultsAfter(change: string, among = specs): Promise<readonly string[]> {
  await owner.query('begin');
  try {
    await owner.query(change);
    return await lintSchema(owner, among);
  } finally {
    await owner.query('rollback');
  }
}

describe('the lint of the schema', () => {
  it('has nothing against tables that are as they should be', async () => {
    expect(await lintSchema(owner, specs)).toEqual([]);
  });

  it.each([
    [
      'a key without the county first',
      'alter table herd add unique (id)',
      'herd.herd_id_key: the key must begin with county',
    ],
    [
      'a journal’s key without it',
      'alter table count drop constraint count_pkey, add primary key (id)',
      'must begin with county',
    ],
    ['an exclusion without it', 'alter table herd add exclude (place with =)', 'must begin with county'],
    [
      'a key into a record without it',
      'alter table count add unique (county, id, herd_id), add foreign key (herd_id, county) references herd (id, county)',
      'must begin with county',
    ],
    [
      'a reference table that points at records',
      'alter table breed add county int, add herd uuid, add foreign key (county, herd) references herd (county, id)',
      'a reference table must not point at herd',
    ],
    ['policies that are off', 'alter table count disable row level security', 'count: row-level security is off'],
    ['a twin that lacks a column', 'alter table herd add note text', 'herd_history: lacks note text'],
    [
      'a twin of another type',
      'alter table herd_history alter column breed type varchar(5)',
      'herd_history: lacks breed text',
    ],
    ['a twin that is gone', 'drop table herd_history', 'herd: has no twin herd_history'],
    [
      'a county that may be absent',
      'alter table count drop constraint count_pkey, alter column county drop not null',
      'count: needs county int not null',
    ],
    ['a view with its owner’s rights', 'create view leak as select * from herd', 'leak: a view needs security_invoker'],
    [
      'a trigger',
      `create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger t before update on herd for each row execute function f()`,
      'herd: a cluster refuses triggers',
    ],
    ['a table that no feature declares', 'create table stray (id int)', 'stray: no feature declares this table'],
    ['a table of the application', 'alter table breed owner to silian_app', 'breed: owned by silian_app'],
    ['a table that is only declared', 'drop table count', 'count: declared in feature.ts, not in the schema'],
  ])('finds %s', async (_what, change, sentence) => {
    expect((await faultsAfter(change)).join('\n')).toContain(sentence);
  });

  it('lets a record point at a reference table without the county', async () => {
    expect(
      await faultsAfter(
        'alter table herd add second text references breed (code); alter table herd_history add second text',
      ),
    ).toEqual([]);
  });
});
