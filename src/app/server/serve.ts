import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { JoinedEngine } from '../../platform/db/embedded-join.ts';
import { freeSpaceGuard } from '../../platform/db/embedded-space.ts';
import { buildServer } from '../../platform/http/server.ts';
import { StartRefusal } from '../../platform/start-refusal.ts';
import type { WordPair, WordValues } from '../../platform/words.ts';
import { composeProduct, type Product } from '../compose.ts';
import { startBackground } from './background.ts';
import { beginDemoTime, resumeDemoTime } from './clock.ts';
import { createFirstAdministrator, ensureReference, isDemo, isFresh } from './first-start.ts';
import { projectRoot, type RunOptions } from './options.ts';
import { openSystem, type System } from './run.ts';
import { say } from './say.ts';
import { mountSessionRoutes } from './session-routes.ts';
import { words } from './words.ts';

interface Running {
  readonly system: System;
  readonly server: FastifyInstance;
  readonly stopBackground: () => Promise<void>;
}

/**
 * Opens the system on an engine that is already starting, fills it when it is empty, and serves it; one clear line at the
 * end. Throws {@link StartRefusal}.
 */
export async function serveSilian(options: RunOptions, engine: Promise<JoinedEngine> | undefined): Promise<void> {
  const product = composeProduct();
  let low = false;
  const stopGuard = engine
    ? freeSpaceGuard(
        options.dataFolder,
        () => (low = true),
        () => (low = false),
      )
    : () => undefined;
  const system = await openSystem(product, options, { writable: () => !low, engine });
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
    const { makeDemoCity } = await import('../demo/city.ts');
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
