import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTables } from '../platform/db/schema-files.ts';
import type { TableKind } from '../platform/feature.ts';
import { features } from './features.ts';
import { placedTables } from './rights-plant-store.testing.ts';
import { makeWorld, type World } from './rights-world-store.testing.ts';

const specs = allTables(features);
const placed = placedTables(specs);
const owned = new Set(specs.flatMap((spec) => (spec.householdColumn || spec.organisationColumn ? [spec.name] : [])));
const organisationTables = specs.filter(({ organisationWrites }) => organisationWrites);

let world: World;
/** Signed in as the application itself is on an embedded engine: no owner stands behind it. */
let app: pg.Client;
let member: pg.Client;

beforeAll(async () => {
  world = await makeWorld(7);
  app = await connectAs('silian_app');
  member = await connectAs('silian_app');
  await member.query('set role silian_member');
}, 60_000);
afterAll(async () => {
  for (const client of [app, member, world?.owner]) await client?.end();
  await world?.database.drop();
});

async function connectAs(role: string): Promise<pg.Client> {
  const client = await world.database.connectOwner();
  await client.query(`set session authorization ${role}`);
  return client;
}

/** What became of a statement that must not work. */
async function attempt(client: pg.Client, statement: string, values: unknown[] = []): Promise<string> {
  await client.query('begin');
  const outcome = await client.query(statement, values).then(
    ({ rowCount }) => `${rowCount ?? 0} rows`,
    (error: Error & { code?: string }) => String(error.code),
  );
  await client.query('rollback');
  return outcome;
}

function tablesOf(...kinds: TableKind[]): string[] {
  return specs.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
}

const denied = '42501';

describe('row-level security without a range', () => {
  it('A25 shows nothing of any place-bound table, though every one of them holds rows', async () => {
    expect(placed.length).toBeGreaterThan(20);
    for (const table of placed) {
      const { rows } = await world.owner.query(`select count(*)::int as n from ${table}`);
      expect(rows[0].n, table).toBeGreaterThan(0);
      expect(await attempt(app, `select 1 from ${table}`), table).toBe('0 rows');
      expect(['0 rows', denied], table).toContain(await attempt(member, `select 1 from ${table}`));
    }
  });

  it('A25 shows nothing through any view of facts either', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'public'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    let seen = 0;
    for (const { name } of rows) {
      const everything = await world.owner.query(`select 1 from ${name} where place is not null limit 1`);
      seen += everything.rows.length;
      const left = await app.query(
        `select place from ${name} where household_id is not null or organisation_id is not null`,
      );
      expect(left.rows, name).toEqual([]);
      expect(await attempt(member, `select 1 from ${name}`), name).toBe(denied);
    }
    expect(seen).toBeGreaterThan(5);
  });

  it('A25 takes an empty, a crooked and a half range for none', async () => {
    const [own] = world.plots;
    const settings = [
      `set local silian.lo = ''; set local silian.hi = ''`,
      `set local silian.lo = '${own?.place}'`,
      `set local silian.hi = '999999999999'`,
      `set local silian.lo = '999999999999'; set local silian.hi = '0'`,
    ];
    for (const setting of settings) {
      await app.query(`begin; ${setting}`);
      const { rows } = await app.query('select 1 from household');
      await app.query('rollback');
      expect(rows, setting).toEqual([]);
    }
    await app.query(`begin; set local silian.lo = '1 or true'; set local silian.hi = '2'`);
    await expect(app.query('select 1 from household')).rejects.toThrow(/invalid input syntax/);
    await app.query('rollback');
  });

  it('A19 shows a member his own rows and nothing of his neighbours, whatever he asks', async () => {
    const { id } = world.household;
    for (const table of placed) {
      await member.query(`begin; set local silian.household = '${id}'`);
      const found = await member.query(`select to_jsonb(t) as row from ${table} t`).then(
        ({ rows }) => rows as { row: Record<string, unknown> }[],
        () => [],
      );
      await member.query('rollback');
      if (!owned.has(table.replace(/_history$/, ''))) expect(found, table).toEqual([]);
      for (const { row } of found) expect([row.id, row.household_id], table).toContain(id);
    }
  });

  it('A16 A19 lets a member see no account, position or session but his own', async () => {
    for (const table of ['account', 'position', 'session', 'sign_in_attempt', 'audit_event'])
      expect(['0 rows', denied], table).toContain(
        await attempt(member, `select 1 from ${table} limit 5`).catch(() => denied),
      );
    expect(await attempt(member, 'select password_hash from account')).toBe(denied);
  });
});

