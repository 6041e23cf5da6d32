import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';

/** Titles of relief lists by id. */
export function listReliefTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'relief', column: 'title' }, keys);
}
