import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { features } from '../src/app/features.ts';
import { writeRowTypes } from '../src/platform/db/row-types.ts';
import { readSchemas } from '../src/platform/db/schema-files.ts';
import { testDatabase } from '../src/platform/db/testing.ts';

const root = join(import.meta.dirname, '..');

/** Writes the row types of all schema.sql files: `node tools/schema.ts types`, with TEST_DATABASE_URL. */
async function writeTypes(): Promise<void> {
  const database = await testDatabase(features);
  const owner = await database.connectOwner();
  await writeRowTypes(owner, join(root, 'src', 'platform', 'db', 'tables.gen.ts'));
  await owner.end();
  await database.drop();
}

/** Writes the first migrations from the schema.sql files; once there are any, migrations are written by hand. */
async function writeFirstMigrations(): Promise<void> {
  const folder = join(root, 'migrations');
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error('there are migrations: write the next one by hand');
  const schemas = await readSchemas(features);
  for (const [index, schema] of schemas.entries()) {
    const name = schema.feature.split('/').at(-1)?.replaceAll('-', '_');
    await writeFile(join(folder, `${String(index + 1).padStart(4, '0')}_${name}.sql`), schema.sql);
  }
}

const task = process.argv[2];
if (task === 'types') await writeTypes();
else if (task === 'first-migrations') await writeFirstMigrations();
else {
  console.error('node tools/schema.ts types | first-migrations');
  process.exitCode = 2;
}
