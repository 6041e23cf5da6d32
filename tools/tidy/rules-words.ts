import type { ESTree } from 'vite';
import { isTest, standingOf } from './layout.ts';
import type { Notes, Rule } from './rule.ts';
import { withoutComments } from './sql.ts';
import { gap, plainText, type Source } from './syntax.ts';
import type { Tree } from './tree.ts';

/** Chinese first, English complete, and both in one place. */
export const wordRules: readonly Rule[] = [
  {
    id: 'chinese',
    mend: 'write the text as a pair in words.ts (tables of data in *.data.ts) and take it from there',
    check: checkChinese,
  },
  {
    id: 'words',
    mend: "every entry is a pair ['中文', 'English'] with both sides filled, no Chinese in the English and the same {names} in both",
    check: (tree, notes) => {
      for (const source of tree.sources) {
        if (!/^src\/.*[/-]words\.ts$/.test(source.path)) continue;
        for (const node of source.nodes) {
          if (node.type !== 'CallExpression' || source.codeOf(node.callee) !== 'defineWords') continue;
          for (const argument of node.arguments) checkWords(source, argument, notes);
        }
      }
    },
  },
];

const han = /\p{Script=Han}/u;
const hanOrPunctuation = /[\p{Script=Han}、。，；：！？（）\u3008-\u3011]/u;

function checkChinese(tree: Tree, notes: Notes): void {
  for (const source of tree.sources) {
    if (!source.path.startsWith('src/') || mayHoldChinese(source.path)) continue;
    notes.look();
    for (const { text, line } of source.texts) {
      if (han.test(text))
        notes.find({ path: source.path, line, what: `'${text.replaceAll(gap, '…').trim().slice(0, 20)}'` });
    }
  }
  for (const { path, text } of tree.texts) {
    if (!/^src\/.*\.sql$/.test(path)) continue;
    const sql = withoutComments(text).replace(/\bcomment\s+on\s[^;]*;/gi, (part) => part.replace(/[^\n]/g, ' '));
    for (const [index, line] of sql.split('\n').entries()) {
      if (han.test(line)) notes.find({ path, line: index + 1, what: 'Chinese in SQL' });
    }
  }
}

function mayHoldChinese(path: string): boolean {
  if (isTest(path) || /([/-]words|\.data|\.gen)\.ts$/.test(path)) return true;
  if (/\/(data|catalogue)\//.test(path) || path.startsWith('src/platform/documents/fonts')) return true;
  return standingOf(path)?.role === 'seed';
}

function checkWords(source: Source, words: ESTree.Argument, notes: Notes): void {
  if (words.type !== 'ObjectExpression') return;
  for (const property of words.properties) {
    if (property.type !== 'Property') continue;
    notes.look();
    const wrong = faultOf(property.value);
    const key = source.codeOf(property.key);
    if (wrong) notes.find({ path: source.path, line: source.lineAt(property.start), what: `${key}: ${wrong}` });
  }
}

/** What is wrong with one pair; `undefined` where nothing is. */
function faultOf(
  value: ESTree.Expression | ESTree.AssignmentTargetMaybeDefault | ESTree.BindingPattern,
): string | undefined {
  if (value.type !== 'ArrayExpression' || value.elements.length !== 2) return 'not a pair';
  const [zh, en] = value.elements.map((element) =>
    element && element.type !== 'SpreadElement' ? plainText(element) : undefined,
  );
  if (zh === undefined || en === undefined) return 'not two plain strings';
  if (zh.trim() === '' || en.trim() === '') return 'one language is missing';
  if (hanOrPunctuation.test(en)) return 'Chinese in the English text';
  return gapsOf(zh) === gapsOf(en) ? undefined : 'the two languages fill in different values';
}

function gapsOf(text: string): string {
  return [...new Set(text.match(/(?<!\{)\{\w+\}(?!\})/g) ?? [])].sort().join();
}
