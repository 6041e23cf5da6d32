import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { archiveKinds, archiveStates } from './archive-rules.ts';
import { bookKey } from './contract.ts';

export const getArchive = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/archive',
  act: 'book.read',
  summary: 'closed years as archives: what there is of each kind, and until when it is kept',
  params: bookKey,
  reply: z.object({
    years: z.array(
      z.object({
        year: z.int(),
        startsOn: z.string(),
        endsOn: z.string(),
        closedOn: z.string(),
        digest: z.string(),
        /** last day on which the accounting unit keeps it itself */
        custodyThrough: z.string(),
        isDue: z.boolean(),
        items: z.array(
          z.object({
            kind: z.enum(archiveKinds),
            count: z.int(),
            keepYears: z.int().nullable(),
            keptThrough: z.string().nullable(),
            state: z.enum(archiveStates),
          }),
        ),
      }),
    ),
  }),
});

export const exportArchive = defineRoute({
  method: 'GET',
  path: '/books/:county/:id/archive/export',
  act: 'book.export',
  summary: 'the package of a closed year: vouchers, ledger, frozen statements, and a list with the hash of each file',
  params: bookKey,
  query: z.object({ year: z.coerce.number().int().min(1978).max(2200) }),
  reply: z.unknown(),
  download: true,
});
