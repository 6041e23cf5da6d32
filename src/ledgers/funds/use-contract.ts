import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { reason } from './contract.ts';
import { purposes } from './rules.ts';

export const listForbiddenUses = defineRoute({
  method: 'GET',
  path: '/fund-forbidden-uses',
  act: 'fund.read',
  summary: 'uses that no document may permit, with the days from and to which and the rule that says so',
  query: pageQuery.extend({
    /** in force on this day */
    on: z.iso.date().optional(),
    sort: z.enum(['startsOn', 'endsOn']).optional(),
  }),
  reply: pageReply(
    z.object({
      id: z.uuid(),
      purpose: z.enum(purposes),
      startsOn: z.string(),
      /** the first day on which it is not forbidden any more */
      endsOn: z.string().nullable(),
      source: z.string(),
    }),
  ),
});

export const forbidUse = defineRoute({
  method: 'POST',
  path: '/fund-forbidden-uses',
  act: 'fund.forbid',
  summary: 'forbid a use from a day on; every payment of such a day is asked',
  body: z.object({
    id: z.uuid(),
    purpose: z.enum(purposes),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable().default(null),
    source: z.string().trim().min(2).max(200),
  }),
  reply: z.object({ id: z.uuid() }),
});

export const endForbiddenUse = defineRoute({
  method: 'POST',
  path: '/fund-forbidden-uses/end',
  act: 'fund.forbid',
  summary: 'forbid a use no longer, from a day on',
  body: z.object({ purpose: z.enum(purposes), endsOn: z.iso.date(), reason }),
  reply: z.object({ id: z.uuid() }),
});
