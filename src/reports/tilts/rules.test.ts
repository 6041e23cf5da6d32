import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../indicators/public.ts';
import { firstFormula, proposeFormula, type TiltEntry, type TiltVillage, tilt } from './rules.ts';

const formula: readonly TiltEntry[] = [
  { indicator: 'members_poor', weight: 40, direction: 'up' },
  { indicator: 'rent_arrears', weight: 35, direction: 'down' },
  { indicator: 'members_poor_ratio', weight: 25, direction: 'up' },
];
const value = fc.option(fc.integer({ min: 0, max: 2 ** 40 }), { nil: null });
const money = fc.bigInt({ min: 1n, max: 10n ** 15n });

function villagesOf(least: number) {
  return fc
    .array(fc.tuple(value, value, value), { minLength: least, maxLength: 12 })
    .map((list): readonly TiltVillage[] => list.map((values, at) => ({ place: 150622100201 + at, values })));
}

function ranked(villages: readonly TiltVillage[], by: readonly TiltEntry[] = formula, totalFen = 1_000n) {
  const result = tilt(villages, { formula: by, totalFen });
  return result.ok ? result.value : [];
}

function ranking(villages: readonly TiltVillage[], by?: readonly TiltEntry[]) {
  return ranked(villages, by).map(({ place, rank, score }) => ({ place, rank, score }));
}

describe('the ranking', () => {
  it('divides exactly and does not depend on the order of the villages', () => {
    fc.assert(
      fc.property(villagesOf(1), money, (villages, totalFen) => {
        const result = tilt(villages, { formula, totalFen });
        if (!result.ok) return villages.every(({ values }) => values.every((one) => one === null));
        expect(tilt(villages.toReversed(), { formula, totalFen })).toEqual(result);
        return result.value.reduce((sum, { amountFen }) => sum + amountFen, 0n) === totalFen;
      }),
    );
  });

  it('is the same in another unit of a value and with all weights doubled', () => {
    fc.assert(
      fc.property(villagesOf(1), fc.integer({ min: 1, max: 1_000 }), (villages, scale) => {
        const scaled = villages.map(({ place, values }) => ({
          place,
          values: values.map((one, at) => (one === null || at === 1 ? one : one * scale)),
        }));
        const doubled = formula.map((entry) => ({ ...entry, weight: entry.weight * 2 }));
        expect(ranking(scaled)).toEqual(ranking(villages));
        expect(ranking(villages, doubled)).toEqual(ranking(villages));
      }),
    );
  });

  it('never puts a village below one that is weaker in everything, and gives equal scores equal ranks', () => {
    const strength = (one: number | null, at: number) => (one === null ? -1 : at === 1 ? 2 ** 40 - one : one);
    fc.assert(
      fc.property(villagesOf(2), (villages) => {
        const rows = ranked(villages);
        for (const a of rows)
          for (const b of rows) {
            if (a.values.every((one, at) => strength(one, at) >= strength(b.values[at] ?? null, at)))
              expect(a.rank).toBeLessThanOrEqual(b.rank);
            expect(a.rank === b.rank).toBe(a.score === b.score);
          }
      }),
    );
  });

  it('takes the smaller value for the stronger where less is better, and no value for the weakest', () => {
    const villages = [
      { place: 1, values: [5, 900, 5_000] },
      { place: 2, values: [9, 100, 9_000] },
      { place: 3, values: [5, 900, null] },
    ];
    expect(ranked(villages, formula, 100n)).toMatchObject([
      { place: 2, rank: 1, score: 1_000_000, amountFen: 100n },
      { place: 1, rank: 2, score: 0, amountFen: 0n },
      { place: 3, rank: 2, score: 0, amountFen: 0n },
    ]);
  });

  it('lets an indicator in which all are the same rank nobody, and divides evenly where all are', () => {
    const villages = [
      { place: 1, values: [5, 7, null] },
      { place: 2, values: [9, 7, null] },
    ];
    expect(ranking(villages)).toEqual(ranking(villages, formula.slice(0, 1)));
    expect(ranked(villages.map((one) => ({ ...one, values: [5, 7, null] })))).toMatchObject([
      { rank: 1, score: 1_000_000, amountFen: 500n },
      { rank: 1, score: 1_000_000, amountFen: 500n },
    ]);
  });

  it('gives one village everything, and refuses where nothing is known', () => {
    expect(ranked([{ place: 1, values: [0, 0, null] }])).toMatchObject([{ rank: 1, amountFen: 1_000n }]);
    expect(tilt([{ place: 1, values: [null, null, null] }], { formula, totalFen: 1n })).toMatchObject({
      refusal: { code: 'fund_tilt_no_values' },
    });
    expect(tilt([], { formula, totalFen: 1n })).toMatchObject({ refusal: { code: 'fund_tilt_villages' } });
  });
});

describe('a formula', () => {
  it.each([
    ['fund_tilt_unknown', [{ indicator: 'happiness', weight: 10 }]],
    [
      'fund_tilt_twice',
      [
        { indicator: 'members', weight: 10 },
        { indicator: 'members', weight: 20 },
      ],
    ],
    ['fund_tilt_direction', [{ indicator: 'households', weight: 10 }]],
    ['fund_tilt_weights', [{ indicator: 'members', weight: 0 }]],
  ])('is refused: %s', (code, asked) => {
    expect(proposeFormula(asked, catalogue)).toMatchObject({ refusal: { code, field: 'formula' } });
  });

  it('takes the direction from the indicator, and from the person only where it has none', () => {
    const asked = [
      { indicator: 'rent_arrears', weight: 10, direction: 'up' as const },
      { indicator: 'households', weight: 10, direction: 'down' as const },
    ];
    expect(proposeFormula(asked, catalogue)).toMatchObject({ value: [{ direction: 'down' }, { direction: 'down' }] });
    expect(proposeFormula(firstFormula, catalogue)).toEqual({ ok: true, value: firstFormula });
  });
});
