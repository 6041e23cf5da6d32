import { isAbove, isFree, isTest, standingOf } from './layout.ts';
import type { Notes, Rule } from './rule.ts';
import { changedTables, createdTables, looksLikeSql, referencedTables, withoutComments } from './sql.ts';
import { type FunctionNode, isFunction, type Node, type Source } from './syntax.ts';
import type { TextFile, Tree } from './tree.ts';

/** Where SQL may stand and what it may touch: R2 (foreign keys), R6, R9, R10. */
export const sqlRules: readonly Rule[] = [
  {
    id: 'R2-sql',
    mend: 'a foreign key points into its own feature or a lower folder; keep the plain id for anything else',
    check: checkForeignKeys,
  },
  {
    id: 'R6',
    mend: 'move the statement into a function of store.ts, the only TypeScript file of a feature that speaks SQL',
    check: (tree, notes) => {
      for (const source of tree.sources) {
        if (!source.path.startsWith('src/') || maySpeakSql(source.path)) continue;
        notes.look();
        for (const line of linesWithSql(source)) notes.find({ path: source.path, line, what: 'SQL' });
      }
    },
  },
  {
    id: 'R6-http',
    mend: 'a store knows no HTTP: take plain values from the route and return plain values',
    check: (tree, notes) => {
      for (const link of tree.links) {
        if (standingOf(link.from)?.role !== 'store') continue;
        notes.look();
        const http = /^@?fastify([-/]|$)/.test(link.specifier ?? '') || link.to?.startsWith('src/platform/http/');
        if (http) notes.find({ path: link.from, line: link.line, what: `'${link.specifier}' in a store` });
      }
    },
  },
  {
    id: 'R9',
    mend: 'every exported function of a store takes the transaction as its first parameter, named tx',
    check: (tree, notes) => {
      for (const source of tree.sources) {
        const standing = standingOf(source.path);
        if (standing?.role !== 'store' || isFree(standing)) continue;
        for (const { name, node } of exportedFunctions(source)) {
          notes.look();
          if (returnsFragment(source, node)) continue;
          const [first] = node.params;
          const named = first?.type === 'Identifier' ? first.name : undefined;
          if (named !== 'tx')
            notes.find({ path: source.path, line: source.lineAt(node.start), what: `${name}(${named ?? ''}…)` });
        }
      }
    },
  },
  {
    id: 'R10',
    mend: 'rows of record and journal tables are never overwritten: use revise or withdraw of platform/db/history.ts, or reverse the entry',
    check: checkOverwrites,
  },
];

/** Words are here because an English sentence may well begin with `Select … from …`. */
const speakers: readonly string[] = ['store', 'seed', 'words'];

function maySpeakSql(path: string): boolean {
  const role = standingOf(path)?.role;
  return isTest(path) || speakers.includes(role ?? '') || path.startsWith('src/platform/db/');
}

function linesWithSql(source: Source): number[] {
  const stated = source.texts.filter(({ text }) => looksLikeSql(text)).map(({ line }) => line);
  const built = source.nodes.filter((node) => buildsSql(source, node)).map((node) => source.lineAt(node.start));
  return [...new Set([...stated, ...built])];
}

function buildsSql(source: Source, node: Node): boolean {
  if (node.type === 'TaggedTemplateExpression') return /^sql(\.|$)/.test(source.codeOf(node.tag));
  if (node.type !== 'CallExpression') return false;
  return /(^sql\.raw|\.(selectFrom|insertInto|updateTable|deleteFrom))$/.test(source.codeOf(node.callee));
}

function checkForeignKeys(tree: Tree, notes: Notes): void {
  const schemas = tree.texts.filter(({ path }) => /^src\/.*\.sql$/.test(path));
  const homes = new Map<string, string>();
  for (const { path, text } of schemas) {
    for (const { table } of createdTables(withoutComments(text))) homes.set(table ?? '', path);
  }
  for (const { path, text } of schemas) {
    const sql = withoutComments(text);
    for (const { table = '', offset } of referencedTables(sql)) {
      notes.look();
      const home = homes.get(table);
      const line = lineAt(sql, offset);
      if (home === undefined) notes.find({ path, line, what: `no schema.sql creates '${table}'` });
      else if (!mayPointTo(path, home)) notes.find({ path, line, what: `'${table}' belongs to ${home}` });
    }
  }
}

function mayPointTo(path: string, home: string): boolean {
  const from = standingOf(path);
  const to = standingOf(home);
  if (!from || !to || isAbove(from.tier, to.tier)) return Boolean(from && to);
  return from.tier === to.tier && (from.feature === to.feature || isFree(from));
}

