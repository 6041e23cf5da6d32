import { handle } from '../../platform/http/handle.ts';
import { countyOf, placeOf, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, refuse } from '../../platform/pure/result.ts';
import { endFlag, listFlags, recordFlag, withdrawFlag } from './contract.ts';
import * as store from './flag-store.ts';
import { findPlace, lockPlaces, type PlaceRow } from './store.ts';

export const flagRoutes = [
  handle(listFlags, async ({ tx, query, allowed }) => {
    const { place, ...rest } = query;
    const range = place === undefined ? undefined : placeRange(placeOf(place));
    const { rows, total } = await store.listFlags(tx, { ...rest, range });
    return ok({ rows: rows.map((row) => ({ ...row, allowed: allowed(['place.flag'], { place: row.place }) })), total });
  }),

  handle(recordFlag, async ({ tx, params, body, decide }) => {
    const refused = decide('place.flag', { place: params.place });
    if (refused) return refuse(refused);
    await lockPlaces(tx, [params.place]);
    const place = await findPlace(tx, params.place);
    if (!place) return refuse({ code: 'not_found' });
    const { id, flag, startsOn } = body;
    const endsOn = body.endsOn ?? null;
    const county = countyOf(placeOf(place.code));
    const draft = {
      county,
      id,
      place: place.code,
      flag,
      startsOn,
      endsOn,
      documentNumber: body.documentNumber ?? null,
    };
    const wrong = checkFlag(place, draft);
    if (wrong) return refuse(wrong);
    if (await store.overlapsFlag(tx, draft)) return refuse({ code: 'flag_overlaps', field: 'startsOn' });
    await store.recordFlag(tx, draft);
    return ok({ county, id });
  }),

  handle(endFlag, async ({ tx, params, body, decide }) => {
    const flag = await store.findFlag(tx, params);
    if (!flag) return refuse({ code: 'not_found' });
    const refused = decide('place.flag', { place: flag.place });
    if (refused) return refuse(refused);
    const { revision, endsOn, reason } = body;
    if (endsOn <= flag.startsOn) return refuse({ code: 'date_order', field: 'endsOn' });
    await lockPlaces(tx, [flag.place]);
    if (await store.overlapsFlag(tx, { ...flag, endsOn })) return refuse({ code: 'flag_overlaps', field: 'endsOn' });
    const done = await store.endFlag(tx, { ...params, revision }, { endsOn, reason });
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(withdrawFlag, async ({ tx, params, body, decide }) => {
    const flag = await store.findFlag(tx, params);
    if (!flag) return refuse({ code: 'not_found' });
    const refused = decide('place.flag', { place: flag.place });
    if (refused) return refuse(refused);
    const done = await store.withdrawFlag(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),
];

function checkFlag(
  place: PlaceRow,
  flag: { flag: store.FlagCode; startsOn: string; endsOn: string | null },
): Refusal | undefined {
  if (place.level !== 'village' || place.endsOn !== null) return { code: 'flag_not_village', field: 'flag' };
  if (flag.flag === 'key_poor_village' && !place.rural) return { code: 'flag_not_rural', field: 'flag' };
  if (flag.startsOn < place.startsOn)
    return { code: 'flag_before_place', field: 'startsOn', values: { startsOn: place.startsOn } };
  if (flag.endsOn !== null && flag.endsOn <= flag.startsOn) return { code: 'date_order', field: 'endsOn' };
  return undefined;
}
