import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import { reviseAlike } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import type { ReliefChannel, ReliefState } from './rules.ts';

export interface ReliefRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly cooperativeId: string;
  readonly cooperativeName: string;
  readonly form: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly channel: ReliefChannel;
  readonly state: ReliefState;
  readonly lines: number;
  readonly totalFen: bigint;
  readonly digest: string | null;
  readonly madeBy: string | null;
  readonly paidOn: string | null;
  readonly voucherId: string | null;
  readonly revision: number;
}

export interface ReliefFilters {
  readonly q?: string | undefined;
  readonly state?: ReliefState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'title' | 'totalFen' | 'paidOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(
    select r.*, coalesce(c.name, '') as cooperative_name, coalesce(p.name, '') as place_name
    from relief r left join cooperative c on c.county = r.county and c.id = r.cooperative_id
    left join place p on p.code = r.place
  ) as r`;

const columns = sql`county, id, place, place_name, cooperative_id, cooperative_name, form, title, document_number, channel,
  state, lines, total_fen, digest, made_by, paid_on, voucher_id, revision`;

const sortColumns = { title: 'title', totalFen: 'total_fen', paidOn: 'paid_on' } as const;

export async function listReliefs(
  tx: Tx,
  query: ReliefFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ReliefRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = query.sort ? sql.ref(sortColumns[query.sort]) : sql`recorded_at`;
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<ReliefRow>`select ${columns} ${found} order by ${sorted} ${direction} nulls last, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: ReliefFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(title like ${text} or document_number like ${text} or cooperative_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findRelief(tx: Tx, key: RecordKey): Promise<ReliefRow | undefined> {
  const { rows } = await sql<ReliefRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface ReliefFields {
  readonly title: string;
  readonly documentNumber: string;
  readonly channel: ReliefChannel;
}

export async function recordRelief(
  tx: Tx,
  cooperative: CooperativeRow,
  draft: ReliefFields & { readonly id: string },
): Promise<void> {
  const { county, place, kind, id: cooperativeId } = cooperative;
  await record(tx, 'relief', {
    ...{ county, place, id: draft.id, cooperative_id: cooperativeId, form: kind, state: 'draft' },
    ...{ title: draft.title, document_number: draft.documentNumber, channel: draft.channel, lines: 0, total_fen: 0n },
    ...{ digest: null, made_by: null, paid_on: null, paid_by: null, voucher_id: null },
  });
}

export async function correctRelief(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: ReliefFields; readonly reason: string },
): Promise<boolean> {
  const { title, documentNumber, channel } = change.fields;
  const set = { title, document_number: documentNumber, channel };
  return (await revise(tx, 'relief', { key, set, reason: change.reason })) !== undefined;
}

/** Fixes the list: what is paid later must have this digest. False when it changed meanwhile. */
export async function markListed(tx: Tx, key: RecordKey, digest: string): Promise<boolean> {
  const set = { state: 'listed', digest, made_by: tx.actor.accountId };
  return (await revise(tx, 'relief', { key, set, reason: 'listed' })) !== undefined;
}

/** Back to the draft, or given up. */
export async function markBack(
  tx: Tx,
  key: RecordKey,
  change: { readonly state: 'draft' | 'withdrawn'; readonly reason: string },
): Promise<boolean> {
  const set = { state: change.state, digest: null, made_by: null };
  return (await revise(tx, 'relief', { key, set, reason: change.reason })) !== undefined;
}

/** Marks list and lines as paid, once: whoever comes second finds another revision. */
export async function markPaid(
  tx: Tx,
  key: RecordKey,
  paid: { readonly on: string; readonly voucherId: string; readonly lines: readonly LineRow[] },
): Promise<boolean> {
  const set = { state: 'paid', paid_on: paid.on, paid_by: tx.actor.accountId, voucher_id: paid.voucherId };
  if (!(await revise(tx, 'relief', { key, set, reason: 'paid' }))) return false;
  const ids = paid.lines.map(({ id }) => id);
  await reviseAlike(tx, 'relief_line', { county: key.county, ids, set: { paid_on: paid.on }, reason: 'paid' });
  return true;
}

export interface LineRow {
  readonly id: string;
  readonly householdCounty: number;
  readonly householdId: string;
  readonly name: string;
  readonly memberPlace: number;
  readonly memberPlaceName: string | null;
  readonly poor: 'yes' | 'no' | 'unknown';
  readonly amountFen: bigint;
  readonly cause: string;
  readonly revision: number;
}

export async function listLines(tx: Tx, relief: RecordKey): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.id, l.household_county, l.household_id, l.name, l.member_place, p.name as member_place_name, l.poor, l.amount_fen,
      l.cause, l.revision
    from relief_line l left join place p on p.code = l.member_place
    where l.county = ${relief.county} and l.relief_id = ${relief.id} order by l.member_place, l.name, l.id`.execute(
    tx.db,
  );
  return rows;
}

/** Name and village of a household as the register has them; undefined outside the reader’s range. */
export async function findBeneficiary(
  tx: Tx,
  household: RecordKey,
): Promise<{ readonly name: string; readonly place: number } | undefined> {
  const { rows } = await sql<{ name: string; place: number }>`
    select coalesce(r.name, h.number) as name, h.place from household h
    left join resident r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    where h.county = ${household.county} and h.id = ${household.id} and h.left_on is null limit 1`.execute(tx.db);
  return rows[0];
}

export interface NewLine {
  readonly id: string;
  readonly householdCounty: number;
  readonly householdId: string;
  readonly name: string;
  readonly memberPlace: number;
  readonly poor: string;
  readonly amountFen: bigint;
  readonly cause: string;
}

export async function recordLine(tx: Tx, relief: ReliefRow, line: NewLine): Promise<void> {
  const { county, place, cooperativeId, form } = relief;
  await record(tx, 'relief_line', {
    ...{ county, id: line.id, place, member_place: line.memberPlace, cooperative_id: cooperativeId, form },
    ...{ relief_id: relief.id, household_county: line.householdCounty, household_id: line.householdId },
    ...{ name: line.name, poor: line.poor, amount_fen: line.amountFen, cause: line.cause, paid_on: null },
  });
}

export async function correctLine(
  tx: Tx,
  key: RecordKey,
  change: { readonly amountFen: bigint; readonly cause: string; readonly reason: string },
): Promise<boolean> {
  const set = { amount_fen: change.amountFen, cause: change.cause };
  return (await revise(tx, 'relief_line', { key, set, reason: change.reason })) !== undefined;
}

export async function removeLine(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'relief_line', { key, reason })) !== undefined;
}

/**
 * Keeps count and total with the lines. Only a draft’s current revision is counted anew, so that no line slips in while
 * somebody else fixes the list. False when it changed meanwhile.
 */
export async function recount(tx: Tx, relief: ReliefRow, reason: string): Promise<boolean> {
  const { county, id, revision } = relief;
  const lines = await listLines(tx, relief);
  const set = { lines: lines.length, total_fen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0n) };
  return (await revise(tx, 'relief', { key: { county, id, revision }, set, reason })) !== undefined;
}
