import { sql } from 'kysely';
import { isForeignKeyViolation } from '../../platform/db/connection.ts';
import { type NewRow, type RecordKey, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { CooperativeRow, MembershipRow } from '../../registers/cooperatives/public.ts';
import { listPovertyStates } from '../../registers/households/public.ts';
import { readRecordDate } from './record-date-store.ts';
import { isPoor, type UpliftDraft, type UpliftMechanism, upliftOf } from './uplift-rules.ts';

export interface PolicyFields extends UpliftDraft {
  readonly name: string;
  /** the class in which shares are issued, for grants and quantification */
  readonly classId: string | null;
  readonly resolutionNumber: string;
  /** households that were lifted out still count on the record date */
  readonly includeLifted: boolean;
  /** ends for a member when the household is no longer registered */
  readonly endsWithPoverty: boolean;
}

export interface PolicyRow extends PolicyFields {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  /** the day on which the list was drawn; from then on nothing of it changes */
  readonly frozenOn: string | null;
  readonly issuedOn: string | null;
  readonly members: number;
  readonly revision: number;
}

const policies = sql`select p.county, p.id, p.place, p.cooperative_id, p.mechanism, p.name, p.grant_fen, p.uplift_bp, p.floor_fen,
    p.class_id, p.resolution_number, p.record_on, p.starts_on, p.ends_on, p.include_lifted, p.ends_with_poverty, p.frozen_on,
    p.issued_on, p.revision,
    (select count(*) from uplift_share as s where s.county = p.county and s.policy_id = p.id) as members
  from uplift_policy as p`;

export async function listPolicies(tx: Tx, cooperative: RecordKey): Promise<readonly PolicyRow[]> {
  const { rows } = await sql<PolicyRow>`${policies}
    where p.county = ${cooperative.county} and p.cooperative_id = ${cooperative.id}
    order by p.starts_on desc, p.name limit 200`.execute(tx.db);
  return rows;
}

export async function findPolicy(tx: Tx, key: RecordKey): Promise<PolicyRow | undefined> {
  const { rows } = await sql<PolicyRow>`${policies} where p.county = ${key.county} and p.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function recordPolicy(
  tx: Tx,
  cooperative: CooperativeRow,
  draft: PolicyFields & { readonly id: string },
): Promise<void> {
  const { county, place, id: cooperativeId } = cooperative;
  const base = { county, id: draft.id, place, cooperative_id: cooperativeId, frozen_on: null, issued_on: null };
  await record(tx, 'uplift_policy', { ...base, ...fieldColumns(draft) } as NewRow);
}

export async function correctPolicy(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: PolicyFields; readonly reason: string },
): Promise<boolean> {
  const set = fieldColumns(change.fields);
  return (await revise(tx, 'uplift_policy', { key, set, reason: change.reason })) !== undefined;
}

/** Refuses with `stale` when it has another revision by now, with `uplift_in_use` when an act was proposed under it. */
export async function withdrawPolicy(tx: Tx, key: RecordKey, reason: string): Promise<Result<true, Refusal>> {
  try {
    const done = await withdraw(tx, 'uplift_policy', { key, reason });
    return done ? ok(true) : refuse({ code: 'stale' });
  } catch (error) {
    if (isForeignKeyViolation(error)) return refuse({ code: 'uplift_in_use' });
    throw error;
  }
}

/** Ends a policy from a day on, for everybody on its list. */
export async function endPolicy(
  tx: Tx,
  key: RecordKey,
  end: { readonly endsOn: string; readonly reason: string },
): Promise<boolean> {
  const set = { ends_on: end.endsOn };
  if (!(await revise(tx, 'uplift_policy', { key, set, reason: end.reason }))) return false;
  const revisions = (await listUplifted(tx, key)).map(({ id, revision }) => ({
    key: { county: key.county, id, revision },
    set,
  }));
  await reviseMany(tx, 'uplift_share', { revisions, reason: end.reason });
  return true;
}

/** Draws the list of a policy on its record date, once: from then on it stays as it is. */
export async function freezePolicy(
  tx: Tx,
  cooperative: CooperativeRow,
  freeze: { readonly policy: PolicyRow; readonly frozenOn: string; readonly parFen: bigint },
): Promise<Result<number, Refusal>> {
  const { policy, frozenOn, parFen } = freeze;
  if (policy.frozenOn !== null) return refuse(refusal('uplift_frozen'));
  const at = await readRecordDate(tx, cooperative, { on: policy.recordOn, includeLifted: policy.includeLifted });
  if (at.unknown > 0) return refuse(refusal('uplift_unknown', undefined, { count: at.unknown }));
  const uplifted = upliftOf(policy, at.members, parFen);
  if (!uplifted.ok) return uplifted;
  if (uplifted.value.length === 0) return refuse(refusal('uplift_nobody'));
  const { county, id, revision } = policy;
  const set = { frozen_on: frozenOn };
  if (!(await revise(tx, 'uplift_policy', { key: { county, id, revision }, set, reason: policy.resolutionNumber })))
    return refuse({ code: 'stale' });
  const memberships = new Map(at.members.map((member) => [member.id, member.membership]));
  const rows = uplifted.value.flatMap((one) => {
    const membership = memberships.get(one.id);
    return membership ? [shareRow(tx, policy, { ...one, membership })] : [];
  });
  await recordMany(tx, 'uplift_share', rows);
  return ok(rows.length);
}

function shareRow(
  tx: Tx,
  policy: PolicyRow,
  one: {
    readonly membership: MembershipRow;
    readonly baseShares: bigint;
    readonly upliftShares: bigint;
    readonly upliftFen: bigint;
  },
): NewRow {
  const { membership } = one;
  return {
    county: policy.county,
    id: newRecordId(tx),
    place: policy.place,
    member_place: membership.memberPlace,
    cooperative_id: policy.cooperativeId,
    policy_id: policy.id,
    membership_id: membership.id,
    household_county: membership.householdCounty,
    household_id: membership.householdId,
    form: membership.form,
    mechanism: policy.mechanism,
    starts_on: policy.startsOn,
    ends_on: policy.endsOn,
    base_shares: one.baseShares,
    uplift_shares: one.upliftShares,
    uplift_fen: one.upliftFen,
    lot_id: null,
  };
}

/** One member on the list of a policy. */
export interface UpliftedRow {
  readonly id: string;
  readonly membershipId: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly memberPlace: number;
  readonly householdCounty: number | null;
  readonly householdId: string | null;
  readonly baseShares: number;
  readonly upliftShares: number;
  readonly upliftFen: bigint;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly lotId: string | null;
  readonly revision: number;
}

export async function listUplifted(tx: Tx, policy: RecordKey): Promise<readonly UpliftedRow[]> {
  const { rows } = await sql<UpliftedRow>`
    select s.id, s.membership_id, m.number, m.name, s.member_place, s.household_county, s.household_id, s.base_shares,
      s.uplift_shares, s.uplift_fen, s.starts_on, s.ends_on, s.lot_id, s.revision
    from uplift_share as s left join membership as m on m.county = s.county and m.id = s.membership_id
    where s.county = ${policy.county} and s.policy_id = ${policy.id}
    order by length(m.number), m.number collate "C" limit 100000`.execute(tx.db);
  return rows;
}

/** What a member has by uplift on a day. */
export interface Uplift {
  readonly policyId: string;
  readonly membershipId: string;
  readonly mechanism: UpliftMechanism;
  /** issued shares, which the holdings contain already */
  readonly shares: number;
  /** granted to the household, or promised as a floor for the year, in fen */
  readonly fen: bigint;
  /** part of what the collective’s shares earn that is given on to all on the list, in equal parts */
  readonly upliftBp: number;
  /** false where it holds only while the household is poor, and the reader may not know whether it is */
  readonly certain: boolean;
}

/**
 * Who has an uplift on a day: on a frozen list, inside its dates, and where the policy says so only while the household
 * is registered as poor that day (quality 78).
 */
export async function upliftOn(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly on: string },
): Promise<readonly Uplift[]> {
  const { rows } = await sql<UpliftInForce>`
    select s.policy_id, s.membership_id, s.mechanism, case when s.lot_id is null then 0 else s.uplift_shares end as shares,
      s.uplift_fen, p.uplift_bp, p.ends_with_poverty, p.include_lifted, s.household_county, s.household_id
    from uplift_share as s join uplift_policy as p on p.county = s.county and p.id = s.policy_id
    where s.county = ${at.county} and s.cooperative_id = ${at.cooperativeId} and s.starts_on <= ${at.on}::date
      and (s.ends_on is null or s.ends_on > ${at.on}::date)
    order by s.policy_id, s.membership_id`.execute(tx.db);
  const bound = rows.filter((row) => row.endsWithPoverty);
  const states = await listPovertyStates(
    tx,
    bound.flatMap(({ householdCounty, householdId }) =>
      householdCounty === null || householdId === null ? [] : [{ county: householdCounty, id: householdId }],
    ),
    at.on,
  );
  return rows.flatMap((row) => {
    const state = row.endsWithPoverty ? states.get(row.householdId ?? '') : undefined;
    const ended = state !== undefined && !isPoor(state, row.includeLifted);
    if (ended) return [];
    const { policyId, membershipId, mechanism, shares, upliftFen, upliftBp } = row;
    const certain = !row.endsWithPoverty || state !== undefined;
    return [{ policyId, membershipId, mechanism, shares, fen: upliftFen, upliftBp, certain }];
  });
}

interface UpliftInForce {
  readonly policyId: string;
  readonly membershipId: string;
  readonly mechanism: UpliftMechanism;
  readonly shares: number;
  readonly upliftFen: bigint;
  readonly upliftBp: number;
  readonly endsWithPoverty: boolean;
  readonly includeLifted: boolean;
  readonly householdCounty: number | null;
  readonly householdId: string | null;
}

/** Notes that the shares of a list are issued: each line points at its lot. False when the policy changed meanwhile. */
export async function markIssued(
  tx: Tx,
  policy: PolicyRow,
  issue: { readonly issuedOn: string; readonly lots: ReadonlyMap<string, string> },
): Promise<boolean> {
  const { county, id, revision } = policy;
  const set = { issued_on: issue.issuedOn };
  if (!(await revise(tx, 'uplift_policy', { key: { county, id, revision }, set, reason: policy.resolutionNumber })))
    return false;
  const revisions = (await listUplifted(tx, policy)).flatMap((line) => {
    const lot = issue.lots.get(line.membershipId);
    return lot ? [{ key: { county, id: line.id, revision: line.revision }, set: { lot_id: lot } }] : [];
  });
  await reviseMany(tx, 'uplift_share', { revisions, reason: policy.resolutionNumber });
  return true;
}

function fieldColumns(fields: PolicyFields) {
  return {
    mechanism: fields.mechanism,
    name: fields.name,
    grant_fen: fields.grantFen,
    uplift_bp: fields.upliftBp,
    floor_fen: fields.floorFen,
    class_id: fields.classId,
    resolution_number: fields.resolutionNumber,
    record_on: fields.recordOn,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    include_lifted: fields.includeLifted,
    ends_with_poverty: fields.endsWithPoverty,
  };
}
