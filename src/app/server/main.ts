import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { StartRefusal } from '../../platform/start-refusal.ts';
import type { WordPair } from '../../platform/words.ts';
import { type RunOptions, readOptions } from './options.ts';
import { say } from './say.ts';
import { words } from './words.ts';

/**
 * Starts Silian. The database comes up and the port is opened while the rest of the program is loaded: the sign-in page
 * does not wait for what only its second click needs.
 */
async function main(args: readonly string[]): Promise<void> {
  const options = readRunOptions(args);
  // before anything is made: a first start that fails later would have shown its password to nobody
  await refuseTakenPort(options);
  const isNew = !existsSync(options.dataFolder);
  const launched = Promise.withResolvers<void>();
  const engine =
    options.databaseUrl === undefined
      ? startEmbedded({ folder: options.dataFolder, onLaunched: launched.resolve })
      : undefined;
  // in a new folder there is nothing to open the port for, and the engine takes as long as the program
  const early = isNew ? loadRest() : undefined;
  early?.catch(() => undefined);
  // whether it comes up is looked at below, by whom it is handed to
  await Promise.race([launched.promise, engine?.catch(() => undefined)]);
  const { openEarly } = await import('./opening.ts');
  const front = await openEarly(options, engine).catch(async (error: unknown) => {
    await engine?.then(({ stop }) => stop());
    throw error;
  });
  const { serveSilian } = await (early ?? loadRest());
  await serveSilian(options, { engine, front });
}

async function loadRest(): Promise<typeof import('./serve.ts')> {
  const rest = await import('./load-rest.ts');
  return rest.loadRest();
}

function refuseTakenPort({ host, port }: RunOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const tried = createServer();
    tried.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new StartRefusal('port_taken', { port }) : error);
    });
    tried.listen({ host, port }, () => tried.close(() => resolve()));
  });
}

function readRunOptions(args: readonly string[]): RunOptions {
  try {
    return readOptions(args, process.env);
  } catch (error) {
    say(words['start.bad_option'], { detail: error instanceof Error ? error.message : String(error) });
    process.exit(2);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  const pair = (words as Readonly<Record<string, WordPair>>)[`start.${error.code}`];
  if (pair) say(pair, error.values);
  process.exit(2);
}
