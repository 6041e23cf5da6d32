export { type AgencyRow, claimCode, findAgency } from './store.ts';
