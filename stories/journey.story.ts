import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { fill, submit } from './forms.ts';
import { openStage, screens } from './harness.ts';
import type { Person } from './person.ts';
import { remarksIn, retype, textsIn } from './workbook.ts';

/**
 * The main job end to end (issue §4): from a record in a village to the city's monthly report, and back in three clicks. The
 * acts of one day of the demo city, told in their order by the people who do them.
 */
const stage = openStage();
const month = '2019-12';
/** The village clerk’s own list, made in LibreOffice from `households.csv`; three of its rows are wrong. */
const workbook = join(import.meta.dirname, 'fixtures', 'households.xlsx');
const poor = { name: '那顺', number: '903', document: '昭政发〔2019〕41号' };
/** The decision as the township scanned it. */
const scan = { path: join(import.meta.dirname, 'fixtures', 'decision.pdf'), name: '昭政发〔2019〕41号.pdf' };
let address = '';
let before: Totals;

test('the city official notes how things stand: a total is the number of the records under it', async () => {
  const official = await stage.signInAs('city_office');
  await official.open(`/cockpit?month=${month}`);
  // a new city counts its first two years while one looks, and says so
  await official.page.locator('.counting-notice').waitFor({ state: 'detached', timeout: 150_000 });
  expect(await differenceToRecords(official)).toBe(0);
  before = await readTotals(official);
});

test('the village clerk imports a list with three bad rows, sees them, mends them and takes it all', async () => {
  const clerk = await stage.signInAs('village_clerk');
  const { page } = clerk;
  const dialog = page.getByRole('dialog');
  const counts = (kind: string) => clerk.read(dialog.locator('dl > div').filter({ hasText: kind }).locator('dd'));
  await clerk.click(page.getByRole('navigation').getByRole('link', { name: '农牧户', exact: true }));
  await clerk.click(page.getByRole('button', { name: '导入 Excel' }));
  const content = await readFile(workbook);
  await clerk.upload(dialog.locator('input[type="file"]'), { name: '柴磴嘎查农牧户.xlsx', content });
  await clerk.see(dialog.getByRole('columnheader', { name: '问题' }));
  expect(await counts('有错')).toBe('3');
  const wrong = dialog.locator('.row-errors tbody tr');
  expect(await wrong.count()).toBe(3);
  await clerk.picture('journey-1-rejected');
  expect(await findViolations(page)).toEqual([]);

  const marked = await clerk.download(dialog.getByRole('button', { name: '下载标红的原文件' }));
  const remarks = await remarksIn(marked.content);
  expect(remarks.map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
    '6 身份证号',
    '7 与户主关系',
    '8 身份证号',
  ]);
  const mended = await retype(marked.content, [
    { row: 6, column: '身份证号', text: '15062119890607705X' },
    { row: 7, column: '与户主关系', text: '户主' },
    { row: 8, column: '身份证号', text: '150621198104307087' },
  ]);
  await clerk.upload(dialog.locator('input[type="file"]'), { name: marked.name, content: mended });
  await clerk.click(dialog.getByRole('button', { name: '写入 7 行' }));
  await clerk.see(page.getByRole('status').getByText('已新增 7 条'));
  await dialog.waitFor({ state: 'detached' });
  await clerk.type(page.getByRole('searchbox'), poor.name);
  await clerk.see(page.getByRole('row').filter({ hasText: poor.number }));
});

test('the clerk registers one of these households as poor by a decision, with its document', async () => {
  const clerk = await stage.signInAs('village_clerk');
  const { page } = clerk;
  await clerk.open(`/households?q=${poor.name}`);
  await clerk.click(page.getByRole('row').filter({ hasText: poor.number }).getByRole('link').first());
  await clerk.settle();
  address = new URL(page.url()).pathname;
  await clerk.click(page.getByRole('button', { name: '登记贫困状态' }));
  const dialog = page.getByRole('dialog');
  await fill(clerk, dialog, {
    脱贫属性: '未脱贫',
    起始日期: '2019-12-20',
    识别标准: '国家标准',
    贫困户属性: '一般贫困户',
    主要致贫原因: '因灾',
    文件号: poor.document,
    决定日期: '2019-12-20',
  });
  const papers = dialog.locator('input[type="file"]');
  await clerk.upload(papers, { name: scan.name, content: await readFile(scan.path) });
  await clerk.upload(papers, { name: '传错的程序.pdf', content: Buffer.from('MZ') });
  await clerk.see(dialog.getByText('传错的程序.pdf'));
  expect(await findViolations(page)).toEqual([]);
  clerk.faults.expect(422);
  await submit(clerk, dialog);
  // one file was none: the registration stands, and the dialog says so and which file is missing
  await clerk.see(dialog.getByText('文件没有传上也不影响这次登记'));
  await clerk.see(dialog.getByText('没有传上：'));
  await clerk.picture('journey-2-file-refused');
  expect(await findViolations(page)).toEqual([]);
  await clerk.click(dialog.getByRole('button', { name: '以后再传' }));
  await dialog.waitFor({ state: 'detached' });
  await clerk.see(page.getByText(poor.document).first());
  await clerk.see(page.getByRole('link', { name: scan.name }));
  await page.getByRole('link', { name: scan.name }).scrollIntoViewIfNeeded();
  await clerk.picture('journey-2-registered');
  await onPhone(clerk, 'journey-2-registered-phone', page.getByRole('link', { name: scan.name }));
});

