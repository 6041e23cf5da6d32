import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../platform/access/actor.ts';
import { type TestDatabase, testDatabase } from '../platform/db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../platform/http/testing.ts';
import { ok } from '../platform/pure/result.ts';
import { feature } from './feature.ts';
import { ensureParameters, findParameter, findParameters, getParameter } from './public.ts';
import { routes } from './routes.ts';

const city = 150600000000;
const village = 150622100201;
const range = { lo: city, hi: city + 99_999_999 };

let database: TestDatabase;
let server: TestServer;
let office: TestClient;
let clerk: TestClient;

beforeAll(async () => {
  database = await testDatabase([feature]);
  server = await testServer(database, { features: [feature], handlers: routes });
  await database.act(
    systemActor(range, 'start'),
    async (tx) => ok(await ensureParameters(tx)),
    'measure.set_parameter',
  );
  office = await server.signIn('city_office', { place: city });
  clerk = await server.signIn('village_clerk', { place: village });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A text of our own with as many articles as the measure. */
function ownText(count = 22): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const number = (n: number) => `${n >= 20 ? digits[Math.floor(n / 10)] : ''}${n >= 10 ? '十' : ''}${digits[n % 10]}`;
  const lines = Array.from({ length: count }, (_, index) => `第${number(index + 1)}条　自拟内容${index + 1}。`);
  return `示范文本\n第一章　起\n${lines.slice(0, 10).join('\n')}\n第二章　讫\n${lines.slice(10).join('\n')}\n`;
}

describe('the measure', () => {
  it('is read by everybody signed in, whatever the role, and by nobody else', async () => {
    const household = await server.signIn('household', { household: { county: 150622, id: randomUUID() } });
    const administrator = await server.signIn('administrator', {});
    for (const reader of [office, clerk, household, administrator]) {
      for (const path of [
        '/measure/articles',
        '/measure/articles/9',
        '/measure/parameters',
        '/measure/interpretations',
        '/measure/text',
      ]) {
        expect((await reader.get(path)).status, path).toBe(200);
      }
    }
    expect((await server.anonymous.get('/measure/articles')).status).toBe(401);
  });

  it('shows 22 articles with clauses and targets with the number of their due day', async () => {
    const { body } = await clerk.get('/measure/articles');
    expect(body.articles).toHaveLength(22);
    expect(body).toMatchObject({ officialText: null, allowed: [] });
    const targets = (body.stages as { targets: { code: string; targetBp: number | null }[] }[]).flatMap(
      (stage) => stage.targets,
    );
    expect(targets.find((target) => target.code === 'insured_villages')?.targetBp).toBe(9_000);
    expect(targets.find((target) => target.code === 'scale_and_brands')?.targetBp).toBeNull();
    expect((await clerk.get('/measure/articles/23')).status).toBe(404);
  });

  it('lets only the city office write', async () => {
    const key = '/measure/parameters/monthly_report_due_day/values';
    expect((await clerk.send('POST', key, { startsOn: '2020-01-01', value: 1, source: 's', reason: 'r' })).status).toBe(
      403,
    );
    expect((await clerk.upload('/measure/text', { name: 'a.txt', bytes: Buffer.from(ownText()) })).status).toBe(403);
    expect((await clerk.send('POST', '/measure/interpretations', { id: randomUUID() })).status).toBe(403);
  });
});

describe('the official text', () => {
  it('is split and shown beside ours; a later import takes its place', async () => {
    const first = await office.upload('/measure/text', { name: 'first.txt', bytes: Buffer.from(ownText()) });
    expect(first).toMatchObject({ status: 200, body: { articles: 22, chapters: 2, sourceName: 'first.txt' } });
    const { body } = await clerk.get('/measure/articles/9');
    expect(body.official).toMatchObject({ text: '第九条　自拟内容9。\n', sourceName: 'first.txt' });
    const newer = ownText().replace('自拟内容9', '新写内容9');
    await office.upload('/measure/text', { name: 'second.txt', bytes: Buffer.from(newer) });
    expect((await clerk.get('/measure/articles/9')).body.official).toMatchObject({ text: '第九条　新写内容9。\n' });
    const imports = (await clerk.get('/measure/text')).body;
    expect(imports).toMatchObject({
      total: 2,
      rows: [{ sourceName: 'second.txt', articles: 22 }, { sourceName: 'first.txt' }],
    });
  });

  it('reads GB18030 and UTF-16 files of old office machines', async () => {
    // "第一条" in GB18030: too few articles, but read
    const gb = Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5]);
    expect((await office.upload('/measure/text', { name: 'gb.txt', bytes: gb })).body).toMatchObject({
      code: 'article_count',
    });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ownText(), 'utf16le')]);
    expect((await office.upload('/measure/text', { name: 'wide.txt', bytes: wide })).status).toBe(200);
  });

  it('is refused with the reason when incomplete, not text, or too large', async () => {
    const refusal = async (bytes: Buffer) => (await office.upload('/measure/text', { name: 'x.txt', bytes })).body.code;
    expect(await refusal(Buffer.from(ownText(21)))).toBe('article_count');
    expect(await refusal(Buffer.from(ownText().replace('第五条　自拟内容5。\n', '')))).toBe('article_gap');
    expect(await refusal(Buffer.from([0, 1, 2, 3]))).toBe('text_encoding');
    expect(await refusal(Buffer.alloc(1_000_001, 'a'))).toBe('text_too_large');
  });
});

