import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { amountShape, fenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import {
  assetClasses,
  assetKinds,
  claimStates,
  confirmationStates,
  fundingSources,
  knownBy,
  leaveKinds,
  parties,
  useStates,
} from './rules.ts';

export const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
export const day = z.iso.date();
export const reason = z.string().trim().min(2).max(500);
export const assetKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const lightState = z.enum(['met', 'near', 'late', 'none', 'exempt']);

const mu = z.number().min(0).max(9_999_999).multipleOf(0.01);
const optionalDay = day.nullish().transform((text) => text || null);

export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);
}

function optionalCode<const T extends readonly string[]>(codes: T) {
  return z
    .enum(codes)
    .nullish()
    .transform((code) => code ?? null);
}

export const assetFields = z.object({
  number: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1).max(100),
  class: z.enum(assetClasses),
  kind: z.enum(assetKinds),
  location: optionalText(200),
  bounds: optionalText(500),
  boundary: optionalText(200_000),
  bookAreaMu: mu.default(0),
  areaMu: mu.default(0),
  quantity: z
    .number()
    .min(0)
    .max(9_999_999)
    .multipleOf(0.01)
    .nullish()
    .transform((value) => value ?? null),
  unit: optionalText(10),
  bookValueFen: amountShape.prefault(0),
  verifiedValueFen: amountShape.nullish().transform((value) => value ?? null),
  acquiredOn: optionalDay,
  useState: z.enum(useStates),
  claimState: z.enum(claimStates),
  certificateNumber: optionalText(60),
  povertyProject: z.boolean().default(false),
  fundingSource: optionalCode(fundingSources),
  fundingDocument: optionalText(60),
  projectName: optionalText(100),
  knownBy: z.enum(knownBy),
  note: optionalText(1000),
  /** the day on which it came on the list; today where absent */
  listedOn: day.optional(),
});

export type AssetFields = z.output<typeof assetFields>;

export const assetRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  number: z.string(),
  name: z.string(),
  class: z.enum(assetClasses),
  kind: z.enum(assetKinds),
  areaMu: z.number(),
  bookValueFen: fenShape,
  verifiedValueFen: fenShape.nullable(),
  useState: z.enum(useStates),
  claimState: z.enum(claimStates),
  povertyProject: z.boolean(),
  /** tenant of the contract that runs today */
  letTo: z.string().nullable(),
  confirmation: z.enum(confirmationStates),
  /** by when both parties confirm the present state */
  confirmBy: z.string(),
  light: lightState,
  listedOn: z.string(),
  leftOn: z.string().nullable(),
  revision: z.int(),
});

export type AssetRow = z.output<typeof assetRow>;

const confirmationView = z.object({
  party: z.enum(parties),
  confirmedOn: z.string(),
  by: z.string(),
  note: z.string().nullable(),
});

const contractLine = z.object({
  id: z.uuid(),
  number: z.string(),
  tenantName: z.string(),
  startsOn: z.string(),
  throughOn: z.string(),
  closedOn: z.string().nullable(),
  rentFen: fenShape,
});

const checkLine = z.object({
  year: z.int(),
  openingFen: fenShape,
  increaseFen: fenShape,
  decreaseFen: fenShape,
  closingFen: fenShape,
  openingMu: z.number(),
  closingMu: z.number(),
  finding: z.string(),
  cause: z.string().nullable(),
});

