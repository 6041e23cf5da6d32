import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLines, type OpenLine, reconcile } from './bank-rules.ts';

/** `b1 05`: key and day of March 2019. */
function open(named: string, amount: number, text = ''): OpenLine {
  const [key = '', day] = named.split(' ');
  return { key, occurredOn: `2019-03-${day}`, amountFen: BigInt(amount), text };
}

describe('a bank statement', () => {
  it('is matched by amount and day, then by amount within ten days', () => {
    const bank = [open('b1 05', 100), open('b2 09', -70), open('b3 20', 5)];
    const postings = [open('p1 05', 100), open('p2 02', -70), open('p3 05', 5)];
    expect(matchLines(bank, postings)).toEqual([
      { bank: 'b1', posting: 'p1' },
      { bank: 'b2', posting: 'p2' },
    ]);
  });

  it('tells payments of one amount apart by the names that both have', () => {
    const bank = [open('b1 05', -300, '巴图 货款'), open('b2 05', -300, '乌兰 货款'), open('b3 05', -300, '其他')];
    const postings = [open('p1 05', -300, '付羊毛款 乌兰'), open('p2 05', -300, '付羊毛款 巴图')];
    expect(matchLines(bank, postings)).toEqual([
      { bank: 'b1', posting: 'p2' },
      { bank: 'b2', posting: 'p1' },
    ]);
  });

  it('leaves open what could be either of two, unless all of them are of one day and as many on both sides', () => {
    expect(matchLines([open('b1 05', 9)], [open('p1 05', 9), open('p2 05', 9)])).toEqual([]);
    const two = matchLines([open('b1 05', 9), open('b2 05', 9)], [open('p1 05', 9), open('p2 05', 9)]);
    expect(two).toHaveLength(2);
  });

  it('pairs no line twice, only equal amounts, and does not depend on the order', () => {
    const side = (name: string) =>
      fc
        .array(
          fc.record({
            day: fc.integer({ min: 1, max: 28 }),
            amount: fc.integer({ min: -3, max: 3 }).filter((fen) => fen !== 0),
            text: fc.constantFrom('', '巴图', '乌兰', '货款 巴图', '20190304'),
          }),
          { maxLength: 12 },
        )
        .map((rows) =>
          rows.map(({ day, amount, text }, at) => open(`${name}${at} ${String(day).padStart(2, '0')}`, amount, text)),
        );
    fc.assert(
      fc.property(side('b'), side('p'), (bank, postings) => {
        const pairs = matchLines(bank, postings);
        expect(new Set(pairs.map((pair) => pair.bank)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.posting)).size).toBe(pairs.length);
        const amounts = new Map([...bank, ...postings].map((line) => [line.key, line.amountFen]));
        for (const pair of pairs) expect(amounts.get(pair.bank)).toBe(amounts.get(pair.posting));
        const key = (list: typeof pairs) => list.map((pair) => `${pair.bank} ${pair.posting}`).sort();
        expect(key(matchLines(bank.toReversed(), postings.toReversed()))).toEqual(key(pairs));
      }),
    );
  });

  it('matches at least 95 of 100 lines of a realistic year, and each of them rightly', () => {
    const names = ['巴图', '乌兰', '其其格', '苏和', '娜仁', '宝音', '斯琴', '哈斯', '朝鲁', '萨仁'];
    const bank: OpenLine[] = [];
    const postings: OpenLine[] = [];
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 4_294_967_296) * below);
    };
    for (let at = 0; at < 1000; at += 1) {
      const day = new Date(Date.UTC(2019, 0, 1 + random(360)));
      const later = new Date(day.getTime() + random(3) * 86_400_000);
      // wages and rents come in round sums, sales do not
      const amountFen = BigInt(random(4) === 0 ? (1 + random(30)) * 10_000 : 1000 + random(9_000_000));
      const name = names[random(names.length)] ?? '';
      const on = (date: Date) => date.toISOString().slice(0, 10);
      postings.push({ key: `${at}`, occurredOn: on(day), amountFen, text: `付羊毛款 ${name}` });
      bank.push({ key: `${at}`, occurredOn: on(later), amountFen, text: `${name} 转账` });
    }
    const pairs = matchLines(bank, postings);
    expect(pairs.length).toBeGreaterThanOrEqual(950);
    expect(pairs.filter((pair) => pair.bank === pair.posting).length).toBeGreaterThanOrEqual(pairs.length * 0.99);
  });

  it('is reconciled when both sides agree with what the other lacks', () => {
    const input = { bookFen: 1000n, bankFen: 1300n, bankOnly: [500n], booksOnly: [300n, -100n] };
    expect(reconcile(input)).toMatchObject({ bookAdjustedFen: 1500n, bankAdjustedFen: 1500n, agrees: true });
    expect(reconcile({ ...input, bankFen: null })).toMatchObject({ bankAdjustedFen: null, agrees: false });
    expect(reconcile({ ...input, booksOnly: [] }).agrees).toBe(false);
  });
});
