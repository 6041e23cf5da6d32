import { isAbove, isFree, isTest, type Role, type Standing, standingOf, type Tier } from './layout.ts';
import type { Notes, Rule } from './rule.ts';
import type { Node, Source } from './syntax.ts';
import type { Link, Tree } from './tree.ts';

/** Who may import whom: R1, R2, R3, R4, R7 of the design. */
export const directionRules: readonly Rule[] = [
  {
    id: 'imports',
    mend: 'name an existing file by its relative path with its extension',
    check: (tree, notes) => {
      for (const link of tree.links) {
        notes.look();
        if (link.to !== undefined && !link.exists) notes.find(finding(link, 'names no file of the repository'));
        if (link.specifier === undefined && reachesFeatures(link.from)) notes.find(finding(link, 'a computed name'));
      }
    },
  },
  {
    id: 'R1',
    mend: 'imports never go up the folder order, so move what both need into the lower folder',
    check: (tree, notes) => {
      for (const { link, from, to } of linksOfSource(tree, notes)) {
        if (to ? isAbove(to.tier, from.tier) : isDriver(link)) notes.find(finding(link, `${from.tier} looks up`));
      }
    },
  },
  {
    id: 'R2',
    mend: 'refer to the other record by its Id and choose it with RecordPicker, or move what both need down a tier',
    check: (tree, notes) => {
      for (const { link, from, to } of linksOfSource(tree, notes)) {
        if (to && from.tier === to.tier && isOther(from, to) && !laysOutTables(from, to))
          notes.find(finding(link, `${from.feature} and ${to.feature} are neighbours`));
      }
    },
  },
  {
    id: 'R3',
    mend: 'other features see only rules.ts, public.ts, contract.ts, words.ts and widgets/; only app/ opens feature.ts, routes.ts and pages/; tests open feature.ts and seed.ts, seeds seed.ts',
    check: (tree, notes) => {
      for (const { link, from, to } of linksOfSource(tree, notes)) {
        if (!to || isFree(to) || !isOther(from, to)) continue;
        if (!shownTo(from).includes(to.role ?? 'test'))
          notes.find(finding(link, `${to.inner} is private to ${to.feature ?? to.tier}`));
      }
    },
  },
  {
    id: 'R4',
    mend: 'rules.ts and platform/pure take everything else as arguments: they import only rules of their own folder or a lower tier and platform/pure, and rules.ts no package',
    check: checkPurity,
  },
  {
    id: 'R7',
    mend: 'indicators know fact views only, so contribute a fact kind in the feature instead',
    check: (tree, notes) => {
      for (const link of tree.links) {
        const from = standingOf(link.from);
        if (from?.tier !== 'indicators') continue;
        notes.look();
        const to = standingOf(link.to ?? '');
        const forTests = to !== undefined && usesSeeds(from) && (to.role === 'seed' || to.role === 'feature');
        if (to && featureTiers.includes(to.tier) && !forTests)
          notes.find(finding(link, `opens ${to.feature ?? to.tier}`));
      }
    },
  },
];

const featureTiers: readonly Tier[] = ['registers', 'ledgers', 'procedures', 'activities'];
const shown: readonly Role[] = ['rules', 'public', 'contract', 'words', 'widgets'];

/** A test builds its database from the features it stands on, so it also opens their `feature.ts`. */
function shownTo(from: Standing): readonly Role[] {
  if (from.tier === 'app') return [...shown, 'feature', 'routes', 'pages', 'seed'];
  if (from.role === 'test') return [...shown, 'feature', 'seed'];
  return from.role === 'seed' ? [...shown, 'seed'] : shown;
}

function usesSeeds(standing: Standing): boolean {
  return standing.role === 'seed' || standing.role === 'test';
}

function isOther(from: Standing, to: Standing): boolean {
  if (isFree(from) && isFree(to)) return false;
  return from.feature !== to.feature || from.tier !== to.tier;
}

/** Imports inside `src/`, with where they come from and where they lead. */
function linksOfSource(tree: Tree, notes: Notes): { link: Link; from: Standing; to: Standing | undefined }[] {
  return tree.links.flatMap((link) => {
    const from = standingOf(link.from);
    if (!from || link.to === undefined) return [];
    notes.look();
    return [{ link, from, to: standingOf(link.to) }];
  });
}

/** A test’s database needs the tables of its neighbours: their declarations, nothing that works on them. */
function laysOutTables(from: Standing, to: Standing): boolean {
  return from.role === 'test' && (to.role === 'feature' || to.role === 'seed');
}

/** Folders that drive the product from outside; nothing in `src/` may lean on them. */
function isDriver(link: Link): boolean {
  return /^(tools|stories|bench)\//.test(link.to ?? '');
}

/** Only the composition root may open modules by computed names: elsewhere they would escape these rules. */
function reachesFeatures(path: string): boolean {
  return path.startsWith('src/') && !path.startsWith('src/app/') && !isTest(path);
}

function checkPurity(tree: Tree, notes: Notes): void {
  for (const source of tree.sources) {
    const standing = standingOf(source.path);
    const pure = isPureFolder(source.path);
    if (isTest(source.path) || !(pure || (standing?.role === 'rules' && !isFree(standing)))) continue;
    notes.look();
    for (const link of tree.linksFrom(source.path)) {
      if (!mayEnterRules(link, standing, pure)) notes.find(finding(link, 'not for a pure file'));
    }
    for (const node of source.nodes) {
      const what = `${source.codeOf(node)} in a pure file`;
      if (readsClock(source, node)) notes.find({ path: source.path, line: source.lineAt(node.start), what });
    }
  }
}

function readsClock(source: Source, node: Node): boolean {
  if (node.type === 'NewExpression') return source.codeOf(node.callee) === 'Date' && node.arguments.length === 0;
  if (node.type !== 'MemberExpression') return false;
  return /^(Date\.now|Math\.random|performance\.now|crypto\.\w+|process\.\w+)$/.test(source.codeOf(node));
}

function isPureFolder(path: string): boolean {
  return path.startsWith('src/platform/pure/');
}

function mayEnterRules(link: Link, from: Standing | undefined, pure: boolean): boolean {
  if (link.to === undefined) return pure && !link.specifier?.startsWith('node:');
  if (isPureFolder(link.to)) return true;
  const to = standingOf(link.to);
  return !pure && from !== undefined && to?.role === 'rules' && (!isOther(from, to) || isAbove(from.tier, to.tier));
}

function finding(link: Link, what: string): { path: string; line: number; what: string } {
  return { path: link.from, line: link.line, what: `'${link.specifier ?? 'import(…)'}' ${what}` };
}
