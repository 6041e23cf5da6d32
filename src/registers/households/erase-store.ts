import { sql } from 'kysely';
import { type ErasedRecord, erasePerson } from '../../platform/audit/erase.ts';
import { erase } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { HouseholdKey } from './household-store.ts';
import { dropKey } from './key-store.ts';
import type { ResidentStay } from './resident-store.ts';
import { isErased } from './rules.ts';

export interface Erasure {
  /** stays of this person, wherever in the range */
  readonly stays: number;
  /** households that nobody known is left of: address, telephone and card went with the last one */
  readonly households: number;
}

/**
 * Erases what is personal about somebody who is on no register any more: in every stay under the number, in all earlier
 * states and in what the trail kept, and sets the number free. Sex, birth year, relation, dates and links stay, so every
 * figure and every seal stays what it was (PIPL art. 47).
 */
export async function eraseResident(tx: Tx, stay: ResidentStay): Promise<Result<Erasure, Refusal>> {
  if (isErased(stay)) return refuse({ code: 'resident_erased' });
  const stays = await listStaysOf(tx, stay.idNumberHash);
  if (stays.some(({ leftOn }) => leftOn === null)) return refuse({ code: 'resident_present' });
  for (const one of stays) {
    await dropKey(tx, one.idNumberHash, one.id);
    await erase(tx, 'resident', one);
  }
  const households = await listForsaken(tx, stays);
  for (const one of households) await erase(tx, 'household', one);
  await erasePerson(tx, [...stays.map(asRecord('resident')), ...households.map(asRecord('household'))]);
  return ok({ stays: stays.length, households: households.length });
}

type Stay = Pick<ResidentStay, 'county' | 'id' | 'place' | 'householdId' | 'leftOn' | 'idNumberHash'>;

async function listStaysOf(tx: Tx, hash: Buffer): Promise<readonly Stay[]> {
  return tx.db
    .selectFrom('resident')
    .select(['county', 'id', 'place', 'householdId', 'leftOn', 'idNumberHash'])
    .where('idNumberHash', '=', hash)
    .orderBy('joinedOn')
    .limit(200)
    .execute();
}

/** Of the households that these people stayed in, those that are closed and hold nobody who is still known. */
async function listForsaken(tx: Tx, stays: readonly Stay[]): Promise<readonly (HouseholdKey & { place: number })[]> {
  const { rows } = await sql<HouseholdKey & { place: number }>`
    select h.county, h.id, h.place from household as h
    where h.county = any(${stays.map(({ county }) => county)}::int[])
      and h.id = any(${stays.map(({ householdId }) => householdId)}::uuid[]) and h.left_on is not null
      and not exists (select from resident as r
        where r.county = h.county and r.household_id = h.id and octet_length(r.id_number) > 0)`.execute(tx.db);
  return rows;
}

function asRecord(table: string): (row: HouseholdKey & { place: number }) => ErasedRecord {
  return ({ county, id, place }) => ({ table, county, id, place });
}
