import { describe, expect, test } from 'vitest';
import { fill, submit } from './forms.ts';
import { arrive, openStage } from './harness.ts';
import type { Person } from './person.ts';

const stage = openStage();

describe('the banner office', () => {
  test('finds a place by the initials of its name, walks up and down, and flags a village', async () => {
    const person = await stage.signInAs('banner_office');
    await person.open('/places');
    await person.type(person.page.getByRole('searchbox'), 'zjz');
    await person.see(person.page.getByRole('link', { name: '昭君镇' }));
    await person.click(person.page.getByRole('link', { name: '昭君镇' }));
    await person.see(person.page.getByRole('heading', { level: 1, name: '昭君镇' }));
    await person.click(person.page.getByRole('tab', { name: /^下级/ }));
    await person.click(person.page.getByRole('row').getByRole('link').first());
    const heading = person.page.locator('h1', { hasNotText: /^昭君镇$/ });
    await person.see(heading);
    const village = await person.read(heading);
    await person.click(person.page.getByRole('button', { name: '登记标记' }));
    const dialog = person.page.getByRole('dialog');
    await fill(person, dialog, { 标记: '集体经济薄弱村', 起始日: '2019-06-01', 文号: '达党农发〔2019〕7号' });
    await submit(person, dialog);
    await person.see(person.page.getByRole('status').getByText(`${village}自2019年6月1日起为集体经济薄弱村`));
    await person.click(person.page.getByRole('tab', { name: /^标记/ }));
    await person.see(person.page.getByRole('cell', { name: '达党农发〔2019〕7号' }));
  });

  test('registers an agency once, is stopped at the second of the same code, and corrects it with a reason', async () => {
    const person = await stage.signInAs('banner_office');
    person.faults.expect(409, 422);
    const name = '昭君镇兽医站';
    await recordAgency(person, { 名称: name, 统一社会信用代码: '91150621MA0N2YXK7L' });
    const alert = person.page.getByRole('alert');
    await person.see(alert.getByText(/校验/));
    await fill(person, person.page.locator('form.form'), { 统一社会信用代码: '' });
    await submit(person, person.page.locator('form.form'));
    await person.see(person.page.getByRole('heading', { level: 1, name }));

    await recordAgency(person, { 名称: name });
    await person.see(alert.getByText('此地已有同名单位'));

    await person.open('/agencies');
    await person.click(
      person.page.getByRole('button', { name: '不要了，重新填' }).or(person.page.locator('h1')).first(),
    );
    await person.type(person.page.getByRole('searchbox'), 'syz');
    await person.click(person.page.getByRole('link', { name }));
    await person.click(person.page.getByRole('button', { name: '更正' }));
    const dialog = person.page.getByRole('dialog');
    await fill(person, dialog, { 联系人: '苏日娜', 更正理由: '补登联系人' });
    await submit(person, dialog);
    await person.see(person.page.getByText('苏日娜'));
    await person.click(person.page.getByRole('tab', { name: /^变更记录/ }));
    await person.see(person.page.getByText('补登联系人'));
  });
});

describe('the township clerk', () => {
  test('records who leads a branch: one secretary at a time', async () => {
    const person = await stage.signInAs('township_clerk');
    person.faults.expect(409, 422);
    await person.open('/branches');
    await person.click(person.page.getByRole('row').getByRole('link').first());
    await person.settle();
    const dialog = person.page.getByRole('dialog');
    const next = { 职务: '书记', 姓名: '哈斯其其格', 起始日期: '2020-01-03' };
    await person.click(person.page.getByRole('button', { name: '登记任职' }));
    await fill(person, dialog, next);
    await submit(person, dialog);
    await person.see(dialog.getByRole('alert').getByText('该党支部已有在任书记'));
    await person.press('Escape');

    await person.click(person.page.getByRole('button', { name: '卸任' }).first());
    await fill(person, dialog, { 终止日期: '2020-01-03', 理由: '换届' });
    await submit(person, dialog);
    await person.click(person.page.getByRole('button', { name: '登记任职' }));
    await fill(person, dialog, next);
    await submit(person, dialog);
    await person.see(person.page.getByRole('cell', { name: '哈斯其其格' }));
  });
});

describe('the city office', () => {
  test('imports the official text, which stands beside our words of each article', async () => {
    const person = await stage.signInAs('city_office');
    person.faults.expect(422);
    await person.open('/measure');
    const input = person.page.locator('input[type="file"]');
    await person.upload(input, { name: '缺条.txt', content: Buffer.from(officialText(21)) });
    await person.see(person.page.getByRole('alert').getByText(/22条.*21条/));
    await person.upload(input, { name: '办法样本.txt', content: Buffer.from(officialText(22)) });
    await person.see(person.page.getByRole('status').getByText('已导入22条'));
    await person.open('/measure/articles/7');
    await person.see(person.page.getByText('样本第七句'));
    await person.open('/measure');
    await person.see(person.page.getByText('办法样本.txt'));
  });
});

describe('the administrator', () => {
  test('opens an account; its owner signs in with the password shown once and sets another', async () => {
    const person = await stage.signInAs('administrator');
    await person.open('/accounts/new');
    const form = person.page.locator('form.form');
    await fill(person, form, { 账号: 'naren', 姓名: '娜仁', 岗位: '旗区办公室' });
    await person.choose(form.getByLabel('旗区'), '乌审旗');
    await fill(person, form, { 起始日期: '2020-01-01' });
    await submit(person, form);
    const password = await person.read(person.page.getByRole('dialog').locator('strong.number'));
    await person.click(person.page.getByRole('button', { name: '已交给本人' }));
    await person.see(person.page.getByRole('heading', { level: 1, name: '娜仁' }));

    const owner = await stage.visitor();
    owner.faults.expect(403);
    await owner.open('/sign-in');
    await owner.type(owner.page.locator('#login'), 'naren');
    await owner.type(owner.page.locator('#password'), password);
    await owner.click(owner.page.locator('form button[type="submit"]'));
    await arrive(owner.page);
    await owner.see(owner.page.getByRole('heading', { level: 1, name: '设置新密码' }));
    await owner.type(owner.page.locator('#current'), password);
    await owner.type(owner.page.locator('#new'), '乌审召的牧场很大很大');
    await owner.click(owner.page.getByRole('button', { name: '保存新密码' }));
    await owner.see(owner.page.getByRole('heading', { level: 1, name: /^乌审旗/ }));
  });

  test('sees no business data at all', async () => {
    const person = await stage.signInAs('administrator');
    person.faults.expect(403, 404);
    for (const path of ['/api/households', '/api/branches', '/api/figures']) {
      expect((await person.page.request.get(path)).ok(), path).toBe(false);
    }
  });
});

async function recordAgency(person: Person, values: Readonly<Record<string, string>>): Promise<void> {
  await person.open('/agencies/new');
  const form = person.page.locator('form.form');
  await fill(person, form, { 类别: '部门', ...values, 起始日期: '2019-03-01' });
  await submit(person, form);
}

const digits = '一二三四五六七八九十';

/** A text of our own in the shape of the official one. */
function officialText(articles: number): string {
  const numbers = Array.from({ length: articles }, (_, index) => inChinese(index + 1));
  return ['样本', '第一章 甲', ...numbers.map((number) => `第${number}条 样本第${number}句。`)].join('\n');
}

function inChinese(number: number): string {
  if (number <= 10) return digits[number - 1] ?? '';
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digits[tens - 1] : ''}十${number % 10 > 0 ? digits[(number % 10) - 1] : ''}`;
}
