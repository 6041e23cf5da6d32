import { expect } from 'vitest';
import type { Person } from '../person.ts';
import { type Body, read, send } from '../requests.ts';
import {
  approvePayment,
  carryOut,
  checkerOf,
  cityPlace,
  grantFen,
  type Money,
  moneyDays,
  type Order,
  orderBody,
  second,
  signIn,
} from './money.ts';
import { award, seller, setGoals, takeToNotice } from './project.ts';

/** What was tried and how it was refused. */
export interface Refused {
  readonly what: string;
  readonly code: string;
  readonly title: string;
}

/** A write that has to be refused with a sentence. */
async function refused(person: Person, what: string, path: string, body: Body): Promise<Refused> {
  const { page } = person;
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'silian_csrf')?.value ?? '';
  const response = await page.request.post(`/api${path}`, {
    headers: { 'x-csrf-token': decodeURIComponent(token), 'idempotency-key': crypto.randomUUID() },
    data: body,
  });
  const said = (await response.json()) as { readonly code?: string; readonly title?: string };
  expect(response.status(), `${what}: ${JSON.stringify(said)}`).toBeGreaterThanOrEqual(400);
  expect(said.title, what).toMatch(/[一-龥].*。$/);
  return { what, code: said.code ?? '', title: said.title ?? '' };
}

interface Seats {
  readonly clerk: Person;
  readonly accountant: Person;
  readonly office: Person;
  readonly checker: Person;
  readonly finance: Person;
  readonly township: Person;
}

async function takeSeats(money: Money): Promise<Seats> {
  return {
    clerk: await signIn(money, 'village_clerk'),
    accountant: await signIn(money, 'village_accountant'),
    office: await signIn(money, 'city_office'),
    checker: await checkerOf(money),
    finance: await signIn(money, 'finance'),
    township: await signIn(money, 'township_clerk'),
  };
}

/** Two projects of the village itself, proposed beside the cooperative’s: one to be tried upon, one taken back. */
export async function proposeOthers(money: Money): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  const propose = async (number: string, purpose: string) => {
    const id = crypto.randomUUID();
    await send(clerk, '/projects', {
      ...{ id, place: money.place, number, name: `到户养殖${number}`, kind: 'breeding', purpose, personInCharge: '苏和' },
      ...{ content: '扶持农牧户养殖', benefit: '带动十户', households: 10, poorHouseholds: 8, budgetFen: 20_000_000 },
      ...{ plannedFrom: '2020-02-24', plannedThrough: '2020-08-31', awardMethod: 'tender' },
    });
    await takeToNotice(money, id);
    return id;
  };
  money.trial = await propose('2020-试', 'industry');
  money.elsewhere = await propose('2020-机', 'machinery');
  money.given = await propose('2020-撤', 'industry');
}

/** Twenty-two ways to misuse public money, each tried as the pages would, each refused with a sentence. */
export async function tryMisuses(money: Money): Promise<readonly Refused[]> {
  const seats = await takeSeats(money);
  return [
    ...(await tryContracts(money, seats)),
    ...(await tryPayments(money, seats)),
    ...(await tryPaying(money, seats)),
    ...(await tryReleases(money, seats)),
  ];
}

