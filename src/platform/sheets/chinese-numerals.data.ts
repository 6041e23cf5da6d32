/** By value: 〇 is 0. */
export const DIGITS = '〇一二三四五六七八九';
export const TEN = '十';
export const YEAR = '年';
export const MONTH = '月';
export const DAY = '日';

/** 零, circles that stand for it, and the capital forms of old documents. */
export const VARIANTS: Readonly<Record<string, string>> = {
  零: '0',
  '○': '0',
  '◯': '0',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  拾: TEN,
};
