import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { noticeKinds, noticeStates } from './rules.ts';

export const noticeKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
const day = z.iso.date();
const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
const label = z.tuple([z.string(), z.string()]).readonly();
const done = z.object({ county: z.int(), id: z.uuid() });
const reason = z.string().trim().min(2).max(500);

export const noticePair = z.object({ label, value: z.string() });
export const noticeColumn = z.object({ title: label, kind: z.enum(['text', 'fen', 'count']) });

export const noticeRow = z.object({
  county: z.int(),
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  postedOn: z.string(),
  endsOn: z.string(),
  windowDays: z.int(),
  /** working days left after today: 0 on the last day and after it */
  daysLeft: z.int(),
  /** the last day has gone by */
  over: z.boolean(),
  state: z.enum(noticeStates),
  rowCount: z.int(),
  objections: z.int(),
  openObjections: z.int(),
  /** sheets hung on boards, and photographed or not */
  sheets: z.int(),
  makerName: z.string(),
});

export const sheetView = z.object({
  id: z.uuid(),
  board: z.string(),
  hungOn: z.string(),
  takenDownOn: z.string().nullable(),
  photographs: z.int(),
  revision: z.int(),
});

export const noticeView = noticeRow.extend({
  subjectType: z.string(),
  subjectId: z.string(),
  digest: z.string(),
  contentDigest: z.string(),
  body: z.string().nullable(),
  pairs: z.array(noticePair),
  columns: z.array(noticeColumn),
  page: z.string().nullable(),
  contact: z.string().nullable(),
  calendarKnown: z.boolean(),
  withdrawnOn: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  upheldObjections: z.int(),
  hung: z.array(sheetView),
  /** address below the origin of the page that everybody may read */
  publicPath: z.string(),
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const listNotices = defineRoute({
  method: 'GET',
  path: '/notices',
  act: 'notice.read',
  summary: 'notices inside the range, by the day they were posted',
  query: pageQuery.extend({
    kind: z.enum(noticeKinds).optional(),
    state: z.enum(noticeStates).optional(),
    place: place.optional(),
    sort: z.enum(['postedOn', 'endsOn', 'title']).optional(),
  }),
  reply: pageReply(noticeRow),
});

export const exportNotices = defineRoute({
  method: 'GET',
  path: '/notices/export',
  act: 'notice.read',
  summary: 'the same list as a workbook',
  query: listNotices.query.omit({ limit: true, offset: true }),
  reply: z.any(),
  download: true,
});

export const getNotice = defineRoute({
  method: 'GET',
  path: '/notices/:county/:id',
  act: 'notice.read',
  summary: 'one notice with where it hangs; its rows are read page by page',
  params: noticeKey,
  reply: noticeView,
});

export const noticeLine = z.object({ number: z.int(), cells: z.array(z.string()) });

export const listNoticeLines = defineRoute({
  method: 'GET',
  path: '/notices/:county/:id/lines',
  act: 'notice.read',
  summary: 'rows of the list as they hang',
  params: noticeKey,
  query: pageQuery.pick({ q: true, limit: true, offset: true }),
  reply: pageReply(noticeLine),
});

export const printPoster = defineRoute({
  method: 'GET',
  path: '/notices/:county/:id/poster',
  act: 'notice.read',
  summary: 'the notice as a poster with a QR code to its public page',
  params: noticeKey,
  query: z.object({ paper: z.enum(['a3', 'a4']).default('a4'), origin: z.url().max(200).optional() }),
  reply: z.any(),
  download: true,
});

export const postNotice = defineRoute({
  method: 'POST',
  path: '/notices',
  act: 'notice.post',
  summary: 'put up a notice that no other page makes by itself: a text, with a list or without',
  body: z.object({
    id: z.uuid(),
    place,
    title: z.string().trim().min(2).max(200),
    body: z.string().trim().min(2).max(4000),
    /** a list as pasted from a sheet: the first line holds the heads, cells are parted by tabs */
    list: z
      .string()
      .max(200_000)
      .nullish()
      .transform((text) => text || null),
    postedOn: day,
    windowDays: z.coerce.number().int().min(1).max(365).optional(),
    contact: z.string().trim().min(2).max(200),
  }),
  reply: done.extend({ endsOn: z.string() }),
});

export const withdrawNotice = defineRoute({
  method: 'POST',
  path: '/notices/:county/:id/withdraw',
  act: 'notice.withdraw',
  summary: 'take a notice down, for a reason; it stays in the list',
  params: noticeKey,
  body: z.object({ revision: z.int(), reason }),
  reply: done,
});

export const hangSheet = defineRoute({
  method: 'POST',
  path: '/notices/:county/:id/sheets',
  act: 'notice.post',
  summary: 'record where the sheet hangs; its photograph is attached to it',
  params: noticeKey,
  body: z.object({ id: z.uuid(), board: z.string().trim().min(2).max(100), hungOn: day }),
  reply: done,
});

export const takeSheetDown = defineRoute({
  method: 'POST',
  path: '/notices/:county/:id/sheets/:sheetId/take-down',
  act: 'notice.post',
  summary: 'record when the sheet was taken down',
  params: noticeKey.extend({ sheetId: z.uuid() }),
  body: z.object({ revision: z.int(), takenDownOn: day }),
  reply: done,
});
