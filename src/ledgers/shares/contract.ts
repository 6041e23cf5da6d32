import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { classKinds, exitRules, moveKinds, shareSources, transferRules } from './rules.ts';

const day = z.iso.date();
const reason = z.string().trim().min(2).max(500);
export const shareKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const revisionAndReason = z.object({ revision: z.int().min(1), reason });

export const registerRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  classes: z.int(),
  holders: z.int(),
  shares: z.int(),
  paidFen: fenShape,
  opening: z.boolean(),
});

export const listRegisters = defineRoute({
  method: 'GET',
  path: '/share-registers',
  act: 'share.read',
  summary: 'organisations inside the range with what is issued, held and paid today',
  query: pageQuery.extend({
    place: z.coerce.number().int().refine(isPlace, 'place_invalid').optional(),
    sort: z.enum(['name', 'place', 'shares', 'paidFen']).optional(),
  }),
  reply: pageReply(registerRow),
});

const rules = z.object({
  transfer: z.enum(transferRules),
  exit: z.enum(exitRules),
  termed: z.boolean(),
  votes: z.boolean(),
  dividend: z.boolean(),
});

export const classRow = rules.extend({
  county: z.int(),
  id: z.uuid(),
  kind: z.enum(classKinds),
  name: z.string(),
  parFen: fenShape,
  documentNumber: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  revision: z.int(),
});

export const classTotal = z.object({
  share: classRow,
  holders: z.int(),
  shares: z.int(),
  issued: z.int(),
  agreedFen: fenShape,
  paidFen: fenShape,
});

export const getRegister = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id',
  act: 'share.read',
  summary: 'the classes of one organisation with what is held on a day, checked against the ledger',
  params: shareKey,
  query: z.object({ on: day.optional() }),
  reply: z.object({
    county: z.int(),
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    place: z.int(),
    dissolvedOn: z.string().nullable(),
    on: z.string(),
    classes: z.array(classTotal),
    opening: z
      .object({
        openedOn: z.string(),
        members: z.int(),
        lots: z.int(),
        shares: z.int(),
        paidFen: fenShape,
        digest: z.string(),
        recordedAt: z.coerce.string(),
      })
      .nullable(),
    /** lots whose term is over or ends within ninety days */
    expiring: z.int(),
    allowed: z.array(z.string()),
  }),
});

export const holderRow = z.object({
  county: z.int(),
  membershipId: z.uuid(),
  number: z.string(),
  name: z.string(),
  kind: z.string(),
  memberPlaceName: z.string().nullable(),
  leftOn: z.string().nullable(),
  shares: z.int(),
  agreedFen: fenShape,
  paidFen: fenShape,
});

const holderFilters = z.object({ classId: z.uuid().optional(), on: day.optional() });

export const listHolders = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id/holders',
  act: 'share.read',
  summary: 'members with what they hold on a day, of all classes or of one, with the sums of all',
  params: shareKey,
  query: pageQuery
    .extend(holderFilters.shape)
    .extend({ sort: z.enum(['number', 'shares', 'paidFen', 'memberPlaceName']).optional() }),
  reply: pageReply(holderRow).extend({ shares: z.int(), paidFen: fenShape }),
});

export const exportHolders = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/holders/export',
  act: 'share.export',
  summary: 'the share register under the list’s filters as a workbook',
  params: shareKey,
  query: holderFilters.extend({ q: z.string().trim().max(100).optional() }),
  reply: z.unknown(),
  download: true,
});

export const moveRow = z.object({
  county: z.int(),
  id: z.uuid(),
  occurredOn: z.string(),
  kind: z.enum(moveKinds),
  membershipId: z.uuid(),
  number: z.string().nullable(),
  name: z.string().nullable(),
  className: z.string(),
  source: z.enum(shareSources),
  shares: z.int(),
  agreedFen: fenShape,
  paidFen: fenShape,
  entryNumber: z.int().nullable(),
  memo: z.string(),
  sourceType: z.string(),
  sourceId: z.uuid(),
});

export const listMoves = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id/moves',
  act: 'share.read',
  summary: 'the share ledger, line by line with its reasons',
  params: shareKey,
  query: pageQuery.pick({ limit: true, offset: true, order: true }).extend({
    membershipId: z.uuid().optional(),
    classId: z.uuid().optional(),
    kind: z.enum(moveKinds).optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  reply: pageReply(moveRow),
});

export const lotRow = z.object({
  county: z.int(),
  id: z.uuid(),
  classId: z.uuid(),
  classKind: z.enum(classKinds),
  className: z.string(),
  parFen: fenShape,
  transfer: z.enum(transferRules),
  exit: z.enum(exitRules),
  source: z.enum(shareSources),
  sourceDocument: z.string().nullable(),
  valuationId: z.uuid().nullable(),
  opening: z.boolean(),
  acquiredOn: z.string(),
  expiresOn: z.string().nullable(),
  issuedShares: z.int(),
  shares: z.int(),
  agreedFen: fenShape,
  paidFen: fenShape,
});

export const getHolder = defineRoute({
  method: 'GET',
  path: '/share-registers/:county/:id/members/:membershipId',
  act: 'share.read',
  summary: 'one member’s shares by acquisition, with certificates and uplift',
  params: shareKey.extend({ membershipId: z.uuid() }),
  query: z.object({ on: day.optional() }),
  reply: z.object({
    county: z.int(),
    membershipId: z.uuid(),
    cooperativeId: z.uuid(),
    cooperativeName: z.string().nullable(),
    number: z.string(),
    name: z.string(),
    leftOn: z.string().nullable(),
    on: z.string(),
    shares: z.int(),
    agreedFen: fenShape,
    paidFen: fenShape,
    lots: z.array(lotRow),
    uplifts: z.array(
      z.object({ policyId: z.uuid(), mechanism: z.string(), shares: z.int(), fen: fenShape, upliftBp: z.int() }),
    ),
    allowed: z.array(z.string()),
  }),
});

export const ownShares = defineRoute({
  method: 'GET',
  path: '/my-shares',
  act: 'share.read_own',
  summary: 'shares of the household that is signed in, by acquisition',
  reply: z.object({ rows: z.array(lotRow) }),
});

const classFields = rules.extend({
  name: z.string().trim().min(2).max(60),
  documentNumber: z.string().trim().min(2).max(100),
});

export const recordClass = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/classes',
  act: 'share.class',
  summary: 'make a class of shares with its rules; the share book opens with the first',
  params: shareKey,
  body: classFields.extend({ id: z.uuid(), kind: z.enum(classKinds), parFen: positiveFenShape, startsOn: day }),
  reply: z.object({ id: z.uuid() }),
});

export const correctClass = defineRoute({
  method: 'PUT',
  path: '/share-classes/:county/:id',
  act: 'share.class',
  summary: 'correct name and rules of a class; kind and par stay',
  params: shareKey,
  body: classFields.extend(revisionAndReason.shape),
  reply: z.object({ id: z.uuid() }),
});

export const closeClass = defineRoute({
  method: 'POST',
  path: '/share-classes/:county/:id/closing',
  act: 'share.class',
  summary: 'issue no more shares of a class from a day on',
  params: shareKey,
  body: revisionAndReason.extend({ endsOn: day }),
  reply: z.object({ id: z.uuid() }),
});
