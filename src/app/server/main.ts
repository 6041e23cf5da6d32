import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { freeSpaceGuard } from '../../platform/db/embedded-space.ts';
import { buildServer } from '../../platform/http/server.ts';
import { StartRefusal } from '../../platform/start-refusal.ts';
import { speak, type WordPair, type WordValues } from '../../platform/words.ts';
import { composeProduct, type Product } from '../compose.ts';
import { makeDemoCity } from '../demo/city.ts';
import { startBackground } from './background.ts';
import { beginDemoTime, resumeDemoTime } from './clock.ts';
import { createFirstAdministrator, ensureReference, isDemo, isFresh } from './first-start.ts';
import { projectRoot, type RunOptions, readOptions } from './options.ts';
import { openSystem, type System } from './run.ts';
import { mountSessionRoutes } from './session-routes.ts';
import { words } from './words.ts';

interface Running {
  readonly system: System;
  readonly server: FastifyInstance;
  readonly stopBackground: () => Promise<void>;
}

/** Starts Silian: database, schema, demo city or first administrator, pages, background work; one clear line at the end. */
async function main(args: readonly string[]): Promise<void> {
  const options = readRunOptions(args);
  // before anything is made: a first start that fails later would have shown its password to nobody
  await refuseTakenPort(options);
  const product = composeProduct();
  let low = false;
  const stopGuard = options.databaseUrl
    ? () => undefined
    : freeSpaceGuard(
        options.dataFolder,
        () => (low = true),
        () => (low = false),
      );
  const system = await openSystem(product, options, { writable: () => !low });
  try {
    const greeting = await prepare(system, options);
    await ensureReference(system.database);
    const running = await serve(product, system, options);
    announce(options, running.server, greeting);
    stopOnSignals(running, stopGuard);
  } catch (error) {
    stopGuard();
    await system.close();
    throw error;
  }
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

interface Greeting {
  readonly pair: WordPair;
  readonly values: WordValues;
}

/** Fills an empty database, and says how to sign in. */
async function prepare(system: System, options: RunOptions): Promise<Greeting> {
  if (!(await isFresh(system.database))) {
    const demo = await isDemo(system.database);
    if (demo) await resumeDemoTime(system.clock, options.dataFolder);
    return { pair: demo ? words['ready.demo'] : words['ready.known'], values: {} };
  }
  if (!options.empty) {
    say(words['preparing.demo']);
    await beginDemoTime(system.clock, options.dataFolder, options.demoBegins);
    await makeDemoCity(system.database);
    return { pair: words['ready.demo'], values: {} };
  }
  const login = options.login ?? 'admin';
  const password = randomBytes(12).toString('base64url');
  await createFirstAdministrator(system.database, { login, password });
  return { pair: words['ready.empty'], values: { login, password } };
}

async function serve(product: Product, system: System, options: RunOptions): Promise<Running> {
  const { database } = system;
  const webFolder = join(projectRoot, 'dist', 'web');
  const server = await buildServer({
    place: database,
    acts: product.acts,
    find: product.find,
    handlers: product.handlersWith(database.recount),
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : undefined,
    log: process.env.SILIAN_LOG === '1',
    mountMore: async (instance, mounting) => mountSessionRoutes(instance, mounting, { demo: await isDemo(database) }),
  });
  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new StartRefusal('port_taken', { port: options.port });
    throw error;
  }
  return { system, server, stopBackground: startBackground(database) };
}

function announce(options: RunOptions, server: FastifyInstance, greeting: Greeting): void {
  const bound = server.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : options.port;
  const host = options.host === '0.0.0.0' ? 'localhost' : options.host;
  say(words.ready, { address: `http://${host}:${port}` });
  say(greeting.pair, greeting.values);
}

function stopOnSignals(running: Running, stopGuard: () => void): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say(words.stopping);
    stopGuard();
    await running.stopBackground();
    await running.server.close();
    await running.system.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

function say(pair: WordPair, values: WordValues = {}): void {
  console.log(speak(pair, 'zh', values));
  console.log(speak(pair, 'en', values));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  const pair = (words as Readonly<Record<string, WordPair>>)[`start.${error.code}`];
  if (pair) say(pair, error.values);
  process.exit(2);
}
