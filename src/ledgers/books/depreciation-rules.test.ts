import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, localMonth } from '../../platform/pure/period.ts';
import { type DepreciableAsset, depreciate } from './depreciation-rules.ts';

const shed: DepreciableAsset = {
  costFen: 1_000_00n,
  residualFen: 50_00n,
  method: 'straight_line',
  lifeMonths: 36,
  lifeUnits: 0n,
  addedOn: localDate('2019-03-15'),
};

function linesOf(asset: DepreciableAsset, through: string, units?: readonly (readonly [string, number])[]) {
  const given = units?.map(([month, count]) => ({ month: localMonth(month), units: BigInt(count) }));
  const lines = depreciate(asset, { through: localMonth(through), units: given });
  if (!lines.ok) throw new Error(lines.refusal.code);
  return lines.value;
}

describe('depreciation', () => {
  it('begins in the month after the addition and ends when full', () => {
    const lines = linesOf(shed, '2030-12');
    expect(lines[0]?.month).toBe('2019-04');
    expect(lines).toHaveLength(36);
    expect(lines.at(-1)).toMatchObject({ month: '2022-03', accumulatedFen: 950_00n, bookFen: 50_00n });
    expect(linesOf(shed, '2019-03')).toEqual([]);
  });

  it('still counts the month of disposal, and makes nothing up afterwards', () => {
    const lines = linesOf({ ...shed, disposedOn: localDate('2019-06-02') }, '2019-12');
    expect(lines.map(({ month }) => month)).toEqual(['2019-04', '2019-05', '2019-06']);
    expect(linesOf({ ...shed, disposedOn: localDate('2019-03-20') }, '2019-12')).toEqual([]);
  });

  it('leaves a nominal amount alone', () => {
    expect(linesOf({ ...shed, costFen: 100n, residualFen: 0n, nominal: true }, '2030-01')).toEqual([]);
  });

  it('follows the units worked', () => {
    const press = { ...shed, method: 'units', lifeUnits: 1_000n, residualFen: 0n } as const;
    const lines = linesOf(press, '2020-12', [
      ['2019-03', 500],
      ['2019-05', 300],
      ['2019-07', 900],
    ]);
    expect(lines.map(({ month, amountFen }) => [month, amountFen])).toEqual([
      ['2019-05', 30_000n],
      ['2019-07', 70_000n],
    ]);
  });

  it('refuses what cannot be, at its field', () => {
    const through = localMonth('2019-12');
    expect(depreciate({ ...shed, residualFen: 2_000_00n }, { through })).toMatchObject({
      refusal: { field: 'residualFen' },
    });
    expect(depreciate({ ...shed, lifeMonths: 0 }, { through })).toMatchObject({ refusal: { field: 'lifeMonths' } });
    expect(depreciate({ ...shed, disposedOn: localDate('2019-01-01') }, { through })).toMatchObject({
      refusal: { field: 'disposedOn' },
    });
  });

  it('adds up to cost less residual, each month within a fen of the exact share, and never depends on the last month asked for', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 600 }),
        (costFen, part, lifeMonths, asked) => {
          const asset = { ...shed, costFen, residualFen: part % (costFen + 1n), lifeMonths };
          const whole = costFen - asset.residualFen;
          const all = linesOf(asset, '2100-12');
          expect(all.at(-1)?.accumulatedFen ?? 0n).toBe(whole);
          expect(all.reduce((sum, line) => sum + line.amountFen, 0n)).toBe(whole);
          for (const { amountFen } of all) {
            const apart = amountFen * BigInt(lifeMonths) - whole;
            expect(apart < BigInt(lifeMonths) && apart > -BigInt(lifeMonths)).toBe(true);
          }
          const through = `${2019 + Math.floor(asked / 12)}-${String((asked % 12) + 1).padStart(2, '0')}`;
          expect(linesOf(asset, through)).toEqual(all.filter(({ month }) => month <= through));
        },
      ),
      { seed: 23, numRuns: 150 },
    );
  });
});
