import { beforeAll, describe, expect, test } from 'vitest';
import { pick } from './cooperative/books.ts';
import { press } from './cooperative/life.ts';
import { findOverflow } from './desk-pages.ts';
import { openStage } from './harness.ts';
import type { Person } from './person.ts';
import { read } from './requests.ts';
import { fillRows } from './workbook.ts';

/** Five villages in six are insured; the insurer’s own workbook brings the others. */
const stage = openStage();
const stranger = '司马相如';
type Row = Readonly<Record<string, string>>;

let gaps: readonly Village[] = [];
let rows: readonly Row[] = [];

interface Village {
  readonly place: number;
  readonly name: string;
  readonly township: string;
}

interface Coverage {
  readonly total: { readonly villages: number; readonly insuredVillages: number; readonly villagesBp: number };
  readonly short: number;
}

beforeAll(async () => {
  const office = await stage.signInAs('banner_office');
  const { total } = await read<Coverage>(office, '/insurance-coverage');
  gaps = (await read<{ rows: readonly Village[] }>(office, '/insurance-coverage/villages?limit=200')).rows;
  const first = Math.max(Math.ceil(total.villages * 0.83) - total.insuredVillages, 0);
  await take(office, await rowsOf(office, gaps.slice(0, first)));
  gaps = gaps.slice(first);
  rows = await rowsOf(office, gaps);
});

describe('the banner office', () => {
  test('sees that 83 % is not enough, and what is missing, village by village and household by household', async () => {
    const office = await stage.signInAs('banner_office');
    const { page } = office;
    await office.open('/insurance');
    const { total, short } = await read<Coverage>(office, '/insurance-coverage');
    expect(total.villagesBp).toBeGreaterThanOrEqual(8_300);
    expect(total.villagesBp).toBeLessThan(9_000);
    await office.see(page.getByText(`还差 ${short} 个嘎查村`));
    await office.picture('insurance-before');
    await office.click(page.getByRole('link', { name: /^未参保嘎查村/ }));
    await office.see(page.getByRole('link', { name: gaps[0]?.name ?? '' }));
    await office.picture('insurance-gap-villages');
    await office.click(page.getByRole('link', { name: gaps[0]?.name ?? '' }));
    await office.see(page.getByRole('link', { name: rows[0]?.被保险人 ?? '' }));
    await office.picture('insurance-gap-households');
  });

  test('is told which cells of the insurer’s workbook are wrong, before anything is written', async () => {
    const office = await stage.signInAs('banner_office');
    const [first = {}, ...others] = rows;
    await chooseWorkbook(office, [{ ...first, 单位: '亩' }, ...others]);
    const dialog = office.page.getByRole('dialog');
    await office.see(dialog.getByText('单位和险种不符：牲畜论头，土地论亩或公顷'));
    await office.picture('insurance-import-wrong');
    expect((await read<{ total: number }>(office, '/insurance-coverage/villages')).total).toBe(gaps.length);
  });

  test('takes the corrected one: every village is insured, and the gap list is empty', async () => {
    const office = await stage.signInAs('banner_office');
    const { page } = office;
    const [first = {}] = rows;
    await chooseWorkbook(office, [...rows, { ...first, 被保险人: stranger }]);
    const dialog = page.getByRole('dialog');
    await office.see(dialog.getByText('待核对').first());
    await office.picture('insurance-import');
    await write(office);
    await office.open('/insurance');
    await office.see(page.getByText('已达到目标'));
    await office.picture('insurance-after');
    const { total } = await read<Coverage>(office, '/insurance-coverage');
    expect(total).toMatchObject({ villagesBp: 10_000, insuredVillages: total.villages });
    await office.click(page.getByRole('link', { name: /^未参保嘎查村/ }));
    await office.see(page.getByText('每个嘎查村都有人参保。'));
  });

  test('leaves out whom nobody knows', async () => {
    const office = await stage.signInAs('banner_office');
    const { page } = office;
    await office.open(`/insurance-intake?state=open&q=${encodeURIComponent(stranger)}`);
    await office.see(page.getByRole('table').getByText(stranger));
    await office.picture('insurance-queue');
    await press(office, '不在档案', '不是本旗人');
    await office.see(page.getByText('没有符合条件的记录。'));
  });
});

describe('on a phone', () => {
  test('coverage, lists, a policy and a form stay on the screen', async () => {
    const clerk = await stage.signInAs('banner_office', { screen: 'phone' });
    const { rows: policies } = await read<{ rows: readonly { readonly county: number; readonly id: string }[] }>(
      clerk,
      '/insurance-policies?limit=1',
    );
    const policy = `/insurance-policies/${policies[0]?.county}/${policies[0]?.id}`;
    for (const [name, path] of Object.entries({ coverage: '/insurance', policies: '/insurance-policies', policy })) {
      await clerk.open(path);
      await clerk.picture(`phone-insurance-${name}`);
      expect(await findOverflow(clerk), path).toEqual([]);
    }
  });
});

/** An earlier workbook. */
async function take(office: Person, typed: readonly Row[]): Promise<void> {
  if (typed.length === 0) return;
  await chooseWorkbook(office, typed);
  await write(office);
}

async function write(office: Person): Promise<void> {
  const dialog = office.page.getByRole('dialog');
  await office.click(dialog.getByRole('button', { name: /^写入/ }));
  await dialog.waitFor({ state: 'detached' });
  await office.settle();
}

async function rowsOf(office: Person, villages: readonly Village[]): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const village of villages) found.push(...(await insuredOf(office, village)));
  return found;
}

/** Four households of a village as the insurer has them: names and villages, no numbers. */
async function insuredOf(office: Person, { place, name, township }: Village): Promise<readonly Row[]> {
  interface Household {
    readonly name: string;
  }
  const found = await read<{ rows: readonly Household[] }>(
    office,
    `/insurance-coverage/households?place=${place}&limit=200`,
  );
  const names = found.rows.map((household) => household.name);
  const known = names.filter((one) => names.filter((other) => other === one).length === 1);
  return known.slice(0, 4).map((insured) => ({
    ...{ 保单号: `PB2020${place}`, 险种: '能繁母牛养殖保险', 苏木乡镇: township, 嘎查村: name, 被保险人: insured },
    ...{
      '数量（头/亩）': '2',
      单位: '头',
      单位保额: '6000',
      '费率（%）': '6',
      起保日: '2020-01-01',
      终保日: '2020-12-31',
    },
  }));
}

/** Names the insurer and puts its workbook in; the dry run has answered. */
async function chooseWorkbook(office: Person, typed: readonly Row[]): Promise<void> {
  const { page } = office;
  const dialog = page.getByRole('dialog');
  await office.open('/insurance-policies');
  await office.click(page.getByRole('button', { name: '导入 Excel' }));
  await pick(office, '保险机构', '保险');
  const template = await office.download(dialog.getByRole('button', { name: '下载模板' }));
  const content = await fillRows(template.content, typed);
  await office.upload(dialog.locator('input[type="file"]'), { name: '承保名单.xlsx', content });
  await office.see(dialog.getByRole('status').getByText('有错'));
}
