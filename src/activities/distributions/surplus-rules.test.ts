import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DivisionQuestion, divideSurplus, linesOf, type SurplusMember } from './division-rules.ts';
import { compareOptions } from './fairness-rules.ts';
import { legalForms, patronageFloorBp, reserveBases } from './surplus-rules.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 400 });

const charter = {
  surplusReserveBp: 1_000,
  reserveQuantifiedBy: 'patronage',
  expansionBp: 500,
  reliefBp: 300,
  welfareReserveBp: 0,
  patronageBp: 6_000,
} as const;

const year = { surplusFen: 1_000_000n, openingUndistributedFen: 0n, reserveUsedForLossesFen: 0n };

function member(id: string, bases: Partial<SurplusMember> = {}): SurplusMember {
  return { id, patronageFen: 0n, contribution: 0n, reserveShareFen: 0n, shares: 0n, ...bases };
}

function question(change: Partial<DivisionQuestion> = {}): DivisionQuestion {
  return {
    ...year,
    legalForm: 'farmers_professional',
    floorBp: patronageFloorBp,
    charter,
    grantEquityFen: 0n,
    daysWeighed: 1n,
    members: [
      member('001', { patronageFen: 500n, contribution: 100n }),
      member('002', { patronageFen: 300n, contribution: 100n }),
      member('003', { contribution: 100n }),
    ],
    ...change,
  };
}

function divide(asked: DivisionQuestion) {
  const divided = divideSurplus(asked);
  if (!divided.ok) throw new Error(divided.refusal.code);
  return { ...divided.value, lines: linesOf(divided.value.columns) };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, fen) => total + fen, 0n);
}

/** The same law written down once more, naively: fractions kept apart, fen handed out one by one. */
function oracle(asked: DivisionQuestion): Map<string, { refund: bigint; rest: bigint; reserve: bigint }> {
  const { members, charter: by } = asked;
  const opening = asked.openingUndistributedFen;
  const stillLost =
    opening < 0n && -opening > asked.reserveUsedForLossesFen ? -opening - asked.reserveUsedForLossesFen : 0n;
  const after = asked.surplusFen - stillLost > 0n ? asked.surplusFen - stillLost : 0n;
  const part = (bp: number) => (after * BigInt(bp)) / 10_000n;
  const drawn = part(by.surplusReserveBp) + part(by.expansionBp) + part(by.reliefBp) + part(by.welfareReserveBp);
  const left = asked.surplusFen + opening + asked.reserveUsedForLossesFen - drawn;
  const row16 = left > 0n ? left : 0n;
  const cooperative = asked.legalForm === 'farmers_professional';
  let refunds = (row16 * BigInt(by.patronageBp)) / 10_000n;
  if (refunds * 10_000n < row16 * BigInt(by.patronageBp)) refunds += 1n;
  if (!cooperative) refunds = 0n;
  const count = BigInt(members.length);
  const basis = {
    patronage: (m: SurplusMember) => m.patronageFen,
    contribution: (m: SurplusMember) => m.contribution,
    equal: () => 1n,
  };
  const reserve = cooperative
    ? handOut(
        part(by.surplusReserveBp),
        members.map((m) => [m.id, basis[by.reserveQuantifiedBy ?? 'equal'](m)]),
      )
    : new Map<string, bigint>();
  const refund = handOut(
    refunds,
    members.map((m) => [m.id, m.patronageFen]),
  );
  const rest = handOut(
    row16 - refunds,
    members.map((m) => {
      const own = m.contribution + (m.reserveShareFen + (reserve.get(m.id) ?? 0n)) * asked.daysWeighed;
      return [m.id, cooperative ? own * count + asked.grantEquityFen * asked.daysWeighed : m.shares];
    }),
  );
  return new Map(
    members.map(({ id }) => [
      id,
      { refund: refund.get(id) ?? 0n, rest: rest.get(id) ?? 0n, reserve: reserve.get(id) ?? 0n },
    ]),
  );
}

