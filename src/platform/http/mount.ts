import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, publicActor } from '../access/actor.ts';
import { mayDo } from '../access/rules.ts';
import { findSession, type Session } from '../access/sign-in.ts';
import type { Workplace } from '../db/transact.ts';
import { contentDisposition } from '../files/disposition.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import type { Download, RouteContract } from './contract.ts';
import type { Handler, UploadedFile } from './handle.ts';
import { type InputRefusal, type Inputs, perform, type RouteHost, readInputs, toWire } from './invoke.ts';
import { inputProblem, languageOf, type Reader, type RefusalWords, sendProblem, toProblem } from './problem.ts';

export const sessionCookie = 'silian_session';
export const csrfCookie = 'silian_csrf';
export const maxUploadBytes = 64 * 1024 * 1024;

/** What mounted routes share. */
export interface Mounting extends RouteHost {
  readonly find: RefusalWords;
}

/** Mounts one route below `/api`: sign-in, CSRF, rights, validation, transaction, problem details. */
export function mount(server: FastifyInstance, mounting: Mounting, handler: Handler): void {
  const { contract } = handler;
  server.route({
    method: contract.method,
    url: `/api${contract.path}`,
    // written out when somebody asks for the document, not at every start
    config: { swaggerTransform: ({ url }: { url: string }) => ({ url, schema: openApiSchema(contract) }) },
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
  const result = await perform(mounting, handler, {
    actor,
    inputs: inputs.value,
    language: languageOf(request),
    idempotencyKey: idempotencyKey(request),
  });
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
  if (session?.mustChangePassword && contract.act !== 'signed_in' && contract.act !== 'public')
    return { code: 'password_change_due' };
  if (!mayDo(mounting.acts, actor, contract.act)) return { code: 'forbidden' };
  if (writes && contract.act !== 'public' && !idempotencyKey(request)) return { code: 'idempotency_key_missing' };
  return undefined;
}

async function parse(
  contract: RouteContract,
  request: FastifyRequest,
): Promise<Result<Inputs, Refusal | InputRefusal>> {
  const inputs = readInputs(contract, { params: request.params, query: request.query, body: request.body });
  if (!inputs.ok) return inputs;
  const file = contract.upload ? await readUpload(request) : undefined;
  if (file && 'code' in file) return refuse(file);
  return ok({ ...inputs.value, file });
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
  if (!contract.download) return reply.type('application/json; charset=utf-8').send(toWire(value));
  const file = value as Download;
  return (
    reply
      // a name cut in the middle of a character cannot be encoded
      .header('content-disposition', contentDisposition(file.fileName.toWellFormed()))
      .type(file.contentType)
      .send(Buffer.from(file.content))
  );
}

async function sessionOf(place: Workplace, request: FastifyRequest): Promise<Session | undefined> {
  const token = request.cookies[sessionCookie];
  if (!token) return undefined;
  return findSession(place, token, visitorOf(request));
}

export function visitorOf(request: FastifyRequest) {
  return { address: request.ip, device: String(request.headers['user-agent'] ?? ''), requestId: request.id };
}

export function readerOf(request: FastifyRequest, find: RefusalWords): Reader {
  return { language: languageOf(request), requestId: request.id, find };
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key.length >= 8 && key.length <= 100 ? key : undefined;
}

/** The contract as OpenAPI; validation itself is ours, so that every message has words in both languages. */
function openApiSchema(contract: RouteContract): Record<string, unknown> {
  const schema = (shape: z.ZodType) =>
    z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input', target: 'openapi-3.0' });
  return {
    summary: contract.summary,
    tags: [contract.path.split('/')[1] ?? 'silian'],
    description: `act: ${contract.act}`,
    ...(contract.params ? { params: schema(contract.params) } : {}),
    ...(contract.query ? { querystring: schema(contract.query) } : {}),
    ...(contract.body && !contract.upload ? { body: schema(contract.body) } : {}),
    ...(contract.upload ? { consumes: ['multipart/form-data'], body: oneFile } : {}),
    response: { 200: contract.download ? fileReply : schema(contract.reply) },
  };
}

const bytes = { type: 'string', format: 'binary' } as const;
const oneFile = { type: 'object', properties: { file: bytes }, required: ['file'] } as const;
const fileReply = { description: 'the file', content: { 'application/octet-stream': { schema: bytes } } } as const;
