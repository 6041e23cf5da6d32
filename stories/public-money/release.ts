import { expect } from 'vitest';
import { pick } from '../cooperative/books.ts';
import { idInAddress, press } from '../cooperative/life.ts';
import { fill, submit } from '../forms.ts';
import type { Person } from '../person.ts';
import { read, send } from '../requests.ts';
import {
  accountAt,
  carryOut,
  checkerOf,
  cityPlace,
  grantFen,
  type Money,
  moneyDays,
  revisionOf,
  signIn,
} from './money.ts';

const villages = 60;
/** by which the grant is measured */
const measured = '经营性资产总额';

/** The finance office records the document with its earmark, on the page. */
export async function recordDocument(money: Money): Promise<void> {
  const official = await signIn(money, 'city_office');
  const { page } = official;
  const fund = { county: 150_600, kind: 'poverty_industry', level: 'city', source: 'development' };
  await send(official, '/funds', {
    ...{
      ...fund,
      id: crypto.randomUUID(),
      place: cityPlace,
      name: '市产业扶贫专项资金（2020）',
      startsOn: '2020-01-01',
    },
  });
  await official.open('/fund-documents/new');
  await pick(official, '资金', '市产业扶贫专项资金（2020）');
  const main = page.locator('main');
  await fill(official, main, { 文号: money.documentNumber, 标题: '2020年扶贫重点嘎查村产业资金', 金额: '12000000' });
  await official.click(page.getByLabel('每村20万元'));
  await official.click(main.getByLabel('产业发展', { exact: true }));
  await official.click(main.getByLabel('种畜禽和牲畜', { exact: true }));
  await official.picture('money-1-document-form');
  await submit(official, main, '登记文件');
  await page.waitForURL(/\/fund-documents\/\d+\/[^/]+$/);
  money.documentId = idInAddress(official);
}

/** What came in goes down to sixty villages, by a workbook and three persons: the last of them carries it out on the page. */
export async function releaseGrant(money: Money): Promise<void> {
  const maker = await signIn(money, 'city_office');
  const checker = await checkerOf(money);
  const payer = await signIn(money, 'finance');
  const people = { maker, checker, payer };
  const head = { upperPlace: cityPlace, documentId: money.documentId, occurredOn: moneyDays.released };
  const whole = { place: cityPlace, amountFen: grantFen * villages };
  await carryOut({ ...head, kind: 'receipt', lines: [whole] }, people);
  const places = await choosePlaces(money);
  const { page } = maker;
  await maker.open(`/fund-orders/new?document=150600/${money.documentId}`);
  const rows = places.map((place) => `${place},200000`);
  const content = Buffer.from(`\uFEFF${['地点,金额（元）', ...rows].join('\r\n')}\r\n`);
  await maker.upload(page.getByLabel('从 Excel 读入'), { name: '下拨名单.csv', content });
  await maker.see(page.getByText(`共${villages}行`));
  const main = page.locator('main');
  await fill(maker, main, { 文号: '鄂财指〔2020〕重点村', 标题: '2020年重点嘎查村每村20万元', 标准年度: '2020' });
  await maker.picture('money-2-order-form');
  await submit(maker, main, '编制指令');
  await page.waitForURL(/\/fund-orders\/\d+\/[^/]+$/);
  const address = new URL(page.url()).pathname;
  money.release = address;
  await setGoalsByHand(maker);
  await send(checker, `${address}/check`, await revisionOf(checker, address));
  await payer.open(address);
  await press(payer, '执行');
  await payer.picture('money-3-order-done');
  const grid = await read<{ years: readonly { states: { exact: number } }[] }>(
    payer,
    '/fund-grid?firstYear=2020&lastYear=2020',
  );
  expect(grid.years[0]?.states.exact).toBe(villages);
  money.villageAccount = await accountAt(payer, money, 'village');
}

/** The order says that it has no goals yet; they are set on their own page, from the indicators. */
async function setGoalsByHand(maker: Person): Promise<void> {
  const { page } = maker;
  await maker.see(page.getByText('未设绩效目标，不能下达。'));
  await maker.picture('money-4-order-without-goals');
  await maker.click(page.getByRole('link', { name: '去设定目标' }));
  await page.waitForURL(/\/goals$/);
  await maker.click(page.getByRole('button', { name: '添加目标' }));
  const dialog = page.getByRole('dialog');
  await pick(maker, '指标', measured);
  await fill(maker, dialog, { 目标: '60000000', 权重: '10000', 考评日期: '2020-12-31' });
  await submit(maker, dialog, '添加目标');
  await dialog.waitFor({ state: 'detached' });
  await maker.click(page.getByRole('button', { name: '保存目标' }));
  await maker.see(page.getByText('目标已保存。'));
  await maker.see(page.getByRole('heading', { name: '各地完成情况' }));
  await maker.picture('money-5-order-goals');
}

/** When the goals are due the indicators say what the grant came to, place by place and by amount for all of it. */
export async function scoreRelease(money: Money): Promise<void> {
  const finance = await signIn(money, 'finance');
  const { page } = finance;
  await finance.open(money.release);
  await finance.click(page.getByRole('link', { name: '1项', exact: true }));
  await page.waitForURL(/\/goals$/);
  await finance.click(page.getByRole('button', { name: '按指标评分' }));
  await finance.see(page.getByText(/^得分 [\d.]+%。$/));
  await finance.picture('money-6-order-scored');
  const { scoreBp, lines } = await read<{ scoreBp: number; lines: readonly { readonly scoreBp: number }[] }>(
    finance,
    `${money.release}/goals`,
  );
  expect(lines).toHaveLength(villages);
  const mean = lines.reduce((sum, line) => sum + line.scoreBp, 0) / villages;
  // each village got the same: the score of the order is their mean
  expect(scoreBp).toBe(Math.floor(mean));
  await finance.open(money.release);
  await finance.see(page.getByRole('link', { name: /^1项，得分/ }));
}

/** Key poor villages that have not had the grant of the year, the one of the story first. */
async function choosePlaces(money: Money): Promise<readonly number[]> {
  const official = await signIn(money, 'city_office');
  interface Grid {
    readonly rows: readonly { readonly place: number; readonly cells: readonly { readonly state: string }[] }[];
  }
  const { rows } = await read<Grid>(official, '/fund-grid?firstYear=2020&lastYear=2020');
  const open = rows.filter(({ cells }) => cells[0]?.state === 'none').map(({ place }) => place);
  expect(open).toContain(money.place);
  return [money.place, ...open.filter((place) => place !== money.place)].slice(0, villages);
}
