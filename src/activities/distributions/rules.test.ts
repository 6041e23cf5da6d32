import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { type ActProofs, actsOf, proposeAct } from './act-rules.ts';
import { type BankSigns, batchName, csvCell, matchReturned, referenceOf } from './bank-rules.ts';
import { convertedPart } from './conversion-rules.ts';
import { explain } from './explain-rules.ts';
import { promisedFen, returnLight, scheduleOf } from './return-rules.ts';
import { spanOf, stepsBefore, weighByDays } from './rules.ts';
import { type BasisMember, compareRuns, type RunBase, runOption } from './run-rules.ts';
import { accountsOf, correctionLines, declarationLines, paymentLines } from './voucher-rules.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 200 });

const proofs: ActProofs = {
  ...{ state: 'chosen', digest: 'a', booksUnchanged: true, unpaidFen: undefined, motionWaits: false },
  notice: { digest: 'a', state: 'cleared' },
  resolution: { digest: 'a', passed: true },
};

describe('the steps', () => {
  it('are proved one by one, each by what happened', () => {
    expect(proposeAct(proofs, 'declare')).toEqual({ ok: true, value: true });
    const reasons = [
      [{ booksUnchanged: false }, 'books_changed'],
      [{ notice: undefined }, 'no_notice'],
      [{ notice: { digest: 'b', state: 'cleared' } }, 'notice_other'],
      [{ notice: { digest: 'a', state: 'running' } }, 'notice_running'],
      [{ notice: { digest: 'a', state: 'objected' } }, 'notice_objected'],
      [{ resolution: undefined }, 'no_resolution'],
      [{ resolution: { digest: 'b', passed: true } }, 'resolution_other'],
      [{ resolution: { digest: 'a', passed: false } }, 'resolution_lost'],
    ] as const;
    for (const [change, step] of reasons)
      expect(proposeAct({ ...proofs, ...change }, 'declare')).toMatchObject({ refusal: { values: { step } } });
    for (const state of ['draft', 'declared', 'withdrawn'] as const)
      expect(proposeAct({ ...proofs, state }, 'declare')).toMatchObject({
        refusal: { code: 'distribution_not_chosen' },
      });
  });

  it('open one act after the other, and none a second time', () => {
    const notice = { digest: 'a', state: 'running' };
    const states = (change: Partial<ActProofs>) =>
      actsOf({ ...proofs, notice: undefined, resolution: undefined, ...change }).map(({ state }) => state);
    expect(states({})).toEqual(['open', 'waiting', 'waiting']);
    expect(states({ notice })).toEqual(['done', 'open', 'waiting']);
    expect(states({ notice, motionWaits: true })).toEqual(['done', 'done', 'waiting']);
    expect(states({ notice: { digest: 'b', state: 'cleared' } })).toEqual(['open', 'waiting', 'waiting']);
    expect(states({ notice: { ...notice, state: 'objected' } })).toEqual(['waiting', 'waiting', 'waiting']);
    expect(states({ notice, resolution: { digest: 'a', passed: false } })).toEqual(['done', 'open', 'waiting']);
    expect(states({ ...proofs })).toEqual(['done', 'done', 'open']);
    expect(states({ ...proofs, booksUnchanged: false })).toEqual(['waiting', 'waiting', 'waiting']);
    expect(states({ state: 'declared' })).toEqual([]);
    expect(proposeAct(proofs, 'notice')).toMatchObject({ refusal: { code: 'distribution_step_done' } });
  });

  it('show one that is open and let the others wait', () => {
    const chain = stepsBefore({ ...proofs, notice: undefined, resolution: undefined });
    expect(chain.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'open', 'waiting', 'waiting', 'waiting']);
    const declared = stepsBefore({ ...proofs, state: 'declared', booksUnchanged: false, unpaidFen: 1n });
    expect(declared.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done', 'done', 'open']);
  });
});

