import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { articles, clauses } from '../src/measure/public.ts';
import { coverageFile, describeCoverage } from './coverage.ts';

it('docs/COVERAGE.md says what the code says', async () => {
  expect(await readFile(coverageFile, 'utf8')).toBe(describeCoverage());
});

it('lists every article and every clause once', () => {
  const text = describeCoverage();
  for (const article of articles) expect(text).toContain(`\n## ${article.number} `);
  for (const clause of clauses) expect(text.split(`\n| ${clause.id} `)).toHaveLength(2);
});
