import { describe, expect, it } from 'vitest';
import { checkTree, rules } from './check.ts';
import { cleanFiles, type Files, withRepository } from './example.ts';

const pastures = 'src/registers/pastures';
const grazing = 'src/activities/grazing';
const page = `${grazing}/pages/grazing-page.tsx`;
/** Signs that must not stand in any file are put together here. */
const laterSign = ['TO', 'DO'].join('');
const ignoreSign = ['@ts', 'ignore'].join('-');
const machineFolder = ['', 'work', 'main'].join('/');

interface Planted {
  readonly rule: string;
  readonly what: string;
  readonly files: Files;
  /** `path:line` of the breach */
  readonly at: string;
}

const direction: Planted[] = [
  {
    rule: 'R1',
    what: 'a type taken from a higher folder',
    files: {
      [`${pastures}/rules.ts`]:
        "import type { Grazing } from '../../activities/grazing/contract.ts';\nexport type G = Grazing;\n",
    },
    at: `${pastures}/rules.ts:1`,
  },
  {
    rule: 'R1',
    what: 'a type named inline from a higher folder',
    files: { [`${pastures}/public.ts`]: "\nexport type G = import('../../activities/grazing/contract.ts').Grazing;\n" },
    at: `${pastures}/public.ts:2`,
  },
  {
    rule: 'R1',
    what: 'the product leaning on a tool',
    files: { 'tools/help.ts': 'export const help = 1;\n', 'src/app/cli.ts': "export * from '../../tools/help.ts';\n" },
    at: 'src/app/cli.ts:1',
  },
  {
    rule: 'R2',
    what: 'a neighbour of the same folder',
    files: { 'src/registers/wells/public.ts': "export { rentFen } from '../pastures/rules.ts';\n" },
    at: 'src/registers/wells/public.ts:1',
  },
  {
    rule: 'R2',
    what: 'a test using what works on a neighbour’s tables',
    files: { 'src/registers/wells/more.test.ts': "import { rentFen } from '../pastures/rules.ts';\nrentFen();\n" },
    at: 'src/registers/wells/more.test.ts:1',
  },
  {
    rule: 'R2-sql',
    what: 'a foreign key to a neighbour',
    files: {
      'src/registers/wells/schema.sql': 'create table well (\n  pasture uuid references public."pasture"\n);\n',
    },
    at: 'src/registers/wells/schema.sql:2',
  },
  {
    rule: 'R2-sql',
    what: 'a foreign key upwards',
    files: { 'src/platform/db/schema.sql': 'create table account (grazing uuid REFERENCES grazing);\n' },
    at: 'src/platform/db/schema.sql:1',
  },
  {
    rule: 'R2-sql',
    what: 'a foreign key to a table nobody creates',
    files: { 'src/registers/wells/schema.sql': 'create table well (spring uuid references spring);\n' },
    at: 'src/registers/wells/schema.sql:1',
  },
  {
    rule: 'R3',
    what: "another feature's store",
    files: {
      [`${grazing}/public.ts`]: "// first\nexport const load = () => import('../../registers/pastures/store.ts');\n",
    },
    at: `${grazing}/public.ts:2`,
  },
  {
    rule: 'R3',
    what: "another feature's feature.ts outside app",
    files: { [`${grazing}/seed.ts`]: "export { pastures } from '../../registers/pastures/feature.ts';\n" },
    at: `${grazing}/seed.ts:1`,
  },
  {
    rule: 'R3',
    what: 'example data in production code',
    files: { [`${grazing}/public.ts`]: "export { examplePasture } from '../../registers/pastures/seed.ts';\n" },
    at: `${grazing}/public.ts:1`,
  },
  {
    rule: 'R3',
    what: 'app going behind a public face',
    files: { 'src/app/report.ts': "export { listPastures } from '../registers/pastures/store.ts';\n" },
    at: 'src/app/report.ts:1',
  },
  {
    rule: 'R4',
    what: 'rules that use a package',
    files: { [`${pastures}/rent-rules.ts`]: "import { z } from 'zod';\nexport const shape = z;\n" },
    at: `${pastures}/rent-rules.ts:1`,
  },
  {
    rule: 'R4',
    what: 'rules that import the platform',
    files: {
      [`${pastures}/rules.ts`]:
        "import type { Reply } from '../../platform/http/contract.ts';\nexport type R = Reply<1>;\n",
    },
    at: `${pastures}/rules.ts:1`,
  },
  {
    rule: 'R4',
    what: 'rules that import words',
    files: { [`${pastures}/rules.ts`]: "export { words } from './words.ts';\n" },
    at: `${pastures}/rules.ts:1`,
  },
  {
    rule: 'R4',
    what: 'rules that read the clock',
    files: { [`${pastures}/rules.ts`]: 'export function today() {\n  return new Date();\n}\n' },
    at: `${pastures}/rules.ts:2`,
  },
  {
    rule: 'R4',
    what: 'pure code that rolls dice',
    files: { 'src/platform/pure/ids.ts': 'export const seed = { value: Math.random() };\n' },
    at: 'src/platform/pure/ids.ts:1',
  },
  {
    rule: 'R5',
    what: 'a page that imports the store',
    files: { [page]: "import { recordGrazing } from '../store.ts';\nexport const record = recordGrazing;\n" },
    at: `${page}:1`,
  },
  {
    rule: 'R5',
    what: 'a page that reaches Node through its contract',
    files: {
      [`${grazing}/contract.ts`]:
        "import { readFileSync } from 'fs';\nexport interface Grazing {\n  readonly read: typeof readFileSync;\n}\n",
    },
    at: `${grazing}/contract.ts:1`,
  },
  {
    rule: 'R5',
    what: 'the web entry that reaches the server',
    files: {
      'src/platform/http/session.ts': 'export const session = 1;\n',
      'src/app/web/main.tsx': "import '../../platform/http/session.ts';\n",
    },
    at: 'src/app/web/main.tsx:1',
  },
  {
    rule: 'R7',
    what: 'an indicator that knows a feature',
    files: { 'src/indicators/public.ts': "export { rentFen } from '../registers/pastures/rules.ts';\n" },
    at: 'src/indicators/public.ts:1',
  },
  {
    rule: 'R8-cycle',
    what: 'three files in a circle, by types alone',
    files: {
      'tools/a.ts': "import type { B } from './b.ts';\nexport type A = B;\n",
      'tools/b.ts': "import type { C } from './c.ts';\nexport type B = C;\n",
      'tools/c.ts': "\nimport type { A } from './a.ts';\nexport type C = A;\n",
    },
    at: 'tools/a.ts:1',
  },
  {
    rule: 'imports',
    what: 'an import without its extension',
    files: { 'src/app/cli.ts': "export { features } from './server';\n" },
    at: 'src/app/cli.ts:1',
  },
  {
    rule: 'imports',
    what: 'an import by a computed name',
    files: { 'src/platform/db/load.ts': 'export function load(name: string) {\n  return import(name);\n}\n' },
    at: 'src/platform/db/load.ts:2',
  },
];

