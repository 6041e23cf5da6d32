import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../platform/access/account-store.ts';
import type { Role } from '../../platform/access/roles.ts';
import { sealTrail } from '../../platform/audit/seal.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { StartRefusal } from '../../platform/start-refusal.ts';
import { demoIdNumber } from '../../registers/households/demo-rules.ts';
import { householdSheet } from '../../registers/households/sheet-contract.ts';
import { composeProduct } from '../compose.ts';
import { ensureReference } from '../server/first-start.ts';
import type { System } from '../server/run.ts';
import { runSilian } from './silian.ts';

const [city, township, village, neighbour] = [150600000000, 150622001000, 150622001201, 150622001202];
const month = '2019-05';
const product = composeProduct();
let database: TestDatabase;
let server: TestServer;
let clerk: TestClient;
let folder: string;
let pending: string[] = [];

beforeAll(async () => {
  let now = Date.parse('2019-06-03T02:00:00Z');
  database = await testDatabase(product.features, {
    clock: () => {
      now += 1000;
      return new Date(now);
    },
  });
  await ensureReference(database);
  server = await testServer(database, { features: product.features, handlers: product.handlers });
  folder = await mkdtemp(join(tmpdir(), 'silian-cli-'));
});
afterAll(async () => {
  await server.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly json: Record<string, unknown>;
}

/** One command line, split at spaces, on the test's database. */
async function silian(line: string): Promise<Ran> {
  const texts = { out: '', err: '' };
  const io = {
    env: {},
    terminal: false,
    readInput: async () => new Uint8Array(),
    out(text: string) {
      texts.out += text;
    },
    err(text: string) {
      texts.err += text;
    },
  };
  const system: System = {
    database,
    applied: [],
    pending,
    clock: { now: database.clock, shiftTo: () => undefined },
    close: async () => undefined,
  };
  const code = await runSilian(line.split(' ').filter(Boolean), {
    io,
    compose: async () => product,
    open: async () => system,
  });
  return { code, ...texts, json: texts.out.startsWith('{') ? JSON.parse(texts.out) : {} };
}

async function seat(login: string, role: Role, place?: number): Promise<void> {
  const person = {
    id: crypto.randomUUID(),
    login,
    name: login,
    passwordHash: null,
    mustChangePassword: false,
    demo: false,
  };
  await createAccount(database, { ...person, position: { role, ...(place === undefined ? {} : { place }) } });
}

async function workbook(name: string, rows: readonly ExportRow[]): Promise<string> {
  const pieces: Buffer[] = [];
  const list = writeList({ spec: householdSheet, rows, language: 'zh', exportedBy: '甲', exportedAt: new Date(0) });
  for await (const piece of list) pieces.push(piece);
  const path = join(folder, name);
  await writeFile(path, Buffer.concat(pieces));
  return path;
}

let serial = 0;
function resident(number: string, name: string, more: ExportRow = {}): ExportRow {
  const idNumber = demoIdNumber({ region: 150622, birthOn: '1970-01-01', serial: ++serial, sex: 'male' });
  return { number, name, idNumber, relation: '01', joinedOn: '2018-01-01', ...more };
}

async function countHouseholds(): Promise<number> {
  const owner = await database.connectOwner();
  const { rows } = await owner.query('select count(*)::int as count from household');
  await owner.end();
  return rows[0].count;
}

describe('on an empty system', () => {
  it('brings in the divisions of a city once', async () => {
    const first = await silian('places import --city 1506 --json');
    expect(first).toMatchObject({ code: 0, json: { inserted: 1109, renamed: 0, absent: [] } });
    expect(await silian('places import --city 1506 --json')).toMatchObject({ json: { inserted: 0, unchanged: 1109 } });
    expect(await silian('places import --city 9999')).toMatchObject({ code: 2, out: '' });
    const listed = await silian('places list --parent 150622 --json');
    expect(listed.json.total).toBe(15);
    expect((await silian('places list --parent 150622')).out).toContain('薛家湾镇');
  });

  it('creates the first administrator alone without an account', async () => {
    const clerkFirst = await silian('accounts create --login gerel --name Gerel --role village_clerk');
    expect(clerkFirst).toMatchObject({ code: 2, out: '' });
    expect(clerkFirst.err).toMatch(/^role: /);
    const made = await silian('accounts create --login root.admin --name Bat --role administrator --json');
    expect(made).toMatchObject({
      code: 0,
      json: { login: 'root.admin', oneTimePassword: expect.stringMatching(/.{12}/) },
    });
    const second = await silian('accounts create --login second --name Bat --role administrator');
    expect(second.err).toMatch(/^as: /);
  });

  it('creates further accounts as the administrator, by the rules of the browser', async () => {
    const create = `accounts create --as root.admin --login gerel --name 格日勒 --role village_clerk`;
    const wrong = await silian(`${create} --place ${township} --lang en`);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toMatch(/^place: /);
    const made = await silian(`${create} --place ${village}`);
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/gerel +[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
    expect((await silian(`${create} --place ${village}`)).err).toMatch(/^login: /);
    const early = await silian(`figures show --as gerel --place ${village} --month ${month} --lang en`);
    expect(early).toMatchObject({ code: 2, out: '' });
    expect(early.err).toMatch(/^as: Set a new password/);
    const before = made.out;
    const reset = await silian('accounts reset --as root.admin --login gerel');
    expect(reset.code).toBe(0);
    expect(reset.out).not.toBe(before);
    expect(await silian('accounts reset --as gerel --login root.admin')).toMatchObject({ code: 2, out: '' });
  });
});

describe('with people at work', () => {
  beforeAll(async () => {
    await seat('clerk', 'village_clerk', village);
    await seat('neighbour', 'village_clerk', neighbour);
    await seat('town', 'township_clerk', township);
    await seat('office', 'city_office', city);
    clerk = await server.signIn('village_clerk', { place: village });
  });

  it('says who must act, and knows no closed or unknown account', async () => {
    const nobody = await silian(`figures show --place ${village} --month ${month} --json`);
    expect(nobody).toMatchObject({ code: 2, json: { code: 'as_missing', errors: [{ field: 'as' }] } });
    expect(await silian(`figures show --as nobody --place ${village} --month ${month}`)).toMatchObject({
      code: 2,
      out: '',
    });
    expect(await silian(`figures show --as town:bank --place ${village} --month ${month}`)).toMatchObject({ code: 2 });
  });

  it('rehearses an import, takes it, and changes nothing the second time', async () => {
    const file = await workbook('good.xlsx', [resident('1', '巴图'), resident('1', '其木格', { relation: '02' })]);
    const line = `households import ${file} --place ${village} --as clerk --json`;
    expect(await silian(`${line} --dry-run`)).toMatchObject({ code: 0, json: { inserted: 2, rejected: 0 } });
    expect(await countHouseholds()).toBe(0);
    expect(await silian(line)).toMatchObject({ code: 0, json: { inserted: 2 } });
    expect(await silian(line)).toMatchObject({ code: 0, json: { inserted: 0, unchanged: 2 } });
    expect(await countHouseholds()).toBe(1);
  });

  it('writes nothing of a workbook with bad rows, unless the good ones are asked for', async () => {
    const rows = [resident('2', '好户'), resident('3', '坏户', { idNumber: '150622197001010000' })];
    const line = `households import ${await workbook('bad.xlsx', rows)} --place ${village} --as clerk`;
    expect(await silian(`${line} --dry-run --json`)).toMatchObject({ code: 2, json: { inserted: 1, rejected: 1 } });
    const refused = await silian(`${line} --marked ${join(folder, 'marked.xlsx')}`);
    expect(refused.code).toBe(2);
    expect(refused.out).toContain('校验位');
    expect((await readFile(join(folder, 'marked.xlsx'))).length).toBeGreaterThan(1000);
    expect(await countHouseholds()).toBe(1);
    expect(await silian(`${line} --keep-good --json`)).toMatchObject({ code: 0, json: { inserted: 1, rejected: 1 } });
    expect(await countHouseholds()).toBe(2);
  });

  it('refuses the clerk of the neighbouring village as if the place were not there', async () => {
    const file = await workbook('theirs.xlsx', [resident('9', '别家')]);
    for (const line of [
      `households import ${file} --place ${village} --as neighbour`,
      `households export --place ${village} --as neighbour --out ${join(folder, 'stolen.xlsx')}`,
      `figures show --place ${village} --month ${month} --as neighbour`,
      `figures rows households --place ${village} --month ${month} --as neighbour`,
      `reports monthly --place ${village} --month ${month} --as neighbour`,
      `reports confirm --place ${village} --month ${month} --as neighbour`,
    ]) {
      const ran = await silian(`${line} --json`);
      expect([line, ran.code, ran.json.code]).toEqual([line, 2, 'not_found']);
    }
    await expect(readFile(join(folder, 'stolen.xlsx'))).rejects.toThrow();
    expect(await countHouseholds()).toBe(2);
  });

  it('keeps a township’s import inside the village that was named', async () => {
    const rows = [resident('4', '本村'), resident('5', '邻村', { place: String(neighbour) })];
    const line = `households import ${await workbook('town.xlsx', rows)} --place ${village} --as town --json`;
    expect(await silian(`${line} --keep-good`)).toMatchObject({ code: 0, json: { inserted: 1, rejected: 1 } });
    expect(await silian(`${line.replace(`${village}`, `${city}`)}`)).toMatchObject({
      code: 2,
      json: { code: 'not_found' },
    });
  });

  it('shows the figures of the API, byte for byte', async () => {
    expect((await silian('figures recount --json')).json.changed).toBeGreaterThan(0);
    expect((await silian('figures recount --json')).json.changed).toBe(0);
    const shown = await silian(`figures show --place ${village} --month ${month} --as clerk --json`);
    expect(shown.out.trim()).toBe(
      (await clerk.get(`/figures?place=${village}&from=${month}&to=${month}`)).raw.toString(),
    );
    expect(shown.out).toContain('"indicator":"households","month":"2019-05","value":3');
    const rows = await silian(`figures rows households --place ${village} --month ${month} --as clerk --json`);
    const reply = await clerk.get(`/figures/rows?place=${village}&month=${month}&indicator=households`);
    expect(rows.out.trim()).toBe(reply.raw.toString());
    const table = await silian(`figures rows households --place ${village} --month ${month} --as clerk`);
    expect(table.out).toContain('巴图');
    const article = await silian(`figures show --place ${village} --month ${month} --as clerk --article 8 --json`);
    const codes = (article.json.values as { indicator: string }[]).map((value) => value.indicator);
    expect(codes).toContain('branches');
    expect(codes).not.toContain('households');
  });

  it('shows the monthly report of the API, writes it as a file, and confirms it', async () => {
    const line = `reports monthly --place ${village} --month ${month} --as clerk`;
    const reply = await clerk.get(`/reports/monthly?place=${village}&month=${month}`);
    expect((await silian(`${line} --json`)).out.trim()).toBe(reply.raw.toString());
    expect((await silian(`${line} --format xlsx`)).err).toMatch(/^out: /);
    expect((await silian(`${line} --format odt --out x`)).err).toMatch(/^format: /);
    const out = join(folder, 'report.xlsx');
    expect(await silian(`${line} --format xlsx --out ${out} --json`)).toMatchObject({ code: 0, json: { file: out } });
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
    const confirm = `reports confirm --place ${village} --month ${month} --as clerk --json`;
    expect(await silian(confirm)).toMatchObject({ code: 0, json: { snapshot: 1 } });
    expect(await silian(`reports confirm --place ${village} --month 2019-06 --as clerk`)).toMatchObject({
      code: 2,
      out: '',
    });
  });

  it('lets only the city office import the official text', async () => {
    const file = join(folder, 'measure.txt');
    await writeFile(file, Array.from({ length: 22 }, (_, at) => `第${at + 1}条 内容。\n`).join(''));
    expect(await silian(`measure import ${file} --as clerk --json`)).toMatchObject({
      code: 2,
      json: { code: 'forbidden' },
    });
    expect(await silian(`measure import ${file} --as office --json`)).toMatchObject({
      code: 0,
      json: { articles: 22 },
    });
    expect((await silian(`measure import ${file}.gone --as office`)).err).toMatch(/^file: /);
  });

  it('leaves the acts in the trail with the person at the machine, and verifies it', async () => {
    const owner = await database.connectOwner();
    const { rows } = await owner.query(
      `select distinct address from audit_event where act = 'household.import' and actor_name = 'clerk'`,
    );
    const open = await owner.query(`select 1 from session where ended_at is null and device = 'silian command line'`);
    await owner.end();
    expect(rows).toEqual([{ address: expect.stringMatching(/^.+@.+$/) }]);
    expect(open.rows).toEqual([]);
    await sealTrail(database.recount);
    const heads = await silian('audit heads --json');
    const [newest] = heads.json.rows as { number: number; head: string }[];
    expect(await silian(`audit verify --head ${newest?.number}:${newest?.head} --json`)).toMatchObject({ code: 0 });
    const rewritten = await silian(`audit verify --head ${'0'.repeat(64)}`);
    expect(rewritten.code).toBe(2);
    expect(rewritten.out).toContain('外部保存的链首不在链中');
  });

  it('works on a complete schema only', async () => {
    expect(await silian('db check --json')).toMatchObject({ code: 0, json: { pending: [], faults: [] } });
    pending = ['0099_later'];
    expect(await silian(`figures show --place ${village} --month ${month} --as clerk`)).toMatchObject({
      code: 2,
      out: '',
    });
    expect(await silian('db check --json')).toMatchObject({ code: 2, json: { pending } });
    pending = [];
  });
});

describe('arguments', () => {
  it.each([
    ['', 'silian'],
    ['nothing', 'nothing'],
    ['places nothing', 'nothing'],
    ['places list --nothing', '--nothing'],
    ['places import', '--city'],
    ['figures rows --place 1506 --month 2019-05', 'code'],
    ['places list extra', 'arguments'],
    ['places list --limit many', 'limit'],
    ['places list --parent 12x', 'parent'],
    ['figures show --as town --place 1506 --month 2019-13', 'month'],
    ['places list --lang fr', '--lang'],
  ])('that cannot be read end with 2 and name what is wrong: %s', async (line, named) => {
    const ran = await silian(line === '' || line.includes('--lang') ? line : `${line} --lang en`);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(named);
  });

  it('show help for everything, in both languages', async () => {
    for (const line of ['--help', 'places --help', 'reports monthly --help', 'households import -h']) {
      const ran = await silian(line);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toMatch(/\p{Script=Han}[\s\S]*[A-Za-z]{4}/u);
    }
  });

  it.each([
    ['a bug', new TypeError('broken'), 1],
    ['a database that went away', Object.assign(new Error('terminating connection'), { code: '57P01' }), 2],
    ['a folder in use', new StartRefusal('data_folder_in_use', { folder: 'x', pid: 1 }), 2],
  ])('keep bugs apart from refusals: %s', async (_, error, exitCode) => {
    const ran = await runSilian(['places', 'list'], {
      io: {
        env: {},
        terminal: false,
        readInput: async () => new Uint8Array(),
        out: () => undefined,
        err: () => undefined,
      },
      compose: () => Promise.reject(error),
      open: () => Promise.reject(new Error('not reached')),
    });
    expect(ran).toBe(exitCode);
  });
});
