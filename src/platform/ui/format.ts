import { formatYuan } from '../pure/money.ts';
import { formatBp } from '../pure/ratio.ts';
import { type Language, speak } from '../words.ts';
import { words } from './words.ts';

/** Dates and numbers as a reader of one language writes them. Pure; in components take {@link useFormat}. */
export interface Formats {
  /** `2019-09-05` → 2019年9月5日 · 5 Sep 2019; a text that is no date is given back */
  date(day: string): string;
  /** `2019-09` → 2019年9月 · Sep 2019 */
  month(month: string): string;
  /** an instant in China's time: 2019年9月5日 14:03 · 5 Sep 2019, 14:03 */
  instant(at: string | Date): string;
  /** 1,234.5 */
  number(value: number | bigint): string;
  /** fen → 1,234.50 元 · 1,234.50 yuan */
  yuan(fen: bigint | number | string): string;
  /** fen → ten thousand yuan with two decimals, without the unit: 8,460.00 */
  wan(fen: bigint | number | string): string;
  /** basis points → 83.7% */
  percent(bp: number): string;
}

export function formatsOf(language: Language): Formats {
  const numbers = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en');
  function date(text: string): string {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    if (year === '') return text;
    return speak(words['format.date'], language, { year, month: monthOf(month, language), day: Number(day) });
  }
  return {
    date,
    month(text) {
      const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
      return year === '' ? text : speak(words['format.month'], language, { year, month: monthOf(month, language) });
    },
    instant(at) {
      const instant = new Date(at);
      if (Number.isNaN(instant.getTime())) return String(at);
      const [day = '', time = ''] = shanghai.format(instant).split(' ');
      return speak(words['format.instant'], language, { date: date(day), time });
    },
    number: (value) => numbers.format(value),
    yuan: (fen) => speak(words['format.yuan'], language, { amount: formatYuan(BigInt(fen)) }),
    wan: (fen) => formatYuan(roundedTenThousandth(BigInt(fen))),
    percent: formatBp,
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Counted in Chinese, named in English. */
function monthOf(month: string, language: Language): string | number {
  return language === 'zh' ? Number(month) : (months[Number(month) - 1] ?? month);
}

/** Swedish writes ISO dates: the one locale whose parts need no rearranging. */
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

function roundedTenThousandth(fen: bigint): bigint {
  const half = fen < 0n ? -5000n : 5000n;
  return (fen + half) / 10000n;
}
