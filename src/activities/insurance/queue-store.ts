import { sql } from 'kysely';
import { type NewRow, type RecordKey, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { maskResidentId } from '../../platform/pure/resident-id.ts';
import { type IntakeOutcome, type IntakeRow, queueKey } from './import-rules.ts';
import type { QueueCause } from './match-rules.ts';
import { type InsuranceLine, unitOf } from './rules.ts';
import { containing, within } from './store.ts';

export interface QueueRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly insurerId: string;
  readonly insurerName: string;
  readonly importId: string;
  readonly rowNumber: number;
  readonly number: string;
  readonly line: InsuranceLine;
  readonly unit: 'head' | 'mu';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly unitSumFen: bigint;
  readonly rateBp: number;
  readonly deductibleBp: number;
  readonly units: number;
  readonly premiumFen: bigint;
  readonly name: string;
  readonly idNumberMasked: string | null;
  readonly village: string;
  readonly villagePlace: number | null;
  readonly cause: QueueCause;
  readonly state: 'open' | 'matched' | 'dismissed';
  readonly note: string | null;
  readonly revision: number;
}

const columns = sql`q.county, q.id, q.place, q.insurer_id, coalesce(i.name, '') as insurer_name, q.import_id, q.row_number,
  q.number, q.line, q.unit, q.starts_on, q.ends_on, q.unit_sum_fen, q.rate_bp, q.deductible_bp, q.units, q.premium_fen,
  q.name, q.id_number_masked, q.village, q.village_place, q.cause, q.state, q.note, q.revision`;
const source = sql`insurance_intake q left join insurance_insurer i on i.id = q.insurer_id`;

export interface QueueFilters {
  readonly q?: string | undefined;
  readonly state?: QueueRow['state'] | undefined;
  readonly cause?: QueueCause | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'number' | 'name' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export async function listQueue(
  tx: Tx,
  query: QueueFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly QueueRow[]; total: number }> {
  const parts = [sql`true`];
  if (query.state) parts.push(sql`q.state = ${query.state}`);
  if (query.cause) parts.push(sql`q.cause = ${query.cause}`);
  if (query.place !== undefined) parts.push(sql`q.place ${within(query.place)}`);
  if (query.q) {
    const text = containing(query.q);
    parts.push(sql`(q.name like ${text} or q.number like ${text} or q.village like ${text})`);
  }
  const found = sql`from ${source} where ${sql.join(parts, sql` and `)}`;
  const sorted = sql.ref(query.sort === 'name' ? 'q.name' : 'q.number');
  const { rows } = await sql<QueueRow>`select ${columns} ${found}
    order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, q.row_number, q.id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findQueueRow(tx: Tx, key: RecordKey): Promise<QueueRow | undefined> {
  const { rows } = await sql<QueueRow>`
    select ${columns} from ${source} where q.county = ${key.county} and q.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from insurance_intake where state = 'open'`.execute(tx.db);
  return rows[0]?.waiting ?? 0;
}

/** Rows of an insurer that wait, or that somebody said mean nobody. */
export async function findQueued(tx: Tx, insurerId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Pick<QueueRow, 'number' | 'village' | 'name' | 'units'>>`
    select number, village, name, units from insurance_intake
    where insurer_id = ${insurerId} and state <> 'matched'`.execute(tx.db);
  return new Set(rows.map(queueKey));
}

export function newQueueRow(
  tx: Tx,
  context: { readonly insurerId: string; readonly importId: string; readonly place: number },
  one: { readonly row: IntakeRow; readonly place: number | undefined; readonly cause: QueueCause },
): NewRow {
  const { row } = one;
  const place = one.place ?? context.place;
  return {
    ...{ county: Math.floor(place / 1_000_000), id: newRecordId(tx), place },
    ...{ insurer_id: context.insurerId, import_id: context.importId, row_number: row.rowNumber },
    ...{ number: row.number, line: row.line, unit: unitOf(row.line), starts_on: row.startsOn, ends_on: row.endsOn },
    ...{ unit_sum_fen: row.unitSumFen, rate_bp: row.rateBp, deductible_bp: row.deductibleBp, units: row.units },
    ...{ premium_fen: row.premiumFen ?? 0n, name: row.name, village: row.village, village_place: one.place ?? null },
    ...{ id_number_masked: row.idNumber ? maskResidentId(row.idNumber) : null, cause: one.cause, state: 'open' },
    ...{ insured_id: null, note: null },
  };
}

export async function recordQueue(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  await recordMany(tx, 'insurance_intake', rows);
}

export async function markQueueRow(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'insurance_intake', { key, ...change })) !== undefined;
}

interface IntakeFile {
  readonly place: number;
  readonly contentHash: string;
  readonly name: string;
  readonly insurerId: string;
}

/** Whether this very file went in whole before, with how many rows. */
export async function findImport(tx: Tx, file: IntakeFile): Promise<number | undefined> {
  const { rows } = await sql<{ rows: number }>`
    select row_count as rows from insurance_import
    where county = ${Math.floor(file.place / 1_000_000)} and place = ${file.place} and insurer_id = ${file.insurerId}
      and content_hash = ${Buffer.from(file.contentHash, 'hex')} and rejected = 0`.execute(tx.db);
  return rows[0]?.rows;
}

/** Notes the import; a file that goes in whole goes in once (a second one meets the unique index). */
export async function recordImport(
  tx: Tx,
  file: IntakeFile & { readonly id: string },
  { matched, queued, known, rejected }: IntakeOutcome,
): Promise<void> {
  await sql`insert into insurance_import (county, id, place, insurer_id, content_hash, file_name, row_count, matched, queued,
      known, rejected, recorded_at, recorded_by)
    values (${Math.floor(file.place / 1_000_000)}, ${file.id}, ${file.place}, ${file.insurerId},
      ${Buffer.from(file.contentHash, 'hex')}, ${file.name.slice(0, 200)}, ${matched + queued + known + rejected},
      ${matched}, ${queued}, ${known}, ${rejected}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
}
