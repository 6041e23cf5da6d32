import type { Tx } from '../db/tx.ts';

/** Names of places by code. The register of places stands above the platform, so the composition root hands it in. */
export type PlaceNames = (tx: Tx, codes: readonly number[]) => Promise<ReadonlyMap<number, string>>;
