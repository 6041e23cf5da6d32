import { join } from 'node:path';
import type { JoinedEngine } from '../../platform/db/embedded-join.ts';
import type { Engine } from '../../platform/db/engine.ts';
import { allTables, readViews } from '../../platform/db/schema-files.ts';
import { findStanding } from '../../platform/db/standing.ts';
import { type Front, openFront } from '../../platform/http/front.ts';
import { openPages } from '../../platform/http/pages.ts';
import type { WordPair, WordValues } from '../../platform/words.ts';
import { features } from '../features.ts';
import { databaseName, migrationFolder, projectRoot, type RunOptions } from './options.ts';
import { say } from './say.ts';
import { words } from './words.ts';

/** How to sign in, said below the address. */
export interface Greeting {
  readonly pair: WordPair;
  readonly values: WordValues;
}

/**
 * Opens the port while the rest of the program is still being loaded, when the database can be served as it is.
 * Undefined when something has to be made first. Throws {@link StartRefusal}; nothing has been said by then.
 */
export async function openEarly(
  options: RunOptions,
  engine: Promise<JoinedEngine> | undefined,
): Promise<Front | undefined> {
  const [embedded, views] = await Promise.all([engine, readViews(features)]);
  const plan = { folder: migrationFolder, tables: allTables(features), views };
  const standing = await findStanding(engineOf(options, embedded), plan);
  return standing && open(options, { pair: words[standing.demo ? 'ready.demo' : 'ready.known'], values: {} });
}

/** Opens the port and says its address: from this line on a page that is asked for comes. */
export async function open({ host, port }: RunOptions, greeting: Greeting): Promise<Front> {
  const pages = await openPages(join(projectRoot, 'dist', 'web'));
  const front = await openFront({ host, port, pages });
  say(words.ready, { address: `http://${host === '0.0.0.0' ? 'localhost' : host}:${front.port}` });
  say(greeting.pair, greeting.values);
  return front;
}

/** Where the database of a run is, on the embedded engine when there is one. */
export function engineOf(options: RunOptions, embedded: JoinedEngine | undefined): Engine {
  if (!embedded) return { kind: 'server', url: options.databaseUrl ?? '' };
  const { socketFolder, port } = embedded;
  return { kind: 'embedded', socketFolder, port, database: databaseName };
}
