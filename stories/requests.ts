import { expect } from 'vitest';
import type { Person } from './person.ts';

export type Body = Readonly<Record<string, unknown>>;

/** A write as the page itself would send it: what a story is not about is done without the screen. It must be accepted. */
export function send(person: Person, path: string, body: Body): Promise<Body> {
  return write(person, { method: 'POST', path, body });
}

/** The same for what is set, whether it was there or not. */
export function put(person: Person, path: string, body: Body): Promise<Body> {
  return write(person, { method: 'PUT', path, body });
}

export interface Write {
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly body: Body;
  /** of an earlier attempt, when this one repeats it */
  readonly key?: string;
}

/** A write whose answer the story looks at itself, whatever it is. */
export async function attempt(
  { page }: Person,
  { method = 'POST', path, body, key = crypto.randomUUID() }: Write,
): Promise<{ readonly status: number; readonly reply: string }> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'silian_csrf')?.value ?? '';
  const response = await page.request.fetch(`/api${path}`, {
    method,
    headers: { 'x-csrf-token': decodeURIComponent(token), 'idempotency-key': key },
    data: body,
  });
  return { status: response.status(), reply: await response.text() };
}

async function write(person: Person, { method = 'POST', path, body }: Write): Promise<Body> {
  const { status, reply } = await attempt(person, { method, path, body });
  expect(status, `${method} ${path}: ${reply}`).toBe(200);
  return JSON.parse(reply) as Body;
}

/** What an address answers to this person. */
export async function read<T>(person: Person, path: string): Promise<T> {
  const response = await person.page.request.get(`/api${path}`);
  const reply = await response.text();
  expect(response.status(), `GET ${path}: ${reply}`).toBe(200);
  return JSON.parse(reply) as T;
}
