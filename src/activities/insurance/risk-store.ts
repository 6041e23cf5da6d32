import { type RawBuilder, sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { RiskState } from './risk-rules.ts';
import { containing, within } from './store.ts';

export interface RiskRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly insuredPlace: number;
  readonly claimId: string;
  readonly lineId: string;
  readonly householdCounty: number;
  readonly householdId: string;
  readonly name: string;
  readonly lossFen: bigint;
  readonly insuredFen: bigint;
  readonly valueFen: bigint;
  readonly basis: string;
  readonly state: RiskState;
  readonly askedOn: string;
  readonly madeBy: string;
  readonly makerName: string;
  readonly checkedOn: string | null;
  readonly checkedBy: string | null;
  readonly checkerName: string | null;
  readonly opinion: string | null;
  readonly paidOn: string | null;
  readonly payerName: string | null;
  readonly amountFen: bigint | null;
  readonly movementId: string | null;
  readonly revision: number;
}

export interface RiskFilters {
  readonly q?: string | undefined;
  readonly state?: RiskState | undefined;
  readonly place?: number | undefined;
  readonly claim?: string | undefined;
  readonly sort?: 'askedOn' | 'lossFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(select r.*, r.insured_place / 1000000 as household_county, coalesce(p.name, '') as place_name,
    coalesce(m.name, '') as maker_name, c.name as checker_name, y.name as payer_name
  from risk_request r left join place p on p.code = r.insured_place left join account m on m.id = r.made_by
  left join account c on c.id = r.checked_by left join account y on y.id = r.paid_by) as r`;
const columns = sql`county, id, place, place_name, insured_place, claim_id, line_id, household_county, household_id, name, loss_fen,
  insured_fen, value_fen, basis, state, asked_on, made_by, maker_name, checked_on, checked_by, checker_name, opinion, paid_on,
  payer_name, amount_fen, movement_id, revision`;

export async function listRequests(
  tx: Tx,
  query: RiskFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly RiskRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(query.sort === 'lossFen' ? 'loss_fen' : 'asked_on');
  const { rows } = await sql<RiskRow>`select ${columns} ${found}
    order by ${sorted} ${sql.raw(query.order === 'asc' ? 'asc' : 'desc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: RiskFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.claim) parts.push(sql`claim_id = ${filters.claim}`);
  if (filters.place !== undefined) parts.push(sql`insured_place ${within(filters.place)}`);
  if (filters.q) {
    const text = containing(filters.q);
    parts.push(sql`(name like ${text} or place_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findRequest(tx: Tx, key: RecordKey): Promise<RiskRow | undefined> {
  const { rows } = await sql<RiskRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface LossLine {
  readonly county: number;
  readonly place: number;
  readonly insuredPlace: number;
  readonly claimId: string;
  readonly householdId: string | null;
  readonly name: string;
  readonly insuredFen: bigint;
  readonly isAgreed: boolean;
}

/** The line of a claim that a request is about. */
export async function findLoss(tx: Tx, key: RecordKey): Promise<LossLine | undefined> {
  const { rows } = await sql<LossLine>`
    select l.county, l.place, l.insured_place, l.claim_id, l.household_id, l.name, coalesce(l.agreed_fen, 0) as insured_fen,
      c.state in ('agreed', 'paid') as is_agreed
    from insurance_claim_line l join insurance_claim c on c.county = l.county and c.id = l.claim_id
    where l.county = ${key.county} and l.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface NewRequest {
  readonly id: string;
  readonly lineId: string;
  readonly lossFen: bigint;
  readonly valueFen: bigint;
  readonly basis: string;
  readonly on: string;
}

/** False when the loss was asked for before and the request still stands. */
export async function recordRequest(tx: Tx, loss: LossLine, request: NewRequest): Promise<boolean> {
  try {
    await record(tx, 'risk_request', {
      ...{ county: loss.county, id: request.id, place: loss.place, insured_place: loss.insuredPlace },
      ...{ claim_id: loss.claimId, line_id: request.lineId, household_id: loss.householdId, name: loss.name },
      ...{ loss_fen: request.lossFen, insured_fen: loss.insuredFen, value_fen: request.valueFen, basis: request.basis },
      ...{ state: 'asked', asked_on: request.on, made_by: tx.actor.accountId },
      ...{ checked_on: null, checked_by: null, opinion: null },
      ...{ paid_on: null, paid_by: null, amount_fen: null, movement_id: null },
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error, 'risk_request_once')) return false;
    throw error;
  }
}

/** False when somebody else changed it meanwhile. */
export async function reviseRequest(
  tx: Tx,
  key: Required<RecordKey>,
  change: { readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'risk_request', { key, ...change })) !== undefined;
}
