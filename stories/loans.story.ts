import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pick } from './cooperative/books.ts';
import { idInAddress } from './cooperative/life.ts';
import { fill, submit } from './forms.ts';
import { openStage } from './harness.ts';
import { openMoney } from './money/fund.ts';
import { type PassingCity, startPassingCity } from './passing-city.ts';
import type { Person } from './person.ts';
import { read } from './requests.ts';
import { fillRows } from './workbook.ts';

/** One microcredit of fifty thousand yuan for a year, from the application to its last instalment and its subsidy. */
const stage = openStage();
/** the loan is lent on the first day of the demo, and told of again when its last quarter is over */
const over = '2021-04-01';
const contractNumber = 'NX2020-000018';

let city: PassingCity;
let household: Household;
let application = '';
let loan = '';

beforeAll(async () => {
  city = await startPassingCity();
});
afterAll(() => city?.stop());

interface Household {
  readonly county: number;
  readonly id: string;
  readonly headName: string;
}

describe('January 2020: a household borrows', () => {
  test('the clerk applies with what the register knows, and the household lets a bank see two things', async () => {
    const clerk = await signIn('village_clerk');

    household = await findBorrower(clerk);

    bankName = (await read<{ rows: readonly { readonly name: string }[] }>(clerk, '/loan-lenders')).rows[0]?.name ?? '';

    await clerk.open(`/loan-applications/new?household=${household.county}/${household.id}`);
    const { page } = clerk;
    await clerk.see(page.getByText('4.35% / 4.75%'));
    await clerk.picture('loan-application-form');
    await fill(clerk, page.locator('form.form'), { 申请金额: '50000', '期限（月）': '12', 用途: '养殖' });
    await submit(clerk, page.locator('form.form'), '新建申请');
    await clerk.see(page.getByRole('heading', { level: 1, name: household.headName }));
    application = `/loan-applications/${household.county}/${idInAddress(clerk)}`;
    await clerk.click(page.getByRole('button', { name: '送银行' }));
    const dialog = page.getByRole('dialog');
    await pick(clerk, '承贷机构', bankName);
    await fill(clerk, dialog, { 授权书编号: '授〔2020〕18号', 授权到期: '2021-06-30' });
    await clerk.picture('loan-consent');
    await submit(clerk, dialog, '送银行');
    await clerk.see(page.locator('.tag', { hasText: '待银行审批' }));
    await clerk.picture('loan-application');
  });

  test('the bank sees the household, approves, and registers the contract', async () => {
    const bank = await signIn('bank');
    const { page } = bank;
    const dialog = page.getByRole('dialog');
    await bank.open(application);
    await bank.click(page.getByRole('button', { name: '审批' }));
    await fill(bank, dialog, { 决定: '批准' });
    await submit(bank, dialog, '审批');
    await bank.click(page.getByRole('button', { name: '登记合同' }));
    await fill(bank, dialog, { 合同号: contractNumber, 年利率: '4.35' });
    await bank.picture('loan-contract-form');
    await submit(bank, dialog, '登记合同');
    await bank.see(page.getByRole('heading', { level: 1, name: new RegExp(household.headName) }));
    loan = `/loans/${household.county}/${idInAddress(bank)}`;
    await bank.see(page.getByRole('cell', { name: '549.79' }));
    await bank.picture('loan');
  });
});

describe('April 2021: the year is over', () => {
  test('the first secretary saw sixty ewes, and the bank keeps the first interest by hand', async () => {
    await city.moveTo(over);

    const secretary = await signIn('first_secretary');
    await secretary.open(loan);
    await secretary.click(secretary.page.getByRole('button', { name: '登记用途' }));
    const dialog = secretary.page.getByRole('dialog');
    const use = { 发生日期: '2020-02-10', 花费: '50000', 买了什么: '基础母羊60只', 凭据: '发票、耳标照片' };
    await fill(secretary, dialog, use);
    await submit(secretary, dialog, '登记用途');
    const bank = await signIn('bank');
    await bank.open(loan);
    await bank.click(bank.page.getByRole('button', { name: '登记还款' }));
    await fill(bank, bank.page.getByRole('dialog'), { 还款日期: '2020-04-06', 流水号: '20200406001' });
    await submit(bank, bank.page.getByRole('dialog'), '登记还款');
    await bank.click(bank.page.getByRole('tab', { name: /^还款/ }));
    await bank.see(bank.page.getByRole('cell', { name: '20200406001' }));
    await bank.picture('loan-payments');
  });

  test('the bank’s own workbook agrees with it and brings the rest: the loan is settled', async () => {
    const bank = await signIn('bank');
    const { page } = bank;
    const dialog = page.getByRole('dialog');
    await bank.open('/loan-statements');
    await bank.click(page.getByRole('button', { name: '导入' }));
    await pick(bank, '承贷机构', bankName);
    const template = await bank.download(dialog.getByRole('button', { name: '下载模板' }));
    const content = await fillRows(template.content, await rowsOfBank(bank));
    await bank.upload(dialog.locator('input[type="file"]'), { name: '还款明细.xlsx', content });
    await bank.click(dialog.getByRole('button', { name: /^写入/ }));
    await dialog.waitFor({ state: 'detached' });
    await bank.settle();
    await bank.picture('loan-statements');
    await bank.open(loan);
    await bank.see(page.locator('.tag', { hasText: '已结清' }));
    await bank.picture('loan-settled');
  });
});

