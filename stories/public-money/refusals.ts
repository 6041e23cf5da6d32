import { expect } from 'vitest';
import type { Person } from '../person.ts';
import { attempt, type Body, read } from '../requests.ts';
import { type Money, signIn } from './money.ts';

/** What was tried and how it was refused. */
export interface Refused {
  readonly what: string;
  readonly code: string;
  readonly title: string;
}

export interface Attempt {
  readonly path: string;
  readonly body: Body;
}

/** A write that has to be refused with a sentence. */
export async function refused(person: Person, what: string, tried: Attempt): Promise<Refused> {
  const { status, reply } = await attempt(person, tried);
  expect(status, `${what}: ${reply}`).toBeGreaterThanOrEqual(400);
  return told(what, reply);
}

/** The sentence of an answer, which has to be one. */
export function told(what: string, reply: string): Refused {
  const { code, title } = JSON.parse(reply) as { readonly code?: string; readonly title?: string };
  expect(title, what).toMatch(/[一-龥].*。$/);
  return { what, code: code ?? '', title: title ?? '' };
}

/** Each of them stands on the auditor’s list with the sentence that was said, the latest on the first page. */
export async function readRefusals(money: Money, tried: readonly Refused[]): Promise<void> {
  expect(tried.length).toBeGreaterThanOrEqual(20);
  const auditor = await signIn(money, 'auditor');
  const { page } = auditor;
  await auditor.open('/fund-refusals');
  await auditor.see(page.locator('main tbody tr'));
  await auditor.picture('money-30-refusals');
  const shown = await auditor.read(page.locator('main tbody'));
  for (const { title } of tried) expect(shown).toContain(title);
  interface Row {
    readonly code: string;
    readonly sentence: readonly [zh: string, en: string];
  }
  const { rows } = await read<{ rows: readonly Row[] }>(auditor, '/fund-refusals?limit=200');
  const left = rows.map(({ code, sentence }) => `${code} ${sentence[0]}`);
  for (const { what, code, title } of tried) {
    const at = left.indexOf(`${code} ${title}`);
    expect(at, `${what} (${code} ${title}) stands on the list`).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
}
