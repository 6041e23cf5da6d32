import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { planCase, proposeAlertDecision } from './alert-case-rules.ts';
import {
  type AlertLimits,
  type AlertRule,
  alertRules,
  type FoundAlert,
  type LotFact,
  type MovementFact,
  type PaymentFact,
} from './alert-fact-rules.ts';
import { detect as detectFacts } from './alert-rules.ts';
import { seededNumbers } from './audit-rules.ts';

const limits: AlertLimits = {
  ...{ twoOverFen: 5_000_000n, threeOverFen: 20_000_000n, splitDays: 30, roundFen: 1_000_000n },
  ...{ againDays: 60, yearEndDays: 3, yearEndBp: 5_000, jumpBp: 30_000, listSameBp: 9_000, idleDays: 365 },
};

function detect(
  payments: readonly PaymentFact[],
  movements: readonly MovementFact[] = [],
  lots: readonly LotFact[] = [],
): readonly FoundAlert[] {
  return detectFacts({ payments, movements, lots, on: '2020-06-01' }, limits);
}

let count = 0;
function payment(change: Partial<PaymentFact> = {}, payee: Partial<PaymentFact['payee']> = {}): PaymentFact {
  count += 1;
  return {
    ...{
      id: `150622/${String(count).padStart(6, '0')}`,
      place: 150622100201,
      paidOn: '2018-05-10',
      amountFen: 123_456n,
    },
    ...{
      purpose: 'breeding_stock',
      documentId: 'doc',
      payeeKind: 'enterprise',
      payeeId: `e${count}`,
      payeeName: `场${count}`,
    },
    ...{ contractId: `c${count}`, invoiceNumber: `i${count}`, approvals: 1 },
    ...{ windowFrom: '2018-03-01', windowThrough: '2019-12-31', bankTail: null, files: [] },
    payee: {
      ...{
        isKnown: true,
        isDead: false,
        cadrePost: null,
        isPoor: false,
        accountHash: null,
        accountTail: null,
        phoneHash: null,
        homePlace: null,
        members: null,
        poorMembers: null,
        membersAfter: null,
        membersBefore: null,
      },
      ...payee,
    },
    ...change,
  };
}

function household(
  at: number,
  change: Partial<PaymentFact> = {},
  payee: Partial<PaymentFact['payee']> = {},
): PaymentFact {
  return payment(
    {
      ...{
        payeeKind: 'household',
        payeeId: `h${at}`,
        payeeName: `户${at}`,
        contractId: null,
        invoiceNumber: null,
        approvals: 1,
      },
      ...{ purpose: 'industry', amountFen: 100_000n + BigInt(at) },
      ...change,
    },
    { isPoor: true, accountHash: `card${at}`, ...payee },
  );
}

function rulesOf(found: readonly FoundAlert[]): readonly AlertRule[] {
  return found.map(({ rule }) => rule);
}

