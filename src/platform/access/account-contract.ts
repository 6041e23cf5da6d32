import { z } from 'zod';
import { defineRoute } from '../http/contract.ts';
import { pageQuery, pageReply } from '../http/paging.ts';
import { roleCode } from './contract.ts';

const done = z.object({ ok: z.literal(true) });
const reason = z.string().trim().min(1).max(500);
const day = z.iso.date();
const accountParams = z.object({ id: z.uuid() });
const householdRef = z.object({ county: z.int(), id: z.uuid() });

export const positionInput = z.object({
  id: z.uuid(),
  role: roleCode,
  place: z.int().optional(),
  organisationId: z.uuid().optional(),
  household: householdRef.optional(),
  startsOn: day,
  /** the first day on which it is no longer held */
  endsOn: day.optional(),
});

export const heldPosition = z.object({
  id: z.uuid(),
  role: roleCode,
  place: z.int().nullable(),
  placeName: z.string().nullable(),
  organisationId: z.uuid().nullable(),
  household: householdRef.nullable(),
  startsOn: day,
  endsOn: day.nullable(),
  inForce: z.boolean(),
  /** whether the reader may end it */
  mayEnd: z.boolean(),
});

export const accountView = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  demo: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  positions: z.array(heldPosition),
  allowed: z.array(z.string()),
});

export const accountStates = ['active', 'disabled', 'without_position'] as const;

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/accounts',
  act: 'account.read',
  summary: 'accounts with their positions; a banner sees those with a position in its range, and any by its full login',
  query: pageQuery.omit({ sort: true, order: true }).extend({
    role: roleCode.optional(),
    place: z.coerce.number().int().optional(),
    state: z.enum(accountStates).optional(),
  }),
  reply: pageReply(accountView),
});

export const getAccount = defineRoute({
  method: 'GET',
  path: '/accounts/:id',
  act: 'account.read',
  summary: 'one account with its positions, past and present',
  params: accountParams,
  reply: accountView,
});

export const loginText = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,60}$/);

export const createAccount = defineRoute({
  method: 'POST',
  path: '/accounts',
  act: 'account.manage',
  summary: 'a new account with its first position; the one-time password is shown in this answer and nowhere else',
  body: z.object({ id: z.uuid(), login: loginText, name: z.string().trim().min(1).max(50), position: positionInput }),
  reply: z.object({ id: z.uuid(), oneTimePassword: z.string() }),
  secret: true,
});

export const grantPosition = defineRoute({
  method: 'POST',
  path: '/accounts/:id/positions',
  act: 'account.grant',
  summary: 'give an account a position',
  params: accountParams,
  body: z.object({ position: positionInput, reason }),
  reply: done,
});

export const endPosition = defineRoute({
  method: 'POST',
  path: '/accounts/:id/positions/:positionId/end',
  act: 'account.grant',
  summary: 'end a position today; access through it ends with the next request',
  params: accountParams.extend({ positionId: z.uuid() }),
  body: z.object({ reason }),
  reply: done,
});

export const disableAccount = defineRoute({
  method: 'POST',
  path: '/accounts/:id/disable',
  act: 'account.manage',
  summary: 'close an account: every session ends at once',
  params: accountParams,
  body: z.object({ reason }),
  reply: done,
});

export const enableAccount = defineRoute({
  method: 'POST',
  path: '/accounts/:id/enable',
  act: 'account.manage',
  summary: 'open a closed account again; old sessions stay ended',
  params: accountParams,
  body: z.object({ reason }),
  reply: done,
});

export const resetPassword = defineRoute({
  method: 'POST',
  path: '/accounts/:id/password',
  act: 'account.manage',
  summary: 'a new one-time password, shown in this answer and nowhere else; every session ends at once',
  params: accountParams,
  body: z.object({ reason }),
  reply: z.object({ oneTimePassword: z.string() }),
  secret: true,
});

export const signOutAccount = defineRoute({
  method: 'POST',
  path: '/accounts/:id/sign-out',
  act: 'account.manage',
  summary: 'end every session of an account',
  params: accountParams,
  body: z.object({ reason }),
  reply: z.object({ ended: z.int() }),
});

const device = z.object({
  device: z.string(),
  address: z.string(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
});

export const listSharedAccounts = defineRoute({
  method: 'GET',
  path: '/accounts/shared',
  act: 'account.manage',
  summary: 'accounts used from two addresses within minutes during the last 30 days: probably shared by two people',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(
    z.object({ accountId: z.uuid(), login: z.string(), name: z.string(), first: device, second: device }),
  ),
});

export const listMySessions = defineRoute({
  method: 'GET',
  path: '/sessions',
  act: 'signed_in',
  summary: 'one’s own open sessions and the devices they run on',
  reply: z.object({ sessions: z.array(device.extend({ id: z.string(), current: z.boolean() })) }),
});

export const endMySession = defineRoute({
  method: 'POST',
  path: '/sessions/:id/end',
  act: 'signed_in',
  summary: 'sign one’s own other device out',
  params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
  body: z.object({}),
  reply: done,
});
