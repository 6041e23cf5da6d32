import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideGrantEquity,
  quantifyProperty,
  quantifyReserve,
  splitCapital,
  valueOfArea,
} from './quantification-rules.ts';
import { checkClass, checkLot, classKinds, holdsAfter, partOfLot, rulesOfKind } from './rules.ts';
import { lossShare, settleMember } from './settlement-rules.ts';
import { checkUplift, isPoor, simulateUplift, type UpliftMember, upliftOf } from './uplift-rules.ts';
import { checkValuation } from './valuation-rules.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const seed = { seed: 29 };

describe('a class of shares', () => {
  it('has rules that fit its kind', () => {
    for (const kind of classKinds)
      expect(checkClass({ ...rulesOfKind(kind), kind, startsOn: '2019-01-01' }).ok).toBe(true);
    const paidOut = {
      ...rulesOfKind('quantified'),
      kind: 'quantified' as const,
      startsOn: '2019-01-01',
      exit: 'refund' as const,
    };
    expect(checkClass(paidOut)).toMatchObject({ refusal: { code: 'share_class_exit' } });
    const forever = { ...rulesOfKind('land'), kind: 'land' as const, startsOn: '2019-01-01', termed: false };
    expect(checkClass(forever)).toMatchObject({ refusal: { code: 'share_class_term' } });
  });

  const cash = { kind: 'cash' as const, termed: false, startsOn: '2019-01-01', endsOn: null };
  const lot = {
    source: 'cash' as const,
    shares: 10,
    agreedFen: 1000n,
    paidFen: 500n,
    acquiredOn: '2019-01-01',
    expiresOn: null,
    valuationId: null,
  };
  const farmer = { kind: 'farmer' };

  it.each([
    ['ok', {}, {}, farmer],
    ['share_class_closed', { acquiredOn: '2018-12-31' }, {}, farmer],
    ['share_class_closed', {}, { endsOn: '2019-01-01' }, farmer],
    ['share_source', { source: 'land' as const }, {}, farmer],
    ['share_count', { shares: 0 }, {}, farmer],
    ['share_paid_beyond', { paidFen: 1001n }, {}, farmer],
    ['share_holder_kind', {}, {}, { kind: 'collective' }],
    ['share_valuation_missing', { source: 'land' as const }, { kind: 'land' as const, termed: true }, farmer],
    [
      'share_term_missing',
      { source: 'land' as const, valuationId: 'v' },
      { kind: 'land' as const, termed: true },
      farmer,
    ],
    ['share_term', { expiresOn: '2019-01-01' }, {}, farmer],
  ])('%s', (code, draft, share, holder) => {
    const checked = checkLot({ ...lot, ...draft }, { ...cash, ...share }, holder);
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(code);
  });

  it('gives a part of a lot its part of the money, and loses nothing however it is parted', () => {
    const whole = fc.record({ shares: fc.integer({ min: 1, max: 50 }), agreedFen: amount, paidFen: amount });
    fc.assert(
      fc.property(whole, fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 10 }), (start, parts) => {
        let left = { ...start, paidFen: start.paidFen % (start.agreedFen + 1n) };
        const all = { agreed: left.agreedFen, paid: left.paidFen };
        let gone = { agreed: 0n, paid: 0n };
        for (const shares of [...parts.filter((part) => part > 0), 1000]) {
          const taken = Math.min(shares, left.shares);
          if (taken === 0) continue;
          const part = partOfLot(left, taken);
          const change = { shares: -taken, agreedFen: -part.agreedFen, paidFen: -part.paidFen };
          expect(holdsAfter(left, change)).toBe(true);
          left = {
            shares: left.shares - taken,
            agreedFen: left.agreedFen - part.agreedFen,
            paidFen: left.paidFen - part.paidFen,
          };
          gone = { agreed: gone.agreed + part.agreedFen, paid: gone.paid + part.paidFen };
        }
        expect([gone.agreed, gone.paid, left.shares]).toEqual([all.agreed, all.paid, 0]);
      }),
      seed,
    );
  });
});

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 });

