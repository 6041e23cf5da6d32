import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { shareKey } from './contract.ts';

const report = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

const at = z.object({ openedOn: z.iso.date() });

export const openingTemplate = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/opening/template',
  act: 'share.open',
  summary: 'the workbook for opening balances, with the members known already',
  params: shareKey,
  reply: z.unknown(),
  download: true,
});

export const checkOpening = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/opening/check',
  act: 'share.open',
  summary: 'dry run of the opening balances',
  params: shareKey,
  query: at,
  upload: true,
  reply: report,
});

export const markOpening = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/opening/marked',
  act: 'share.open',
  summary: 'the same workbook with rejected cells red and commented',
  params: shareKey,
  query: at,
  upload: true,
  reply: z.unknown(),
  download: true,
});

export const takeOpening = defineRoute({
  method: 'POST',
  path: '/share-registers/:county/:id/opening',
  act: 'share.open',
  summary: 'post the opening balances as one signed entry, all or nothing, once',
  params: shareKey,
  query: at,
  upload: true,
  reply: report,
});
