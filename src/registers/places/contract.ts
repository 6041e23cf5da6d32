import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { MAX_PAGE, pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isLocalDate } from '../../platform/pure/period.ts';
import { isPlace } from '../../platform/pure/place.ts';

const day = z.string().refine(isLocalDate, 'date_invalid');
const code = z.coerce.number().int().refine(isPlace, 'place_invalid');
const reason = z.string().trim().min(1).max(500);
const name = z.string().trim().min(1).max(50);
const documentNumber = z.string().trim().min(1).max(60);

export const placeLevels = ['province', 'city', 'banner', 'township', 'village'] as const;
export const placeFlags = ['key_poor_village', 'weak_village', 'pilot_village'] as const;
export const changeKinds = ['rename', 'recode', 'merge', 'split', 'close'] as const;

export const placeRow = z.object({
  code: z.int(),
  level: z.enum(placeLevels),
  kind: z.string(),
  name: z.string(),
  nameOfficial: z.string(),
  rural: z.boolean(),
  endsOn: z.string().nullable(),
  parent: z.int().nullable(),
  parentName: z.string().nullable(),
  hasChildren: z.boolean(),
  /** open places directly below */
  children: z.int(),
  /** open rural villages below; null for a village */
  villages: z.int().nullable(),
});

export const listPlaces = defineRoute({
  method: 'GET',
  path: '/places',
  act: 'place.read',
  summary: 'places below one, or found by Chinese, pinyin, initials or code; without either the top of the range',
  query: pageQuery.extend({
    parent: code.optional(),
    level: z.enum(placeLevels).optional(),
    rural: z.stringbool().optional(),
    /** `mine`: inside the reader's range; `all`: the whole register */
    scope: z.enum(['mine', 'all']).default('mine'),
    /** also places that have ended */
    ended: z.stringbool().default(false),
    limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(MAX_PAGE),
  }),
  reply: pageReply(placeRow),
});

export const flagView = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  flag: z.enum(placeFlags),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  revision: z.int(),
});

export const changeView = z.object({
  changeId: z.uuid(),
  kind: z.enum(changeKinds),
  happenedOn: z.string(),
  fromCode: z.int(),
  toCode: z.int().nullable(),
  nameBefore: z.string(),
  nameAfter: z.string().nullable(),
  documentNumber: z.string().nullable(),
});

const placeName = z.object({ code: z.int(), name: z.string() });

export const getPlace = defineRoute({
  method: 'GET',
  path: '/places/:place',
  act: 'place.read',
  summary: 'one place: where it stands, what it was called on a day, flags and changes',
  params: z.object({ place: code }),
  query: z.object({ on: day.optional() }),
  reply: z.object({
    code: z.int(),
    level: z.enum(placeLevels),
    kind: z.string(),
    name: z.string(),
    nameOfficial: z.string(),
    rural: z.boolean(),
    startsOn: z.string(),
    endsOn: z.string().nullable(),
    ancestors: z.array(placeName.extend({ level: z.enum(placeLevels) })),
    children: z.int(),
    villages: z.int(),
    on: z.string(),
    /** its name on that day */
    nameThen: z.string(),
    /** the codes that covered it on that day, where these are others */
    placesThen: z.array(placeName),
    /** the codes that cover it now, where it has ended */
    placesNow: z.array(placeName),
    flags: z.array(flagView),
    changes: z.array(changeView),
    allowed: z.array(z.string()),
  }),
});

export const recordChange = defineRoute({
  method: 'POST',
  path: '/places/changes',
  act: 'place.change',
  summary: 'a dated rename, new code, merge, split or closing',
  body: z.object({
    id: z.uuid(),
    kind: z.enum(changeKinds),
    happenedOn: day,
    from: z.array(code).min(1).max(50),
    to: z.array(z.object({ code, name: name.optional() })).max(50),
    documentNumber: documentNumber.optional(),
    reason,
  }),
  reply: z.object({ id: z.uuid(), opened: z.int(), closed: z.int() }),
});

export const withdrawChange = defineRoute({
  method: 'POST',
  path: '/places/changes/:id/withdraw',
  act: 'place.change',
  summary: 'takes back a change recorded by mistake, unless it opened places or others followed it',
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason }),
  reply: z.object({ id: z.uuid() }),
});

export const listFlags = defineRoute({
  method: 'GET',
  path: '/places/flags',
  act: 'place.read',
  summary: 'flags of villages: key poor, weak, pilot, by the day on which they hold',
  query: pageQuery.extend({
    sort: z.enum(['place', 'startsOn']).optional(),
    flag: z.enum(placeFlags).optional(),
    day: day.optional(),
    place: code.optional(),
  }),
  reply: pageReply(
    flagView.extend({
      placeName: z.string(),
      townshipName: z.string().nullable(),
      bannerName: z.string().nullable(),
      rural: z.boolean(),
      allowed: z.array(z.string()),
    }),
  ),
});

export const recordFlag = defineRoute({
  method: 'POST',
  path: '/places/:place/flags',
  act: 'place.flag',
  summary: 'flags a village from a day on',
  params: z.object({ place: code }),
  body: z.object({
    id: z.uuid(),
    flag: z.enum(placeFlags),
    startsOn: day,
    endsOn: day.optional(),
    documentNumber: documentNumber.optional(),
  }),
  reply: z.object({ county: z.int(), id: z.uuid() }),
});

const flagParams = z.object({ county: z.coerce.number().int().min(110000).max(999999), id: z.uuid() });

export const endFlag = defineRoute({
  method: 'POST',
  path: '/places/flags/:county/:id/end',
  act: 'place.flag',
  summary: 'ends a flag on a day',
  params: flagParams,
  body: z.object({ revision: z.int().min(1), endsOn: day, reason }),
  reply: z.object({ id: z.uuid() }),
});

export const withdrawFlag = defineRoute({
  method: 'POST',
  path: '/places/flags/:county/:id/withdraw',
  act: 'place.flag',
  summary: 'takes out a flag recorded by mistake; its history stays',
  params: flagParams,
  body: z.object({ revision: z.int().min(1), reason }),
  reply: z.object({ id: z.uuid() }),
});