describe('parameters', () => {
  const code = 'monthly_report_due_day';

  it('are brought once and never again', async () => {
    const again = await database.act(systemActor(range, 'start'), async (tx) => ok(await ensureParameters(tx)));
    expect(again).toBe(0);
  });

  it('change from a day on, keep their history, and can be taken back', async () => {
    const set = { startsOn: '2019-07-01', value: 8, source: '市办公室决定', reason: '提前汇总' };
    expect((await office.send('POST', `/measure/parameters/${code}/values`, set)).status).toBe(200);
    const on = async (day: string) => {
      const { body } = await clerk.get(`/measure/parameters?day=${day}`);
      const found = (body.rows as { code: string; inForce: { value: number } | null; history: unknown[] }[]).find(
        (row) => row.code === code,
      );
      return [found?.inForce?.value, found?.history.length];
    };
    expect(await on('2019-06-30')).toEqual([10, 2]);
    expect(await on('2019-07-01')).toEqual([8, 2]);
    const back = await office.send('POST', `/measure/parameters/${code}/take-back`, {
      startsOn: '2019-07-01',
      reason: '有误',
    });
    expect(back.status).toBe(200);
    expect(await on('2019-07-01')).toEqual([10, 3]);
    const twice = await office.send('POST', `/measure/parameters/${code}/take-back`, {
      startsOn: '2019-07-01',
      reason: '有误',
    });
    expect(twice.body.code).toBe('value_not_set');
  });

  it('refuse what cannot be: unknown codes, more than the whole, an end before the start', async () => {
    const send = (name: string, body: object) =>
      office.send('POST', `/measure/parameters/${name}/values`, {
        startsOn: '2020-01-01',
        value: 1,
        source: 's',
        reason: 'r',
        ...body,
      });
    expect((await send('no_such_code', {})).status).toBe(404);
    expect((await send('insured_village_ratio_bp', { value: 10_001 })).body.code).toBe('ratio_too_large');
    expect((await send(code, { endsOn: '2020-01-01' })).body.code).toBe('date_order');
    expect((await send(code, { startsOn: '2020-02-30' })).body.code).toBe('invalid_input');
    expect((await send(code, { value: -1 })).status).toBe(400);
  });

  it('are asked for by other features on a day', async () => {
    const actor = systemActor(range, 'x');
    const read = (name: string, day: string) => database.read(actor, (tx) => getParameter(tx, name, day));
    expect(await read('key_poor_village_grant_fen', '2018-12-31')).toBe(20_000_000);
    await expect(read('key_poor_village_grant_fen', '2017-12-31')).rejects.toThrow(/no parameter/);
    expect(
      await database.read(actor, (tx) => findParameter(tx, 'microcredit_ceiling_fen', '2026-01-01')),
    ).toBeUndefined();
    const codes = ['microcredit_ceiling_fen', 'key_poor_village_grant_fen', 'no_such_code'];
    const several = await database.read(actor, (tx) => findParameters(tx, codes, '2026-01-01'));
    expect([...several].map(([name, { value }]) => [name, value])).toEqual([
      ['key_poor_village_grant_fen', 20_000_000],
    ]);
  });
});

