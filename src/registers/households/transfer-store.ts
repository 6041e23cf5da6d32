import { type Selectable, sql } from 'kysely';
import { type NewRow, record, recordMany } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tables } from '../../platform/db/tables.gen.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { closeHousehold, type HouseholdHead, type HouseholdKey } from './household-store.ts';
import type { KeyHolder } from './key-store.ts';
import type { PovertyView } from './poverty-contract.ts';
import { endPoverty } from './poverty-store.ts';
import { endStays, listStays } from './resident-store.ts';
import { toColumns } from './rules.ts';

export type HouseholdRecord = Selectable<Tables['household']>;
export type ResidentRecord = Selectable<Tables['resident']>;

/** Where a household opens anew. */
export interface Opening extends HouseholdKey {
  readonly place: number;
  readonly number: string;
}

export interface Happening {
  readonly happenedOn: string;
  readonly documentNumber?: string | null | undefined;
}

export interface Copies {
  readonly household: HouseholdRecord;
  readonly residents: readonly ResidentRecord[];
}

export interface Closing extends Happening {
  readonly revision: number;
  readonly leftKind: string;
  readonly leftReason: string;
  readonly leftTo: string | null;
}

export interface Arrival {
  readonly to: HouseholdKey & { readonly place: number };
  readonly happenedOn: string;
  readonly joinedKind: string;
  readonly relations?: ReadonlyMap<string, string>;
}

/** Ends the stays, the poverty state and the household on one day; answers with the state that was open. */
export async function closeHere(
  tx: Tx,
  household: HouseholdHead,
  closing: Closing,
): Promise<Result<PovertyView | undefined, Refusal>> {
  const { happenedOn, leftKind, leftReason, leftTo, revision } = closing;
  const poverty = await endPoverty(tx, household, { endsOn: happenedOn, reason: leftKind });
  if (!poverty.ok) return poverty;
  const ended = await endStays(tx, await listStays(tx, household), { leftOn: happenedOn, leftReason, leftTo });
  if (!ended.ok) return ended;
  const closed = await closeHousehold(tx, household, { revision, leftOn: happenedOn, leftKind, leftTo });
  return closed.ok ? poverty : closed;
}

export async function readCopies(tx: Tx, key: HouseholdKey): Promise<Copies> {
  const household = await tx.db
    .selectFrom('household')
    .selectAll()
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirstOrThrow();
  const residents = await tx.db
    .selectFrom('resident')
    .selectAll()
    .where('county', '=', key.county)
    .where('householdId', '=', key.id)
    .where('leftOn', 'is', null)
    .orderBy('relation')
    .limit(200)
    .execute();
  return { household, residents };
}

export async function openThere(
  tx: Tx,
  opening: { copies: Copies; to: Opening; happenedOn: string; joinedKind: string },
): Promise<void> {
  const { revision: _r, recordedAt: _at, recordedBy: _by, ...fields } = opening.copies.household;
  const { to, happenedOn, joinedKind } = opening;
  const place = { county: to.county, id: to.id, place: to.place, number: toCodeText(to.number) };
  const left = { left_on: null, left_kind: null, left_to: null };
  await record(tx, 'household', {
    ...toColumns(fields),
    ...place,
    joined_on: happenedOn,
    joined_kind: joinedKind,
    ...left,
  });
}

export async function copyResidents(
  tx: Tx,
  residents: readonly ResidentRecord[],
  arrival: Arrival,
): Promise<{ fromId: string; to: KeyHolder }[]> {
  const { to, happenedOn, joinedKind, relations } = arrival;
  const rows = residents.map(
    ({ revision: _r, recordedAt: _at, recordedBy: _by, ...fields }): { fromId: string; row: NewRow } => ({
      fromId: fields.id,
      row: {
        ...toColumns(fields),
        county: to.county,
        place: to.place,
        id: newRecordId(tx),
        household_id: to.id,
        relation: relations?.get(fields.id) ?? fields.relation,
        joined_on: happenedOn,
        joined_kind: joinedKind,
        left_on: null,
        left_reason: null,
        left_to: null,
      },
    }),
  );
  await recordMany(
    tx,
    'resident',
    rows.map(({ row }) => row),
  );
  return rows.map(({ fromId, row }) => ({
    fromId,
    to: { hash: row.id_number_hash as Buffer, county: to.county, residentId: row.id, householdId: to.id },
  }));
}

export interface Link extends Happening {
  readonly kind: 'split' | 'merge' | 'move';
  readonly direction: 'from' | 'to';
  readonly other?: HouseholdKey;
  readonly otherText: string | null;
}

export async function linkBoth(
  tx: Tx,
  event: Happening & { kind: Link['kind']; from: HouseholdHead; to: HouseholdKey & { place: number } },
): Promise<void> {
  const { kind, from, to, happenedOn, documentNumber } = event;
  await link(tx, from, { kind, direction: 'to', other: to, otherText: null, happenedOn, documentNumber });
  await link(tx, to, { kind, direction: 'from', other: from, otherText: null, happenedOn, documentNumber });
}

export async function link(tx: Tx, household: HouseholdKey & { readonly place: number }, to: Link): Promise<void> {
  await sql`insert into household_lineage (county, id, place, household_id, kind, direction, other_county, other_household_id,
      other_text, happened_on, document_number, recorded_at, recorded_by)
    values (${household.county}, ${newRecordId(tx)}, ${household.place}, ${household.id}, ${to.kind}, ${to.direction},
      ${to.other?.county ?? null}, ${to.other?.id ?? null}, ${to.otherText}, ${to.happenedOn}, ${to.documentNumber ?? null},
      ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
}
