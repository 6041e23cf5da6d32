import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, compute } from './compute.testing.ts';

describe('lots', () => {
  it('carries documents through a pooled account', async () => {
    const input = {
      accounts: [{ id: 'banner', discipline: 'pro_rata' }, { id: 'village' }],
      movements: [
        { id: '1', to: 'banner', document: 'A', amountFen: 200 },
        { id: '2', to: 'banner', document: 'B', amountFen: 100 },
        { id: '3', from: 'banner', to: 'village', amountFen: 100 },
        { id: '4', from: 'village', amountFen: 70 },
      ],
    };
    expect(await answer('lots', input)).toMatchObject({
      moves: [
        { movement: '1', document: 'A', amountFen: 200 },
        { movement: '2', document: 'B', amountFen: 100 },
        { movement: '3', document: 'A', amountFen: 67 },
        { movement: '3', document: 'B', amountFen: 33 },
        { movement: '4', document: 'A', amountFen: 67 },
        { movement: '4', document: 'B', amountFen: 3 },
      ],
      balances: [
        { account: 'banner', leftFen: 200 },
        { account: 'village', leftFen: 30 },
      ],
    });
  });

  it('refuses what is not there', async () => {
    const accounts = [{ id: 'a' }];
    const ran = await compute('lots', { accounts, movements: [{ id: '1', from: 'a', amountFen: 1 }] });
    expect(ran.code).toBe(2);
  });
});

describe('earmark-check', () => {
  const earmark = {
    purposes: ['breeding_stock'],
    places: [150622000000],
    startsOn: '2018-03-01',
    endsOn: '2019-12-31',
  };
  const payment = {
    ...{ purpose: 'breeding_stock', payeeKind: 'enterprise', usedAt: 150622100201, accountPlace: 150622100201 },
    occurredOn: '2018-05-01',
  };

  it.each([
    [[], {}],
    [['fund_purpose_forbidden'], { purpose: 'training' }],
    [['fund_use_forbidden', 'fund_purpose_forbidden'], { purpose: 'vehicles' }],
    [['fund_outside_window'], { occurredOn: '2020-01-01' }],
    [['fund_other_place'], { usedAt: 150622100202 }],
    [['fund_other_place'], { payeeKind: 'household', payeePlace: 150622100202 }],
    [[], { payeeKind: 'household', payeePlace: 150622100202, accountHolder: 'cooperative' }],
  ])('finds %j', async (faults, change) => {
    const forbidden = [{ purpose: 'vehicles', startsOn: '2017-03-13' }];
    const input = { earmark, payment: { ...payment, ...change }, forbidden };
    expect(await answer('earmark-check', input)).toEqual({ permitted: faults.length === 0, faults });
  });
});

describe('fund-allocation', () => {
  const given = { upperPlace: 150600000000, keyPoorVillages: [150622100201] };

  it.each([
    [null, [{ place: 150622100201, amountFen: 20_000_000 }]],
    ['fund_standard_amount', [{ place: 150622100201, amountFen: 19_999_999 }]],
    ['fund_standard_village', [{ place: 150622100202, amountFen: 20_000_000 }]],
  ])('answers %j', async (code, lines) => {
    const { standard } = (await answer('fund-allocation', { ...given, lines })) as {
      standard: { code: string } | null;
    };
    expect(standard?.code ?? null).toBe(code);
  });

  it('divides exactly, whatever the order of the villages', async () => {
    const village = fc.record({ registered_poor: fc.nat(99), members: fc.nat(99), assets: fc.nat(1_000_000) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(village, { minLength: 2, maxLength: 8 }),
        fc.nat(1_000_000),
        async (values, totalFen) => {
          const villages = values.map((one, at) => ({ place: 150622100201 + at, values: one }));
          const weights = { registered_poor: 50, members: 30, assets: 20 };
          const input = { ...given, weights, totalFen: totalFen + 1 };
          const run = async (list: typeof villages) => {
            const ran = await compute('fund-allocation', { ...input, villages: list });
            return ran.code === 0 ? (JSON.parse(ran.out) as { ranking: { amountFen: number }[] }).ranking : [];
          };
          const ranking = await run(villages);
          expect(await run(villages.toReversed())).toEqual(ranking);
          const sum = ranking.reduce((total, row) => total + row.amountFen, 0);
          expect(ranking.length === 0 || sum === totalFen + 1).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });
});
