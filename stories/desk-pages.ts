import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Person } from './person.ts';

/** A page of the desk as `src/app/web/pages.ts` declares it. */
export interface DeskPage {
  readonly path: string;
  readonly act: string;
  readonly menu?: { readonly order: number };
}

interface DeclaredPages {
  readonly pages: readonly DeskPage[];
  /** in front of the desk, for everybody */
  readonly publicPages: readonly Pick<DeskPage, 'path'>[];
}

/** Read while the stories run: the declaration itself belongs to the browser's half of the code. */
export async function readDeskPages(): Promise<DeclaredPages> {
  const file = pathToFileURL(join(import.meta.dirname, '..', 'src', 'app', 'web', 'pages.ts')).href;
  return (await import(file)) as DeclaredPages;
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
 * and pages without a menu entry; a record's tabs are opened for the links on them. `onArrival` is called on each page once and its
 * path added to `seen`; a page already seen by somebody else is opened only while this person has not been led to all of
 * theirs. What no link leads to is not visited.
 */
export async function walk(person: Person, pages: readonly DeskPage[], { seen, onArrival }: Walk): Promise<void> {
  const links = new Set<string>();
  const waiting = new Map([home, ...pages].filter(({ path }) => !seen.has(path)).map((page) => [page.path, page]));
  const fixed = new Set(pages.map(({ path }) => path).filter((path) => !path.includes(':')));
  const visited = new Set<string>();
  const visit = async ({ page, address }: Visit) => {
    const isNew = waiting.delete(page.path);
    await person.open(address);
    visited.add(address);
    if (isNew) {
      seen.add(page.path);
      await onArrival({ page, address });
    }
    for (const link of await linksOn(person)) links.add(link);
    if (waiting.size > 0) for (const link of await linksOnTabs(person)) links.add(link);
  };
  const leads = ({ path }: DeskPage) => [...waiting.keys()].some((other) => other.startsWith(`${path}/`));
  for (const page of [home, ...pages]) {
    if (page.menu && (waiting.has(page.path) || leads(page))) await visit({ page, address: page.path });
  }
  const find = () => {
    if (waiting.size === 0) return undefined;
    const unopened = pages.filter((page) => !isVisited(page, visited));
    return findNext([...waiting.values(), ...pages.filter(leads), ...unopened], { links, fixed, visited });
  };
  for (let next = find(); next; next = find()) await visit(next);
}

function isVisited(page: DeskPage, visited: ReadonlySet<string>): boolean {
  return [...visited].some((address) => shapeOf(page).test(address.split('?')[0] ?? ''));
}

interface Walk {
  readonly seen: Set<string>;
  readonly onArrival: (visit: Visit) => Promise<void>;
}

interface Known {
  readonly links: ReadonlySet<string>;
  /** paths of pages without a record in them */
  readonly fixed: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
}

function findNext(candidates: readonly DeskPage[], { links, fixed, visited }: Known): Visit | undefined {
  for (const page of candidates) {
    const address = [...links].find((link) => {
      const [path = ''] = link.split('?');
      return !visited.has(link) && shapeOf(page).test(path) && (path === page.path || !fixed.has(path));
    });
    if (address !== undefined) return { page, address };
  }
  return undefined;
}

async function linksOnTabs(person: Person): Promise<readonly string[]> {
  const found: string[] = [];
  const closed = await person.page.evaluate<string[]>(
    `[...document.querySelectorAll('[role="tab"][aria-selected="false"]')].map((tab) => tab.id)`,
  );
  for (const tab of closed) {
    await person.click(person.page.locator(`#${tab}`));
    await person.settle();
    found.push(...(await linksOn(person)));
  }
  return found;
}

function shapeOf({ path }: Pick<DeskPage, 'path'>): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
}

/** A link to an address of ours at which there is no page. */
export function isDead(link: string, pages: readonly Pick<DeskPage, 'path'>[]): boolean {
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
