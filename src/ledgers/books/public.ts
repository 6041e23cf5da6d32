export { knownSubs, nameSubs, recordSubsidiary, type SubsidiaryRow } from './account-store.ts';
export { type MemberAccount, memberAccount } from './member-store.ts';
export { type ClosedYear, findClosedYear } from './period-store.ts';
export { postVoucher, reverseVoucher, type SystemVoucher, type WrittenVoucher } from './posting-store.ts';
export { type BookRow, findBook, findBooks, openBooks } from './store.ts';
export { type NewTrade, patronageOf, recordTrade } from './trade-store.ts';
export { findVoucher, listVouchersOf, type VoucherRow } from './voucher-store.ts';
