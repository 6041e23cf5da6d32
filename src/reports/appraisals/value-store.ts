import { countFigure, findIndicator } from '../../indicators/public.ts';
import { compile } from '../../indicators/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Month } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';

/**
 * What an indicator says for a place in a month, counted from the facts as they are known now: whole numbers in its
 * smallest unit, a ratio in basis points. Undefined for an unknown one, and for a ratio of nothing.
 */
export async function readValue(
  tx: Tx,
  code: string,
  at: { readonly place: number; readonly month: Month },
): Promise<number | undefined> {
  const indicator = findIndicator(code);
  if (!indicator) return undefined;
  if (indicator.kind === 'ratio') {
    const part = await readValue(tx, indicator.numerator, at);
    const whole = await readValue(tx, indicator.denominator, at);
    return part === undefined || whole === undefined ? undefined : ratioBp(part, whole);
  }
  const { lo, hi } = placeRange(at.place as Place);
  const { value } = await countFigure(tx, compile(indicator, { lo, hi, month: at.month }));
  return Math.trunc(value);
}
