import type { FastifyInstance } from 'fastify';
import { makeOneTimePassword } from '../../platform/access/one-time-password.ts';
import type { JoinedEngine } from '../../platform/db/embedded-join.ts';
import { freeSpaceGuard } from '../../platform/db/embedded-space.ts';
import type { Front } from '../../platform/http/front.ts';
import { buildServer } from '../../platform/http/server.ts';
import { composeProduct, type Product } from '../compose.ts';
import { startBackground } from './background.ts';
import { beginDemoTime, resumeDemoTime } from './clock.ts';
import { createFirstAdministrator, ensureReference, isDemo, isFresh } from './first-start.ts';
import { type Greeting, open } from './opening.ts';
import type { RunOptions } from './options.ts';
import { openSystem, type System } from './run.ts';
import { say } from './say.ts';
import { mountSessionRoutes } from './session-routes.ts';
import { words } from './words.ts';

interface Running {
  readonly system: System;
  readonly front: Front;
  readonly server: FastifyInstance;
  readonly stopBackground: () => Promise<void>;
}

/** What is there already when the rest of the program has been loaded. */
export interface Begun {
  /** the embedded engine, starting or started */
  readonly engine: Promise<JoinedEngine> | undefined;
  /** the open port, when the database could be served as it was */
  readonly front: Front | undefined;
}

/**
 * Opens the system, fills it when it is empty, opens the port unless it is open, and serves. Throws
 * {@link StartRefusal}.
 */
export async function serveSilian(options: RunOptions, { engine, front }: Begun): Promise<void> {
  const product = composeProduct();
  let low = false;
  const stopGuard = engine
    ? freeSpaceGuard(
        options.dataFolder,
        () => (low = true),
        () => (low = false),
      )
    : () => undefined;
  const system = await openSystem(product, options, { writable: () => !low, engine, stands: front !== undefined });
  try {
    const greeting = await prepare(system, options);
    await ensureReference(system.database);
    const running = await serve(product, system, front ?? (await open(options, greeting)));
    stopOnSignals(running, stopGuard);
  } catch (error) {
    stopGuard();
    await system.close();
    throw error;
  }
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
  const password = makeOneTimePassword();
  await createFirstAdministrator(system.database, { login, password });
  return { pair: words['ready.empty'], values: { login, password } };
}

async function serve(product: Product, system: System, front: Front): Promise<Running> {
  const { database } = system;
  const demo = await isDemo(database);
  const server = await buildServer({
    front,
    place: database,
    acts: product.acts,
    find: product.find,
    handlers: product.handlersWith(database.recount),
    log: process.env.SILIAN_LOG === '1',
    mountMore: async (instance, mounting) => mountSessionRoutes(instance, mounting, { demo }),
  });
  await server.ready();
  front.handOver((request, response) => server.routing(request, response));
  return { system, front, server, stopBackground: startBackground(database) };
}

function stopOnSignals(running: Running, stopGuard: () => void): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say(words.stopping);
    stopGuard();
    await running.stopBackground();
    await running.front.close();
    await running.server.close();
    await running.system.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}