describe('interpretations', () => {
  const draft = { clause: '9.6', question: '适当提高是多少？', askedOn: '2018-05-02' };

  it('are asked, answered, found, corrected and withdrawn; an outdated copy is refused', async () => {
    const id = randomUUID();
    expect((await office.send('POST', '/measure/interpretations', { id, ...draft })).status).toBe(200);
    expect((await clerk.get('/measure/interpretations?state=open&article=9')).body).toMatchObject({ total: 1 });
    const answered = {
      ...draft,
      answer: '由成员大会定。',
      answeredOn: '2018-05-10',
      documentNumber: '市扶办〔2018〕5号',
      reason: '答复',
    };
    expect(
      (await office.send('PUT', `/measure/interpretations/${id}`, { ...answered, revision: 1 })).body,
    ).toMatchObject({ revision: 2 });
    expect((await office.send('PUT', `/measure/interpretations/${id}`, { ...answered, revision: 1 })).body.code).toBe(
      'stale',
    );
    expect((await clerk.get('/measure/articles/9')).body.interpretations).toMatchObject([
      { answer: '由成员大会定。', revision: 2 },
    ]);
    expect((await clerk.get(`/measure/interpretations?q=${encodeURIComponent('〔2018〕5')}`)).body.total).toBe(1);
    const gone = await office.send('PUT', `/measure/interpretations/${id}`, {
      ...answered,
      revision: 2,
      withdrawn: true,
    });
    expect(gone.status).toBe(200);
    expect((await clerk.get('/measure/interpretations?article=9')).body.total).toBe(0);
    expect((await office.send('PUT', `/measure/interpretations/${id}`, { ...answered, revision: 3 })).body.code).toBe(
      'stale',
    );
  });

  it('keep every revision', async () => {
    const rows = await database.read(systemActor(range, 'x'), (tx) =>
      tx.db.selectFrom('interpretation').select(['revision', 'answer', 'withdrawn']).orderBy('revision').execute(),
    );
    expect(rows.map((row) => [row.revision, row.answer, row.withdrawn])).toEqual([
      [1, null, false],
      [2, '由成员大会定。', false],
      [3, '由成员大会定。', true],
    ]);
  });

  it('refuse unknown clauses and half answers', async () => {
    const send = async (body: object) =>
      (await office.send('POST', '/measure/interpretations', { id: randomUUID(), ...draft, ...body })).body;
    expect(await send({ clause: '9.9' })).toMatchObject({ code: 'clause_unknown' });
    expect(await send({ clause: 'nine' })).toMatchObject({ code: 'invalid_input' });
    expect(await send({ answer: '甲' })).toMatchObject({
      code: 'answer_incomplete',
      errors: [{ field: 'answeredOn' }],
    });
    expect(await send({ answer: '甲', answeredOn: '2018-05-01' })).toMatchObject({ code: 'answer_before_question' });
  });

  it('answer only one of several people who correct at once', async () => {
    const id = randomUUID();
    await office.send('POST', '/measure/interpretations', { id, ...draft });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        office.send('PUT', `/measure/interpretations/${id}`, {
          ...draft,
          question: `问${index}`,
          revision: 1,
          reason: '改',
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });
});
