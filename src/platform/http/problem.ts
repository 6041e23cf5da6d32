import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Refusal } from '../pure/result.ts';
import { type Language, speak, type WordPair } from '../words.ts';
import type { Problem } from './contract.ts';
import { words } from './words.ts';

/** Finds the words of a refusal: the feature's own `refusal.<code>` first, then the common ones. */
export type RefusalWords = (code: string) => WordPair | undefined;

const statusByCode: Readonly<Record<string, number>> = {
  not_found: 404,
  forbidden: 403,
  own_work: 403,
  not_signed_in: 401,
  sign_in_failed: 401,
  sign_in_locked: 429,
  csrf: 403,
  invalid_input: 400,
  idempotency_key_missing: 400,
  idempotency_mismatch: 409,
  stale: 409,
  conflict: 409,
  too_many_requests: 429,
  act_too_often: 429,
  too_large: 413,
  read_only: 503,
  internal: 500,
  password_change_due: 403,
};

export interface Reader {
  readonly language: Language;
  readonly requestId: string;
  readonly find: RefusalWords;
}

/** In which language somebody is answered. */
export function languageOf({ headers }: { readonly headers: IncomingHttpHeaders }): Language {
  return String(headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'zh';
}

/** Turns a refusal into problem details: one sentence, at the field it concerns. */
export function toProblem(refusal: Refusal, reader: Reader): Problem {
  const pair = reader.find(refusal.code) ?? words['refusal.conflict'];
  const values = { requestId: reader.requestId, ...refusal.values };
  const title = speak(pair, reader.language, values);
  return {
    type: `/problems/${refusal.code}`,
    title,
    status: statusByCode[refusal.code] ?? 422,
    code: refusal.code,
    requestId: reader.requestId,
    ...(refusal.field ? { errors: [{ field: refusal.field, message: title, code: refusal.code }] } : {}),
    ...(refusal.values ? { values: refusal.values } : {}),
  };
}

/** Turns zod's findings into one problem with a message at each field. */
export function inputProblem(issues: readonly z.core.$ZodIssue[], reader: Reader): Problem {
  const errors = issues.map((issue) => ({
    field: issue.path.join('.'),
    message: speak(issueWords(issue, reader.find), reader.language),
    code: issue.code,
  }));
  const base = toProblem({ code: 'invalid_input', values: { count: errors.length } }, reader);
  return { ...base, errors };
}

/** A custom issue names a refusal code in its message; the others have words by kind. */
function issueWords(issue: z.core.$ZodIssue, find: RefusalWords): WordPair {
  if (issue.code === 'custom') return find(issue.message) ?? words['field.invalid'];
  if (issue.code === 'invalid_type' && issue.input === undefined) return words['field.required'];
  if (issue.code === 'too_big') return words['field.too_long'];
  if (issue.code === 'too_small')
    return issue.origin === 'string' && issue.minimum === 1 ? words['field.required'] : words['field.too_small'];
  return words['field.invalid'];
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
