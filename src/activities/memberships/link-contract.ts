import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { actKey } from './contract.ts';

const link = z.object({
  membershipId: z.uuid(),
  number: z.string(),
  name: z.string(),
  /** who has the same number in the register of households, inside the reader's range */
  found: z.object({ name: z.string(), placeName: z.string().nullable() }).nullable(),
  hasNumber: z.boolean(),
  revision: z.int(),
});

const gone = z.object({
  membershipId: z.uuid(),
  number: z.string(),
  name: z.string(),
  leftOn: z.string(),
  leftReason: z.string(),
});

export const getLinks = defineRoute({
  method: 'GET',
  path: '/household-links/:county/:id',
  act: 'membership_act.link',
  summary: 'members of whom no household is known, with whom the register of households has under the same number',
  params: actKey,
  reply: z.object({
    name: z.string(),
    linked: z.int(),
    rows: z.array(link),
    /** members who died or moved away by the register of households */
    gone: z.array(gone),
  }),
});

export const linkAll = defineRoute({
  method: 'POST',
  path: '/household-links/:county/:id',
  act: 'membership_act.link',
  summary: 'take over the household of every member found by number',
  params: actKey,
  reply: z.object({ linked: z.int() }),
});

export const linkOne = defineRoute({
  method: 'PUT',
  path: '/household-links/:county/:id/:membershipId',
  act: 'membership_act.link',
  summary: 'say which household a member without a number belongs to',
  params: actKey.extend({ membershipId: z.uuid() }),
  body: z.object({ householdId: z.uuid(), revision: z.int().min(1), reason: z.string().trim().min(2).max(500) }),
  reply: z.object({ membershipId: z.uuid() }),
});