describe('weighing by days', () => {
  const span = spanOf({ startsOn: localDate('2019-01-01'), endsOn: localDate('2019-12-31') });

  it('counts the day of a change and not the days before it', () => {
    const day = (text: string) => localDate(text);
    const weights = weighByDays(span, [
      { id: 'a', occurredOn: day('2010-05-01'), amount: 100n },
      { id: 'a', occurredOn: day('2019-07-01'), amount: -40n },
      { id: 'b', occurredOn: day('2019-12-31'), amount: 7n },
      { id: 'b', occurredOn: day('2020-01-01'), amount: 999n },
    ]);
    expect([weights.get('a'), weights.get('b')]).toEqual([100n * 365n - 40n * 184n, 7n]);
  });

  it('is the sum over single days of what stood on each', () => {
    const moves = fc.array(fc.record({ at: fc.integer({ min: -30, max: 400 }), amount: fc.bigInt(-50n, 90n) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(moves, (list) => {
        const first = Date.UTC(2019, 0, 1);
        const dated = list.map(({ at, amount }) => ({
          ...{ id: 'a', amount },
          occurredOn: localDate(new Date(first + at * 86_400_000).toISOString().slice(0, 10)),
        }));
        let sum = 0n;
        for (let day = 0; day < 365; day += 1)
          sum += list.reduce((held, { at, amount }) => (at <= day ? held + amount : held), 0n);
        expect(weighByDays(span, dated).get('a') ?? 0n).toBe(sum);
      }),
    );
  });
});

describe('the bank’s file', () => {
  const signs: BankSigns = { paid: ['成功', 'ok'], returned: ['失败', '退'] };
  const sent = [1, 2, 3].map((ordinal) => ({
    ...{ id: `p${ordinal}`, ordinal, amountFen: ordinal === 3 ? 500n : 700n },
    account: `62284800${ordinal === 2 ? 1 : ordinal}`,
  }));
  const row = (rowNumber: number, over: object) => ({
    ...{ rowNumber, reference: undefined, account: undefined, amountFen: undefined, result: '成功', note: undefined },
    ...over,
  });
  const match = (rows: readonly ReturnType<typeof row>[]) => matchReturned(sent, rows, { batch: 'AB01', signs });

  it('is matched by reference, else by an account and amount that name one payment', () => {
    const matching = match([
      row(2, { reference: 'ab01-00001' }),
      row(3, { account: '6228 4800 3', amountFen: 500n, result: '失败', note: '户名不符' }),
      row(4, { account: '622848001', amountFen: 700n }),
    ]);
    expect(matching.matched).toEqual([
      { id: 'p1', paid: true, reason: '' },
      { id: 'p3', paid: false, reason: '户名不符' },
    ]);
    // two payments go to that account: nobody guesses which is meant
    expect([matching.unmatched.map(({ rowNumber }) => rowNumber), matching.missing]).toEqual([[4], ['p2']]);
  });

  it('settles nothing by another amount, a word nobody knows, or a line named twice', () => {
    const matching = match([
      row(2, { reference: 'AB01-00001', amountFen: 699n }),
      row(3, { reference: 'AB01-00002', result: '处理中' }),
      row(4, { reference: 'AB01-00003' }),
      row(5, { reference: 'AB01-00003', result: '失败' }),
    ]);
    expect(matching.matched).toEqual([{ id: 'p3', paid: true, reason: '' }]);
    expect(matching.unmatched.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 5]);
  });

  it('names its lines by batch and ordinal, and holds no formula', () => {
    const name = batchName({ id: '0190aaaa-0000-7000-8000-00000000beef', number: 3 });
    expect([name, referenceOf(name, 12)]).toEqual(['00BEEF03', '00BEEF03-00012']);
    expect(csvCell('=cmd|"x"')).toBe(`"'=cmd|""x"""`);
  });
});

describe('a return under contract', () => {
  const terms = {
    principalFen: 1_000_000n,
    floorBp: 505,
    profitShareBp: 3_000,
    startsOn: '2019-03-01',
    endsOn: '2021-02-28',
  };

  it('is promised period by period, the floor of a year whole in its parts', () => {
    const lines = scheduleOf({ ...terms, months: 3 });
    if (!lines.ok) throw new Error(lines.refusal.code);
    expect(lines.value.map(({ dueOn }) => dueOn).slice(0, 4)).toEqual([
      '2019-05-31',
      '2019-08-31',
      '2019-11-30',
      '2020-02-29',
    ]);
    expect(lines.value).toHaveLength(8);
    expect(lines.value.reduce((sum, { floorFen }) => sum + floorFen, 0n)).toBe(2n * 50_500n);
    expect(scheduleOf({ ...terms, months: 12, endsOn: '2020-01-31' })).toMatchObject({
      refusal: { code: 'return_term' },
    });
    expect(scheduleOf({ ...terms, months: 1, endsOn: '2059-02-28' })).toMatchObject({
      refusal: { code: 'return_too_long' },
    });
  });

  it('is the floor, or the share of profit where that is more', () => {
    expect([null, -5n, 100n, 1_000n].map((profit) => promisedFen(90n, profit, 3_000))).toEqual([90n, 90n, 90n, 300n]);
    const line = { dueOn: '2019-05-31', promisedFen: 5n, paidFen: 4n };
    expect([returnLight(line, '2019-06-01'), returnLight(line, '2019-05-31'), returnLight(line, '2019-04-01')]).toEqual(
      ['late', 'near', 'none'],
    );
    expect(returnLight({ ...line, paidFen: 5n }, '2030-01-01')).toBe('met');
  });
});

const base: RunBase = {
  ...{ ruleSet: 'contract', surplusFen: 1_001n, openingUndistributedFen: 0n, reserveUsedForLossesFen: 0n },
  ...{ floorBp: 6_000, grantEquityFen: 0n, daysWeighed: 1 },
};

function member(rank: number, over: Partial<BasisMember> = {}): BasisMember {
  return {
    ...{ rank, membershipId: `m${rank}`, poor: 'no', patronageFen: 0n, contributionWeight: 0n, reserveShareFen: 0n },
    ...{ sharesWeight: 0n, upliftWeight: 0n, givesOnBp: 0, receivesOn: false, ...over },
  };
}

const charter = {
  ...{ surplusReserveBp: 0, reserveQuantifiedBy: undefined, expansionBp: 0, reliefBp: 0, welfareReserveBp: 0 },
  patronageBp: 0,
};

describe('the contract rule set', () => {
  it('divides what was received by shares, equally where nobody holds any', () => {
    const equal = runOption(base, [member(1), member(2)], charter);
    expect(equal).toMatchObject({ ok: true, value: { lines: [{ totalFen: 501n }, { totalFen: 500n }] } });
    const shares = runOption(base, [member(1, { sharesWeight: 1n }), member(2, { sharesWeight: 6n })], charter);
    expect(shares).toMatchObject({
      ok: true,
      value: { lines: [{ totalFen: 143n }, { totalFen: 858n }], refusals: [] },
    });
    expect(compareRuns(base, [member(1)], [])).toMatchObject({ refusal: { code: 'distribution_no_options' } });
  });

  it('lets a collective give on of its own part, to the fen', () => {
    const members = [
      member(1, { sharesWeight: 7n, givesOnBp: 1_000 }),
      member(2, { sharesWeight: 1n, receivesOn: true, poor: 'yes' }),
      member(3, { sharesWeight: 1n, receivesOn: true, poor: 'yes' }),
      member(4, { sharesWeight: 1n }),
    ];
    const run = runOption({ ...base, ruleSet: 'collective_economic', surplusFen: 10_010n }, members, charter);
    if (!run.ok) throw new Error(run.refusal.code);
    expect(run.value.lines.map(({ givenOnFen }) => givenOnFen)).toEqual([-700n, 350n, 350n, 0n]);
    expect(run.value.lines.map(({ totalFen }) => totalFen)).toEqual([6_307n, 1_351n, 1_351n, 1_001n]);
  });
});

describe('vouchers', () => {
  const lines = [
    { membershipId: 'a', patronageRefundFen: 60n, remainderFen: 30n, givenOnFen: -10n, reserveQuantifiedFen: 8n },
    { membershipId: 'b', patronageRefundFen: 0n, remainderFen: 10n, givenOnFen: 10n, reserveQuantifiedFen: 2n },
  ];
  const drawn = { surplusReserveFen: 10n, expansionFen: 5n, reliefFen: 3n, welfareReserveFen: 0n };
  const sum = (entry: readonly { amount: bigint }[]) => entry.reduce((all, { amount }) => all + amount, 0n);

  it('balance, with a line for each member to whom something is due', () => {
    const declared = declarationLines({ chart: 'coop37', drawn, lines });
    expect(sum(declared)).toBe(0n);
    expect(declared[0]).toEqual({ code: '33201', amount: 118n });
    expect(declared.filter(({ code }) => code === '222').map(({ sub, amount }) => [sub, amount])).toEqual([
      ['a', -20n],
      ['b', -20n],
    ]);
    const collective = declarationLines({ chart: 'collective14', drawn, lines });
    expect([sum(collective), collective.filter(({ code }) => code === accountsOf('collective14').reserve)]).toEqual([
      0n,
      [{ code: '31101', amount: -10n }],
    ]);
    const paid = paymentLines({
      chart: 'coop37',
      channel: 'bank',
      payments: [{ membershipId: 'a', refundFen: 60n, dividendFen: 20n }],
    });
    expect(paid).toEqual([
      { code: '102', amount: -80n },
      { code: '221', amount: 60n, sub: 'a' },
      { code: '222', amount: 20n, sub: 'a' },
    ]);
  });

  it('correct in red what was too much, on the side of the first entry', () => {
    const entry = correctionLines({
      chart: 'coop37',
      changes: [
        { membershipId: 'a', refundFen: -7n, dividendFen: 0n },
        { membershipId: 'b', refundFen: 2n, dividendFen: 0n },
      ],
    });
    expect(sum(entry)).toBe(0n);
    expect(entry).toEqual([
      { code: '33201', amount: -5n, red: true },
      { code: '221', amount: 7n, sub: 'a', red: true },
      { code: '221', amount: -2n, sub: 'b' },
    ]);
  });
});

describe('conversion', () => {
  it('takes whole shares, of the remainder first, and never more than was voted', () => {
    expect(convertedPart({ refundFen: 900n, dividendFen: 500n }, { convertedBp: 5_000, parFen: 100n })).toEqual({
      ...{ shares: 7, dividendFen: 500n, refundFen: 200n },
    });
    const part = fc.record({ refundFen: fc.bigInt(0n, 1_000_000n), dividendFen: fc.bigInt(0n, 1_000_000n) });
    fc.assert(
      fc.property(part, fc.integer({ min: 0, max: 10_000 }), fc.bigInt(1n, 20_000n), (due, convertedBp, parFen) => {
        const { shares, refundFen, dividendFen } = convertedPart(due, { convertedBp, parFen });
        expect(refundFen + dividendFen).toBe(BigInt(shares) * parFen);
        expect(refundFen >= 0n && refundFen <= due.refundFen && dividendFen <= due.dividendFen).toBe(true);
        expect((refundFen + dividendFen) * 10_000n <= (due.refundFen + due.dividendFen) * BigInt(convertedBp)).toBe(
          true,
        );
      }),
    );
  });
});

describe('the explanation', () => {
  it('says every figure that is needed to recompute the line', () => {
    const line = {
      ...{ patronageFen: 300_000n, contributionFen: 100_000n, contributionWeightFen: 100_000n, reserveShareFen: 0n },
      ...{ sharesWeightFen: 0n, patronageRefundFen: 369_000n, remainderFen: 113_793n, givenOnFen: 0n },
      ...{ reserveQuantifiedFen: 75_000n, totalFen: 482_793n, changedFen: -100n },
    };
    const sums = {
      ...{ members: 3, days: 1, ruleSet: 'farmers_professional', grantEquityFen: '0', refundFen: '492000' },
      ...{ remainderFen: '328000', reserveFen: '100000', patronage: '400000', contribution: '350000' },
      ...{ reserveShares: '0', shares: '0' },
    };
    const parts = explain(line, sums);
    expect(parts.map(({ key }) => key)).toEqual(['patronage', 'base', 'remainder', 'reserve', 'changed', 'total']);
    expect(parts[0]?.values).toMatchObject({ whole: '4,920.00', own: '3,000.00', all: '4,000.00', amount: '3,690.00' });
    expect(parts[2]?.values).toMatchObject({ whole: '3,280.00', own: '1,750.00', all: '4,500.00' });
    expect(parts.at(-1)?.values).toEqual({ amount: '4,826.93' });
  });
});
