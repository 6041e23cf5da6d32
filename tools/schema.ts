import { join } from 'node:path';
import { features } from '../src/app/features.ts';
import { testDatabase } from '../src/platform/db/testing.ts';
import { writeRowTypes } from './row-types.ts';

/** Writes the row types of all schema.sql files: `node tools/schema.ts types`, with TEST_DATABASE_URL. */
async function writeTypes(): Promise<void> {
  const database = await testDatabase(features);
  const owner = await database.connectOwner();
  await writeRowTypes(owner, join(import.meta.dirname, '..', 'src', 'platform', 'db', 'tables.gen.ts'));
  await owner.end();
  await database.drop();
}

await writeTypes();
