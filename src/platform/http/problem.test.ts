import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Language } from '../words.ts';
import { inputProblem, type Reader, toProblem } from './problem.ts';
import { findWords } from './registry.ts';
import { words } from './words.ts';

function reader(language: Language): Reader {
  return { language, requestId: 'request-7', find: findWords([]) };
}

const codes = Object.keys(words)
  .filter((key) => key.startsWith('refusal.'))
  .map((key) => key.slice('refusal.'.length));

describe('problem details', () => {
  it.each(codes)('says %s in both languages, with a status and an address of its own', (code) => {
    const values = { seconds: 30, count: 2 };
    const [chinese, english] = [toProblem({ code, values }, reader('zh')), toProblem({ code, values }, reader('en'))];
    expect(chinese).toMatchObject({ type: `/problems/${code}`, code, requestId: 'request-7', status: english.status });
    expect(chinese.status).toBeGreaterThanOrEqual(400);
    expect(chinese.status).toBeLessThan(600);
    expect(chinese.title).toMatch(/[一-龥]/);
    expect(english.title).toMatch(/^[A-Z][^一-龥]+$/);
    // nothing is left to be filled in
    expect(`${chinese.title}${english.title}`).not.toMatch(/[{}]/);
  });

  it('gives each kind of refusal the status that the standard gives it', () => {
    const status = (code: string) => toProblem({ code }, reader('zh')).status;
    expect(
      Object.fromEntries(
        ['invalid_input', 'not_signed_in', 'forbidden', 'not_found', 'stale', 'too_large', 'anything_else'].map(
          (code) => [code, status(code)],
        ),
      ),
    ).toEqual({
      invalid_input: 400,
      not_signed_in: 401,
      forbidden: 403,
      not_found: 404,
      stale: 409,
      too_large: 413,
      anything_else: 422,
    });
    expect([status('too_many_requests'), status('internal'), status('read_only')]).toEqual([429, 500, 503]);
  });

  it('stands at the field it concerns, and keeps its values', () => {
    const problem = toProblem({ code: 'conflict', field: 'number', values: { most: 3 } }, reader('en'));
    expect(problem.errors).toEqual([{ field: 'number', message: problem.title, code: 'conflict' }]);
    expect(problem.values).toEqual({ most: 3 });
  });

  it('finds a feature’s own words before the common ones', () => {
    const find = findWords([
      {
        name: 'probe',
        tier: 'registers',
        clauses: [],
        tables: [],
        acts: {},
        facts: [],
        pages: [],
        words: { 'refusal.stale': ['过时了', 'Out of date'] },
      },
    ]);
    expect(find('stale')).toEqual(['过时了', 'Out of date']);
    expect(find('not_found')).toEqual(words['refusal.not_found']);
    expect(find('nobody_said_this')).toBeUndefined();
  });

  it('names every wrong field, each with words in the reader’s language', () => {
    const shape = z.object({
      name: z.string().min(1),
      code: z.string().max(3),
      count: z.int().min(2),
      day: z.string().refine((text) => text === 'x', 'stale'),
      people: z.array(z.object({ kind: z.enum(['a', 'b']) })),
    });
    const parsed = shape.safeParse({ name: '', code: 'long', count: 1, day: 'y', people: [{ kind: 'c' }] });
    if (parsed.success) throw new Error('nothing is wrong');
    for (const language of ['zh', 'en'] as const) {
      const problem = inputProblem(parsed.error.issues, reader(language));
      const text = (key: keyof typeof words) => words[key][language === 'zh' ? 0 : 1];
      expect(problem.errors?.map(({ field, message }) => [field, message])).toEqual([
        ['name', text('field.required')],
        ['code', text('field.too_long')],
        ['count', text('field.too_small')],
        ['day', text('refusal.stale')],
        ['people.0.kind', text('field.invalid')],
      ]);
      expect(problem.title).toContain('5');
    }
  });

  it('calls an absent field required', () => {
    const parsed = z.object({ name: z.string() }).safeParse({});
    if (parsed.success) throw new Error('nothing is wrong');
    expect(inputProblem(parsed.error.issues, reader('en')).errors?.[0]?.message).toBe(words['field.required'][1]);
  });
});
