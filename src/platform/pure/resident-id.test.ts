import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDayNumber, dayNumber, localDate } from './period.ts';
import { checkResidentId, maskResidentId, residentIdCheckDigit } from './resident-id.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 500 });

const birth = fc
  .integer({ min: dayNumber(localDate('1900-01-01')), max: dayNumber(localDate('2026-12-31')) })
  .map(dateOfDayNumber);
const residentId = fc
  .tuple(fc.integer({ min: 110000, max: 829999 }), birth, fc.integer({ min: 0, max: 999 }))
  .map(([region, birthOn, order]) => {
    const first17 = `${region}${birthOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return { number: first17 + residentIdCheckDigit(first17), region, birthOn, order };
  });

function codeOf(text: string): string {
  const checked = checkResidentId(text, localDate('2026-11-24'));
  return checked.ok ? 'ok' : checked.refusal.code;
}

describe('checkResidentId', () => {
  test('the worked example', () => {
    expect(checkResidentId('11010519491231002X')).toEqual({
      ok: true,
      value: { normalized: '11010519491231002X', birthOn: '1949-12-31', sex: 'female', regionCode: '110105' },
    });
  });

  test('full width, small x and spaces are put right', () => {
    expect(checkResidentId(' 110105 19491231 ００２ｘ\u200B')).toMatchObject({
      ok: true,
      value: { normalized: '11010519491231002X' },
    });
  });

  test.each([
    ['110105491231002', 'id_fifteen_digits'],
    ['１１０１０５４９１２３１００２', 'id_fifteen_digits'],
    ['', 'id_length'],
    ['11010519491231002', 'id_length'],
    ['11010519491231002X1', 'id_length'],
    ['11010549123100X', 'id_length'],
    ['X1010519491231002X', 'id_characters'],
    ['11010519491231002Y', 'id_characters'],
    ['11010519491231002×', 'id_characters'],
    ['11010519490231002X', 'id_birth_date'],
    ['11010500001231002X', 'id_birth_date'],
    ['110105184912310021', 'id_birth_date'],
    ['11010520261125002X', 'id_birth_date'],
    ['110105194912310021', 'id_check_digit'],
  ])('%s: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('a birth today is possible, and without today every day is', () => {
    const today = localDate('2026-11-24');
    const numberOf = (first17: string) => first17 + residentIdCheckDigit(first17);
    expect(checkResidentId(numberOf('15062220261124001'), today).ok).toBe(true);
    expect(checkResidentId(numberOf('15062220261125001'), today).ok).toBe(false);
    expect(checkResidentId(numberOf('15062220261125001')).ok).toBe(true);
  });

  test('tells what the number says', () => {
    fc.assert(
      fc.property(residentId, ({ number, region, birthOn, order }) => {
        expect(checkResidentId(number)).toEqual({
          ok: true,
          value: { normalized: number, birthOn, sex: order % 2 === 1 ? 'male' : 'female', regionCode: String(region) },
        });
      }),
    );
  });

  test('every single wrong character and every swap of neighbours is found', () => {
    fc.assert(
      fc.property(residentId, fc.nat(17), fc.nat(9), ({ number }, at, digit) => {
        const wrong = number.slice(0, at) + String(digit) + number.slice(at + 1);
        const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
        if (wrong !== number) expect(checkResidentId(wrong).ok).toBe(false);
        if (swapped !== number) expect(checkResidentId(swapped).ok).toBe(false);
      }),
    );
  });
});

test('a check digit needs 17 digits', () => {
  expect(residentIdCheckDigit('11010519491231002')).toBe('X');
  expect(() => residentIdCheckDigit('1101051949123100')).toThrow(RangeError);
});

test('the mask keeps region and last four', () => {
  expect(maskResidentId('15062219800101002x')).toBe('150622********002X');
  expect(maskResidentId('110105491231002')).toBe('*'.repeat(15));
  expect(maskResidentId('')).toBe('');
  fc.assert(
    fc.property(residentId, ({ number, birthOn }) => {
      expect(maskResidentId(number)).toHaveLength(18);
      expect(maskResidentId(number)).not.toContain(birthOn.replaceAll('-', ''));
    }),
  );
});
