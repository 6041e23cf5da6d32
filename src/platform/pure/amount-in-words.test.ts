import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yuanInWords } from './amount-in-words.ts';
import { MAX_FEN } from './money.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 2000 });

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const SMALL_UNITS: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n };

/** Reads the words back by position, independent of how they were written. */
function readWords(words: string): bigint {
  const [, sign = '', yuan = '', jiao = '', fen = ''] =
    /^(负?)(?:([^元角分]+)元)?零?(?:([^元角分])角)?(?:零?([^元角分])分)?整?$/.exec(words) ?? [];
  const value = readInteger(yuan) * 100n + readInteger(jiao) * 10n + readInteger(fen);
  return sign === '' ? value : -value;
}

function readInteger(words: string): bigint {
  for (const [unit, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return (at === 0 ? 1n : readInteger(words.slice(0, at))) * size + readInteger(words.slice(at + 1));
  }
  let sum = 0n;
  let digit = 0n;
  for (const character of words) {
    const unit = SMALL_UNITS[character];
    if (unit === undefined) digit = BigInt(DIGITS.indexOf(character));
    else sum += digit * unit;
    if (unit !== undefined) digit = 0n;
  }
  return sum + digit;
}

/** Amounts with many zeros, where the rules bite. */
const roundFen = fc
  .array(fc.constantFrom('0', '0', '0', '1', '5', '9'), { minLength: 1, maxLength: 18 })
  .map((digits) => BigInt(digits.join('')));

test.each([
  [0n, '零元整'],
  [123450n, '壹仟贰佰叁拾肆元伍角整'],
  [100n, '壹元整'],
  [1000n, '壹拾元整'],
  [5n, '伍分'],
  [50n, '伍角整'],
  [105n, '壹元零伍分'],
  [140950n, '壹仟肆佰零玖元伍角整'],
  [600714n, '陆仟零柒元壹角肆分'],
  [168032n, '壹仟陆佰捌拾元叁角贰分'],
  [1640902n, '壹万陆仟肆佰零玖元零贰分'],
  [10_000_000_00n, '壹仟万元整'],
  [1_0000_0001_00n, '壹亿零壹元整'],
  [-12300n, '负壹佰贰拾叁元整'],
])('%s fen is %s', (fen, words) => {
  expect(yuanInWords(fen)).toBe(words);
});

test('no amount loses a fen in words', () => {
  fc.assert(
    fc.property(fc.oneof(roundFen, fc.bigInt({ min: -MAX_FEN, max: MAX_FEN })), (fen) => {
      expect(readWords(yuanInWords(fen))).toBe(fen);
    }),
  );
});

test('zeros are written once, never before a unit, and only a full amount of 元 or 角 ends with 整', () => {
  fc.assert(
    fc.property(roundFen, (fen) => {
      const words = yuanInWords(fen);
      expect(words).not.toMatch(/零零|零[拾佰仟万亿角分]|.零元/);
      expect(words.endsWith('整')).toBe(fen % 10n === 0n);
    }),
  );
});