describe('what the application’s roles may do', () => {
  it('A82 is never to change or take away what was recorded for good', async () => {
    const fixed = [
      ...tablesOf('journal', 'ledger'),
      ...placed.filter((table) => table.endsWith('_history')),
      'audit_seal',
      'audit_seal_leaf',
    ];
    expect(fixed.length).toBeGreaterThan(15);
    for (const client of [app, member]) {
      for (const table of fixed) {
        const { rows } = await world.owner.query(
          `select attname as column from pg_attribute where attrelid = $1::regclass and attnum = 1`,
          [table],
        );
        const first = rows[0].column;
        expect(await attempt(client, `update ${table} set ${first} = ${first}`), table).toBe(denied);
        expect(await attempt(client, `delete from ${table}`), table).toBe(denied);
        expect(await attempt(client, `truncate ${table}`), table).toBe(denied);
      }
    }
    expect(await attempt(app, 'update audit_commitment set salt = salt')).toBe(denied);
    expect(await attempt(app, 'update blob set content = content')).toBe(denied);
    expect(await attempt(app, 'delete from blob')).toBe(denied);
    expect(await attempt(app, 'update figure set value = 0')).toBe(denied);
    expect(await attempt(app, 'insert into audit_seal default values')).toBe(denied);
  });

  it('A82 is not to write at all for a member, except what says who he is and what he did', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select distinct table_name || ' ' || privilege_type as name from information_schema.role_table_grants
       where grantee = 'silian_member' and privilege_type <> 'SELECT' order by 1`,
    );
    const platform = [
      'attachment_usage INSERT',
      'audit_commitment INSERT',
      'audit_event INSERT',
      'blob INSERT',
      'figure_dirty INSERT',
      'figure_dirty UPDATE',
      'idempotency_key DELETE',
      'idempotency_key INSERT',
      'idempotency_key UPDATE',
    ];
    const organisations = organisationTables.flatMap(({ name, kind }) => [
      `${name} INSERT`,
      ...(kind === 'record' ? [`${name} DELETE`, `${name} UPDATE`, `${name}_history INSERT`] : []),
    ]);
    expect(rows.map(({ name }) => name)).toEqual([...platform, ...organisations].toSorted());
  });

  it('A19 A82 is for a household to write nothing of an organisation, nor for an organisation what is of another', async () => {
    const settings = [`household = '${world.household.id}'`, `organisation = '${world.strangerOrganisationId}'`];
    expect(organisationTables.length).toBeGreaterThan(10);
    for (const { name, kind, organisationColumn } of organisationTables) {
      const foreign = `${organisationColumn} is distinct from nullif(current_setting('silian.organisation', true), '')::uuid`;
      const { rows } = await world.owner.query<{ row: object }>(
        `select to_jsonb(t) as row from ${name} as t where place = $1 limit 1`,
        [world.home.place],
      );
      for (const setting of settings) {
        await member.query(`set silian.${setting}`);
        const change = `update ${name} set place = place where ${foreign}`;
        if (kind === 'record') expect(await attempt(member, change), name).toBe('0 rows');
        const copy = `insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`;
        expect(await attempt(member, copy, [rows[0]?.row]), `${name} ${setting}`).toBe(denied);
        await member.query('reset all');
        await member.query('set role silian_member');
      }
    }
  });

  it('A26 recounts and seals under a role that sees all places and writes caches and seals alone', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select distinct table_name as name from information_schema.role_table_grants
       where grantee = 'silian_refresher' and privilege_type <> 'SELECT' order by 1`,
    );
    const caches = tablesOf('cache');
    expect(rows.map(({ name }) => name)).toEqual(
      [...caches, 'audit_seal', 'audit_seal_leaf', 'figure_dirty', 'figure_state'].toSorted(),
    );
  });

  it('A26 owns nothing, and can neither switch the policies off nor look round them', async () => {
    const { rows } = await world.owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace
       and pg_get_userbyid(relowner) in ('silian_app', 'silian_member', 'silian_refresher')`,
    );
    expect(rows).toEqual([]);
    const tricks = [
      'alter table household disable row level security',
      'alter table household no force row level security',
      'drop policy in_range on household',
      'create policy everybody on household using (true)',
      'alter role silian_app bypassrls',
      'grant silian_refresher to silian_app',
      'set role silian_refresher',
      'set role silian_owner',
      'create table mine (id int)',
      `create function peek() returns setof household language sql security definer as 'select * from household'`,
      'create view mine as select * from household',
      'drop table household',
      "select pg_read_file('/etc/passwd')",
      `copy household to program 'cat'`,
      'select * from pg_authid',
      `do $$ begin perform set_config('role', 'silian_owner', true); perform 1 from household; end $$`,
    ];
    for (const trick of tricks) expect(['42501', '42704', '22023'], trick).toContain(await attempt(app, trick));
    // switching the policies off for oneself is an error, not a view of everything
    expect(await attempt(app, 'set local row_security = off; select 1 from household')).toBe(denied);
    expect(await attempt(member, 'set local row_security = off; select 1 from household')).toBe(denied);
  });

  it('A25 lets a member become nobody else', async () => {
    const { rows } = await world.owner.query<{ owner: string }>('select current_user::text as owner');
    for (const role of ['silian_refresher', ...rows.map(({ owner }) => owner)])
      expect(await attempt(member, `set role ${role}`), role).toBe(denied);
  });
});

describe('functions that look further than the reader', () => {
  it('A9 are few, known by name, and answer about nobody who was not let go', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'distribution_sums',
      'erase_record',
      'fund_commit',
      'fund_path',
      'fund_post',
      'fund_release',
      'ledger_close',
      'ledger_open_accounts',
      'ledger_open_book',
      'ledger_post',
      'ledger_write',
      'object_publicly',
      'oldest_open_age_ms',
      'project_files',
      'public_notice',
      'public_notice_rows',
      'public_objection',
      'released_household',
      'released_poverty',
      'released_residents',
      'search_residents',
      'share_certificate_state',
    ]);
    const { rows: hashes } = await world.owner.query<{ hash: Buffer }>(
      'select id_number_hash as hash from resident where left_on is null',
    );
    expect(hashes.length).toBeGreaterThan(10);
    for (const name of ['released_household', 'released_poverty', 'released_residents']) {
      for (const { hash } of hashes) {
        const found = await app.query(`select 1 from ${name}($1)`, [hash]);
        expect(found.rows).toEqual([]);
      }
    }
    const { rows: lots } = await world.owner.query<{ county: number; id: string }>('select county, id from fund_lot');
    expect(lots.length).toBeGreaterThan(3);
    for (const { county, id } of lots)
      expect((await app.query('select from fund_path($1, $2)', [county, id])).rows).toEqual([]);
    const callable = `select bool_or(has_function_privilege(role, p.oid, 'execute')) as may from pg_proc as p,
      unnest(array['silian_app', 'silian_member', 'silian_refresher']) as role where proname = 'ledger_write'`;
    expect((await world.owner.query(callable)).rows).toEqual([{ may: false }]);
  });

  it('A82 erase what is personal and nothing else, inside the range that is set, with values of nobody’s choice', async () => {
    const [{ id, county, place }] = (
      await world.owner.query('select id, county, place from resident where place = $1 limit 1', [world.home.place])
    ).rows;
    const erase = `select erase_record('resident', ${county}, '${id}') as states`;
    expect((await app.query(erase)).rows).toEqual([{ states: 0 }]);
    expect(await attempt(member, erase)).toBe(denied);
    const elsewhere = `set local silian.lo = '${place + 1}'; set local silian.hi = '999999999999'`;
    const here = `set local silian.lo = '${place}'; set local silian.hi = '${place}'`;
    const states = async (range: string, statement: string) => {
      await app.query(`begin; ${range}`);
      const { rows } = await app.query(statement);
      const left = await app.query(`select to_jsonb(r) as row from resident r where id = '${id}'
        union all select to_jsonb(h) - 'retired_at' - 'retired_by' - 'reason' from resident_history h where id = '${id}'`);
      await app.query('rollback');
      return { told: rows[0].states, left: left.rows.map(({ row }) => row as Record<string, unknown>) };
    };
    expect((await states(elsewhere, erase)).told).toBe(0);
    expect((await states(here, `select erase_record('place_flag', ${county}, '${id}') as states`)).told).toBe(0);
    expect((await states(here, `select erase_record('audit_event', ${county}, '${id}') as states`)).told).toBe(0);
    const before = await states(here, 'select 0 as states');
    const after = await states(here, erase);
    expect(after.told).toBe(before.left.length);
    const personal = new Set(specs.find(({ name }) => name === 'resident')?.personal ?? []);
    for (const [at, row] of after.left.entries()) {
      for (const [column, value] of Object.entries(row)) {
        const was = before.left[at]?.[column];
        if (column === 'birth_on') expect(value).toBe(`${String(was).slice(0, 4)}-01-01`);
        else if (personal.has(column)) expect([null, '****', '\\x'], column).toContain(value);
        else if (column !== 'revision') expect(value, column).toEqual(was);
      }
    }
  });

  it('A2 A25 search inside the range that is set, and nowhere without one', async () => {
    const search = `select place from search_residents($1, 'name', 200)`;
    for (const plot of world.plots) {
      for (const client of [app, member]) expect((await client.query(search, [plot.marker])).rows).toEqual([]);
      await app.query(
        `begin; set local silian.lo = '${world.home.place}'; set local silian.hi = '${world.home.place}'`,
      );
      const { rows } = await app.query(search, [plot.marker]);
      await app.query('rollback');
      expect(rows.length > 0, plot.label).toBe(plot === world.home);
    }
  });
});
