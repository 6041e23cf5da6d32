import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { AlertKind, AlertState, Doubt } from './alert-rules.ts';
import { containing, within } from './store.ts';

export interface AlertRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly kind: AlertKind;
  readonly name: string;
  readonly policyId: string | null;
  readonly claimId: string | null;
  readonly householdId: string | null;
  readonly foundOn: string;
  /** units in hundredths, amounts in fen, or a count */
  readonly found: number;
  readonly expected: number;
  readonly measuredIn: 'head' | 'mu' | 'fen' | 'count';
  readonly state: AlertState;
  readonly result: string | null;
  readonly decidedOn: string | null;
  readonly revision: number;
}

export interface AlertFilters {
  readonly q?: string | undefined;
  readonly kind?: AlertKind | undefined;
  readonly state?: AlertState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'foundOn' | 'name' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(select a.*, coalesce(p.name, '') as place_name from insurance_alert a
  left join place p on p.code = a.place) as a`;
const columns = sql`county, id, place, place_name, kind, name, policy_id, claim_id, household_id, found_on, found, expected,
  measured_in, state, result, decided_on, revision`;

export interface AlertPage {
  readonly rows: readonly AlertRow[];
  readonly total: number;
  /** under the same filters */
  readonly decided: number;
  readonly confirmed: number;
}

export async function listAlerts(
  tx: Tx,
  query: AlertFilters & { readonly limit: number; readonly offset: number },
): Promise<AlertPage> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(query.sort === 'name' ? 'name' : 'found_on');
  const { rows } = await sql<AlertRow>`select ${columns} ${found}
    order by ${sorted} ${sql.raw(query.order === 'asc' ? 'asc' : 'desc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<Omit<AlertPage, 'rows'>>`select count(*) as total,
    count(*) filter (where state <> 'open') as decided, count(*) filter (where state = 'confirmed') as confirmed
    ${found}`.execute(tx.db);
  const { total, decided, confirmed } = counted.rows[0] ?? { total: 0, decided: 0, confirmed: 0 };
  return { rows, total, decided, confirmed };
}

function conditions(filters: AlertFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.kind) parts.push(sql`kind = ${filters.kind}`);
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.place !== undefined) parts.push(sql`place ${within(filters.place)}`);
  if (filters.q) {
    const text = containing(filters.q);
    parts.push(sql`(name like ${text} or place_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findAlert(tx: Tx, key: RecordKey): Promise<AlertRow | undefined> {
  const { rows } = await sql<AlertRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Records the doubts of which there is no case yet. Returns how many those were. */
export async function recordDoubts(tx: Tx, doubts: readonly Doubt[], on: string): Promise<number> {
  if (doubts.length === 0) return 0;
  const { rows } = await sql<{ kind: string; subject: string }>`
    select kind, subject from insurance_alert where subject = any(${doubts.map(({ subject }) => subject)}::text[])`.execute(
    tx.db,
  );
  const known = new Set(rows.map(({ kind, subject }) => `${kind} ${subject}`));
  const fresh = doubts.filter(({ kind, subject }) => !known.has(`${kind} ${subject}`));
  await recordMany(
    tx,
    'insurance_alert',
    fresh.map((doubt) => ({
      ...{ county: Math.floor(doubt.place / 1_000_000), id: newRecordId(tx), place: doubt.place, kind: doubt.kind },
      ...{
        subject: doubt.subject,
        policy_id: doubt.policyId,
        claim_id: doubt.claimId,
        household_id: doubt.householdId,
      },
      ...{
        name: doubt.name,
        found_on: on,
        found: doubt.found,
        expected: doubt.expected,
        measured_in: doubt.measuredIn,
      },
      ...{ state: 'open', result: null, decided_on: null, decided_by: null },
    })),
  );
  return fresh.length;
}

export async function decideAlert(
  tx: Tx,
  key: RecordKey,
  decision: { readonly state: 'confirmed' | 'cleared'; readonly result: string; readonly on: string },
): Promise<boolean> {
  const { state, result, on } = decision;
  const set = { state, result, decided_on: on, decided_by: tx.actor.accountId };
  return (await revise(tx, 'insurance_alert', { key, set, reason: result })) !== undefined;
}
