import outline from '../data/outlines/1506.svg.json' with { type: 'json' };
import type { Person } from './person.ts';

const hanzi = /\p{Script=Han}/u;

/** Chinese texts that the server sent as data from now on, and the names that the map itself bears. */
export function keepRecorded(person: Person): ReadonlySet<string> {
  const recorded = new Set(outline.banners.map((banner) => banner.name));
  person.page.on('response', async (response) => {
    if (!response.headers()['content-type']?.includes('json')) return;
    const reply: unknown = await response.json().catch(() => undefined);
    for (const text of textsIn(reply)) if (hanzi.test(text)) recorded.add(text);
  });
  return recorded;
}

/** Chinese on an English page that is left when everything recorded is taken away. */
export async function findChinese(person: Person, recorded: ReadonlySet<string>): Promise<readonly string[]> {
  const data = [...recorded].toSorted((a, b) => b.length - a.length);
  return (await textsOn(person)).filter((text) => {
    let left = text;
    for (const one of data) left = left.replaceAll(one, '');
    return hanzi.test(left);
  });
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
