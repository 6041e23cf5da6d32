import { findIndicator } from '../../indicators/public.ts';
import type { SheetColumn, SheetSpec } from '../../platform/sheets/model.ts';
import { speak, type WordPair } from '../../platform/words.ts';
import type { TiltEntry } from './rules.ts';
import { words } from './words.ts';

/** The ranking as it is published: a column for each indicator of its formula, with weight and direction in the head. */
export function tiltSheetOf(formula: readonly TiltEntry[]): SheetSpec {
  return {
    name: 'fund_tilt',
    title: words.title,
    guide: [],
    columns: [
      { key: 'rank', title: words['field.rank'], kind: 'integer', example: '', width: 8 },
      { key: 'placeName', title: words['field.village'], kind: 'text', example: '', width: 18 },
      { key: 'score', title: words['field.score'], kind: 'decimal', unit: percent, example: '', width: 10 },
      {
        key: 'amountFen',
        title: words['field.amount'],
        kind: 'yuan',
        unit: words['unit.yuan'],
        example: '',
        width: 16,
      },
      ...formula.map(columnOf),
    ],
  };
}

/** A value as its column writes it: yuan, percent, or as it is; empty where there is none. */
export function valueCell(code: string, value: number | null): bigint | string | null {
  if (value === null) return null;
  const indicator = findIndicator(code);
  if (indicator?.kind === 'ratio') return String(value / 100);
  return indicator?.unit === 'fen' ? BigInt(value) : String(value);
}

const percent: WordPair = ['%', '%'];

function columnOf({ indicator: code, weight, direction }: TiltEntry): SheetColumn {
  const indicator = findIndicator(code);
  const title = (language: 'zh' | 'en') =>
    speak(words['sheet.head'], language, {
      name: speak(indicator?.name ?? [code, code], language),
      weight,
      direction: speak(words[`direction.${direction}`], language),
    });
  const head = { key: code, title: [title('zh'), title('en')] as const, example: '', width: 20 };
  if (indicator?.kind === 'ratio') return { ...head, kind: 'decimal', unit: percent };
  if (indicator?.unit === 'fen') return { ...head, kind: 'yuan', unit: words['unit.yuan'] };
  return { ...head, kind: 'decimal' };
}
