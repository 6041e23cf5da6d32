import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubKind } from './chart-rules.ts';
import { eventTemplates } from './event-kinds-rules.ts';
import type { Chart, ChartRole } from './event-roles-rules.ts';
import { type Choice, type EventFacts, type EventTemplate, partiesOf, writeLines } from './event-rules.ts';

const everybody: Readonly<Record<SubKind, string>> = {
  member: 'M1',
  other: 'O1',
  project: 'P1',
  source: 'S1',
  asset: 'A1',
};
const noChoice: EventFacts['choices'] = {};

function template(kind: string): EventTemplate {
  const found = eventTemplates.get(kind);
  if (!found) throw new Error(`no template ${kind}`);
  return found;
}

function written(kind: string, facts: Partial<EventFacts>, chart: Chart = 'coop37'): string[] {
  const { amounts = {}, choices = noChoice } = facts;
  const lines = writeLines(template(kind), chart, { amounts, choices, parties: everybody });
  if (!lines.ok) throw new Error(lines.refusal.code);
  return lines.value.map(({ code, sub, amountFen }) => `${code}${sub && ` ${sub}`} ${amountFen}`);
}

describe('the voucher of an event', () => {
  it('credits a contribution at par and the difference to the capital reserve, on either side', () => {
    const choices = { counter: 'bank' } as const;
    expect(written('contribution_cash', { amounts: { received: 120_000n, par: 100_000n }, choices })).toEqual([
      '102 120000',
      '301 M1 -100000',
      '321 -20000',
    ]);
    expect(written('contribution_cash', { amounts: { received: 80_000n, par: 100_000n }, choices })).toEqual([
      '102 80000',
      '301 M1 -100000',
      '321 20000',
    ]);
    expect(written('contribution_cash', { amounts: { received: 100_000n, par: 100_000n }, choices })).toHaveLength(2);
  });

  it('turns a grant that bought cows from a liability into equity of its source', () => {
    const amounts = { cost: 20_000_000n, grant: 18_000_000n };
    const choices = { asset: 'productive_biological', counter: 'bank' } as const;
    expect(written('grant_spent_on_asset', { amounts, choices })).toEqual([
      '142 A1 20000000',
      '102 -20000000',
      '235 P1 18000000',
      '311 S1 -18000000',
    ]);
    expect(written('grant_spent_on_asset', { amounts, choices }, 'collective14').slice(2)).toEqual([
      '241 P1 18000000',
      '311 -18000000',
    ]);
  });

  it('sells what members entrusted: a gain is income, a loss is expense', () => {
    const choices = { counter: 'bank' } as const;
    expect(written('produce_sold', { amounts: { proceeds: 1_100n, contract: 1_000n }, choices })).toContain('501 -100');
    expect(written('produce_sold', { amounts: { proceeds: 900n, contract: 1_000n }, choices })).toContain('521 100');
  });

  it('takes the buyer’s money as income and what was sold out of stock at cost', () => {
    const amounts = { proceeds: 900n, cost: 600n };
    expect(written('sold_from_stock', { amounts, choices: { counter: 'receivable' } })).toEqual([
      '113 O1 900',
      '501 -900',
      '521 600',
      '121 -600',
    ]);
  });

  it('names what is missing, at its field', () => {
    const facts = { amounts: { received: 1n, par: 1n }, choices: noChoice, parties: {} };
    const asked = template('contribution_cash');
    expect(writeLines(asked, 'coop37', facts)).toMatchObject({ refusal: { field: 'choices.counter' } });
    const chosen = { ...facts, choices: { counter: 'fixed_asset' } as const };
    expect(writeLines(asked, 'coop37', chosen)).toMatchObject({ refusal: { code: 'event_choice_missing' } });
    const paid = { ...facts, choices: { counter: 'cash' } as const };
    expect(writeLines(asked, 'coop37', paid)).toMatchObject({ refusal: { field: 'parties.memberSub' } });
    const nothing = { ...paid, amounts: { received: 1n, par: 0n }, parties: everybody };
    expect(writeLines(asked, 'coop37', nothing)).toMatchObject({ refusal: { field: 'amounts.par' } });
    const negative = { ...nothing, amounts: { received: -1n, par: 1n } };
    expect(writeLines(asked, 'coop37', negative)).toMatchObject({ refusal: { code: 'event_amount_negative' } });
  });

  it('says when a chart has no account for it', () => {
    const facts = { amounts: { contract: 1n }, choices: noChoice, parties: everybody };
    expect(writeLines(template('produce_received'), 'collective14', facts)).toMatchObject({
      refusal: { code: 'event_unknown_in_chart' },
    });
  });

  it('asks for the parties of the accounts that were chosen, and no others', () => {
    const bought = template('bought');
    expect(partiesOf(bought, { asset: 'fixed_asset', counter: 'bank' }, 'coop37')).toEqual(['asset']);
    expect(partiesOf(bought, { asset: 'stock', counter: 'payable' }, 'coop37')).toEqual(['other']);
  });

  it('balances for every event, chart, choice and amount', () => {
    const known = [...eventTemplates.values()];
    const anyFacts = fc.record({
      template: fc.constantFrom(...known),
      chart: fc.constantFrom<Chart>('coop37', 'collective14', 'collective04'),
      amounts: fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 4, maxLength: 4 }),
      pick: fc.nat(),
    });
    let balanced = 0;
    fc.assert(
      fc.property(anyFacts, ({ template: one, chart, amounts, pick }) => {
        const facts = {
          amounts: Object.fromEntries(one.amounts.map((name, at) => [name, amounts[at] ?? 0n])),
          choices: pickAll(one, pick),
          parties: everybody,
        };
        const lines = writeLines(one, chart, facts);
        if (!lines.ok) return;
        balanced += 1;
        expect(lines.value.reduce((sum, line) => sum + line.amountFen, 0n)).toBe(0n);
        expect(lines.value.every((line) => line.amountFen !== 0n)).toBe(true);
      }),
      { seed: 37, numRuns: 2_000 },
    );
    expect(balanced).toBeGreaterThan(500);
  });

  it('can be written in the chart of cooperatives for every event', () => {
    for (const one of eventTemplates.values()) {
      const amounts = Object.fromEntries(one.amounts.map((name) => [name, 100n]));
      const lines = writeLines(one, 'coop37', { amounts, choices: pickAll(one, 0), parties: everybody });
      expect(lines.ok, one.kind).toBe(true);
    }
  });
});

function pickAll({ choices = {} }: EventTemplate, pick: number): EventFacts['choices'] {
  const chosen = Object.entries(choices).map(([choice, roles]): [Choice, ChartRole | undefined] => [
    choice as Choice,
    roles[pick % roles.length],
  ]);
  return Object.fromEntries(chosen.filter((pair): pair is [Choice, ChartRole] => pair[1] !== undefined));
}
