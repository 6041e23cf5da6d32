import { sql } from 'kysely';
import { keepAttempt } from '../../platform/db/attempts.ts';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { ApplicationRow } from './application-store.ts';
import type { Collateral } from './eligibility-rules.ts';

export interface ReportRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly applicationId: string;
  readonly borrowerName: string;
  readonly bankName: string | null;
  readonly collateral: Collateral;
  readonly source: 'refused_terms' | 'told';
  readonly reportedOn: string;
  readonly note: string | null;
  readonly state: 'open' | 'closed';
  readonly result: string | null;
  readonly closedOn: string | null;
  readonly revision: number;
}

interface ReportQuery {
  readonly q?: string | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly place?: number | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const source = sql`(
    select r.*, coalesce(p.name, '') as place_name, a.borrower_name, b.name as bank_name
    from loan_report r join loan_application a on a.county = r.county and a.id = r.application_id
    left join place p on p.code = r.place left join loan_lender b on b.id = r.bank_id
  ) as r`;

const columns = sql`county, id, place, place_name, application_id, borrower_name, bank_name, collateral, source, reported_on, note,
  state, result, closed_on, revision`;

export async function listReports(tx: Tx, query: ReportQuery): Promise<{ rows: readonly ReportRow[]; total: number }> {
  const { lo, hi } =
    query.place === undefined ? { lo: 0, hi: Number.MAX_SAFE_INTEGER } : placeRange(query.place as Place);
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from ${source} where place between ${lo} and ${hi} and borrower_name like ${text}
    and (${query.state ?? null}::text is null or state = ${query.state ?? null})`;
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<ReportRow>`select ${columns} ${found} order by reported_on ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findReport(tx: Tx, key: RecordKey): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function listReportsOf(tx: Tx, application: RecordKey): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from ${source} where county = ${application.county} and application_id = ${application.id}
    order by reported_on desc, id limit 50`.execute(tx.db);
  return rows;
}

interface Demand {
  readonly id: string;
  readonly collateral: Exclude<Collateral, 'none'>;
  readonly source: ReportRow['source'];
  readonly note: string | null;
}

function rowOf(tx: Tx, application: ApplicationRow, demand: Demand) {
  const { county, place, id, householdId, bankId } = application;
  return {
    ...{ county, id: demand.id, place, application_id: id, household_id: householdId, bank_id: bankId },
    ...{ collateral: demand.collateral, source: demand.source, reported_on: todayInShanghai(tx.now) },
    ...{ note: demand.note, state: 'open', result: null, closed_on: null, closed_by: null },
  };
}

export async function recordReport(tx: Tx, application: ApplicationRow, demand: Omit<Demand, 'source'>): Promise<void> {
  await record(tx, 'loan_report', rowOf(tx, application, { ...demand, source: 'told' }));
}

/** The contract is refused and rolled back; that collateral was asked for stays on record. */
export function keepDemand(tx: Tx, application: ApplicationRow, collateral: Demand['collateral']): void {
  const id = newRecordId(tx);
  const demand = { id, collateral, source: 'refused_terms', note: null } as const;
  keepAttempt(tx, 'loan_report', { ...rowOf(tx, application, demand), revision: 1 });
}

/** False when somebody changed it meanwhile. */
export async function closeReport(tx: Tx, key: RecordKey, result: string): Promise<boolean> {
  const set = { state: 'closed', result, closed_on: todayInShanghai(tx.now), closed_by: tx.actor.accountId };
  return (await revise(tx, 'loan_report', { key, set, reason: result })) !== undefined;
}
