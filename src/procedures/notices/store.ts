import { type RawBuilder, sql } from 'kysely';
import { insertRows } from '../../platform/db/columns.ts';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { NoticeColumn, NoticeKind, NoticePair, NoticeState, SheetContent } from './rules.ts';

/** What a notice is about, in the words of whoever posts it. */
export interface NoticeSubject {
  readonly county: number;
  readonly subjectType: string;
  readonly subjectId: string;
}

export interface NoticeRow extends NoticeSubject {
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly organisationId: string | null;
  readonly digest: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string | null;
  readonly pairs: readonly NoticePair[];
  readonly columns: readonly NoticeColumn[];
  readonly rowCount: number;
  readonly contentDigest: string;
  readonly page: string | null;
  readonly contact: string | null;
  readonly postedOn: LocalDate;
  readonly windowDays: number;
  readonly endsOn: LocalDate;
  readonly calendarKnown: boolean;
  readonly madeBy: string;
  readonly makerName: string;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
  readonly openObjections: number;
  readonly upheldObjections: number;
  readonly objections: number;
  readonly sheets: number;
  readonly revision: number;
}

export interface NoticeFilters {
  readonly q?: string | undefined;
  readonly kind?: NoticeKind | undefined;
  readonly state?: NoticeState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'postedOn' | 'endsOn' | 'title' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(
    select n.*, coalesce(p.name, '') as place_name, coalesce(m.name, '') as maker_name,
      coalesce(o.open, 0)::int as open_objections, coalesce(o.upheld, 0)::int as upheld_objections,
      coalesce(o.told, 0)::int as objections,
      (select count(*) from notice_sheet s where s.county = n.county and s.notice_id = n.id)::int as sheets
    from notice n left join place p on p.code = n.place left join account m on m.id = n.made_by
    left join lateral (
      select count(*) filter (where outcome is null) as open, count(*) filter (where outcome = 'upheld') as upheld,
        count(*) as told
      from notice_objection where county = n.county and notice_id = n.id
    ) o on true
  ) as n`;

const columns = sql`county, id, place, place_name, organisation_id, subject_type, subject_id, digest, kind, title, body,
  pairs, columns, row_count, content_digest, page, contact, posted_on, window_days, ends_on, calendar_known, made_by,
  maker_name, withdrawn_on, withdrawn_reason, open_objections, upheld_objections, objections, sheets, revision`;

export async function listNotices(
  tx: Tx,
  query: NoticeFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly NoticeRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(tx, query)}`;
  const sorted = sql.ref(query.sort === 'endsOn' ? 'ends_on' : query.sort === 'title' ? 'title' : 'posted_on');
  const { rows } = await sql<NoticeRow>`
    select ${columns} ${found} order by ${sorted} ${sql.raw(query.order === 'asc' ? 'asc' : 'desc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(tx: Tx, filters: NoticeFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.kind) parts.push(sql`kind = ${filters.kind}`);
  if (filters.state) parts.push(stateCondition(filters.state, todayInShanghai(tx.now)));
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(title like ${text} or place_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

/** `noticeState` of the rules as a condition. */
function stateCondition(state: NoticeState, today: LocalDate): RawBuilder<unknown> {
  const objected = sql`open_objections + upheld_objections > 0`;
  switch (state) {
    case 'withdrawn':
      return sql`withdrawn_on is not null`;
    case 'objected':
      return sql`withdrawn_on is null and ${objected}`;
    case 'running':
      return sql`withdrawn_on is null and not (${objected}) and ends_on >= ${today}`;
    case 'cleared':
      return sql`withdrawn_on is null and not (${objected}) and ends_on < ${today}`;
  }
}

export async function findNoticeRow(tx: Tx, key: RecordKey): Promise<NoticeRow | undefined> {
  const { rows } = await sql<NoticeRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The notice of a subject that hangs, else the last one that was withdrawn. */
export async function findLastNotice(tx: Tx, subject: NoticeSubject): Promise<NoticeRow | undefined> {
  const { rows } = await sql<NoticeRow>`
    select ${columns} from ${source}
    where county = ${subject.county} and subject_type = ${subject.subjectType} and subject_id = ${subject.subjectId}
    order by withdrawn_on is not null, posted_on desc, id desc limit 1`.execute(tx.db);
  return rows[0];
}

export interface NewNotice extends NoticeSubject {
  readonly id: string;
  readonly place: number;
  readonly organisationId: string | null;
  readonly digest: string;
  readonly kind: NoticeKind;
  readonly sheet: SheetContent;
  readonly contentDigest: string;
  readonly page: string | null;
  readonly contact: string | null;
  readonly postedOn: LocalDate;
  readonly windowDays: number;
  readonly endsOn: LocalDate;
  readonly calendarKnown: boolean;
}

/** Writes a notice with its rows; the trail holds the digest of what hangs, the rows stand beside it. */
export async function recordNotice(tx: Tx, notice: NewNotice): Promise<void> {
  const { county, id, place, sheet } = notice;
  const row: NewRow = {
    county,
    id,
    place,
    organisation_id: notice.organisationId,
    subject_type: notice.subjectType,
    subject_id: notice.subjectId,
    digest: notice.digest,
    kind: notice.kind,
    title: sheet.title,
    body: sheet.body,
    pairs: sheet.pairs,
    columns: sheet.columns,
    row_count: sheet.rows.length,
    content_digest: notice.contentDigest,
    page: notice.page,
    contact: notice.contact,
    posted_on: notice.postedOn,
    window_days: notice.windowDays,
    ends_on: notice.endsOn,
    calendar_known: notice.calendarKnown,
    made_by: tx.actor.accountId,
  };
  await record(tx, 'notice', row);
  const rows = sheet.rows.map((cells, at) => ({
    county,
    notice_id: id,
    number: at + 1,
    place,
    organisation_id: notice.organisationId,
    cells,
    recorded_at: tx.now,
    recorded_by: tx.actor.accountId,
  }));
  await insertRows(tx, { table: 'notice_row', types: 'notice_row' }, rows);
}

/** False when it was withdrawn or changed meanwhile. */
export async function withdrawNotice(
  tx: Tx,
  key: RecordKey,
  change: { readonly withdrawnOn: LocalDate; readonly reason: string },
): Promise<boolean> {
  const set = { withdrawn_on: change.withdrawnOn, withdrawn_reason: change.reason };
  return (await revise(tx, 'notice', { key, set, reason: change.reason })) !== undefined;
}

export interface NoticeLine {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows of the list in their order; `q` looks into every cell. */
export async function listNoticeLines(
  tx: Tx,
  key: RecordKey,
  page: { readonly q?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly NoticeLine[]; total: number }> {
  const text = page.q ? `%${page.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const found = sql`from notice_row where county = ${key.county} and notice_id = ${key.id}
    and (${text}::text is null or cells::text like ${text})`;
  const { rows } = await sql<NoticeLine>`
    select number, cells ${found} order by number limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface HungSheet {
  readonly id: string;
  readonly board: string;
  readonly hungOn: string;
  readonly takenDownOn: string | null;
  readonly photographs: number;
  readonly revision: number;
}

/** Where the sheet hangs, with the number of photographs that prove it. */
export async function listSheets(tx: Tx, key: RecordKey): Promise<readonly HungSheet[]> {
  const { rows } = await sql<HungSheet>`
    select s.id, s.board, s.hung_on, s.taken_down_on, s.revision,
      (select count(*) from attachment a
        where a.county = s.county and a.subject_type = 'notice_sheet' and a.subject_id = s.id)::int as photographs
    from notice_sheet s where s.county = ${key.county} and s.notice_id = ${key.id}
    order by s.hung_on, s.board limit 100`.execute(tx.db);
  return rows;
}

export async function recordSheet(
  tx: Tx,
  notice: NoticeRow,
  sheet: { readonly id: string; readonly board: string; readonly hungOn: string },
): Promise<void> {
  await record(tx, 'notice_sheet', {
    county: notice.county,
    id: sheet.id,
    place: notice.place,
    organisation_id: notice.organisationId,
    notice_id: notice.id,
    board: sheet.board,
    hung_on: sheet.hungOn,
  });
}

/** False when it was changed meanwhile. */
export async function takeSheetDown(tx: Tx, key: RecordKey, takenDownOn: string): Promise<boolean> {
  const set = { taken_down_on: takenDownOn };
  return (await revise(tx, 'notice_sheet', { key, set, reason: 'taken down' })) !== undefined;
}
