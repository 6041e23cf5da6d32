import { describe, expect, it } from 'vitest';
import { cautionsOf, isBelow } from './caution-rules.ts';

const calm = { owedFen: 100n, moneyFen: 100n, subsidyFen: 30n, drawnFen: 30n };

describe('what members should know before they vote', () => {
  it('is nothing while the money is there and the subsidies are held back', () => {
    expect(cautionsOf(calm, String)).toEqual([]);
  });

  it('is what is missing in the till, and public money that would be distributed', () => {
    expect(cautionsOf({ ...calm, moneyFen: 99n, subsidyFen: 31n }, String)).toEqual([
      { code: 'cash_short', values: { owed: '100', money: '99' } },
      { code: 'subsidy_kept_short', values: { subsidy: '31', drawn: '30' } },
    ]);
  });

  it('counts accounts that the organisation added below the statutory ones', () => {
    expect(['101', '10202', '111', '1'].map((code) => isBelow(code, ['101', '102']))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
