import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { done, fundKey, place, wholeList } from './contract.ts';
import { fundTiers } from './entry-rules.ts';
import { disciplines, fundKinds, holders, movementKinds, payeeKinds, pools, purposes } from './rules.ts';

export const accountRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  holder: z.enum(holders),
  organisationId: z.uuid().nullable(),
  pool: z.enum(pools),
  discipline: z.enum(disciplines),
  name: z.string(),
  availableFen: fenShape,
  committedFen: fenShape,
  paidFen: fenShape,
  /** day on which its oldest money came */
  oldestOn: z.string().nullable(),
});

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/fund-accounts',
  act: 'fund.read',
  summary: 'accounts of public money with what they hold',
  query: pageQuery.extend({
    holder: z.enum(holders).optional(),
    pool: z.enum(pools).optional(),
    place: place.optional(),
    level: z.enum(fundTiers).optional(),
    /** that ever held money of this fund */
    fund: z.uuid().optional(),
    sort: z.enum(['place', 'availableFen', 'committedFen', 'paidFen', 'oldestOn']).optional(),
  }),
  reply: pageReply(accountRow),
});

export const exportAccounts = defineRoute({
  method: 'POST',
  path: '/fund-accounts/export',
  act: 'fund.export',
  summary: 'the same list as a workbook',
  query: listAccounts.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

const lotRow = z.object({
  id: z.uuid(),
  documentCounty: z.int(),
  documentId: z.uuid(),
  documentNumber: z.string(),
  movementCounty: z.int(),
  movementId: z.uuid(),
  arrivedOn: z.string(),
  amountFen: fenShape,
  leftFen: fenShape,
  reservedFen: fenShape,
  days: z.int(),
});

export const getAccount = defineRoute({
  method: 'GET',
  path: '/fund-accounts/:county/:id',
  act: 'fund.read',
  summary: 'one account: balances by document and the lots it holds, the oldest first',
  params: fundKey,
  reply: accountRow.extend({
    openedOn: z.string(),
    documents: z.array(
      z.object({
        documentCounty: z.int(),
        documentId: z.uuid(),
        number: z.string(),
        receivedFen: fenShape,
        allottedFen: fenShape,
        passedOnFen: fenShape,
        paidFen: fenShape,
        returnedFen: fenShape,
        availableFen: fenShape,
        committedFen: fenShape,
      }),
    ),
    lots: z.array(lotRow),
    allowed: z.array(z.string()),
  }),
});

export const openAccount = defineRoute({
  method: 'POST',
  path: '/fund-accounts',
  act: 'fund.record',
  summary:
    'open the account of a cooperative, or of a place with another discipline than first in, first out; fixed from then on',
  body: z.object({
    place,
    holder: z.enum(holders),
    organisationId: z.uuid().optional(),
    pool: z.enum(pools).default('special'),
    discipline: z.enum(disciplines),
    name: z.string().trim().min(2).max(120),
  }),
  reply: done,
});

export const movementRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  kind: z.enum(movementKinds),
  number: z.int(),
  occurredOn: z.string(),
  amountFen: fenShape,
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  purpose: z.enum(purposes).nullable(),
  payeeKind: z.enum(payeeKinds).nullable(),
  payeeName: z.string().nullable(),
  memo: z.string(),
});

const movementFilters = {
  kind: z.enum(movementKinds).optional(),
  purpose: z.enum(purposes).optional(),
  payeeKind: z.enum(payeeKinds).optional(),
  place: place.optional(),
  /** of one account, on either side */
  account: z.uuid().optional(),
  /** of the giving or the receiving account */
  giver: z.uuid().optional(),
  taker: z.uuid().optional(),
  document: z.uuid().optional(),
  project: z.uuid().optional(),
  payee: z.uuid().optional(),
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
};

export const listMovements = defineRoute({
  method: 'GET',
  path: '/fund-movements',
  act: 'fund.read',
  summary: 'movements of public money, newest first',
  query: pageQuery.extend({ ...movementFilters, sort: z.enum(['occurredOn', 'amountFen']).optional() }),
  reply: pageReply(movementRow).extend({ sumFen: fenShape }),
});

export const exportMovements = defineRoute({
  method: 'POST',
  path: '/fund-movements/export',
  act: 'fund.export',
  summary: 'the same list as a workbook',
  query: listMovements.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

export const listIdle = defineRoute({
  method: 'GET',
  path: '/fund-idle',
  act: 'fund.read',
  summary: 'money that lies, by holder and age on a day: neither passed on nor paid nor promised to a contract',
  query: pageQuery.extend({
    on: z.iso.date().optional(),
    place: place.optional(),
    /** only holders with money at least so many days old */
    days: z.enum(['60', '90']).optional(),
    sort: z.enum(['place', 'idleFen', 'over60Fen', 'over90Fen']).optional(),
  }),
  reply: pageReply(
    z.object({
      county: z.int(),
      id: z.uuid(),
      place: z.int(),
      placeName: z.string(),
      name: z.string(),
      idleFen: fenShape,
      under30Fen: fenShape,
      under60Fen: fenShape,
      over60Fen: fenShape,
      over90Fen: fenShape,
      oldestOn: z.string(),
      days: z.int(),
    }),
  ).extend({ sums: z.object({ idleFen: fenShape, over60Fen: fenShape, over90Fen: fenShape }) }),
});

export const exportIdle = defineRoute({
  method: 'POST',
  path: '/fund-idle/export',
  act: 'fund.export',
  summary: 'the same list as a workbook',
  query: listIdle.query.omit(wholeList),
  reply: z.unknown(),
  download: true,
});

const levelSums = z.object({
  level: z.enum(fundTiers),
  accounts: z.int(),
  receivedFen: fenShape,
  allottedFen: fenShape,
  passedOnFen: fenShape,
  paidFen: fenShape,
  returnedFen: fenShape,
  heldFen: fenShape,
});

export const getBalanceSheet = defineRoute({
  method: 'GET',
  path: '/fund-balance',
  act: 'fund.read',
  summary:
    'each fund by level on a day: what came, went on, was paid and is held; what is passed on equals what arrives below',
  query: z.object({
    on: z.iso.date().optional(),
    place: place.optional(),
    fundKind: z.enum(fundKinds).optional(),
  }),
  reply: z.object({
    on: z.string(),
    funds: z.array(
      z.object({
        county: z.int(),
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(fundKinds),
        levels: z.array(levelSums),
        /** passed on by all levels less what all below got and did not send back: zero over a whole city */
        openFen: fenShape,
      }),
    ),
  }),
});
