import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { type ActTable, decide, mayDo } from '../access/rules.ts';
import { claimAnswers, takeAnswers, takeUse } from '../access/use.ts';
import { isUniqueViolation } from '../db/connection.ts';
import { type ActContext, readTransact, type Tx, transact, type Workplace } from '../db/transact.ts';
import { canonicalJson } from '../pure/canonical.ts';
import { toJsonFen } from '../pure/money.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import type { Language } from '../words.ts';
import type { RouteContract } from './contract.ts';
import type { Call, Handler, UploadedFile } from './handle.ts';
import type { RefusalWords } from './problem.ts';

/** Where routes work: the database and the acts that features declare. */
export interface RouteHost {
  readonly place: Workplace;
  readonly acts: ActTable;
  /** the words of refusals, of all features; without them a list of refusals names their codes */
  readonly find?: RefusalWords;
}

/** What a caller sent, not looked at yet. */
export interface RawInputs {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

export interface Inputs {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly file: UploadedFile | undefined;
}

/** Zod's findings travel with the refusal, so that each gets its words at its field. */
export type InputRefusal = Refusal<'invalid_input'> & { readonly issues: readonly z.core.$ZodIssue[] };

export interface Invocation extends RawInputs {
  readonly actor: Actor;
  readonly language: Language;
  readonly file?: UploadedFile | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * Runs a route for an actor without HTTP, by the same acts, checks and transaction as a request: there is no other
 * way to a handler than this one.
 */
export async function invoke(
  host: RouteHost,
  handler: Handler,
  visit: Invocation,
): Promise<Result<unknown, Refusal | InputRefusal>> {
  const { contract } = handler;
  if (!mayDo(host.acts, visit.actor, contract.act)) return refuse({ code: 'forbidden' });
  const inputs = readInputs(contract, visit);
  if (!inputs.ok) return inputs;
  if (contract.upload && !visit.file) return refuse({ code: 'file_missing', field: 'file' });
  return perform(host, handler, { ...visit, inputs: { ...inputs.value, file: visit.file } });
}

/** Checks params, query and body against the contract. */
export function readInputs(
  contract: RouteContract,
  raw: RawInputs,
): Result<Omit<Inputs, 'file'>, Refusal | InputRefusal> {
  const params = (contract.params ?? z.object({})).safeParse(raw.params ?? {});
  // an id that cannot exist is a record one may not know of
  if (!params.success || unstorable(params.data).length > 0) return refuse({ code: 'not_found' });
  const query = (contract.query ?? z.object({})).safeParse(raw.query ?? {});
  const body =
    contract.body && !contract.upload ? contract.body.safeParse(raw.body) : { success: true as const, data: undefined };
  const issues = [
    ...(query.success ? unstorable(query.data) : query.error.issues),
    ...(body.success ? unstorable(body.data) : body.error.issues),
  ];
  if (!query.success || !body.success || issues.length > 0) return refuse({ code: 'invalid_input' as const, issues });
  return ok({ params: params.data, query: query.data, body: body.data });
}

/** Texts that no database column takes: with a NUL, or with half a character (quality A119). */
function unstorable(value: unknown, path: readonly PropertyKey[] = []): z.core.$ZodIssue[] {
  if (typeof value === 'string') {
    if (!value.includes('\u0000') && value.isWellFormed()) return [];
    return [{ code: 'custom', message: 'text_unstorable', path: [...path], input: value }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => unstorable(member, [...path, key]));
}

export interface Performance {
  readonly actor: Actor;
  readonly language: Language;
  readonly inputs: Inputs;
  readonly idempotencyKey?: string | undefined;
}

/** Runs the handler in its transaction: a reading route in a read-only one, a writing route as one act. */
export async function perform(
  host: RouteHost,
  handler: Handler,
  visit: Performance,
): Promise<Result<unknown, Refusal>> {
  const { actor, inputs } = visit;
  const { contract } = handler;
  const context: ActContext = { actor, act: contract.act, reason: reasonOf(inputs.body) };
  if (contract.method === 'GET') {
    return readTransact(host.place, context, (tx) => handler.run(callOf(host, visit, tx)));
  }
  const stopped = await takeUse(host, actor, contract.act);
  if (stopped) return refuse(stopped);
  return write(host, handler, { ...visit, context });
}

async function write(
  host: RouteHost,
  handler: Handler,
  visit: Performance & { readonly context: ActContext },
): Promise<Result<unknown, Refusal>> {
  const { actor, inputs, context, idempotencyKey: key } = visit;
  const { contract } = handler;
  const idempotency =
    key && !contract.download && !contract.secret ? { key, requestHash: requestHash(contract, inputs) } : undefined;
  let used: ReadonlyMap<string, number> = new Map();
  try {
    const result = await transact(host.place, { ...context, idempotency }, async (tx) => {
      const done = await handler.run(callOf(host, visit, tx));
      used = tx.used;
      const stopped = done.ok ? await claimAnswers(host.acts, tx) : undefined;
      return stopped ? refuse(stopped) : done;
    });
    const stopped = result.ok ? undefined : await takeAnswers(host, actor, used);
    return stopped ? refuse(stopped) : result;
  } catch (error) {
    // two writers met: the loser reads the winner's state and decides anew
    if (isUniqueViolation(error)) return refuse({ code: 'conflict' });
    throw error;
  }
}

function callOf({ acts, find }: RouteHost, { actor, inputs, language }: Performance, tx: Tx): Call<RouteContract> {
  return {
    tx,
    actor,
    ...(inputs as Pick<Call<RouteContract>, 'params' | 'query' | 'body' | 'file'>),
    language,
    refusalWords: (code) => find?.(code),
    decide(name, subject) {
      const decided = decide({ acts, actor }, name, subject);
      return decided.ok ? undefined : decided.refusal;
    },
    allowed: (names, subject) => names.filter((name) => decide({ acts, actor }, name, subject).ok),
  };
}

/** A reply as it travels. Fen are whole numbers while these are exact, digits as text beyond. */
export function toWire(value: unknown): string {
  try {
    return JSON.stringify(value ?? null);
  } catch (error) {
    // only a reply with amounts pays for looking at each member; JSON itself refuses a bigint
    if (!(error instanceof TypeError)) throw error;
    return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? toJsonFen(member) : member));
  }
}

function requestHash(contract: RouteContract, inputs: Inputs): Buffer {
  const hash = createHash('sha256').update(`${contract.method} ${contract.path}\n`);
  hash.update(canonicalJson({ params: inputs.params, query: inputs.query, body: inputs.body ?? null }));
  if (inputs.file) hash.update(inputs.file.bytes);
  return hash.digest();
}

function reasonOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('reason' in body)) return undefined;
  return typeof body.reason === 'string' ? body.reason : undefined;
}