test('the city official sees the totals move by one household', async () => {
  const official = await stage.signInAs('city_office');
  const moved = { poor: before.poor + 1, entries: before.entries + 1 };
  await expect.poll(() => readTotals(official), { timeout: 10_000 }).toEqual(moved);
});

test('the clerk confirms the month in at most four clicks and 90 seconds', async () => {
  const clerk = await stage.signInAs('village_clerk');
  clerk.startCounting();
  await clerk.click(clerk.page.getByRole('link', { name: '去确认' }));
  await clerk.click(clerk.page.getByRole('button', { name: '确认本月' }));
  await clerk.click(clerk.page.getByRole('button', { name: '确认并上报' }));
  await clerk.see(clerk.page.getByRole('status').getByText(/月报已确认/));
  expect(clerk.clicks).toBeLessThanOrEqual(4);
  expect(clerk.seconds).toBeLessThan(90);
  await clerk.picture('journey-3-confirmed');
});

test('the neighbouring clerk confirms the month of the other village by keyboard alone', async () => {
  const neighbour = await stage.signInAs('village_clerk_2');
  await neighbour.tabTo('跳到正文');
  await neighbour.press('Enter');
  await neighbour.tabTo('去确认');
  await neighbour.press('Enter');
  await neighbour.see(neighbour.page.getByRole('button', { name: '确认本月' }));
  await neighbour.press('1');
  await neighbour.see(neighbour.page.getByRole('dialog'));
  await neighbour.press('Control+Enter');
  await neighbour.see(neighbour.page.getByRole('status').getByText(/月报已确认/));
});

test('township, banner and city approve, each what lies below it', async () => {
  const township = await stage.signInAs('township_clerk');
  await approveAllBelow(township);
  await confirmOwn(township);
  const banner = await stage.signInAs('banner_office');
  await approveAllBelow(banner);
  await confirmOwn(banner);
  const official = await stage.signInAs('city_office');
  await approveAllBelow(official);
  await official.see(official.page.getByRole('status').getByText('已核准 1 份'));
  await official.picture('journey-4-approved');
});

test('the city official comes from the total to that household in three clicks', async () => {
  const official = await stage.signInAs('city_office');
  const { page } = official;
  await official.settle();
  official.startCounting();
  await official.click(page.getByRole('link', { name: '打开月报' }));
  const entries = page.getByRole('row').filter({ hasText: '新识别户数' });
  await official.click(entries.locator('a.figure-link'));
  await official.see(page.getByText('从何而来'));
  await official.see(page.getByRole('link', { name: poor.name, exact: true }));
  await official.picture('journey-5-rows');
  await onPhone(official, 'journey-5-rows-phone', page.locator('.provenance'));
  await official.click(page.locator(`a[href="${address}"]`));
  await official.see(page.getByRole('heading', { level: 1, name: poor.name }));
  expect(official.clicks).toBeLessThanOrEqual(3);
  expect(official.seconds).toBeLessThan(15);
});

test('an auditor reads who recorded what, when and on what ground', async () => {
  const auditor = await stage.signInAs('auditor');
  await auditor.open(`${address}?tab=history`);
  const history = auditor.page.locator('ol.history');
  await auditor.see(history.getByText(poor.document));
  await auditor.see(history.getByText('嘎查村文书'));
  await auditor.see(history.getByText('未脱贫'));
  await auditor.picture('journey-6-history');
  expect(await findViolations(auditor.page)).toEqual([]);
  await auditor.open(address);
  const decision = await auditor.download(auditor.page.getByRole('link', { name: scan.name }));
  expect(decision.name).toBe(scan.name);
  expect(decision.content.equals(await readFile(scan.path))).toBe(true);
});

