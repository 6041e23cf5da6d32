import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { noteAct, record, recordMany, revise, withdraw } from '../db/history.ts';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../http/testing.ts';
import { platformFeature } from '../platform-feature.ts';
import { ok } from '../pure/result.ts';
import { rootFromPath } from './merkle.ts';
import { auditRoutes, verifyRoutes } from './routes.ts';
import { sealTrail } from './seal.ts';

const village = 150622100201;
const neighbour = 150622100202;
const county = 150622;
const city = 150600000000;

let database: TestDatabase;
let app: TestServer;
const clients = {} as Record<'clerk' | 'stranger' | 'auditor' | 'administrator' | 'household', TestClient>;
let clerkActor: Actor;

beforeAll(async () => {
  let seconds = 0;
  const started = Date.now();
  // every look at the clock is some milliseconds later, so that two states never share an instant
  database = await testDatabase([], { clock: () => new Date(started + 5 * ++seconds) });
  const tables = new Map(database.tables).set('attachment', { name: 'attachment', kind: 'record', personal: ['name'] });
  database = { ...database, tables };
  app = await testServer(database, {
    features: [platformFeature],
    handlers: [
      ...auditRoutes({ features: [platformFeature], placeNames: async () => new Map() }),
      ...verifyRoutes(database.recount),
    ],
  });
  clients.clerk = await app.signIn('village_clerk', { place: village });
  clients.stranger = await app.signIn('village_clerk', { place: neighbour });
  clients.auditor = await app.signIn('auditor', { place: city });
  clients.administrator = await app.signIn('administrator', {});
  clients.household = await app.signIn('household', { household: { county, id: randomUUID() } });
  clerkActor = actorAt('village_clerk', village, { accountId: clients.clerk.accountId, name: '其木格' });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function write(place = village): Promise<string> {
  const row = newRow(place);
  const actor = place === village ? clerkActor : actorAt('village_clerk', place);
  await database.act(actor, async (tx) => ok(await record(tx, 'attachment', row)), 'file.attach');
  return row.id;
}

function newRow(place: number) {
  return {
    county,
    id: randomUUID() as string,
    place,
    subject_type: 'example',
    subject_id: randomUUID(),
    sha256: Buffer.alloc(32),
    media_type: 'text/plain',
    bytes: 3,
    name: '王明.txt',
  };
}

type Listed = {
  id: string;
  county: number;
  act: string;
  actName: string;
  recordId: string;
  sealNumber: number | null;
  place: number;
};

async function list(client: TestClient, query = ''): Promise<readonly Listed[]> {
  return (await client.get(`/audit/events?limit=200${query}`)).body.rows as Listed[];
}

describe('the audit trail', () => {
  it('shows each reader his own range, and nothing of the neighbour (quality A6)', async () => {
    const [here, there] = [await write(), await write(neighbour)];
    const seen = async (client: TestClient) => (await list(client)).map((event) => event.recordId);
    expect(await seen(clients.clerk)).toContain(here);
    expect(await seen(clients.clerk)).not.toContain(there);
    expect(await seen(clients.auditor)).toEqual(expect.arrayContaining([here, there]));
    expect(await seen(clients.administrator)).not.toContain(here);
    expect((await clients.household.get('/audit/events')).status).toBe(403);
    expect(await list(clients.stranger, `&recordId=${here}`)).toEqual([]);
    expect(await list(clients.stranger, `&place=${village}`)).toEqual([]);
    expect((await clients.stranger.get(`/audit/records/attachment/${county}/${here}`)).status).toBe(404);
  });

  it('is found by record, act, person, place and day, and named in words', async () => {
    const id = await write();
    const [event] = await list(clients.clerk, `&recordId=${id}`);
    expect(event).toMatchObject({
      act: 'file.attach',
      actName: '上传附件',
      place: village,
      recordId: id,
      sealNumber: null,
    });
    expect(
      (await list(clients.auditor, `&accountId=${clients.clerk.accountId}&act=file.attach`)).map((one) => one.recordId),
    ).toContain(id);
    expect((await list(clients.auditor, `&place=${neighbour}`)).map((one) => one.recordId)).not.toContain(id);
    expect((await list(clients.auditor, `&place=150622000000`)).map((one) => one.recordId)).toContain(id);
    expect(await list(clients.auditor, '&to=2018-01-01')).toEqual([]);
    expect((await clients.auditor.get('/audit/events?from=yesterday')).status).toBe(400);
    expect((await clients.auditor.get(`/audit/events?q=${encodeURIComponent("' or 1=1 --")}`)).body.total).toBe(0);
  });

  it('tells the history of a record: who, when, why, from what to what, personal values as changed only', async () => {
    const id = await write();
    const key = { county, id };
    await database.act(
      clerkActor,
      async (tx) => ok(await revise(tx, 'attachment', { key, set: { bytes: 4 }, reason: '更正大小' })),
      'file.correct',
    );
    await database.act(
      clerkActor,
      async (tx) => ok(await revise(tx, 'attachment', { key, set: { name: '王小明.txt' }, reason: '更正姓名' })),
      'file.correct',
    );
    await database.act(
      clerkActor,
      async (tx) => ok(noteAct(tx, 'attachment', { key, place: village, note: { revealed: 'name' } })),
      'file.reveal',
    );
    await database.act(
      clerkActor,
      async (tx) => ok(await withdraw(tx, 'attachment', { key, reason: '传错' })),
      'file.withdraw',
    );
    const reply = await clients.clerk.get(`/audit/records/attachment/${county}/${id}`);
    const versions = reply.body.versions as {
      act: string;
      by: string;
      reason?: string;
      address: string;
      changes: unknown[];
    }[];
    expect(versions.map((version) => [version.act, version.reason, version.by])).toEqual([
      ['file.withdraw', '传错', '其木格'],
      ['file.reveal', undefined, '其木格'],
      ['file.correct', '更正姓名', '其木格'],
      ['file.correct', '更正大小', '其木格'],
      ['上传附件', undefined, '其木格'],
    ]);
    expect(versions[3]?.changes).toEqual([{ field: 'bytes', label: 'bytes', from: 3, to: 4, personal: false }]);
    expect(versions[2]?.changes).toEqual([{ field: 'name', label: '姓名', from: '***', to: '***', personal: true }]);
    expect(JSON.stringify(reply.body)).not.toContain('王');
  });

  it('tells who imported a record that came in a bulk, though the event does not name it', async () => {
    const rows = [randomUUID(), randomUUID()].map((id) => ({ ...newRow(village), id, subject_id: id }));
    await database.act(clerkActor, async (tx) => ok(await recordMany(tx, 'attachment', rows)), 'file.attach');
    const { body } = await clients.clerk.get(`/audit/records/attachment/${county}/${rows[1]?.id}`);
    expect(body.versions).toMatchObject([{ act: '上传附件', by: '其木格', role: 'village_clerk' }]);
    const [event] = await list(clients.clerk, `&accountId=${clerkActor.accountId}&act=file.attach`);
    expect(event).toMatchObject({ bulkRows: 2, recordId: null });
  });

  it('shows the administrator what stands in no place, and an office never', async () => {
    await database.act(
      { ...clerkActor, role: 'administrator', range: undefined },
      async (tx) => {
        tx.trail.push({ table: 'account', county: 0, place: 0, id: randomUUID(), note: { endedSessions: 1 } });
        return ok(true);
      },
      'account.manage',
    );
    const seen = async (client: TestClient) =>
      (await list(client)).filter((event) => event.act === 'account.manage').length;
    expect(await seen(clients.administrator)).toBe(1);
    expect(await seen(clients.auditor)).toBe(1);
    expect(await seen(clients.clerk)).toBe(0);
  });

  it('shows who signed in to administrators and to the auditors of the same city, in words, and to nobody else', async () => {
    const elsewhere = await app.signIn('auditor', { place: 150200000000 });
    const foreign = await app.signIn('village_clerk', { place: 150221100201 });
    const seen = async (client: TestClient) =>
      (await list(client, '&act=account.sign_in')).map((event) => event.recordId);
    const own = clients.clerk.accountId;
    expect(await seen(clients.administrator)).toEqual(expect.arrayContaining([own, foreign.accountId]));
    expect(await seen(clients.auditor)).toEqual(expect.arrayContaining([own, clients.administrator.accountId]));
    expect(await seen(clients.auditor)).not.toContain(foreign.accountId);
    expect(await seen(elsewhere)).toContain(foreign.accountId);
    expect(await seen(elsewhere)).not.toContain(own);
    expect(await seen(clients.clerk)).toEqual([]);
    const [event] = await list(clients.auditor, `&act=account.sign_in&recordId=${own}`);
    expect(event).toMatchObject({ actName: '登录', place: 0 });
    const { body } = await clients.auditor.get(`/audit/records/account/0/${own}`);
    expect(body.versions).toMatchObject([{ act: '登录', changes: [{ field: 'device', label: '设备', to: 'test' }] }]);
    expect((await elsewhere.get(`/audit/records/account/0/${own}`)).status).toBe(404);
  });

  it('proves to an auditor that an event stands in a seal', async () => {
    const id = await write();
    const find = async () => (await list(clients.auditor, `&recordId=${id}`))[0];
    const unsealed = await find();
    const path = `/audit/events/${unsealed?.county}/${unsealed?.id}/proof`;
    expect((await clients.auditor.get(path)).body.code).toBe('not_sealed');
    const head = await sealTrail(database.recount);
    expect((await find())?.sealNumber).toBe(head?.number);
    const { body } = await clients.auditor.get(path);
    const proof = body as {
      leafHash: string;
      ordinal: number;
      path: string[];
      root: string;
      seal: { leafCount: number; head: string };
    };
    const leaf = { hash: Buffer.from(proof.leafHash, 'hex'), index: proof.ordinal, leafCount: proof.seal.leafCount };
    expect(
      rootFromPath(
        'sha256',
        leaf,
        proof.path.map((step) => Buffer.from(step, 'hex')),
      ).toString('hex'),
    ).toBe(proof.root);
    expect(proof.seal.head).toBe(head?.head);
    expect((await clients.clerk.get(path)).status).toBe(403);
  });

  it('is verified by auditors and administrators', async () => {
    await sealTrail(database.recount);
    const heads = await clients.administrator.get('/audit/seals');
    expect(heads.body.total).toBeGreaterThan(0);
    const verified = await clients.auditor.get('/audit/verification');
    expect(verified.body).toMatchObject({ problemCount: 0, unsealed: 0 });
    const other = await clients.auditor.get(`/audit/verification?head=${'0'.repeat(64)}`);
    expect(other.body).toMatchObject({ problems: [{ kind: 'head_not_found' }] });
    expect((await clients.clerk.get('/audit/verification')).status).toBe(403);
  });
});
