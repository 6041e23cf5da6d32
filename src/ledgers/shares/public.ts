import type { RecordKey } from '../../platform/db/history.ts';
import { listTitlesThrough } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listMemberTitles } from '../../registers/cooperatives/public.ts';

export { findShareClass, listShareClasses, recordShareClass, type ShareClassRow } from './class-store.ts';
export { type Holding, listHoldings, listMoves } from './holding-store.ts';
export { findLot, type LotRow, listExpiring, listLots } from './lot-store.ts';
export { findOpening } from './opening-store.ts';
export { type RecordDate, readRecordDate } from './record-date-store.ts';
export { reverseShares } from './reversal-store.ts';
export { type LotChange, type NewLot, type PostedShares, postShares, type SharePosting } from './share-store.ts';
export {
  findPolicy,
  freezePolicy,
  listPolicies,
  listUplifted,
  markIssued,
  type PolicyRow,
  recordPolicy,
  type Uplift,
  upliftOn,
} from './uplift-store.ts';
export { findValuation, listValuations, recordValuation, type ValuationRow } from './valuation-store.ts';

/** Names of the members whose shares moved, by movement. */
export function listMoveTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listTitlesThrough(tx, { table: 'share_move', column: 'membership_id' }, { keys, list: listMemberTitles });
}

/** Names of the members with an uplift, by uplift. */
export function listUpliftTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listTitlesThrough(tx, { table: 'uplift_share', column: 'membership_id' }, { keys, list: listMemberTitles });
}
