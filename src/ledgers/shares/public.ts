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
