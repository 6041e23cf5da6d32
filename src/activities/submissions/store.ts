import { sql } from 'kysely';
import { type NewRow, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
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
  readonly sentOn: LocalDate;
  readonly confirmedBy: string;
  readonly revision: number;
}

/** The reports of some places for a month, those that were confirmed at least once. */
export async function listSubmissions(
  tx: Tx,
  places: readonly number[],
  month: Month,
): Promise<readonly SubmissionRow[]> {
  const { rows } = await sql<SubmissionRow>`
    select county, id, place, month, level, state, snapshot, cutoff, digest, remark, due_on, sent_on, confirmed_by, revision
    from submission where place = any(${[...places]}::bigint[]) and month = ${month}`.execute(tx.db);
  return rows;
}

export async function findSubmission(tx: Tx, place: number, month: Month): Promise<SubmissionRow | undefined> {
  return (await listSubmissions(tx, [place], month))[0];
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

/**
 * Records a confirmation: the first one, or the next snapshot of a report that was returned or confirmed before.
 * Undefined when somebody else changed the report meanwhile.
 */
export async function recordConfirmation(
  tx: Tx,
  report: ConfirmedReport,
  known: SubmissionRow | undefined,
): Promise<{ id: string; snapshot: number } | undefined> {
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
    const id = newRecordId(tx);
    const { place, month, level } = report;
    const row: NewRow = { county, id, place, month, level, sent_on: report.confirmedOn, ...set };
    await record(tx, 'submission', row);
    return { id, snapshot: 1 };
  }
  const key = { county, id: known.id, revision: known.revision };
  const images = await revise(tx, 'submission', { key, set, reason: 'confirmed' });
  return images && { id: known.id, snapshot: set.snapshot };
}

/** False when somebody else changed the report meanwhile. */
export async function approve(tx: Tx, row: SubmissionRow, today: LocalDate): Promise<boolean> {
  const key = { county: row.county, id: row.id, revision: row.revision };
  const set = { state: 'approved', approved_on: today, approved_by: tx.actor.accountId };
  return (await revise(tx, 'submission', { key, set, reason: 'approved' })) !== undefined;
}

export interface ReturnItem {
  /** undefined: the report as a whole */
  readonly indicator: string | null;
  readonly reason: string;
}

export interface ReturnOrder {
  readonly answerBy: LocalDate;
  readonly items: readonly ReturnItem[];
}

/** False when somebody else changed the report meanwhile. */
export async function returnToSender(tx: Tx, row: SubmissionRow, { answerBy, items }: ReturnOrder): Promise<boolean> {
  const key = { county: row.county, id: row.id, revision: row.revision };
  const set = { state: 'returned', approved_on: null, approved_by: null };
  const reason = items.map((item) => item.reason).join('; ');
  const images = await revise(tx, 'submission', { key, set, reason });
  if (!images) return false;
  await sql`
    insert into submission_return (county, id, place, submission_id, snapshot, indicator, reason, answer_by, recorded_at, recorded_by)
    select ${row.county}, id, ${row.place}, ${row.id}, ${row.snapshot}, indicator, reason, ${answerBy}, ${tx.now}, ${tx.actor.accountId}
    from unnest(${items.map(() => newRecordId(tx))}::uuid[], ${items.map((item) => item.indicator)}::text[],
      ${items.map((item) => item.reason)}::text[]) as r (id, indicator, reason)`.execute(tx.db);
  return true;
}

export async function findUnlockedUntil(tx: Tx, place: number, month: Month): Promise<LocalDate | undefined> {
  const { rows } = await sql<{ untilOn: LocalDate | null }>`
    select max(until_on) as until_on from submission_unlock
    where county = ${Math.floor(place / 1_000_000)} and place = ${place} and month = ${month}`.execute(tx.db);
  return rows[0]?.untilOn ?? undefined;
}

export async function recordUnlock(
  tx: Tx,
  unlock: {
    readonly place: number;
    readonly month: Month;
    readonly untilOn: LocalDate;
    readonly reason: string;
  },
): Promise<void> {
  const county = Math.floor(unlock.place / 1_000_000);
  const id = newRecordId(tx);
  await sql`insert into submission_unlock (county, id, place, month, until_on, reason, recorded_at, recorded_by)
    values (${county}, ${id}, ${unlock.place}, ${unlock.month}, ${unlock.untilOn}, ${unlock.reason}, ${tx.now},
      ${tx.actor.accountId})`.execute(tx.db);
  tx.trail.push({ table: 'submission_unlock', county, place: unlock.place, id, after: { ...unlock } });
}