describe('quantification', () => {
  it('issues whole shares that add up, by weight and whatever the order', () => {
    const members = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 6 }), weight: fc.bigInt({ min: 0n, max: 90n }) }),
      { minLength: 1, maxLength: 30, selector: (one) => one.id },
    );
    fc.assert(
      fc.property(
        amount,
        fc.bigInt({ min: 1n, max: 100_000n }),
        fc.nat(10_000),
        members,
        (propertyFen, parFen, collectiveBp, list) => {
          fc.pre(list.some((one) => one.weight > 0n));
          const made = quantifyProperty({ propertyFen, parFen, collectiveBp, members: list });
          if (!made.ok) throw new Error(made.refusal.code);
          const { totalShares, collectiveShares, memberShares, leftoverFen, lines } = made.value;
          expect(totalShares * parFen + leftoverFen).toBe(propertyFen);
          expect(leftoverFen < parFen).toBe(true);
          expect(collectiveShares + memberShares).toBe(totalShares);
          expect(lines.reduce((sum, line) => sum + line.shares, 0n)).toBe(memberShares);
          const again = quantifyProperty({ propertyFen, parFen, collectiveBp, members: list.toReversed() });
          expect(again.ok && again.value.lines.toReversed()).toEqual(lines);
        },
      ),
      seed,
    );
  });

  it('writes the reserve to accounts by the charter’s basis', () => {
    const members = [
      { id: 'a', patronageFen: 3n, contributionFen: 0n, reserveShareFen: 5n },
      { id: 'b', patronageFen: 1n, contributionFen: 10n, reserveShareFen: 0n },
    ];
    const by = (basis: 'patronage' | 'contribution' | 'equal') => {
      const written = quantifyReserve(101n, basis, members);
      return written.ok
        ? written.value.map((line) => [line.quantifiedFen, line.reserveShareFen])
        : written.refusal.code;
    };
    expect(by('patronage')).toEqual([
      [76n, 81n],
      [25n, 25n],
    ]);
    expect(by('contribution')).toEqual([
      [0n, 5n],
      [101n, 101n],
    ]);
    expect(by('equal')).toEqual([
      [51n, 56n],
      [50n, 50n],
    ]);
    const idle = members.map((member) => ({ ...member, patronageFen: 0n }));
    expect(quantifyReserve(101n, 'patronage', idle)).toMatchObject({ refusal: { code: 'share_no_weight' } });
  });

  it('divides property from grants and gifts in equal parts, fen left over to the smaller ids', () => {
    fc.assert(
      fc.property(amount, amount, ids, (grantFen, donationFen, list) => {
        const divided = divideGrantEquity({ grantFen, donationFen }, list);
        if (!divided.ok) throw new Error(divided.refusal.code);
        expect(divided.value.reduce((sum, line) => sum + line.grantShareFen, 0n)).toBe(grantFen);
        expect(divided.value.reduce((sum, line) => sum + line.donationShareFen, 0n)).toBe(donationFen);
        const floor = grantFen / BigInt(list.length);
        const more = new Set(list.toSorted().slice(0, Number(grantFen % BigInt(list.length))));
        for (const line of divided.value) expect(line.grantShareFen).toBe(more.has(line.id) ? floor + 1n : floor);
      }),
      seed,
    );
    expect(divideGrantEquity({ grantFen: 1n, donationFen: 0n }, [])).toMatchObject({ ok: false });
    expect(divideGrantEquity({ grantFen: 1n, donationFen: 0n }, ['a', 'a'])).toMatchObject({
      refusal: { code: 'key_twice', field: 'members.1.id' },
    });
  });

  it('splits what was received into capital at par and the difference', () => {
    const split = splitCapital(100n, [
      { id: 'a', shares: 10n, receivedFen: 1200n },
      { id: 'b', shares: 5n, receivedFen: 400n },
    ]);
    expect(split).toMatchObject({ value: { capitalFen: 1500n, receivedFen: 1600n, premiumFen: 100n } });
    expect(split.ok && split.value.lines.map((line) => line.premiumFen)).toEqual([200n, -100n]);
    expect(valueOfArea(1234n, 80_000n)).toBe(987_200n);
  });
});

