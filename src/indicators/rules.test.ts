import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../platform/pure/period.ts';
import {
  type CountedIndicator,
  compile,
  countsAs,
  followsOn,
  indicatorValue,
  isAdditive,
  ratioOf,
  recordAddress,
} from './rules.ts';

const counted: CountedIndicator = {
  kind: 'counted',
  code: 'c',
  clause: '7.1',
  direction: 'none',
  owner: 'city_office',
  since: '2018.1',
  fact: 'village',
  filters: [{ dim: 'rural', anyOf: ['true'] }],
  timing: 'month_end',
  aggregate: 'count',
  unit: 'village',
};
const scope = { lo: 150622000000, hi: 150622999999, month: '2018-02' as Month };

describe('compile', () => {
  it('counts a lasting fact on the last day, an event inside the month', () => {
    expect(compile(counted, scope).conditions).toContainEqual({ kind: 'holds_on', day: '2018-02-28' });
    const event = compile({ ...counted, timing: 'in_month' }, scope);
    expect(event.conditions).toContainEqual({ kind: 'occurred_between', from: '2018-02-01', to: '2018-02-28' });
  });

  it('adds a yearly event up from the first of January, and compares January with nothing', () => {
    const yearly = { ...counted, timing: 'in_year' } as const;
    const { conditions } = compile(yearly, { ...scope, month: '2018-05' as Month });
    expect(conditions).toContainEqual({ kind: 'occurred_between', from: '2018-01-01', to: '2018-05-31' });
    expect(['2018-01', '2018-02'].map((month) => followsOn(yearly, month as Month))).toEqual([false, true]);
    expect(followsOn(counted, '2018-01' as Month)).toBe(true);
  });

  it('asks the fact beside under the same knowledge', () => {
    const beside = { fact: 'branch', filters: [], holds: 'absent' } as const;
    const cutoff = new Date('2018-03-05T00:00:00Z');
    const { conditions } = compile({ ...counted, beside }, { ...scope, cutoff });
    const inner = conditions.find((one) => one.kind === 'beside');
    expect(inner).toMatchObject({ holds: 'absent', conditions: [{ kind: 'known_at', cutoff }, { kind: 'holds_on' }] });
  });

  it('leaves out what places below report for themselves', () => {
    const except = [{ lo: 150622100201, hi: 150622100201 }];
    expect(compile(counted, { ...scope, except }).conditions).toContainEqual({ kind: 'place_outside', ranges: except });
  });
});

describe('ratioOf', () => {
  it('is in basis points, half up, and nothing over nothing', () => {
    expect(ratioOf(1, 3)).toBe(3333);
    expect(ratioOf(1, 6)).toBe(1667);
    expect(ratioOf(0.5, 1)).toBe(5000);
    expect(ratioOf(0, 5)).toBe(0);
    expect(ratioOf(5, 0)).toBeUndefined();
    expect(ratioOf(undefined, 5)).toBeUndefined();
  });

  it('lies within half a point of the quotient', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (part, whole) => {
        expect(Math.abs((ratioOf(part, whole) ?? 0) - (part / whole) * 10_000)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      { seed: 19 },
    );
  });

  it('takes an absent figure as zero, but divides by none', () => {
    const ratio = { ...counted, kind: 'ratio', numerator: 'a', denominator: 'b' } as const;
    expect(indicatorValue(ratio, (code) => (code === 'b' ? 4 : undefined))).toBe(0);
    expect(indicatorValue(ratio, () => undefined)).toBeUndefined();
    expect(indicatorValue(counted, () => undefined)).toBe(0);
    expect(isAdditive(ratio)).toBe(false);
    expect(isAdditive({ ...counted, aggregate: 'count_households' })).toBe(false);
  });
});

describe('countsAs', () => {
  it('is the amount in a sum, and one where rows of amounts are counted', () => {
    const row = { unit: 'fen', quantity: 12_345 };
    expect([countsAs({ unit: 'fen' }, row), countsAs({ unit: 'household_time' }, row)]).toEqual([12_345, 1]);
    expect(countsAs({ unit: 'village' }, { unit: 'village', quantity: 1 })).toBe(1);
  });
});

describe('recordAddress', () => {
  const row = { county: 150622, place: 150622100201, recordId: '0190', dims: { month: '2018-03' } };

  it.each([
    ['/households/:county/:id', '/households/150622/0190'],
    ['/places/:place', '/places/150622100201'],
    ['/reports/monthly?place=:place&month=:month', '/reports/monthly?place=150622100201&month=2018-03'],
    ['/x/:unknown', '/x/'],
  ])('fills %s', (pattern, address) => {
    expect(recordAddress(pattern, row)).toBe(address);
  });
});
