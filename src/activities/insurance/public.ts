import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';

/** Numbers of policies by id. */
export function listPolicyTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'insurance_policy', column: 'number' }, keys);
}

/** Claims are called by the number of their policy. */
export function listClaimTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'insurance_claim', column: 'policy_number' }, keys);
}

/** Doubts by whom they are about. */
export function listAlertTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'insurance_alert', column: 'name' }, keys);
}