describe('a settlement', () => {
  const bases = {
    contributionFen: 1000n,
    reserveShareFen: 200n,
    unpaidPatronageFen: 50n,
    unpaidDividendFen: 30n,
    lossShareFen: 0n,
    debtShareFen: 0n,
    owedFen: 0n,
  };

  it('pays contribution, reserve share and surplus', () => {
    expect(settleMember(bases)).toMatchObject({ refundFen: 1200n, surplusFen: 80n, payableFen: 1280n });
  });

  it('takes losses off up to contribution and reserve share, never from earlier surplus', () => {
    expect(settleMember({ ...bases, lossShareFen: 900n, debtShareFen: 700n })).toMatchObject({
      deductedFen: 1200n,
      beyondLimitFen: 400n,
      payableFen: 80n,
    });
  });

  it('adds up whatever is owed', () => {
    const any = fc.record({
      contributionFen: amount,
      reserveShareFen: amount,
      unpaidPatronageFen: amount,
      unpaidDividendFen: amount,
      lossShareFen: amount,
      debtShareFen: amount,
      owedFen: amount,
    });
    fc.assert(
      fc.property(any, (given) => {
        const settled = settleMember(given);
        expect(settled.payableFen + settled.setOffFen + settled.deductedFen).toBe(
          settled.refundFen + settled.surplusFen,
        );
        expect(settled.setOffFen + settled.stillOwedFen).toBe(given.owedFen);
        for (const fen of Object.values(settled)) expect(fen >= 0n).toBe(true);
        expect(settled.payableFen === 0n || settled.stillOwedFen === 0n).toBe(true);
      }),
      seed,
    );
    expect(lossShare(100n, 1n, 3n)).toBe(33n);
    expect(lossShare(100n, 0n, 0n)).toBe(0n);
  });
});

const terms = { mechanism: 'household_grant' as const, grantFen: 0n, upliftBp: 0, floorFen: 0n };
const policy = { ...terms, startsOn: '2020-01-01', endsOn: null, recordOn: '2019-12-31' };

