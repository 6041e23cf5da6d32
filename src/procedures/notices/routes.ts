import type { Subject } from '../../platform/access/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { routes as boardRoutes } from './board-routes.ts';
import * as contract from './contract.ts';
import { routes as objectionRoutes } from './objection-routes.ts';
import { openNotice } from './public.ts';
import { downOn, noticeState, publicPath, workdaysLeft } from './rules.ts';
import { routes as sheetRoutes } from './sheet-routes.ts';
import * as store from './store.ts';
import { readPastedList } from './text-rules.ts';

const ownRoutes = [
  handle(contract.listNotices, async ({ tx, query }) => {
    const { rows, total } = await store.listNotices(tx, query);
    const today = todayInShanghai(tx.now);
    return ok({ rows: rows.map((row) => view(row, today)), total });
  }),

  handle(contract.getNotice, async ({ tx, params, allowed }) => {
    const row = await store.findNoticeRow(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const hung = await store.listSheets(tx, params);
    const acts = row.withdrawnOn === null ? ['notice.post', 'notice.withdraw', 'notice.object'] : [];
    return ok({
      ...view(row, todayInShanghai(tx.now)),
      hung: [...hung],
      publicPath: publicPath(row),
      allowed: allowed(acts, subjectOf(row)),
    });
  }),

  handle(contract.listNoticeLines, async ({ tx, params, query }) => {
    if (!(await store.findNoticeRow(tx, params))) return refuse({ code: 'not_found' });
    const { rows, total } = await store.listNoticeLines(tx, params, query);
    return ok({ rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })), total });
  }),

  handle(contract.postNotice, async ({ tx, actor, body, decide }) => {
    const { place } = body;
    const { organisationId } = actor;
    const refused = decide('notice.post', organisationId === undefined ? { place } : { place, organisationId });
    if (refused) return refuse(refused);
    const seat = organisationId === undefined ? place : await findSeat(tx, place, organisationId);
    if (seat !== place) return refuse({ code: 'not_found', field: 'place' });
    const list = readPastedList(body.list);
    if (!list.ok) return list;
    const county = Math.floor(place / 1_000_000);
    const content = { title: body.title, body: body.body, ...list.value };
    const opened = await openNotice(tx, {
      ...{ ...content, county, place, organisationId, kind: 'other', subjectType: 'notice', subjectId: body.id },
      ...{ digest: digestOf(content), postedOn: body.postedOn, windowDays: body.windowDays, contact: body.contact },
    });
    if (!opened.ok) return opened;
    return ok({ county, id: opened.value.noticeId, endsOn: opened.value.endsOn });
  }),

  handle(contract.withdrawNotice, async ({ tx, params, body, decide }) => {
    const row = await store.findNoticeRow(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('notice.withdraw', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.withdrawnOn !== null) return refuse({ code: 'notice_withdrawn' });
    const withdrawnOn = downOn(row.postedOn, todayInShanghai(tx.now));
    const key = { ...params, revision: body.revision };
    const withdrawn = await store.withdrawNotice(tx, key, { withdrawnOn, reason: body.reason });
    return withdrawn ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.hangSheet, async ({ tx, params, body, decide }) => {
    const row = await store.findNoticeRow(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('notice.post', subjectOf(row));
    if (refused) return refuse(refused);
    if (body.hungOn < row.postedOn || body.hungOn > todayInShanghai(tx.now))
      return refuse({ code: 'notice_sheet_day', field: 'hungOn' });
    try {
      await store.recordSheet(tx, row, body);
    } catch (error) {
      if (isUniqueViolation(error)) return refuse({ code: 'notice_board_known', field: 'board' });
      throw error;
    }
    return ok({ county: params.county, id: body.id });
  }),

  handle(contract.takeSheetDown, async ({ tx, params, body, decide }) => {
    const row = await store.findNoticeRow(tx, params);
    const sheet = row && (await store.listSheets(tx, params)).find(({ id }) => id === params.sheetId);
    if (!row || !sheet) return refuse({ code: 'not_found' });
    const refused = decide('notice.post', subjectOf(row));
    if (refused) return refuse(refused);
    if (body.takenDownOn < sheet.hungOn || body.takenDownOn > todayInShanghai(tx.now))
      return refuse({ code: 'notice_sheet_day', field: 'takenDownOn' });
    const key = { county: params.county, id: sheet.id, revision: body.revision };
    const done = await store.takeSheetDown(tx, key, body.takenDownOn);
    return done ? ok({ county: params.county, id: sheet.id }) : refuse({ code: 'stale' });
  }),
];

export const routes: readonly Handler[] = [...ownRoutes, ...objectionRoutes, ...sheetRoutes, ...boardRoutes];

/** A cooperative posts at its seat and nowhere else. */
async function findSeat(tx: Tx, place: number, cooperativeId: string): Promise<number | undefined> {
  return (await findCooperative(tx, { county: Math.floor(place / 1_000_000), id: cooperativeId }))?.place;
}

function subjectOf({ place, organisationId }: store.NoticeRow): Subject {
  return organisationId === null ? { place } : { place, organisationId };
}

function view(row: store.NoticeRow, today: LocalDate) {
  const { madeBy: _maker, organisationId: _organisation, pairs, columns, ...shown } = row;
  return {
    ...shown,
    pairs: [...pairs],
    columns: [...columns],
    state: noticeState(row, today),
    daysLeft: workdaysLeft(row.endsOn, today),
    over: today > row.endsOn,
  };
}
