import { expect, test } from 'vitest';
import outline from '../data/outlines/1506.svg.json' with { type: 'json' };
import { allowedPages, findOverflow, readDeskPages, walk } from './desk-pages.ts';
import { openStage } from './harness.ts';
import type { Person } from './person.ts';

const stage = openStage();
const { pages } = await readDeskPages();
const seen = new Set<string>();

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

test.each(['city_office', 'village_clerk', 'township_clerk', 'auditor', 'administrator'])(
  'in English %s meets no Chinese but names and texts that were recorded',
  async (login) => {
    const person = await stage.signInAs(login, { language: 'en' });
    const recorded = keepRecorded(person);
    const left: string[] = [];
    await walk(person, await allowedPages(person, pages), {
      seen,
      async onArrival({ page, address }) {
        const texts = await textsOn(person);
        const data = recorded.filter((text) => hanzi.test(text)).toSorted((a, b) => b.length - a.length);
        left.push(...texts.filter((text) => isOurs(text, data)).map((text) => `${address}: ${text}`));
        left.push(...(await findOverflow(person)).map((fault) => `${address}: ${fault}`));
        await person.picture(`office-en${page.path.replace(/[^a-z]+/gi, '-')}`);
      },
    });
    expect(left).toEqual([]);
  },
);

const hanzi = /\p{Script=Han}/u;

/** Chinese that is left when everything the server sent as data is taken away. */
function isOurs(text: string, data: readonly string[]): boolean {
  let left = text;
  for (const one of data) left = left.replaceAll(one, '');
  return hanzi.test(left);
}

/** Texts in the server's answers as they come, and the names that the map itself bears. */
function keepRecorded(person: Person): string[] {
  const recorded: string[] = outline.banners.map((banner) => banner.name);
  person.page.on('response', async (response) => {
    if (!response.headers()['content-type']?.includes('json')) return;
    const reply: unknown = await response.json().catch(() => undefined);
    recorded.push(...textsIn(reply));
  });
  return recorded;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** What can be read or heard on the page, outside what is marked as being in Chinese. */
function textsOn(person: Person): Promise<readonly string[]> {
  return person.page.evaluate<string[]>(`(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest('[lang^="zh"], script, style')) texts.push(node.data.trim());
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (element.closest('[lang^="zh"]')) continue;
      for (const name of ['aria-label', 'placeholder', 'title']) texts.push(element.getAttribute(name) ?? '');
    }
    return texts.filter((text) => /\\p{Script=Han}/u.test(text));
  })()`);
}
