import { expect } from 'vitest';
import { fill, submit } from '../forms.ts';
import type { Person } from '../person.ts';
import { attempt, type Body, read, send } from '../requests.ts';
import { approve, approvePayment, grantFen, type Money, moneyDays, type Questions, second, signIn } from './money.ts';
import { seller } from './project.ts';
import { type Refused, refused, told } from './refusals.ts';
import type { Seats } from './seats.ts';

function payment(money: Money, over: Body = {}): Body {
  return {
    ...{
      id: crypto.randomUUID(),
      county: money.county,
      projectId: money.trial,
      purpose: 'industry',
      spentOn: 'household',
    },
    ...{ accountCounty: money.county, accountId: money.villageAccount, amountFen: 200_000, payeeKind: 'household' },
    ...{ payeeCounty: money.county, payeeId: money.members[0]?.householdId, memo: '到户补助' },
    ...over,
  };
}

/** Orders that are refused when they are asked for. */
export async function tryPayments(money: Money, { accountant, clerk }: Seats): Promise<readonly Refused[]> {
  const ask = (what: string, over: Body) =>
    refused(accountant, what, { path: '/payment-orders', body: payment(money, over) });
  const project = { projectId: money.project, purpose: 'breeding_stock' };
  const dead = await makeDead(money, clerk);
  await send(clerk, `/projects/${money.county}/${money.given}/withdraw`, {
    revision: (await read<{ revision: number }>(clerk, `/projects/${money.county}/${money.given}`)).revision,
    reason: '与别的项目重复',
  });
  return [
    await ask('项目以外的用途', { purpose: 'vehicles' }),
    await ask('没有合同购置资产', {
      ...{ spentOn: 'asset', payeeKind: 'enterprise', payeeName: seller },
      invoiceNumber: '55667788',
    }),
    await ask('没有发票', { ...{ spentOn: 'expense', payeeKind: 'enterprise', payeeName: seller } }),
    await useInvoiceTwice(money, accountant),
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

/** The invoice of the cows is handed in once more; the form says so. */
async function useInvoiceTwice(money: Money, accountant: Person): Promise<Refused> {
  const { page, faults } = accountant;
  faults.expect(422);
  await accountant.open(`/payment-orders/new?project=${money.county}/${money.trial}`);
  const main = page.locator('main');
  await fill(accountant, main, { 用于: '费用', 对方类别: '企业', 名称: '草原饲料店', 金额: '2000' });
  await accountant.type(page.getByLabel('付款账户'), money.placeName);
  await accountant.click(page.getByRole('listbox').getByRole('option').filter({ hasNotText: money.name }).first());
  await fill(accountant, main, { 发票号码: '00152020', 摘要: '再报一次' });
  await submit(accountant, main, '申请支付');
  const sentence = '这张发票已经用在另一笔支付上，不能重复使用。';
  await accountant.see(main.getByText(sentence));
  await accountant.picture('money-31-invoice-refused');
  return { what: '一票两用', code: 'order_invoice_used', title: sentence };
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
export async function tryPaying(
  money: Money,
  { accountant, township, finance, checker }: Seats,
): Promise<readonly Refused[]> {
  const ask = async (over: Body) => {
    const body = payment(money, over);
    await send(accountant, '/payment-orders', body);
    return `/payment-orders/${money.county}/${body.id}`;
  };
  const pay = (person: Person, what: string, address: string) =>
    refused(person, what, { path: `${address}/pay`, body: { revision: 1 } });
  const enterprise = { spentOn: 'expense', payeeKind: 'enterprise', payeeName: '草原饲料店', payeeId: undefined };
  const first = await ask({ ...enterprise, amountFen: 4_000_000, invoiceNumber: '70010001' });
  await approvePayment(money, first.split('/').at(-1) ?? '');
  const samePerson = await pay(township, '审核人自己付款', first);
  const part = await ask({ ...enterprise, amountFen: 4_000_000, invoiceNumber: '70010002' });
  await approveAsPart(money, part);
  const split = await pay(finance, '拆分支付', part);
  const both = await Promise.all(
    [finance, checker].map((person) => attempt(person, { path: `${first}/pay`, body: { revision: 1 } })),
  );
  const losers = both.filter(({ status }) => status !== 200).map(({ reply }) => told('两人同时付款', reply));
  expect(losers).toHaveLength(1);
  const replay = await pay(finance, '重放', first);
  const own = await ask({ payeeKind: 'cooperative', payeeId: money.cooperativeId });
  await approvePayment(money, own.split('/').at(-1) ?? '');
  await takePost(money);
  const ownOrganisation = await pay(checker, '付给自己任职的合作社', own);
  return [samePerson, split, ...losers, replay, ownOrganisation];
}

/** The township alone, whose word would do for the part; two have to say yes to what one payee gets in the month. */
async function approveAsPart(money: Money, part: string): Promise<void> {
  const { questions } = await read<Questions>(await signIn(money, 'village_accountant'), part);
  const [township, banner] = questions;
  expect(banner).toBeDefined();
  if (township) await approve(await signIn(money, township.role), { county: money.county, id: township.approvalId });
}

/** The second person of the finance office becomes the manager of the cooperative. */
async function takePost(money: Money): Promise<void> {
  const administrator = await signIn(money, 'administrator');
  const { rows } = await read<{ rows: readonly { id: string; login: string }[] }>(
    administrator,
    '/accounts?q=finance_2',
  );
  const account = rows.find(({ login }) => login === second.login);
  const post = { role: 'cooperative_manager', organisationId: money.cooperativeId, startsOn: moneyDays.contracted };
  const position = { id: crypto.randomUUID(), ...post };
  await send(administrator, `/accounts/${account?.id}/positions`, { position, reason: '兼任合作社理事长' });
}