const storage: Planted[] = [
  {
    rule: 'R6',
    what: 'a statement in a route',
    files: { [`${grazing}/routes.ts`]: "export const sent = [\n  'SELECT id FROM grazing',\n];\n" },
    at: `${grazing}/routes.ts:2`,
  },
  {
    rule: 'R6',
    what: 'a tagged fragment outside the store',
    files: { [`${grazing}/public.ts`]: "import { sql } from 'kysely';\nexport const part = sql`area_mu > 0`;\n" },
    at: `${grazing}/public.ts:2`,
  },
  {
    rule: 'R6',
    what: 'a query builder outside the store',
    files: { 'src/app/cli.ts': "export const rows = db.selectFrom('grazing');\n" },
    at: 'src/app/cli.ts:1',
  },
  {
    rule: 'R6-http',
    what: 'a store that knows the web server',
    files: {
      [`${pastures}/store.ts`]: "import type { FastifyRequest } from 'fastify';\nexport type R = FastifyRequest;\n",
    },
    at: `${pastures}/store.ts:1`,
  },
  {
    rule: 'R9',
    what: 'a store function with an ambient handle',
    files: {
      [`${pastures}/herd-store.ts`]:
        'function listHerds(db: unknown, tx: unknown) {\n  return [db, tx];\n}\nexport { listHerds };\n',
    },
    at: `${pastures}/herd-store.ts:1`,
  },
  {
    rule: 'R10',
    what: 'a record row overwritten in a statement of several lines',
    files: {
      [`${grazing}/store.ts`]:
        'export async function correct(tx: { query(s: string): void }) {\n  tx.query(`\n    UPDATE grazing AS g SET area_mu = 2`);\n}\n',
    },
    at: `${grazing}/store.ts:3`,
  },
  {
    rule: 'R10',
    what: 'history deleted',
    files: { [`${grazing}/facts.sql`]: 'delete from grazing_history;\n' },
    at: `${grazing}/facts.sql:1`,
  },
  {
    rule: 'R10',
    what: 'a record row overwritten on conflict',
    files: {
      [`${grazing}/seed.ts`]:
        "export const fill = 'insert into pasture values (1) on conflict (id) do update set county = 2';\n",
    },
    at: `${grazing}/seed.ts:1`,
  },
  {
    rule: 'R10',
    what: 'a history row deleted by the builder',
    files: {
      [`${grazing}/store.ts`]:
        "export async function drop(tx: Tx) {\n  await tx.deleteFrom('grazingHistory').execute();\n}\n",
    },
    at: `${grazing}/store.ts:2`,
  },
  {
    rule: 'R10',
    what: 'a record row overwritten on conflict by the builder',
    files: {
      [`${grazing}/store.ts`]:
        "export async function put(tx: Tx) {\n  await tx.insertInto('grazing').values({}).onConflict((c) => c.column('id').doUpdateSet({})).execute();\n}\n",
    },
    at: `${grazing}/store.ts:2`,
  },
  {
    rule: 'R10',
    what: 'a ledger row deleted outside the posting functions',
    files: {
      'src/platform/platform-tables.ts': "export const tables = [{ name: 'ledger_line', kind: 'ledger' }];\n",
      'src/platform/ledger/schema.sql': 'create table ledger_line (county int);\nupdate ledger_line set county = 1;\n',
      [`${grazing}/store.ts`]:
        'export async function drop(tx: Tx) {\n  await tx.query(`delete from ledger_line`);\n}\n',
    },
    at: `${grazing}/store.ts:2`,
  },
  {
    rule: 'R10',
    what: 'a changed table that is named only at run time',
    files: {
      [`${grazing}/store.ts`]: `export async function drop(tx: Tx, table: string) {\n  await tx.query(\`delete from \${table}\`);\n}\n`,
    },
    at: `${grazing}/store.ts:2`,
  },
];

