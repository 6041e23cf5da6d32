import { describe, expect, test } from 'vitest';
import { formatsOf } from './format.ts';

const zh = formatsOf('zh');
const en = formatsOf('en');

describe('dates', () => {
  test('are written as each language writes them', () => {
    expect(zh.date('2019-09-05')).toBe('2019年9月5日');
    expect(en.date('2019-09-05')).toBe('5 Sep 2019');
    expect(zh.month('2019-12')).toBe('2019年12月');
    expect(en.month('2019-12')).toBe('Dec 2019');
  });

  test('an instant is shown in the time of China, whatever the machine says', () => {
    expect(zh.instant('2019-09-05T17:03:00Z')).toBe('2019年9月6日 01:03');
    expect(en.instant('2019-09-05T06:03:00Z')).toBe('5 Sep 2019, 14:03');
  });

  test('what is no date stays as it is', () => {
    expect(zh.date('unknown')).toBe('unknown');
    expect(zh.month('2019-09-05')).toBe('2019-09-05');
    expect(zh.instant('soon')).toBe('soon');
  });
});

describe('amounts', () => {
  test('come from fen without a float', () => {
    expect(zh.yuan(123450)).toBe('1,234.50 元');
    expect(en.yuan('9007199254740993')).toBe('90,071,992,547,409.93 yuan');
    expect(zh.yuan(-5n)).toBe('-0.05 元');
  });

  test('in ten thousands are rounded half away from zero', () => {
    expect(zh.wan(8_460_000_000n)).toBe('8,460.00');
    expect(zh.wan(5000)).toBe('0.01');
    expect(zh.wan(4999)).toBe('0.00');
    expect(zh.wan(-5000)).toBe('-0.01');
  });
});
