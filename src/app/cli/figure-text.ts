import type { Indicator } from '../../indicators/rules.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { formatBp } from '../../platform/pure/ratio.ts';

/** A figure as people read it: percent for a ratio, yuan for fen, digits for the rest. */
export function formatFigure(indicator: Indicator | undefined, value: number | null): string {
  if (value === null) return '–';
  if (indicator?.kind === 'ratio') return formatBp(value);
  return indicator === undefined ? String(value) : formatQuantity(indicator.unit, value);
}

/** An amount in yuan, digits for every other unit. */
export function formatQuantity(unit: string, quantity: number): string {
  return unit === 'fen' ? formatYuan(BigInt(quantity)) : String(quantity);
}
