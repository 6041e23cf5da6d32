import { expect } from 'vitest';
import type { Person } from './person.ts';

export type Body = Readonly<Record<string, unknown>>;

/** A write as the page itself would send it: what a story is not about is done without the screen. It must be accepted. */
export async function send(person: Person, path: string, body: Body, method: 'POST' | 'PUT' = 'POST'): Promise<Body> {
  const cookies = await person.page.context().cookies();
  const token = cookies.find(({ name }) => name === 'silian_csrf')?.value ?? '';
  const response = await person.page.request.fetch(`/api${path}`, {
    method,
    headers: { 'x-csrf-token': decodeURIComponent(token), 'idempotency-key': crypto.randomUUID() },
    data: body,
  });
  const reply = await response.text();
  expect(response.status(), `${method} ${path}: ${reply}`).toBe(200);
  return JSON.parse(reply) as Body;
}

/** What an address answers to this person. */
export async function read<T>(person: Person, path: string): Promise<T> {
  const response = await person.page.request.get(`/api${path}`);
  const reply = await response.text();
  expect(response.status(), `GET ${path}: ${reply}`).toBe(200);
  return JSON.parse(reply) as T;
}
