import { z } from 'zod';
import { depreciate } from '../../ledgers/books/depreciation-rules.ts';
import type { Amounts, CrossCheck } from '../../ledgers/books/statement-rules.ts';
import { type AccountState, closeYear } from '../../ledgers/books/year-close-rules.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import { amountFen, type ComputeRule, day, defineRule, month, wholeNumber } from './compute-rule.ts';

const zeroFen = amountFen.default(0);
const signedFen = z.int();
const accountCode = z
  .string()
  .regex(/^\d{3}(\d\d){0,5}$/)
  .describe('account of the chart, or an account below it: two more digits for each level');

const balance = z.strictObject({
  account: accountCode,
  sub: z.string().max(100).default('').describe('member, project … where the account is kept by sub-ledger'),
  openingFen: signedFen.default(0).describe('balance at the start of the year, debit positive, in fen'),
  debitFen: zeroFen.describe('debits of the year, in fen'),
  creditFen: zeroFen.describe('credits of the year, in fen'),
});

const statementRows = z.record(z.string().regex(/^row\d+$/), signedFen).describe('fen by the row of the official form');

const yearClose = defineRule({
  name: 'year-close',
  input: z.strictObject({
    chart: z
      .enum(['coop37', 'collective14', 'collective04'])
      .describe(
        'Caikuai [2021] no. 37 (cooperatives), [2023] no. 14 (collectives), [2004] no. 12 (collectives before 2024)',
      ),
    balances: z.array(balance).min(1).max(200_000),
  }),
  output: z.strictObject({
    resultFen: signedFen.describe('surplus of the year after tax, negative for a loss'),
    closingEntries: z.array(
      z.strictObject({
        code: z.string(),
        lines: z.array(
          z.strictObject({ account: z.string(), sub: z.string(), debitFen: amountFen, creditFen: amountFen }),
        ),
      }),
    ),
    statement: statementRows,
    balanceSheet: statementRows,
    checks: z.array(z.strictObject({ code: z.string(), ok: z.boolean(), leftFen: signedFen, rightFen: signedFen })),
  }),
  example: {
    chart: 'coop37',
    balances: [
      { account: '102', debitFen: 150_000, creditFen: 40_000 },
      { account: '301', sub: 'M1', creditFen: 50_000 },
      { account: '501', creditFen: 100_000 },
      { account: '523', debitFen: 40_000 },
    ],
  },
  run({ chart, balances }) {
    const twice = balances.findIndex(
      ({ account, sub }, at) => balances.findIndex((other) => other.account === account && other.sub === sub) < at,
    );
    if (twice >= 0) return refuse(refusal('books_account_twice', `balances.${twice}.account`));
    const closed = closeYear(chart, balances.map(toState));
    if (!closed.ok) return closed;
    const { resultFen, entries, surplus, sheet, checks } = closed.value;
    return ok({
      resultFen: Number(resultFen),
      closingEntries: entries.map(({ code, lines }) => ({ code, lines: lines.map(toLine) })),
      statement: toRows(surplus),
      balanceSheet: toRows(sheet),
      checks: checks.map(toCheck),
    });
  },
});

const depreciation = defineRule({
  name: 'depreciation',
  input: z.strictObject({
    costFen: amountFen.describe('cost as booked, in fen'),
    residualFen: zeroFen.describe('what is left at the end of its life, in fen'),
    method: z.enum(['straight_line', 'units']).default('straight_line'),
    lifeMonths: wholeNumber.max(1_200).default(0).describe('months of use, for the straight line'),
    lifeUnits: wholeNumber.default(0).describe('units of work in its life, for the units method'),
    addedOn: day,
    disposedOn: day.optional(),
    nominal: z.boolean().default(false).describe('booked at a nominal amount: never depreciated'),
    units: z
      .array(z.strictObject({ month, units: wholeNumber }))
      .max(1_200)
      .default([]),
    through: month.describe('the last month asked for'),
  }),
  output: z.strictObject({
    lines: z.array(
      z.strictObject({
        month: z.string(),
        amountFen,
        accumulatedFen: amountFen,
        bookFen: amountFen.describe('cost less depreciation'),
      }),
    ),
    totalFen: amountFen,
  }),
  example: { costFen: 1_200_000, residualFen: 60_000, lifeMonths: 60, addedOn: '2019-03-15', through: '2019-12' },
  run({ through, units, costFen, residualFen, lifeUnits, ...asset }) {
    const lines = depreciate(
      { ...asset, costFen: BigInt(costFen), residualFen: BigInt(residualFen), lifeUnits: BigInt(lifeUnits) },
      { through, units: units.map((one) => ({ month: one.month, units: BigInt(one.units) })) },
    );
    if (!lines.ok) return lines;
    return ok({
      lines: lines.value.map((line) => ({
        month: line.month,
        amountFen: Number(line.amountFen),
        accumulatedFen: Number(line.accumulatedFen),
        bookFen: Number(line.bookFen),
      })),
      totalFen: Number(lines.value.at(-1)?.accumulatedFen ?? 0n),
    });
  },
});

function toState(one: z.output<typeof balance>): AccountState {
  return {
    code: one.account,
    sub: one.sub,
    openingFen: BigInt(one.openingFen),
    debitFen: BigInt(one.debitFen),
    creditFen: BigInt(one.creditFen),
  };
}

function toLine({ code, sub, amount }: { readonly code: string; readonly sub: string; readonly amount: bigint }) {
  const fen = Number(amount);
  return { account: code, sub, debitFen: Math.max(fen, 0), creditFen: Math.max(-fen, 0) };
}

const names = { sheet: 'balanceSheet', surplus: 'statement' } as const;

function toCheck({ statement, row, otherStatement, other, holds, left, right }: CrossCheck) {
  const code = `${names[statement]}.row${row} = ${names[otherStatement]}.row${other}`;
  return { code, ok: holds, leftFen: Number(left), rightFen: Number(right) };
}

function toRows(rows: Amounts): Record<`row${number}`, number> {
  return Object.fromEntries([...rows].map(([row, fen]) => [`row${row}`, Number(fen)]));
}

/** Rules of the books of cooperatives and collectives. */
export const booksRules: readonly ComputeRule[] = [yearClose, depreciation];
