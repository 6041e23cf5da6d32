import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localMonth } from '../../platform/pure/period.ts';
import { type Chart, chartAccounts, chartFor, charts, isResult, statutoryAccount } from './chart-rules.ts';
import { closingChecks, fiscalYearOf, type MonthFacts, mayClose } from './closing-rules.ts';
import { accountOf, chartRoles } from './event-roles-rules.ts';
import { statementSpecs } from './statement-list-rules.ts';
import { computeRows, type Figures, leftOut } from './statement-rules.ts';
import { type AccountState, closeYear } from './year-close-rules.ts';

type Short = readonly [code: string, opening: number, debit: number, credit: number, sub?: string];

function statesOf(rows: readonly Short[]): readonly AccountState[] {
  return rows.map(([code, opening, debit, credit, sub = '']) => ({
    code,
    sub,
    openingFen: BigInt(opening),
    debitFen: BigInt(debit),
    creditFen: BigInt(credit),
  }));
}

function closed(chart: Chart, rows: readonly Short[]) {
  const result = closeYear(chart, statesOf(rows));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** Wool is bought from members and sold; one member is owed, one owes; wages; a small reserve at the start. */
const year: readonly Short[] = [
  ['102', 50_000, 300_000, 220_000],
  ['114', 0, 10_000, 0, 'M1'],
  ['114', 0, 0, 40_000, 'M2'],
  ['121', 0, 200_000, 150_000],
  ['301', -40_000, 0, 0, 'M1'],
  ['33202', -10_000, 0, 0],
  ['501', 0, 0, 300_000],
  ['521', 0, 150_000, 0],
  ['523', 0, 50_000, 0],
];

describe('the charts', () => {
  it.each([
    ['coop37', 48],
    ['collective14', 42],
    ['collective04', 33],
  ] as const)('%s has its %i accounts, each code once', (chart, count) => {
    const listed = chartAccounts(chart);
    expect(listed.filter(({ optional, code }) => !optional && code.length === 3)).toHaveLength(count);
    expect(new Set(listed.map(({ code }) => code)).size).toBe(listed.length);
  });

  it('calls depreciation a credit account of the assets', () => {
    for (const [chart, codes] of [['coop37', '143 152 162'] as const, ['collective14', '133 152 162'] as const])
      for (const code of codes.split(' '))
        expect(statutoryAccount(chart, code)).toMatchObject({ side: 'credit', contra: true, kind: 'asset' });
  });

  it('finds the statutory account above one’s own, with its sub-ledger', () => {
    expect(statutoryAccount('coop37', '1210203')?.code).toBe('121');
    expect(statutoryAccount('coop37', '3010201')).toMatchObject({ code: '301', subKind: 'member' });
    expect(statutoryAccount('coop37', '503')).toBeUndefined();
    expect(isResult('coop37', '52301')).toBe(true);
  });

  it.each(['coop37', 'collective14', 'collective04'] as const)(
    'of %s has the accounts that events ask for',
    (chart) => {
      const missing = chartRoles.filter((role) => {
        const code = accountOf(chart, role);
        return code !== undefined && statutoryAccount(chart, code)?.code !== code;
      });
      expect(missing).toEqual([]);
    },
  );

  it('follows the law in force on the day', () => {
    expect(chartFor('farmers_professional', '2019-01-01')).toBe('coop37');
    expect(chartFor('shareholding_economic', '2023-12-01')).toBe('collective04');
    expect(chartFor('collective_economic_organization', '2024-01-01')).toBe('collective14');
    expect(chartFor('company', '2019-01-01')).toBeUndefined();
  });
});

describe('closing a year', () => {
  it('moves income and expenses to the result and the result to the undistributed surplus', () => {
    const { resultFen, entries, checks } = closed('coop37', year);
    expect(resultFen).toBe(100_000n);
    expect(entries).toEqual([
      {
        code: 'income_to_result',
        lines: [
          { code: '501', sub: '', amount: 300_000n },
          { code: '331', sub: '', amount: -300_000n },
        ],
      },
      {
        code: 'expenses_to_result',
        lines: [
          { code: '521', sub: '', amount: -150_000n },
          { code: '523', sub: '', amount: -50_000n },
          { code: '331', sub: '', amount: 200_000n },
        ],
      },
      {
        code: 'result_to_undistributed',
        lines: [
          { code: '331', sub: '', amount: 100_000n },
          { code: '33202', sub: '', amount: -100_000n },
        ],
      },
    ]);
    expect(checks.every(({ holds }) => holds)).toBe(true);
  });

  it('shows what members owe and are owed on both sides of the sheet', () => {
    const { sheet } = closed('coop37', year);
    expect([2, 24, 22, 42, 40].map((row) => sheet.get(row))).toEqual([10_000n, 40_000n, 190_000n, 190_000n, 110_000n]);
  });

  it('shows a distribution, a covered loss and the rest in the rows of the statement', () => {
    const { surplus, checks, entries } = closed('coop37', [
      ...year,
      ['3320115', 0, 1_000, 0],
      ['322', 0, 0, 1_000],
      ['3320117', 0, 5_000, 0],
      ['221', 0, 0, 5_000, 'M1'],
      ['3320118', 0, 2_000, 0],
      ['222', 0, 0, 2_000, 'M1'],
      ['3320114', 0, 0, 700],
      ['322', 0, 700, 0],
    ]);
    const rows = [12, 13, 14, 15, 16, 17, 18, 19, 20].map((row) => surplus.get(row));
    expect(rows).toEqual([100_000n, 10_000n, 700n, 1_000n, 109_700n, 5_000n, 2_000n, 0n, 102_700n]);
    expect(checks.every(({ holds }) => holds)).toBe(true);
    expect(entries.at(-1)?.code).toBe('appropriations_closed');
  });

  it('carries a loss', () => {
    const { resultFen, entries } = closed('coop37', [
      ['102', 100, 0, 60],
      ['301', -100, 0, 0, 'M1'],
      ['523', 0, 60, 0],
    ]);
    expect(resultFen).toBe(-60n);
    expect(entries.at(-1)?.lines).toEqual([
      { code: '331', sub: '', amount: -60n },
      { code: '33202', sub: '', amount: 60n },
    ]);
  });

  it('refuses books that do not balance, accounts of another chart and losses that wait', () => {
    expect(closeYear('coop37', statesOf([['102', 0, 100, 0]]))).toMatchObject({
      refusal: { code: 'books_unbalanced' },
    });
    expect(closeYear('coop37', statesOf([['999', 0, 0, 0]]))).toMatchObject({
      refusal: { code: 'books_account_unknown', field: 'balances.0.account' },
    });
    const pending: readonly Short[] = [
      ['181', 0, 100, 0],
      ['121', 100, 0, 100],
      ['33202', -100, 0, 0],
    ];
    expect(closeYear('coop37', statesOf(pending))).toMatchObject({ refusal: { code: 'books_pending_loss' } });
  });

  it('leaves nothing on income and expenses and keeps both statements equal, whatever the books', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...charts),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(1e9)), { minLength: 1 }),
        (chart, posts) => {
          const states = postAll(chart, posts);
          const result = closeYear(chart, states);
          if (!result.ok) throw new Error(result.refusal.code);
          const { entries, resultFen, sheet, checks } = result.value;
          const carried = entries.flatMap(({ lines }) => lines);
          for (const { lines } of entries) expect(lines.reduce((sum, line) => sum + line.amount, 0n)).toBe(0n);
          expect(checks.filter(({ holds }) => !holds)).toEqual([]);
          const after = [...standing(states), ...carried];
          expect(sumOf(after, (code) => isResult(chart, code))).toBe(0n);
          const undistributed = chart === 'coop37' ? '33202' : '32202';
          expect(sumOf(carried, (code) => code === undistributed)).toBe(-resultFen);
          const figures: Figures = { chart, closing: after, opening: [], results: [], flows: [] };
          expect(computeRows(statementSpecs(chart).sheet, figures, 'closing')).toEqual(sheet);
          expect(leftOut(statementSpecs(chart).sheet, figures)).toEqual([]);
        },
      ),
      { seed: 12, numRuns: 300 },
    );
  });
});

