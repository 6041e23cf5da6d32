import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';

export { listWorkedLand, type WorkedLand } from './area-store.ts';
export { findEcologicalCheck, type LatestCheck } from './check-store.ts';
export { findHerdOn } from './grass-store.ts';
export { findParcel, type ParcelHead } from './store.ts';

/** Names of parcels by id. */
export function listParcelTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'land_parcel', column: 'name' }, keys);
}

/** Numbers of transfers by id. */
export function listTransferTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'land_transfer', column: 'number' }, keys);
}

/** Names of land projects by id. */
export function listLandProjectTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'land_project', column: 'name' }, keys);
}

/** Ecological checks by id, called like what was checked. */
export function listCheckTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'ecological_check', column: 'subject_name' }, keys);
}
