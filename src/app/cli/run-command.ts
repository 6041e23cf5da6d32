import { randomUUID } from 'node:crypto';
import { type Actor, systemActor } from '../../platform/access/actor.ts';
import { decide, type Rights } from '../../platform/access/rules.ts';
import type { ReplyOf, RouteContract } from '../../platform/http/contract.ts';
import { invoke, toWire } from '../../platform/http/invoke.ts';
import { inputProblem, type Reader, toProblem } from '../../platform/http/problem.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Result, refuse } from '../../platform/pure/result.ts';
import { type Language, speak } from '../../platform/words.ts';
import type { Product } from '../compose.ts';
import type { System } from '../server/run.ts';
import type { Answer, CliRefusal, CommandSpec, Given, RouteInput } from './command.ts';
import type { ExitCode, Io } from './io.ts';
import { type Seat, takeSeat, visitorHere } from './seat.ts';
import { drawTable } from './table.ts';
import { words } from './words.ts';

/** What every command takes besides its own options. */
export interface Common {
  readonly json: boolean;
  readonly language: Language;
  readonly as: string | undefined;
  readonly dataFolder: string | undefined;
}

/** What the command line stands on; tests bring a database of their own. */
export interface Ground {
  readonly io: Io;
  compose(): Promise<Product>;
  open(product: Product, request: OpenRequest): Promise<System>;
}

export interface OpenRequest {
  readonly dataFolder: string | undefined;
  /** bring the schema up to date instead of saying what it lacks */
  readonly migrate: boolean;
}

export interface CommandCall {
  readonly spec: CommandSpec;
  readonly given: Given;
  readonly common: Common;
}

const everywhere = { lo: 110_000_000_000, hi: 999_999_999_999 };

/** Runs one command from opening the database to closing it, and prints what came of it. */
export async function runCommand(ground: Ground, call: CommandCall): Promise<ExitCode> {
  const { spec, common } = call;
  const requestId = randomUUID();
  const product = await ground.compose();
  const printer = { io: ground.io, common, reader: readerFor(product, { language: common.language, requestId }) };
  if (spec.actor === 'account' && common.as === undefined) {
    return printRefusal(printer, { code: 'as_missing', field: 'as' });
  }
  const system = await ground.open(product, { dataFolder: common.dataFolder, migrate: spec.schema === 'migrate' });
  try {
    const result = await runOn(system, { ...call, product, requestId });
    return result.ok ? printAnswer(printer, result.value) : printRefusal(printer, result.refusal);
  } finally {
    await system.close();
  }
}

interface OpenCall extends CommandCall {
  readonly product: Product;
  readonly requestId: string;
}

async function runOn(system: System, call: OpenCall): Promise<Result<Answer, CliRefusal>> {
  const { spec, given, common, product } = call;
  const { database, applied, pending } = system;
  if (spec.schema === 'current' && pending.length > 0) {
    return refuse({ code: 'migrations_pending', values: { count: pending.length } });
  }
  const seat = await seatFor(system, call);
  if (!seat.ok) return seat;
  const { actor } = seat.value;
  const { language } = common;
  try {
    const run = await spec.load();
    return await run({ database, product, actor, language, schema: { applied, pending }, call: callRoute }, given);
  } finally {
    await seat.value.leave();
  }

  async function callRoute<C extends RouteContract>(contract: C, input: RouteInput<C>) {
    const handler = product.handlers.find((one) => isSameRoute(one.contract, contract));
    if (!handler) throw new Error(`no route answers ${contract.method} ${contract.path}`);
    const narrowed = narrow({ acts: product.acts, actor }, contract, input.within);
    if (!narrowed.ok) return narrowed;
    const { params, query, body, file } = input;
    const visit = { actor: narrowed.value, language, params, query, body, file, idempotencyKey: randomUUID() };
    return (await invoke({ place: database, acts: product.acts, find: product.find }, handler, visit)) as Result<
      ReplyOf<C>,
      CliRefusal
    >;
  }
}

/** The actor inside one place of his range; a place outside it is not found. */
function narrow(rights: Rights, { act }: RouteContract, within: Place | undefined): Result<Actor, CliRefusal> {
  if (within === undefined) return ok(rights.actor);
  const decided = decide(rights, act, { place: within });
  if (!decided.ok) return refuse({ ...decided.refusal, field: 'place' });
  return ok({ ...rights.actor, range: placeRange(within) });
}

async function seatFor({ database }: System, { spec, common, requestId }: OpenCall): Promise<Result<Seat, CliRefusal>> {
  if (common.as !== undefined && spec.actor !== 'system') {
    return takeSeat(database, { as: common.as, requestId, beforePassword: spec.beforePassword === true });
  }
  const { address } = visitorHere(requestId);
  return ok({ actor: { ...systemActor(everywhere, requestId), address }, leave: async () => undefined });
}

function isSameRoute(one: RouteContract, other: RouteContract): boolean {
  return one.method === other.method && one.path === other.path;
}

interface Printer {
  readonly io: Io;
  readonly common: Common;
  readonly reader: Reader;
}

function printAnswer({ io, common }: Printer, { json, table, said = [], bad }: Answer): ExitCode {
  const { language } = common;
  if (common.json) io.out(`${toWire(json)}\n`);
  else if (table && table.rows.length > 0) io.out(drawTable(table, language));
  for (const sentence of said) io.err(`${speak(sentence.words, language, sentence.values)}\n`);
  return bad ? 2 : 0;
}

/** The problem as the route would answer it; the sentence stands on standard error. */
function printRefusal({ io, common, reader }: Printer, refusal: CliRefusal): ExitCode {
  const problem = 'issues' in refusal ? inputProblem(refusal.issues, reader) : toProblem(refusal, reader);
  const faults = problem.errors ?? [];
  const lines = faults.length > 0 ? faults.map(({ field, message }) => `${field}: ${message}`) : [problem.title];
  for (const line of lines) io.err(`${line}\n`);
  if (common.json) io.out(`${toWire(problem)}\n`);
  return 2;
}

function readerFor(
  product: Product,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
): Reader {
  const own: Readonly<Record<string, readonly [string, string]>> = words;
  return { language, requestId, find: (code) => own[`refusal.${code}`] ?? product.find(code) };
}
