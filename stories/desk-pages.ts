import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Person } from './person.ts';

/** A page of the desk as `src/app/web/pages.ts` declares it. */
export interface DeskPage {
  readonly path: string;
  readonly act: string;
  readonly menu?: { readonly order: number };
}

/** Read while the stories run: the declaration itself belongs to the browser's half of the code. */
export async function readDeskPages(): Promise<readonly DeskPage[]> {
  const file = pathToFileURL(join(import.meta.dirname, '..', 'src', 'app', 'web', 'pages.ts')).href;
  const { pages } = (await import(file)) as { readonly pages: readonly DeskPage[] };
  return pages;
}

/** The pages that this person's position may open. */
export async function allowedPages(person: Person, pages: readonly DeskPage[]): Promise<readonly DeskPage[]> {
  const reply = await person.page.request.get('/api/me');
  const { acts } = (await reply.json()) as { readonly acts: readonly string[] };
  return pages.filter(({ act }) => act === 'signed_in' || acts.includes(act));
}

export interface Visit {
  readonly page: DeskPage;
  readonly address: string;
}

/**
 * Walks through the pages as a reader does: menu entries first, then by links to pages with a record in their address,
 * and pages without a menu entry. `onArrival` is called on each page once; what no link leads to is returned.
 */
export async function walk(
  person: Person,
  pages: readonly DeskPage[],
  onArrival: (visit: Visit) => Promise<void>,
): Promise<readonly string[]> {
  const waiting = new Map(pages.map((page) => [page.path, page]));
  const known = new Set<string>(['/']);
  const visit = async (page: DeskPage, address: string) => {
    waiting.delete(page.path);
    await person.open(address);
    for (const link of await linksOn(person)) known.add(link);
    await onArrival({ page, address });
  };
  await person.open('/');
  for (const link of await linksOn(person)) known.add(link);
  for (const page of pages) if (page.menu) await visit(page, page.path);
  for (let next = findNext(waiting, known, pages); next; next = findNext(waiting, known, pages)) {
    await visit(next.page, next.address);
  }
  return [...waiting.keys()];
}

function findNext(
  waiting: ReadonlyMap<string, DeskPage>,
  known: ReadonlySet<string>,
  pages: readonly DeskPage[],
): Visit | undefined {
  const fixed = new Set(pages.map(({ path }) => path).filter((path) => !path.includes(':')));
  for (const page of waiting.values()) {
    const shape = new RegExp(`^${page.path.replace(/:\w+/g, '[^/]+')}$`);
    const address = [...known].find((link) => {
      const [path = ''] = link.split('?');
      return shape.test(path) && (path === page.path || !fixed.has(path));
    });
    if (address !== undefined) return { page, address };
  }
  return undefined;
}

/** Addresses inside the desk that the page links to. */
function linksOn(person: Person): Promise<readonly string[]> {
  return person.page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')].map((link) => link.pathname + link.search),
  );
}
