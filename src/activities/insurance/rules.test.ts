import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { findDifferingPayouts, findDuplicates, findOverInsured, findSamePayouts, findSameSums } from './alert-rules.ts';
import { claimLight, lossOf, proposeReport, proposeSurvey } from './claim-rules.ts';
import { coverageOf, villagesShort } from './coverage-rules.ts';
import {
  amountsOf,
  inSeason,
  payers,
  premiumOf,
  proposePolicy,
  renewalLight,
  renewBy,
  splitPremium,
  sumInsured,
} from './rules.ts';

const shares = { central: 3_500, region: 2_500, city: 500, banner: 500, holder: 3_000 };

const anyShares = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 10_000])
  .map((ends) => payers.map((payer, at) => [payer, (ends[at + 1] ?? 0) - (ends[at] ?? 0)] as const))
  .map((parts) => Object.fromEntries(parts) as typeof shares);

describe('a premium', () => {
  it('is split exactly, whatever the shares', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), anyShares, (premiumFen, chosen) => {
        const split = splitPremium(premiumFen, chosen);
        if (!split.ok) throw new Error('shares come to the whole');
        expect(payers.reduce((sum, payer) => sum + split.value[payer], 0n)).toBe(premiumFen);
        for (const payer of payers) {
          const apart = split.value[payer] * 10_000n - premiumFen * BigInt(chosen[payer]);
          expect(apart < 10_000n && apart > -10_000n).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when the shares are not the whole', () => {
    const short = splitPremium(100n, { ...shares, holder: 2_999 });
    expect(short).toEqual({
      ok: false,
      refusal: { code: 'insurance_shares_sum', field: 'shares', values: { sum: 9_999 } },
    });
  });

  it('comes from units, sum and rate: 12.5 mu of 800 yuan at 6 %', () => {
    expect(sumInsured(12.5, 80_000n)).toBe(1_000_000n);
    expect(premiumOf(1_000_000n, 600)).toBe(60_000n);
    expect(premiumOf(1n, 5_000)).toBe(1n);
    expect(premiumOf(3n, 1_000)).toBe(0n);
    const amounts = amountsOf(1.01, { unitSumFen: 33_333n, rateBp: 617, shares });
    expect(amounts).toMatchObject({ ok: true, value: { sumFen: 33_666n, premiumFen: 2_077n } });
  });
});

describe('a policy', () => {
  it.each([
    ['insurance_days', { endsOn: '2020-04-01' }],
    ['insurance_too_long', { endsOn: '2023-04-06' }],
    ['insurance_season', { season: { from: '05-01', to: '06-15' } }],
  ])('is refused with %s', (code, wrong) => {
    const draft = { line: 'maize' as const, startsOn: '2020-04-01', endsOn: '2020-10-31', season: undefined, ...wrong };
    expect(proposePolicy(draft)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is renewed within the season of its line', () => {
    const winter = { from: '11-01', to: '02-28' };
    expect(inSeason('2020-12-31', winter)).toBe(true);
    expect(inSeason('2020-03-01', winter)).toBe(false);
    expect(renewBy('2020-10-31', { from: '04-01', to: '05-31' })).toBe('2021-05-31');
    expect(renewBy('2020-04-10', { from: '04-01', to: '05-31' })).toBe('2020-05-31');
    expect(renewBy('2020-10-31', undefined)).toBe('2020-10-31');
    const at = { today: localDate('2020-10-01'), days: 30 };
    expect(renewalLight({ endsOn: '2020-10-31', renewed: false }, at)).toBe('near');
    expect(renewalLight({ endsOn: '2020-11-01', renewed: false }, at)).toBe('none');
    expect(renewalLight({ endsOn: '2020-09-30', renewed: false }, at)).toBe('late');
    expect(renewalLight({ endsOn: '2020-09-30', renewed: true }, at)).toBe('met');
  });
});

describe('coverage', () => {
  const village = { place: 1, isInsured: true, households: 10, insuredHouseholds: 4 };

  it('stands in three definitions beside each other', () => {
    const found = coverageOf([
      { ...village, units: { cattle: { held: 4_000, insured: 1_000 }, cropland: { held: 0, insured: 0 } } },
      {
        ...village,
        place: 2,
        isInsured: false,
        insuredHouseholds: 0,
        units: { grassland: { held: 300, insured: 100 } },
      },
    ]);
    expect(found).toMatchObject({ villagesBp: 5_000, householdsBp: 2_000, headBp: 2_500, muBp: 3_333 });
    expect(coverageOf([])).toMatchObject({ villagesBp: undefined, headBp: undefined });
  });

  it('says how many villages are short of the target', () => {
    expect(villagesShort({ villages: 12, insuredVillages: 10 }, 9_000)).toBe(1);
    expect(villagesShort({ villages: 10, insuredVillages: 9 }, 9_000)).toBe(0);
    expect(villagesShort({ villages: 0, insuredVillages: 0 }, 9_000)).toBe(0);
  });
});

describe('a claim', () => {
  const policy = { unitSumFen: 600_000n, deductibleBp: 1_000 };

  it('comes to what the survey says, less the deductible, never above the sum', () => {
    expect(lossOf({ units: 2, lossBp: 10_000 }, policy)).toBe(1_080_000n);
    expect(lossOf({ units: 0.5, lossBp: 3_333 }, policy)).toBe(89_991n);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 10_000 }), (units, lossBp) => {
        const paid = lossOf({ units: units / 100, lossBp }, policy);
        expect(paid >= 0n && paid <= sumInsured(units / 100, policy.unitSumFen)).toBe(true);
      }),
    );
  });

  const now = new Date('2020-06-10T04:00:00Z');
  const report = {
    ...{ occurredOn: '2020-06-09', toldAt: now, now, today: localDate('2020-06-10') },
    policy: { startsOn: '2020-01-01', endsOn: '2020-12-31', state: 'in_force' },
  };

  it.each([
    ['insurance_claim_future', { occurredOn: '2020-06-11' }],
    ['insurance_claim_future', { toldAt: new Date('2020-06-10T05:00:00Z') }],
    ['insurance_claim_outside', { occurredOn: '2019-12-31' }],
    ['insurance_claim_not_in_force', { policy: { ...report.policy, state: 'listed' } }],
  ])('is refused with %s', (code, wrong) => {
    expect(proposeReport({ ...report, ...wrong })).toMatchObject({ ok: false, refusal: { code } });
  });

  it('told without a network three days ago is taken', () => {
    expect(proposeReport({ ...report, toldAt: new Date('2020-06-07T04:00:00Z') }).ok).toBe(true);
  });

  const lines = [
    { id: 'a', insuredUnits: 10, sumFen: 6_000_000n, claimedFen: 0n },
    { id: 'b', insuredUnits: 1, sumFen: 600_000n, claimedFen: 500_000n },
  ];
  const at = (id: string, units: number, agreedFen?: bigint) => ({ id, units, lossBp: 10_000, agreedFen });

  it.each([
    ['insurance_survey_incomplete', [at('a', 1)]],
    ['insurance_survey_incomplete', [at('a', 1), at('a', 2)]],
    ['insurance_survey_beyond_units', [at('a', 10.01), at('b', 0)]],
    ['insurance_survey_beyond_sum', [at('a', 1), at('b', 1)]],
    ['insurance_survey_beyond_sum', [at('a', 1, 6_000_001n), at('b', 0)]],
  ])('whose survey is wrong is refused with %s', (code, survey) => {
    expect(proposeSurvey(lines, survey, policy)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is green in time, yellow before the last day, red after it', () => {
    const claim = { dueOn: '2020-06-20', paidOn: null };
    expect(claimLight(claim, localDate('2020-06-16'))).toBe('none');
    expect(claimLight(claim, localDate('2020-06-17'))).toBe('near');
    expect(claimLight(claim, localDate('2020-06-21'))).toBe('late');
    expect(claimLight({ ...claim, paidOn: '2020-06-20' }, localDate('2020-08-01'))).toBe('met');
    expect(claimLight({ ...claim, paidOn: '2020-06-21' }, localDate('2020-08-01'))).toBe('late');
  });
});

