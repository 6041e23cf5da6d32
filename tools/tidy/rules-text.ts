import { isTest } from './layout.ts';
import type { Notes, Rule } from './rule.ts';
import type { Source } from './syntax.ts';
import type { Tree } from './tree.ts';

/** Words and ways of writing that stay out: escape hatches, postponed work, traces of one machine. */
export const textRules: readonly Rule[] = [
  {
    id: 'syntax',
    mend: 'write TypeScript that parses',
    check: (tree, notes) =>
      eachSource(tree, notes, (source) => {
        for (const { line, text } of source.errors) notes.find({ path: source.path, line, what: text });
      }),
  },
  {
    id: 'any',
    mend: 'name the type, or take unknown and narrow it',
    check: (tree, notes) =>
      eachSource(tree, notes, (source) => {
        for (const node of source.nodes) {
          if (node.type === 'TSAnyKeyword')
            notes.find({ path: source.path, line: source.lineAt(node.start), what: 'any' });
        }
      }),
  },
  {
    id: 'non-null',
    mend: 'handle the absent case, or throw where it would be a bug',
    check: (tree, notes) =>
      eachSource(tree, notes, (source) => {
        for (const node of source.nodes) {
          const asserts = node.type === 'TSNonNullExpression' || ('definite' in node && node.definite === true);
          if (asserts) notes.find({ path: source.path, line: source.lineAt(node.end), what: 'a non-null assertion' });
        }
      }),
  },
  {
    id: 'disable',
    mend: 'mend the cause; the checkers are not switched off',
    check: (tree, notes) =>
      eachSource(tree, notes, (source) => {
        for (const { line, text } of source.comments) {
          const sign =
            /@ts-(ignore|expect-error|nocheck)|(biome|eslint|oxlint|prettier|v8|c8|istanbul)[- ](ignore|disable)\S*/.exec(
              text,
            );
          if (sign) notes.find({ path: source.path, line, what: sign[0] });
        }
      }),
  },
  {
    id: 'focus',
    mend: 'every test runs, always: mend it or remove it',
    check: checkFocus,
  },
  lineRule('marker', 'finish it now or open an issue', /\b(?:TO{1}DO|FIX{1}ME|X{3})\b/),
  lineRule(
    'machine-path',
    'build paths from the root of the repository, os.tmpdir() or a setting',
    /(?<![\w.\-})~])\/(?:work|root|home|tmp)\/[A-Za-z]/,
  ),
  lineRule(
    'host',
    'name the package only; where packages come from is a setting of the machine',
    /\bregistry[.-][\w.-]*\w\.(?:org|com|io|net|cn|dev)\b|\b(?:npmjs|npmmirror|yarnpkg|unpkg|jsdelivr|esm|skypack|pypi|pythonhosted|ghcr|quay|crates)\.(?:org|com|io|net|sh|dev)\b|\bnpm\.pkg\.github\.com\b|\b(?:deb\.debian|security\.debian|archive\.ubuntu)\.\w+|\bmirrors?\.[\w-]+\.(?:com|cn|edu|org)\b/i,
  ),
];

function eachSource(tree: Tree, notes: Notes, read: (source: Source) => void): void {
  for (const source of tree.sources) {
    notes.look();
    read(source);
  }
}

/** A rule over the lines of all text files. Check sums of the lock file are no words. */
function lineRule(id: string, mend: string, shape: RegExp): Rule {
  return {
    id,
    mend,
    check: (tree, notes) => {
      for (const { path, text } of tree.texts) {
        notes.look();
        for (const [index, line] of text.split('\n').entries()) {
          const found = line.includes('"integrity"') ? null : shape.exec(line);
          if (found) notes.find({ path, line: index + 1, what: `'${found[0]}'` });
        }
      }
    },
  };
}

const switchesTests =
  /\.(skip|only|todo)$|^(it|test|describe|suite|bench)\.(\w+\.)*(skip|only|todo)\b|^[xf](it|test|describe)$/;

function checkFocus(tree: Tree, notes: Notes): void {
  for (const source of tree.sources) {
    if (!isTest(source.path) && !source.path.startsWith('stories/')) continue;
    notes.look();
    for (const node of source.nodes) {
      const callee = node.type === 'CallExpression' ? source.codeOf(node.callee) : '';
      if (switchesTests.test(callee)) notes.find({ path: source.path, line: source.lineAt(node.start), what: callee });
    }
  }
}
