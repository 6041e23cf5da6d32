import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';

export { listContracts } from './lease-store.ts';
export { type LeaseSums, sumLeases } from './rent-store.ts';
export { type AssetHead, findAsset, findNextNumber, recordAsset } from './store.ts';
export { sumKinds, sumKindsOn } from './totals-store.ts';

/** Names of assets by id. */
export function listAssetTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'asset', column: 'name' }, keys);
}

/** Numbers of contracts over assets by id. */
export function listAssetContractTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'asset_contract', column: 'number' }, keys);
}
