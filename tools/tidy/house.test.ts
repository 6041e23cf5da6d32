import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { checkTree } from './check.ts';

it('this repository keeps its own rules', () => {
  const { violations } = checkTree(resolve(import.meta.dirname, '../..'));
  expect(violations.map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`)).toEqual([]);
});
