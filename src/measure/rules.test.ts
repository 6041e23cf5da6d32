import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterDefinitions } from './parameters.data.ts';
import { articleOf, citedClauses, type ParameterRow, parameterOn } from './rules.ts';

const seeded: ParameterRow[] = parameterDefinitions.flatMap(({ code, unit, values }) =>
  values.map(({ startsOn, endsOn, value }) => ({
    code,
    unit,
    startsOn,
    endsOn: endsOn ?? null,
    value,
    recordedAt: new Date(0),
  })),
);

function row(startsOn: string, value: number | null, more: { endsOn?: string; at?: number } = {}): ParameterRow {
  return {
    code: 'due_day',
    unit: 'day',
    startsOn,
    endsOn: more.endsOn ?? null,
    value,
    recordedAt: new Date(more.at ?? 0),
  };
}

describe('parameterOn', () => {
  it('changes on the first day of the new value, not before', () => {
    const rows = [row('2018-02-27', 10), row('2019-07-01', 8)];
    const on = (day: string) => parameterOn(rows, 'due_day', day)?.value;
    expect([on('2018-02-26'), on('2018-02-27'), on('2019-06-30'), on('2019-07-01')]).toEqual([undefined, 10, 10, 8]);
  });

  it('does not carry an expired rule on, nor back the one before it', () => {
    const rows = [row('2018-01-01', 1), row('2019-01-01', 2, { endsOn: '2020-01-01' })];
    expect(parameterOn(rows, 'due_day', '2019-12-31')?.value).toBe(2);
    expect(parameterOn(rows, 'due_day', '2020-01-01')).toBeUndefined();
  });

  it('takes the last recorded value of one start, and the start before it when that was taken back', () => {
    const rows = [row('2018-01-01', 1), row('2019-01-01', 2), row('2019-01-01', 3, { at: 5 })];
    expect(parameterOn(rows, 'due_day', '2019-01-01')?.value).toBe(3);
    expect(parameterOn([...rows, row('2019-01-01', null, { at: 9 })], 'due_day', '2019-06-01')?.value).toBe(1);
  });

  it('knows the standards of the measure and the end of the microcredit policy', () => {
    const on = (code: string, day: string) => parameterOn(seeded, code, day)?.value;
    expect(on('key_poor_village_grant_fen', '2018-02-27')).toBe(20_000_000);
    expect(on('key_poor_village_grant_fen', '2018-02-26')).toBeUndefined();
    expect(on('insured_village_ratio_bp', '2020-12-31')).toBe(9_000);
    expect(on('microcredit_ceiling_fen', '2021-03-03')).toBe(5_000_000);
    expect(on('microcredit_ceiling_fen', '2025-12-31')).toBe(5_000_000);
    expect(on('microcredit_ceiling_fen', '2026-01-01')).toBeUndefined();
    expect(on('microcredit_rate_one_year_bp', '2021-03-04')).toBeUndefined();
  });

  it('never looks ahead, and does not depend on the order of the rows', () => {
    const days = fc
      .integer({ min: 0, max: 30 })
      .map((offset) => new Date(Date.UTC(2018, 0, 1 + offset)).toISOString().slice(0, 10));
    const rows = fc.uniqueArray(fc.tuple(days, fc.nat(100)), { selector: ([day]) => day });
    fc.assert(
      fc.property(rows, days, fc.nat(), (values, day, seed) => {
        const history = values.map(([start, value]) => row(start, value));
        const found = parameterOn(history, 'due_day', day);
        const expected = history
          .filter((one) => one.startsOn <= day)
          .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];
        expect(found).toEqual(expected);
        const turned = [
          ...history.slice(seed % (history.length + 1)),
          ...history.slice(0, seed % (history.length + 1)),
        ];
        expect(parameterOn(turned, 'due_day', day)).toEqual(found);
        const later = history.filter((one) => one.startsOn > day);
        expect(
          parameterOn(
            history.filter((one) => !later.includes(one)),
            'due_day',
            day,
          ),
        ).toEqual(found);
      }),
    );
  });
});

describe('citations', () => {
  const some = ['7.1', '7.2', '10.0', '10.1.1', '10.1.2', '1.1'].map((id) => ({ id }));

  it('name a clause, an item or an article, never a neighbour whose number begins alike', () => {
    const ids = (citation: string) => citedClauses(some, citation).map((clause) => clause.id);
    expect(ids('7')).toEqual(['7.1', '7.2']);
    expect(ids('1')).toEqual(['1.1']);
    expect(ids('10.1')).toEqual(['10.1.1', '10.1.2']);
    expect(ids('10.1.2')).toEqual(['10.1.2']);
    expect(ids('10.2')).toEqual([]);
  });

  it('belong to an article', () => {
    expect(['9.3', '10.3.2', '22', '0.1', '9.', 'a', '9.3.1.1'].map(articleOf)).toEqual([
      9,
      10,
      22,
      ...Array(4).fill(undefined),
    ]);
  });
});