describe('each detector', () => {
  it('finds a split below the limits, and none where the sum was approved', () => {
    const split = [
      payment({ payeeId: 'e', amountFen: 4_000_000n }),
      payment({ payeeId: 'e', amountFen: 4_000_000n, paidOn: '2018-05-20' }),
    ];
    expect(rulesOf(detect(split, []))).toEqual(['split']);
    expect(detect(split, [])[0]).toMatchObject({
      amountFen: 8_000_000n,
      detail: { count: 2, needed: 2, had: 1 },
    });
    const [first, second] = split;
    if (!first || !second) throw new Error('two');
    expect(detect([first, { ...second, approvals: 2 }], [])).toEqual([]);
    expect(detect([first, { ...second, paidOn: '2018-06-20' }], [])).toEqual([]);
  });

  it.each<[AlertRule, PaymentFact[]]>([
    ['round_sum', [payment({ amountFen: 3_000_000n, contractId: null, invoiceNumber: null })]],
    ['payee_unknown', [household(900, {}, { isKnown: false })]],
    ['payee_dead', [household(901, {}, { isDead: true })]],
    ['cadre_household', [household(902, {}, { isPoor: false, cadrePost: 'secretary' })]],
    ['outside_window', [payment({ paidOn: '2018-02-28' })]],
    ['outside_window', [payment({ paidOn: '2020-01-02' })]],
    ['payee_twice', [household(903), household(903, { paidOn: '2018-06-10' })]],
    ['invoice_twice', [payment({ invoiceNumber: 'same' }), payment({ invoiceNumber: 'same' })]],
    ['shared_account', [household(904), household(905, {}, { accountHash: 'card904' })]],
    ['no_poor_member', [payment({ payeeKind: 'cooperative' }, { members: 5, poorMembers: 0 })]],
    ['other_account', [household(906, { bankTail: '1111' }, { accountTail: '2222' })]],
    [
      'same_phone',
      [
        household(907, {}, { phoneHash: 'p', homePlace: 150622100201 }),
        household(908, {}, { phoneHash: 'p', homePlace: 150622101201 }),
      ],
    ],
    ['same_photo', [payment({ files: ['f'] }), payment({ files: ['f'], place: 150622100202 })]],
    [
      'members_jump',
      [payment({ payeeKind: 'cooperative' }, { members: 20, poorMembers: 3, membersBefore: 5, membersAfter: 20 })],
    ],
    ['year_end', [payment({ paidOn: '2018-12-30', amountFen: 9_000_001n, approvals: 2 })]],
  ])('finds %s and nothing else', (rule, payments) => {
    expect(rulesOf(detect(payments, []))).toEqual([rule]);
  });

  it('finds a list that is that of the year before', () => {
    const list = (year: string) => [1, 2, 3, 4, 5].map((at) => household(950 + at, { paidOn: `${year}-05-10` }));
    expect(rulesOf(detect([...list('2018'), ...list('2019')], []))).toEqual(['list_repeated']);
    expect(detect([...list('2018'), ...list('2019').slice(1)], [])).toEqual([]);
  });

  it('finds a list copied but for a line in ten', () => {
    const list = (year: string) =>
      Array.from({ length: 20 }, (_, at) => household(970 + at, { paidOn: `${year}-05-10` }));
    const [first, , ...others] = list('2019');
    if (!first) throw new Error('a list');
    const changed = [{ ...first, amountFen: 1n }, household(999, { paidOn: '2019-05-11' }), ...others];
    expect(detect([...list('2018'), ...changed])).toMatchObject([{ rule: 'list_repeated', detail: { same: 18 } }]);
    expect(detect([...list('2018'), ...changed.slice(0, -1), household(998, { paidOn: '2019-05-11' })])).toEqual([]);
  });

  it('leaves alone who shares a telephone at home, and a cooperative that begins', () => {
    const at = (number: number) => household(number, {}, { phoneHash: 'p', homePlace: 150622100201 });
    expect(detect([at(909), at(910)])).toEqual([]);
    const grown = (membersBefore: number, membersAfter: number) =>
      payment({ payeeKind: 'cooperative' }, { members: 30, poorMembers: 3, membersBefore, membersAfter });
    expect(detect([grown(0, 30), grown(8, 31)])).toEqual([]);
  });

  it('finds money that lies for more than a year, each account and document once', () => {
    const lot = (id: string, arrivedOn: string, freeFen = 5n): LotFact => ({
      ...{ id, arrivedOn, freeFen, place: 150622100201, accountId: 'a', documentId: 'd' },
    });
    const found = detect([], [], [lot('1', '2019-05-01'), lot('2', '2019-05-20'), lot('3', '2019-07-01')]);
    expect(found).toMatchObject([{ rule: 'idle_year', entries: ['1', '2'], amountFen: 10n }]);
    expect(detect([], [], [lot('1', '2019-05-01', 0n)])).toEqual([]);
  });

  it('finds money that went and came back, once, and no recall', () => {
    const move = (id: string, change: Partial<MovementFact>): MovementFact => ({
      ...{
        id,
        kind: 'allocation',
        place: 150622000000,
        fromAccount: 'a',
        toAccount: 'b',
        occurredOn: '2018-05-10',
        amountFen: 500n,
      },
      ...change,
    });
    const back = { kind: 'return', fromAccount: 'b', toAccount: 'a', occurredOn: '2018-06-01' } as const;
    const found = detect([], [move('1', {}), move('2', back)]);
    expect(found).toMatchObject([{ rule: 'moved_and_back', entries: ['1', '2'], amountFen: 500n }]);
    expect(detect([], [move('1', {}), move('2', { ...back, kind: 'recall' })])).toEqual([]);
    expect(detect([], [move('1', {}), move('2', { ...back, occurredOn: '2018-08-01' })])).toEqual([]);
  });
});

