import { features } from '../src/app/features.ts';
import { makeTemplate } from '../src/platform/db/testing.ts';

/** Before the tests of a run: the schema that their databases are copies of. */
export default async function setup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) await makeTemplate(features);
}