function handOut(total: bigint, weights: readonly (readonly [string, bigint])[]): Map<string, bigint> {
  const whole = sum(weights.map(([, weight]) => weight));
  const given = new Map(weights.map(([id, weight]) => [id, whole === 0n ? 0n : (total * weight) / whole]));
  const owed = [...weights].sort(([idA, a], [idB, b]) => {
    const [restA, restB] = [(total * a) % (whole || 1n), (total * b) % (whole || 1n)];
    return restA === restB ? (idA < idB ? -1 : 1) : restA > restB ? -1 : 1;
  });
  for (const [id] of owed) {
    if (sum([...given.values()]) === total || whole === 0n) break;
    given.set(id, (given.get(id) ?? 0n) + 1n);
  }
  return given;
}

const fen = fc.oneof(fc.bigInt(0n, 50n), fc.bigInt(0n, 2n ** 53n - 1n));
const anyMember = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  patronageFen: fen,
  contribution: fen,
  reserveShareFen: fen,
  shares: fen,
});
const anyQuestion: fc.Arbitrary<DivisionQuestion> = fc
  .record({
    legalForm: fc.constantFrom(...legalForms),
    surplusFen: fc.oneof(fc.bigInt(-200n, 2_000n), fc.bigInt(-(2n ** 52n), 2n ** 53n - 1n)),
    openingUndistributedFen: fc.oneof(fc.constant(0n), fc.bigInt(-2_000n, 2_000n), fc.bigInt(-(2n ** 53n), 2n ** 52n)),
    covered: fc.nat(100),
    grantEquityFen: fen,
    daysWeighed: fc.constantFrom(1n, 365n, 366n),
    surplusReserveBp: fc.nat(3_000),
    reserveQuantifiedBy: fc.constantFrom(...reserveBases),
    expansionBp: fc.nat(2_000),
    reliefBp: fc.nat(2_000),
    welfareReserveBp: fc.nat(2_000),
    patronageBp: fc.integer({ min: patronageFloorBp, max: 10_000 }),
    members: fc.uniqueArray(anyMember, { selector: ({ id }) => id, minLength: 1, maxLength: 12 }),
  })
  .map(({ covered, legalForm, patronageBp, ...drawn }) => {
    const { surplusReserveBp, reserveQuantifiedBy, expansionBp, reliefBp, welfareReserveBp, ...rest } = drawn;
    const losses = rest.openingUndistributedFen < 0n ? -rest.openingUndistributedFen : 0n;
    return {
      ...rest,
      legalForm,
      floorBp: patronageFloorBp,
      reserveUsedForLossesFen: (losses * BigInt(covered)) / 100n,
      charter: {
        ...{ surplusReserveBp, reserveQuantifiedBy, expansionBp, reliefBp, welfareReserveBp },
        patronageBp: legalForm === 'farmers_professional' ? patronageBp : 0,
      },
    };
  });

