import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { Poor } from './eligibility-rules.ts';
import type { SubsidisedLoan } from './subsidy-basis-store.ts';
import type { claimStates, subsidyLineStates } from './subsidy-contract.ts';

export type ClaimState = (typeof claimStates)[number];
export type LineState = (typeof subsidyLineStates)[number];

export interface ClaimRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly bankId: string;
  readonly bankName: string;
  readonly title: string;
  readonly fromOn: string;
  readonly throughOn: string;
  readonly state: ClaimState;
  readonly lines: number;
  readonly disputed: number;
  readonly totalFen: bigint;
  readonly paidFen: bigint;
  readonly madeBy: string;
  readonly checkedBy: string | null;
  readonly checkedOn: string | null;
  readonly paidOn: string | null;
  readonly revision: number;
}

interface ListQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const claimSource = sql`(
    select c.*, coalesce(p.name, '') as place_name, b.name as bank_name,
      (select count(*) from loan_subsidy_line l where l.county = c.county and l.claim_id = c.id and l.state = 'disputed')
        as disputed
    from loan_subsidy_claim c join loan_lender b on b.id = c.bank_id left join place p on p.code = c.place
  ) as c`;

const claimColumns = sql`county, id, place, place_name, bank_id, bank_name, title, from_on, through_on, state, lines, disputed,
  total_fen, paid_fen, made_by, checked_by, checked_on, paid_on, revision`;

export async function listClaims(
  tx: Tx,
  query: ListQuery & {
    readonly state?: ClaimState | undefined;
    readonly sort?: 'fromOn' | 'totalFen' | 'title' | undefined;
  },
): Promise<{ rows: readonly ClaimRow[]; total: number }> {
  const found = sql`from ${claimSource} where ${common(query)} and title like ${textOf(query)}
    and (${query.state ?? null}::text is null or state = ${query.state ?? null})`;
  const sorted = sql.ref({ fromOn: 'from_on', totalFen: 'total_fen', title: 'title' }[query.sort ?? 'fromOn']);
  const { rows } = await sql<ClaimRow>`select ${claimColumns} ${found} order by ${sorted} ${directionOf(query)}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function common({ place }: ListQuery): RawBuilder<unknown> {
  if (place === undefined) return sql`true`;
  const { lo, hi } = placeRange(place as Place);
  return sql`place between ${lo} and ${hi}`;
}

function textOf({ q = '' }: ListQuery): string {
  return `%${q.replace(/[\\%_]/g, '\\$&')}%`;
}

function directionOf({ order }: ListQuery): RawBuilder<unknown> {
  return sql.raw(order === 'asc' ? 'asc' : 'desc');
}

export async function findClaim(tx: Tx, key: RecordKey): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`
    select ${claimColumns} from ${claimSource} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface SubsidyLineRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly claimId: string;
  readonly loanId: string;
  readonly householdId: string | null;
  readonly organisationId: string | null;
  readonly bankId: string;
  readonly borrowerName: string;
  readonly poor: Poor;
  readonly quarterOn: string;
  readonly days: number;
  readonly amountFen: bigint;
  readonly state: LineState;
  readonly dispute: string | null;
  readonly disputedBy: string | null;
  readonly answer: string | null;
  readonly paidOn: string | null;
  readonly revision: number;
}

const lineSource = sql`(
    select l.*, coalesce(p.name, '') as place_name from loan_subsidy_line l left join place p on p.code = l.place
  ) as l`;

const lineColumns = sql`county, id, place, place_name, claim_id, loan_id, household_id, organisation_id, bank_id, borrower_name, poor,
  quarter_on, days, amount_fen, state, dispute, disputed_by, answer, paid_on, revision`;

