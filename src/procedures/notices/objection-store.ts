import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { maskPhone } from '../../registers/households/rules.ts';
import { type ObjectionConcern, type ObjectionOutcome, ticketLength, ticketOf } from './rules.ts';
import type { NoticeRow } from './store.ts';

export interface ObjectionRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly organisationId: string | null;
  readonly noticeId: string;
  readonly noticeTitle: string;
  readonly ticket: string;
  readonly channel: string;
  readonly concerns: ObjectionConcern;
  readonly name: string | null;
  readonly phoneMasked: string | null;
  readonly statement: string;
  readonly receivedOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly madeBy: string;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | null;
  readonly answeredOn: LocalDate | null;
  readonly answererName: string | null;
  readonly revision: number;
}

const source = sql`(
    select o.*, coalesce(p.name, '') as place_name, n.title as notice_title, a.name as answerer_name
    from notice_objection o join notice n on n.county = o.county and n.id = o.notice_id
    left join place p on p.code = o.place left join account a on a.id = o.answered_by
  ) as o`;

const columns = sql`county, id, place, place_name, organisation_id, notice_id, notice_title, ticket, channel, concerns, name,
  phone_masked, statement, received_on, answer_by, made_by, outcome, answer, answered_on, answerer_name, revision`;

export interface ObjectionFilters {
  readonly q?: string | undefined;
  readonly state?: 'open' | 'answered' | undefined;
  readonly place?: number | undefined;
  readonly noticeId?: string | undefined;
  readonly sort?: 'answerBy' | 'receivedOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export async function listObjections(
  tx: Tx,
  query: ObjectionFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ObjectionRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(query.sort === 'receivedOn' ? 'received_on' : 'answer_by');
  const { rows } = await sql<ObjectionRow>`
    select ${columns} ${found} order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: ObjectionFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.noticeId) parts.push(sql`notice_id = ${filters.noticeId}`);
  if (filters.state) parts.push(filters.state === 'open' ? sql`outcome is null` : sql`outcome is not null`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(ticket = upper(${filters.q}) or notice_title like ${text} or statement like ${text}
      or name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findObjection(tx: Tx, key: RecordKey): Promise<ObjectionRow | undefined> {
  const { rows } = await sql<ObjectionRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface NewObjection {
  readonly id: string;
  readonly concerns: ObjectionConcern;
  readonly name: string | null;
  /** digits as `readPhone` gives them */
  readonly phone: string | null;
  readonly statement: string;
  readonly receivedOn: LocalDate;
  readonly answerBy: LocalDate;
}

/** Records what was told by telephone, on paper or by word of mouth. Returns the ticket. */
export async function recordObjection(
  tx: Tx,
  notice: NoticeRow,
  objection: NewObjection & { readonly channel: string },
): Promise<string> {
  const ticket = ticketOf(randomBytes(ticketLength));
  const row: NewRow = {
    county: notice.county,
    id: objection.id,
    place: notice.place,
    organisation_id: notice.organisationId,
    notice_id: notice.id,
    ticket,
    channel: objection.channel,
    concerns: objection.concerns,
    name: objection.name,
    phone: objection.phone === null ? null : tx.vault.seal(objection.phone),
    phone_masked: objection.phone === null ? null : maskPhone(objection.phone),
    statement: objection.statement,
    received_on: objection.receivedOn,
    answer_by: objection.answerBy,
    made_by: notice.madeBy,
  };
  await record(tx, 'notice_objection', row);
  return ticket;
}

/** False when it was answered or changed meanwhile. */
export async function answerObjection(
  tx: Tx,
  key: RecordKey,
  answer: { readonly outcome: ObjectionOutcome; readonly answer: string; readonly answeredOn: LocalDate },
): Promise<boolean> {
  const set = {
    outcome: answer.outcome,
    answer: answer.answer,
    answered_on: answer.answeredOn,
    answered_by: tx.actor.accountId,
  };
  return (await revise(tx, 'notice_objection', { key, set, reason: answer.outcome })) !== undefined;
}

/** The telephone in clear, for the act of revealing. */
export async function openPhone(tx: Tx, key: RecordKey): Promise<string | null> {
  const row = await tx.db
    .selectFrom('noticeObjection')
    .select('phone')
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row?.phone ? tx.vault.open(row.phone) : null;
}
