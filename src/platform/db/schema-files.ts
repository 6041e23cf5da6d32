import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature, TableSpec } from '../feature.ts';
import { platformTables } from '../platform-tables.ts';
import { splitStatements } from './migrate.ts';

const sourceRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const platformFolders = ['db', 'audit', 'ledger', 'access', 'files', 'jobs'] as const;

export interface SchemaText {
  readonly feature: string;
  readonly sql: string;
}

export interface ViewText {
  readonly name: string;
  readonly sql: string;
}

/**
 * Every `schema.sql`, platform first, then the features in the order given (which is the tier order). A long one goes on in
 * files `<topic>-schema.sql` beside it, in the order of their names.
 */
export async function readSchemas(features: readonly Feature[]): Promise<readonly SchemaText[]> {
  const folders = [...platformFolders.map((name) => `platform/${name}`), ...features.map(featureFolder)];
  const texts = await Promise.all(
    folders.map(async (folder) => ({
      feature: folder,
      sql: await readSchema(join(sourceRoot, folder)),
    })),
  );
  return texts.filter((text): text is SchemaText => text.sql !== undefined);
}

/** Every view and function of the features' `facts.sql`, in tier order. */
export async function readViews(features: readonly Feature[]): Promise<readonly ViewText[]> {
  const texts = await Promise.all(
    features.map((feature) => readIfThere(join(sourceRoot, featureFolder(feature), 'facts.sql'))),
  );
  return texts.flatMap((text) => (text === undefined ? [] : splitStatements(text).map(toView)));
}

export function allTables(features: readonly Feature[]): readonly TableSpec[] {
  return [
    ...platformTables,
    ...features.filter((feature) => feature.tier !== 'platform').flatMap((feature) => feature.tables),
  ];
}

export function featureFolder(feature: Feature): string {
  return feature.tier === 'measure' || feature.tier === 'indicators' ? feature.tier : `${feature.tier}/${feature.name}`;
}

function toView(sql: string): ViewText {
  const name = /create\s+(?:or\s+replace\s+)?view\s+(\w+)/i.exec(sql)?.[1];
  if (name === undefined) throw new Error(`facts.sql holds views only: ${sql.slice(0, 80)}`);
  return { name, sql };
}

async function readSchema(folder: string): Promise<string | undefined> {
  const first = await readIfThere(join(folder, 'schema.sql'));
  if (first === undefined) return undefined;
  const more = (await readdir(folder)).filter((name) => name.endsWith('-schema.sql')).sort();
  const texts = await Promise.all(more.map((name) => readFile(join(folder, name), 'utf8')));
  return [first, ...texts].join('\n');
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
