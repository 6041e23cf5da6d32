export {
  accountOf,
  ensurePlaceAccounts,
  type FundAccountRow,
  type FundHolder,
  findFundAccount,
  openFundAccount,
} from './account-store.ts';
export {
  type FundDocumentRow,
  type FundRow,
  findFund,
  findFundDocument,
  listFundDocuments,
  recordFund,
  recordFundDocument,
} from './document-store.ts';
export {
  holdOrder,
  type LineScore,
  listLineScores,
  listOrderGoals,
  type OrderGoal,
  type OrderGoalRow,
  recordLineScores,
  setOrderGoals,
} from './goal-store.ts';
export {
  closeProjectFunds,
  commitFunds,
  type FundCommitment,
  type FundMove,
  type FundPayment,
  findCommitment,
  moveFunds,
  type Paid,
  payFunds,
  payMany,
  releaseCommitment,
  reopenProjectFunds,
} from './money-store.ts';
export { findOrder, listOrderLines, type OrderLineRow, type OrderRow } from './order-store.ts';
export type { Posted } from './posting-store.ts';
export { type Attempted, keepRefusal } from './refusal-store.ts';
export { payRiskFund, type RiskClaim, riskTermsOn } from './risk-store.ts';
export { listFundAccountTitles, listFundOrderTitles, listMovementTitles } from './title-store.ts';
export { workbookOf } from './workbook-store.ts';