describe('the subsidy', () => {
  test('the bank claims, the banner checks, the city pays: all the interest but the fen lost in rounding', async () => {
    const people = await seatAll(['bank', 'banner_office', 'city_office', 'finance', 'village_clerk']);
    const account = await openMoney(people, household.county);
    const first = { title: '2020年贴息', fromOn: '2020-01-01', throughOn: '2020-12-31' };
    const second = { title: '2021年一季度贴息', fromOn: '2021-01-01', throughOn: '2021-03-31' };
    for (const claim of [first, second]) await payClaim(people, { claim: await claimOf(people, claim), account });
    const { village_clerk: clerk } = people;
    await clerk.open(loan);
    await clerk.click(clerk.page.getByRole('tab', { name: /贷款贴息/ }));
    for (const amount of ['519.58', '549.79', '555.83', '30.20'])
      await clerk.see(clerk.page.getByRole('cell', { name: amount }));
    await clerk.picture('loan-subsidies');
    const { lines, subsidies } = await read<LoanReply>(clerk, loan);
    const paidFen = lines.reduce((sum, { interestFen }) => sum + interestFen, 0);
    const subsidisedFen = subsidies.reduce((sum, { amountFen }) => sum + amountFen, 0);
    expect([paidFen, subsidisedFen]).toEqual([221_124, 221_123]);
  });

  test('it looks the same on a phone', async () => {
    const clerk = await stage.signInAs('village_clerk', { city: city.address, screen: 'phone' });
    for (const [name, path] of [
      ...[['loans', '/loans'] as const, ['loan', loan] as const, ['application', application] as const],
      ['applications', '/loan-applications'] as const,
    ]) {
      await clerk.open(path);
      await clerk.picture(`phone-${name}`);
      const width = await clerk.page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(390);
    }
  });
});

interface LoanReply {
  readonly lines: readonly { readonly dueOn: string; readonly interestFen: number; readonly principalFen: number }[];
  readonly subsidies: readonly { readonly amountFen: number }[];
}

let bankName = '';

function signIn(login: string): Promise<Person> {
  return stage.signInAs(login, { city: city.address });
}

/** A registered-poor household of the clerk’s village against which nothing stands. */
async function findBorrower(clerk: Person): Promise<Household> {
  interface Row extends Household {
    readonly state: string | null;
  }
  const { rows } = await read<{ rows: readonly Row[] }>(clerk, '/households?limit=200&sort=number');
  for (const row of rows.filter(({ state }) => state !== null)) {
    const known = await read<{ refusals: readonly string[] }>(clerk, `/loan-prefill/${row.county}/${row.id}`);
    if (known.refusals.length === 0) return row;
  }
  throw new Error('the demo has a household that may borrow');
}

/** What the bank booked for each instalment, as its own list has it. */
async function rowsOfBank(bank: Person): Promise<readonly Readonly<Record<string, string>>[]> {
  const { lines } = await read<LoanReply>(bank, loan);
  return lines.map(({ dueOn, interestFen, principalFen }) => ({
    ...{ 合同号: contractNumber, 借款人: household.headName, 流水号: `${dueOn.replaceAll('-', '')}001` },
    ...{ 还款日期: dueOn, 还本金额: (principalFen / 100).toFixed(2), 还息金额: (interestFen / 100).toFixed(2) },
  }));
}

type People<R extends string> = Readonly<Record<R, Person>>;

/** Everybody of a test signs in once. */
async function seatAll<const R extends string>(roles: readonly R[]): Promise<People<R>> {
  const seats: [string, Person][] = [];
  for (const role of roles) seats.push([role, await signIn(role)]);
  return Object.fromEntries(seats) as People<R>;
}

interface Claim {
  readonly title: string;
  readonly fromOn: string;
  readonly throughOn: string;
}

async function claimOf({ bank }: People<'bank'>, values: Claim): Promise<string> {
  const { page } = bank;
  const dialog = page.getByRole('dialog');
  await bank.open('/loan-subsidies');
  await bank.click(page.getByRole('button', { name: '申报贴息' }));
  await pick(bank, '承贷机构', bankName);
  await fill(bank, dialog, { 申报名称: values.title, 期间起: values.fromOn, 期间止: values.throughOn });
  await submit(bank, dialog, '申报贴息');
  await bank.see(page.getByRole('heading', { level: 1, name: values.title }));
  return new URL(page.url()).pathname;
}

async function payClaim(
  { banner_office: office, finance }: People<'banner_office' | 'finance'>,
  { claim, account }: { readonly claim: string; readonly account: string },
): Promise<void> {
  await office.open(claim);
  await office.click(office.page.getByRole('button', { name: '审核' }));
  await office.click(office.page.getByRole('dialog').getByRole('button', { name: '审核' }));
  await office.see(office.page.locator('.tag', { hasText: '待拨付' }));
  await finance.open(claim);
  await finance.click(finance.page.getByRole('button', { name: '拨付' }));
  await pick(finance, '付款账户', account);
  await submit(finance, finance.page.getByRole('dialog'), '拨付');
  await finance.see(finance.page.locator('.tag', { hasText: '已拨付' }));
  await finance.picture('loan-claim');
}
