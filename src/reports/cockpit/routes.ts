import { type HeldReport, listRestatements, toLevel, viewMonth } from '../../activities/submissions/public.ts';
import {
  findIndicator,
  firstMonth,
  type ListedPlace,
  listFigures,
  listPlacesWithVillages,
  listRangeFigures,
} from '../../indicators/public.ts';
import { listParameterRows } from '../../measure/public.ts';
import type { ActorRange } from '../../platform/access/actor.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { lastDay, type Month, monthOf, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { ancestors, contains, type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findPlace, listAncestors } from '../../registers/places/public.ts';
import { getCockpit } from './contract.ts';
import { columnIndicators, firstMapIndicator, headlines } from './headlines.data.ts';
import { movementsOf, partsOf, readerOf, viewHeadline, viewMapFigure } from './view-routes.ts';

const monthsOfLights = 12;
const heldShown = 20;
const actsOnReport = ['submission.confirm', 'submission.approve'];

/** One reply in at most twelve statements, so that the page opens at once and all of it is of the same moment. */
export const routes = [
  handle(getCockpit, async ({ tx, actor, query, decide, allowed }) => {
    const code = query.place ?? actor.range?.lo;
    const place = code === undefined || decide('cockpit.read', { place: code }) ? undefined : await findPlace(tx, code);
    const chosen = findIndicator(query.indicator ?? firstMapIndicator);
    const currentMonth = monthOf(todayInShanghai(tx.now));
    const month = (query.month ?? shiftMonth(currentMonth, -1)) as Month;
    if (!place || !chosen || month < firstMonth || month > currentMonth) return refuse({ code: 'not_found' });
    const at = { place: place.code as Place, month };
    const range = placeRange(at.place);
    const months = Array.from({ length: monthsOfLights }, (_, index) => shiftMonth(month, index + 1 - monthsOfLights));
    const overview = await viewMonth(tx, place, { months, heldShown });
    const listed = await listPlacesWithVillages(tx, { ...range, day: lastDay(month) });
    const children = listed.filter((one) => one.parent === place.code);
    const seen = { ...at, figures: await readFigures(tx, at, children), parameters: await listParameterRows(tx) };
    const tiles = readerOf(await listRangeFigures(tx, { ...range, months: [month], indicators: partsOf(chosen) }));
    const restatements = await listRestatements(tx, range, month);
    const villages = overview.counts.find((one) => one.level === 'village');
    const lights = new Map(overview.lights.map((row) => [row.place, row.lights]));
    const may = allowed(actsOnReport, { place: place.code });
    return ok({
      ...at,
      placeName: place.name,
      level: toLevel(at.place),
      parents: await listParents(tx, at.place, actor.range),
      firstMonth,
      currentMonth,
      report: overview.own,
      // whoever stands at a place confirms for it; the levels above approve
      allowed: may.filter((act) => act !== 'submission.confirm' || actor.range?.lo === place.code),
      villages: villages?.owed ?? 0,
      unconfirmed: (villages?.owed ?? 0) - (villages?.sent ?? 0),
      headlines: headlines.map((one) => viewHeadline(one, seen)),
      counts: [...overview.counts],
      held: overview.held.map(viewHeld),
      heldTotal: overview.heldTotal,
      movements: movementsOf(children.length > 0 ? children : listed, seen),
      restatements: restatements.map(({ causes: _causes, ...one }) => one),
      months,
      ownLights: lights.get(place.code) ?? [],
      columns: [...columnIndicators],
      below: children.map((child) => ({
        place: child.place,
        name: child.name,
        level: child.level,
        villages: villagesIn(listed, child).length,
        values: columnIndicators.map((column) => seen.figures(column, child.place, month)),
        mapValue: seen.figures(chosen.code, child.place, month),
        late: overview.lateBelow.get(child.place) ?? 0,
        lights: lights.get(child.place) ?? [],
      })),
      mapIndicator: chosen.code,
      mapFigure: viewMapFigure(chosen, seen),
      tiles: villagesIn(listed, at).map(({ level: _level, ...one }) => ({
        ...one,
        value: tiles(chosen.code, one.place, month),
      })),
    });
  }),
];

/** What the page compares: the place and those below it, now, a month and a year before. */
async function readFigures(tx: Tx, { place, month }: { place: Place; month: Month }, children: readonly ListedPlace[]) {
  const places = [place, ...children.map((one) => one.place)];
  return readerOf(await listFigures(tx, { places, months: [month, shiftMonth(month, -1), shiftMonth(month, -12)] }));
}

async function listParents(tx: Tx, place: Place, own: ActorRange | undefined) {
  const above = ancestors(place).filter((one) => own && contains(own, one));
  return (await listAncestors(tx, above)).map(({ code, name }) => ({ place: code, name }));
}

function viewHeld({ hold, ...report }: HeldReport & { readonly holderPeople: string }) {
  return { ...report, by: hold.by === 'above' ? ('above' as const) : ('self' as const), lateDays: hold.lateDays };
}

function villagesIn(listed: readonly ListedPlace[], outer: { readonly place: number }): ListedPlace[] {
  const range = placeRange(outer.place as Place);
  return listed.filter((one) => one.level === 'village' && contains(range, one.place as Place));
}
