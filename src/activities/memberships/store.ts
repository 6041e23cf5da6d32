import { type RawBuilder, sql } from 'kysely';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { maskResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import type { ActKind, ActState, ActTerms } from './rules.ts';
import type { SettlementResult } from './voucher-rules.ts';

/** An act with what it says and how far it has come. */
export interface ActRow extends ActTerms {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly memberPlace: number;
  readonly cooperativeId: string;
  readonly state: ActState;
  readonly leavesOn: string | null;
  readonly idNumberMasked: string | null;
  readonly documentNumber: string;
  readonly memo: string | null;
  readonly digest: string;
  readonly totalShares: number;
  readonly totalFen: bigint;
  /** amounts as digits */
  readonly settlement: Readonly<Record<keyof SettlementResult, string>> | null;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly checkedBy: string | null;
  readonly checkedByName: string | null;
  readonly checkedOn: string | null;
  readonly decision: string | null;
  readonly shareEntryId: string | null;
  readonly voucherId: string | null;
  readonly voucherNumber: number | null;
  readonly reversalBy: string | null;
  readonly reversalReason: string | null;
  readonly reversedOn: string | null;
  readonly reversalVoucherId: string | null;
  readonly revision: number;
}

/** With the names of those it is about. */
export interface ActView extends ActRow {
  readonly cooperativeName: string | null;
  readonly placeName: string | null;
  readonly memberNumber: string | null;
  readonly memberName: string | null;
  readonly toNumber: string | null;
  readonly toName: string | null;
}

export interface ActQuery {
  readonly q?: string | undefined;
  readonly cooperativeId?: string | undefined;
  readonly membershipId?: string | undefined;
  readonly kind?: ActKind | undefined;
  readonly state?: ActState | 'open' | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'occurredOn' | 'totalShares' | 'totalFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const columns = sql`a.county, a.id, a.place, a.member_place, a.cooperative_id, a.kind, a.state, a.occurred_on, a.membership_id,
  a.to_membership_id, a.class_id, a.lot_id, a.valuation_id, a.asset_id, a.policy_id, a.shares, a.agreed_fen, a.paid_fen,
  a.debt_fen, a.counter, a.applied_on, a.leaves_on, a.leave_reason, a.newcomer, a.id_number_masked, a.document_number, a.memo,
  a.digest, a.total_shares, a.total_fen, a.settlement, a.made_by, a.made_by_name, a.checked_by, a.checked_by_name,
  a.checked_on, a.decision, a.share_entry_id, a.voucher_id, a.voucher_number, a.reversal_by, a.reversal_reason,
  a.reversed_on, a.reversal_voucher_id, a.revision`;

const views = sql`select ${columns}, c.name as cooperative_name, p.name as place_name, m.number as member_number,
    coalesce(m.name, a.newcomer ->> 'name') as member_name, t.number as to_number, t.name as to_name
  from membership_act as a
  left join cooperative as c on c.county = a.county and c.id = a.cooperative_id
  left join place as p on p.code = a.place
  left join membership as m on m.county = a.county and m.id = a.membership_id
  left join membership as t on t.county = a.county and t.id = a.to_membership_id`;

/** Undefined outside the reader’s range. */
export async function findAct(tx: Tx, key: RecordKey): Promise<ActView | undefined> {
  const { rows } = await sql<ActView>`${views} where a.county = ${key.county} and a.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

const sortColumns = { occurredOn: 'occurred_on', totalShares: 'total_shares', totalFen: 'total_fen' } as const;

/** Acts, the latest first unless sorted otherwise. */
export async function listActs(tx: Tx, query: ActQuery): Promise<{ rows: readonly ActView[]; total: number }> {
  const found = sql`from (${views}) as a where ${conditions(query)}`;
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const sorted = sql.ref(sortColumns[query.sort ?? 'occurredOn']);
  const { rows } = await sql<ActView>`
    select * ${found} order by ${sorted} ${direction}, a.id desc limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

const open = sql`state in ('noticed', 'proposed', 'reversing')`;

function conditions(query: ActQuery): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (query.cooperativeId) parts.push(sql`cooperative_id = ${query.cooperativeId}`);
  if (query.membershipId) parts.push(sql`${query.membershipId} in (membership_id, to_membership_id)`);
  if (query.kind) parts.push(sql`kind = ${query.kind}`);
  if (query.state) parts.push(query.state === 'open' ? open : sql`state = ${query.state}`);
  if (query.place !== undefined) parts.push(sql`place between ${query.place} and ${lastPlaceOf(query.place)}`);
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(cooperative_name like ${text} or member_name like ${text} or member_number like ${text}
      or to_name like ${text} or document_number like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

/** The last code of everything inside a place, by its trailing zeros. */
function lastPlaceOf(place: number): number {
  const span = [100_000_000, 1_000_000, 1_000].find((width) => place % width === 0) ?? 1;
  return place + span - 1;
}

/** What a proposal says beside its terms. */
export interface Proposal {
  readonly terms: ActTerms;
  readonly documentNumber: string;
  readonly memo: string | null;
  readonly digest: string;
  readonly leavesOn: string | null;
  readonly totalShares: number;
  readonly totalFen: bigint;
  readonly settlement: SettlementResult | null;
}

/** Keeps what somebody proposes; refused where the member is leaving already or the policy is being issued. */
export async function recordAct(
  tx: Tx,
  of: { readonly cooperative: CooperativeRow; readonly id: string; readonly memberPlace: number },
  proposal: Proposal & { readonly state: 'noticed' | 'proposed'; readonly idNumber: string | null },
): Promise<Result<true, Refusal>> {
  const { cooperative, id, memberPlace } = of;
  const { idNumber, state } = proposal;
  const row: NewRow = {
    ...{ county: cooperative.county, id, place: cooperative.place, member_place: memberPlace },
    ...{ cooperative_id: cooperative.id, state, ...proposalColumns(proposal) },
    newcomer: proposal.terms.newcomer,
    id_number: idNumber === null ? null : tx.vault.seal(idNumber),
    id_number_masked: idNumber === null ? null : maskResidentId(idNumber),
    ...{ made_by: tx.actor.accountId, made_by_name: tx.actor.name },
  };
  return once(() => record(tx, 'membership_act', row));
}

/** The same act with other terms, proposed by whoever changes it: for example after something moved meanwhile. */
export async function renewAct(
  tx: Tx,
  key: RecordKey,
  change: { readonly proposal: Proposal; readonly state: 'noticed' | 'proposed'; readonly reason: string },
): Promise<boolean> {
  const { proposal, state, reason } = change;
  const maker = { made_by: tx.actor.accountId, made_by_name: tx.actor.name };
  const set = { ...proposalColumns(proposal), state, ...maker, decision: null };
  return (await revise(tx, 'membership_act', { key, set, reason })) !== undefined;
}

async function once(write: () => Promise<unknown>): Promise<Result<true, Refusal>> {
  try {
    await write();
    return ok(true);
  } catch (error) {
    if (isUniqueViolation(error, 'membership_act_leaving')) return refuse(refusal('act_leaving', 'membershipId'));
    if (isUniqueViolation(error, 'membership_act_policy')) return refuse(refusal('act_policy_proposed', 'policyId'));
    throw error;
  }
}

function proposalColumns({ terms, ...proposal }: Proposal) {
  return {
    kind: terms.kind,
    occurred_on: terms.occurredOn,
    membership_id: terms.membershipId,
    to_membership_id: terms.toMembershipId,
    class_id: terms.classId,
    lot_id: terms.lotId,
    valuation_id: terms.valuationId,
    asset_id: terms.assetId,
    policy_id: terms.policyId,
    shares: terms.shares,
    agreed_fen: terms.agreedFen,
    paid_fen: terms.paidFen,
    debt_fen: terms.debtFen,
    counter: terms.counter,
    applied_on: terms.appliedOn,
    leaves_on: proposal.leavesOn,
    leave_reason: terms.leaveReason,
    document_number: proposal.documentNumber,
    memo: proposal.memo,
    digest: proposal.digest,
    total_shares: proposal.totalShares,
    total_fen: proposal.totalFen,
    settlement: proposal.settlement && digits(proposal.settlement),
  };
}

function digits(settlement: SettlementResult) {
  return Object.fromEntries(Object.entries(settlement).map(([key, fen]) => [key, String(fen)]));
}

/** What is known of an act once it is posted. */
export interface Posted {
  readonly membershipId: string | null;
  readonly occurredOn: string;
  readonly shareEntryId: string | null;
  readonly voucher: { readonly voucherId: string; readonly number: number } | undefined;
}

export async function markPosted(
  tx: Tx,
  key: RecordKey,
  posted: Posted & { readonly reason: string },
): Promise<boolean> {
  const set = {
    ...{ state: 'posted', membership_id: posted.membershipId, occurred_on: posted.occurredOn, ...checkerOf(tx) },
    share_entry_id: posted.shareEntryId,
    voucher_id: posted.voucher?.voucherId ?? null,
    voucher_number: posted.voucher?.number ?? null,
  };
  return (await revise(tx, 'membership_act', { key, set, reason: posted.reason })) !== undefined;
}

function checkerOf(tx: Tx) {
  return {
    checked_by: tx.actor.accountId,
    checked_by_name: tx.actor.name,
    checked_on: todayInShanghai(tx.now),
  };
}

/** Refused by the one who checks: kept with his reason. A settlement goes back to the notice that it was about. */
export async function refuseAct(tx: Tx, act: ActRow, change: { revision: number; reason: string }): Promise<boolean> {
  const back = act.kind === 'exit';
  const set = { decision: change.reason, ...(back ? { state: 'noticed' } : { state: 'refused', ...checkerOf(tx) }) };
  return moveAct(tx, act, { ...change, set });
}

export async function withdrawAct(tx: Tx, act: ActRow, change: { revision: number; reason: string }): Promise<boolean> {
  const state = act.kind === 'exit' && act.state === 'proposed' ? 'noticed' : 'withdrawn';
  return moveAct(tx, act, { ...change, set: { state } });
}

export async function askReversal(tx: Tx, act: ActRow, change: { revision: number; reason: string }): Promise<boolean> {
  const set = { state: 'reversing', reversal_by: tx.actor.accountId, reversal_reason: change.reason };
  return moveAct(tx, act, { ...change, set });
}

/** The other person says no: the act stands. */
export async function keepAct(tx: Tx, act: ActRow, change: { revision: number; reason: string }): Promise<boolean> {
  return moveAct(tx, act, { ...change, set: { state: 'posted', reversal_by: null, reversal_reason: null } });
}

export async function markReversed(
  tx: Tx,
  act: ActRow,
  change: { readonly revision: number; readonly reason: string; readonly voucherId: string | null },
): Promise<boolean> {
  const set = { state: 'reversed', reversed_on: todayInShanghai(tx.now), reversal_voucher_id: change.voucherId };
  return moveAct(tx, act, { ...change, set });
}

async function moveAct(
  tx: Tx,
  { county, id }: ActRow,
  change: { readonly revision: number; readonly reason: string; readonly set: object },
): Promise<boolean> {
  const key = { county, id, revision: change.revision };
  const set = change.set as NewRow;
  return (await revise(tx, 'membership_act', { key, set, reason: change.reason })) !== undefined;
}

/** The number of one who is to become a member, for the act that makes him one. */
export async function openIdNumber(tx: Tx, key: RecordKey): Promise<string | null> {
  const { rows } = await sql<{ idNumber: Buffer | null }>`
    select id_number from membership_act where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  const sealed = rows[0]?.idNumber;
  return sealed ? tx.vault.open(sealed) : null;
}
