import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type NewRow, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { uuidv7 } from '../../platform/pure/ids.ts';
import type { LocalDate, Month } from '../../platform/pure/period.ts';
import type { SubmissionLevel, SubmissionState } from './rules.ts';

export interface SubmissionRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly month: Month;
  readonly level: SubmissionLevel;
  readonly state: Exclude<SubmissionState, 'open'>;
  readonly snapshot: number;
  readonly cutoff: Date;
  readonly digest: string;
  readonly remark: string | null;
  readonly dueOn: LocalDate;
  readonly confirmedOn: LocalDate;
  readonly confirmedBy: string;
  readonly approvedOn: LocalDate | null;
  readonly revision: number;
}

const columns = [
  'county',
  'id',
  'place',
  'month',
  'level',
  'state',
  'snapshot',
  'cutoff',
  'digest',
  'remark',
  'dueOn',
  'confirmedOn',
  'confirmedBy',
  'approvedOn',
  'revision',
] as const;

export async function findSubmission(tx: Tx, place: number, month: Month): Promise<SubmissionRow | undefined> {
  const row = await tx.db
    .selectFrom('submission')
    .select(columns)
    .where('county', '=', Math.floor(place / 1_000_000))
    .where('place', '=', place)
    .where('month', '=', month)
    .executeTakeFirst();
  return row as SubmissionRow | undefined;
}

/** Reports of many places over many months, inside the reader's range. */
export async function listSubmissions(
  tx: Tx,
  query: { readonly places: readonly number[]; readonly months: readonly Month[] },
): Promise<readonly SubmissionRow[]> {
  if (query.places.length === 0) return [];
  const rows = await tx.db
    .selectFrom('submission')
    .select(columns)
    .where('place', 'in', [...query.places])
    .where('month', 'in', [...query.months])
    .limit(30_000)
    .execute();
  return rows as readonly SubmissionRow[];
}

export interface ConfirmedReport {
  readonly place: number;
  readonly month: Month;
  readonly level: SubmissionLevel;
  readonly cutoff: Date;
  readonly catalogueVersion: string;
  readonly digest: string;
  readonly remark: string | null;
  readonly dueOn: LocalDate;
  readonly confirmedOn: LocalDate;
}

/** Records a confirmation: the first one, or the next snapshot of a report that was returned or confirmed before. */
export async function recordConfirmation(tx: Tx, report: ConfirmedReport, known: SubmissionRow | undefined): Promise<{ id: string; snapshot: number } | undefined> {
  const county = Math.floor(report.place / 1_000_000);
  const set = {
    state: 'confirmed',
    snapshot: (known?.snapshot ?? 0) + 1,
    cutoff: report.cutoff,
    catalogue_version: report.catalogueVersion,
    digest: report.digest,
    remark: report.remark,
    due_on: report.dueOn,
    confirmed_on: report.confirmedOn,
    confirmed_by: tx.actor.accountId,
  };
  if (!known) {
    const id = uuidv7(tx.now.getTime(), randomBytes(10));
    await record(tx, 'submission', { county, id, place: report.place, month: report.month, level: report.level, ...set } as NewRow);
    return { id, snapshot: 1 };
  }
  const key = { county, id: known.id, revision: known.revision };
  const images = await revise(tx, 'submission', { key, set, reason: 'confirmed again' });
  return images && { id: known.id, snapshot: set.snapshot };
}

export async function approve(tx: Tx, row: SubmissionRow, today: LocalDate): Promise<boolean> {
  const key = { county: row.county, id: row.id, revision: row.revision };
  const set = { state: 'approved', approved_on: today, approved_by: tx.actor.accountId };
  return (await revise(tx, 'submission', { key, set, reason: 'approved' })) !== undefined;
}

export interface ReturnItem {
  readonly indicator: string | null;
  readonly reason: string;
}

export async function returnToSender(
  tx: Tx,
  row: SubmissionRow,
  items: { readonly answerBy: LocalDate; readonly list: readonly ReturnItem[] },
): Promise<boolean> {
  const key = { county: row.county, id: row.id, revision: row.revision };
  const [first] = items.list;
  const images = await revise(tx, 'submission', { key, set: { state: 'returned' }, reason: first?.reason ?? 'returned' });
  if (!images) return false;
  for (const item of items.list) {
    await sql`insert into submission_return (county, id, place, submission_id, snapshot, indicator, reason, answer_by, recorded_at, recorded_by)
      values (${row.county}, ${uuidv7(tx.now.getTime(), randomBytes(10))}, ${row.place}, ${row.id}, ${row.snapshot},
        ${item.indicator}, ${item.reason}, ${items.answerBy}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
  }
  return true;
}

export interface ReturnRow extends ReturnItem {
  readonly submissionId: string;
  readonly snapshot: number;
  readonly answerBy: LocalDate;
}

export async function listReturns(tx: Tx, submissionIds: readonly string[]): Promise<readonly ReturnRow[]> {
  if (submissionIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('submissionReturn')
    .select(['submissionId', 'snapshot', 'indicator', 'reason', 'answerBy'])
    .where('submissionId', 'in', [...submissionIds])
    .orderBy('recordedAt', 'desc')
    .limit(2000)
    .execute();
  return rows as readonly ReturnRow[];
}

export async function findUnlockedUntil(tx: Tx, place: number, month: Month): Promise<LocalDate | undefined> {
  const row = await tx.db
    .selectFrom('submissionUnlock')
    .select('untilOn')
    .where('county', '=', Math.floor(place / 1_000_000))
    .where('place', '=', place)
    .where('month', '=', month)
    .orderBy('untilOn', 'desc')
    .executeTakeFirst();
  return row?.untilOn as LocalDate | undefined;
}

export async function recordUnlock(
  tx: Tx,
  unlock: { readonly place: number; readonly month: Month; readonly untilOn: LocalDate; readonly reason: string },
): Promise<void> {
  const county = Math.floor(unlock.place / 1_000_000);
  await sql`insert into submission_unlock (county, id, place, month, until_on, reason, recorded_at, recorded_by)
    values (${county}, ${uuidv7(tx.now.getTime(), randomBytes(10))}, ${unlock.place}, ${unlock.month}, ${unlock.untilOn},
      ${unlock.reason}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
}

export async function listAccountNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.selectFrom('account').select(['id', 'name']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
