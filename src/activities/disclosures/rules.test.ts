import { describe, expect, it } from 'vitest';
import { type Chart, chartAccounts, charts, statutoryAccount } from '../../ledgers/books/chart-rules.ts';
import { localDate } from '../../platform/pure/period.ts';
import { type BookBalance, type ItemFigure, type Sources, takenOf, writeFigures } from './figures-rules.ts';
import { disclosureItems, itemClasses, numberedItems } from './items-rules.ts';
import {
  disclosureLight,
  endedPeriods,
  neededSignatures,
  periodFrom,
  proposeCheck,
  proposeMember,
  proposePublication,
} from './rules.ts';
import { words } from './words.ts';

describe('items', () => {
  it('are the 44 of the document in its eight classes, each with its words', () => {
    expect(numberedItems).toHaveLength(44);
    expect([...new Set(disclosureItems.map((item) => item.class))]).toEqual([...itemClasses]);
    expect(new Set(disclosureItems.map(({ code }) => code)).size).toBe(disclosureItems.length);
    for (const { code } of disclosureItems) expect(words).toHaveProperty([`item.${code}`]);
  });

  it('take accounts that the charts have, and every account of assets, debts, income and expenses once', () => {
    for (const chart of charts) {
      const taken = disclosureItems.filter(({ code }) => code !== '7.1').flatMap((item) => takenOf(item)(chart) ?? []);
      for (const { code } of taken) expect(statutoryAccount(chart, code), `${chart} ${code}`).toBeDefined();
      for (const account of chartAccounts(chart)) {
        if (!['asset', 'liability', 'income', 'expense'].includes(account.kind)) continue;
        expect(
          taken.some(({ code }) => account.code.startsWith(code)),
          `${chart} ${account.code}`,
        ).toBe(true);
      }
    }
  });
});

describe('figures', () => {
  const balances: readonly BookBalance[] = [
    row('101', { closing: 500n }),
    row('10201', { debit: 90n, closing: 400n }),
    row('112', { closing: 70n }),
    row('112', { closing: -30n }),
    row('151', { debit: 1_000n, closing: 9_000n }),
    row('152', { closing: -2_000n }),
    row('501', { credit: 800n, debit: 800n }),
    row('503', { credit: 200n }),
    row('513', { debit: 150n, credit: 150n }),
    row('201', { closing: -60n }),
    row('211', { closing: -11n }),
  ];
  const leases = { running: 3, dueFen: 900n, contractedFen: 250n, rentedFen: 100n, arrearsFen: 40n };
  const sources: Sources = {
    books: { chart: 'collective14', balances },
    kinds: [
      { kind: 'cropland', valueFen: 0n, areaMu: 120.5 },
      { kind: 'building', valueFen: 77n, areaMu: 0 },
    ],
    leases,
  };
  const figures = writeFigures(sources);

  it('come from the books by account, side and sub-ledger', () => {
    expect(amounts(figures)).toMatchObject({
      '4.1': 900n,
      '4.3': 7_000n,
      '2.1': 800n,
      '2.5': 200n,
      '3.4': 150n,
      '3.6': 1_000n,
      '6.1': 70n,
      '6.2': 60n,
      '6.3': 41n,
      '7.1': 850n,
    });
  });

  it('come from the list of assets and its contracts, and say what is contained elsewhere', () => {
    expect(find(figures, '5.1')).toMatchObject({ areaMu: 120.5, amountFen: null, source: 'assets' });
    expect(find(figures, '2.2')).toMatchObject({ amountFen: 250n, source: 'contracts', within: '2.1' });
    expect(find(figures, '8.1')).toMatchObject({ count: 3 });
    expect(amounts(figures)).toMatchObject({ '8.2': 900n, '8.3': 350n, '8.4': 40n });
  });

  it('are empty where the books keep an item under another, and not nought', () => {
    expect(find(figures, '3.3')).toEqual({
      ...{ code: '3.3', amountFen: null, areaMu: null, count: null, source: null, within: null },
    });
    expect(find(figures, '2.3').amountFen).toBe(0n);
  });

  it('of a village without books come from its assets and rents', () => {
    const bare = writeFigures({ ...sources, books: undefined });
    expect(amounts(bare)).toMatchObject({ '4.3': 77n, '2.1': 100n, '2.2': 250n });
    expect(find(bare, '2.2').within).toBeNull();
    expect(find(bare, '4.1')).toMatchObject({ amountFen: null, source: null });
  });

  it('of a cooperative have no assets of the village in them', () => {
    const coop = writeFigures({ books: { chart: 'coop37', balances }, kinds: undefined, leases: undefined });
    expect(coop.filter(({ source }) => source === 'assets' || source === 'contracts')).toEqual([]);
    expect(find(coop, '4.1').amountFen).toBe(900n);
  });

  it('add what the result of the period is made of, in every chart', () => {
    for (const [chart, income, expense] of [
      ['coop37', '501', '523'],
      ['collective14', '504', '514'],
      ['collective04', '561', '541'],
    ] satisfies [Chart, string, string][]) {
      const books = { chart, balances: [row(income, { credit: 30n }), row(expense, { debit: 12n })] };
      expect(find(writeFigures({ ...sources, books }), '7.1').amountFen).toBe(18n);
    }
  });
});

