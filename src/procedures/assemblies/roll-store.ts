import { sql } from 'kysely';
import { type NewRow, type RecordKey, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseAlike } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { AttendanceMode } from './rules.ts';
import type { AssemblyRow } from './store.ts';

export interface RollRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly membershipId: string | null;
  readonly householdId: string | null;
  readonly memberPlaceName: string | null;
  readonly additionalVotes: number;
  readonly mode: AttendanceMode;
  readonly proxyName: string | null;
  readonly revision: number;
}

/** Everybody on the roll of a meeting, by number. */
export async function listRoll(tx: Tx, assembly: RecordKey): Promise<readonly RollRow[]> {
  const { rows } = await sql<RollRow>`
    select r.id, r.number, r.name, r.membership_id, r.household_id, p.name as member_place_name, r.additional_votes, r.mode,
      r.proxy_name, r.revision
    from attendance as r left join place as p on p.code = r.member_place
    where r.county = ${assembly.county} and r.assembly_id = ${assembly.id}
    order by length(r.number), r.number collate "C"`.execute(tx.db);
  return rows;
}

/** Somebody entitled to vote at a meeting. */
export interface RollEntry {
  readonly id?: string | undefined;
  readonly number: string;
  readonly name: string;
  readonly membershipId?: string | null | undefined;
  readonly householdId?: string | null | undefined;
  readonly memberPlace?: number | null | undefined;
  readonly additionalVotes?: number | undefined;
}

export async function recordRoll(tx: Tx, assembly: AssemblyRow, entries: readonly RollEntry[]): Promise<void> {
  const rows = entries.map(
    (entry): NewRow => ({
      county: assembly.county,
      id: entry.id ?? newRecordId(tx),
      place: assembly.place,
      cooperative_id: assembly.cooperativeId,
      assembly_id: assembly.id,
      number: entry.number,
      name: entry.name,
      membership_id: entry.membershipId ?? null,
      household_id: entry.householdId ?? null,
      member_place: entry.memberPlace ?? null,
      additional_votes: entry.additionalVotes ?? 0,
      mode: 'absent',
      proxy_name: null,
    }),
  );
  await recordMany(tx, 'attendance', rows);
}

export interface Mark {
  readonly id: string;
  readonly revision: number;
  readonly mode: AttendanceMode;
  readonly proxyName: string | null;
  readonly additionalVotes: number;
}

/** False when one of the rows was changed meanwhile or is not on this roll. */
export async function markAttendance(
  tx: Tx,
  assembly: AssemblyRow,
  change: { readonly mark: Mark; readonly reason: string },
): Promise<boolean> {
  const { id, revision, mode, proxyName, additionalVotes } = change.mark;
  const set = { mode, proxy_name: proxyName, additional_votes: additionalVotes };
  const key = { county: assembly.county, id, revision };
  const images = await revise(tx, 'attendance', { key, set, reason: change.reason });
  return images?.after.assembly_id === assembly.id;
}

/** Marks those who came themselves, all at once. */
export async function markPresent(
  tx: Tx,
  assembly: AssemblyRow,
  change: { readonly ids: readonly string[]; readonly reason: string },
): Promise<void> {
  const { ids, reason } = change;
  const set = { mode: 'present' satisfies AttendanceMode };
  await reviseAlike(tx, 'attendance', { county: assembly.county, ids, set, reason });
}

/** False when nobody of that id is on this roll. */
export async function strike(
  tx: Tx,
  assembly: AssemblyRow,
  change: { readonly id: string; readonly reason: string },
): Promise<boolean> {
  const image = await withdraw(tx, 'attendance', {
    key: { county: assembly.county, id: change.id },
    reason: change.reason,
  });
  return image?.assembly_id === assembly.id;
}
