import { sql } from 'kysely';
import { insertRows } from '../../platform/db/columns.ts';
import { digestOf } from '../../platform/db/digest.ts';
import { markMonth, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseAlike } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { CooperativeRow, MembershipRow } from '../../registers/cooperatives/public.ts';
import { listPovertyStates } from '../../registers/households/public.ts';
import type { LotRow } from './lot-store.ts';
import type { LotDifference, MoveKind } from './rules.ts';

/** One line of reasons: whose shares of which lot moved by how much. */
export interface Move extends LotDifference {
  readonly membership: MembershipRow;
  readonly classId: string;
  readonly classKind: string;
  readonly lotId: string;
  readonly source: string;
  readonly kind: MoveKind;
  readonly reversesId?: string;
}

/** What all lines of one act share. */
export interface MoveHead {
  readonly cooperative: CooperativeRow;
  readonly occurredOn: string;
  readonly memo: string;
  readonly source: { readonly type: string; readonly id: string };
}

/** Changes what is left of a lot. False when somebody else did meanwhile. */
export async function changeLot(
  tx: Tx,
  change: LotDifference & { readonly lot: LotRow; readonly reason: string },
): Promise<boolean> {
  const { lot } = change;
  const set = {
    shares: lot.shares + change.shares,
    agreed_fen: lot.agreedFen + change.agreedFen,
    paid_fen: lot.paidFen + change.paidFen,
  };
  const key = { county: lot.county, id: lot.id, revision: lot.revision };
  return (await revise(tx, 'share_lot', { key, set, reason: change.reason })) !== undefined;
}

/** The reasons, in bulk: they are never changed, only reversed. */
export async function writeMoves(
  tx: Tx,
  head: MoveHead,
  { moves, entryId }: { readonly moves: readonly Move[]; readonly entryId: string | null },
): Promise<void> {
  const { cooperative, occurredOn, memo, source } = head;
  const poor = await poorAmong(tx, moves, occurredOn);
  const rows = moves.map(({ membership, ...move }) => ({
    county: cooperative.county,
    id: newRecordId(tx),
    place: cooperative.place,
    member_place: membership.memberPlace,
    cooperative_id: cooperative.id,
    membership_id: membership.id,
    household_id: membership.householdId,
    form: membership.form,
    member_kind: membership.kind,
    class_id: move.classId,
    class_kind: move.classKind,
    lot_id: move.lotId,
    source: move.source,
    kind: move.kind,
    poor: poor.get(membership.id) ?? null,
    occurred_on: occurredOn,
    shares: move.shares,
    agreed_fen: move.agreedFen,
    paid_fen: move.paidFen,
    entry_id: entryId,
    source_type: source.type,
    source_id: source.id,
    reverses_id: move.reversesId ?? null,
    memo,
    recorded_at: tx.now,
    recorded_by: tx.actor.accountId,
  }));
  await insertRows(tx, { table: 'share_move', types: 'share_move' }, rows);
  for (const row of rows) markMonth(tx, row.member_place, occurredOn);
  const digest = digestOf(rows);
  tx.trail.push({
    table: 'share_move',
    county: cooperative.county,
    place: cooperative.place,
    bulk: { rows: rows.length, digest },
  });
  await outdateCertificates(tx, cooperative.county, { moves, reason: memo });
}

/** What certificates say of these members is no longer so. */
async function outdateCertificates(
  tx: Tx,
  county: number,
  { moves, reason }: { readonly moves: readonly Move[]; readonly reason: string },
): Promise<void> {
  const members = [...new Set(moves.map(({ membership }) => membership.id))];
  const { rows } = await sql<{ id: string }>`
    select id from share_certificate
    where county = ${county} and membership_id = any(${members}::uuid[]) and state = 'valid'`.execute(tx.db);
  const set = { state: 'outdated', state_on: todayInShanghai(tx.now) };
  const ids = rows.map(({ id }) => id);
  await reviseAlike(tx, 'share_certificate', { county, ids, only: { state: 'valid' }, set, reason });
}

/** Whether members’ households were registered as poor on a day, as far as the recorder may know. */
async function poorAmong(tx: Tx, moves: readonly Move[], day: string): Promise<ReadonlyMap<string, boolean>> {
  const members = new Map(moves.map(({ membership }) => [membership.id, membership]));
  const states = await listPovertyStates(tx, householdsOf([...members.values()]), day);
  const known = new Map<string, boolean>();
  for (const { id, householdId } of members.values()) {
    const state = householdId === null ? undefined : states.get(householdId);
    if (state !== undefined) known.set(id, state === 'registered' || state === 'relapsed');
  }
  return known;
}

/** The households that members are linked with. */
function householdsOf(members: readonly MembershipRow[]): readonly { county: number; id: string }[] {
  return members.flatMap(({ householdCounty, householdId }) =>
    householdCounty === null || householdId === null ? [] : [{ county: householdCounty, id: householdId }],
  );
}
