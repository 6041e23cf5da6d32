export { findPlace, listPlaceNames, type PlaceRow } from './store.ts';
