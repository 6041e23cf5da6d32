import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import {
  type CheckedAsset,
  type CheckQuestion,
  proposeAcceptance,
  proposeCheck,
  proposeReport,
} from './check-rules.ts';

const asset: CheckedAsset = {
  bookValueFen: 100_00n,
  verifiedValueFen: 120_00n,
  bookAreaMu: 10,
  areaMu: 9.5,
  acquiredOn: null,
  leftOn: null,
};
const question: CheckQuestion = { asset, year: 2018, previous: undefined, cause: '盘盈' };

describe('a yearly check', () => {
  it('opens with the books the first time, later with the closing before, and closes with what was found', () => {
    expect(proposeCheck(question)).toEqual({
      ok: true,
      value: {
        openingFen: 100_00n,
        increaseFen: 20_00n,
        decreaseFen: 0n,
        closingFen: 120_00n,
        openingMu: 10,
        increaseMu: 0,
        decreaseMu: 0.5,
        closingMu: 9.5,
        finding: 'changed',
      },
    });
    const previous = { closingFen: 120_00n, closingMu: 9.5 };
    expect(proposeCheck({ ...question, year: 2019, previous, cause: null })).toMatchObject({
      value: { finding: 'as_listed' },
    });
    expect(proposeCheck({ ...question, asset: { ...asset, acquiredOn: '2018-03-01' } })).toMatchObject({
      value: { openingFen: 0n, increaseFen: 120_00n, openingMu: 0, increaseMu: 9.5 },
    });
  });

  it('closes at nothing what left in the year, and takes movements that lead to the same end', () => {
    const gone = proposeCheck({ ...question, asset: { ...asset, leftOn: '2018-05-01' }, cause: null });
    expect(gone).toMatchObject({ value: { closingFen: 0n, closingMu: 0, decreaseFen: 100_00n, finding: 'left' } });
    const movement = { increaseFen: 30_00n, decreaseFen: 10_00n, increaseMu: 0, decreaseMu: 0.5 };
    expect(proposeCheck({ ...question, movement })).toMatchObject({ ok: true, value: movement });
  });

  it.each([
    ['check_not_there', { asset: { ...asset, leftOn: '2017-12-31' } }],
    ['check_not_there', { asset: { ...asset, acquiredOn: '2019-01-01' } }],
    ['check_not_closing', { movement: { increaseFen: 20_01n, decreaseFen: 0n, increaseMu: 0, decreaseMu: 0.5 } }],
    ['check_area_not_closing', { movement: { increaseFen: 20_00n, decreaseFen: 0n, increaseMu: 0, decreaseMu: 0.51 } }],
    ['check_finding', { finding: 'as_listed' }],
    ['check_finding', { finding: 'left' }],
    ['check_cause_missing', { cause: null }],
  ] as const)('is refused with %s', (code, over) => {
    expect(proposeCheck({ ...question, ...over } as CheckQuestion)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('adds up for every asset', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 15n });
    const mu = fc.integer({ min: 0, max: 10_000_000 }).map((hundredths) => hundredths / 100);
    const drawn = fc.record({
      asset: fc.record({
        bookValueFen: fen,
        verifiedValueFen: fc.option(fen),
        bookAreaMu: mu,
        areaMu: mu,
        acquiredOn: fc.constantFrom(null, '2010-01-01', '2018-06-01'),
        leftOn: fc.constantFrom(null, '2018-07-01', '2019-01-01'),
      }),
      previous: fc.option(fc.record({ closingFen: fen, closingMu: mu }), { nil: undefined }),
    });
    fc.assert(
      fc.property(drawn, (one) => {
        const line = proposeCheck({ ...one, year: 2018, cause: '清查' });
        if (!line.ok) throw new Error(line.refusal.code);
        const { openingFen, increaseFen, decreaseFen, closingFen, openingMu, increaseMu, decreaseMu, closingMu } =
          line.value;
        expect(openingFen + increaseFen - decreaseFen).toBe(closingFen);
        expect(Math.round((openingMu + increaseMu - decreaseMu) * 100)).toBe(Math.round(closingMu * 100));
        expect(increaseFen === 0n || decreaseFen === 0n).toBe(true);
      }),
    );
  });
});

describe('the survey of a year', () => {
  const today = localDate('2019-01-01');
  it.each([
    ['survey_accepted', { state: 'accepted' }],
    ['survey_year_open', { today: localDate('2018-12-31') }],
    ['survey_empty', { assets: 0, checked: 0 }],
    ['survey_lines_missing', { checked: 2 }],
  ] as const)('is not reported with %s', (code, over) => {
    const asked = { year: 2018, today, state: 'open' as const, assets: 3, checked: 3, ...over };
    expect(proposeReport(asked)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is reported when every asset has its line, and accepted as it was reported', () => {
    expect(proposeReport({ year: 2018, today, state: 'returned', assets: 3, checked: 3 }).ok).toBe(true);
    expect(proposeAcceptance({ state: 'reported', digest: 'a' }, 'a').ok).toBe(true);
    expect(proposeAcceptance({ state: 'reported', digest: 'a' }, 'b')).toMatchObject({
      refusal: { code: 'survey_changed' },
    });
    expect(proposeAcceptance({ state: 'returned', digest: 'a' }, 'a')).toMatchObject({
      refusal: { code: 'survey_not_reported' },
    });
  });
});