/** A year of postings between any two accounts, except those that only closing and appropriations touch. */
function postAll(chart: Chart, posts: readonly (readonly [number, number, number])[]): readonly AccountState[] {
  const codes = chartAccounts(chart)
    .map(({ code }) => code)
    .filter((code) => !(chart === 'coop37' ? /^33|^181/ : /^32|^181/).test(code));
  const states = new Map<string, { debitFen: bigint; creditFen: bigint }>();
  const post = (code: string, side: 'debitFen' | 'creditFen', amount: number) => {
    const state = states.get(code) ?? { debitFen: 0n, creditFen: 0n };
    state[side] += BigInt(amount);
    states.set(code, state);
  };
  for (const [debit, credit, amount] of posts) {
    post(codes[debit % codes.length] ?? '', 'debitFen', amount);
    post(codes[credit % codes.length] ?? '', 'creditFen', amount);
  }
  return [...states].map(([code, amounts]) => ({ code, sub: '', openingFen: 0n, ...amounts }));
}

function standing(states: readonly AccountState[]) {
  return states.map(({ code, sub, openingFen, debitFen, creditFen }) => ({
    code,
    sub,
    amount: openingFen + debitFen - creditFen,
  }));
}

function sumOf(rows: readonly { code: string; amount: bigint }[], chosen: (code: string) => boolean): bigint {
  return rows.filter(({ code }) => chosen(code)).reduce((sum, { amount }) => sum + amount, 0n);
}

