import { isTest } from './layout.ts';
import type { Notes, Rule } from './rule.ts';
import { type FunctionNode, functionsOf, isFunction, type Source } from './syntax.ts';
import { isSource } from './tree.ts';

const linesOfFile = 300;
const linesOfTest = 500;
const linesOfData = 1000;
const linesOfFunction = 60;
const parametersOfFunction = 3;

/** What one can hold in one's head: length of files and functions, number of parameters, form of functions. */
export const sizeRules: readonly Rule[] = [
  {
    id: 'size-file',
    mend: 'split the file by topic',
    check: (tree, notes) => {
      for (const { path, text } of tree.texts) {
        if (!isSource(path) && !/^src\/.*\.(sql|css)$/.test(path)) continue;
        notes.look();
        const lines = text.replace(/\n$/, '').split('\n').length;
        const limit = limitOf(path);
        if (lines > limit) notes.find({ path, line: limit + 1, what: `${lines} lines, at most ${limit}` });
      }
    },
  },
  {
    id: 'size-function',
    mend: 'give a part of it a name of its own',
    check: (tree, notes) => {
      for (const source of tree.sources) {
        // The bodies given to `describe` only hold tests together; each test inside has its own limit.
        const suites = isTest(source.path) ? argumentStarts(source, /^describe\b/) : new Set();
        eachFunction(source, notes, (node) => {
          const line = source.lineAt(node.start);
          const lines = source.lineAt(node.end) - line + 1;
          const fits = lines <= linesOfFunction || suites.has(node.start);
          if (!fits)
            notes.find({
              path: source.path,
              line,
              what: `${nameOf(node)} has ${lines} lines, at most ${linesOfFunction}`,
            });
        });
      }
    },
  },
  {
    id: 'size-parameters',
    mend: 'take one object with named fields instead',
    check: (tree, notes) => {
      for (const source of tree.sources) {
        // Tables and properties hand their columns to a test one by one.
        const handed = isTest(source.path) ? argumentStarts(source, /./) : new Set();
        eachFunction(source, notes, (node) => {
          if (handed.has(node.start)) return;
          const count = node.params.filter((param) => param.type !== 'Identifier' || param.name !== 'this').length;
          const line = source.lineAt(node.start);
          if (count > parametersOfFunction)
            notes.find({ path: source.path, line, what: `${nameOf(node)} has ${count} parameters` });
        });
      }
    },
  },
  {
    id: 'function-form',
    mend: 'declare functions of a file with `function`, so that the most important can stand first',
    check: (tree, notes) => {
      for (const source of tree.sources) {
        notes.look();
        for (const { name, start } of constFunctions(source)) {
          notes.find({ path: source.path, line: source.lineAt(start), what: `const ${name}` });
        }
      }
    },
  },
];

function limitOf(path: string): number {
  if (isTest(path)) return linesOfTest;
  // what a tool writes is read by nobody: a test compares it with its source
  if (path.endsWith('.gen.ts')) return Number.POSITIVE_INFINITY;
  return /(\.data\.ts|(^|[/-])words\.ts)$/.test(path) ? linesOfData : linesOfFile;
}

function eachFunction(source: Source, notes: Notes, read: (node: FunctionNode) => void): void {
  for (const node of functionsOf(source)) {
    notes.look();
    read(node);
  }
}

function nameOf(node: FunctionNode): string {
  return node.type !== 'ArrowFunctionExpression' && node.id ? node.id.name : 'a function';
}

/** Where the arguments of certain calls begin. */
function argumentStarts(source: Source, callee: RegExp): Set<number> {
  const calls = source.nodes.filter((node) => node.type === 'CallExpression');
  const matching = calls.filter((call) => callee.test(source.codeOf(call.callee)));
  return new Set(matching.flatMap((call) => call.arguments.map((argument) => argument.start)));
}

/** Functions held by constants at the top of a file; a constant with a stated type may be a function. */
function constFunctions(source: Source): { name: string; start: number }[] {
  const statements = source.nodes.flatMap((node) => (node.type === 'Program' ? node.body : []));
  return statements.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id, init, start }) => {
      const untyped = id.type === 'Identifier' && !id.typeAnnotation;
      return untyped && init && isFunction(init) ? [{ name: id.name, start }] : [];
    });
  });
}
