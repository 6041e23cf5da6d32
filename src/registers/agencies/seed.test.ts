import { expect, it } from 'vitest';
import { checkCreditCode } from '../../platform/pure/credit-code.ts';
import { demoAgencies } from './seed.ts';

it('demo units carry credit codes that pass their check', () => {
  let state = 7;
  const random = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const { codes } = demoAgencies(random, { place: 150622000000, name: '准格尔旗', from: '2018-01-01' });
  expect(codes.length).toBeGreaterThan(5);
  for (const { code } of codes) expect(checkCreditCode(code).ok).toBe(true);
});
