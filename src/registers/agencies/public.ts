export { type AgencyRow, findAgency } from './store.ts';
