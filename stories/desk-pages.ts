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

const home: DeskPage = { path: '/', act: 'signed_in', menu: { order: 0 } };

/**
 * Walks through the pages as a reader does: home and menu entries first, then by links to pages with a record in their address
 * and pages without a menu entry. `onArrival` is called on each page once and its path added to `seen`; a page already seen
 * by somebody else is opened only when it may link to one below it. What no link leads to is not visited.
 */
export async function walk(person: Person, pages: readonly DeskPage[], { seen, onArrival }: Walk): Promise<void> {
  const links = new Set<string>();
  const waiting = new Map([home, ...pages].filter(({ path }) => !seen.has(path)).map((page) => [page.path, page]));
  const visit = async (page: DeskPage, address: string) => {
    await person.open(address);
    for (const link of await linksOn(person)) links.add(link);
    if (!waiting.delete(page.path)) return;
    seen.add(page.path);
    await onArrival({ page, address });
  };
  const leads = ({ path }: DeskPage) => [...waiting.keys()].some((other) => other.startsWith(`${path}/`));
  for (const page of [home, ...pages]) {
    if (page.menu && (waiting.has(page.path) || leads(page))) await visit(page, page.path);
  }
  for (let next = findNext(waiting, links, pages); next; next = findNext(waiting, links, pages)) {
    await visit(next.page, next.address);
  }
}

interface Walk {
  readonly seen: Set<string>;
  readonly onArrival: (visit: Visit) => Promise<void>;
}

function findNext(
  waiting: ReadonlyMap<string, DeskPage>,
  known: ReadonlySet<string>,
  pages: readonly DeskPage[],
): Visit | undefined {
  const fixed = new Set(pages.map(({ path }) => path).filter((path) => !path.includes(':')));
  for (const page of waiting.values()) {
    const address = [...known].find((link) => {
      const [path = ''] = link.split('?');
      return shapeOf(page).test(path) && (path === page.path || !fixed.has(path));
    });
    if (address !== undefined) return { page, address };
  }
  return undefined;
}

function shapeOf({ path }: DeskPage): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
}

/** A link inside the desk to an address that is none of its pages. */
export function isDead(link: string, pages: readonly DeskPage[]): boolean {
  const [path = ''] = link.split('?');
  return path !== '/' && !path.startsWith('/api/') && !pages.some((page) => shapeOf(page).test(path));
}

/** Addresses inside the desk that the page links to. */
export function linksOn(person: Person): Promise<readonly string[]> {
  return person.page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href'))`,
  );
}

/** Whether the page as a whole scrolls sideways, and by how much. */
export async function findOverflow({ page }: Person): Promise<readonly string[]> {
  const [width = 0, room = 0] = await page.evaluate<number[]>(
    '[document.documentElement.scrollWidth, window.innerWidth]',
  );
  return width > room ? [`${width} wide on a screen of ${room}`] : [];
}
