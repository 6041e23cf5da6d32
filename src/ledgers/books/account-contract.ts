import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { subKinds } from './chart-rules.ts';
import { bookKey, day, reason } from './contract.ts';

const kinds = ['asset', 'liability', 'equity', 'cost', 'income', 'expense'] as const;
export const subsidiaryKinds = ['other', 'project', 'source', 'asset'] as const;

export const accountView = z.object({
  code: z.string(),
  kind: z.enum(kinds),
  side: z.enum(['debit', 'credit']),
  subKind: z.enum(subKinds).nullable(),
  optional: z.boolean(),
  initials: z.string(),
  ownName: z.string().nullable(),
  hasBelow: z.boolean(),
  closedOn: z.string().nullable(),
  id: z.uuid().nullable(),
  revision: z.int().nullable(),
});

export const subsidiaryView = z.object({
  county: z.int(),
  id: z.uuid(),
  kind: z.enum(subsidiaryKinds),
  name: z.string(),
  initials: z.string(),
  documentNumber: z.string().nullable(),
  povertyProject: z.boolean(),
  closedOn: z.string().nullable(),
  revision: z.int(),
});

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/accounts',
  act: 'book.read',
  summary: 'all accounts of a book and the details its sub-ledgers are kept for',
  params: bookKey,
  reply: z.object({
    accounts: z.array(accountView),
    subsidiaries: z.array(subsidiaryView),
    allowed: z.array(z.string()),
  }),
});

export const listSubs = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/subs',
  act: 'book.read',
  summary: 'keys of a kind of sub-ledger to choose from: members or other details',
  params: bookKey,
  query: pageQuery.pick({ q: true, limit: true, offset: true }).extend({ kind: z.enum(subKinds) }),
  reply: pageReply(z.object({ sub: z.string(), name: z.string() })),
});

const name = z.string().trim().min(1).max(60);
const closedOn = day.nullish().transform((text) => text || null);
const documentNumber = z
  .string()
  .trim()
  .max(100)
  .nullish()
  .transform((text) => text || null);

export const recordAccount = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/accounts',
  act: 'book.account',
  summary: 'add an account below one of the chart',
  params: bookKey,
  body: z.object({ accountId: z.uuid(), code: z.string().trim().max(20), name }),
  reply: z.object({ code: z.string() }),
});

export const changeAccount = defineRoute({
  method: 'PUT',
  path: '/books/:county/:id/accounts/:accountId',
  act: 'book.account',
  summary: 'rename an added account, or end its use from a day on',
  params: bookKey.extend({ accountId: z.uuid() }),
  body: z.object({ name, closedOn, revision: z.int(), reason }),
  reply: z.object({ accountId: z.uuid() }),
});

export const recordSubsidiary = defineRoute({
  method: 'POST',
  path: '/books/:county/:id/subsidiaries',
  act: 'book.account',
  summary: 'add a detail: another party, a project, a source of funds or a kind of asset',
  params: bookKey,
  body: z.object({
    subsidiaryId: z.uuid(),
    kind: z.enum(subsidiaryKinds),
    name: z.string().trim().min(1).max(100),
    documentNumber,
    povertyProject: z.boolean().default(false),
  }),
  reply: z.object({ subsidiaryId: z.uuid() }),
});

export const changeSubsidiary = defineRoute({
  method: 'PUT',
  path: '/books/:county/:id/subsidiaries/:subsidiaryId',
  act: 'book.account',
  summary: 'correct a detail, or end its use',
  params: bookKey.extend({ subsidiaryId: z.uuid() }),
  body: z.object({
    name: z.string().trim().min(1).max(100),
    documentNumber,
    povertyProject: z.boolean().default(false),
    closedOn,
    revision: z.int(),
    reason,
  }),
  reply: z.object({ subsidiaryId: z.uuid() }),
});
