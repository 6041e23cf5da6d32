import { expect, test } from 'vitest';
import { safeReturn } from './safe-return.ts';

test('sign-in leads back to the page that asked for it', () => {
  expect(safeReturn('/households?q=a&page=2')).toBe('/households?q=a&page=2');
});

test.each([
  null,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/sign-in?to=/',
  '/\t/evil.example',
])('never to another site: %s', (to) => {
  expect(new URL(safeReturn(to), 'http://here').host).toBe('here');
  expect(safeReturn(to)).toMatch(/^\/(?![/\\])/);
});
