import { describe, expect, it } from 'vitest';
import { proposeAgency } from './rules.ts';

const draft = { name: '农牧局', startsOn: '2018-01-01' };

describe('proposeAgency', () => {
  it.each([
    [{ ...draft }, null],
    [{ ...draft, creditCode: '' }, null],
    [{ ...draft, creditCode: ' 91330100799655058b ' }, '91330100799655058B'],
  ])('stores the credit code of %j as %s', (input, creditCode) => {
    expect(proposeAgency(input)).toEqual({ ok: true, value: { creditCode } });
  });

  it.each([
    [{ ...draft, creditCode: '91330100799655058A' }, 'credit_code_check_digit', 'creditCode'],
    [{ ...draft, creditCode: '9133' }, 'credit_code_length', 'creditCode'],
    [{ ...draft, endsOn: '2018-01-01' }, 'agency_period', 'endsOn'],
  ])('refuses %j with %s at %s', (input, code, field) => {
    expect(proposeAgency(input)).toMatchObject({ ok: false, refusal: { code, field } });
  });
});