describe('uplift', () => {
  it.each([
    ['ok', { grantFen: 1n }, 'farmers_professional' as const],
    ['uplift_amount', {}, 'farmers_professional' as const],
    ['uplift_record_day', { grantFen: 1n, recordOn: '2020-01-02' }, 'farmers_professional' as const],
    ['uplift_period', { grantFen: 1n, endsOn: '2020-01-01' }, 'farmers_professional' as const],
    ['uplift_form', { mechanism: 'quantification' as const, upliftBp: 1 }, 'farmers_professional' as const],
    ['ok', { mechanism: 'quantification' as const, upliftBp: 1 }, 'shareholding_economic' as const],
    [
      'uplift_beyond_whole',
      { mechanism: 'collective_share' as const, upliftBp: 10_001 },
      'farmers_professional' as const,
    ],
    ['ok', { mechanism: 'floor_dividend' as const, floorFen: 1n }, 'company' as const],
  ])('%s', (code, change, kind) => {
    const checked = checkUplift({ ...policy, ...change }, kind);
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(code);
  });

  it('counts those who are poor that day', () => {
    expect([isPoor('registered', false), isPoor('relapsed', false), isPoor('lifted_out', false)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isPoor('lifted_out', true), isPoor('deregistered', true), isPoor(null, true)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  const members: readonly UpliftMember[] = [
    { id: 'c', poor: false, isCollective: true, shares: 40n, quantifiedShares: 0n },
    { id: 'a', poor: true, isCollective: false, shares: 20n, quantifiedShares: 20n },
    { id: 'b', poor: false, isCollective: false, shares: 40n, quantifiedShares: 40n },
  ];

  it('gives nobody else anything', () => {
    const raised = upliftOf({ ...terms, grantFen: 1050n }, members, 100n);
    expect(raised).toEqual({
      ok: true,
      value: [{ id: 'a', baseShares: 20n, upliftShares: 10n, upliftFen: 1050n }],
    });
    expect(upliftOf({ ...terms, grantFen: 99n }, members, 100n)).toMatchObject({
      refusal: { code: 'uplift_below_par' },
    });
  });

  it.each([
    [
      'household_grant',
      { grantFen: 1000n },
      [
        [400n, 364n],
        [200n, 273n],
        [400n, 363n],
      ],
      0n,
    ],
    [
      'quantification',
      { upliftBp: 5_000 },
      [
        [400n, 364n],
        [200n, 273n],
        [400n, 363n],
      ],
      0n,
    ],
    [
      'collective_share',
      { upliftBp: 2_500 },
      [
        [400n, 300n],
        [200n, 300n],
        [400n, 400n],
      ],
      0n,
    ],
    [
      'floor_dividend',
      { floorFen: 500n },
      [
        [400n, 400n],
        [200n, 500n],
        [400n, 400n],
      ],
      300n,
    ],
  ] as const)('shows what %s changes', (mechanism, change, amounts, outsideFen) => {
    const effect = simulateUplift({ terms: { ...terms, mechanism, ...change }, members, parFen: 100n, potFen: 1000n });
    if (!effect.ok) throw new Error(effect.refusal.code);
    const lines = effect.value.lines.map((line) => [line.beforeFen, line.afterFen]);
    expect(lines.map(([before]) => before)).toEqual(amounts.map(([before]) => before));
    const sum = lines.reduce((all, [, after]) => all + (after ?? 0n), 0n);
    expect(sum).toBe(1000n + outsideFen);
    for (const [at, [, after]] of lines.entries()) {
      const wanted = amounts[at]?.[1] ?? 0n;
      expect((after ?? 0n) - wanted <= 1n && wanted - (after ?? 0n) <= 1n).toBe(true);
    }
    expect(effect.value).toMatchObject({ gain: 1, outsideFen, minimumBeforeFen: 200n });
    expect(effect.value.giniAfterBp).toBeLessThan(effect.value.giniBeforeBp);
  });

  it('always divides exactly the amount, with what comes from outside', () => {
    const member = fc.record({
      poor: fc.boolean(),
      isCollective: fc.boolean(),
      shares: fc.bigInt({ min: 1n, max: 1000n }),
      quantifiedShares: fc.bigInt({ min: 0n, max: 500n }),
    });
    const mechanism = fc.constantFrom('household_grant', 'quantification', 'collective_share', 'floor_dividend');
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 20 }), mechanism, amount, (list, chosen, potFen) => {
        const named = list.map((one, at) => ({ ...one, id: `m${at}` }));
        const given = { mechanism: chosen as 'household_grant', grantFen: 500n, upliftBp: 1500, floorFen: 70n };
        const effect = simulateUplift({ terms: given, members: named, parFen: 100n, potFen });
        if (!effect.ok) {
          expect(effect.refusal.code).toBe('uplift_no_collective');
          return;
        }
        const after = effect.value.lines.reduce((sum, line) => sum + line.afterFen, 0n);
        expect(after).toBe(potFen + effect.value.outsideFen);
        expect(effect.value.outsideFen >= 0n).toBe(true);
        if (chosen !== 'floor_dividend') expect(effect.value.outsideFen).toBe(0n);
      }),
      seed,
    );
  });
});

describe('a valuation', () => {
  const land = {
    source: 'land' as const,
    areaMu: 12.35,
    unitValueFen: 80_000n,
    valueFen: 988_000n,
    method: 'third_party' as const,
    valuedOn: '2019-01-01',
    termFrom: '2019-01-01',
    termUntil: '2029-01-01',
  };
  it.each([
    ['ok', {}],
    ['valuation_value', { valueFen: 988_001n }],
    ['valuation_area', { areaMu: null }],
    ['valuation_term', { termUntil: '2019-01-01' }],
    ['valuation_term_missing', { termUntil: null }],
    ['valuation_in_future', { valuedOn: '2019-06-02' }],
    ['ok', { source: 'goods' as const, areaMu: null, unitValueFen: null, termUntil: null, valueFen: 5n }],
  ])('%s', (code, change) => {
    const checked = checkValuation({ ...land, ...change }, '2019-06-01');
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(code);
  });
});
