import { listRestatements, toLevel, viewMonth } from '../../activities/submissions/public.ts';
import {
  catalogue,
  findIndicator,
  type ListedPlace,
  listFigures,
  listPlacesWithVillages,
  listRangeFigures,
  type StoredFigure,
} from '../../indicators/public.ts';
import { type Indicator, indicatorValue, isAdditive } from '../../indicators/rules.ts';
import { listParameterRows, type StoredParameter } from '../../measure/public.ts';
import { parameterOn } from '../../measure/rules.ts';
import { handle } from '../../platform/http/handle.ts';
import { lastDay, type Month, shiftMonth } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findPlace } from '../../registers/places/public.ts';
import { getCockpit } from './contract.ts';
import { columnIndicators, firstMapIndicator, headlines } from './headlines.data.ts';
import { type Headline, judge, largestMovements } from './rules.ts';

const monthsOfLights = 12;
const heldShown = 20;
const movementsShown = 8;

/** One reply in eleven statements, so that the page opens at once and all of it is of the same moment. */
export const routes = [
  handle(getCockpit, async ({ tx, query, decide }) => {
    const place = decide('cockpit.read', { place: query.place }) ? undefined : await findPlace(tx, query.place);
    const mapIndicator = findIndicator(query.indicator ?? firstMapIndicator);
    if (!place || !mapIndicator) return refuse({ code: 'not_found' });
    const month = query.month as Month;
    const range = placeRange(place.code as Place);
    const months = Array.from({ length: monthsOfLights }, (_, index) => shiftMonth(month, index + 1 - monthsOfLights));
    const overview = await viewMonth(tx, place, { months, heldShown });
    const listed = await listPlacesWithVillages(tx, { ...range, day: lastDay(month) });
    const children = listed.filter((one) => one.parent === place.code);
    const compared = [month, shiftMonth(month, -1), shiftMonth(month, -12)];
    const places = [place.code, ...children.map((one) => one.place)];
    const figures = readerOf(await listFigures(tx, { places, months: compared }));
    const tiles = readerOf(
      await listRangeFigures(tx, { ...range, months: [month], indicators: partsOf(mapIndicator) }),
    );
    const restatements = await listRestatements(tx, range, month);
    const parameters = await listParameterRows(tx);
    const villages = overview.counts.find((one) => one.level === 'village');
    const lights = new Map(overview.lights.map((row) => [row.place, row.lights]));
    return ok({
      place: place.code,
      placeName: place.name,
      level: toLevel(place.code as Place),
      month,
      report: overview.own,
      villages: villages?.owed ?? 0,
      unconfirmed: (villages?.owed ?? 0) - (villages?.sent ?? 0),
      headlines: headlines.map((one) => viewHeadline(one, { place: place.code, month, figures, parameters })),
      counts: [...overview.counts],
      held: overview.held.map(({ hold, ...one }) => ({
        ...one,
        by: hold.by === 'above' ? ('above' as const) : ('self' as const),
        lateDays: hold.lateDays,
      })),
      heldTotal: overview.heldTotal,
      movements: movementsOf(children.length > 0 ? children : listed, { month, figures }),
      restatements: restatements.map(({ causes: _causes, ...one }) => one),
      months,
      ownLights: lights.get(place.code) ?? [],
      columns: [...columnIndicators],
      below: children.map((child) => ({
        place: child.place,
        name: child.name,
        level: child.level,
        villages: listed.filter((one) => one.level === 'village' && isWithin(one, child)).length,
        values: columnIndicators.map((code) => figures(code, child.place, month)),
        mapValue: figures(mapIndicator.code, child.place, month),
        late: overview.lateBelow.get(child.place) ?? 0,
        lights: lights.get(child.place) ?? [],
      })),
      mapIndicator: mapIndicator.code,
      tiles: listed
        .filter((one) => one.level === 'village')
        .map((one) => ({ ...one, value: tiles(mapIndicator.code, one.place, month) }))
        .map(({ level: _level, ...one }) => one),
    });
  }),
];

/** Value of an indicator, ratios too, at a place in a month; null where nothing is known or nothing to divide by. */
type Reader = ((code: string, place: number, month: Month) => number | null) & {
  readonly rows: (code: string, place: number, month: Month) => number;
  readonly has: (place: number, month: Month) => boolean;
};

function readerOf(figures: readonly StoredFigure[]): Reader {
  const found = new Map(figures.map((one) => [`${one.place} ${one.month} ${one.indicator}`, one]));
  const filled = new Set(figures.map((one) => `${one.place} ${one.month}`));
  function read(code: string, place: number, month: Month): number | null {
    const indicator = findIndicator(code);
    if (!indicator) return null;
    return indicatorValue(indicator, (part) => found.get(`${place} ${month} ${part}`)?.value) ?? null;
  }
  return Object.assign(read, {
    rows: (code: string, place: number, month: Month) => found.get(`${place} ${month} ${code}`)?.rowCount ?? 0,
    has: (place: number, month: Month) => filled.has(`${place} ${month}`),
  });
}

interface Seen {
  readonly month: Month;
  readonly figures: Reader;
}

function viewHeadline(
  headline: Headline,
  seen: Seen & { readonly place: number; readonly parameters: readonly StoredParameter[] },
) {
  const { place, month, figures, parameters } = seen;
  const code = headline.indicator;
  const at = (when: Month) => (figures.has(place, when) ? figures(code, place, when) : null);
  const value = figures(code, place, month);
  const target = targetOf(headline, parameters, month);
  const direction = findIndicator(code)?.direction ?? 'none';
  return {
    indicator: code,
    value,
    rowCount: figures.rows(code, place, month),
    previous: at(shiftMonth(month, -1)),
    lastYear: at(shiftMonth(month, -12)),
    target,
    light: value === null || target === null ? null : (judge({ value, target, direction }) ?? null),
  };
}

function targetOf({ target }: Headline, parameters: readonly StoredParameter[], month: Month): number | null {
  if (!target) return null;
  if ('value' in target) return target.value;
  return parameterOn(parameters, target.parameter, lastDay(month))?.value ?? null;
}

/** Figures that moved most since the month before; a month without any figures is nothing to compare with. */
function movementsOf(places: readonly ListedPlace[], { month, figures }: Seen) {
  const before = shiftMonth(month, -1);
  const compared = places.filter(({ place }) => figures.has(place, before));
  const moved = compared.flatMap(({ place, name: placeName }) =>
    catalogue.filter(isAdditive).map(({ code: indicator }) => ({
      place,
      placeName,
      indicator,
      value: figures(indicator, place, month) ?? 0,
      previous: figures(indicator, place, before) ?? 0,
    })),
  );
  return largestMovements(moved, movementsShown);
}

function partsOf(indicator: Indicator): string[] {
  return indicator.kind === 'counted' ? [indicator.code] : [indicator.numerator, indicator.denominator];
}

function isWithin(one: ListedPlace, outer: ListedPlace): boolean {
  const { lo, hi } = placeRange(outer.place as Place);
  return one.place >= lo && one.place <= hi;
}
