import { isFree, isTest, standingOf, tiers } from './layout.ts';
import type { Notes, Rule } from './rule.ts';
import type { Tree } from './tree.ts';

/** Fixed folders and file names: R8, and what every feature must have. */
export const folderRules: readonly Rule[] = [
  {
    id: 'R8-name',
    mend: 'use a role name: feature words contract rules store public routes seed (.ts; words, contract, rules, store, routes and seed may be split as topic-role.ts), schema.sql facts.sql, pages/ widgets/, *.test.ts(x); measure, indicators and reports also catalogue/ and *.data.ts',
    check: (tree, notes) => {
      for (const { path } of tree.texts) {
        const standing = standingOf(path);
        if (!path.startsWith('src/') || (standing && isFree(standing))) continue;
        notes.look();
        if (!standing) notes.find({ path, line: 0, what: `outside the folders ${tiers.join(' ')}` });
        else if (!standing.feature) notes.find({ path, line: 0, what: 'a file beside the feature folders' });
        else if (!standing.role) notes.find({ path, line: 0, what: `'${standing.inner}' is no role of a feature` });
      }
    },
  },
  {
    id: 'R8-index',
    mend: 'name the file after what it holds and import it directly',
    check: (tree, notes) => {
      for (const { path } of tree.sources) {
        notes.look();
        if (/(^|\/)index\.(ts|tsx|mts|js|mjs)$/.test(path))
          notes.find({ path, line: 0, what: 'a file that only passes on' });
      }
    },
  },
  {
    id: 'complete',
    mend: 'every feature folder has feature.ts and at least one test',
    check: checkCompleteness,
  },
];

function checkCompleteness(tree: Tree, notes: Notes): void {
  const features = new Map<string, string[]>();
  for (const { path } of tree.texts) {
    const standing = standingOf(path);
    if (!standing?.feature) continue;
    const folder = `src/${standing.feature}`;
    features.set(folder, [...(features.get(folder) ?? []), path]);
  }
  for (const [folder, files] of features) {
    notes.look();
    if (!files.includes(`${folder}/feature.ts`)) notes.find({ path: folder, line: 0, what: 'no feature.ts' });
    if (!files.some(isTest)) notes.find({ path: folder, line: 0, what: 'no test' });
  }
}
