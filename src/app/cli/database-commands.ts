import { allTables } from '../../platform/db/schema-files.ts';
import { lintSchema } from '../../platform/db/schema-lint.ts';
import { ok } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import type { Desk, Given, Run } from './command.ts';
import { words } from './words.ts';

/** `db migrate`: opening the database has done the work; this says what was done. */
export async function migrateDatabase({ schema, language }: Desk, _given: Given): ReturnType<Run> {
  const names = schema.applied.join(' ') || speak(words['said.nothing'], language);
  return ok({ json: { applied: schema.applied }, said: [{ words: words['said.migrated'], values: { names } }] });
}

/** `db check`: migrations, keys and row-level security as the design asks; a fault ends with exit code 2. */
export async function checkDatabase({ database, product, schema }: Desk, _given: Given): ReturnType<Run> {
  const { pending } = schema;
  const faults = pending.length === 0 ? await findFaults(database, product) : [];
  const count = pending.length + faults.length;
  const json = { engine: database.engine.kind, pending, faults };
  if (count === 0) return ok({ json, said: [{ words: words['said.checked'] }] });
  return ok({
    json,
    table: { columns: [{ title: words['column.message'] }], rows: [...pending, ...faults].map((fault) => [fault]) },
    said: [{ words: words['said.faults'], values: { count } }],
    bad: true,
  });
}

async function findFaults(database: Desk['database'], product: Desk['product']): Promise<readonly string[]> {
  const owner = await database.connectOwner();
  try {
    return await lintSchema(owner, allTables(product.features));
  } finally {
    await owner.end();
  }
}
