import { z } from 'zod';
import { defineRoute } from '../http/contract.ts';

/** No scan of a document needs more. */
export const maxFileBytes = 20 * 1024 * 1024;

const county = z.coerce.number().int().min(100_000).max(999_999);
const subject = z.object({ table: z.string().regex(/^[a-z_]{1,60}$/), county, id: z.uuid() });
const key = z.object({ county, id: z.uuid() });

/** In the shape of `Attachments` of the pages. */
export const attachmentView = z.object({
  id: z.uuid(),
  county: z.int(),
  name: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  hasThumbnail: z.boolean(),
  sha256: z.string(),
  revision: z.int(),
  by: z.string(),
  at: z.iso.datetime(),
});

export const listAttachments = defineRoute({
  method: 'GET',
  path: '/records/:table/:county/:id/attachments',
  act: 'file.read',
  summary: 'the files of a record',
  params: subject,
  reply: z.object({ files: z.array(attachmentView), allowed: z.array(z.string()) }),
});

export const attachFile = defineRoute({
  method: 'POST',
  path: '/records/:table/:county/:id/attachments',
  act: 'file.attach',
  summary: 'attach a file to a record; the same file again is the same attachment',
  params: subject,
  query: z.object({ attachmentId: z.uuid() }),
  upload: true,
  reply: attachmentView,
});

export const downloadAttachment = defineRoute({
  method: 'GET',
  path: '/attachments/:county/:id/content',
  act: 'file.read',
  summary: 'a file as it was uploaded, photographs without their place data',
  params: key,
  reply: z.any(),
  download: true,
});

export const downloadThumbnail = defineRoute({
  method: 'GET',
  path: '/attachments/:county/:id/thumbnail',
  act: 'file.read',
  summary: 'a small WebP of an image',
  params: key,
  reply: z.any(),
  download: true,
});

export const withdrawAttachment = defineRoute({
  method: 'POST',
  path: '/attachments/:county/:id/withdraw',
  act: 'file.attach',
  summary: 'take a file out; the history keeps that it was there',
  params: key,
  body: z.object({ revision: z.int(), reason: z.string().trim().min(1).max(500) }),
  reply: z.object({ ok: z.literal(true) }),
});
