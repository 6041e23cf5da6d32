import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, publicActor } from '../access/actor.ts';
import { type ActTable, decide, mayDo } from '../access/rules.ts';
import { type Session, findSession } from '../access/sign-in.ts';
import { isUniqueViolation } from '../db/connection.ts';
import { type ActContext, type Workplace, readTransact, transact } from '../db/transact.ts';
import { contentDisposition } from '../files/disposition.ts';
import { canonicalJson } from '../pure/canonical.ts';
import { type Refusal, type Result, ok, refuse } from '../pure/result.ts';
import type { Language } from '../words.ts';
import type { Download, RouteContract } from './contract.ts';
import type { Call, Handler, UploadedFile } from './handle.ts';
import { type Reader, type RefusalWords, inputProblem, sendProblem, toProblem } from './problem.ts';

export const sessionCookie = 'silian_session';
export const csrfCookie = 'silian_csrf';
export const maxUploadBytes = 64 * 1024 * 1024;

/** What mounted routes share. */
export interface Mounting {
  readonly place: Workplace;
  readonly acts: ActTable;
  readonly find: RefusalWords;
}

interface Inputs {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly file: UploadedFile | undefined;
}

/** Mounts one route below `/api`: sign-in, CSRF, rights, validation, transaction, problem details. */
export function mount(server: FastifyInstance, mounting: Mounting, handler: Handler): void {
  const { contract } = handler;
  server.route({
    method: contract.method,
    url: `/api${contract.path}`,
    schema: openApiSchema(contract),
    handler: (request, reply) => serve(mounting, handler, { request, reply }),
  });
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function serve(mounting: Mounting, handler: Handler, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const reader = readerOf(request, mounting.find);
  const session = await sessionOf(mounting.place, request);
  const actor = session?.actor ?? publicActor(request.ip, request.id);
  const barred = bar(mounting, { contract: handler.contract, request, session, actor });
  if (barred) return sendProblem(reply, toProblem(barred, reader));
  const inputs = await parse(handler.contract, request);
  if (!inputs.ok) {
    const { refusal } = inputs;
    return sendProblem(reply, 'issues' in refusal ? inputProblem(refusal.issues, reader) : toProblem(refusal, reader));
  }
  const result = await act(mounting, handler, { actor, inputs: inputs.value, request });
  if (!result.ok) return sendProblem(reply, toProblem(result.refusal, reader));
  return respond(reply, handler.contract, result.value);
}

/** The checks that need no input: sign-in, CSRF on every write, the role's act, the idempotency key. */
function bar(
  mounting: Mounting,
  visit: { contract: RouteContract; request: FastifyRequest; session: Session | undefined; actor: Actor },
): Refusal | undefined {
  const { contract, request, session, actor } = visit;
  if (contract.act !== 'public' && !session) return { code: 'not_signed_in' };
  const writes = contract.method !== 'GET';
  if (writes && session && request.headers['x-csrf-token'] !== session.csrfToken) return { code: 'csrf' };
  if (session?.mustChangePassword && contract.act !== 'signed_in' && contract.act !== 'public') return { code: 'password_change_due' };
  if (!mayDo(mounting.acts, actor, contract.act)) return { code: 'forbidden' };
  if (writes && contract.act !== 'public' && !idempotencyKey(request)) return { code: 'idempotency_key_missing' };
  return undefined;
}

async function act(
  mounting: Mounting,
  handler: Handler,
  visit: { actor: Actor; inputs: Inputs; request: FastifyRequest },
): Promise<Result<unknown, Refusal>> {
  const { actor, inputs, request } = visit;
  const { contract } = handler;
  const context: ActContext = { actor, act: contract.act, reason: reasonOf(inputs.body) };
  const run = (tx: Call<RouteContract>['tx']) =>
    handler.run({
      tx,
      actor,
      ...(inputs as Pick<Call<RouteContract>, 'params' | 'query' | 'body' | 'file'>),
      language: languageOf(request),
      decide(name, subject) {
        const decided = decide({ acts: mounting.acts, actor }, name, subject);
        return decided.ok ? undefined : decided.refusal;
      },
      allowed: (names, subject) => names.filter((name) => decide({ acts: mounting.acts, actor }, name, subject).ok),
    });
  if (contract.method === 'GET') return readTransact(mounting.place, context, run);
  const key = idempotencyKey(request);
  const idempotency = key && contract.download === undefined ? { key, requestHash: requestHash(contract, inputs) } : undefined;
  try {
    return await transact(mounting.place, { ...context, idempotency }, run);
  } catch (error) {
    // two writers met: the loser reads the winner's state and decides anew
    if (isUniqueViolation(error)) return refuse({ code: 'conflict' });
    throw error;
  }
}

async function parse(
  contract: RouteContract,
  request: FastifyRequest,
): Promise<Result<Inputs, Refusal | { code: 'invalid_input'; issues: z.core.$ZodIssue[] }>> {
  const params = (contract.params ?? z.object({})).safeParse(request.params);
  // an id that cannot exist is a record one may not know of
  if (!params.success) return refuse({ code: 'not_found' });
  const query = (contract.query ?? z.object({})).safeParse(request.query);
  const body = contract.body && !contract.upload ? contract.body.safeParse(request.body) : { success: true as const, data: undefined };
  const issues = [...(query.success ? [] : query.error.issues), ...(body.success ? [] : body.error.issues)];
  if (!query.success || !body.success) return refuse({ code: 'invalid_input' as const, issues });
  const file = contract.upload ? await readUpload(request) : undefined;
  if (file && 'code' in file) return refuse(file);
  return ok({ params: params.data, query: query.data, body: body.data, file });
}

async function readUpload(request: FastifyRequest): Promise<UploadedFile | Refusal> {
  if (!request.isMultipart()) return { code: 'file_missing', field: 'file' };
  const part = await request.file({ limits: { fileSize: maxUploadBytes, files: 1, fields: 10 } });
  if (!part) return { code: 'file_missing', field: 'file' };
  try {
    return { name: part.filename, bytes: await part.toBuffer() };
  } catch {
    return { code: 'too_large', field: 'file' };
  }
}

function respond(reply: FastifyReply, contract: RouteContract, value: unknown): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (!contract.download) return reply.type('application/json; charset=utf-8').send(JSON.stringify(value ?? null, amountsAsText));
  const file = value as Download;
  return reply
    .header('content-disposition', contentDisposition(file.fileName))
    .type(file.contentType)
    .send(Buffer.from(file.content));
}

