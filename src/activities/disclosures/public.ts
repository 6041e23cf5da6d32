import type { RecordKey } from '../../platform/db/history.ts';
import { listTitlesThrough } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listCooperativeTitles } from '../../registers/cooperatives/public.ts';

/** Names of the organisations whose finances are disclosed, by disclosure. */
export function listDisclosureTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listTitlesThrough(
    tx,
    { table: 'disclosure', column: 'cooperative_id' },
    { keys, list: listCooperativeTitles },
  );
}
