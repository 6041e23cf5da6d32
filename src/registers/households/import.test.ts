import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { readRows } from '../../platform/sheets/read.ts';
import { feature as places } from '../places/feature.ts';
import { demoIdNumber } from './demo-rules.ts';
import { feature as households } from './feature.ts';
import { runImport } from './intake-store.ts';
import { routes } from './routes.ts';
import { householdSheet } from './sheet-contract.ts';

const [township, first, second, third] = [150622100000, 150622100201, 150622100202, 150622100203];
const villages = `insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n || '村委会', '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (150622000000, 'banner', '准格尔旗'), (${township}, 'township', '暖水乡'), (${first}, 'village', '甲村'),
      (${second}, 'village', '乙村'), (${third}, 'village', '同名'), (150622100204, 'village', '同名')) as p (c, l, n)`;

let database: TestDatabase;
let server: TestServer;
let clerk: TestClient;
let other: TestClient;
let town: TestClient;

beforeAll(async () => {
  let now = Date.parse('2019-06-03T02:00:00Z');
  const clock = () => {
    now += 1000;
    return new Date(now);
  };
  database = await testDatabase([places, households], { clock });
  const owner = await database.connectOwner();
  await owner.query(villages);
  await owner.end();
  server = await testServer(database, { features: [places, households], handlers: routes });
  clerk = await server.signIn('village_clerk', { place: first });
  other = await server.signIn('village_clerk', { place: second });
  town = await server.signIn('township_clerk', { place: township });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

let serial = 0;
/** A number that nobody had before; one day of birth has 499 of them. */
function idNumber(): string {
  serial += 1;
  const birthOn = addDays(localDate('1970-01-01'), Math.floor(serial / 400));
  return demoIdNumber({ region: 150622, birthOn, serial: serial % 400, sex: 'male' });
}

function row(number: string, name: string, more: ExportRow = {}): ExportRow {
  return { number, name, idNumber: idNumber(), relation: '01', ...more };
}

async function workbook(rows: readonly ExportRow[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const list = writeList({ spec: householdSheet, rows, language: 'zh', exportedBy: '甲', exportedAt: new Date(0) });
  for await (const piece of list) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function countRows(bytes: Uint8Array): Promise<number> {
  const reading = await readRows(bytes, householdSheet);
  let count = 0;
  if (reading.ok) for await (const _ of reading.value.rows()) count += 1;
  return count;
}

interface Report {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly { row: number; column?: string; message: string }[];
}

async function send(client: TestClient, path: string, rows: readonly ExportRow[] | Uint8Array) {
  const bytes = rows instanceof Uint8Array ? rows : await workbook(rows);
  const reply = await client.upload(`/households/import${path}`, { name: '花名册.xlsx', bytes });
  return { ...reply, report: reply.body as unknown as Report };
}

function counts({ inserted, updated, unchanged, rejected }: Report): number[] {
  return [inserted, updated, unchanged, rejected];
}

interface View {
  readonly residents: readonly { readonly name: string; readonly relation: string }[];
}

async function viewOf(number: string, client = clerk): Promise<View> {
  const found = (await client.get(`/households?q=${number}`)).body.rows as { county: number; id: string }[];
  return (await client.get(`/households/${found[0]?.county}/${found[0]?.id}`)).body as unknown as View;
}

async function total(client: TestClient): Promise<number> {
  return (await client.get('/households?closed=all')).body.total as number;
}

describe('an import', () => {
  it('rehearses, then takes the rows with their households, and the same file again changes nothing', async () => {
    const rows = [
      row('101', '阿木尔•巴图', {
        phone: '13800001234',
        croplandMu: '12.50',
        medicalInsured: 'true',
        ethnicity: '02',
        joinedOn: '2018-01-01',
      }),
      row('101', '圐 圙', { relation: '03', joinedOn: '2018-01-01' }),
      row('102', '𠮷田㼆', { address: '一社', housingDangerous: 'false' }),
    ];
    const file = await workbook(rows);
    const before = await total(clerk);
    expect(counts((await send(clerk, '/check', file)).report)).toEqual([3, 0, 0, 0]);
    expect(await total(clerk)).toBe(before);
    expect(counts((await send(clerk, '', file)).report)).toEqual([3, 0, 0, 0]);
    expect(counts((await send(clerk, '', file)).report)).toEqual([0, 0, 3, 0]);
    expect(await total(clerk)).toBe(before + 2);
    const found = (await clerk.get('/households?q=amuerbatu')).body.rows as { county: number; id: string }[];
    const view = (await clerk.get(`/households/${found[0]?.county}/${found[0]?.id}`)).body;
    expect(view).toMatchObject({ number: '101', croplandMu: 12.5, phoneMasked: '138****1234', joinedOn: '2018-01-01' });
    expect(view.residents).toMatchObject([
      { name: '阿木尔·巴图', ethnicity: '02', medicalInsured: true },
      { name: '圐圙', relation: '03' },
    ]);
  });

  it('names every bad row in the workbook, writes nothing of it or the good rows alone', async () => {
    const [double, wrong] = [idNumber(), idNumber()];
    const rows = [
      row('201', '好人'),
      row('202', '校验位', { idNumber: wrong.slice(0, 17) + (wrong.endsWith('1') ? '2' : '1') }),
      row('203', '重复', { idNumber: double }),
      row('204', '重复', { idNumber: double }),
      row('205', '未知代码', { relation: '邻居' }),
      row('206', '文字日期', { joinedOn: '去年' }),
      row('207', '没有户主', { relation: '03' }),
      row('208', '面积', { croplandMu: '-1' }),
      row('209', '好户'),
      row('209', '户主又一个'),
      row('210', '别村', { place: String(second) }),
      row('211', '日期汉字', { joinedOn: '二〇一八年一月二日' }),
    ];
    const { report } = await send(clerk, '/check', rows);
    expect(report.errors.map(({ row: at, column, message }) => [at - 5, column, message])).toEqual([
      [1, '身份证号', '校验位不对，请核对号码'],
      [3, '身份证号', '与第 7 行重复'],
      [4, '与户主关系', expect.stringContaining('户主')],
      [5, '登记日期', '不是日期，请写成 2018-06-27'],
      [6, '与户主关系', '还没有户主，请指定一人为户主。'],
      [7, '耕地', '应为 0 到 9999999 之间、最多两位小数的数字。'],
      [8, '与户主关系', '一户只能有一个户主。'],
      [9, '与户主关系', '一户只能有一个户主。'],
      [10, '嘎查村', '没有找到这个地方，或不在您的管辖范围内'],
    ]);
    expect(counts(report)).toEqual([3, 0, 0, 9]);
    const before = await total(clerk);
    const file = await workbook(rows);
    const refused = await send(clerk, '', file);
    expect(refused.body).toMatchObject({ code: 'import_rejected', values: { count: 9 } });
    expect(await total(clerk)).toBe(before);
    expect(counts((await send(clerk, '?keepGood=true', file)).report)).toEqual([3, 0, 0, 9]);
    expect(await total(clerk)).toBe(before + 3);
    expect(counts((await send(clerk, '?keepGood=true', file)).report)).toEqual([0, 0, 3, 9]);
    const marked = await clerk.upload('/households/import/marked', { name: '花名册.xlsx', bytes: file });
    expect(marked.headers['content-disposition']).toContain(encodeURIComponent('花名册-错误标注.xlsx'));
    expect(await countRows(marked.raw)).toBe(rows.length);
  });

  it('updates people by number, never by name, and leaves blanks alone', async () => {
    const person = row('301', '王建国', { joinedOn: '2018-01-01', health: 'healthy', croplandMu: '10' });
    await send(clerk, '', [person]);
    const { idNumber: number } = person;
    const changed = { number: '301', name: '王建军', idNumber: number, relation: '01', health: 'chronic' };
    expect(counts((await send(clerk, '', [changed])).report)).toEqual([0, 1, 0, 0]);
    const found = (await clerk.get('/households?q=301')).body.rows as { county: number; id: string }[];
    const path = `/households/${found[0]?.county}/${found[0]?.id}`;
    expect((await clerk.get(path)).body).toMatchObject({
      croplandMu: 10,
      residents: [{ name: '王建军', health: 'chronic', joinedOn: '2018-01-01' }],
    });
    expect(counts((await send(clerk, '', [{ ...changed, croplandMu: '11' }])).report)).toEqual([0, 1, 0, 0]);
    const events = (await clerk.get(`${path}/history`)).body.events as {
      reason: string | null;
      changes: { field: string }[];
    }[];
    expect(events.slice(0, 2).map((event) => event.changes.map((change) => change.field))).toEqual([
      ['croplandMu'],
      ['name', 'health'],
    ]);
  });

  it('refuses who is registered elsewhere, as far as the clerk may see it', async () => {
    const person = row('401', '他乡人');
    await send(other, '', [person]);
    const mine = await send(clerk, '/check', [{ ...person, number: '402' }]);
    expect(mine.report.errors[0]?.message).toBe('此身份证号已在准格尔旗的另一个嘎查村登记。');
    const above = await send(town, '/check', [{ ...person, number: '402', place: String(first) }]);
    expect(above.report.errors[0]?.message).toBe('此人已登记：他乡人，乙村。');
  });

  it('reads villages by code or by a name that only one bears', async () => {
    const read = await send(town, '/check', [
      row('501', '甲', { place: '甲村' }),
      row('501', '乙', { place: '乙村村委会' }),
      row('501', '丙', { place: '同名' }),
      row('501', '丁'),
    ]);
    expect(read.report.errors.map(({ row: at, message }) => [at - 5, message.slice(0, 5)])).toEqual([
      [2, '有几个同名'],
      [3, '请填写嘎查'],
    ]);
    expect(read.report.inserted).toBe(2);
  });

  it('takes back its own export and template unchanged, starred numbers and all', async () => {
    for (const path of [`/households/export?place=${first}`, `/households/template?place=${first}`]) {
      const file = await clerk.send('POST', path, undefined);
      expect(file.status).toBe(200);
      expect(file.raw.toString('latin1')).not.toContain('13800001234');
      const { report } = await send(clerk, '/check', file.raw);
      expect([report.errors, counts(report).slice(0, 2), report.unchanged > 5]).toEqual([[], [0, 0], true]);
    }
    expect((await other.send('POST', `/households/template?place=${first}`, undefined)).status).toBe(404);
    const foreign = await other.send('POST', `/households/export?place=${first}`, undefined);
    expect(await countRows(foreign.raw)).toBe(0);
  });

  it('ends consistent when overlapping lists come in at once', async () => {
    const shared = Array.from({ length: 30 }, (_, index) => row(`6${index}`, `共有${index}`));
    const tenOf = (tag: string) => Array.from({ length: 10 }, (_, index) => row(`${tag}${index}`, `${tag}${index}`));
    const outcomes = await Promise.all([
      send(clerk, '?keepGood=true', [...tenOf('71'), ...shared]),
      send(other, '?keepGood=true', [...shared.toReversed(), ...tenOf('72')]),
    ]);
    const reports = outcomes.map((outcome) => outcome.report);
    expect(reports.reduce((sum, report) => sum + report.inserted, 0)).toBe(50);
    expect(reports.reduce((sum, report) => sum + report.rejected, 0)).toBe(30);
    const owner = await database.connectOwner();
    const { rows } = await owner.query(`select count(*)::int as people, count(distinct id_number_hash)::int as numbers,
      (select count(*)::int from resident_key k join resident r on r.id = k.resident_id where r.name like '共有%') as keys,
      (select count(*)::int from household h where not exists (select 1 from resident r where r.household_id = h.id)) as empty
      from resident where name like '共有%'`);
    await owner.end();
    expect(rows[0]).toEqual({ people: 30, numbers: 30, keys: 30, empty: 0 });
  });

  it('lets another be head, whether he lived there already or comes with the list', async () => {
    const [old, spouse] = [row('801', '老户主'), row('801', '配偶', { relation: '02' })];
    await send(clerk, '', [old, spouse]);
    const swapped = [
      { ...old, relation: '02' },
      { ...spouse, relation: '01' },
    ];
    expect(counts((await send(clerk, '', swapped)).report)).toEqual([0, 2, 0, 0]);
    const arrived = [{ ...spouse, relation: '02' }, row('801', '新户主')];
    expect(counts((await send(clerk, '', arrived)).report)).toEqual([1, 1, 0, 0]);
    const view = await viewOf('801');
    expect(view.residents.map(({ name, relation }) => [name, relation]).toSorted()).toEqual([
      ['新户主', '01'],
      ['老户主', '02'],
      ['配偶', '02'],
    ]);
  });

  it('updates a whole list at once, with each one’s history and one event', async () => {
    const far = await server.signIn('village_clerk', { place: third });
    const homes = Array.from({ length: 700 }, (_, index) => `9${String(index).padStart(4, '0')}`);
    const rows = homes.map((number) => row(number, `甲${number}`, { joinedOn: '2018-01-01', phone: '13800001234' }));
    expect(counts((await send(far, '', rows)).report)).toEqual([700, 0, 0, 0]);
    const changed = rows.map((one, index) => ({
      ...one,
      name: `乙 • ${one.number}`,
      ...(index % 2 === 0 ? { health: 'chronic', grasslandMu: '12.5' } : { joinedOn: '2017-05-06' }),
      ...(index % 3 === 0 ? { phone: '13900005678' } : {}),
    }));
    const owner = await database.connectOwner();
    await owner.query('truncate figure_dirty');
    expect(counts((await send(far, '/check', changed)).report)).toEqual([0, 700, 0, 0]);
    expect(counts((await send(far, '', changed)).report)).toEqual([0, 700, 0, 0]);
    expect(counts((await send(far, '', changed.toReversed())).report)).toEqual([0, 0, 700, 0]);
    const { rows: kept } = await owner.query(`select
      (select count(*)::int from resident_history where name like '甲9%' and reason = 'import') as people,
      (select count(*)::int from household_history where number like '9____' and reason = 'import') as homes,
      (select min(from_month) from figure_dirty where place = ${third}) as stale,
      (select sum((change -> 'bulk' ->> 'rows')::int)::int from audit_event, json_array_elements(changes) as change
        where recorded_at = (select max(retired_at) from resident_history where name like '甲9%')) as told`);
    await owner.end();
    const touched = homes.filter((_, index) => index % 2 === 0 || index % 3 === 0).length;
    expect(kept).toEqual([{ people: 700, homes: touched, stale: '2017-05', told: 700 + touched }]);
    expect(await viewOf('90000', far)).toMatchObject({
      revision: 2,
      grasslandMu: 12.5,
      phoneMasked: '139****5678',
      residents: [{ name: '乙·90000', health: 'chronic', revision: 2, joinedOn: '2018-01-01' }],
    });
    expect((await far.get(`/households?q=${encodeURIComponent('乙90001')}`)).body.total).toBe(1);
  });

  it('never reads a table through for each row, however small it was when the plans were made', async () => {
    const young = await testDatabase([places, households]);
    const owner = await young.connectOwner();
    await owner.query(villages);
    const actor = actorAt('village_clerk', third);
    async function take(tx: Tx, count: number): Promise<void> {
      const bytes = await workbook(Array.from({ length: count }, (_, index) => row(`${count}-${index}`, `丙${index}`)));
      const taken = await runImport(tx, { bytes, fileName: 'k.xlsx', language: 'zh', mode: 'all' });
      expect(taken).toMatchObject({ ok: true, value: { inserted: count } });
    }
    await young.act(actor, async (tx) => ok(await take(tx, 40)));
    await owner.query('vacuum analyze household, resident, resident_key');
    const read = await young.act(actor, async (tx) => {
      await take(tx, 1_500);
      const { rows } = await sql<{ rows: number }>`select sum(seq_tup_read + idx_tup_fetch) as rows
        from pg_stat_xact_user_tables where relname in ('household', 'resident', 'resident_key')`.execute(tx.db);
      return ok(rows[0]?.rows);
    });
    await owner.end();
    await young.drop();
    expect(read).toBeLessThan(50_000);
  });

  it('leaves nothing behind and the connection fit for the next when the database fails in the middle', async () => {
    const bytes = await workbook(Array.from({ length: 1_500 }, (_, index) => row(`F${index}`, `丁${index}`)));
    const actor = actorAt('village_clerk', third);
    const order = { bytes, fileName: 'f.xlsx', language: 'zh', mode: 'all' } as const;
    const broken = database.act(actor, async (tx) => {
      await sql`set local statement_timeout = '1ms'`.execute(tx.db);
      return runImport(tx, order);
    });
    await expect(broken).rejects.toMatchObject({ code: '57014' });
    expect(await database.act(actor, (tx) => runImport(tx, order))).toMatchObject({ inserted: 1_500 });
  });

  it('prints the cards of a village as one PDF, nothing of the neighbour’s', async () => {
    const cards = await clerk.send('POST', `/households/cards?place=${first}&origin=http://desk:8080`, undefined);
    expect([cards.status, cards.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const found = (await clerk.get('/households?limit=1')).body.rows as { county: number; id: string }[];
    const path = `/households/${found[0]?.county}/${found[0]?.id}/card`;
    expect((await clerk.send('POST', path, undefined)).raw.length).toBeLessThan(cards.raw.length);
    expect((await other.send('POST', path, undefined)).status).toBe(404);
    expect((await other.send('POST', `/households/cards?place=${first}`, undefined)).status).toBe(404);
    const accountant = await server.signIn('village_accountant', { place: first });
    expect((await accountant.send('POST', path, undefined)).status).toBe(403);
  });

  it('refuses a wrong file and an empty one in words', async () => {
    expect((await send(clerk, '/check', Buffer.from('a,b\n1,2\n'))).body).toMatchObject({ code: 'wrong_sheet' });
    expect((await send(clerk, '/check', [])).body).toMatchObject({ code: 'import_empty' });
    const auditor = await server.signIn('auditor', { place: 150600000000 });
    expect((await send(auditor, '/check', [row('1', '甲')])).status).toBe(403);
  });
});
