import { describe, expect, it } from 'vitest';
import { figureTextOf } from './dictionary.ts';

const fen = { unit: 'fen' };
const bp = { unit: 'bp' };
const mu = { unit: 'mu' };

describe('figureTextOf', () => {
  const zh = figureTextOf('zh');
  const en = figureTextOf('en');

  it.each([
    [fen, 123_456_789, '1,234,567.89'],
    [fen, 0, '0.00'],
    [fen, -5, '-0.05'],
    [fen, null, '–'],
    [bp, 8370, '83.7%'],
    [mu, 1234.25, '1,234.25'],
    [{ unit: 'household' }, 1234, '1,234'],
  ])('writes %j %j as %j', (indicator, value, text) => {
    expect([zh.value(indicator, value), en.value(indicator, value)]).toEqual([text, text]);
  });

  it('says yuan where no unit stands beside the amount, and ten thousands of them on charts', () => {
    expect([zh.unit(fen), en.unit(fen)]).toEqual(['元', 'yuan']);
    expect([zh.said(fen, 123_456), en.said(fen, 123_456)]).toEqual(['1,234.56 元', '1,234.56 yuan']);
    expect([zh.brief(fen, 8_460_000_000), en.brief(fen, 8_460_000_000)]).toEqual([
      '8,460.00 万元',
      '8,460.00 × 10,000 yuan',
    ]);
    expect([zh.said(mu, 3), zh.brief(bp, 50), zh.brief(fen, null)]).toEqual(['3', '0.5%', '–']);
  });

  it('tells a change with its sign in its own unit', () => {
    expect(zh.change(fen, 123_450)).toBe('+1,234.50 元');
    expect(en.change(fen, -1)).toBe('−0.01 yuan');
    expect(zh.change(bp, -150)).toBe('−1.5 个百分点');
    expect(zh.change(mu, 0)).toBe('±0');
  });
});