/** A banner that pays as it should: contracts with invoices, lists of households, no two alike. */
function honestYear(random: (below: number) => number): PaymentFact[] {
  const days = (from: string) => addDays(localDate(from), random(270));
  const contracts = Array.from({ length: 1_500 }, (_, at) =>
    payment({
      ...{
        place: 150622100201 + random(90),
        paidOn: days('2018-03-05'),
        amountFen: BigInt(100_000 + random(4_800_000)),
      },
      ...{ documentId: `doc${at % 7}`, payeeId: `honest${at}` },
    }),
  );
  const lists = Array.from({ length: 1_500 }, (_, at) =>
    household(at, { place: 150622100201 + (at % 90), paidOn: days('2018-03-05'), documentId: `doc${at % 7}` }),
  );
  const large = Array.from({ length: 60 }, (_, at) =>
    payment({
      paidOn: days('2018-03-05'),
      amountFen: BigInt(6_000_000 + random(9_000_000)),
      approvals: 2,
      payeeId: `large${at}`,
    }),
  );
  return [...contracts, ...lists, ...large];
}

/** What each rule about payments has to find, in a place of its own. */
function plantPayments(rule: Exclude<AlertRule, 'moved_and_back' | 'idle_year'>, of: { key: string; place: number }) {
  const { key, place } = of;
  const here = { place, payeeId: key, documentId: `planted ${key}` };
  const both = (one: Partial<PaymentFact>, other: Partial<PaymentFact>) => [
    payment({ ...here, ...one }),
    payment({ ...here, ...other }),
  ];
  const poor = { isPoor: true, accountHash: key };
  const one = (change: Partial<PaymentFact>, payee: Partial<PaymentFact['payee']> = {}) =>
    household(5_000, { ...here, ...change }, { ...poor, ...payee });
  const made: Record<typeof rule, () => PaymentFact[]> = {
    split: () => both({ amountFen: 4_900_000n }, { amountFen: 4_800_000n, paidOn: '2018-05-12' }),
    round_sum: () => [payment({ ...here, amountFen: 2_000_000n, contractId: null, invoiceNumber: null })],
    payee_twice: () => [one({}), one({ paidOn: '2018-05-30' })],
    payee_unknown: () => [one({}, { isKnown: false })],
    payee_dead: () => [one({}, { isDead: true })],
    invoice_twice: () => both({ invoiceNumber: key }, { invoiceNumber: key, payeeId: `${key}b`, amountFen: 200_000n }),
    cadre_household: () => [one({}, { isPoor: false, cadrePost: 'secretary' })],
    outside_window: () => [payment({ ...here, paidOn: '2020-02-01' })],
    shared_account: () => [one({}), one({ payeeId: `${key}b`, amountFen: 77_000n })],
    no_poor_member: () => [payment({ ...here, payeeKind: 'cooperative' }, { members: 9, poorMembers: 0 })],
    year_end: () => [payment({ ...here, paidOn: '2018-12-31', amountFen: 8_000_000n, approvals: 2 })],
    other_account: () => [one({ bankTail: '1111' }, { accountTail: '2222' })],
    same_phone: () => [
      one({}, { phoneHash: key, homePlace: 150625100201 }),
      one(
        { payeeId: `${key}b`, amountFen: 77_000n },
        { phoneHash: key, homePlace: 150625101201, accountHash: `${key}b` },
      ),
    ],
    same_photo: () => both({ files: [key] }, { files: [key], place: place + 100, payeeId: `${key}b` }),
    members_jump: () => [
      payment(
        { ...here, payeeKind: 'cooperative' },
        { members: 25, poorMembers: 4, membersBefore: 6, membersAfter: 25 },
      ),
    ],
    list_repeated: () =>
      ['2018', '2019'].flatMap((year) =>
        [1, 2, 3, 4, 5, 6].map((line) =>
          one(
            { paidOn: `${year}-06-0${line}`, payeeId: `${key}-${line}`, documentId: `${key} ${year}` },
            { accountHash: `${key}-${line}` },
          ),
        ),
      ),
  };
  return made[rule]();
}