export async function listSubsidyLines(
  tx: Tx,
  query: ListQuery & {
    readonly claimId?: string | undefined;
    readonly state?: LineState | undefined;
    readonly sort?: 'borrowerName' | 'amountFen' | 'quarterOn' | undefined;
  },
): Promise<{ rows: readonly SubsidyLineRow[]; total: number }> {
  const found = sql`from ${lineSource} where ${common(query)} and borrower_name like ${textOf(query)}
    and (${query.state ?? null}::text is null or state = ${query.state ?? null})
    and (${query.claimId ?? null}::uuid is null or claim_id = ${query.claimId ?? null})`;
  const names = { borrowerName: 'borrower_name', amountFen: 'amount_fen', quarterOn: 'quarter_on' };
  const sorted = sql.ref(names[query.sort ?? 'quarterOn']);
  const { rows } = await sql<SubsidyLineRow>`select ${lineColumns} ${found} order by ${sorted} ${directionOf(query)}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findSubsidyLine(tx: Tx, key: RecordKey): Promise<SubsidyLineRow | undefined> {
  const { rows } = await sql<SubsidyLineRow>`
    select ${lineColumns} from ${lineSource} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** Every line of a claim, in the order of its keys. */
export async function listLinesOfClaim(tx: Tx, claim: RecordKey): Promise<readonly SubsidyLineRow[]> {
  const { rows } = await sql<SubsidyLineRow>`
    select ${lineColumns} from ${lineSource} where county = ${claim.county} and claim_id = ${claim.id} order by id`.execute(
    tx.db,
  );
  return rows;
}

export async function listSubsidiesOf(tx: Tx, loan: RecordKey): Promise<readonly SubsidyLineRow[]> {
  const { rows } = await sql<SubsidyLineRow>`
    select ${lineColumns} from ${lineSource} where county = ${loan.county} and loan_id = ${loan.id}
    order by quarter_on desc, id limit 100`.execute(tx.db);
  return rows;
}

export interface CountedLine {
  readonly loan: SubsidisedLoan;
  readonly quarterOn: string;
  readonly days: number;
  readonly amountFen: bigint;
}

export async function recordClaim(
  tx: Tx,
  claim: {
    readonly id: string;
    readonly county: number;
    readonly place: number;
    readonly bankId: string;
    readonly title: string;
    readonly fromOn: string;
    readonly throughOn: string;
  },
  counted: readonly CountedLine[],
): Promise<bigint> {
  const { id, county, place, bankId, title, fromOn, throughOn } = claim;
  const totalFen = counted.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  await record(tx, 'loan_subsidy_claim', {
    ...{ county, id, place, bank_id: bankId, title, from_on: fromOn, through_on: throughOn, state: 'claimed' },
    ...{ lines: counted.length, total_fen: totalFen, paid_fen: 0n, made_by: tx.actor.accountId },
    ...{ checked_by: null, checked_on: null, paid_by: null, paid_on: null, account_id: null },
  });
  const rows = counted.map(({ loan, quarterOn, days, amountFen }) => ({
    ...{ county, id: newRecordId(tx), place: loan.place, claim_id: id },
    ...{ loan_id: loan.id, household_id: loan.householdId, organisation_id: loan.organisationId, bank_id: bankId },
    ...{ borrower_name: loan.borrowerName, poor: loan.poor, quarter_on: quarterOn, days, amount_fen: amountFen },
    ...{ state: 'claimed', dispute: null, disputed_by: null, answer: null, paid_on: null, payment_id: null },
  }));
  await recordMany(tx, 'loan_subsidy_line', rows);
  return totalFen;
}

/** False when somebody changed it meanwhile. */
export async function moveClaim(
  tx: Tx,
  key: RecordKey,
  move: {
    readonly set: {
      readonly state: ClaimState;
      readonly lines?: number;
      readonly total_fen?: bigint;
      readonly paid_fen?: bigint;
      readonly account_id?: string;
    };
    readonly reason: string;
  },
): Promise<boolean> {
  const on = todayInShanghai(tx.now);
  const by = tx.actor.accountId;
  const stamps: Readonly<Partial<Record<ClaimState, object>>> = {
    checked: { checked_by: by, checked_on: on },
    paid: { paid_by: by, paid_on: on },
  };
  const set = { ...move.set, ...stamps[move.set.state] };
  return (await revise(tx, 'loan_subsidy_claim', { key, set, reason: move.reason })) !== undefined;
}

export async function moveLine(
  tx: Tx,
  key: RecordKey,
  move: { readonly state: LineState; readonly dispute?: string; readonly answer?: string; readonly reason: string },
): Promise<boolean> {
  const { state, dispute, answer, reason } = move;
  const set = {
    state,
    ...(dispute === undefined ? {} : { dispute, disputed_by: tx.actor.accountId }),
    ...(answer === undefined ? {} : { answer }),
  };
  return (await revise(tx, 'loan_subsidy_line', { key, set, reason })) !== undefined;
}

/** The same step for many lines of a claim. */
export async function moveLines(
  tx: Tx,
  lines: readonly (SubsidyLineRow & { readonly paymentId?: string })[],
  move: { readonly state: 'accepted' | 'struck' | 'paid'; readonly reason: string },
): Promise<void> {
  const { state, reason } = move;
  const paidOn = state === 'paid' ? todayInShanghai(tx.now) : null;
  const revisions = lines.map(({ county, id, revision, paymentId }) => ({
    key: { county, id, revision },
    set: { state, paid_on: paidOn, payment_id: paymentId ?? null },
  }));
  await reviseMany(tx, 'loan_subsidy_line', { revisions, reason });
}
