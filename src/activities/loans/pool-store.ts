import { sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { compensationStates } from './pool-contract.ts';
import { poolStanding, type RiskTerms } from './risk-rules.ts';
import { isOfPool, type LoanRow } from './store.ts';

interface PoolHead extends RiskTerms {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly bankId: string;
  readonly bankName: string;
  readonly agreement: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly lentFen: bigint;
  readonly outstandingFen: bigint;
  readonly overdueFen: bigint;
  readonly compensatedFen: bigint;
  readonly fundPaidFen: bigint;
  readonly suspendedOn: string | null;
  readonly liftedOn: string | null;
  readonly revision: number;
}

export interface PoolRow extends PoolHead {
  readonly ratioBp: number | null;
  readonly suspendProposed: boolean;
}

/** Sums of the bank’s microcredit in the county since the agreement began. */
function source(day: string) {
  return sql`(
    select o.*, coalesce(p.name, '') as place_name, b.name as bank_name, s.*
    from loan_pool o join loan_lender b on b.id = o.bank_id left join place p on p.code = o.place
    cross join lateral (
      select coalesce(sum(l.principal_fen), 0)::bigint as lent_fen, coalesce(sum(l.outstanding_fen), 0)::bigint as outstanding_fen,
        coalesce(sum(l.outstanding_fen) filter (where exists (select from loan_instalment i where i.county = l.county
          and i.loan_id = l.id and i.settled_on is null and i.pay_by < ${day}::date)), 0)::bigint as overdue_fen,
        coalesce(sum(c.principal_fen), 0)::bigint as compensated_fen,
        coalesce(sum(c.fund_fen) filter (where c.state = 'paid'), 0)::bigint as fund_paid_fen
      from loan l left join loan_compensation c on c.county = l.county and c.loan_id = l.id and c.state in ('confirmed', 'paid')
      where ${isOfPool}
    ) as s
  ) as o`;
}

const columns = sql`county, id, place, place_name, bank_id, bank_name, agreement, starts_on, ends_on, fund_bp, trigger_days, limit_bp,
  lent_fen, outstanding_fen, overdue_fen, compensated_fen, fund_paid_fen, suspended_on, lifted_on, revision`;

export async function listPools(
  tx: Tx,
  query: {
    readonly q?: string | undefined;
    readonly sort?: 'bankName' | 'startsOn' | undefined;
    readonly order?: 'asc' | 'desc' | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly PoolRow[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from ${source(todayInShanghai(tx.now))} where bank_name like ${text} or agreement like ${text}`;
  const sorted = query.sort === 'startsOn' ? sql`starts_on` : sql`bank_name`;
  const direction = sql.raw(query.order === 'desc' ? 'desc' : 'asc');
  const { rows } = await sql<PoolHead>`select ${columns} ${found} order by ${sorted} ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows: rows.map(withStanding), total: counted.rows[0]?.total ?? 0 };
}

export async function findPool(tx: Tx, key: RecordKey): Promise<PoolRow | undefined> {
  const { rows } = await sql<PoolHead>`select ${columns} from ${source(todayInShanghai(tx.now))}
    where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  const [row] = rows;
  return row && withStanding(row);
}

function withStanding(row: PoolHead): PoolRow {
  const { ratioBp, suspendProposed } = poolStanding(row, row);
  const isSuspended = row.suspendedOn !== null && row.liftedOn === null;
  return { ...row, ratioBp: ratioBp ?? null, suspendProposed: suspendProposed && !isSuspended };
}

export interface PoolTerms extends RiskTerms {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly suspendedOn: string | null;
  readonly liftedOn: string | null;
}

/** The agreement with a bank that runs in a county. */
export async function findPoolOf(
  tx: Tx,
  at: { readonly county: number; readonly bankId: string },
): Promise<PoolTerms | undefined> {
  const { rows } = await sql<PoolTerms>`
    select county, id, place, fund_bp, trigger_days, limit_bp, suspended_on, lifted_on from loan_pool
    where county = ${at.county} and bank_id = ${at.bankId} and ends_on is null`.execute(tx.db);
  return rows[0];
}

export interface NewPool extends RiskTerms {
  readonly id: string;
  readonly county: number;
  readonly place: number;
  readonly bankId: string;
  readonly agreement: string;
  readonly startsOn: string;
}

export async function recordPool(tx: Tx, pool: NewPool): Promise<void> {
  await record(tx, 'loan_pool', {
    ...{ county: pool.county, id: pool.id, place: pool.place, bank_id: pool.bankId, agreement: pool.agreement },
    ...{ starts_on: pool.startsOn, ends_on: null, fund_bp: pool.fundBp, trigger_days: pool.triggerDays },
    ...{ limit_bp: pool.limitBp, suspended_on: null, suspended_by: null, suspension_ratio_bp: null, lifted_on: null },
  });
}

/** False when somebody changed it meanwhile. */
export async function suspendPool(
  tx: Tx,
  key: RecordKey,
  suspension: { readonly ratioBp: number | null; readonly reason: string },
): Promise<boolean> {
  const set = {
    ...{ suspended_on: todayInShanghai(tx.now), suspended_by: tx.actor.accountId, lifted_on: null },
    suspension_ratio_bp: suspension.ratioBp,
  };
  return (await revise(tx, 'loan_pool', { key, set, reason: suspension.reason })) !== undefined;
}

export async function liftPool(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await revise(tx, 'loan_pool', { key, set: { lifted_on: todayInShanghai(tx.now) }, reason })) !== undefined;
}

export type CompensationState = (typeof compensationStates)[number];

export interface CompensationRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly poolId: string;
  readonly loanId: string;
  readonly bankId: string;
  readonly borrowerName: string;
  readonly contractNumber: string;
  readonly askedOn: string;
  readonly overdueSince: string;
  readonly principalFen: bigint;
  readonly fundFen: bigint;
  readonly bankFen: bigint;
  readonly state: CompensationState;
  readonly note: string | null;
  readonly madeBy: string;
  readonly checkedBy: string | null;
  readonly paidOn: string | null;
  readonly revision: number;
}

export const compensation = sql`select c.county, c.id, c.place, c.pool_id, c.loan_id, c.bank_id, l.borrower_name, l.contract_number, c.asked_on,
    c.overdue_since, c.principal_fen, c.fund_fen, c.bank_fen, c.state, c.note, c.made_by, c.checked_by, c.paid_on, c.revision
  from loan_compensation c join loan l on l.county = c.county and l.id = c.loan_id`;

export async function listCompensations(tx: Tx, pool: RecordKey): Promise<readonly CompensationRow[]> {
  const { rows } = await sql<CompensationRow>`${compensation}
    where c.county = ${pool.county} and c.pool_id = ${pool.id} order by c.asked_on desc, c.id limit 500`.execute(tx.db);
  return rows;
}

export async function findCompensation(tx: Tx, key: RecordKey): Promise<CompensationRow | undefined> {
  const { rows } = await sql<CompensationRow>`${compensation}
    where c.county = ${key.county} and c.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function recordCompensation(
  tx: Tx,
  loan: LoanRow,
  asked: {
    readonly id: string;
    readonly poolId: string;
    readonly fundFen: bigint;
    readonly bankFen: bigint;
    readonly note: string | null;
  },
): Promise<void> {
  const { county, place, id, householdId, organisationId, bankId, outstandingFen, overdueSince } = loan;
  await record(tx, 'loan_compensation', {
    ...{ county, id: asked.id, place, pool_id: asked.poolId, loan_id: id, household_id: householdId },
    ...{ organisation_id: organisationId, bank_id: bankId, asked_on: todayInShanghai(tx.now) },
    ...{ overdue_since: overdueSince, principal_fen: outstandingFen, fund_fen: asked.fundFen, bank_fen: asked.bankFen },
    ...{ state: 'asked', note: asked.note, made_by: tx.actor.accountId, checked_by: null, checked_on: null },
    ...{ paid_by: null, paid_on: null, payment_id: null },
  });
}

/** False when somebody changed it meanwhile. */
export async function moveCompensation(
  tx: Tx,
  key: RecordKey,
  move: {
    readonly state: 'confirmed' | 'refused' | 'paid';
    readonly paymentId?: string;
    readonly reason: string;
  },
): Promise<boolean> {
  const on = todayInShanghai(tx.now);
  const by = tx.actor.accountId;
  const set =
    move.state === 'paid'
      ? { state: move.state, paid_by: by, paid_on: on, payment_id: move.paymentId ?? null }
      : { state: move.state, checked_by: by, checked_on: on };
  return (await revise(tx, 'loan_compensation', { key, set, reason: move.reason })) !== undefined;
}

/** A loan whose loss was shared goes on being owed; it is only marked. */
export async function markCompensated(tx: Tx, loan: RecordKey, reason: string): Promise<boolean> {
  return (await revise(tx, 'loan', { key: loan, set: { state: 'compensated' }, reason })) !== undefined;
}
