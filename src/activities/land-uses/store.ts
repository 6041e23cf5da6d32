import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf } from '../../platform/pure/place.ts';
import type { ProposedLandUse } from './rules.ts';

export interface LandUseRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
  readonly revision: number;
}

export interface LandUsePage {
  readonly rows: LandUseRow[];
  readonly total: number;
}

const columns = ['county', 'id', 'place', 'name', 'startsOn', 'revision'] as const;

/** One page in the order of place and name, with the number of all rows in the actor's range. */
export async function listLandUses(tx: Tx, page: { limit: number; offset: number }): Promise<LandUsePage> {
  const all = tx.db.selectFrom('landUse');
  const sorted = all.select(columns).orderBy('place').orderBy('name').orderBy('id');
  const rows = await sorted.limit(page.limit).offset(page.offset).execute();
  const counted = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export async function findLandUse(tx: Tx, key: RecordKey): Promise<LandUseRow | undefined> {
  const found = tx.db.selectFrom('landUse').select(columns).where('county', '=', key.county).where('id', '=', key.id);
  return found.executeTakeFirst();
}

export async function recordLandUse(tx: Tx, draft: ProposedLandUse): Promise<void> {
  const { id, place, name, startsOn } = draft;
  await record(tx, 'land_use', { county: countyOf(place), id, place, name, starts_on: startsOn });
}

/** Returns false when somebody else has changed the record since that revision. */
export async function correctLandUse(
  tx: Tx,
  change: { readonly key: RecordKey; readonly draft: ProposedLandUse; readonly reason: string },
): Promise<boolean> {
  const set = { name: change.draft.name, starts_on: change.draft.startsOn };
  return (await revise(tx, 'land_use', { key: change.key, set, reason: change.reason })) !== undefined;
}
