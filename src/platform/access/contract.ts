import { z } from 'zod';
import { defineRoute } from '../http/contract.ts';
import { roles } from './roles.ts';

export const roleCode = z.enum(roles);

export const positionView = z.object({
  id: z.uuid(),
  role: roleCode,
  place: z.int().nullable(),
  placeName: z.string().nullable(),
  organisationName: z.string().nullable(),
});

export const meReply = z.object({
  account: z.object({ id: z.uuid(), name: z.string(), login: z.string(), mustChangePassword: z.boolean() }),
  position: positionView,
  positions: z.array(positionView),
  household: z.object({ county: z.int(), id: z.uuid() }).nullable(),
  organisationId: z.uuid().nullable(),
  acts: z.array(z.string()),
  demo: z.boolean(),
  /** The server's day in Asia/Shanghai: a browser's clock may be wrong, and the day of a demo city is not that of the calendar. */
  today: z.iso.date(),
});

export const getMe = defineRoute({
  method: 'GET',
  path: '/me',
  act: 'signed_in',
  summary: 'who is signed in, in which position, with which acts',
  reply: meReply,
});

const login = z.string().trim().min(1).max(60);
const password = z.string().min(1).max(200);

export const signIn = defineRoute({
  method: 'POST',
  path: '/sign-in',
  act: 'public',
  summary: 'sign in by password; sets the session cookie',
  body: z.object({ login, password }),
  reply: z.object({ ok: z.literal(true) }),
});

export const signOut = defineRoute({
  method: 'POST',
  path: '/sign-out',
  act: 'signed_in',
  summary: 'end this session',
  body: z.object({}),
  reply: z.object({ ok: z.literal(true) }),
});

export const switchPosition = defineRoute({
  method: 'POST',
  path: '/position',
  act: 'signed_in',
  summary: 'act in another of one’s own positions',
  body: z.object({ positionId: z.uuid() }),
  reply: z.object({ ok: z.literal(true) }),
});

export const changePassword = defineRoute({
  method: 'POST',
  path: '/password',
  act: 'signed_in',
  summary: 'change one’s own password; ends the other sessions',
  body: z.object({ current: password, password }),
  reply: z.object({ ok: z.literal(true) }),
});

export const demoAccounts = defineRoute({
  method: 'GET',
  path: '/demo-accounts',
  act: 'public',
  summary: 'the one-click accounts of the demo city; empty in a real system',
  reply: z.object({
    demo: z.boolean(),
    accounts: z.array(
      z.object({ login: z.string(), name: z.string(), role: roleCode, placeName: z.string().nullable() }),
    ),
  }),
});

export const demoSignIn = defineRoute({
  method: 'POST',
  path: '/demo-sign-in',
  act: 'public',
  summary: 'sign in as a demo account; refused in a real system',
  body: z.object({ login }),
  reply: z.object({ ok: z.literal(true) }),
});