const folders: Planted[] = [
  {
    rule: 'R8-name',
    what: 'a file name outside the roles',
    files: { [`${pastures}/helpers.ts`]: 'export const one = 1;\n' },
    at: `${pastures}/helpers.ts:0`,
  },
  {
    rule: 'R8-name',
    what: 'a data file in a tier without definitions',
    files: { [`${pastures}/kinds.data.ts`]: 'export const one = 1;\n' },
    at: `${pastures}/kinds.data.ts:0`,
  },
  {
    rule: 'R8-name',
    what: 'a tenth folder',
    files: { 'src/common/text.ts': 'export const one = 1;\n' },
    at: 'src/common/text.ts:0',
  },
  {
    rule: 'R8-name',
    what: 'a file beside features',
    files: { 'src/registers/all.ts': 'export const one = 1;\n' },
    at: 'src/registers/all.ts:0',
  },
  {
    rule: 'R8-index',
    what: 'an index',
    files: { 'src/app/web/index.tsx': 'export const one = 1;\n' },
    at: 'src/app/web/index.tsx:0',
  },
  {
    rule: 'complete',
    what: 'a feature without feature.ts',
    files: { [`${grazing}/feature.ts`]: '' },
    at: `${grazing}:0`,
  },
  {
    rule: 'complete',
    what: 'a feature without tests',
    files: { [`${grazing}/store.test.ts`]: '' },
    at: `${grazing}:0`,
  },
];