/** Contracts without a goal, against the earmark, over the balance, on a document that does not exist. */
async function tryContracts(money: Money, { clerk }: Seats): Promise<readonly Refused[]> {
  const sign = (what: string, project: string, over: Body) =>
    refused(clerk, what, `/projects/${money.county}/${project}/contracts`, {
      ...{ id: crypto.randomUUID(), number: crypto.randomUUID().slice(0, 8), amountFen: 1_000_000 },
      ...{ signedOn: moneyDays.contracted, startsOn: moneyDays.contracted, throughOn: '2020-08-31' },
      ...{ accountCounty: money.county, accountId: money.villageAccount, ...over },
    });
  const awardId = await award(money, money.trial, { documentNumber: '乌招〔2020〕4号' });
  const withoutGoal = await sign('没有绩效目标', money.trial, { awardId });
  await setGoals(money, money.trial);
  const otherAward = await award(money, money.elsewhere, { documentNumber: '乌招〔2020〕5号' });
  await setGoals(money, money.elsewhere);
  return [
    withoutGoal,
    await sign('改变用途', money.elsewhere, { awardId: otherAward, documentId: await agricultureOf(clerk) }),
    await sign('假文号', money.trial, { awardId, documentId: crypto.randomUUID() }),
    await sign('超出中标金额', money.trial, { awardId, amountFen: grantFen + 1 }),
    await sign('动用已拨走的钱', money.trial, { awardId, documentId: money.documentId }),
  ];
}

/** A document that the village holds money of and that says nothing of machines. */
async function agricultureOf(person: Person): Promise<string> {
  interface Document {
    readonly id: string;
    readonly purposes: readonly string[];
    readonly title: string;
  }
  const { rows } = await read<{ rows: readonly Document[] }>(person, '/fund-documents?limit=50');
  const found = rows.find(({ purposes }) => !purposes.includes('machinery') && purposes.includes('training'));
  expect(found).toBeDefined();
  return found?.id ?? '';
}

function payment(money: Money, over: Body = {}): Body {
  return {
    ...{ id: crypto.randomUUID(), county: money.county, projectId: money.trial, purpose: 'industry', spentOn: 'household' },
    ...{ accountCounty: money.county, accountId: money.villageAccount, amountFen: 200_000, payeeKind: 'household' },
    ...{ payeeCounty: money.county, payeeId: money.members[0]?.householdId, memo: '到户补助' },
    ...over,
  };
}

/** Orders that are refused when they are asked for. */
async function tryPayments(money: Money, { accountant, clerk }: Seats): Promise<readonly Refused[]> {
  const ask = (what: string, over: Body) => refused(accountant, what, '/payment-orders', payment(money, over));
  const project = { projectId: money.project, purpose: 'breeding_stock' };
  const dead = await makeDead(money, clerk);
  await send(clerk, `/projects/${money.county}/${money.given}/withdraw`, {
    revision: (await read<{ revision: number }>(clerk, `/projects/${money.county}/${money.given}`)).revision,
    reason: '与别的项目重复',
  });
  return [
    await ask('明令禁止的用途', { purpose: 'vehicles' }),
    await ask('没有合同购置资产', { ...{ spentOn: 'asset', payeeKind: 'enterprise', payeeName: seller }, invoiceNumber: '55667788' }),
    await ask('没有发票', { ...{ spentOn: 'expense', payeeKind: 'enterprise', payeeName: seller } }),
    await ask('一票两用', {
      ...{ spentOn: 'expense', payeeKind: 'enterprise', payeeName: '草原饲料店', invoiceNumber: '00152020' },
    }),
    await ask('收款人不在册', { payeeId: crypto.randomUUID() }),
    await ask('收款人已死亡', { payeeId: dead }),
    await ask('付给合同以外的人', {
      ...{ ...project, contractId: money.contract, spentOn: 'asset', payeeKind: 'enterprise', payeeName: '别家公司' },
      ...{ invoiceNumber: '00152021', accountId: money.cooperativeAccount },
    }),
    await ask('超出合同', {
      ...{ ...project, contractId: money.contract, spentOn: 'asset', payeeKind: 'enterprise', payeeName: seller },
      ...{ invoiceNumber: '00152022', accountId: money.cooperativeAccount },
    }),
    await ask('超出项目资金', { amountFen: grantFen * 2 }),
    await ask('已结束的项目', { projectId: money.given }),
  ];
}

