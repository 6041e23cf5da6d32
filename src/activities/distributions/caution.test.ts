import { describe, expect, it } from 'vitest';
import { cautionsOf } from './caution-rules.ts';

describe('what members should know before they vote', () => {
  it('is nothing while the money is there', () => {
    expect(cautionsOf({ owedFen: 100n, moneyFen: 100n }, String)).toEqual([]);
  });

  it('is what is missing in the till', () => {
    expect(cautionsOf({ owedFen: 100n, moneyFen: 99n }, String)).toEqual([
      { code: 'cash_short', values: { owed: '100', money: '99' } },
    ]);
  });
});
