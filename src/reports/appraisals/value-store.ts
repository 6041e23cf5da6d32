import { countFigure, findIndicator, freezePlaces } from '../../indicators/public.ts';
import { compile } from '../../indicators/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Month } from '../../platform/pure/period.ts';
import { type Place, placeLevel, placeRange } from '../../platform/pure/place.ts';
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
  const values = await readValues(tx, code, { places: [at.place], month: at.month });
  return values.get(at.place);
}

/** The same for many places. Of villages the facts are gone through once; a higher place is counted on its own. */
export async function readValues(
  tx: Tx,
  code: string,
  at: { readonly places: readonly number[]; readonly month: Month },
): Promise<ReadonlyMap<number, number>> {
  const indicator = findIndicator(code);
  if (!indicator || at.places.length === 0) return new Map();
  if (indicator.kind === 'ratio') {
    const parts = await readValues(tx, indicator.numerator, at);
    const wholes = await readValues(tx, indicator.denominator, at);
    const ratios = at.places.map((place) => [place, ratioBp(parts.get(place) ?? 0, wholes.get(place) ?? 0)] as const);
    return new Map(ratios.flatMap(([place, bp]) => (bp === undefined ? [] : [[place, bp]])));
  }
  const places = [...new Set(at.places)];
  const villages = places.filter((place) => placeLevel(place as Place) === 'village');
  const values = new Map(villages.map((place) => [place, 0]));
  const alone = villages.length > 1 ? places.filter((place) => !values.has(place)) : places;
  for (const place of alone) {
    const { lo, hi } = placeRange(place as Place);
    const { value } = await countFigure(tx, compile(indicator, { lo, hi, month: at.month }));
    values.set(place, Math.trunc(value));
  }
  if (villages.length > 1) {
    const selection = compile(indicator, { lo: Math.min(...villages), hi: Math.max(...villages), month: at.month });
    for (const { place, value } of await freezePlaces(tx, [{ indicator: code, selection }]))
      if (values.has(place)) values.set(place, Math.trunc(value));
  }
  return values;
}