describe('laws of every division', () => {
  it('agrees with a naive second implementation, or refuses for want of a basis', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const { lines, refusals, statement } = divide(asked);
        if (refusals.length > 0) {
          expect(refusals.every(({ code }) => /^surplus_no_/.test(code))).toBe(true);
          expect({ lines, row17: statement.row17, row18: statement.row18 }).toEqual({
            lines: [],
            row17: 0n,
            row18: 0n,
          });
          return;
        }
        const expected = oracle(asked);
        expect(lines.map(({ id }) => id)).toEqual(asked.members.map(({ id }) => id).toSorted());
        for (const line of lines) {
          expect({
            refund: line.patronageRefundFen,
            rest: line.remainderFen,
            reserve: line.reserveQuantifiedFen,
          }).toEqual(expected.get(line.id));
        }
      }),
    );
  });

  it('pays exactly what is declared, and the statement adds up', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const { lines, steps, statement: rows, refusals } = divide(asked);
        const step = (code: string) => steps.find((one) => one.code === code)?.amountFen ?? 0n;
        expect(sum(lines.map(({ totalFen }) => totalFen))).toBe(rows.row17 + rows.row18);
        expect(sum(lines.map(({ patronageRefundFen }) => patronageRefundFen))).toBe(rows.row17);
        expect(rows.row16).toBe(rows.row12 + rows.row13 + rows.row14 - rows.row15);
        expect(rows.row20).toBe(rows.row16 - rows.row17 - rows.row18 - rows.row19);
        expect(rows.row15).toBe(
          step('surplus_reserve') + step('welfare_reserve') + step('expansion_reserve') + step('relief_reserve'),
        );
        expect(step('law_distributable') >= 0n).toBe(true);
        if (refusals.length > 0) return;
        const quantified = asked.legalForm === 'farmers_professional' ? step('surplus_reserve') : 0n;
        expect(sum(lines.map(({ reserveQuantifiedFen }) => reserveQuantifiedFen))).toBe(quantified);
        expect(rows.row20).toBe(rows.row16 > 0n ? 0n : rows.row16);
        if (asked.legalForm === 'farmers_professional' && rows.row16 > 0n)
          expect(rows.row17 * 10_000n >= rows.row16 * BigInt(patronageFloorBp)).toBe(true);
      }),
    );
  });

  it('gives each member within one fen of the exact share', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const { lines, statement: rows } = divide(asked);
        const patronage = sum(asked.members.map(({ patronageFen }) => patronageFen));
        const byId = new Map(asked.members.map((one) => [one.id, one]));
        for (const { id, patronageRefundFen } of lines) {
          const distance = patronageRefundFen * patronage - rows.row17 * (byId.get(id)?.patronageFen ?? 0n);
          expect(patronage === 0n || (distance < patronage && distance > -patronage)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of the members, nor on the run', () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer(), (asked, turn) => {
        const at = Math.abs(turn) % asked.members.length;
        const members = [...asked.members.slice(at), ...asked.members.slice(0, at)].toReversed();
        expect(divide({ ...asked, members })).toEqual(divide(asked));
      }),
    );
  });
});

describe('years that are not simple', () => {
  it.each([
    ['a loss', { surplusFen: -500n }, { row15: 0n, row16: -500n, row20: -500n }],
    ['losses larger than the surplus', { openingUndistributedFen: -1_500_000n }, { row15: 0n, row16: -500_000n }],
    [
      'losses covered by the reserve in part',
      { openingUndistributedFen: -300_000n, reserveUsedForLossesFen: 100_000n },
      { row15: 144_000n, row16: 656_000n, row17: 393_600n, row20: 0n },
    ],
    [
      'a loss after good years',
      { surplusFen: -400_000n, openingUndistributedFen: 900_000n },
      { row15: 0n, row16: 500_000n, row17: 300_000n, row18: 200_000n },
    ],
    ['a surplus that losses eat up', { openingUndistributedFen: -1_000_000n }, { row15: 0n, row16: 0n, row20: 0n }],
    ['nothing at all', { surplusFen: 0n }, { row16: 0n, row17: 0n, row18: 0n }],
  ])('%s', (_, change, rows) => {
    const { statement, refusals } = divide(question(change));
    expect(refusals).toEqual([]);
    expect(statement).toMatchObject(rows);
  });

  it('gives all to the only member', () => {
    const { lines, statement } = divide(question({ members: [member('001', { patronageFen: 1n, contribution: 1n })] }));
    expect(lines).toMatchObject([{ totalFen: statement.row16, reserveQuantifiedFen: 100_000n }]);
  });

  it('counts property formed by grants equally, and owes it to nobody', () => {
    const { lines } = divide(question({ grantEquityFen: 3_000_000n, charter: { ...charter, surplusReserveBp: 0 } }));
    expect(lines.map(({ remainderFen }) => remainderFen)).toEqual([122_667n, 122_667n, 122_666n]);
  });
});