describe('the list before closing', () => {
  const settled: MonthFacts = {
    chart: 'coop37',
    month: localMonth('2019-12'),
    isYearEnd: true,
    previousClosed: true,
    drafts: 0,
    differenceFen: 0n,
    depreciableFen: 5n,
    depreciatedFen: 1n,
    dueFen: 0n,
    lackingUnits: 0,
    pendingFen: 0n,
    uncarriedFen: 0n,
  };

  it('is all green when everything is settled', () => {
    const checks = closingChecks(settled);
    expect(checks.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(mayClose(checks)).toBe(true);
  });

  it.each([
    ['previous_closed', { previousClosed: false }],
    ['no_drafts', { drafts: 2 }],
    ['balanced', { differenceFen: 1n }],
    ['depreciation', { dueFen: 1n }],
    ['depreciation', { lackingUnits: 1 }],
    ['pending_losses', { pendingFen: 1n }],
    ['result_carried', { uncarriedFen: 1n }],
  ] as const)('stops at %s', (code, change) => {
    const checks = closingChecks({ ...settled, ...change });
    expect(checks.filter(({ state }) => state === 'open').map((check) => check.code)).toEqual([code]);
    expect(mayClose(checks)).toBe(false);
  });

  it('only warns within the year of pending losses and missing depreciation', () => {
    const checks = closingChecks({
      ...settled,
      isYearEnd: false,
      pendingFen: 1n,
      depreciatedFen: 0n,
      uncarriedFen: 9n,
    });
    expect(checks.filter(({ state }) => state === 'warn').map(({ code }) => code)).toEqual([
      'depreciation',
      'pending_losses',
    ]);
    expect(mayClose(checks)).toBe(true);
  });
});

it('a fiscal year may begin in any month', () => {
  expect(fiscalYearOf('2019-05-31', '01-01')).toEqual({ year: 2019, startsOn: '2019-01-01', endsOn: '2019-12-31' });
  expect(fiscalYearOf('2019-05-31', '07-01')).toEqual({ year: 2018, startsOn: '2018-07-01', endsOn: '2019-06-30' });
});
