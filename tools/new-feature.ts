import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readNames } from './new-feature/names.ts';
import { addEntry } from './new-feature/registry.ts';
import { addRowTypes } from './new-feature/row-types.ts';
import { featureFiles, schemaFile } from './new-feature/templates.ts';

/**
 * Makes a working feature: its folder, a migration, its row types and its places in `src/app`. Writes all or
 * nothing and returns the paths it wrote; throws an Error where the names do not fit or exist already.
 */
export function createFeature(root: string, address: string, zh: string): string[] {
  const names = readNames(address, zh);
  const folder = `src/${names.tier}/${names.folder}`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} exists already`);
  function changed(path: string, change: (text: string) => string): [string, string] {
    return [path, change(readFileSync(join(root, path), 'utf8'))];
  }
  const { tier, many } = names;
  const from = `'../${tier}/${names.folder}`;
  const feature = {
    list: 'features',
    item: many,
    importLine: `import { feature as ${many} } from ${from}/feature.ts';`,
    tier,
  };
  const handlers = {
    list: 'handlers',
    item: `...${many}`,
    importLine: `import { routes as ${many} } from ${from}/routes.ts';`,
    tier,
  };
  const files = new Map([
    ...Object.entries(featureFiles(names)).map(([file, text]): [string, string] => [`${folder}/${file}`, text]),
    [`migrations/${nextNumber(root)}_${names.table}.sql`, schemaFile(names)],
    changed('src/platform/db/tables.gen.ts', (text) => addRowTypes(text, names)),
    changed('src/app/features.ts', (text) => addEntry(text, feature)),
    changed('src/app/handlers.ts', (text) => addEntry(text, handlers)),
  ]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  format(root, [folder, 'src/app/features.ts', 'src/app/handlers.ts']);
  return [...files.keys()];
}

function nextNumber(root: string): string {
  const folder = join(root, 'migrations');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const last = Math.max(0, ...names.map((name) => Number(/^(\d{4})_/.exec(name)?.[1] ?? 0)));
  return String(last + 1).padStart(4, '0');
}

/** Long names break lines elsewhere; the formatter knows where. */
function format(root: string, paths: readonly string[]): void {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  execFileSync(process.execPath, [biome, 'check', '--write', ...paths], { cwd: root, stdio: 'pipe' });
}

function main([address = '', zh = '']: readonly string[]): void {
  try {
    const paths = createFeature(join(import.meta.dirname, '..'), address, zh);
    console.log(paths.join('\n'));
    console.log(
      'next: the clauses it serves and its facts, in feature.ts; its own columns, in schema.sql and the migration',
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('usage: npm run new:feature -- <tier>/<name in the plural> <Chinese name>');
    process.exitCode = 1;
  }
}

if (import.meta.main) main(process.argv.slice(2));