test('the auditor takes the records of the figure along by name, and the trail says so', async () => {
  const auditor = await stage.signInAs('auditor');
  const { page } = auditor;
  await auditor.open(`/figures?indicator=poverty_entry&place=150600000000&month=${month}`);
  const list = await auditor.download(page.getByRole('button', { name: '导出 Excel' }));
  expect(await textsIn(list.content)).toEqual(expect.arrayContaining([poor.name, '农牧户']));
  await auditor.open('/audit');
  await auditor.see(page.getByRole('cell', { name: '导出指标明细' }));
});

test('the neighbouring clerk finds no trace of the household', async () => {
  const neighbour = await stage.signInAs('village_clerk_2');
  const { page } = neighbour;
  neighbour.faults.expect(404);
  await neighbour.open(`/households?q=${poor.name}`);
  await neighbour.see(page.getByText('没有符合条件的记录'));
  await neighbour.type(page.getByRole('combobox', { name: /搜索/ }), poor.name);
  await neighbour.see(page.getByText(`没有找到“${poor.name}”`));
  await neighbour.open(address);
  await neighbour.see(page.getByRole('heading', { level: 1, name: '没有找到这一页' }));
  expect(await page.locator('main').textContent()).not.toContain(poor.name);
  for (const path of [address, `${address}/history`, `${address}/poverty-on?day=2019-12-31`]) {
    expect((await page.request.get(`/api${path}`)).status(), path).toBe(404);
  }
  const rows = await page.request.get(`/api/figures/rows?indicator=poverty_entry&place=150600000000&month=${month}`);
  expect(await rows.text()).not.toContain(address.split('/').at(-1));
});

/** The same page as it stands on a telephone. */
async function onPhone(person: Person, name: string, part: Locator): Promise<void> {
  await person.page.setViewportSize(screens.phone);
  await part.scrollIntoViewIfNeeded();
  await person.picture(name);
  await person.page.setViewportSize(screens.office);
}

/** How far the total of the cockpit is from the list it opens. */
async function differenceToRecords(official: Person): Promise<number> {
  const { page } = official;
  await official.open(`/cockpit?month=${month}`);
  const total = numberIn(await official.read(poorFigure(official).locator('.figure-value')));
  await official.click(poorFigure(official).locator('a.rows-link'));
  await page.waitForURL(/\/figures\?/);
  await official.settle();
  return total - numberIn(await official.read(page.locator('.provenance strong')));
}

function poorFigure({ page }: Person) {
  return page.locator('.figure').filter({ hasText: '未脱贫户' });
}

function numberIn(text: string): number {
  return Number(text.replace(/[^\d]/g, ''));
}

interface Totals {
  readonly poor: number;
  readonly entries: number;
}

/** Two totals of the city, as its official reads them. */
async function readTotals(official: Person): Promise<Totals> {
  const { page } = official;
  await official.open(`/cockpit?month=${month}`);
  const poor = numberIn(await official.read(poorFigure(official).locator('.figure-value')));
  await official.open(`/reports/monthly?month=${month}`);
  const entries = page.getByRole('row').filter({ hasText: '新识别户数' }).locator('a.figure-link');
  return { poor, entries: numberIn(await official.read(entries)) };
}

/** Approves what waits for it: first what needs a look, then the calm ones at once. */
async function approveAllBelow(person: Person): Promise<void> {
  const { page } = person;
  await person.open(`/reports/monthly?month=${month}`);
  const one = page.getByRole('button', { name: /^核准 / });
  const all = page.getByRole('button', { name: /^全部核准/ });
  while (await all.or(one).first().isVisible()) {
    await person.click((await all.isVisible()) ? all : one.first());
    await person.settle();
    // on a busy machine the answer may be there before the list is read again
    await page
      .getByRole('button', { name: /^(全部)?核准/, disabled: true })
      .first()
      .waitFor({ state: 'detached' });
  }
}

async function confirmOwn(person: Person): Promise<void> {
  await person.click(person.page.getByRole('button', { name: '确认本月' }));
  await person.click(person.page.getByRole('button', { name: '确认并上报' }));
  await person.see(person.page.getByRole('status').getByText(/月报已确认/));
}
