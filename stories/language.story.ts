import { expect, test } from 'vitest';
import { openStage } from './harness.ts';

const stage = openStage();

test('the switch changes the whole desk at once and the browser remembers it', async () => {
  const person = await stage.signInAs('township_clerk');
  await person.open('/branches');
  const inChinese = await person.page.locator('h1').textContent();
  await person.click(person.page.getByRole('button', { name: 'English' }));
  expect(await person.page.locator('html').getAttribute('lang')).toBe('en');
  expect(await person.page.locator('h1').textContent()).not.toBe(inChinese);
  await person.open('/agencies');
  expect(await person.page.locator('html').getAttribute('lang')).toBe('en');
  await person.click(person.page.getByRole('button', { name: '中文' }));
  expect(await person.page.locator('html').getAttribute('lang')).toBe('zh-CN');
});
