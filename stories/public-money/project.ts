import { expect } from 'vitest';
import { pick } from '../cooperative/books.ts';
import { idInAddress } from '../cooperative/life.ts';
import { fill, submit } from '../forms.ts';
import type { Person } from '../person.ts';
import { put, read, send } from '../requests.ts';
import { approve, approvePayment, carryOut, grantFen, type Money, moneyDays, projectAddress, signIn } from './money.ts';

export const seller = '科尔沁良种牛繁育公司';

interface Chain {
  readonly digest: string;
  readonly chain: readonly { readonly step: string; readonly state: string }[];
  readonly contracts: readonly { readonly id: string }[];
  readonly awards: readonly { readonly id: string }[];
}

/** The cooperative’s project is proposed, looked at by township and banner, and put on notice. */
export async function propose(money: Money): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  const { page } = clerk;
  await clerk.open('/projects/new');
  const main = page.locator('main');
  await pick(clerk, '实施合作社', money.name);
  await fill(clerk, main, {
    ...{ 项目名称: '基础母牛扩繁', 编号: '2020-肉牛-1', 类型: '养殖', 资金用途: '种畜禽和牲畜', 计划资金: '200000' },
    ...{ 建设内容: '购买基础母牛 20 头，由合作社统一饲养', 预期效益: '带动 30 户，其中建档立卡户 8 户' },
    ...{ 带动户数: '30', 其中建档立卡户: '8', 计划开工: '2020-02-24', 计划完工: '2020-06-30', 确定方式: '招标' },
    ...{ 负责人: '苏和', 联系电话: '0477-1234567' },
  });
  await clerk.picture('money-4-project-form');
  await submit(clerk, main, '申报项目');
  await page.waitForURL(/\/projects\/\d+\/[^/]+$/);
  money.project = idInAddress(clerk);
  await takeToNotice(money, money.project);
  await clerk.open(projectAddress(money));
  await clerk.picture('money-5-project-noticed');
}

/** A project that was proposed goes to its notice. */
export async function takeToNotice(money: Money, id: string): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  const address = `/projects/${money.county}/${id}`;
  for (const [step, role] of [
    ['library', 'township_clerk'],
    ['review', 'banner_office'],
  ] as const) {
    const { digest } = await read<Chain>(clerk, address);
    const { approvalId } = await send(clerk, `${address}/ask`, { step, digest });
    await approve(await signIn(money, role), { county: money.county, id: String(approvalId) });
  }
  await send(clerk, `${address}/notice`, { postedOn: moneyDays.released });
}

/** The village passes its grant on to the cooperative; three persons do it. */
export async function passOn(money: Money): Promise<void> {
  const banner = await signIn(money, 'banner_office');
  const { id } = await send(banner, '/fund-accounts', {
    ...{ place: money.place, holder: 'cooperative', organisationId: money.cooperativeId, discipline: 'fifo' },
    name: `${money.name}项目资金`,
  });
  money.cooperativeAccount = String(id);
  const people = {
    maker: await signIn(money, 'township_clerk'),
    checker: banner,
    payer: await signIn(money, 'finance'),
  };
  const lines = [{ place: money.place, organisationId: money.cooperativeId, amountFen: grantFen }];
  const head = { upperPlace: money.place, documentId: money.documentId, occurredOn: moneyDays.contracted };
  await carryOut({ ...head, lines }, people);
}

/** The tender is written down with its paper. */
export async function award(money: Money, project: string, over: object = {}): Promise<string> {
  const clerk = await signIn(money, 'village_clerk');
  const id = crypto.randomUUID();
  await send(clerk, `/projects/${money.county}/${project}/awards`, {
    ...{ id, method: 'tender', subject: '基础母牛', bidders: 3, partyKind: 'enterprise', partyName: seller },
    ...{ amountFen: grantFen, decidedOn: moneyDays.contracted, documentNumber: '乌招〔2020〕3号' },
    ...over,
  });
  await attach(clerk, `/records/project_award/${money.county}/${id}`);
  return id;
}