/** A household of one, whose only person has died. */
async function makeDead(money: Money, clerk: Person): Promise<string> {
  const [household, resident] = [crypto.randomUUID(), crypto.randomUUID()];
  const person = { id: resident, name: '那顺', idNumber: '150626195003040019', relation: '01' };
  const joined = { number: 'HJ-990', joinedOn: '2019-11-05', joinedKind: 'registered' };
  await send(clerk, '/households', { ...joined, id: household, place: money.place, residents: [person] });
  const left = { revision: 1, happenedOn: '2020-02-20', kind: 'died' };
  await send(clerk, `/residents/${money.county}/${resident}/leave`, left);
  return household;
}

/** Payments that were asked for: by one person twice, without the approvals of a split, twice, two at once, to one’s own. */
async function tryPaying(money: Money, { accountant, township, finance, checker }: Seats): Promise<readonly Refused[]> {
  const ask = async (over: Body) => {
    const body = payment(money, over);
    await send(accountant, '/payment-orders', body);
    return `/payment-orders/${money.county}/${body.id}`;
  };
  const pay = (person: Person, what: string, address: string) =>
    refused(person, what, `${address}/pay`, { revision: 1 });
  const enterprise = { spentOn: 'expense', payeeKind: 'enterprise', payeeName: '草原饲料店', payeeId: undefined };
  const first = await ask({ ...enterprise, amountFen: 4_000_000, invoiceNumber: '70010001' });
  await approvePayment(money, first.split('/').at(-1) ?? '');
  const samePerson = await pay(township, '审核人自己付款', first);
  const part = await ask({ ...enterprise, amountFen: 4_000_000, invoiceNumber: '70010002' });
  const split = await pay(finance, '拆分支付', part);
  const both = await Promise.all([finance, checker].map((person) => tryPay(person, `${first}/pay`)));
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  const loser = both.find(({ status }) => status !== 200);
  const replay = await pay(finance, '重放', first);
  const own = await ask({ payeeKind: 'cooperative', payeeId: money.cooperativeId });
  await approvePayment(money, own.split('/').at(-1) ?? '');
  await takePost(money);
  const ownOrganisation = await pay(checker, '付给自己任职的合作社', own);
  return [
    samePerson,
    split,
    { what: '两人同时付款', code: loser?.code ?? '', title: loser?.title ?? '' },
    replay,
    ownOrganisation,
  ];
}

async function tryPay(person: Person, path: string): Promise<{ status: number; code?: string; title?: string }> {
  const cookies = await person.page.context().cookies();
  const token = cookies.find(({ name }) => name === 'silian_csrf')?.value ?? '';
  const response = await person.page.request.post(`/api${path}`, {
    headers: { 'x-csrf-token': decodeURIComponent(token), 'idempotency-key': crypto.randomUUID() },
    data: { revision: 1 },
  });
  return { status: response.status(), ...((await response.json()) as object) };
}

/** The second person of the finance office becomes the manager of the cooperative. */
async function takePost(money: Money): Promise<void> {
  const administrator = await signIn(money, 'administrator');
  const { rows } = await read<{ rows: readonly { id: string; login: string }[] }>(administrator, '/accounts?q=finance_2');
  const account = rows.find(({ login }) => login === second.login);
  await send(administrator, `/accounts/${account?.id}/positions`, {
    ...{ id: crypto.randomUUID(), role: 'cooperative_manager', organisationId: money.cooperativeId },
    startsOn: moneyDays.contracted,
  });
}

