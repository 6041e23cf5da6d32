import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  applicationOf,
  bankId,
  banner,
  consentOf,
  contractOf,
  cooperative,
  county,
  expectOk,
  household,
  loanWorld,
  setUpMoney,
  type World,
} from './loans.testing.ts';

let world: World;
beforeAll(async () => {
  world = await loanWorld('2018-05-02');
});
afterAll(() => world.close());

it('takes a microcredit from the application to the last instalment, its interest paid by the public to the fen', async () => {
  const { clerk, bank } = world;
  const householdId = await household(world, { name: '乌兰' });
  const application = applicationOf(householdId);
  await expectOk(clerk.send('POST', '/loan-applications', application));
  const path = `/loan-applications/${county}/${application.id}`;
  await expectOk(clerk.send('POST', `${path}/send`, { revision: 1, bankId, consent: consentOf() }));
  await world.setDay('2018-05-07');
  await expectOk(bank.send('POST', `${path}/decide`, { revision: 2, decision: 'approved' }));
  await world.setDay('2018-05-10');
  const contract = contractOf(application.id);
  await expectOk(bank.send('POST', '/loans', contract));
  const loanPath = `/loans/${county}/${contract.id}`;

  await world.setDay('2018-06-20');
  await spend(loanPath);
  await payEverything(loanPath);
  const settled = await expectOk(clerk.get(loanPath));
  expect(settled).toMatchObject({ state: 'settled', outstandingFen: 0, overdueFen: 0, settledOn: '2019-05-10' });
  expect((await clerk.get('/loan-tasks')).body.total).toBe(0);

  await world.setDay('2020-01-06');
  // 52, 92 and 92 days of 2018; 90 and 39 of 2019: 365 days in all
  const totals = [31_416 + 55_583 + 55_583, 54_375 + 23_562];
  expect(await subsidise(['2018', '2019'])).toEqual(totals);
  const own = await world.app.signIn('household', { household: { county, id: householdId } });
  expect(await expectOk(own.get('/my-loans'))).toMatchObject({
    loans: [{ state: 'settled', outstandingFen: 0, subsidyFen: 220_519 }],
  });
});

it('lends to a cooperative with collateral, and shows it the loan and no other organisation', async () => {
  await world.setDay('2020-02-03');
  const { clerk, bank } = world;
  const organisationId = await cooperative(world, '甲村养羊合作社');
  const asked = {
    id: randomUUID(),
    county,
    kind: 'cooperative',
    organisationId,
    amountFen: 30_000_000,
    termMonths: 24,
  };
  const applied = await clerk.send('POST', '/loan-applications', { ...asked, purpose: 'facility' });
  expect(applied.body).toMatchObject({ state: 'draft', refusals: [] });
  const wrong = { ...asked, id: randomUUID(), kind: 'enterprise', purpose: 'facility' };
  expect((await clerk.send('POST', '/loan-applications', wrong)).status).toBe(404);
  const path = `/loan-applications/${county}/${asked.id}`;
  await expectOk(clerk.send('POST', `${path}/send`, { revision: 1, bankId }));
  await expectOk(bank.send('POST', `${path}/decide`, { revision: 2, decision: 'approved' }));
  const terms = { principalFen: 30_000_000, ratePpm: 56_550, termMonths: 24, everyMonths: 1, startsOn: '2020-02-03' };
  const contract = contractOf(asked.id, {
    ...terms,
    method: 'equal_instalment',
    collateral: 'mortgage',
    subsidised: false,
  });
  await expectOk(bank.send('POST', '/loans', contract));
  const manager = await world.app.signIn('cooperative_manager', { organisationId });
  expect(await expectOk(manager.get(`/loans/${county}/${contract.id}`))).toMatchObject({
    ...{ kind: 'cooperative', principalFen: 30_000_000, collateral: 'mortgage', allowed: [] },
  });
  const stranger = await world.app.signIn('cooperative_manager', { organisationId: randomUUID() });
  expect((await stranger.get('/loans')).body.total).toBe(0);
  expect((await stranger.get(`/loans/${county}/${contract.id}`)).status).toBe(404);
});

/** The first secretary sees what the money was spent on. */
async function spend(loanPath: string): Promise<void> {
  const use = {
    id: randomUUID(),
    happenedOn: '2018-06-18',
    amountFen: 5_000_000,
    item: '基础母羊60只',
    evidence: '发票',
  };
  await expectOk(world.secretary.send('POST', `${loanPath}/uses`, use));
}

/** Interest each quarter, the last time with the principal. */
async function payEverything(loanPath: string): Promise<void> {
  for (const [day, principalFen, interestFen] of [
    ['2018-08-10', 0, 55_583],
    ['2018-11-12', 0, 55_583],
    ['2019-02-11', 0, 55_583],
    ['2019-05-10', 5_000_000, 53_771],
  ] as const) {
    await world.setDay(day);
    const payment = {
      id: randomUUID(),
      kind: 'instalment',
      paidOn: day,
      principalFen,
      interestFen,
      receipt: `R${day}`,
    };
    await expectOk(world.bank.send('POST', `${loanPath}/payments`, payment));
  }
}

/** Claims, checks and pays the subsidy of whole years; answers what each came to. */
async function subsidise(years: readonly string[]): Promise<unknown[]> {
  const { office, finance } = world;
  const money = await setUpMoney(world);
  const second = await world.app.signIn('banner_office', { place: banner });
  const totals: unknown[] = [];
  for (const year of years) {
    const claim = {
      id: randomUUID(),
      county,
      bankId,
      title: `${year}年贴息`,
      fromOn: `${year}-01-01`,
      throughOn: `${year}-12-31`,
    };
    const claimed = await expectOk(office.send('POST', '/loan-subsidies', claim));
    totals.push(claimed.totalFen);
    const at = `/loan-subsidies/${county}/${claim.id}`;
    await expectOk(second.send('POST', `${at}/check`, { revision: 1 }));
    await expectOk(finance.send('POST', `${at}/pay`, { revision: 2, ...money }));
  }
  return totals;
}
