export { type AgencyRow, claimCode, findAgency, listAgencyNames } from './store.ts';
