import type { Tx } from '../db/tx.ts';
import { dropCommitments, type RecordRef } from './audit-store.ts';

/** A record whose personal values are to be forgotten, and where it stands. */
export interface ErasedRecord extends RecordRef {
  readonly place: number;
}

/**
 * Forgets what the trail keeps of a person: salts and sealed values of the records' personal columns go, the
 * salted hashes stay and open to nothing, so every leaf and seal still verifies (row 113). The act stands in the
 * trail itself; without it `silian audit verify` reports the missing values. Returns how many values went.
 * The records themselves, their history twins and files are the caller's to clear, in the same transaction.
 */
export async function erasePerson(tx: Tx, records: readonly ErasedRecord[]): Promise<number> {
  let total = 0;
  for (const { place, ...ref } of records) {
    const erasedValues = await dropCommitments(tx, ref);
    tx.trail.push({ table: ref.table, county: ref.county, place, id: ref.id, note: { erasedValues } });
    total += erasedValues;
  }
  return total;
}
