import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { day, landKey, lightState, place, reason } from './contract.ts';

const year = z.coerce.number().int().min(2000).max(2100);
/** without a year it is the last one in which herds were counted or else capacities set there, else the present one */
const yearQuery = z.object({ place, year: year.optional() });
const animals = z.int().min(0).max(1_000_000).default(0);

/** What was counted of one holder, by kind of animal. */
export const herdFields = z.object({
  countedOn: day,
  sheep: animals,
  goats: animals,
  cattle: animals,
  horses: animals,
  donkeys: animals,
  camels: animals,
});

export type HerdFields = z.output<typeof herdFields>;

const balance = { capacity: z.number().nullable(), herd: z.number(), overBp: z.int(), light: lightState };

export const grassRow = z.object({
  place: z.int(),
  placeName: z.string(),
  grasslandMu: z.number(),
  parcels: z.int(),
  /** parcels of grassland whose capacity was set for the year */
  set: z.int(),
  holders: z.int(),
  ...balance,
});

export type GrassRow = z.output<typeof grassRow>;

export const listGrassland = defineRoute({
  method: 'GET',
  path: '/grassland',
  act: 'land.read',
  summary:
    'grassland of each village of a place in a year: what it carries, what grazes there, and where it is too much',
  query: yearQuery,
  reply: z.object({ year: z.int(), rows: z.array(grassRow) }),
});

export const herdRow = z.object({
  county: z.int(),
  id: z.uuid().nullable(),
  revision: z.int().nullable(),
  holderKind: z.enum(['household', 'cooperative']),
  holderId: z.uuid(),
  holderName: z.string(),
  countedOn: z.string().nullable(),
  sheep: z.int(),
  goats: z.int(),
  cattle: z.int(),
  horses: z.int(),
  donkeys: z.int(),
  camels: z.int(),
  /** of its own parcels without what it let, and of what it took */
  grasslandMu: z.number(),
  ...balance,
});

export type HerdRow = z.output<typeof herdRow>;

export const capacityRow = z.object({
  parcelId: z.uuid(),
  number: z.string(),
  name: z.string(),
  holderName: z.string(),
  areaMu: z.number(),
  id: z.uuid().nullable(),
  revision: z.int().nullable(),
  sheepUnits: z.number().nullable(),
  documentNumber: z.string().nullable(),
});

export type CapacityRow = z.output<typeof capacityRow>;

export const getGrassland = defineRoute({
  method: 'GET',
  path: '/grassland/village',
  act: 'land.read',
  summary: 'one village in a year: its herds against their grassland, and its parcels of grassland with their capacity',
  query: yearQuery,
  reply: z.object({
    place: z.int(),
    placeName: z.string(),
    year: z.int(),
    herds: z.array(herdRow),
    parcels: z.array(capacityRow),
    allowed: z.array(z.string()),
  }),
});

export const setCapacity = defineRoute({
  method: 'PUT',
  path: '/parcels/:county/:id/capacity',
  act: 'land.capacity',
  summary: 'set what a parcel of grassland carries in a year, in sheep units, by its document',
  params: landKey,
  body: z.object({
    id: z.uuid(),
    year: z.int().min(2000).max(2100),
    sheepUnits: z.number().min(0).max(1_000_000).multipleOf(0.01),
    documentNumber: z.string().trim().min(1).max(60),
    /** of the figure that is corrected; absent for a new one */
    revision: z.int().optional(),
    reason: reason.optional(),
  }),
  reply: z.object({ id: z.uuid() }),
});

export const recordHerd = defineRoute({
  method: 'POST',
  path: '/herd-counts',
  act: 'land.herd',
  summary: 'record the herd of a household or cooperative as counted in a year, once',
  body: herdFields.extend({ id: z.uuid(), place, holderId: z.uuid() }),
  reply: landKey.extend({ sheepUnits: z.number() }),
});

export const correctHerd = defineRoute({
  method: 'PUT',
  path: '/herd-counts/:county/:id',
  act: 'land.herd',
  summary: 'correct a count',
  params: landKey,
  body: herdFields.extend({ revision: z.int(), reason }),
  reply: landKey.extend({ sheepUnits: z.number() }),
});
