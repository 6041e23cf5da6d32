import type { z } from 'zod';
import { type Call, handle } from '../../platform/http/handle.ts';
import { addDays, type LocalDate, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ancestors, placeOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { changeRoutes } from './change-routes.ts';
import { listChanges, type StoredChange } from './change-store.ts';
import { type changeView, getPlace, listPlaces as listPlacesContract } from './contract.ts';
import { flagRoutes } from './flag-routes.ts';
import { listFlagsOf } from './flag-store.ts';
import { mapPlace, nameOn } from './rules.ts';
import { findPlace, listAncestors, listPlaceNames, listPlaces, type PlaceRow } from './store.ts';

export const routes = [
  handle(listPlacesContract, async ({ tx, actor, query }) => {
    const { scope, parent, ...rest } = query;
    const range = scope === 'mine' && parent === undefined ? actor.range : undefined;
    const { rows, total } = await listPlaces(tx, { ...rest, parent, range });
    return ok({
      rows: rows.map((row) => ({ ...row, level: row.level as Level, hasChildren: row.children > 0 })),
      total,
    });
  }),

  handle(getPlace, async ({ tx, params, query, allowed }) => {
    const place = await findPlace(tx, params.place);
    if (!place) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const on = localDate(query.on ?? today);
    const { rows } = await listPlaces(tx, {
      q: String(place.code),
      range: { lo: place.code, hi: place.code },
      ended: true,
      limit: 1,
      offset: 0,
    });
    const mapped = await namesAcross(tx, place, { on, today });
    return ok({
      ...place,
      level: place.level as Level,
      ancestors: (await listAncestors(tx, ancestors(placeOf(place.code)))).map((one) => ({
        ...one,
        level: one.level as Level,
      })),
      children: rows[0]?.children ?? 0,
      villages: rows[0]?.villages ?? 0,
      on,
      ...mapped,
      flags: [...(await listFlagsOf(tx, place.code))],
      allowed: allowed(
        place.level === 'village' && place.endsOn === null ? ['place.change', 'place.flag'] : ['place.change'],
        { place: place.code },
      ),
    });
  }),

  ...changeRoutes,
  ...flagRoutes,
];

type Level = z.output<typeof getPlace.reply>['level'];

/** What the place was called, which codes covered it on that day, and which cover it now. */
async function namesAcross(
  tx: Call<typeof getPlace>['tx'],
  place: PlaceRow,
  { on, today }: { on: LocalDate; today: LocalDate },
) {
  const changes = await listChanges(tx);
  const { code } = place;
  const fromDay = place.endsOn === null ? today : addDays(localDate(place.endsOn), -1);
  const thenCodes = mapPlace({ code, fromDay, toDay: on }, changes).filter((one) => one !== code);
  const nowCodes = place.endsOn === null ? [] : mapPlace({ code, fromDay, toDay: today }, changes);
  const names = await listPlaceNames(tx, [...thenCodes, ...nowCodes]);
  const nameOf = (one: number, day: string) => nameOn({ code: one, name: names.get(one) ?? '' }, day, changes);
  return {
    nameThen: nameOn(place, on, changes),
    placesThen: on === today ? [] : thenCodes.map((one) => ({ code: one, name: nameOf(one, on) })),
    placesNow: nowCodes.filter((one) => one !== code).map((one) => ({ code: one, name: nameOf(one, today) })),
    changes: changes.filter((change) => change.fromCode === code || change.toCode === code).map(viewChange),
  };
}

function viewChange(change: StoredChange): z.output<typeof changeView> {
  const { changeId, kind, happenedOn, fromCode, toCode, nameBefore, nameAfter, documentNumber } = change;
  return { changeId, kind, happenedOn, fromCode, toCode, nameBefore, nameAfter, documentNumber };
}
