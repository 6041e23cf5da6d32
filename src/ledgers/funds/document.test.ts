import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feature as measure } from '../../measure/feature.ts';
import { importMeasure } from '../../measure/public.ts';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { fileRoutes } from '../../platform/files/routes.ts';
import { type TestClient, type TestServer, testServer } from '../../platform/http/testing.ts';
import { platformFeature } from '../../platform/platform-feature.ts';
import { ok } from '../../platform/pure/result.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { feature as assets } from '../../registers/assets/feature.ts';
import { feature as cooperatives } from '../../registers/cooperatives/feature.ts';
import { feature as households } from '../../registers/households/feature.ts';
import { feature as places } from '../../registers/places/feature.ts';
import { importPlaces } from '../../registers/places/public.ts';
import { feature as books } from '../books/feature.ts';
import { feature as shares } from '../shares/feature.ts';
import { feature } from './feature.ts';
import { banner, city, finance, readAs, township, village } from './funds.testing.ts';
import { routes } from './routes.ts';
import { documentSheet, lineSheet } from './sheet-contract.ts';

const features = [platformFeature, measure, places, households, cooperatives, assets, shares, books, feature];
let database: TestDatabase;
let api: TestServer;
let office: TestClient;
beforeAll(async () => {
  database = await testDatabase(features, { clock: () => new Date('2018-06-01T02:00:00Z') });
  await importMeasure(database);
  api = await testServer(database, { features, handlers: [...routes, ...fileRoutes()] });
  office = await api.signIn('finance', { place: city });
  await database.act(finance, async (tx) => {
    const rows = [
      { code: city, level: 'city', name: '鄂尔多斯市' },
      { code: banner, level: 'banner', name: '准格尔旗', bannerKind: 'banner' },
      { code: township, level: 'township', name: '薛家湾镇', townshipKind: 'town' },
      { code: village, level: 'village', name: '柳树湾村' },
      { code: village + 1, level: 'village', name: '海子塔村' },
    ] as const;
    await importPlaces(
      tx,
      rows.map((row) => ({ ...row, nameOfficial: row.name, ...(row.level === 'village' ? { rural: true } : {}) })),
    );
    return ok(true);
  });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

const fund = { kind: 'agriculture', level: 'city', source: 'budget', startsOn: '2018-01-01' };
const document = {
  ...{ title: '涉农涉牧资金', issuedOn: '2018-03-01', amountFen: 100_000, purposes: ['training'] },
  ...{ places: [banner], startsOn: '2018-03-01', endsOn: '2018-12-31' },
};

async function recordFund(name: string): Promise<string> {
  const id = randomUUID();
  expect((await office.send('POST', '/funds', { ...fund, id, place: city, name })).status).toBe(200);
  return id;
}

describe('documents', () => {
  it('are recorded by the office of their fund, each number once', async () => {
    const fundId = await recordFund('涉农涉牧整合资金');
    const body = { ...document, id: randomUUID(), county: 150600, fundId, number: '鄂财农〔2018〕31号' };
    expect((await office.send('POST', '/fund-documents', body)).status).toBe(200);
    const again = await office.send('POST', '/fund-documents', { ...body, id: randomUUID() });
    expect(again.body.code).toBe('fund_number_taken');
    const outside = { ...body, id: randomUUID(), number: 'x1', places: [150200000000] };
    expect((await office.send('POST', '/fund-documents', outside)).body.code).toBe('fund_places_outside');
    const lower = await api.signIn('banner_office', { place: banner });
    const theirs = { ...body, id: randomUUID(), number: 'x2' };
    expect((await lower.send('POST', '/fund-documents', theirs)).status).toBe(404);
    const shown = await readAs<{ places: { name: string }[] }>(lower, `/fund-documents/150600/${body.id}`);
    expect(shown.places).toEqual([{ code: banner, name: '准格尔旗' }]);
  });

  it('carry the scan: whoever reads the document reads it, whoever records at its place adds to it', async () => {
    const fundId = await recordFund('有附件的资金');
    const body = { ...document, id: randomUUID(), county: 150600, fundId, number: '鄂财农〔2018〕51号' };
    expect((await office.send('POST', '/fund-documents', body)).status).toBe(200);
    const address = `/records/fund_document/150600/${body.id}/attachments`;
    const scan = () => ({ name: '文件.txt', bytes: Buffer.from(`鄂财农〔2018〕51号 ${randomUUID()}`) });
    const sent = await office.upload(`${address}?attachmentId=${randomUUID()}`, scan());
    expect(sent.status).toBe(200);
    const lower = await api.signIn('village_clerk', { place: village });
    const seen = (await lower.get(address)).body;
    expect(seen).toMatchObject({ files: [{ id: sent.body.id, name: '文件.txt' }], allowed: [] });
    const file = `/attachments/150600/${sent.body.id}`;
    expect((await lower.get(`${file}/content`)).status).toBe(200);
    expect((await lower.upload(`${address}?attachmentId=${randomUUID()}`, scan())).status).toBe(404);
    const taking = { revision: 1, reason: '传错' };
    expect((await lower.send('POST', `${file}/withdraw`, taking)).status).toBe(404);
    const member = await api.signIn('cooperative_manager', { organisationId: randomUUID() });
    expect((await member.get(address)).status).toBe(404);
    expect((await member.get(`${file}/content`)).status).toBe(404);
    const use = `/records/fund_forbidden_use/150600/${randomUUID()}/attachments`;
    expect((await office.get(use)).status).toBe(404);
    expect((await office.send('POST', `${file}/withdraw`, taking)).status).toBe(200);
  });

  it('come in by workbook: good rows are taken, known numbers stay', async () => {
    await recordFund('以工代赈资金');
    const row = {
      ...{
        title: '以工代赈',
        fundName: '以工代赈资金',
        issuedOn: '2018-03-01',
        amountFen: 500_000n,
        purposes: '技能培训、土地和草牧场整治',
      },
      ...{ places: '150622', startsOn: '2018-03-01' },
    };
    const bytes = await writeTemplate(documentSheet, {
      language: 'zh',
      knownRows: [
        { ...row, number: '鄂财农〔2018〕41号' },
        { ...row, number: '鄂财农〔2018〕42号', purposes: '买车' },
      ],
    });
    const file = { name: '文件.xlsx', bytes };
    expect((await office.upload('/fund-documents/import/check', file)).body).toMatchObject({
      inserted: 1,
      rejected: 1,
    });
    expect((await office.upload('/fund-documents/import', file)).body).toMatchObject({ inserted: 1, rejected: 1 });
    expect((await office.upload('/fund-documents/import', file)).body).toMatchObject({ inserted: 0, unchanged: 1 });
  });
});

it('lines of an order are read from a workbook, and nothing is written', async () => {
  const bytes = await writeTemplate(lineSheet, {
    language: 'zh',
    knownRows: [
      { place: String(village), amountFen: 20_000_000n },
      { place: '150622999999', amountFen: 20_000_000n },
    ],
  });
  const read = (await office.upload('/fund-orders/lines', { name: '名单.xlsx', bytes })).body;
  expect(read).toMatchObject({
    lines: [{ place: village, placeName: '柳树湾村', amountFen: 20_000_000 }],
    totalFen: 20_000_000,
  });
  expect(read.errors).toHaveLength(1);
});