function row(code: string, change: Partial<BookBalance>): BookBalance {
  return { code, debit: 0n, credit: 0n, closing: 0n, ...change };
}

function find(figures: readonly ItemFigure[], code: string): ItemFigure {
  const found = figures.find((one) => one.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
}

function amounts(figures: readonly ItemFigure[]) {
  return Object.fromEntries(figures.map(({ code, amountFen }) => [code, amountFen]));
}

describe('periods', () => {
  it('are quarters and months that are over', () => {
    const today = localDate('2019-07-01');
    expect(endedPeriods(2019, today).map(({ endsOn }) => endsOn)).toEqual([
      ...['2019-03-31', '2019-06-30'],
      ...['2019-01-31', '2019-02-28', '2019-03-31', '2019-04-30', '2019-05-31', '2019-06-30'],
    ]);
    expect(periodFrom({ period: 'quarter', startsOn: '2019-04-01' }, today)?.endsOn).toBe('2019-06-30');
    expect(periodFrom({ period: 'quarter', startsOn: '2019-04-01' }, localDate('2019-06-30'))).toBeUndefined();
    expect(periodFrom({ period: 'quarter', startsOn: '2019-05-01' }, today)).toBeUndefined();
  });

  it('have a light', () => {
    const light = (publishedOn: string | null, today: string) =>
      disclosureLight({ dueOn: localDate('2019-07-15'), publishedOn }, localDate(today));
    expect(light(null, '2019-07-01')).toBe('none');
    expect(light(null, '2019-07-11')).toBe('near');
    expect(light(null, '2019-07-15')).toBe('near');
    expect(light(null, '2019-07-16')).toBe('late');
    expect(light('2019-07-15', '2019-09-01')).toBe('met');
    expect(light('2019-07-16', '2019-09-01')).toBe('late');
  });
});

describe('the check of the finance group', () => {
  const question = {
    state: 'proposed' as const,
    madeOn: '2019-07-02',
    signedOn: '2019-07-03',
    today: localDate('2019-07-04'),
    digest: 'a',
    digestNow: 'a',
    members: ['1', '2', '3'],
    signatures: [agreed('1'), agreed('2')],
  };

  it('needs more than half of those in office', () => {
    expect(neededSignatures(1)).toBe(1);
    expect(neededSignatures(4)).toBe(3);
    expect(proposeCheck(question)).toMatchObject({ ok: true });
    expect(proposeCheck({ ...question, signatures: [agreed('1')] })).toMatchObject({
      refusal: { code: 'disclosure_not_enough', values: { agreed: 1, needed: 2 } },
    });
  });

  it.each([
    ['disclosure_state', { state: 'checked' as const }],
    ['disclosure_figures_changed', { digestNow: 'b' }],
    ['disclosure_signed_early', { signedOn: '2019-07-01' }],
    ['disclosure_signed_late', { signedOn: '2019-07-05' }],
    ['disclosure_no_group', { members: [] }],
    ['disclosure_not_of_group', { signatures: [agreed('1'), agreed('2'), agreed('9')] }],
    ['disclosure_signed_twice', { signatures: [agreed('1'), agreed('1')] }],
    [
      'disclosure_remark_missing',
      { signatures: [agreed('1'), agreed('2'), { ...agreed('3'), opinion: 'objected' as const }] },
    ],
  ])('refuses with %s', (code, change) => {
    expect(proposeCheck({ ...question, ...change })).toMatchObject({ refusal: { code } });
  });

  it('binds publication to its figures', () => {
    expect(proposePublication({ ...question, state: 'checked' })).toMatchObject({ ok: true });
    expect(proposePublication(question)).toMatchObject({ refusal: { code: 'disclosure_state' } });
    expect(proposePublication({ ...question, state: 'checked', digestNow: 'b' })).toMatchObject({
      refusal: { code: 'disclosure_figures_changed' },
    });
  });

  it('is by members elected for a time', () => {
    const today = localDate('2019-07-04');
    expect(proposeMember({ startsOn: '2019-07-04', endsOn: null }, today)).toMatchObject({ ok: true });
    expect(proposeMember({ startsOn: '2019-07-05', endsOn: null }, today)).toMatchObject({ ok: false });
    expect(proposeMember({ startsOn: '2019-07-04', endsOn: '2019-07-04' }, today)).toMatchObject({
      refusal: { code: 'group_term', field: 'endsOn' },
    });
  });
});

function agreed(memberId: string) {
  return { memberId, opinion: 'agreed' as const, remark: null };
}
