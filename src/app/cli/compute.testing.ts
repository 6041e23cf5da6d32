import { expect } from 'vitest';
import type { Io } from './io.ts';
import { runSilian } from './silian.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A rule within this process, in English: given a text as it is, anything else as JSON. */
export async function compute(rule: string, input: unknown): Promise<Ran> {
  const texts = { out: '', err: '' };
  const io: Io = {
    env: {},
    terminal: false,
    readInput: async () => Buffer.from(typeof input === 'string' ? input : JSON.stringify(input)),
    out: (text) => (texts.out += text),
    err: (text) => (texts.err += text),
  };
  const unused = () => Promise.reject(new Error('compute opens no database'));
  const code = await runSilian(['compute', rule, '--lang', 'en'], { io, compose: unused, open: unused });
  return { code, ...texts };
}

/** The answer of a rule that takes the input. */
export async function answer(rule: string, input: unknown) {
  const ran = await compute(rule, input);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ran.out);
}