export const assetView = assetRow.extend({
  townshipName: z.string(),
  location: z.string().nullable(),
  bounds: z.string().nullable(),
  boundary: z.string().nullable(),
  /** measured from the boundary, to compare */
  drawnMu: z.number().nullable(),
  bookAreaMu: z.number(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  acquiredOn: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  fundingSource: z.enum(fundingSources).nullable(),
  fundingDocument: z.string().nullable(),
  projectName: z.string().nullable(),
  knownBy: z.enum(knownBy),
  note: z.string().nullable(),
  leftKind: z.enum(leaveKinds).nullable(),
  leftDocument: z.string().nullable(),
  /** of the present state */
  confirmations: z.array(confirmationView),
  contracts: z.array(contractLine),
  checks: z.array(checkLine),
  allowed: z.array(z.string()),
});

export type AssetView = z.output<typeof assetView>;

export const assetFilters = z.object({
  place: place.optional(),
  class: z.enum(assetClasses).optional(),
  kind: z.enum(assetKinds).optional(),
  useState: z.enum(useStates).optional(),
  claimState: z.enum(claimStates).optional(),
  confirmation: z.enum(confirmationStates).optional(),
  light: lightState.optional(),
  povertyProject: z.stringbool().optional(),
  /** also what left the list */
  left: z.stringbool().default(false),
});

export const listAssets = defineRoute({
  method: 'GET',
  path: '/assets',
  act: 'asset.read',
  summary: 'collective assets by village, class, state and light; the longest unconfirmed first with sort=waiting',
  query: pageQuery.extend({
    ...assetFilters.shape,
    sort: z.enum(['number', 'name', 'value', 'area', 'waiting']).optional(),
  }),
  reply: pageReply(assetRow).extend({ valueFen: fenShape, areaMu: z.number(), confirmed: z.int() }),
});

export const nextAssetNumber = defineRoute({
  method: 'GET',
  path: '/assets/next-number',
  act: 'asset.record',
  summary: 'the next free number of a village',
  query: z.object({ place }),
  reply: z.object({ number: z.string() }),
});

export const getAsset = defineRoute({
  method: 'GET',
  path: '/assets/:county/:id',
  act: 'asset.read',
  summary: 'one asset with its confirmations, contracts and yearly checks',
  params: assetKey,
  reply: assetView,
});

export const recordAsset = defineRoute({
  method: 'POST',
  path: '/assets',
  act: 'asset.record',
  summary: 'put an asset on the list of a village',
  body: assetFields.extend({ id: z.uuid(), place }),
  reply: assetKey,
});

export const correctAsset = defineRoute({
  method: 'PUT',
  path: '/assets/:county/:id',
  act: 'asset.record',
  summary: 'correct an asset; both parties confirm the new state anew',
  params: assetKey,
  body: assetFields.extend({ revision: z.int(), reason }),
  reply: assetKey,
});

export const leaveAsset = defineRoute({
  method: 'POST',
  path: '/assets/:county/:id/leave',
  act: 'asset.record',
  summary: 'take an asset off the list on a day: sold, scrapped, expropriated, transferred or merged',
  params: assetKey,
  body: z.object({
    revision: z.int(),
    leftOn: day,
    leftKind: z.enum(leaveKinds),
    leftDocument: optionalText(60),
    reason,
  }),
  reply: assetKey,
});

export const withdrawAsset = defineRoute({
  method: 'POST',
  path: '/assets/:county/:id/withdraw',
  act: 'asset.record',
  summary: 'void an asset that was listed by mistake and is in no contract or check',
  params: assetKey,
  body: z.object({ revision: z.int(), reason }),
  reply: z.object({ id: z.uuid() }),
});

const confirmBody = z.object({ id: z.uuid(), revision: z.int(), note: optionalText(500) });

export const confirmByVillage = defineRoute({
  method: 'POST',
  path: '/assets/:county/:id/confirm-village',
  act: 'asset.confirm_village',
  summary: 'the village confirms exactly this state of the record',
  params: assetKey,
  body: confirmBody,
  reply: z.object({ confirmation: z.enum(confirmationStates) }),
});

export const confirmByTownship = defineRoute({
  method: 'POST',
  path: '/assets/:county/:id/confirm-township',
  act: 'asset.confirm_township',
  summary:
    'the township confirms exactly this state of the record; not by who wrote it or confirmed it for the village',
  params: assetKey,
  body: confirmBody,
  reply: z.object({ confirmation: z.enum(confirmationStates) }),
});
