import { expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { fill, submit } from './forms.ts';
import { openStage, screens } from './harness.ts';
import type { Person } from './person.ts';

/**
 * People on the register and in front of it: nobody twice, nobody’s data longer than needed, and who came in when.
 */
const stage = openStage();
const guest = { name: '青格乐', number: '15062119920314701X' };
let address = '';

test('the clerk adds somebody, and is shown the record that stands in the way of the same person again', async () => {
  const clerk = await stage.signInAs('village_clerk');
  const { page } = clerk;
  await clerk.open('/households');
  await clerk.click(page.getByRole('row').nth(1).getByRole('link').first());
  await clerk.settle();
  address = new URL(page.url()).pathname;
  await clerk.click(page.getByRole('button', { name: '增加人员' }));
  const dialog = page.getByRole('dialog');
  const entry = { 姓名: guest.name, 身份证号: guest.number, 与户主关系: '女婿', 登记方式: '婚入' };
  await fill(clerk, dialog, { ...entry, 登记日期: '2019-11-05' });
  await submit(clerk, dialog);
  await clerk.see(page.getByRole('rowheader', { name: guest.name }));

  await clerk.open('/households/new');
  await fill(clerk, page.locator('main'), { 姓名: '青格勒', 身份证号: guest.number });
  const known = page.locator('.known-record');
  await clerk.see(known.getByText('（您填的是“青格勒”）'));
  await clerk.see(known.getByText('150621********701X'));
  expect(await findViolations(page)).toEqual([]);
  await clerk.picture('people-1-known-while-typing');
  await onPhone(clerk, 'people-1-known-while-typing-phone');
  await clerk.click(known.getByRole('link', { name: '打开这一户' }));
  await clerk.settle();
  expect(new URL(page.url()).pathname).toBe(address);

  await clerk.click(page.getByRole('button', { name: '增加人员' }));
  clerk.faults.expect(422);
  await fill(clerk, dialog, { ...entry, 登记日期: '2019-11-05' });
  await submit(clerk, dialog);
  await clerk.see(dialog.locator('.known-record').getByText(guest.name));
  await clerk.picture('people-2-refused');
});

test('the city office erases what is personal about somebody who left, and the figures stay', async () => {
  const clerk = await stage.signInAs('village_clerk');
  await clerk.open(address);
  const row = clerk.page.getByRole('row').filter({ hasText: guest.name });
  await clerk.click(row.getByRole('button', { name: '离开' }));
  const leaving = clerk.page.getByRole('dialog');
  await fill(clerk, leaving, { 离开原因: '迁出', 发生日期: '2019-12-10' });
  await submit(clerk, leaving);
  await leaving.waitFor({ state: 'detached' });

  const official = await stage.signInAs('city_office');
  const { page } = official;
  await official.open(address);
  const former = page.getByRole('row').filter({ hasText: guest.name });
  await official.click(former.getByRole('button', { name: '删除个人信息' }));
  const dialog = page.getByRole('dialog');
  await official.see(dialog.getByText('删除后任何人都不能恢复。'));
  expect(await findViolations(page)).toEqual([]);
  await official.picture('people-3-erase');
  await onPhone(official, 'people-3-erase-phone');
  await official.type(dialog.getByLabel('理由'), '本人申请，已迁出');
  await official.click(dialog.getByRole('button', { name: '删除个人信息' }));
  await dialog.waitFor({ state: 'detached' });
  await official.see(page.getByRole('rowheader', { name: '（个人信息已删除）' }));
  expect(await page.locator('main').textContent()).not.toContain(guest.name);
  await page.getByRole('rowheader', { name: '（个人信息已删除）' }).scrollIntoViewIfNeeded();
  await official.picture('people-4-erased');
});

test('an auditor reads who signed in, and who erased what; a clerk does not see the first', async () => {
  const auditor = await stage.signInAs('auditor');
  const { page } = auditor;
  await auditor.open('/audit');
  await auditor.see(page.getByRole('cell', { name: '登录', exact: true }));
  await auditor.see(page.getByRole('row').filter({ hasText: '删除个人信息' }).filter({ hasText: '本人申请，已迁出' }));
  expect(await findViolations(page)).toEqual([]);
  await auditor.picture('people-5-trail');
  await onPhone(auditor, 'people-5-trail-phone');
  const own = page.getByRole('row').filter({ hasText: '登录' }).getByRole('link', { name: '打开记录' });
  await auditor.click(own.first());
  await auditor.see(page.locator('ol.history').getByText('设备'));
  await auditor.picture('people-6-account');
  const clerk = await stage.signInAs('village_clerk');
  await clerk.open('/audit');
  expect(await clerk.page.getByRole('cell', { name: '登录', exact: true }).count()).toBe(0);
});

/** The same page as it stands on a telephone. */
async function onPhone(person: Person, name: string): Promise<void> {
  await person.page.setViewportSize(screens.phone);
  await person.picture(name);
  await person.page.setViewportSize(screens.office);
}
