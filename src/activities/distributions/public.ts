import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn, listTitlesThrough } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listCooperativeTitles } from '../../registers/cooperatives/public.ts';

/** Names of the cooperatives that distribute, by distribution. */
export function listDistributionTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listTitlesThrough(
    tx,
    { table: 'distribution', column: 'cooperative_id' },
    { keys, list: listCooperativeTitles },
  );
}

/** Who pays by a contract with a floor, by contract. */
export function listReturnContractTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'return_contract', column: 'payer' }, keys);
}