async function attach(person: Person, record: string): Promise<void> {
  const cookies = await person.page.context().cookies();
  const token = cookies.find(({ name }) => name === 'silian_csrf')?.value ?? '';
  const file = { name: '中标通知书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  const response = await person.page.request.fetch(`/api${record}/attachments?attachmentId=${crypto.randomUUID()}`, {
    method: 'POST',
    headers: { 'x-csrf-token': decodeURIComponent(token), 'idempotency-key': crypto.randomUUID() },
    multipart: { file },
  });
  expect(response.status(), await response.text()).toBe(200);
}

/** Goals that are indicators of the catalogue: without them nothing is contracted. */
export async function setGoals(money: Money, project: string): Promise<void> {
  const finance = await signIn(money, 'finance');
  const goal = { indicator: 'asset_value_operating', target: 900_000_000_000, weightBp: 10_000, dueOn: '2020-12-31' };
  await put(finance, `/projects/${money.county}/${project}/goals`, { goals: [goal] });
}

/** The contract is signed on the page, the payment asked for, approved by two and paid by a fourth person. */
export async function buyCows(money: Money): Promise<void> {
  await award(money, money.project);
  await setGoals(money, money.project);
  const clerk = await signIn(money, 'village_clerk');
  const { page } = clerk;
  await clerk.open(projectAddress(money));
  await clerk.click(page.getByRole('button', { name: '签合同' }));
  const dialog = page.getByRole('dialog');
  await pick(clerk, '中标（承接）', seller);
  await fill(clerk, dialog, { 合同编号: '2020-肉牛-购', 金额: '200000' });
  await pick(clerk, '付款账户', `${money.name}项目资金`);
  await pick(clerk, '资金文件', money.documentNumber);
  await clerk.picture('money-6-contract-form');
  await submit(clerk, dialog, '签合同');
  await dialog.waitFor({ state: 'detached' });
  await clerk.settle();
  const view = await read<Chain>(clerk, projectAddress(money));
  money.contract = view.contracts[0]?.id ?? '';
  await askForPayment(money);
  await approvePayment(money, money.order);
  const payer = await signIn(money, 'finance');
  await payer.open(`/payment-orders/${money.county}/${money.order}`);
  await payer.picture('money-7-payment');
  await payer.click(payer.page.getByRole('button', { name: '付款', exact: true }));
  await payer.click(payer.page.getByRole('dialog').getByRole('button', { name: new RegExp(seller) }));
  await payer.page.getByRole('dialog').waitFor({ state: 'detached' });
  await payer.settle();
  await payer.see(payer.page.locator(`main a[href^="/fund-movements/${money.county}/"]`));
  await payer.picture('money-8-paid');
}

async function askForPayment(money: Money): Promise<void> {
  const accountant = await signIn(money, 'village_accountant');
  const { page } = accountant;
  await accountant.open(`/payment-orders/new?project=${money.county}/${money.project}`);
  const main = page.locator('main');
  await pick(accountant, '资金文件', money.documentNumber);
  await fill(accountant, main, {
    ...{
      金额: '200000',
      银行账号后四位: '6633',
      发票号码: '00152020',
      发票日期: moneyDays.contracted,
      摘要: '购买基础母牛20头',
    },
  });
  await accountant.picture('money-7-order-form');
  await submit(accountant, main, '申请支付');
  await page.waitForURL(/\/payment-orders\/\d+\/[^/]+$/);
  money.order = idInAddress(accountant);
}

/** The cows stand in the asset register, with the document that paid for them. */
export async function handOver(money: Money): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  await send(clerk, `${projectAddress(money)}/assets`, {
    ...{
      id: crypto.randomUUID(),
      assetId: crypto.randomUUID(),
      name: '基础母牛',
      kind: 'livestock',
      quantity: 20,
      unit: '头',
    },
    ...{ amountFen: grantFen, fundingSource: 'city', fundingDocument: money.documentNumber, keeper: money.name },
    handedOn: moneyDays.contracted,
  });
  await clerk.open(projectAddress(money));
  await clerk.see(clerk.page.getByText('基础母牛').first());
  await clerk.picture('money-9-project');
}
