import { sql } from 'kysely';
import { type RecordKey, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { LeaveReason } from './member-rules.ts';
import { heldOn, type MembershipRow, memberColumns } from './member-store.ts';

/** Ends a membership: `leftOn` is the first day without it. False when somebody changed it meanwhile. */
export async function leaveMembership(
  tx: Tx,
  key: RecordKey,
  end: { readonly leftOn: string; readonly leftReason: LeaveReason; readonly reason: string },
): Promise<boolean> {
  const set = { left_on: end.leftOn, left_reason: end.leftReason };
  return (await revise(tx, 'membership', { key, set, reason: end.reason })) !== undefined;
}

/** The day on which a membership was to end is taken away again. */
export async function resumeMember(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await revise(tx, 'membership', { key, set: { left_on: null, left_reason: null }, reason })) !== undefined;
}

/** Says where a member’s household stands in the register of households. */
export async function linkMember(
  tx: Tx,
  key: RecordKey,
  link: {
    readonly householdCounty: number | null;
    readonly householdId: string | null;
    readonly residentId: string | null;
    readonly memberPlace: number;
    readonly reason: string;
  },
): Promise<boolean> {
  const set = {
    household_county: link.householdCounty,
    household_id: link.householdId,
    resident_id: link.residentId,
    member_place: link.memberPlace,
  };
  return (await revise(tx, 'membership', { key, set, reason: link.reason })) !== undefined;
}

/** Persons who are members and of whom nobody said which household they belong to. */
export async function listUnlinked(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly on: string },
): Promise<readonly (MembershipRow & { readonly idNumberHash: Buffer | null })[]> {
  const { rows } = await sql<MembershipRow & { idNumberHash: Buffer | null }>`
    select ${memberColumns}, m.id_number_hash from membership as m
    where m.county = ${at.county} and m.cooperative_id = ${at.cooperativeId} and ${heldOn(at.on)}
      and m.kind in ('farmer', 'other_person') and m.household_id is null
    order by length(m.number), m.number collate "C"`.execute(tx.db);
  return rows;
}
