import { describe, expect, it } from 'vitest';
import { compute } from './compute.testing.ts';

const lawful = {
  legalForm: 'farmers_professional',
  surplusFen: 10_001,
  charter: { surplusReserveBp: 1_000, reserveQuantifiedBy: 'equal', patronageBp: 6_000 },
  members: [
    { id: 'b', patronageFen: 2, contributionFen: 5 },
    { id: 'a', patronageFen: 1 },
    { id: 'c', contributionFen: 5, reserveShareFen: 7 },
  ],
};

describe('surplus-distribution', () => {
  it('answers statement, steps, lines and refusals, the same bytes whatever the order of members', async () => {
    const first = await compute('surplus-distribution', lawful);
    expect(first).toMatchObject({ code: 0, err: '' });
    const answer = JSON.parse(first.out);
    expect(Object.keys(answer)).toEqual(['statement', 'steps', 'lines', 'refusals']);
    expect(answer.statement).toEqual({
      ...{ row12: 10_001, row13: 0, row14: 0, row15: 1_000, row16: 9_001 },
      ...{ row17: 5_401, row18: 3_600, row19: 0, row20: 0 },
    });
    expect(answer.lines.map((line: { id: string; totalFen: number }) => [line.id, line.totalFen])).toEqual([
      ['a', 2_982],
      ['b', 4_798],
      ['c', 1_221],
    ]);
    const shuffled = await compute('surplus-distribution', { ...lawful, members: lawful.members.toReversed() });
    expect(shuffled.out).toBe(first.out);
  });

  it('lists what the law refuses with clause and sentence', async () => {
    const { code, out } = await compute('surplus-distribution', { ...lawful, charter: { patronageBp: 5_999 } });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      lines: [],
      refusals: [{ code: 'surplus_patronage_below_floor', clause: 'COOP 44', message: expect.stringContaining('60%') }],
    });
  });

  it('gives a collective’s remainder by quantified shares', async () => {
    const { out } = await compute('surplus-distribution', {
      legalForm: 'collective_economic',
      surplusFen: 1_000,
      charter: { surplusReserveBp: 2_000, welfareReserveBp: 500 },
      members: [
        { id: '1', shares: 1 },
        { id: '2', shares: 2 },
      ],
    });
    expect(JSON.parse(out)).toMatchObject({
      statement: { row15: 250, row16: 750, row17: 0, row18: 750, row20: 0 },
      lines: [{ totalFen: 250 }, { totalFen: 500 }],
    });
  });

  it('refuses to give away what a collective has to keep, and to pay with what is lent or earmarked', async () => {
    const collective = { legalForm: 'collective_economic', surplusFen: 100_000, members: [{ id: '1', shares: 1 }] };
    const barred = { subsidyFen: 15_000, disposalFen: 4_999, compensationFen: 1 };
    const purse = { moneyFen: 100_000, earmarkedFen: 10_000, borrowedFen: 5_000, promisedFen: 5_000 };
    const charter = { surplusReserveBp: 2_000 };
    const lawfully = await compute('surplus-distribution', { ...collective, charter, barred, purse });
    expect(JSON.parse(lawfully.out)).toMatchObject({ statement: { row18: 80_000 }, refusals: [] });
    const wanting = { barred: { ...barred, compensationFen: 2 }, purse: { ...purse, borrowedFen: 5_001 } };
    const { out } = await compute('surplus-distribution', { ...collective, charter, ...wanting });
    expect(JSON.parse(out)).toMatchObject({
      statement: { row18: 0, row20: 80_000 },
      lines: [],
      refusals: [
        { code: 'surplus_barred_money', clause: 'RCEO 36', message: expect.stringContaining('200.01') },
        { code: 'surplus_borrowed_money', clause: 'RCEO 42', message: expect.stringContaining('50.01') },
      ],
    });
  });

  const member = { id: 'a', patronageFen: 1 };
  it.each([
    ['legalForm', { ...lawful, legalForm: 'company' }],
    ['members.0.patronageFen', { ...lawful, members: [{ ...member, patronageFen: -1 }] }],
    ['members.0.contributionFen', { ...lawful, members: [{ ...member, contributionFen: -1 }] }],
    ['members.1.id', { ...lawful, members: [member, member] }],
    ['members.0.id', { ...lawful, members: [{ patronageFen: 1 }] }],
    ['members.0.shares', { ...lawful, members: [{ ...member, shares: 1 }] }],
    ['members.0.patronageFen', { ...lawful, legalForm: 'collective_economic', members: [member] }],
    ['surplusFen', { ...lawful, surplusFen: 1.5 }],
    ['surplusFen', JSON.stringify(lawful).replace('10001', '9007199254740993')],
    ['surplusFen', { ...lawful, surplusFen: '10001' }],
    ['openingUndistributedFen', { ...lawful, surplusFen: 2 ** 53 - 1, openingUndistributedFen: 1 }],
    ['reserveUsedForLossesFen', { ...lawful, reserveUsedForLossesFen: -1 }],
    ['grantEquityFen', { ...lawful, grantEquityFen: -1 }],
    ['charter.patronageBp', { ...lawful, charter: { patronageBp: 10_001 } }],
    ['charter', { ...lawful, charter: { surplusReserveBp: 6_000, reserveQuantifiedBy: 'equal', reliefBp: 4_001 } }],
    ['charter.reserveQuantifiedBy', { ...lawful, charter: { surplusReserveBp: 1 } }],
    ['charter.reserveBp', { ...lawful, charter: { reserveBp: 1 } }],
    ['members', { ...lawful, members: undefined }],
    ['barred', { ...lawful, barred: {} }],
    ['purse', { ...lawful, purse: { moneyFen: 1 } }],
  ])('refuses with 2, naming %s', async (field, input) => {
    const { code, out, err } = await compute('surplus-distribution', input);
    expect({ code, out, named: err.startsWith(`${field}: `) }).toEqual({ code: 2, out: '', named: true });
  });
});

describe('fairness', () => {
  it('says in words why an option is refused', async () => {
    const options = [
      { name: 'A', charter: lawful.charter },
      { name: 'B', charter: { patronageBp: 5_000 } },
    ];
    const { surplusFen, legalForm, members } = lawful;
    const { out } = await compute('fairness', { legalForm, surplusFen, members, options });
    expect(JSON.parse(out)).toMatchObject({
      options: [
        { name: 'A', refusals: [], cashNeedFen: 9_001, minimumFen: 1_221, poorMedian: null },
        { name: 'B', refusals: [{ clause: 'COOP 44', message: expect.stringContaining('50%') }] },
      ],
      shifts: [{ from: 'A', to: 'B', lose: 3 }],
    });
  });

  it('refuses an uplift larger than what it is part of', async () => {
    const { code, err } = await compute('fairness', {
      legalForm: 'collective_economic',
      surplusFen: 1,
      options: [{ name: 'A', charter: {} }],
      members: [{ id: 'a', shares: 1, upliftShares: 2 }],
    });
    expect({ code, err: err.split(':')[0] }).toEqual({ code: 2, err: 'members.0.upliftShares' });
  });
});
