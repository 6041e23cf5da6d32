import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openActs } from './decision-rules.ts';
import { type ActTerms, actKinds, checkTerms, leavingDay, needsVote, termsOf } from './rules.ts';
import {
  buyBackLines,
  type Capital,
  capitalOf,
  contributionLines,
  inheritLines,
  type Leaving,
  returnLines,
  settlementLines,
  transferLines,
} from './voucher-rules.ts';

const today = '2019-06-03';

function lot(over: Partial<Capital> = {}): Capital {
  return {
    membershipId: 'a',
    source: 'cash',
    parFen: 10_000n,
    shares: 10,
    agreedFen: 100_000n,
    paidFen: 100_000n,
    ...over,
  };
}

function terms(over: Partial<ActTerms>): ActTerms {
  return { ...termsOf({ kind: 'subscribe', occurredOn: today }, 150622100201), ...over };
}

/** `101 500; 301/a -500`: debit positive. */
function said(lines: readonly { readonly code: string; readonly sub?: string; readonly amount: bigint }[]): string {
  return lines.map(({ code, sub, amount }) => `${code}${sub ? `/${sub}` : ''} ${amount}`).join('; ');
}

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('the terms of an act', () => {
  it('name what their kind needs', () => {
    const missing = (over: Partial<ActTerms>) => {
      const checked = checkTerms(terms(over), today);
      return checked.ok ? '' : `${checked.refusal.code} ${checked.refusal.field}`;
    };
    expect(missing({})).toBe('act_missing membershipId');
    expect(missing({ membershipId: 'a', classId: 'c', shares: 5 })).toBe('');
    expect(missing({ kind: 'transfer', membershipId: 'a', lotId: 'l', shares: 1 })).toBe('act_missing toMembershipId');
    expect(missing({ kind: 'transfer', membershipId: 'a', lotId: 'l', shares: 1, toMembershipId: 'a' })).toBe(
      'act_same_member toMembershipId',
    );
    expect(missing({ kind: 'expire', membershipId: 'a', lotId: 'l', occurredOn: '2019-06-04' })).toBe(
      'act_in_future occurredOn',
    );
    expect(missing({ kind: 'exit', membershipId: 'a', appliedOn: '2019-06-04', leaveReason: 'exit' })).toBe(
      'act_applied_later appliedOn',
    );
  });

  it('of an inheritance name one heir, a member or somebody new', () => {
    const { newcomer } = termsOf({ kind: 'inherit', occurredOn: today, newcomerKind: 'farmer' }, 150622100201);
    const heirs = (over: Partial<ActTerms>) => {
      const died = { kind: 'inherit', membershipId: 'a', appliedOn: '2019-05-01' } as const;
      const checked = checkTerms(terms({ ...died, ...over }), today);
      return checked.ok ? '' : checked.refusal.code;
    };
    expect(heirs({})).toBe('act_missing');
    expect(heirs({ toMembershipId: 'b' })).toBe('');
    expect(heirs({ newcomer })).toBe('');
    expect(heirs({ toMembershipId: 'b', newcomer })).toBe('act_two_heirs');
  });

  it('are voted on where somebody joins or is expelled, in organisations that vote', () => {
    expect(needsVote('farmers_professional', { kind: 'join', leaveReason: null })).toBe(true);
    expect(needsVote('company', { kind: 'join', leaveReason: null })).toBe(false);
    expect(needsVote('farmers_professional', { kind: 'exit', leaveReason: 'exit' })).toBe(false);
    expect(needsVote('collective_economic_organization', { kind: 'exit', leaveReason: 'expelled' })).toBe(true);
  });
});

