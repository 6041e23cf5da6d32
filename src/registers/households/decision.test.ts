import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { fileRoutes } from '../../platform/files/routes.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { platformFeature } from '../../platform/platform-feature.ts';
import { feature as places } from '../places/feature.ts';
import { demoIdNumber } from './demo-rules.ts';
import { feature as households } from './feature.ts';
import { routes } from './routes.ts';

const county = 150622;
const [village, sister, township] = [150622100201, 150622100202, 150622100000];
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

let database: TestDatabase;
let server: TestServer;
let clerk: TestClient;
let neighbour: TestClient;
let auditor: TestClient;
let above: TestClient;
let serial = 0;

beforeAll(async () => {
  let now = Date.parse('2019-06-03T02:00:00Z');
  const clock = () => {
    now += 3;
    return new Date(now);
  };
  const features = [platformFeature, places, households];
  database = await testDatabase(features, { clock });
  const owner = await database.connectOwner();
  await owner.query(`insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, starts_on, recorded_at, recorded_by)
    select c, gen_random_uuid(), c / 1000000, l, 'gacha', n, n, '', '', '2000-01-01', now(), gen_random_uuid()
    from (values (${township}, 'township', '暖水乡'), (${village}, 'village', '甲村'), (${sister}, 'village', '乙村')) as p (c, l, n)`);
  await owner.end();
  server = await testServer(database, { features, handlers: [...routes, ...fileRoutes()] });
  clerk = await server.signIn('village_clerk', { place: village });
  neighbour = await server.signIn('village_clerk', { place: sister });
  above = await server.signIn('township_clerk', { place: township });
  auditor = await server.signIn('auditor', { place: 150600000000 });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A household with two people, registered as poor by a decision. */
async function poorHousehold() {
  const person = (name: string, relation: string) => {
    serial += 1;
    const idNumber = demoIdNumber({ region: county, birthOn: '1970-01-01', serial, sex: 'male' });
    return { id: randomUUID(), name, idNumber, relation };
  };
  const residents = [person('王建国', '01'), person('王强', '03')];
  const body = { id: randomUUID(), place: village, number: `D${serial}`, joinedOn: '2018-01-01', residents };
  expect((await clerk.send('POST', '/households', body)).status).toBe(200);
  const registration = randomUUID();
  const terms = { standard: 'national', kind: 'general', mainCause: 'illness', documentNumber: '准扶〔2018〕1号' };
  const decision = { id: registration, state: 'registered', ...terms, startsOn: '2018-05-01', decidedOn: '2018-05-01' };
  expect((await clerk.send('POST', `/households/${county}/${body.id}/poverty`, decision)).status).toBe(200);
  return { id: body.id, registration, son: residents[1]?.id };
}

function attach(client: TestClient, registration: string, file = { name: '决定.pdf', bytes: pdf }) {
  const path = `/records/poverty_registration/${county}/${registration}/attachments`;
  return client.upload(`${path}?attachmentId=${randomUUID()}`, file);
}

interface File {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

async function filesOf(client: TestClient, id: string): Promise<readonly File[]> {
  const { body } = await client.get(`/households/${county}/${id}`);
  return (body.poverty as { files: File[] }[]).flatMap(({ files }) => files);
}

describe('the papers of a decision', () => {
  it('hang on its registration and are opened by who may see the household, by nobody else', async () => {
    const { id, registration } = await poorHousehold();
    expect((await attach(clerk, registration)).status).toBe(200);
    for (const reader of [clerk, above, auditor]) {
      const [file] = await filesOf(reader, id);
      expect(file).toMatchObject({ name: '决定.pdf' });
      expect((await reader.get(`/attachments/${county}/${file?.id}/content`)).raw.equals(pdf)).toBe(true);
    }
    const [file] = await filesOf(clerk, id);
    expect((await neighbour.get(`/attachments/${county}/${file?.id}/content`)).status).toBe(404);
    expect((await attach(neighbour, registration)).status).toBe(404);
    expect((await attach(auditor, registration)).status).toBe(403);
    expect((await clerk.get(`/households/${county}/${id}`)).body.allowed).toContain('file.attach');
    expect((await auditor.get(`/households/${county}/${id}`)).body.allowed).not.toContain('file.attach');
  });

  it('leave the registration as it stands when they are refused, and are taken out with a reason', async () => {
    const { id, registration } = await poorHousehold();
    expect((await attach(clerk, registration, { name: '程序.pdf', bytes: Buffer.from('MZ') })).status).toBe(422);
    const view = (await clerk.get(`/households/${county}/${id}`)).body;
    expect(view.poverty).toMatchObject([{ id: registration, state: 'registered', files: [] }]);
    await attach(clerk, registration);
    const [file] = await filesOf(clerk, id);
    const out = { revision: file?.revision, reason: '传错了户' };
    expect((await clerk.send('POST', `/attachments/${county}/${file?.id}/withdraw`, out)).status).toBe(200);
    expect(await filesOf(clerk, id)).toEqual([]);
  });

  it('go along when the household moves or is split; the bytes are stored once', async () => {
    const { id, registration, son } = await poorHousehold();
    await attach(clerk, registration);
    const happened = { happenedOn: '2019-03-01', documentNumber: null };
    const split = { revision: 1, newId: randomUUID(), number: 'D-son', leaving: [{ id: son, relation: '01' }] };
    const path = `/households/${county}/${id}`;
    expect((await clerk.send('POST', `${path}/split`, { ...split, ...happened })).status).toBe(200);
    expect(await filesOf(clerk, split.newId)).toMatchObject([{ name: '决定.pdf' }]);
    const move = { revision: 1, toPlace: sister, newId: randomUUID(), number: 'D-moved' };
    expect((await above.send('POST', `${path}/move`, { ...move, ...happened })).status).toBe(200);
    const [moved] = await filesOf(neighbour, move.newId);
    expect((await neighbour.get(`/attachments/${county}/${moved?.id}/content`)).raw.equals(pdf)).toBe(true);
    const owner = await database.connectOwner();
    const { rows } = await owner.query(
      `select (select count(*)::int from blob) as blobs, bytes::int from attachment_usage where place = $1`,
      [sister],
    );
    await owner.end();
    expect(rows).toEqual([{ blobs: 1, bytes: pdf.length }]);
  });

  it('are not shown on a household’s own page, which reads no files', async () => {
    const { id, registration } = await poorHousehold();
    await attach(clerk, registration);
    const member = await server.signIn('household', { household: { county, id } });
    expect((await member.get('/my-household')).body.poverty).toMatchObject([{ id: registration, files: [] }]);
  });
});
