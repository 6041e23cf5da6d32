import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as places } from '../places/feature.ts';
import { feature } from './feature.ts';
import { routes } from './routes.ts';

const banner = 150622000000;
const township = 150622100000;
const elsewhere = 150623000000;

let database: TestDatabase;
let app: TestServer;
beforeAll(async () => {
  database = await testDatabase([places, feature]);
  app = await testServer(database, { features: [places, feature], handlers: routes });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function agency(over: object = {}) {
  return {
    id: randomUUID(),
    place: banner,
    name: `农牧局${randomUUID().slice(0, 6)}`,
    kind: 'department',
    startsOn: '2018-01-01',
    ...over,
  };
}

describe('agencies', () => {
  it('are registered, found by name and initials, corrected and withdrawn with history', async () => {
    const office = await app.signIn('banner_office', { place: banner });
    const draft = agency({ name: '乡村振兴局' });
    expect((await office.send('POST', '/agencies', draft)).status).toBe(200);
    expect((await office.get('/agencies?q=振兴')).body.total).toBe(1);
    expect((await office.get('/agencies?q=xczxj')).body.total).toBe(1);
    const address = `/agencies/150622/${draft.id}`;
    const change = { ...draft, name: '乡村振兴服务局', revision: 1, reason: '更名' };
    expect((await office.send('PUT', address, change)).status).toBe(200);
    expect((await office.send('PUT', address, change)).status).toBe(409);
    expect((await office.get(address)).body).toMatchObject({
      name: '乡村振兴服务局',
      revision: 2,
      allowed: ['agency.record', 'agency.withdraw'],
    });
    expect((await office.send('POST', `${address}/withdraw`, { revision: 2, reason: '重复登记' })).status).toBe(200);
    expect((await office.get(address)).status).toBe(404);
  });

  it('hold a credit code once in all counties, and give it back when withdrawn', async () => {
    const first = await app.signIn('banner_office', { place: banner });
    const second = await app.signIn('banner_office', { place: elsewhere });
    const creditCode = '91110000600037341L';
    const held = agency({ creditCode });
    expect((await first.send('POST', '/agencies', held)).status).toBe(200);
    const taken = await second.send('POST', '/agencies', agency({ creditCode, place: elsewhere }));
    expect(taken.body).toMatchObject({ code: 'agency_known', errors: [{ field: 'creditCode' }] });
    expect(JSON.stringify(taken.body)).not.toContain(held.name);
    await first.send('POST', `/agencies/150622/${held.id}/withdraw`, { revision: 1, reason: '登记错误' });
    expect((await second.send('POST', '/agencies', agency({ creditCode, place: elsewhere }))).status).toBe(200);
  });

  it('are unseen by a neighbouring banner and not written by it', async () => {
    const here = await app.signIn('banner_office', { place: banner });
    const there = await app.signIn('banner_office', { place: elsewhere });
    const draft = agency();
    await here.send('POST', '/agencies', draft);
    const address = `/agencies/150622/${draft.id}`;
    expect((await there.get(address)).status).toBe(404);
    expect((await there.send('PUT', address, { ...draft, revision: 1, reason: 'x x' })).status).toBe(404);
    expect((await there.send('POST', '/agencies', agency())).status).toBe(404);
    expect(JSON.stringify((await there.get('/agencies')).body)).not.toContain(draft.name);
  });

  it('are read by everybody and registered by offices alone', async () => {
    const clerk = await app.signIn('village_clerk', { place: township + 201 });
    expect((await clerk.get('/agencies')).status).toBe(200);
    expect((await clerk.send('POST', '/agencies', agency({ place: township + 201 }))).status).toBe(403);
    const town = await app.signIn('township_clerk', { place: township });
    const draft = agency({ place: township });
    expect((await town.send('POST', '/agencies', draft)).status).toBe(200);
    const twin = await town.send('POST', '/agencies', { ...draft, id: randomUUID() });
    expect(twin.body).toMatchObject({ code: 'agency_name_known', errors: [{ field: 'name' }] });
  });

  it('are seen by the organisation itself', async () => {
    const office = await app.signIn('banner_office', { place: banner });
    const draft = agency({ kind: 'bank' });
    await office.send('POST', '/agencies', draft);
    await office.send('POST', '/agencies', agency({ kind: 'bank' }));
    const bank = await app.signIn('bank', { organisationId: draft.id });
    const seen = (await bank.get('/agencies')).body as { total: number; rows: { id: string }[] };
    expect(seen.rows.map((row) => row.id)).toEqual([draft.id]);
  });
});
