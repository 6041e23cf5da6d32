import type { CallInput, Problem, ReplyOf, RouteContract } from '../http/contract.ts';
import { type Id, uuidv7 } from '../pure/ids.ts';
import { getLanguage, pick } from './language.ts';
import { addressOf, cookieValue, fileNameOf, toJson } from './request.ts';
import { words } from './words.ts';

/**
 * The one way from the browser to the server.
 *
 * - `call(contract, { params, query, body, file }, { idempotencyKey?, signal? })` → the reply, typed and parsed.
 * - `download(contract, { params, query })` → saves the file under the name the server gives.
 * - Refusals and failures are thrown as {@link ProblemError} (RFC 9457); `status` 0 means the server was not reached.
 * - A write carries an idempotency key, so one that was dropped on the way is sent once more without harm.
 * - 401 on anything but a public route opens the sign-in page, which leads back here.
 */
export async function call<C extends RouteContract>(
  contract: C,
  input: CallInput<C> = {},
  options: CallOptions = {},
): Promise<ReplyOf<C>> {
  const response = await send(contract, input, options);
  if (response.status === 204) return undefined as ReplyOf<C>;
  return contract.reply.parse(await response.json()) as ReplyOf<C>;
}

export interface CallOptions {
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export async function download<C extends RouteContract>(contract: C, input: CallInput<C> = {}): Promise<void> {
  const response = await send(contract, input, {});
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(response.headers.get('content-disposition'));
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Address of a contract for a plain link, for example to a file. */
export function linkTo<C extends RouteContract>(contract: C, input: CallInput<C> = {}): string {
  return addressOf(contract, input.params as Values, input.query as Values);
}

/** A new record id made in the browser (`crypto.randomUUID` is missing on plain http in an office network). */
export function newId<Kind extends string>(): Id<Kind> {
  return uuidv7<Kind>(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Any failure as a problem, so that every page shows it the same way. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return localProblem('bug', pick(words['problem.bug']));
}

/** The server answered and wrote nothing; a failure of the network or of the server leaves that open. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;
}

type Values = Readonly<Record<string, unknown>> | undefined;

async function send<C extends RouteContract>(
  contract: C,
  input: CallInput<C>,
  options: CallOptions,
): Promise<Response> {
  const address = addressOf(contract, input.params as Values, input.query as Values);
  const request = requestOf(contract, input, options);
  const response = await reach(address, request).catch((error: unknown) => {
    if (request.signal?.aborted) throw error;
    return reach(address, request).catch(() => {
      throw new ProblemError(localProblem('offline', pick(words['problem.offline'])));
    });
  });
  if (response.ok) return response;
  if (response.status === 401 && contract.act !== 'public') openSignIn();
  throw new ProblemError(await readProblem(response));
}

/** A 502 or 504 comes from the gateway, not from Silian: the same as not reached. */
async function reach(address: string, request: RequestInit): Promise<Response> {
  const response = await fetch(address, request);
  if (response.status === 502 || response.status === 504) throw new TypeError('gateway');
  return response;
}

function requestOf<C extends RouteContract>(contract: C, input: CallInput<C>, options: CallOptions): RequestInit {
  const headers: Record<string, string> = { 'Accept-Language': getLanguage() === 'zh' ? 'zh-CN' : 'en' };
  if (contract.method !== 'GET') {
    headers['Idempotency-Key'] = options.idempotencyKey ?? newId();
    headers['X-CSRF-Token'] = cookieValue(document.cookie, 'silian_csrf') ?? '';
  }
  const request: RequestInit = { method: contract.method, headers, credentials: 'same-origin', signal: options.signal };
  if (contract.upload && input.file) {
    const form = new FormData();
    form.append('file', input.file);
    return { ...request, body: form };
  }
  if (input.body === undefined) return request;
  headers['Content-Type'] = 'application/json';
  return { ...request, body: toJson(input.body) };
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Problem;
    if (typeof problem.code === 'string') return problem;
  } catch {
    // Not a problem document: described below.
  }
  const problem = localProblem('unreadable', pick(words['problem.unreadable']));
  return { ...problem, status: response.status, requestId: response.headers.get('x-request-id') ?? '' };
}

function localProblem(code: string, title: string): Problem {
  return { type: 'about:blank', title, status: 0, code, requestId: '' };
}

function openSignIn(): void {
  if (location.pathname === '/sign-in') return;
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
}
