import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { holderKinds, isArea, landKinds, leaveKinds, tenures } from './rules.ts';

export const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
export const day = z.iso.date();
export const reason = z.string().trim().min(2).max(500);
export const landKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const lightState = z.enum(['met', 'near', 'late', 'none', 'exempt']);
/** an area above zero in mu */
export const mu = z.number().refine(isArea, 'land_area');

export const optionalDay = day.nullish().transform((text) => text || null);
export const optionalMu = mu.nullish().transform((value) => value ?? null);

export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}

export const optionalId = z
  .uuid()
  .nullish()
  .transform((id) => id ?? null);

/** Filters of a list as exports take them: without page, and with any order. */
export const exportExtras = {
  q: z.string().trim().max(100).optional(),
  sort: z.string().max(60).optional(),
  order: z.enum(['asc', 'desc']).optional(),
};

export const parcelFields = z.object({
  number: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1).max(100),
  kind: z.enum(landKinds),
  location: optionalText(200),
  areaMu: mu,
  measuredMu: optionalMu,
  /** GeoJSON Polygon or MultiPolygon */
  boundary: optionalText(200_000),
  tenure: z.enum(tenures),
  tenureUntil: optionalDay,
  holderKind: z.enum(holderKinds),
  /** the household or cooperative on its own register */
  holderId: optionalId,
  /** of a holder that stands on no register; a collective is called like its village */
  holderName: optionalText(100),
  certificateNumber: optionalText(60),
  note: optionalText(1000),
  /** the day on which it came on the register; today where absent */
  listedOn: day.optional(),
});

export type ParcelFields = z.output<typeof parcelFields>;

export const lettingStates = ['free', 'partly', 'whole'] as const;

export const parcelRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  number: z.string(),
  name: z.string(),
  kind: z.enum(landKinds),
  areaMu: z.number(),
  measuredMu: z.number().nullable(),
  /** of the boundary */
  drawnMu: z.number().nullable(),
  tenure: z.enum(tenures),
  tenureUntil: z.string().nullable(),
  holderKind: z.enum(holderKinds),
  holderName: z.string(),
  certificateNumber: z.string().nullable(),
  /** taken by others today */
  letMu: z.number(),
  letting: z.enum(lettingStates),
  /** outlines that claim the same ground */
  overlaps: z.int(),
  listedOn: z.string(),
  leftOn: z.string().nullable(),
  revision: z.int(),
});

export type ParcelRow = z.output<typeof parcelRow>;

const overlapLine = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  holderName: z.string(),
  overlapMu: z.number(),
  overlapBp: z.int(),
  foundOn: z.string(),
  boundary: z.string().nullable(),
});

const transferLine = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.string(),
  takerName: z.string(),
  areaMu: z.number(),
  startsOn: z.string(),
  throughOn: z.string(),
  closedOn: z.string().nullable(),
  rentFen: fenShape,
});

export const parcelView = parcelRow.extend({
  townshipName: z.string(),
  location: z.string().nullable(),
  boundary: z.string().nullable(),
  holderId: z.uuid().nullable(),
  note: z.string().nullable(),
  leftKind: z.enum(leaveKinds).nullable(),
  overlapsWith: z.array(overlapLine),
  transfers: z.array(transferLine),
  capacities: z.array(z.object({ year: z.int(), sheepUnits: z.number(), documentNumber: z.string() })),
  allowed: z.array(z.string()),
});

export type ParcelView = z.output<typeof parcelView>;

export const parcelFilters = z.object({
  place: place.optional(),
  kind: z.enum(landKinds).optional(),
  tenure: z.enum(tenures).optional(),
  holderKind: z.enum(holderKinds).optional(),
  letting: z.enum(lettingStates).optional(),
  /** those whose outline claims ground of another */
  overlapping: z.stringbool().optional(),
  certified: z.stringbool().optional(),
  /** also what left the register */
  left: z.stringbool().default(false),
});

export const listParcels = defineRoute({
  method: 'GET',
  path: '/parcels',
  act: 'land.read',
  summary: 'parcels by village, kind, holder, letting and overlap of outlines, with the areas of all',
  query: pageQuery.extend({
    ...parcelFilters.shape,
    sort: z.enum(['number', 'name', 'area', 'let']).optional(),
  }),
  reply: pageReply(parcelRow).extend({ areaMu: z.number(), letMu: z.number() }),
});

export const nextParcelNumber = defineRoute({
  method: 'GET',
  path: '/parcels/next-number',
  act: 'land.record',
  summary: 'the next free number of a village',
  query: z.object({ place }),
  reply: z.object({ number: z.string() }),
});

export const getParcel = defineRoute({
  method: 'GET',
  path: '/parcels/:county/:id',
  act: 'land.read',
  summary: 'one parcel with its outline, what overlaps it, its transfers and what it carries',
  params: landKey,
  reply: parcelView,
});

/** A saved parcel, with how many outlines it overlaps. */
const savedParcel = landKey.extend({ overlaps: z.int() });

export const recordParcel = defineRoute({
  method: 'POST',
  path: '/parcels',
  act: 'land.record',
  summary: 'put a parcel on the register; an outline that overlaps others is flagged',
  body: parcelFields.extend({ id: z.uuid(), place }),
  reply: savedParcel,
});

export const correctParcel = defineRoute({
  method: 'PUT',
  path: '/parcels/:county/:id',
  act: 'land.record',
  summary: 'correct a parcel; its area not below what is let',
  params: landKey,
  body: parcelFields.extend({ revision: z.int(), reason }),
  reply: savedParcel,
});

export const leaveParcel = defineRoute({
  method: 'POST',
  path: '/parcels/:county/:id/leave',
  act: 'land.record',
  summary: 'take a parcel off the register on a day: expropriated, merged or given back',
  params: landKey,
  body: z.object({ revision: z.int(), leftOn: day, leftKind: z.enum(leaveKinds), reason }),
  reply: landKey,
});

export const withdrawParcel = defineRoute({
  method: 'POST',
  path: '/parcels/:county/:id/withdraw',
  act: 'land.record',
  summary: 'void a parcel that was listed by mistake and was never let',
  params: landKey,
  body: z.object({ revision: z.int(), reason }),
  reply: z.object({ id: z.uuid() }),
});

export const listHolders = defineRoute({
  method: 'GET',
  path: '/land-holders',
  act: 'land.read',
  summary: 'households and cooperatives in range by name, number, pinyin or initials, to be holder or taker of land',
  query: pageQuery.pick({ q: true, limit: true }).extend({
    kind: z.enum(['household', 'cooperative']).optional(),
    /** one of the reader’s own county, to be named */
    id: z.uuid().optional(),
  }),
  reply: z.object({
    rows: z.array(
      z.object({ kind: z.enum(['household', 'cooperative']), id: z.uuid(), name: z.string(), sub: z.string() }),
    ),
    total: z.int(),
  }),
});
