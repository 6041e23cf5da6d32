import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import type { Actor } from '../../platform/access/actor.ts';
import { actorAt, type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { closePress } from '../../platform/documents/pdf.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { ok } from '../../platform/pure/result.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { feature } from './feature.ts';
import { findNotice, type NoticeRequest, openNotice, withdrawNotice } from './public.ts';
import { routes } from './routes.ts';

const county = 150622;
const village = 150622100201;
const neighbour = 150622100202;
const township = 150622100000;
const features = [measure, places, cooperatives, feature];

/** the day the tests live in; moved by hand */
let today = '2020-01-06';
let seconds = 0;
let database: TestDatabase;
let api: TestServer;
let clerk: TestClient;
let town: TestClient;
let maker: Actor;
beforeAll(async () => {
  const clock = () => {
    seconds += 1;
    return new Date(Date.parse(`${today}T02:00:00Z`) + seconds * 1000);
  };
  database = await testDatabase(features, { clock });
  api = await testServer(database, { features, handlers: routes });
});
afterAll(async () => {
  closePress();
  await api.close();
  await database.drop();
});

/** Moves to a day; sessions of another day have ended by then, so everybody signs in anew. */
async function liveOn(day: string): Promise<void> {
  today = day;
  clerk = await api.signIn('village_clerk', { place: village });
  town = await api.signIn('township_clerk', { place: township });
  maker = actorAt('village_clerk', village, { accountId: clerk.accountId });
}

function request(change: Partial<NoticeRequest> = {}): NoticeRequest {
  return {
    ...{ county, place: village, subjectType: 'distribution', subjectId: randomUUID(), digest: 'a'.repeat(64) },
    ...{ kind: 'distribution', title: '2019年盈余分配方案', postedOn: today, contact: '薛家湾镇经管站 0477-1234567' },
    pairs: [{ label: ['可分配盈余', 'Distributable surplus'], value: '8200.00 元' }],
    columns: [
      { title: ['姓名', 'Name'], kind: 'text' },
      { title: ['金额', 'Amount'], kind: 'fen' },
    ],
    rows: [
      ['王明 11010519491231002X', 441_891n],
      ['乌云', 264_431n],
    ],
    ...change,
  };
}

async function open(asked: NoticeRequest) {
  return database.act(maker, (tx) => openNotice(tx, asked));
}

function find(asked: NoticeRequest) {
  return database.read(maker, (tx) => findNotice(tx, asked));
}

function object(noticeId: string, change: object = {}) {
  const body = { id: randomUUID(), concerns: 'content', statement: '我家的交易额少算了', ...change };
  return api.anonymous.send('POST', `/public/notices/${county}/${noticeId}/objections`, body);
}

async function openObjection(noticeId: string) {
  const { body } = await town.get(`/notice-objections?noticeId=${noticeId}&state=open`);
  const [row] = body.rows as { id: string; revision: number; ticket: string; allowed: string[] }[];
  if (!row) throw new Error('no objection');
  return row;
}

describe('a notice gates the next step', () => {
  it('is cleared the day after its window of working days, and not a day earlier', async () => {
    await liveOn('2020-01-17');
    const asked = request();
    const makerId = clerk.accountId;
    expect(await open(asked)).toMatchObject({ endsOn: '2020-02-04' });
    for (const [day, state] of [
      ['2020-01-24', 'running'],
      ['2020-02-04', 'running'],
      ['2020-02-05', 'cleared'],
    ] as const) {
      await liveOn(day);
      expect(await find(asked)).toMatchObject({ state, digest: asked.digest, makerId });
    }
  });

  it('stays the same for the same content, and begins anew for other content', async () => {
    await liveOn('2020-03-02');
    const asked = request();
    const { noticeId } = await open(asked);
    await liveOn('2020-03-04');
    expect(await open({ ...asked, postedOn: today })).toMatchObject({ noticeId });
    const changed = await open({ ...asked, postedOn: today, digest: 'b'.repeat(64) });
    expect(changed.noticeId).not.toBe(noticeId);
    expect(await find(asked)).toMatchObject({ noticeId: changed.noticeId, digest: 'b'.repeat(64), postedOn: today });
    const { body } = await clerk.get(`/notices/${county}/${noticeId}`);
    expect(body).toMatchObject({ state: 'withdrawn', withdrawnReason: '内容已改，重新公示' });
    await database.act(maker, async (tx) => ok(await withdrawNotice(tx, asked, '方案作废')));
    expect(await find(asked)).toMatchObject({ state: 'withdrawn' });
  });

  it('cannot be posted yesterday', async () => {
    await liveOn('2020-03-04');
    await expect(open(request({ postedOn: '2020-03-03' }))).rejects.toThrow('notice_posted_before');
  });

  it('stays locked by an open objection, and for good by one that is upheld', async () => {
    await liveOn('2020-03-09');
    const asked = request();
    const { noticeId } = await open(asked);
    expect((await object(noticeId)).status).toBe(200);
    await liveOn('2020-04-01');
    expect(await find(asked)).toMatchObject({ state: 'objected', openObjections: 1 });
    const { id, revision } = await openObjection(noticeId);
    const answer = { revision, outcome: 'upheld', answer: '核对后属实，重新公示' };
    expect((await town.send('POST', `/notice-objections/${county}/${id}/answer`, answer)).status).toBe(200);
    expect(await find(asked)).toMatchObject({ state: 'objected', openObjections: 0, upheldObjections: 1 });
    const again = await town.send('POST', `/notice-objections/${county}/${id}/answer`, { ...answer, revision: 2 });
    expect(again.body.code).toBe('objection_answered');
  });

  it('is answered by somebody else where the objection is against the maker', async () => {
    await liveOn('2020-05-06');
    const asked = request();
    const { noticeId } = await open(asked);
    await object(noticeId, { concerns: 'maker', name: '其木格', phone: '139 4771 2345' });
    const { id, revision, ticket } = await openObjection(noticeId);
    const mine = (await clerk.get(`/notice-objections?noticeId=${noticeId}`)).body.rows as { allowed: string[] }[];
    expect(mine).toMatchObject([{ allowed: ['notice.reveal'], phoneMasked: '139****2345' }]);
    const answer = { revision, outcome: 'rejected', answer: '经办人按章程计算，无误' };
    const own = await clerk.send('POST', `/notice-objections/${county}/${id}/answer`, answer);
    expect({ status: own.status, code: own.body.code }).toEqual({ status: 403, code: 'own_work' });
    expect((await town.send('POST', `/notice-objections/${county}/${id}/answer`, answer)).status).toBe(200);
    const found = await api.anonymous.get(`/public/objections/${county}/${ticket.toLowerCase()}`);
    expect(found.body).toMatchObject({ outcome: 'rejected', answer: answer.answer, answeredOn: today });
    const revealed = await town.send('POST', `/notice-objections/${county}/${id}/reveal`, { reason: '回访' });
    expect(revealed.body).toEqual({ phone: '13947712345' });
    const owner = await database.connectOwner();
    await expect(owner.query('update notice_objection set answered_by = made_by where id = $1', [id])).rejects.toThrow(
      /check/,
    );
    await owner.end();
  });

  it('takes objections told at the desk, while it hangs', async () => {
    await liveOn('2020-05-06');
    const { noticeId } = await open(request());
    const told = { id: randomUUID(), concerns: 'content', statement: '听说少算了', channel: 'phone', phone: '1' };
    const path = `/notices/${county}/${noticeId}/objections`;
    expect((await clerk.send('POST', path, told)).body).toMatchObject({ code: 'phone_format' });
    const taken = await clerk.send('POST', path, { ...told, phone: '' });
    expect(taken.body).toMatchObject({ ticket: expect.stringMatching(/^[0-9A-Z]{10}$/), answerBy: '2020-05-12' });
    await liveOn('2020-06-01');
    expect((await clerk.send('POST', path, { ...told, id: randomUUID(), phone: '' })).body.code).toBe('notice_over');
    expect((await object(noticeId)).body.code).toBe('notice_over');
  });
});

describe('what everybody may read', () => {
  it('shows one notice as it hangs, without sign-in, and no number of a person', async () => {
    await liveOn('2020-06-08');
    const { noticeId } = await open(request());
    const { status, body } = await api.anonymous.get(`/public/notices/${county}/${noticeId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: '2019年盈余分配方案', state: 'running', daysLeft: 7, rowCount: 2 });
    expect(body).not.toHaveProperty('place');
    const lines = await api.anonymous.get(`/public/notices/${county}/${noticeId}/lines?q=${encodeURIComponent('王')}`);
    expect(lines.body).toEqual({ rows: [{ number: 1, cells: ['王明 110105********002X', '441891'] }], total: 1 });
    expect((await api.anonymous.get(`/public/notices/${county}/${randomUUID()}`)).status).toBe(404);
    expect((await api.anonymous.get(`/notices/${county}/${noticeId}`)).status).toBe(401);
  });

  it('hides the rows of what was taken down', async () => {
    await liveOn('2020-06-08');
    const { noticeId } = await open(request());
    const { body } = await clerk.get(`/notices/${county}/${noticeId}`);
    const taken = { revision: body.revision, reason: '名单有误' };
    expect((await clerk.send('POST', `/notices/${county}/${noticeId}/withdraw`, taken)).status).toBe(200);
    expect((await clerk.send('POST', `/notices/${county}/${noticeId}/withdraw`, taken)).body.code).toBe(
      'notice_withdrawn',
    );
    expect((await api.anonymous.get(`/public/notices/${county}/${noticeId}`)).body.state).toBe('withdrawn');
    expect((await api.anonymous.get(`/public/notices/${county}/${noticeId}/lines`)).body.total).toBe(0);
    expect((await object(noticeId)).status).toBe(404);
  });

  it('takes five objections an hour from one address, however many come at once', async () => {
    await liveOn('2020-07-01');
    const { noticeId } = await open(request());
    const sent = await Promise.all(Array.from({ length: 16 }, () => object(noticeId)));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(new Set(sent.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['notice_busy']),
    );
    expect((await town.get(`/notice-objections?noticeId=${noticeId}`)).body.total).toBe(5);
  });

  it('leaves a trail of what came from outside', async () => {
    const owner = await database.connectOwner();
    const { rows } = await owner.query(
      `select role, place::text as place, changes::text as changes from audit_event where act = 'public' limit 1`,
    );
    await owner.end();
    expect(rows).toMatchObject([{ role: 'public', place: String(village) }]);
    expect(rows[0].changes).not.toContain('少算');
  });
});

describe('the desk', () => {
  it('lists by state as the rules say, inside the range only', async () => {
    await liveOn('2020-09-01');
    await open(request());
    for (const state of ['running', 'objected', 'cleared', 'withdrawn'] as const) {
      const { rows, total } = (await clerk.get(`/notices?state=${state}&limit=100`)).body as {
        rows: { state: string }[];
        total: number;
      };
      expect(total).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.state))).toEqual(new Set([state]));
    }
    const other = await api.signIn('village_clerk', { place: neighbour });
    expect((await other.get('/notices')).body.total).toBe(0);
    expect((await other.get('/notice-objections')).body.total).toBe(0);
  });

  it('posts a list pasted from a sheet, with numbers masked, and records where it hangs', async () => {
    await liveOn('2020-09-01');
    const draft = {
      ...{
        id: randomUUID(),
        place: village,
        title: '救助名单',
        body: '按方案公示',
        postedOn: today,
        contact: '村委会',
      },
      list: '姓名\t身份证号\n其木格\t150622195001011234\n乌云',
    };
    expect((await clerk.send('POST', '/notices', { ...draft, place: neighbour })).status).toBe(404);
    const posted = await clerk.send('POST', '/notices', draft);
    expect(posted.body).toMatchObject({ endsOn: '2020-09-10' });
    const path = `/notices/${county}/${String(posted.body.id)}`;
    expect((await clerk.get(`${path}/lines`)).body.rows).toEqual([
      { number: 1, cells: ['其木格', '150622********1234'] },
      { number: 2, cells: ['乌云', ''] },
    ]);
    const sheet = { id: randomUUID(), board: '村委会公示栏', hungOn: today };
    expect((await clerk.send('POST', `${path}/sheets`, sheet)).status).toBe(200);
    const twice = await clerk.send('POST', `${path}/sheets`, { ...sheet, id: randomUUID() });
    expect(twice.body.code).toBe('notice_board_known');
    const taken = { revision: 1, takenDownOn: today };
    expect((await clerk.send('POST', `${path}/sheets/${sheet.id}/take-down`, taken)).status).toBe(200);
    expect((await clerk.get(path)).body.hung).toMatchObject([
      { board: sheet.board, takenDownOn: today, photographs: 0 },
    ]);
  });

  it('prints a poster in both sizes and exports its lists', async () => {
    const [row] = (await clerk.get('/notices?limit=1')).body.rows as { id: string }[];
    for (const paper of ['a3', 'a4']) {
      const poster = await clerk.get(
        `/notices/${county}/${row?.id}/poster?paper=${paper}&origin=http://silian.example`,
      );
      expect({ status: poster.status, head: poster.raw.subarray(0, 5).toString() }).toEqual({
        status: 200,
        head: '%PDF-',
      });
    }
    for (const path of ['/notices/export', '/notice-objections/export']) {
      const sheet = await clerk.get(path);
      expect({ path, status: sheet.status, head: sheet.raw.subarray(0, 2).toString() }).toEqual({
        path,
        status: 200,
        head: 'PK',
      });
    }
  });
});
