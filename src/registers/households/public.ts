export { findHousehold, type HouseholdHead, type HouseholdKey } from './household-store.ts';
export { claimKeys, idNumberHash, type KeyHolder } from './key-store.ts';
export { type LeftResident, listLeftResidents, type Match, matchResidents } from './match-store.ts';
export { listPovertyStates } from './poor-store.ts';
export { listPoverty, povertyStateOn } from './poverty-store.ts';
export { findResident, listStays, type ResidentStay } from './resident-store.ts';
export { searchHouseholds, searchResidents } from './search-store.ts';
export { listHouseholdTitles } from './title-store.ts';
export { countVoters, findHouseholdView, listResidents } from './view-store.ts';
