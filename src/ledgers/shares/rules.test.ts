import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideGrantEquity,
  quantifyProperty,
  quantifyReserve,
  splitCapital,
  valueOfArea,
} from './quantification-rules.ts';
import { lossShare, settleMember } from './settlement-rules.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const seed = { seed: 29 };

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
