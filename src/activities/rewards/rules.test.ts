import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import {
  amountOf,
  checkBy,
  checkLight,
  proposeApplication,
  rateOn,
  type Scheme,
  sumUnits,
  unitKeyOf,
} from './rules.ts';

const today = localDate('2020-09-01');
const scheme: Scheme = {
  ...{ place: 150622000000, unitKind: 'ear_tag', applicants: 'poor_household', leastUnits: 2 },
  ...{ startsOn: '2020-01-01', endsOn: '2020-12-31' },
};
const application = {
  ...{ place: 150622100201, applicantKind: 'household' as const, isPoor: true, producedOn: '2020-08-01' },
  units: [
    { key: '150600123456', quantity: 1 },
    { key: '150600123457', quantity: 1 },
  ],
};

describe('an application', () => {
  it('within the scheme is taken', () => {
    expect(proposeApplication(scheme, application, today)).toEqual({ ok: true, value: { units: 2 } });
  });

  it.each([
    ['reward_other_place', { place: 150623100201 }],
    ['reward_in_future', { producedOn: '2020-09-02' }],
    ['reward_outside_days', { producedOn: '2019-12-31' }],
    ['reward_applicant', { isPoor: false }],
    ['reward_applicant', { applicantKind: 'cooperative' as const }],
    ['reward_too_little', { units: application.units.slice(1) }],
    ['reward_ear_tag_whole', { units: [{ key: '1', quantity: 2 }] }],
    ['reward_unit_twice', { units: [...application.units, { key: ' １50600123456', quantity: 1 }] }],
  ])('is refused with %s', (code, wrong) => {
    expect(proposeApplication(scheme, { ...application, ...wrong }, today)).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

it('the rate of the day of production counts', () => {
  const rates = [
    { startsOn: '2020-07-01', rateFen: 60_000n },
    { startsOn: '2020-01-01', rateFen: 50_000n },
  ];
  expect(rateOn(rates, '2020-06-30')).toBe(50_000n);
  expect(rateOn(rates, '2020-07-01')).toBe(60_000n);
  expect(rateOn(rates, '2019-12-31')).toBeUndefined();
});

it('amounts are exact, and never more than what is left of the year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { nil: undefined }),
      (units, rateFen, leftFen) => {
        const amount = amountOf(units / 100, rateFen, leftFen);
        const whole = (BigInt(units) * rateFen) / 100n;
        expect(amount).toBe(leftFen !== undefined && leftFen < whole ? leftFen : whole);
      },
    ),
  );
  expect(sumUnits([{ quantity: 0.1 }, { quantity: 0.2 }])).toBe(0.3);
});

it('the township has five working days, holidays left out', () => {
  expect(checkBy(localDate('2020-09-28'), 5)).toBe('2020-10-12');
  const days = { today: '2020-10-12', tomorrow: '2020-10-13' };
  const reward = { checkBy: '2020-10-12', checkedOn: null, state: 'applied' as const };
  expect(checkLight(reward, days)).toBe('near');
  expect(checkLight({ ...reward, checkBy: '2020-10-10' }, days)).toBe('late');
  expect(checkLight({ ...reward, checkedOn: '2020-10-12', state: 'paid' }, days)).toBe('met');
  expect(checkLight({ ...reward, state: 'withdrawn' }, days)).toBe('none');
});

it('ear tags compare without spaces and widths', () => {
  expect(unitKeyOf(' ｃn1506 001 ')).toBe('CN1506001');
});