describe('the day of leaving (Cooperatives Law art. 25)', () => {
  const day = (appliedOn: string, noticeMonths = 3, fiscalYearStart = '01-01') =>
    leavingDay({ appliedOn, noticeMonths, fiscalYearStart });

  it('is the end of the fiscal year by which the notice is three months old', () => {
    expect(day('2019-09-30')).toBe('2020-01-01');
    expect(day('2019-10-01')).toBe('2021-01-01');
    expect(day('2019-06-30', 6)).toBe('2020-01-01');
    expect(day('2019-07-01', 6)).toBe('2021-01-01');
    expect(day('2019-11-30', 3, '04-01')).toBe('2020-04-01');
    expect(day('2019-12-31', 0)).toBe('2020-01-01');
  });

  it('never comes before the notice is over, and within two fiscal years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_650 }), fc.integer({ min: 0, max: 12 }), (days, months) => {
        const applied = new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10);
        const leaves = day(applied, months);
        expect(leaves > applied).toBe(true);
        expect(Number(leaves.slice(0, 4)) - Number(applied.slice(0, 4))).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('contributions', () => {
  const paid = { counter: 'bank', assetId: null } as const;

  it('are capital at par, the rest is premium (A37, 301 and 321)', () => {
    const at = (over: Partial<Capital>) =>
      said(value(contributionLines('coop37', [{ lot: lot(over), paidBefore: 0n }], paid)));
    expect(at({})).toBe('102 100000; 301/a -100000');
    expect(at({ agreedFen: 120_000n, paidFen: 120_000n })).toBe('102 120000; 301/a -100000; 321 -20000');
    expect(at({ source: 'household_grant', agreedFen: 105_000n, paidFen: 105_000n })).toBe(
      '102 105000; 30101/a -105000',
    );
    expect(at({ paidFen: 0n })).toBe('');
  });

  it('in parts come to the same as at once, to the fen', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10_000_000n }),
        fc.array(fc.bigInt({ min: 1n, max: 10_000_000n }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 5_000 }),
        (extra, parts, shares) => {
          const agreedFen = parts.reduce((sum, part) => sum + part, 0n) + extra;
          const whole = { ...lot(), shares, agreedFen };
          let paidFen = 0n;
          let capital = 0n;
          for (const part of [...parts, extra]) {
            const before = paidFen;
            paidFen += part;
            const lines = value(
              contributionLines('coop37', [{ lot: { ...whole, paidFen }, paidBefore: before }], paid),
            );
            expect(lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
            capital -= lines.find(({ code }) => code === '301')?.amount ?? 0n;
          }
          expect(capital).toBe(BigInt(shares) * whole.parFen);
        },
      ),
    );
  });

  it('in kind stand under their own detail, at the value agreed', () => {
    const land = { lot: lot({ source: 'land', agreedFen: 90_000n, paidFen: 90_000n }), paidBefore: 0n };
    expect(said(value(contributionLines('coop37', [land], { counter: null, assetId: 'v' })))).toBe(
      '161/v 90000; 301/a -100000; 321 10000',
    );
    expect(contributionLines('coop37', [land], { counter: null, assetId: null }).ok).toBe(false);
    expect(contributionLines('collective04', [land], { counter: null, assetId: 'v' })).toMatchObject({
      refusal: { code: 'act_no_account' },
    });
    const sheep = { lot: lot({ source: 'goods' }), paidBefore: 0n };
    expect(said(value(contributionLines('coop37', [sheep], { counter: 'productive_biological', assetId: 'v' })))).toBe(
      '142/v 100000; 301/a -100000',
    );
    expect(said(value(contributionLines('collective04', [sheep], { counter: 'stock', assetId: null })))).toBe(
      '121 100000; 301/a -100000',
    );
  });
});

describe('transfer, inheritance and buy-back', () => {
  it('leave the total of 301 and move it between the members’ accounts', () => {
    const before = lot();
    const after = lot({ shares: 6, agreedFen: 60_000n, paidFen: 60_000n });
    const to = lot({ membershipId: 'b', shares: 4, agreedFen: 40_000n, paidFen: 40_000n });
    expect(said(transferLines('coop37', { before, after }, to))).toBe('301/a 40000; 301/b -40000');
    expect(
      transferLines('coop37', { before: lot({ paidFen: 0n }), after: lot({ paidFen: 0n }) }, { ...to, paidFen: 0n }),
    ).toEqual([]);
  });

  it('pass on all that stands for one who died', () => {
    const standing = new Map([
      ['114', 500n],
      ['221', -300n],
      ['301', -100_000n],
      ['32201', 0n],
    ]);
    expect(said(inheritLines(standing, 'a', 'b'))).toBe(
      '114/a -500; 114/b 500; 221/a 300; 221/b -300; 301/a 100000; 301/b -100000',
    );
  });

  it('book the difference between price and par to the capital reserve', () => {
    const from = { before: lot(), after: lot({ shares: 5, agreedFen: 50_000n, paidFen: 50_000n }) };
    const at = (priceFen: bigint) => said(value(buyBackLines('coop37', from, { priceFen, counter: 'cash' })));
    expect(at(50_000n)).toBe('301/a 50000; 101 -50000');
    expect(at(45_000n)).toBe('301/a 50000; 101 -45000; 321 -5000');
    expect(at(60_000n)).toBe('301/a 50000; 101 -60000; 321 10000');
    expect(buyBackLines('coop37', from, { priceFen: 1n, counter: null }).ok).toBe(false);
  });
});

describe('what goes back in kind', () => {
  it('takes capital, right of use and amortisation out of the books', () => {
    const returned = { lot: lot({ source: 'land' }), assetId: 'v', costFen: 100_000n, amortisedFen: 100_000n };
    expect(said(value(returnLines('coop37', returned)))).toBe('301/a 100000; 162/v 100000; 161/v -100000; 321 -100000');
    expect(said(value(returnLines('coop37', { ...returned, amortisedFen: 0n })))).toBe('301/a 100000; 161/v -100000');
    expect(returnLines('coop37', { ...returned, assetId: null }).ok).toBe(false);
    expect(said(value(returnLines('collective04', { ...returned, costFen: 0n, assetId: null })))).toBe(
      '301/a 100000; 311 -100000',
    );
  });
});

