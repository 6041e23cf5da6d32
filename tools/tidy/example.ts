import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string>>;

/** The smallest repository in which every rule finds something to check, and nothing to say. */
export const cleanFiles: Files = {
  '.gitignore': 'build/\n*.log\n',
  'package.json': '{ "name": "example" }\n',
  'src/platform/pure/money.ts': 'export type Fen = bigint;\n',
  'src/platform/words.ts': 'export function defineWords<const T>(words: T): T {\n  return words;\n}\n',
  'src/platform/db/transact.ts': 'export type Tx = { query(sql: string): Promise<unknown> };\n',
  'src/platform/db/history.ts': "export const revise = { statement: 'update grazing set area_mu = 1' };\n",
  'src/platform/http/contract.ts': 'export type Reply<T> = { readonly data: T };\n',
  'src/registers/pastures/feature.ts':
    "import { words } from './words.ts';\nexport const pastures = { tables: [{ name: 'pasture', kind: 'record', occurredOn: ['used_on'] }], words };\n",
  'src/registers/pastures/words.ts':
    "import { defineWords } from '../../platform/words.ts';\n// 草场\nexport const words = defineWords({ pasture: ['草场 {code}', 'Pasture {code}'] });\n",
  'src/registers/pastures/rules.ts':
    "import type { Fen } from '../../platform/pure/money.ts';\nexport function rentFen(areaMu: number, priceFen: Fen): Fen {\n  return BigInt(areaMu) * priceFen;\n}\n",
  'src/registers/pastures/schema.sql':
    '-- 草场 references nothing\ncreate table pasture (county int, id uuid, primary key (county, id));\n',
  'src/registers/pastures/store.ts':
    "import type { Tx } from '../../platform/db/transact.ts';\nexport async function listPastures(tx: Tx): Promise<unknown> {\n  return tx.query('select id from pasture');\n}\n",
  'src/registers/pastures/public.ts': "export { listPastures } from './store.ts';\n",
  'src/registers/pastures/seed.ts': "export const examplePasture = '巴音草场';\n",
  'src/registers/pastures/rules.test.ts':
    "import { rentFen } from './rules.ts';\nimport { examplePasture } from './seed.ts';\nit('multiplies', () => expect(rentFen(2, 3n)).toBe(examplePasture));\n",
  'src/registers/wells/feature.ts': "export const wells = { tables: [{ name: 'well', kind: 'reference' }] };\n",
  'src/registers/wells/feature.test.ts':
    "import { wells } from './feature.ts';\nit('is named', () => expect(wells).toBeTruthy());\n",
  'src/activities/grazing/feature.ts':
    "export const grazing = { tables: [{ name: 'grazing', kind: 'record' }, { name: 'grazing_count', kind: 'system' }] };\n",
  'src/activities/grazing/contract.ts': 'export interface Grazing {\n  readonly areaMu: number;\n}\n',
  'src/activities/grazing/schema.sql':
    'create table grazing (county int, id uuid, pasture uuid, foreign key (county, pasture) references pasture (county, id));\n',
  'src/activities/grazing/store.ts':
    "import type { Tx } from '../../platform/db/transact.ts';\nexport async function recordGrazing(tx: Tx): Promise<unknown> {\n  return tx.query('update grazing_count set n = n + 1 where n < 9 returning id for update');\n}\n",
  'src/activities/grazing/pages/grazing-page.tsx':
    "import type { Reply } from '../../../platform/http/contract.ts';\nimport type { Grazing } from '../contract.ts';\nexport function GrazingPage(props: Reply<Grazing>) {\n  return <p>{props.data.areaMu}</p>;\n}\n",
  'src/activities/grazing/store.test.ts':
    "import { examplePasture } from '../../registers/pastures/seed.ts';\nit('counts', () => expect(examplePasture).toBe('delete from grazing'));\n",
  'src/indicators/feature.ts': "export const indicators = { name: 'indicators' };\n",
  'src/indicators/catalogue/article-09.ts':
    "import type { Fen } from '../../platform/pure/money.ts';\nexport const rents = { name: '租金', floorFen: 0n as Fen };\n",
  'src/indicators/rules.test.ts': "it('adds', () => expect(1 + 1).toBe(2));\n",
  'src/app/server.ts':
    "import { grazing } from '../activities/grazing/feature.ts';\nimport { pastures } from '../registers/pastures/feature.ts';\nexport const features = [pastures, grazing];\n",
  'build/left-over.ts': "import nothing from './nowhere';\n",
};

/**
 * Writes a repository into a new temporary folder, hands it over and removes it.
 * `added` goes over the clean files; an empty text takes a file away.
 */
export function withRepository<T>(added: Files, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'tidy-'));
  try {
    for (const [path, text] of Object.entries({ ...cleanFiles, ...added })) {
      if (text === '') continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