/** Twenty cases of each rule, far from each other. */
function plant(rule: AlertRule, at: number): { payments: PaymentFact[]; movements: MovementFact[]; lots: LotFact[] } {
  const key = `${rule}${at}`;
  const place = 150625100201 + alertRules.indexOf(rule) * 1_000 + at;
  if (rule === 'idle_year') {
    const lot = { id: key, place, accountId: key, documentId: key, arrivedOn: '2019-03-01', freeFen: 100n };
    return { payments: [], movements: [], lots: [lot] };
  }
  if (rule !== 'moved_and_back') return { payments: plantPayments(rule, { key, place }), movements: [], lots: [] };
  const out = {
    id: `${key}o`,
    kind: 'allocation',
    place,
    fromAccount: `${key}a`,
    toAccount: `${key}b`,
    occurredOn: '2018-06-25',
    amountFen: 5_000n,
  };
  const back = {
    ...out,
    id: `${key}r`,
    kind: 'return',
    fromAccount: `${key}b`,
    toAccount: `${key}a`,
    occurredOn: '2018-07-03',
  };
  return { payments: [], movements: [out, back], lots: [] };
}

describe('a year with planted cases', () => {
  it('finds every one of them, with at most one alert in ten false', () => {
    const honest = honestYear(seededNumbers('an honest year'));
    const planted = alertRules.flatMap((rule) => Array.from({ length: 20 }, (_, at) => ({ rule, ...plant(rule, at) })));
    const found = detect(
      [...honest, ...planted.flatMap(({ payments }) => payments)],
      planted.flatMap(({ movements }) => movements),
      planted.flatMap(({ lots }) => lots),
    );
    const missed = planted.filter(({ rule, payments, movements, lots }) => {
      const ids = [...payments, ...movements, ...lots].map(({ id }) => id);
      return !found.some((one) => one.rule === rule && one.entries.some((entry) => ids.includes(entry)));
    });
    expect(missed).toEqual([]);
    const guilty = new Set(
      planted.flatMap(({ payments, movements, lots }) => [...payments, ...movements, ...lots].map(({ id }) => id)),
    );
    const wrong = found.filter(({ entries }) => !entries.some((entry) => guilty.has(entry)));
    expect(wrong.length * 10).toBeLessThanOrEqual(found.length);
  });

  it('finds the same whatever the order', () => {
    const all = honestYear(seededNumbers('another year')).slice(0, 400);
    expect(detect(all.toReversed(), [])).toEqual(detect(all, []));
  });
});

describe('a case', () => {
  const found = {
    rule: 'split',
    entries: ['a', 'b', 'c'],
    place: 1,
    payeeName: null,
    amountFen: 1n,
    occurredOn: '2018-05-01',
    detail: {},
  } as const;
  const known = (entries: string[], state: 'open' | 'confirmed' | 'cleared', rule = 'split') => ({
    rule,
    entries,
    state,
  });
  it('is opened once, grows while it is open, and is new when only a decided one holds a part', () => {
    expect(planCase(found, []).kind).toBe('open');
    expect(planCase(found, [known(['a', 'b', 'c', 'd'], 'cleared')]).kind).toBe('known');
    expect(planCase(found, [known(['a', 'b'], 'open')]).kind).toBe('extend');
    expect(planCase(found, [known(['a', 'b'], 'cleared')]).kind).toBe('open');
    expect(planCase(found, [known(['a', 'b', 'c'], 'open', 'year_end')]).kind).toBe('open');
  });
  it('is decided once, and names the misuse when it is one', () => {
    const code = (state: 'open' | 'cleared', decision: Parameters<typeof proposeAlertDecision>[1]) => {
      const done = proposeAlertDecision(state, decision);
      return done.ok ? 'ok' : done.refusal.code;
    };
    expect(code('open', { state: 'confirmed', misuse: 'fraudulent_claim' })).toBe('ok');
    expect(code('open', { state: 'confirmed', misuse: null })).toBe('alert_misuse_missing');
    expect(code('open', { state: 'cleared', misuse: 'other' })).toBe('alert_misuse_given');
    expect(code('cleared', { state: 'cleared', misuse: null })).toBe('alert_decided');
  });
});
