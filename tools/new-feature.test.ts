import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addEntry } from './new-feature/registry.ts';
import { createFeature } from './new-feature.ts';
import { checkTree } from './tidy/check.ts';

const house = resolve(import.meta.dirname, '..');
const folder = 'src/activities/branch-school-visits';
let root: string;
let written: string[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-feature-'));
  for (const name of [
    'src',
    'migrations',
    'biome.json',
    'package.json',
    'tsconfig.base.json',
    'tsconfig.server.json',
    'tsconfig.pure.json',
  ]) {
    if (existsSync(join(house, name))) cpSync(join(house, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
  written = createFeature(root, 'activities/branch-school-visits', '支部走访学校');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('writes the folder, a migration with its schema, and its places in the product', () => {
  const names = ['feature', 'words', 'contract', 'rules', 'store', 'routes', 'rules.test', 'routes.test'].map(
    (name) => `${name}.ts`,
  );
  expect(written).toEqual(expect.arrayContaining([...names, 'schema.sql'].map((name) => `${folder}/${name}`)));
  const migration = written.find((path) => /^migrations\/\d{4}_branch_school_visit\.sql$/.test(path)) ?? '';
  expect(readFileSync(join(root, migration), 'utf8')).toBe(readFileSync(join(root, folder, 'schema.sql'), 'utf8'));
  expect(readFileSync(join(root, 'src/app/features.ts'), 'utf8')).toContain(
    `from '../activities/branch-school-visits/feature.ts'`,
  );
  expect(readFileSync(join(root, 'src/app/handlers.ts'), 'utf8')).toContain('...branchSchoolVisits,');
});

it('keeps the house rules', () => {
  const { violations } = checkTree(root);
  expect(violations.filter(({ path }) => written.some((file) => file === path || path === folder))).toEqual([]);
});

it('compiles, and the compiler was looking', { timeout: 120_000 }, () => {
  const settings = { extends: './tsconfig.server.json', include: [`${folder}/*.ts`] };
  writeFileSync(join(root, 'tsconfig.feature.json'), JSON.stringify(settings));
  expect(compile()).not.toContain(folder);
  appendFileSync(join(root, folder, 'rules.ts'), "export const wrong: number = 'text';\n");
  expect(compile()).toContain(`${folder}/rules.ts`);
});

function compile(): string {
  const tsc = join(house, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.feature.json'], { cwd: root, encoding: 'utf8' });
  return run.stdout + run.stderr;
}

it.each([
  ['activities/branch-school-visits', '走访', 'exists already'],
  ['app/visits', '走访', 'is not <tier>/<name>'],
  ['activities/Visits', '走访', 'is not <tier>/<name>'],
  ['activities/visits', 'Visits', 'no Chinese name'],
  ['ledgers/places', '地点', 'already is a table place'],
])('refuses %s %s', (address, zh, reason) => {
  expect(() => createFeature(root, address, zh)).toThrow(reason);
  expect(existsSync(join(root, 'src/ledgers/places'))).toBe(false);
});

it('keeps the lists of the product in the order in which data flows', () => {
  const text = [
    "import { feature as places } from '../registers/places/feature.ts';",
    "import { feature as loans } from '../activities/loans/feature.ts';",
    'export const features = [places, loans];',
  ].join('\n');
  const added = addEntry(text, {
    list: 'features',
    item: 'shares',
    importLine: "import { feature as shares } from '../ledgers/shares/feature.ts';",
    tier: 'ledgers',
  });
  expect(added).toContain('= [places, shares, loans];');
});
