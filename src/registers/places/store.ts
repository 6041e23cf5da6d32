import type { Tx } from '../../platform/db/transact.ts';

export interface PlaceRow {
  readonly code: number;
  readonly level: string;
  readonly kind: string;
  readonly name: string;
  readonly nameOfficial: string;
  readonly rural: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

const columns = ['code', 'level', 'kind', 'name', 'nameOfficial', 'rural', 'startsOn', 'endsOn'] as const;

export async function findPlace(tx: Tx, code: number): Promise<PlaceRow | undefined> {
  return tx.db.selectFrom('place').select(columns).where('code', '=', code).executeTakeFirst();
}

/** The names of many places at once, by code; unknown codes are left out. */
export async function listPlaceNames(tx: Tx, codes: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.db.selectFrom('place').select(['code', 'name']).where('code', 'in', [...new Set(codes)]).execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}