describe('doubts', () => {
  const held = { holderId: 'h', householdId: 'h', place: 1, name: '甲', kind: 'cattle' as const, policyId: null };

  it('find everybody who insures more than he owns, by however little', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({ ...held, holderId: `h${at}`, insured: at, held: 50 }));
    expect(findOverInsured(rows)).toHaveLength(49);
    expect(findOverInsured([{ ...held, insured: 50.01, held: 50 }])).toMatchObject([
      { found: 5_001n, expected: 5_000n },
    ]);
    expect(findOverInsured([{ ...held, insured: 9, held: undefined }])).toEqual([]);
  });

  const span = {
    ...held,
    id: 's1',
    policyId: 'p1',
    line: 'cattle',
    units: 5,
    startsOn: '2020-01-01',
    endsOn: '2020-12-31',
  };

  it('find the same units under two policies on the same days, not a renewal and not another part of the herd', () => {
    const twice = { ...span, id: 's2', policyId: 'p2', startsOn: '2020-06-01' };
    expect(findDuplicates([span, twice])).toMatchObject([{ subject: 's2', policyId: 'p2' }]);
    expect(findDuplicates([span, { ...twice, startsOn: '2021-01-01', endsOn: '2021-12-31' }])).toEqual([]);
    expect(findDuplicates([span, { ...twice, units: 6 }])).toEqual([]);
  });

  it('find lists on which all are alike although they are not', () => {
    const list = (units: readonly number[], owned: readonly (number | undefined)[]) => ({
      ...{ id: 'p', place: 1, name: 'P' },
      lines: units.map((one, at) => ({ units: one, held: owned[at] })),
    });
    expect(findSameSums([list([3, 3, 3, 3, 3], [3, 4, 5, 6, 7])])).toHaveLength(1);
    expect(findSameSums([list([3, 3, 3, 3, 3], [3, 3, 3, 3, 3])])).toEqual([]);
    expect(findSameSums([list([3, 3, 3, 3, 4], [3, 4, 5, 6, 7])])).toEqual([]);
  });

  it('find payouts that were bargained for', () => {
    const claim = (paid: readonly (readonly [units: number, agreed: bigint])[]) => ({
      ...{ id: 'c', policyId: 'p', place: 1, name: 'P' },
      lines: paid.map(([units, agreedFen]) => ({
        units,
        lossBp: 10_000,
        agreedFen,
        computedFen: BigInt(units) * 100n,
      })),
    });
    const alike = claim([1, 2, 3, 4, 5].map((units) => [units, 300n] as const));
    expect(findSamePayouts([alike])).toHaveLength(1);
    expect(findDifferingPayouts([alike])).toMatchObject([{ found: 1_500n, expected: 1_500n }]);
    const computed = claim([1, 2, 3, 4, 5].map((units) => [units, BigInt(units) * 100n] as const));
    expect([...findSamePayouts([computed]), ...findDifferingPayouts([computed])]).toEqual([]);
  });
});
