import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { done, fundKey, place, wholeList } from './contract.ts';
import { fundKinds, fundLevels, fundSources, payeeKinds, permittedPurposes, purposes } from './rules.ts';

const fundFields = {
  kind: z.enum(fundKinds),
  level: z.enum(fundLevels),
  source: z.enum(fundSources),
  name: z.string().trim().min(2).max(100),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable().default(null),
};

export const fundRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  ...fundFields,
  endsOn: z.string().nullable(),
});

export const listFunds = defineRoute({
  method: 'GET',
  path: '/funds',
  act: 'fund.read',
  summary: 'every fund: kind, level and source',
  reply: z.object({ rows: z.array(fundRow) }),
});

export const recordFund = defineRoute({
  method: 'POST',
  path: '/funds',
  act: 'fund.record',
  summary: 'register a fund of the own level',
  body: z.object({ id: z.uuid(), place, ...fundFields }),
  reply: done,
});

export const documentRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  fundId: z.uuid(),
  fundName: z.string(),
  fundKind: z.enum(fundKinds),
  number: z.string(),
  title: z.string(),
  issuedOn: z.string(),
  amountFen: fenShape,
  standard: z.boolean(),
  purposes: z.array(z.enum(purposes)),
  payeeKinds: z.array(z.enum(payeeKinds)),
  /** the places the money is for */
  places: z.array(z.object({ code: z.int(), name: z.string() })),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  managementBp: z.int(),
});

/** What became of a document's money, over all accounts. */
const documentSums = z.object({
  receivedFen: fenShape,
  heldFen: fenShape,
  committedFen: fenShape,
  paidFen: fenShape,
  returnedFen: fenShape,
});

export const listDocuments = defineRoute({
  method: 'GET',
  path: '/fund-documents',
  act: 'fund.read',
  summary: 'documents that bring money, with their earmarks, newest first',
  query: pageQuery.extend({
    fundKind: z.enum(fundKinds).optional(),
    place: place.optional(),
    sort: z.enum(['issuedOn', 'number', 'amountFen']).optional(),
  }),
  reply: pageReply(documentRow),
});

export const exportDocuments = defineRoute({
  method: 'POST',
  path: '/fund-documents/export',
  act: 'fund.export',
  summary: 'the same list as a workbook',
  query: listDocuments.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

export const getDocument = defineRoute({
  method: 'GET',
  path: '/fund-documents/:county/:id',
  act: 'fund.read',
  summary: 'one document with its earmark and what became of its money, as far as the reader sees',
  params: fundKey,
  reply: documentRow.extend({ sums: documentSums, allowed: z.array(z.string()) }),
});

export const documentFields = {
  fundId: z.uuid(),
  number: z.string().trim().min(2).max(100),
  title: z.string().trim().min(2).max(200),
  issuedOn: z.iso.date(),
  amountFen: positiveFenShape,
  standard: z.boolean().default(false),
  purposes: z.array(z.enum(permittedPurposes)).min(1),
  payeeKinds: z.array(z.enum(payeeKinds)).default([]),
  places: z.array(place).min(1),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable().default(null),
  managementBp: z.int().min(0).max(10_000).default(100),
};

export const recordDocument = defineRoute({
  method: 'POST',
  path: '/fund-documents',
  act: 'fund.record',
  summary: 'record a document with its earmark; its number is taken once',
  body: z.object({ id: z.uuid(), county: z.coerce.number().int(), ...documentFields }),
  reply: done,
});