const writing: Planted[] = [
  {
    rule: 'size-file',
    what: 'a file of 301 lines',
    files: { 'tools/long.ts': '// line\n'.repeat(301) },
    at: 'tools/long.ts:301',
  },
  {
    rule: 'size-file',
    what: 'a test of 501 lines',
    files: { 'tools/long.test.ts': '// line\n'.repeat(501) },
    at: 'tools/long.test.ts:501',
  },
  {
    rule: 'size-function',
    what: 'a function of 61 lines',
    files: { 'tools/long.ts': `\nexport function long() {\n${'  work();\n'.repeat(59)}}\n` },
    at: 'tools/long.ts:2',
  },
  {
    rule: 'size-parameters',
    what: 'four parameters',
    files: {
      'tools/wide.ts': 'export class A {\n  wide(a: 1, b: 1, c: 1, d: 1) {\n    return [a, b, c, d];\n  }\n}\n',
    },
    at: 'tools/wide.ts:2',
  },
  {
    rule: 'function-form',
    what: 'a function held by a constant',
    files: { 'tools/arrow.ts': 'export const twice = (n: number) => 2 * n;\n' },
    at: 'tools/arrow.ts:1',
  },
  {
    rule: 'any',
    what: 'any',
    files: { 'tools/loose.ts': 'export const a: Map<string, any> = new Map();\n' },
    at: 'tools/loose.ts:1',
  },
  {
    rule: 'non-null',
    what: 'an assertion',
    files: { 'tools/loose.ts': 'export const a = process.env.A!.length;\n' },
    at: 'tools/loose.ts:1',
  },
  {
    rule: 'non-null',
    what: 'a definite assignment',
    files: { 'tools/loose.ts': 'export let a!: number;\n' },
    at: 'tools/loose.ts:1',
  },
  {
    rule: 'disable',
    what: 'a switched-off check',
    files: { 'tools/off.ts': `// ${ignoreSign} later\nexport const a = 1;\n` },
    at: 'tools/off.ts:1',
  },
  {
    rule: 'marker',
    what: 'postponed work',
    files: { 'docs/plan.md': `# Plan\n\n${laterSign}: all\n` },
    at: 'docs/plan.md:3',
  },
  {
    rule: 'focus',
    what: 'a test left out',
    files: { 'tools/a.test.ts': "it.skip('a', () => {});\n" },
    at: 'tools/a.test.ts:1',
  },
  {
    rule: 'focus',
    what: 'a lone table test',
    files: { 'tools/a.test.ts': "it.only.each([1])('a', () => {});\n" },
    at: 'tools/a.test.ts:1',
  },
  {
    rule: 'machine-path',
    what: 'a folder of one machine',
    files: { 'docs/how.md': `see (${machineFolder})\n` },
    at: 'docs/how.md:1',
  },
  {
    rule: 'host',
    what: 'a package host',
    files: { '.npmrc': `registry=https://${['registry', 'example', 'org'].join('.')}/\n` },
    at: '.npmrc:1',
  },
  {
    rule: 'syntax',
    what: 'a file that does not parse',
    files: { 'tools/broken.ts': 'export const = 1;\n' },
    at: 'tools/broken.ts:1',
  },
  {
    rule: 'chinese',
    what: 'Chinese in a string',
    files: { 'src/app/cli.ts': "\nexport const title = '四联';\n" },
    at: 'src/app/cli.ts:2',
  },
  {
    rule: 'chinese',
    what: 'Chinese between tags',
    files: {
      'src/app/web/main.tsx': 'export function Title() {\n  return (\n    <h1>\n      四联\n    </h1>\n  );\n}\n',
    },
    at: 'src/app/web/main.tsx:4',
  },
  {
    rule: 'chinese',
    what: 'Chinese in SQL',
    files: { 'src/registers/wells/facts.sql': "-- 井\nselect '井';\n" },
    at: 'src/registers/wells/facts.sql:2',
  },
  ...[
    ["['', 'Well']", 'no Chinese side'],
    ["['井', ' ']", 'no English side'],
    ["['井', 'Well（井）']", 'Chinese in the English'],
    ["['井 {code}', 'Well {id}']", 'different values'],
    ["'井'", 'one language only'],
  ].map(([pair, what = '']) => ({
    rule: 'words',
    what: `a pair with ${what}`,
    files: { 'src/registers/wells/words.ts': `export const words = defineWords({\n  well: ${pair},\n});\n` },
    at: 'src/registers/wells/words.ts:2',
  })),
];

describe('checkTree', () => {
  it('has nothing to say about a clean repository, and counts what it read', () => {
    const { violations, counts } = withRepository({}, checkTree);
    expect(violations).toEqual([]);
    expect(counts).toEqual({ files: Object.keys(cleanFiles).length - 1, imports: 15, rules: rules.length });
  });

  it.each([...direction, ...storage, ...folders, ...writing])('$rule finds $what', ({ rule, files, at }) => {
    const { violations } = withRepository(files, checkTree);
    const found = violations.filter((violation) => violation.line > 0 || violation.path !== '.');
    expect(found.filter((violation) => violation.rule === rule).map(({ path, line }) => `${path}:${line}`)).toContain(
      at,
    );
  });

  it('plants a breach of every rule', () => {
    const planted = new Set([...direction, ...storage, ...folders, ...writing].map(({ rule }) => rule));
    expect(rules.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });

  it('fails on an empty repository, rule by rule', () => {
    const nothing = Object.fromEntries(Object.keys(cleanFiles).map((path) => [path, '']));
    const { violations, counts } = withRepository(nothing, checkTree);
    expect(counts).toMatchObject({ files: 0, imports: 0 });
    expect(violations.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('reads comments, strings and templates as such', () => {
    const text = `// import './nowhere.ts'\nexport const a = \`import './nowhere.ts' \${'from "./nowhere.ts"'}\`;\n`;
    const { violations } = withRepository({ 'tools/quiet.ts': text }, checkTree);
    expect(violations).toEqual([]);
  });

  it('lets sentences that begin like statements pass', () => {
    const text = "export const said = ['Select a village', 'update the figure', 'Grant paid to the village'];\n";
    const { violations } = withRepository({ 'src/app/cli.ts': text }, checkTree);
    expect(violations).toEqual([]);
  });
});
