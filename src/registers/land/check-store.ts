import { sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Page } from './list-store.ts';
import type { CheckFields, CheckRow } from './project-contract.ts';
import type { CheckResult, CheckSubject } from './project-rules.ts';
import { inPlaces, type PlacedQuery } from './project-store.ts';

export type StoredCheck = Omit<CheckRow, 'allowed'>;

/** One page of ecological checks under the filters, the latest first. */
export async function listChecks(
  tx: Tx,
  query: PlacedQuery & { readonly result?: CheckResult | undefined; readonly subject?: string | undefined },
  page: Page,
): Promise<{ rows: readonly StoredCheck[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from ecological_check as c left join place as v on v.code = c.place
    left join account as u on u.id = c.recorded_by
    where ${inPlaces(tx, 'c', query.place)} and (c.subject_name like ${text} or c.document_number like ${text})
      ${query.result === undefined ? sql`` : sql`and c.result = ${query.result}`}
      ${query.subject === undefined ? sql`` : sql`and c.subject_id = ${query.subject}::uuid`}`;
  const down = query.order === 'asc' ? sql`asc` : sql`desc`;
  const order = query.sort === 'subjectName' ? sql`c.subject_name ${down}` : sql`c.checked_on ${down}`;
  const { rows } = await sql<StoredCheck>`
    select c.county, c.id, c.place, coalesce(v.name, '') as place_name, c.subject_type, c.subject_id, c.subject_name, c.result,
      c.grazing, c.protected_area, c.water, c.pollution, c.conditions, c.document_number, c.checked_on, c.valid_until,
      coalesce(u.name, '') as by, c.revision ${found}
    order by ${order}, c.recorded_at desc, c.id limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface LatestCheck {
  readonly id: string;
  readonly result: CheckResult;
  readonly checkedOn: string;
  readonly validUntil: string | null;
  readonly documentNumber: string;
}

/** The latest ecological check of a subject, whatever it says; ask `passesCheck` whether the subject may go on. */
export async function findEcologicalCheck(
  tx: Tx,
  subject: { readonly county: number; readonly subjectType: CheckSubject; readonly subjectId: string },
): Promise<LatestCheck | undefined> {
  const { rows } = await sql<LatestCheck>`
    select id, result, checked_on, valid_until, document_number from ecological_check
    where county = ${subject.county} and subject_type = ${subject.subjectType} and subject_id = ${subject.subjectId}
    order by checked_on desc, recorded_at desc limit 1`.execute(tx.db);
  return rows[0];
}

export async function findCheckPlace(tx: Tx, key: RecordKey): Promise<number | undefined> {
  const { rows } = await sql<{ place: number }>`
    select place from ecological_check where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0]?.place;
}

export interface CheckedSubject {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly subjectType: CheckSubject;
  readonly subjectId: string;
}

export async function recordCheck(tx: Tx, at: CheckedSubject, fields: CheckFields): Promise<void> {
  const { subjectType, subjectId, ...key } = at;
  const subject = { subject_type: subjectType, subject_id: subjectId };
  await record(tx, 'ecological_check', { ...key, ...subject, ...checkColumns(fields) });
}

export async function correctCheck(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: CheckFields; readonly reason: string },
): Promise<boolean> {
  const set = checkColumns(change.fields);
  return (await revise(tx, 'ecological_check', { key, set, reason: change.reason })) !== undefined;
}

function checkColumns(fields: CheckFields) {
  return {
    subject_name: fields.subjectName,
    result: fields.result,
    grazing: fields.grazing,
    protected_area: fields.protectedArea,
    water: fields.water,
    pollution: fields.pollution,
    conditions: fields.conditions,
    document_number: fields.documentNumber,
    checked_on: fields.checkedOn,
    valid_until: fields.validUntil,
  };
}
