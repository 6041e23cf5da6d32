import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/db/testing.ts';
import { transact } from '../../platform/db/transact.ts';
import { type TestServer, testServer } from '../../platform/http/testing.ts';
import { feature as places } from '../../registers/places/feature.ts';
import type { FundAccountRow } from './account-store.ts';
import { feature } from './feature.ts';
import { accountAt, city, documentOf, finance, move, paymentOf, readAs, setUpFund, village } from './funds.testing.ts';
import { payFunds } from './money-store.ts';
import { routes } from './routes.ts';

const features = [places, feature];
let database: TestDatabase;
let api: TestServer;
let account: FundAccountRow;
beforeAll(async () => {
  database = await testDatabase(features, { alone: true });
  api = await testServer(database, { features, handlers: routes });
  await setUpFund(database);
  const office = await accountAt(database, city);
  account = await accountAt(database, village);
  await move(database, { to: office, documentId: await documentOf(database), amountFen: 20_000_000n });
  await move(database, { from: office, to: account, amountFen: 20_000_000n });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

async function payOn(occurredOn: string): Promise<string> {
  const payment = paymentOf(account, { occurredOn });
  const done = await transact(database, { actor: finance, act: 'test.pay' }, (tx) => payFunds(tx, payment));
  return done.ok ? 'paid' : done.refusal.code;
}

const path = '/fund-forbidden-uses';
const use = { id: randomUUID(), purpose: 'breeding_stock', startsOn: '2018-04-10', source: '鄂财农〔2018〕77号' };

it('what the office forbids is refused at every payment from that day on, and no longer from another', async () => {
  const office = await api.signIn('finance', { place: city });
  const codeOf = async (address: string, body: object) => (await office.send('POST', address, body)).body.code;
  expect(await codeOf(path, { ...use, endsOn: use.startsOn })).toBe('fund_use_days');
  expect((await office.send('POST', path, use)).status).toBe(200);
  expect(await codeOf(path, { ...use, id: randomUUID(), startsOn: '2018-05-01' })).toBe('fund_use_known');
  expect([await payOn('2018-04-09'), await payOn('2018-04-10')]).toEqual(['paid', 'fund_use_forbidden']);
  const ended = { purpose: use.purpose, endsOn: '2018-04-20', reason: '文件废止' };
  expect(await codeOf(`${path}/end`, { ...ended, endsOn: use.startsOn })).toBe('fund_use_not_forbidden');
  expect((await office.send('POST', `${path}/end`, ended)).body).toEqual({ id: use.id });
  expect([await payOn('2018-04-19'), await payOn('2018-04-20')]).toEqual(['fund_use_forbidden', 'paid']);
});

it('the list tells everybody what is forbidden, from when to when, and why; it is found by use and by rule', async () => {
  const clerk = await api.signIn('village_clerk', { place: village });
  expect((await clerk.send('POST', path, { ...use, id: randomUUID() })).status).toBe(403);
  const found = (query: string) => readAs<{ total: number; rows: object[] }>(clerk, `${path}?${query}`);
  expect((await found('')).total).toBe(8);
  expect(await found(`q=${encodeURIComponent('77号')}`)).toEqual({
    total: 1,
    rows: [{ ...use, endsOn: '2018-04-20' }],
  });
  expect((await found(`q=${encodeURIComponent('财农〔2017〕8号')}`)).total).toBe(7);
  expect(await found('q=vehicles')).toMatchObject({ total: 1, rows: [{ purpose: 'vehicles', endsOn: null }] });
  expect([(await found('on=2018-04-10')).total, (await found('on=2018-04-20')).total]).toEqual([8, 7]);
});
