import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCreditCode, creditCodeCheckDigit, organisationCheckDigit } from './credit-code.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 500 });

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function creditCodeOf(kind: string, region: number, body: string): string {
  const first17 = `${kind}${region}${body}${organisationCheckDigit(body)}`;
  return first17 + creditCodeCheckDigit(first17);
}

const body = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 8, maxLength: 8 });
const creditCode = fc
  .tuple(fc.constantFrom('11', '52', '91', '93', 'N2', 'Y1', 'A1'), fc.integer({ min: 110000, max: 829999 }), body)
  .map(([kind, region, eight]) => creditCodeOf(kind, region, eight));

function codeOf(text: string): string {
  const checked = checkCreditCode(text);
  return checked.ok ? 'ok' : checked.refusal.code;
}

describe('check characters', () => {
  test.each([
    ['91350100M000100Y4', '3'],
    ['91110000600037341', 'L'],
    ['91330100799655058', 'B'],
  ])('%s ends with %s', (first17, check) => {
    expect(creditCodeCheckDigit(first17)).toBe(check);
    expect(checkCreditCode(first17 + check).ok).toBe(true);
  });

  test('the organisation code M000100Y ends with 4', () => {
    expect(organisationCheckDigit('M000100Y')).toBe('4');
  });

  test('an organisation check of ten is X, of eleven 0', () => {
    expect([organisationCheckDigit('40000001'), organisationCheckDigit('00000000')]).toEqual([expect.any(String), '0']);
    expect(organisationCheckDigit('50000007')).toMatch(/^[\dX]$/);
    const checks = new Set(Array.from({ length: 200 }, (_, at) => organisationCheckDigit(String(at).padStart(8, '0'))));
    expect([...checks].sort().join('')).toBe('0123456789X');
  });

  test('material of another shape is a bug', () => {
    expect(() => creditCodeCheckDigit('9135')).toThrow(RangeError);
    expect(() => creditCodeCheckDigit('9I350100M000100Y4')).toThrow(RangeError);
    expect(() => organisationCheckDigit('m000100Y')).toThrow(RangeError);
  });
});

describe('checkCreditCode', () => {
  test('tells its parts', () => {
    expect(checkCreditCode(' ９1350100 m000100y4-3'.replace('-', ''))).toEqual({
      ok: true,
      value: {
        normalized: '91350100M000100Y43',
        registrar: 'market',
        kindCode: '91',
        regionCode: '350100',
        organisationCode: 'M000100Y4',
      },
    });
  });

  test.each([
    ['N2', 'agriculture'],
    ['93', 'market'],
    ['52', 'civil_affairs'],
    ['11', 'staffing'],
    ['Y1', 'other'],
    ['A1', 'other'],
    ['31', 'other'],
  ])('%s… is registered by %s', (kind, registrar) => {
    expect(checkCreditCode(creditCodeOf(kind, 150622, 'MF123456'))).toMatchObject({
      ok: true,
      value: { registrar, kindCode: kind, regionCode: '150622' },
    });
  });

  test.each([
    ['', 'credit_code_length'],
    ['91350100M000100Y4', 'credit_code_length'],
    ['150622100201234', 'credit_code_length'],
    ['9I350100M000100Y43', 'credit_code_characters'],
    ['91350100M0001O0Y43', 'credit_code_characters'],
    ['913501A0M000100Y43', 'credit_code_characters'],
    ['91350100M000100Y4四', 'credit_code_characters'],
    ['91350100M000100Y44', 'credit_code_check_digit'],
  ])('%s: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('a code right by itself may hold a wrong organisation code', () => {
    const first17 = '91350100M000100Y5';
    expect(codeOf(first17 + creditCodeCheckDigit(first17))).toBe('credit_code_organisation_digit');
  });

  test('every code made by the rules passes; every single wrong character is found', () => {
    fc.assert(
      fc.property(creditCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, character) => {
        expect(codeOf(code)).toBe('ok');
        const wrong = code.slice(0, at) + character + code.slice(at + 1);
        if (wrong !== code) expect(checkCreditCode(wrong).ok).toBe(false);
      }),
    );
  });
});
