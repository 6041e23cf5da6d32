import { randomUUID } from 'node:crypto';
import { StartRefusal } from '../../platform/start-refusal.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import type { System } from '../server/run.ts';
import type { ExitCode, Io } from './io.ts';
import { handleArguments } from './program.ts';
import type { Ground, OpenRequest } from './run-command.ts';
import { words } from './words.ts';

/** One run of the command line. What is not needed is not loaded: `compute` starts without the database and its routes. */
export async function runSilian(args: readonly string[], ground: Ground): Promise<ExitCode> {
  const { io } = ground;
  try {
    return await handleArguments(args, {
      io,
      command: async (call) => (await import('./run-command.ts')).runCommand(ground, call),
      compute: async (request) => (await import('./compute.ts')).runCompute(io, request),
    });
  } catch (error) {
    return explain(io, error, args.includes('en') ? 'en' : 'zh');
  }
}

/** A database that cannot be used is a sentence and exit code 2; everything else is our bug. */
async function explain(io: Io, error: unknown, language: Language): Promise<ExitCode> {
  if (error instanceof StartRefusal) {
    const { words: serverWords } = await import('../server/words.ts');
    const known: Readonly<Record<string, WordPair>> = serverWords;
    io.err(`${speak(known[`start.${error.code}`] ?? words['said.bug'], language, error.values)}\n`);
    return 2;
  }
  if (isConnectionLost(error))
    return explain(io, new StartRefusal('database_unreachable', { detail: error.message }), language);
  const requestId = randomUUID();
  io.err(`${speak(words['said.bug'], language, { requestId })}\n`);
  if (io.env.SILIAN_DEBUG) io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}

/** The server was stopped, or the network broke, in the middle of a command: nothing half done stays. */
function isConnectionLost(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(57P0[123]|08...|ECONNREFUSED|ECONNRESET)$/.test(code);
}

/** The product of this program on the database of its settings. */
export function realGround(io: Io): Ground {
  return {
    io,
    compose: async () => (await import('../compose.ts')).composeProduct(),
    async open(product, { dataFolder, migrate }: OpenRequest) {
      const { readOptions } = await import('../server/options.ts');
      const { openSystem } = await import('../server/run.ts');
      const run = readOptions(dataFolder === undefined ? [] : ['--data', dataFolder], io.env);
      const system = await openSystem(product, run, { keepSchema: !migrate });
      try {
        if (system.pending.length === 0) await makeReady(system, run.dataFolder);
        return system;
      } catch (error) {
        await system.close();
        throw error;
      }
    },
  };
}

/** As a start of the server does: reference values of this version, and a demo city in its own time. */
async function makeReady(system: System, dataFolder: string): Promise<void> {
  const { ensureReference, isDemo } = await import('../server/first-start.ts');
  const { resumeDemoTime } = await import('../server/clock.ts');
  if (await isDemo(system.database)) await resumeDemoTime(system.clock, dataFolder);
  await ensureReference(system.database);
}
