export { listChanges as listPlaceChanges, type StoredChange } from './change-store.ts';
export {
  type FlagCode,
  type FlagRow,
  flagCodes,
  hasFlag,
  listFlaggedPlaces,
  recordFlags,
} from './flag-store.ts';
export { countVillages, listChildPlaces, listReportingPlaces } from './hierarchy-store.ts';
export type { DivisionRow } from './import-rules.ts';
export { type ImportOptions, type ImportReport, importPlaces, registerOpensOn } from './import-store.ts';
export {
  findPlace,
  type ListedPlace,
  listAncestors,
  listPlaceNames,
  listPlaces,
  listVillageCodes,
  type PlaceQuery,
  type PlaceRow,
} from './store.ts';