/** Only `platform/db/history.ts` changes record rows, on whatever table it is given, and only the posting functions a ledger. */
const historian = 'src/platform/db/history.ts';
const poster = 'src/platform/ledger/schema.sql';

function checkOverwrites(tree: Tree, notes: Notes): void {
  const kept = keptTables(tree);
  for (const file of tree.texts) {
    if (!/^src\/.*\.(ts|tsx|sql)$/.test(file.path) || isTest(file.path)) continue;
    if (file.path === historian || file.path === poster) continue;
    const isStore = /^(store|seed)$/.test(standingOf(file.path)?.role ?? '');
    for (const { table, line } of changesIn(tree, file)) {
      const dynamic = isStore && table === undefined && !file.path.startsWith('src/platform/');
      if (dynamic) notes.find({ path: file.path, line, what: 'a changed table must be named in the statement itself' });
      if (table !== undefined && kept.has(table)) notes.find({ path: file.path, line, what: `overwrites '${table}'` });
    }
    if (isStore && kept.size > 0) notes.look();
  }
}

/** The query builder's ways to change rows: `updateTable`, `deleteFrom`, and `insertInto` that overwrites on conflict. */
const builtChange =
  /\.(?:updateTable|deleteFrom)\(\s*(?:['"`](\w+)['"`])?|\.insertInto\(\s*['"`](\w+)['"`](?=(?:(?!\.insertInto\()[\s\S])*?\.doUpdateSet\()/g;

function changesIn(tree: Tree, file: TextFile): { table: string | undefined; line: number }[] {
  if (file.path.endsWith('.sql')) {
    const sql = withoutComments(file.text);
    return changedTables(sql).map(({ table, offset }) => ({ table, line: lineAt(sql, offset) }));
  }
  const source = tree.sources.find(({ path }) => path === file.path);
  const texts = source?.texts ?? [];
  const stated = texts.flatMap(({ text, line }) =>
    changedTables(text).map(({ table, offset }) => ({ table, line: line + lineAt(text, offset) - 1 })),
  );
  const built = [...file.text.matchAll(builtChange)];
  return [
    ...stated,
    ...built.map((match) => ({ table: snakeCase(match[1] ?? match[2]), line: lineAt(file.text, match.index) })),
  ];
}

/** The builder speaks camelCase, the database snake_case. */
function snakeCase(name: string | undefined): string | undefined {
  return name?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const platformTables = 'src/platform/platform-tables.ts';

/** Tables that features declare as `kind: 'record'` or `'journal'`, with the twins that keep their history, and the ledger's. */
function keptTables(tree: Tree): Set<string> {
  const kept = new Set<string>();
  for (const source of tree.sources) {
    if (standingOf(source.path)?.role !== 'feature' && source.path !== platformTables) continue;
    const kinds = source.path === platformTables ? /\bkind: 'ledger'/ : /\bkind: '(record|journal)'/;
    for (const node of source.nodes) {
      if (node.type !== 'ObjectExpression' || !kinds.test(source.codeOf(node))) continue;
      const table = /^\{\s*name: '(\w+)'/.exec(source.codeOf(node))?.[1];
      if (table !== undefined) kept.add(table).add(`${table}_history`);
    }
  }
  return kept;
}

function exportedFunctions(source: Source): { name: string; node: FunctionNode }[] {
  const functions = new Map<string, FunctionNode>();
  const exported = new Set<string>();
  for (const statement of source.nodes.flatMap((node) => (node.type === 'Program' ? node.body : []))) {
    const isExport = statement.type === 'ExportNamedDeclaration';
    const declared = namedFunctions(isExport ? statement.declaration : statement);
    for (const { name, node } of declared) functions.set(name, node);
    if (!isExport) continue;
    for (const { name } of declared) exported.add(name);
    for (const { local } of statement.specifiers) exported.add(source.codeOf(local));
  }
  return [...functions].filter(([name]) => exported.has(name)).map(([name, node]) => ({ name, node }));
}

/** A piece of a statement reaches no database by itself. */
function returnsFragment(source: Source, node: FunctionNode): boolean {
  return node.returnType ? /^:\s*RawBuilder\b/.test(source.codeOf(node.returnType)) : false;
}

function namedFunctions(node: Node | null): { name: string; node: FunctionNode }[] {
  if (node?.type === 'FunctionDeclaration') return node.id ? [{ name: node.id.name, node }] : [];
  if (node?.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init && isFunction(init) ? [{ name: id.name, node: init }] : [],
  );
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
