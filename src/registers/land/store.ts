import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf } from '../../platform/pure/place.ts';
import type { ProposedLand } from './rules.ts';

export interface LandRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
  readonly revision: number;
}

export interface LandPage {
  readonly rows: LandRow[];
  readonly total: number;
}

const columns = ['county', 'id', 'place', 'name', 'startsOn', 'revision'] as const;

/** One page in the order of place and name, with the number of all rows in the actor's range. */
export async function listLand(tx: Tx, page: { limit: number; offset: number }): Promise<LandPage> {
  const all = tx.db.selectFrom('land');
  const sorted = all.select(columns).orderBy('place').orderBy('name').orderBy('id');
  const rows = await sorted.limit(page.limit).offset(page.offset).execute();
  const counted = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export async function findLand(tx: Tx, key: RecordKey): Promise<LandRow | undefined> {
  const found = tx.db.selectFrom('land').select(columns).where('county', '=', key.county).where('id', '=', key.id);
  return found.executeTakeFirst();
}

export async function recordLand(tx: Tx, draft: ProposedLand): Promise<void> {
  const { id, place, name, startsOn } = draft;
  await record(tx, 'land', { county: countyOf(place), id, place, name, starts_on: startsOn });
}

/** Returns false when somebody else has changed the record since that revision. */
export async function correctLand(
  tx: Tx,
  change: { readonly key: RecordKey; readonly draft: ProposedLand; readonly reason: string },
): Promise<boolean> {
  const set = { name: change.draft.name, starts_on: change.draft.startsOn };
  return (await revise(tx, 'land', { key: change.key, set, reason: change.reason })) !== undefined;
}
