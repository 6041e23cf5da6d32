import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { UseFields, UseRow, UseView } from './contract.ts';
import { guaranteeOf, useLight, waitingDays } from './rules.ts';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface UseQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly guarantee?: string | undefined;
  readonly applicantKind?: string | undefined;
  readonly purpose?: string | undefined;
  readonly project?: string | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

type Decided = 'guarantee' | 'light' | 'waitingDays' | 'ecology' | 'allowed';
export type StoredUse = Omit<UseView, Decided> & { readonly madeBy: string };

const columns = sql`u.county, u.id, u.place, coalesce(v.name, '') as place_name, u.number, u.applicant_kind, u.applicant_name,
  u.project_name, u.project_id, u.purpose, u.land_class, u.area_mu, u.requested_on, u.department, u.answer_days, u.due_on,
  u.extended_on, u.extended_reason, u.state, u.answered_on, u.granted_mu, u.answer_document, u.answer_reason, u.secured_on,
  u.secured_document, u.made_by, coalesce(m.name, '') as asked_by, a.name as answered_by, u.revision`;

const source = sql`land_use as u left join place as v on v.code = u.place
  left join account as m on m.id = u.made_by left join account as a on a.id = u.answered_by`;

/** One page of requests under the filters, with the area asked for and granted of all of them. */
export async function listUses(
  tx: Tx,
  query: UseQuery,
  page: Page,
): Promise<{ rows: UseRow[]; total: number; areaMu: number; grantedMu: number }> {
  const found = sql`from ${source} where ${sql.join(conditions(tx, query), sql` and `)}`;
  const { rows } = await sql<StoredUse>`
    select ${columns} ${found} order by ${orderBy(query)}, u.county, u.id limit ${page.limit} offset ${page.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number; areaMu: number; grantedMu: number }>`
    select count(*) as total, coalesce(sum(u.area_mu), 0) as area_mu, coalesce(sum(u.granted_mu), 0) as granted_mu
    ${found}`.execute(tx.db);
  const sums = counted.rows[0] ?? { total: 0, areaMu: 0, grantedMu: 0 };
  return { ...sums, rows: rows.map((row) => toUseRow(tx, row)) };
}

export async function findUse(tx: Tx, key: RecordKey): Promise<StoredUse | undefined> {
  const { rows } = await sql<StoredUse>`
    select ${columns} from ${source} where u.county = ${key.county} and u.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The row as lists show it. */
export function toUseRow(tx: Tx, use: StoredUse): UseRow {
  const today = todayInShanghai(tx.now);
  return {
    county: use.county,
    id: use.id,
    place: use.place,
    placeName: use.placeName,
    number: use.number,
    applicantKind: use.applicantKind,
    applicantName: use.applicantName,
    projectName: use.projectName,
    purpose: use.purpose,
    landClass: use.landClass,
    areaMu: use.areaMu,
    requestedOn: use.requestedOn,
    department: use.department,
    dueOn: use.dueOn,
    state: use.state,
    guarantee: guaranteeOf(use, today),
    light: useLight(use, today),
    waitingDays: waitingDays(use, today),
    grantedMu: use.grantedMu,
    answeredOn: use.answeredOn,
    securedOn: use.securedOn,
    revision: use.revision,
  };
}

export async function isOpenVillage(tx: Tx, place: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 from place where code = ${place} and level = 'village' and ends_on is null`.execute(tx.db);
  return rows.length > 0;
}

export interface Clock {
  readonly answerDays: number;
  readonly dueOn: string;
}

export async function recordUse(
  tx: Tx,
  at: { readonly county: number; readonly id: string; readonly place: number },
  request: { readonly fields: UseFields; readonly clock: Clock },
): Promise<void> {
  const asked = { ...at, ...useColumns(request.fields), ...clockColumns(request.clock) };
  await record(tx, 'land_use', { ...asked, state: 'asked', made_by: tx.actor.accountId });
}

export async function correctUse(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: UseFields; readonly clock: Clock; readonly reason: string },
): Promise<boolean> {
  const set = { ...useColumns(change.fields), ...clockColumns(change.clock), made_by: tx.actor.accountId };
  return (await revise(tx, 'land_use', { key, set, reason: change.reason })) !== undefined;
}

/** Changes the columns given; false when somebody was faster. */
export async function reviseUse(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Row; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'land_use', { key, ...change })) !== undefined;
}

function clockColumns({ answerDays, dueOn }: Clock) {
  return { answer_days: answerDays, due_on: dueOn };
}

function useColumns(fields: UseFields) {
  return {
    number: fields.number,
    applicant_kind: fields.applicantKind,
    applicant_name: fields.applicantName,
    project_name: fields.projectName,
    project_id: fields.projectId,
    purpose: fields.purpose,
    land_class: fields.landClass,
    area_mu: fields.areaMu,
    requested_on: fields.requestedOn,
    department: fields.department,
  };
}

function conditions(tx: Tx, query: UseQuery): RawBuilder<unknown>[] {
  const range = query.place === undefined ? tx.actor.range : placeRange(placeOf(query.place));
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql`${sql.ref(`u.${column}`)} = ${value}`];
  return [
    range ? sql`u.place between ${range.lo} and ${range.hi}` : sql`false`,
    ...(query.guarantee === undefined ? [] : [guaranteeIs(tx, query.guarantee)]),
    ...equal('applicant_kind', query.applicantKind),
    ...equal('purpose', query.purpose),
    ...(query.project === undefined ? [] : [sql`u.project_id = ${query.project}::uuid`]),
    ...(query.q
      ? [
          sql`(u.number like ${text} or u.applicant_name like ${text} or u.project_name like ${text} or v.name like ${text})`,
        ]
      : []),
  ];
}

/** The same decision as `guaranteeOf`, on the columns. */
function guaranteeIs(tx: Tx, state: string): RawBuilder<unknown> {
  const today = sql`${todayInShanghai(tx.now)}::date`;
  switch (state) {
    case 'waiting':
      return sql`u.state = 'asked' and u.due_on >= ${today}`;
    case 'overdue':
      return sql`u.state = 'asked' and u.due_on < ${today}`;
    case 'promised':
      return sql`u.state = 'granted' and u.secured_on is null`;
    case 'secured':
      return sql`u.secured_on is not null`;
    default:
      return sql`u.state = ${state}`;
  }
}

function orderBy({ sort, order }: UseQuery): RawBuilder<unknown> {
  const down = order === 'desc' ? sql`desc` : sql`asc`;
  switch (sort) {
    case 'number':
      return sql`u.number collate "C" ${down}`;
    case 'area':
      return sql`u.area_mu ${down}`;
    case 'requestedOn':
      return sql`u.requested_on ${down}`;
    default:
      // what waits for an answer comes first
      return sql`(u.state <> 'asked'), u.due_on ${down}`;
  }
}
