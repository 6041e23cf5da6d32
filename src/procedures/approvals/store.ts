import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { ApprovalState, DeciderRole, Verdict } from './rules.ts';

export interface ApprovalRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly organisationId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly step: string;
  readonly digest: string;
  readonly title: string;
  readonly page: string | null;
  readonly deciderRole: DeciderRole;
  readonly makerId: string;
  readonly makerName: string;
  readonly askedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: ApprovalState;
  readonly decidedOn: LocalDate | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly deciderName: string | null;
  readonly opinion: string | null;
  readonly revision: number;
}

export interface ApprovalFilters {
  readonly q?: string | undefined;
  readonly box?: 'waiting' | 'asked' | 'decided' | 'all' | undefined;
  readonly state?: ApprovalState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'dueOn' | 'askedOn' | 'title' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`from (
    select a.county, a.id, a.place, coalesce(p.name, '') as place_name, a.organisation_id, a.subject_type, a.subject_id,
      a.step, a.digest, a.title, a.page, a.decider_role, a.maker_id, coalesce(m.name, '') as maker_name, a.asked_on,
      a.asked_at, a.due_on, a.state, a.decided_on, a.decided_at, a.decided_by, d.name as decider_name, a.opinion, a.revision
    from approval a left join place p on p.code = a.place
    left join account m on m.id = a.maker_id left join account d on d.id = a.decided_by
  ) as a`;

const columns = sql`county, id, place, place_name, organisation_id, subject_type, subject_id, step, digest, title, page,
  decider_role, maker_id, maker_name, asked_on, due_on, state, decided_on, decided_at, decided_by, decider_name, opinion,
  revision`;

export async function listApprovals(
  tx: Tx,
  query: ApprovalFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ApprovalRow[]; total: number }> {
  const found = sql`${source} where ${conditions(tx, query)}`;
  const sorted = sql.ref(query.sort === 'askedOn' ? 'asked_on' : query.sort === 'title' ? 'title' : 'due_on');
  const { rows } = await sql<ApprovalRow>`
    select ${columns} ${found} order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(tx: Tx, filters: ApprovalFilters): RawBuilder<unknown> {
  const parts = [boxCondition(tx, filters.box ?? 'all')];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(title like ${text} or place_name like ${text} or maker_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

function boxCondition(tx: Tx, box: NonNullable<ApprovalFilters['box']>): RawBuilder<unknown> {
  const { accountId, role } = tx.actor;
  switch (box) {
    case 'waiting':
      return sql`state = 'asked' and decider_role = ${role} and maker_id <> ${accountId}`;
    case 'asked':
      return sql`maker_id = ${accountId}`;
    case 'decided':
      return sql`decided_by = ${accountId}`;
    case 'all':
      return sql`true`;
  }
}

export async function getApproval(tx: Tx, key: RecordKey): Promise<ApprovalRow | undefined> {
  const { rows } = await sql<ApprovalRow>`
    select ${columns} ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** One step of one subject; `subjectId` is the id of what is decided, in the form its owner chose. */
export interface ApprovalSubject {
  readonly county: number;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly step: string;
}

/** The last question about a step, open or not. */
export async function findLastApproval(tx: Tx, subject: ApprovalSubject): Promise<ApprovalRow | undefined> {
  const { rows } = await sql<ApprovalRow>`
    select ${columns} ${source}
    where county = ${subject.county} and subject_type = ${subject.subjectType} and subject_id = ${subject.subjectId}
      and step = ${subject.step}
    order by asked_at desc, id desc limit 1`.execute(tx.db);
  return rows[0];
}

/** The last question about each of these steps, open or not. */
export async function listLastApprovals(
  tx: Tx,
  subject: Omit<ApprovalSubject, 'step'>,
  steps: readonly string[],
): Promise<readonly ApprovalRow[]> {
  const { rows } = await sql<ApprovalRow>`
    select distinct on (step) ${columns} ${source}
    where county = ${subject.county} and subject_type = ${subject.subjectType} and subject_id = ${subject.subjectId}
      and step = any(${[...steps]}::text[])
    order by step, asked_at desc, id desc`.execute(tx.db);
  return rows;
}

export interface NewApproval extends ApprovalSubject {
  readonly id: string;
  readonly place: number;
  readonly organisationId: string | null;
  readonly digest: string;
  readonly title: string;
  readonly page: string | null;
  readonly deciderRole: DeciderRole;
  readonly makerId: string;
  readonly askedOn: LocalDate;
  readonly dueOn: LocalDate;
}

export async function recordApproval(tx: Tx, approval: NewApproval): Promise<void> {
  const row: NewRow = {
    county: approval.county,
    id: approval.id,
    place: approval.place,
    organisation_id: approval.organisationId,
    subject_type: approval.subjectType,
    subject_id: approval.subjectId,
    step: approval.step,
    digest: approval.digest,
    title: approval.title,
    page: approval.page,
    decider_role: approval.deciderRole,
    maker_id: approval.makerId,
    asked_on: approval.askedOn,
    asked_at: tx.now,
    due_on: approval.dueOn,
    state: 'asked',
  };
  await record(tx, 'approval', row);
}

/** False when somebody else decided, withdrew or changed it meanwhile. */
export async function decide(
  tx: Tx,
  key: RecordKey,
  decision: { readonly verdict: Verdict; readonly opinion: string | null },
): Promise<boolean> {
  const { verdict, opinion } = decision;
  const set = {
    state: verdict,
    opinion,
    decided_on: todayInShanghai(tx.now),
    decided_at: tx.now,
    decided_by: tx.actor.accountId,
  };
  return (await revise(tx, 'approval', { key, set, reason: opinion ?? verdict })) !== undefined;
}

/** Takes an open question back; false when it was decided or changed meanwhile. */
export async function withdrawQuestion(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  const set = { state: 'withdrawn', opinion: reason };
  return (await revise(tx, 'approval', { key, set, reason })) !== undefined;
}
