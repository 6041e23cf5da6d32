export { listContracts } from './lease-store.ts';
export { type LeaseSums, sumLeases } from './rent-store.ts';
export { type AssetHead, findAsset } from './store.ts';
export { sumKinds, sumKindsOn } from './totals-store.ts';