describe('settling with one who leaves (Cooperatives Law art. 28)', () => {
  const base: Leaving = {
    membershipId: 'a',
    standing: new Map([
      ['301', -100_000n],
      ['30101', -50_000n],
      ['32201', -12_345n],
      ['221', -3_000n],
      ['222', -700n],
    ]),
    returned: [],
    left: [],
    lossShareFen: 0n,
    debtShareFen: 0n,
    counter: 'bank',
  };

  it('pays contribution, reserve share and what was declared', () => {
    const { settlement, lines } = value(settlementLines('coop37', base));
    expect(settlement).toMatchObject({ contributionFen: 150_000n, payableFen: 166_045n, deductedFen: 0n });
    expect(said(lines)).toBe('301/a 100000; 30101/a 50000; 32201/a 12345; 221/a 3000; 222/a 700; 102 -166045');
  });

  it('takes losses off contribution and reserve share, debts of the member off the whole, and gives land back', () => {
    const standing = new Map([...base.standing, ['114', 20_000n] as const]);
    const land = {
      lot: lot({ source: 'land', shares: 4, agreedFen: 40_000n, paidFen: 40_000n }),
      assetId: 'v',
      costFen: 40_000n,
      amortisedFen: 10_000n,
    };
    const leaving = { ...base, standing, returned: [land], lossShareFen: 30_000n, debtShareFen: 5_000n };
    const { settlement, lines } = value(settlementLines('coop37', leaving));
    expect(settlement).toMatchObject({
      ...{ contributionFen: 110_000n, inKindFen: 40_000n, deductedFen: 35_000n },
      ...{ setOffFen: 20_000n, stillOwedFen: 0n, payableFen: 71_045n },
    });
    expect(said(lines)).toBe(
      '301/a 100000; 30101/a 50000; 32201/a 12345; 221/a 3000; 222/a 700; 114/a -20000; ' +
        '162/v 10000; 161/v -40000; 33202 -30000; 102 -71045; 321 -15000',
    );
  });

  it('leaves what is still owed on the account of the one who owes it', () => {
    const standing = new Map([
      ['114', 500_000n],
      ['301', -100_000n],
    ]);
    const { settlement, lines } = value(settlementLines('coop37', { ...base, standing }));
    expect(settlement).toMatchObject({ setOffFen: 100_000n, stillOwedFen: 400_000n, payableFen: 0n });
    expect(said(lines)).toBe('114/a -100000; 301/a 100000');
  });

  it('refuses where the books hold less than what goes back', () => {
    const returned = [{ lot: lot({ source: 'land', shares: 40 }), assetId: 'v', costFen: 0n, amortisedFen: 0n }];
    expect(settlementLines('coop37', { ...base, standing: new Map(), returned })).toMatchObject({
      refusal: { code: 'settlement_short' },
    });
  });

  it('balances whatever stands, and never pays more than stands', () => {
    const fen = fc.bigInt({ min: 0n, max: 10_000_000n });
    fc.assert(
      fc.property(fc.tuple(fen, fen, fen, fen, fen, fen, fen, fen), (all) => {
        const [capital, grant, reserve, refund, dividend, trade, loss, debt] = all;
        for (const current of [trade, -trade]) {
          const standing = new Map([
            ...([
              ['301', -capital],
              ['30101', -grant],
              ['32201', -reserve],
              ['221', -refund],
            ] as const),
            ...([
              ['222', -dividend],
              ['114', current],
            ] as const),
          ]);
          const leaving = { ...base, standing, lossShareFen: loss, debtShareFen: debt };
          const { settlement, lines } = value(settlementLines('coop37', leaving));
          expect(lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
          const credit = capital + grant + reserve + refund + dividend + (current < 0n ? -current : 0n);
          expect(settlement.payableFen >= 0n && settlement.payableFen <= credit).toBe(true);
        }
      }),
    );
  });
});

describe('capital', () => {
  it('of shares for which nothing was agreed is none', () => {
    expect(capitalOf(lot({ source: 'collective_property', agreedFen: 0n, paidFen: 0n }))).toBe(0n);
  });
});

describe('what may be done next', () => {
  it('follows from the state, and never lets the maker check', () => {
    for (const kind of actKinds) {
      const at = { kind, madeBy: 'm', reversalBy: 'r' } as const;
      const checks = openActs({ ...at, state: 'proposed' }).filter(({ act }) => act === 'membership_act.check');
      expect(checks.map(({ maker }) => maker)).toEqual(['m', 'm']);
      expect(openActs({ ...at, state: 'reversing' }).every(({ maker }) => maker === 'r')).toBe(true);
      for (const state of ['refused', 'withdrawn', 'reversed'] as const) expect(openActs({ ...at, state })).toEqual([]);
    }
    const posted = (kind: 'join' | 'pay') => openActs({ kind, state: 'posted', madeBy: 'm', reversalBy: null });
    expect([posted('join').length, posted('pay').length]).toEqual([0, 1]);
  });
});