/** Fen travel as whole numbers while these are exact, as digits beyond. */
function amountsAsText(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

async function sessionOf(place: Workplace, request: FastifyRequest): Promise<Session | undefined> {
  const token = request.cookies[sessionCookie];
  if (!token) return undefined;
  return findSession(place, token, visitorOf(request));
}

export function visitorOf(request: FastifyRequest) {
  return { address: request.ip, device: String(request.headers['user-agent'] ?? ''), requestId: request.id };
}

export function languageOf(request: FastifyRequest): Language {
  return String(request.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh';
}

export function readerOf(request: FastifyRequest, find: RefusalWords): Reader {
  return { language: languageOf(request), requestId: request.id, find };
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key.length >= 8 && key.length <= 100 ? key : undefined;
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

/** The contract as OpenAPI; validation itself is ours, so that every message has words in both languages. */
function openApiSchema(contract: RouteContract): Record<string, unknown> {
  const schema = (shape: z.ZodType) => z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input', target: 'openapi-3.0' });
  return {
    summary: contract.summary,
    tags: [contract.path.split('/')[1] ?? 'silian'],
    description: `act: ${contract.act}`,
    ...(contract.params ? { params: schema(contract.params) } : {}),
    ...(contract.query ? { querystring: schema(contract.query) } : {}),
    ...(contract.body && !contract.upload ? { body: schema(contract.body) } : {}),
    response: contract.download ? {} : { 200: schema(contract.reply) },
  };
}
