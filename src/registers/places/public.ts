export { findPlace, listPlaceNames, type PlaceRow } from './store.ts';
export { countVillages, listChildPlaces, listReportingPlaces } from './hierarchy-store.ts';
