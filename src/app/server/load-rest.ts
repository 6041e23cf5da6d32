import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { featureFolder } from '../../platform/db/schema-files.ts';
import { features } from '../features.ts';

/** What every feature stands on, heaviest first. */
const foundations = ['kysely', 'fastify', 'zod', '../../platform/http/server.ts'] as const;

/** A browser that waited for the port asks at once, and the first piece takes longest. */
const firstLookMs = 50;

/**
 * Loads the rest of the program piece by piece: a module with all below it is loaded in one go, and in between the port
 * is looked at, so that nobody waits for a page longer than one feature takes.
 */
export async function loadRest(): Promise<typeof import('./serve.ts')> {
  const routes = features
    .map((feature) => join('..', '..', featureFolder(feature), 'routes.ts'))
    .filter((path) => existsSync(join(import.meta.dirname, path)));
  await setTimeout(firstLookMs);
  for (const piece of [...foundations, ...routes]) {
    await import(piece);
    await setImmediate();
  }
  return import('./serve.ts');
}