/** Releases that are refused: twice, to others, of other amounts, outside the range or the days, more than there is. */
async function tryReleases(money: Money, seats: Seats): Promise<readonly Refused[]> {
  const { office, checker, finance } = seats;
  const people = { maker: office, checker, payer: finance };
  const line = { place: money.place, amountFen: grantFen };
  const head = { upperPlace: cityPlace, documentId: money.documentId, occurredOn: moneyDays.contracted };
  const make = (what: string, order: Order) => refused(office, what, '/fund-orders', orderBody(order));
  const carry = async (what: string, order: Order) => {
    const { county, id } = await send(office, '/fund-orders', orderBody(order));
    const address = `/fund-orders/${county}/${id}`;
    await send(checker, `${address}/check`, { revision: 1 });
    return refused(finance, what, `${address}/carry-out`, { revision: 2 });
  };
  const ended = await narrowDocument(money, office);
  const receipt = { ...head, kind: 'receipt' as const, lines: [{ place: cityPlace, amountFen: 100_000_000 }] };
  await carryOut({ ...receipt, documentId: ended, occurredOn: '2020-01-20' }, people);
  return [
    await carry('当年20万元重复下达', { ...head, documentId: await refill(money, seats), standardYear: 2020, lines: [line] }),
    await make('导入的名单金额不对', { ...head, standardYear: 2020, lines: [{ ...line, amountFen: 25_000_000 }] }),
    await make('发给非重点嘎查村', { ...head, standardYear: 2020, lines: [{ ...line, place: money.place + 1 }] }),
    await carry('超出期限', { ...head, documentId: ended, lines: [{ ...line, place: money.place }] }),
    await carry('发给范围以外的村', { ...head, documentId: ended, occurredOn: '2020-01-20', lines: [{ ...line, place: cityPlace + 2_010_200 }] }),
    await carry('超出余额', { ...head, lines: [{ ...line, amountFen: 90_000_000_000 }] }),
    await carry('收回已付的钱', { ...head, kind: 'recall', lines: [line] }),
    await carry('超出文件金额到账', receipt),
  ];
}

/** A document for the banner alone, whose days are over. */
async function narrowDocument(money: Money, office: Person): Promise<string> {
  const { rows } = await read<{ rows: readonly { id: string; fundId: string; county: number }[] }>(office, '/fund-documents?limit=50');
  const own = rows.find(({ id }) => id === money.documentId);
  const id = crypto.randomUUID();
  await send(office, '/fund-documents', {
    ...{ id, county: 150_600, fundId: own?.fundId, number: '鄂财农〔2020〕8号', title: '旗产业资金', amountFen: 100_000_000 },
    ...{ issuedOn: '2020-01-15', startsOn: '2020-01-15', endsOn: '2020-01-31', purposes: ['industry'] },
    places: [money.county * 1_000_000],
  });
  return id;
}

/** More money of a standard document, so that nothing but the rule stands against a second grant. */
async function refill(money: Money, { office, checker, finance }: Seats): Promise<string> {
  const { rows } = await read<{ rows: readonly { id: string; fundId: string }[] }>(office, '/fund-documents?limit=50');
  const own = rows.find(({ id }) => id === money.documentId);
  const id = crypto.randomUUID();
  await send(office, '/fund-documents', {
    ...{ id, county: 150_600, fundId: own?.fundId, number: '鄂财农〔2020〕9号', title: '追加产业资金', amountFen: 100_000_000 },
    ...{ issuedOn: '2020-01-15', startsOn: '2020-01-15', purposes: ['industry'], standard: true, places: [cityPlace] },
  });
  const lines = [{ place: cityPlace, amountFen: 100_000_000 }];
  const order = { kind: 'receipt' as const, upperPlace: cityPlace, documentId: id, occurredOn: moneyDays.contracted, lines };
  await carryOut(order, { maker: office, checker, payer: finance });
  return id;
}

/** Each of them stands on the auditor’s list. */
export async function readRefusals(money: Money, tried: readonly Refused[]): Promise<void> {
  expect(tried.length).toBeGreaterThanOrEqual(20);
  const auditor = await signIn(money, 'auditor');
  const { page } = auditor;
  await auditor.open('/fund-refusals');
  await auditor.see(page.getByRole('row').nth(1));
  await auditor.picture('money-30-refusals');
  const { rows } = await read<{ rows: readonly { code: string }[] }>(auditor, '/fund-refusals?limit=200');
  const left = rows.map(({ code }) => code);
  for (const { what, code } of tried) {
    const at = left.indexOf(code);
    expect(at, `${what} (${code}) stands on the list`).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
}

