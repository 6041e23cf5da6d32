import { expect } from 'vitest';
import { fill, submit } from '../forms.ts';
import { read } from '../requests.ts';
import { pick } from './books.ts';
import { days, idInAddress, type Life, press, signIn } from './life.ts';
import { attendAndVote } from './meeting.ts';

/** Begins the distribution of the closed year and lays three options side by side; the members’ favourite is chosen. */
export async function compareOptions(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  const { page } = clerk;
  await clerk.open('/distributions/new');
  await pick(clerk, '合作组织', life.name);
  await fill(clerk, page.locator('main'), { 年度: '2020' });
  await submit(clerk, page.locator('main'), '新建分配');
  await page.waitForURL(/\/distributions\/\d+\/[^/]+$/);
  life.distribution = idInAddress(clerk);
  const terms = { '盈余公积（公积公益金）比例': '1000', 公积按什么量化: '交易额', 预留扩大生产比例: '1000' };
  for (const [name, patronage] of [
    ['多返还', '8000'],
    ['全返还', '10000'],
  ] as const) {
    await clerk.click(page.getByRole('button', { name: '增加方案' }));
    const dialog = page.getByRole('dialog');
    const rest = { 预留救助比例: '500', 盈余返还比例: patronage, 转为出资比例: '0' };
    await fill(clerk, dialog, { 方案名称: name, ...terms, ...rest });
    await submit(clerk, dialog, '增加方案');
    await dialog.waitFor({ state: 'detached' });
  }
  await clerk.open(`${pageOf(life)}?tab=options`);
  await clerk.see(page.getByRole('columnheader', { name: '全返还' }));
  expect(await page.getByRole('row', { name: /基尼系数/ }).textContent()).toMatch(/0\.\d{4}.*0\.\d{4}.*0\.\d{4}/);
  await clerk.picture('cooperative-options');
  await clerk.click(page.getByRole('button', { name: '选定这个方案 多返还' }));
  await clerk.click(page.getByRole('dialog').getByRole('button', { name: '选定这个方案' }));
  await clerk.see(page.getByText('已选定，可以公示了。'));
}

/** On notice; a herder objects by telephone, and is answered by somebody else than who made the list. */
export async function postNotice(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  const { page } = clerk;
  const dialog = page.getByRole('dialog');
  await clerk.open(pageOf(life));
  await clerk.click(page.getByRole('button', { name: '公示', exact: true }));
  await fill(clerk, dialog, { 张贴日期: days.yearOver, 负责单位和监督电话: '嘎查委员会 0477-1234567' });
  await submit(clerk, dialog, '公示');
  await clerk.see(page.getByText(/已公示到/));
  await clerk.settle();
  await press(clerk, '提交大会表决');
  const { notice } = await read<{ notice: { noticeId: string } }>(clerk, pageOf(life));
  const address = `/notices/${life.county}/${notice.noticeId}`;
  await clerk.open(address);
  await clerk.click(page.getByRole('button', { name: '登记异议' }));
  await fill(clerk, dialog, { 来源: '电话', 针对: '公示内容', 异议内容: '我家九月交的牛犊没有算进交易额。' });
  await submit(clerk, dialog);
  await dialog.waitFor({ state: 'detached' });
  const accountant = await signIn(life, 'village_accountant');
  await accountant.open(`${address}?tab=objections`);
  await accountant.click(accountant.page.getByRole('button', { name: '答复', exact: true }));
  const answer = accountant.page.getByRole('dialog');
  await fill(accountant, answer, { 结论: '已解释', 答复: '九月交的已计入，交易额为两次之和，账页已给本人看过。' });
  await submit(accountant, answer);
  await answer.waitFor({ state: 'detached' });
  await callAssembly(life);
}

/** The members’ assembly is called fifteen days ahead, with the papers open to everybody from now on. */
async function callAssembly(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  const { page } = clerk;
  await clerk.open(`/assemblies/new?cooperative=${life.cooperativeId}`);
  await fill(clerk, page.locator('main'), {
    ...{ 会议名称: '2020年度成员大会', 开会日期: days.resolved, 通知日期: days.yearOver, 资料备查日期: days.yearOver },
  });
  await submit(clerk, page.locator('main'), '召集会议');
  await page.waitForURL(/\/assemblies\/\d+\/[^/]+$/);
  await clerk.settle();
  await clerk.click(page.getByRole('button', { name: '等待上会的议题' }));
  await clerk.click(page.getByRole('dialog').getByRole('button', { name: '列入议程' }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  life.assembly = idInAddress(clerk);
}

/** The assembly resolves it, and the accountant declares it: lines and voucher in one act. */
export async function resolveAndDeclare(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  await attendAndVote(clerk, { path: `/assemblies/${life.county}/${life.assembly}`, chair: '苏和' });
  const accountant = await signIn(life, 'village_accountant');
  const { page } = accountant;
  await accountant.open(pageOf(life));
  await accountant.picture('cooperative-before-declaring');
  await press(accountant, '审核入账');
  await accountant.see(page.getByText(/已入账：30 名成员/));
  const { state, totalFen } = await read<{ state: string; totalFen: number }>(accountant, pageOf(life));
  expect(state).toBe('declared');
  const lines = `${pageOf(life)}/lines?limit=200`;
  const { rows } = await read<{ rows: readonly { totalFen: number }[] }>(accountant, lines);
  expect(rows.reduce((sum, line) => sum + line.totalFen, 0)).toBe(totalFen);
}

export function pageOf({ county, distribution }: Life): string {
  return `/distributions/${county}/${distribution}`;
}
