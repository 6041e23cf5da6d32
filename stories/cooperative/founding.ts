import { expect } from 'vitest';
import { fill, submit } from '../forms.ts';
import type { Person } from '../person.ts';
import { read, send } from '../requests.ts';
import { retype } from '../workbook.ts';
import { days, idInAddress, type Life, people, press, signIn } from './life.ts';
import { attendAndVote } from './meeting.ts';

/** The village lists what it owns, and both parties confirm it. */
export async function surveyAssets(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  await clerk.open('/assets/new');
  await fill(clerk, clerk.page.locator('main'), {
    资产编号: 'CUN-901',
    资产名称: '冬营地棚圈',
    资产大类: '经营性',
    明细类别: '房屋建筑物',
    来由: '摸排新发现',
    账面价值: '120000',
    核实价值: '150000',
    使用状况: '闲置',
    权属状态: '权属清楚未发证',
  });
  await submit(clerk, clerk.page.locator('main'));
  await clerk.see(clerk.page.getByRole('heading', { level: 1, name: '冬营地棚圈' }));
  const address = new URL(clerk.page.url()).pathname;
  await press(clerk, '嘎查村确认');
  const township = await signIn(life, 'township_clerk');
  await township.open(address);
  await press(township, '苏木乡镇确认');
}

/** The clerk drafts the plan, names thirty founders and takes what each brings from a workbook. */
export async function draftPlan(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  const { page } = clerk;
  await clerk.open('/formations/new');
  await fill(clerk, page.locator('main'), {
    拟用名称: life.name,
    拟定日期: days.founded,
    业务范围: '肉牛养殖、收购、销售',
    入股办法: '每股 100 元，现金入股；到户扶贫资金折股到户',
    分红办法: '以纯利润为基数，预留扩大生产和救助后，按交易量返还六成，其余按股分红',
    每股金额: '100',
    上浮说明: '到户资金每户 5000 元折 50 股',
    '联系人和电话（不表决）': '苏和 0477-1234567',
  });
  await submit(clerk, page.locator('main'));
  await clerk.see(page.getByRole('heading', { level: 1, name: life.name }));
  life.formation = idInAddress(clerk);
  for (const [at, { id, headName }] of life.households.entries()) {
    const number = String(at + 1).padStart(3, '0');
    const founder = { id: crypto.randomUUID(), number, kind: 'farmer', name: headName, memberPlace: life.place };
    await send(clerk, `/formations/${life.county}/${life.formation}/founders`, { ...founder, householdId: id });
  }
  await importCapital(clerk, life);
}

async function importCapital(clerk: Person, life: Life): Promise<void> {
  const { page } = clerk;
  await clerk.open(pageOf(life));
  await clerk.click(page.getByRole('button', { name: '用表格导入' }));
  const dialog = page.getByRole('dialog');
  const template = await clerk.download(dialog.getByRole('button', { name: '下载模板' }));
  const cells = life.households.flatMap((_, at) => [
    { row: at + 4, column: '现金（元）', text: at < people.poor ? '1000' : String(2000 + 100 * at) },
    ...(at < people.poor ? [{ row: at + 4, column: '到户扶贫资金（元）', text: '5000' }] : []),
  ]);
  const content = await retype(template.content, cells);
  await clerk.upload(dialog.locator('input[type="file"]'), { name: '设立人.xlsx', content });
  await clerk.click(dialog.getByRole('button', { name: `写入 ${people.all} 行` }));
  await dialog.waitFor({ state: 'detached' });
  await clerk.settle();
}

/** Fixed by the clerk, studied by the Party branch, resolved by all founders, and put up. */
export async function resolvePlan(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  const { page } = clerk;
  await clerk.open(pageOf(life));
  await clerk.click(page.getByRole('button', { name: '定稿' }));
  await clerk.see(page.getByText('已定稿，下一步由党支部研究。'));
  await convene(clerk);
  const study = idInAddress(clerk);
  const party = Array.from({ length: 7 }, (_, at) => ({ id: crypto.randomUUID(), name: `党员${at + 1}` }));
  await send(clerk, `/assemblies/${life.county}/${study}/roll`, { people: party });
  await attendAndVote(clerk, { path: `/assemblies/${life.county}/${study}`, chair: '宝音' });
  await clerk.open(pageOf(life));
  await convene(clerk);
  const founding = idInAddress(clerk);
  await attendAndVote(clerk, { path: `/assemblies/${life.county}/${founding}`, chair: '苏和' });
  await clerk.open(pageOf(life));
  await clerk.click(page.getByRole('button', { name: '张贴公示' }));
  await fill(clerk, page.getByRole('dialog'), { 张贴日期: days.founded });
  await submit(clerk, page.getByRole('dialog'), '张贴公示');
  await clerk.see(page.getByText(/已张贴，.* 期满。/));
}

async function convene(clerk: Person): Promise<void> {
  const { page } = clerk;
  await clerk.click(page.getByRole('button', { name: '召集会议' }));
  const dialog = page.getByRole('dialog');
  await fill(clerk, dialog, { 开会日期: days.founded, 通知日期: '2020-01-03' });
  await submit(clerk, dialog, '召集会议');
  await page.waitForURL(/\/assemblies\//);
  await clerk.settle();
}

/** After the notice: the township reviews, the banner registers; thirty founders are members then. */
export async function registerPlan(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  await clerk.open(pageOf(life));
  await clerk.click(clerk.page.getByRole('button', { name: '送苏木乡镇审查' }));
  await clerk.see(clerk.page.getByText('已送审，结果会出现在这里。'));
  await clerk.settle();
  const review = await clerk.page.locator('a[href^="/approvals/"]').first().getAttribute('href');
  const township = await signIn(life, 'township_clerk');
  await township.open(review ?? '');
  await press(township, '同意');
  const banner = await signIn(life, 'banner_office');
  const { page } = banner;
  await banner.open(pageOf(life));
  await banner.click(page.getByRole('button', { name: '登记', exact: true }));
  await fill(banner, page.getByRole('dialog'), { 登记日期: days.registered, 理事长: '苏和' });
  await submit(banner, page.getByRole('dialog'), '登记');
  await page.waitForURL(/\/cooperatives\//);
  life.cooperativeId = idInAddress(banner);
  const members = `/cooperatives/${life.county}/${life.cooperativeId}/members?limit=200&sort=number`;
  life.members = (await read<{ rows: Life['members'] }>(banner, members)).rows;
  expect(life.members).toHaveLength(people.all);
}

function pageOf({ county, formation }: Life): string {
  return `/formations/${county}/${formation}`;
}