describe('what the law refuses', () => {
  it('less than sixty per cent by patronage, showing both bases', () => {
    const asked = question({ openingUndistributedFen: 180_000n, charter: { ...charter, patronageBp: 5_999 } });
    const { refusals, lines, statement } = divide(asked);
    expect(refusals).toEqual([
      {
        code: 'surplus_patronage_below_floor',
        clause: 'COOP 44',
        values: { floor: '60%', share: '59.99%', distributableFen: '1000000', lawShare: '73.15%', lawFen: '820000' },
      },
    ]);
    expect({ lines, row20: statement.row20 }).toEqual({ lines: [], row20: 1_000_000n });
    expect(divide({ ...asked, charter: { ...charter, patronageBp: 6_000 } }).refusals).toEqual([]);
  });

  it.each([
    ['surplus_reserve_beyond_losses', 'COOP 42', { openingUndistributedFen: -10n, reserveUsedForLossesFen: 11n }],
    [
      'surplus_no_patronage',
      'COOP 44',
      { members: [member('001', { contribution: 1n })], charter: { ...charter, surplusReserveBp: 0 } },
    ],
    ['surplus_no_reserve_basis', 'COOP 42', { surplusFen: 100n, members: [member('001', { contribution: 1n })] }],
    [
      'surplus_no_remainder_basis',
      'COOP 44',
      { members: [member('001', { patronageFen: 1n })], charter: { ...charter, surplusReserveBp: 0 } },
    ],
    [
      'surplus_no_remainder_basis',
      'RCEO 42',
      { legalForm: 'collective_economic', charter: { ...charter, patronageBp: 0 } },
    ],
  ] as const)('%s by %s', (code, clause, change) => {
    const { refusals, lines } = divide(question(change));
    expect(refusals).toContainEqual(expect.objectContaining({ code, clause }));
    expect(lines).toEqual([]);
  });

  it('patronage of a collective, whose shares divide the whole', () => {
    const members = [member('1', { shares: 1n }), member('2', { shares: 2n })];
    const { refusals, lines } = divide(question({ legalForm: 'collective_economic', members }));
    expect(refusals).toEqual([{ code: 'surplus_patronage_of_collective', clause: 'RCEO 42' }]);
    expect(lines.map(({ totalFen }) => totalFen)).toEqual([273_333n, 546_667n]);
  });

  it.each([
    ['surplus_draws_beyond_whole', 'charter', { charter: { ...charter, expansionBp: 9_000 } }],
    [
      'surplus_reserve_basis_missing',
      'charter.reserveQuantifiedBy',
      { charter: { ...charter, reserveQuantifiedBy: undefined } },
    ],
    ['key_twice', 'members.1.id', { members: [member('1'), member('1')] }],
  ])('input that contradicts itself: %s', (code, field, change) => {
    expect(divideSurplus(question(change))).toEqual({ ok: false, refusal: { code, field } });
  });
});

describe('options side by side', () => {
  const members = question().members.map((one) => ({
    ...one,
    poor: one.id === '003',
    uplift: one.id === '003' ? 60n : 0n,
  }));
  const options = [
    { name: 'A', charter },
    { name: 'B', charter: { ...charter, patronageBp: 8_000 } },
    { name: 'C', charter: { ...charter, patronageBp: 5_000 } },
  ];

  it('says who gains and loses, what the poor get and how unequal it is', () => {
    const compared = compareOptions({ ...question(), members, options });
    if (!compared.ok) throw new Error(compared.refusal.code);
    const { options: views, shifts, lines } = compared.value;
    const chosen = divide(question());
    expect(lines.map(({ totalFen }) => totalFen[0])).toEqual(chosen.lines.map(({ totalFen }) => totalFen));
    expect(views[0]).toMatchObject({ cashNeedFen: 820_000n, upliftSwallowed: 0, poorMedian: { denominator: 1n } });
    expect(views[2]?.refusals).toHaveLength(1);
    expect(shifts[0]).toMatchObject({ from: 'A', to: 'B', poorGain: 0, poorLose: 1 });
    expect(shifts[0]?.gainFen).toBe(shifts[0]?.loseFen);
  });

  it('warns when rounding or reserves swallow the uplift', () => {
    const all = { ...charter, patronageBp: 10_000 };
    const compared = compareOptions({ ...question(), members, options: [{ name: 'A', charter: all }] });
    expect(compared).toMatchObject({ ok: true, value: { options: [{ upliftSwallowed: 1 }] } });
  });
});
