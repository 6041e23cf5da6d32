import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';

/** Names of accounts by id. */
export function listFundAccountTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'fund_account', column: 'name' }, keys);
}

/** Titles of orders by id. */
export function listFundOrderTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'fund_order', column: 'title' }, keys);
}

/** Memos of movements by id. */
export function listMovementTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'fund_movement', column: 'memo' }, keys);
}
