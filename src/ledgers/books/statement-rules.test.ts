import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equityTable } from './equity-rules.ts';
import { type FlowLine, flowsOf } from './flow-rules.ts';
import type { Figures } from './statement-rules.ts';

const line = fc.record({
  code: fc.constantFrom('301', '322', '33201', '221', '222', '102'),
  amount: fc.bigInt({ min: 1n, max: 99n }),
});

it('flows add up to the entry on either end, and a reversal takes back exactly what the entry did', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), (debits, credits) => {
      const owed = debits.reduce((sum, { amount }) => sum + amount, 0n);
      const paid = credits.reduce((sum, { amount }) => sum + amount, 0n);
      const rest = { code: '101', amount: paid - owed };
      const lines: FlowLine[] = [
        ...debits.map((one) => ({ ...one, red: false })),
        ...credits.map((one) => ({ ...one, amount: -one.amount, red: false })),
        ...(rest.amount === 0n ? [] : [{ ...rest, red: false }]),
      ];
      const flows = flowsOf(lines);
      for (const code of new Set(lines.map((one) => one.code))) {
        const moved = flows.reduce(
          (sum, { from, to, amount }) => sum + (from === code ? amount : 0n) - (to === code ? amount : 0n),
          0n,
        );
        expect(moved).toBe(lines.filter((one) => one.code === code).reduce((sum, one) => sum + one.amount, 0n));
      }
      const back = flowsOf(lines.map((one) => ({ ...one, amount: -one.amount, red: true })));
      expect(back.map((flow) => ({ ...flow, amount: -flow.amount }))).toEqual(flows);
    }),
  );
});

it('tells who is paid in a distribution written as one entry', () => {
  const lines = [
    { code: '33201', amount: 100n, red: false },
    { code: '322', amount: -20n, red: false },
    { code: '221', amount: -50n, red: false },
    { code: '222', amount: -30n, red: false },
  ];
  expect(flowsOf(lines)).toEqual([
    { from: '33201', to: '221', amount: 50n },
    { from: '33201', to: '222', amount: 30n },
    { from: '33201', to: '322', amount: 20n },
  ]);
});

const flows = [
  { from: '102', to: '301', amount: 500n },
  { from: '102', to: '321', amount: 40n },
  { from: '235', to: '31101', amount: 300n },
  { from: '121', to: '31102', amount: 70n },
  { from: '33201', to: '32201', amount: 20n },
  { from: '33201', to: '221', amount: 50n },
  { from: '322', to: '33202', amount: 5n },
  { from: '301', to: '102', amount: 100n },
];

function figuresOf(closing: Readonly<Record<string, bigint>>): Figures {
  const rows = Object.entries(closing).map(([code, amount]) => ({ code, sub: '', amount: -amount }));
  return { chart: 'coop37', closing: rows, opening: [], results: [{ code: '501', amount: -90n }], flows };
}

it('explains every change of the members’ equity by its cause', () => {
  const { rows, unexplained } = equityTable(
    figuresOf({ '301': 400n, '31101': 300n, '31102': 70n, '321': 40n, '322': -5n, '32201': 20n, '33202': 25n }),
  );
  expect(unexplained).toEqual([]);
  const cells = rows.flatMap(({ code, amounts }) =>
    [...amounts].filter(([, amount]) => amount !== 0n).map(([column, amount]) => `${code} ${column} ${amount}`),
  );
  expect(cells).toEqual([
    'contributed 301 500',
    'state_grant 311 300',
    'donation 311 70',
    'premium 321 40',
    'drawn 322 20',
    'other_in 332 5',
    'surplus 332 90',
    'withdrawn 301 100',
    'covered_loss 322 5',
    'reserve_drawn 332 20',
    'refund 332 50',
    'closing 301 400',
    'closing 311 370',
    'closing 321 40',
    'closing 322 15',
    'closing 332 25',
  ]);
});

it('says when a movement has no line on the form', () => {
  expect(equityTable(figuresOf({ '301': 400n, '311': 370n, '321': 40n, '322': 15n, '332': 26n })).unexplained).toEqual([
    '332',
  ]);
});
