import {
  type CountedEntry,
  catalogue,
  findIndicator,
  freezePlaces,
  listRangeFigures,
} from '../../indicators/public.ts';
import { compile, indicatorValue } from '../../indicators/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { lastDay, type Month } from '../../platform/pure/period.ts';
import type { PlaceRange } from '../../platform/pure/place.ts';
import { listFlaggedPlaces, listVillageCodes } from '../../registers/places/public.ts';
import type { TiltVillage } from './rules.ts';

export interface Asked {
  /** codes of the catalogue, in the order the values shall have */
  readonly indicators: readonly string[];
  readonly range: PlaceRange;
  readonly month: Month;
  /** only villages that are key poor on the last day of the month */
  readonly keyPoor: boolean;
}

/**
 * What indicators say of each village of a range in a month, in their own units, a ratio in basis points from its two
 * parts. From the stored figures, which follow the facts within a second; or counted anew from the facts themselves.
 */
export async function measureVillages(
  tx: Tx,
  { from, ...asked }: Asked & { readonly from: 'figures' | 'facts' },
): Promise<readonly TiltVillage[]> {
  const { range, month, keyPoor } = asked;
  const villages = keyPoor
    ? await listFlaggedPlaces(tx, 'key_poor_village', { ...range, day: lastDay(month) })
    : await listVillageCodes(tx, range, { rural: true });
  const chosen = asked.indicators.flatMap((code) => findIndicator(code) ?? []);
  const counted = countedIn(asked.indicators);
  const figures =
    from === 'figures'
      ? await listRangeFigures(tx, { ...range, months: [month], indicators: counted.map(({ code }) => code) })
      : await freezePlaces(
          tx,
          counted.map((one) => ({ indicator: one.code, selection: compile(one, { ...range, month }) })),
        );
  const values = new Map(figures.map(({ place, indicator, value }) => [`${place} ${indicator}`, value]));
  return villages.map((place) => ({
    place,
    values: chosen.map((one) => indicatorValue(one, (code) => values.get(`${place} ${code}`)) ?? null),
  }));
}

/** The counted indicators that others are made of, each once. */
function countedIn(codes: readonly string[]): readonly CountedEntry[] {
  const parts = new Set(
    codes.flatMap((code) => {
      const indicator = findIndicator(code);
      return indicator?.kind === 'ratio' ? [indicator.numerator, indicator.denominator] : [code];
    }),
  );
  return catalogue.filter((one): one is CountedEntry => one.kind === 'counted' && parts.has(one.code));
}
