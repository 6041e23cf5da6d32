import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf } from '../../platform/pure/place.ts';
import type { ProposedReward } from './rules.ts';

export interface RewardRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
  readonly revision: number;
}

export interface RewardPage {
  readonly rows: RewardRow[];
  readonly total: number;
}

const columns = ['county', 'id', 'place', 'name', 'startsOn', 'revision'] as const;

/** One page in the order of place and name, with the number of all rows in the actor's range. */
export async function listRewards(tx: Tx, page: { limit: number; offset: number }): Promise<RewardPage> {
  const all = tx.db.selectFrom('reward');
  const sorted = all.select(columns).orderBy('place').orderBy('name').orderBy('id');
  const rows = await sorted.limit(page.limit).offset(page.offset).execute();
  const counted = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export async function findReward(tx: Tx, key: RecordKey): Promise<RewardRow | undefined> {
  const found = tx.db.selectFrom('reward').select(columns).where('county', '=', key.county).where('id', '=', key.id);
  return found.executeTakeFirst();
}

export async function recordReward(tx: Tx, draft: ProposedReward): Promise<void> {
  const { id, place, name, startsOn } = draft;
  await record(tx, 'reward', { county: countyOf(place), id, place, name, starts_on: startsOn });
}

/** Returns false when somebody else has changed the record since that revision. */
export async function correctReward(
  tx: Tx,
  change: { readonly key: RecordKey; readonly draft: ProposedReward; readonly reason: string },
): Promise<boolean> {
  const set = { name: change.draft.name, starts_on: change.draft.startsOn };
  return (await revise(tx, 'reward', { key: change.key, set, reason: change.reason })) !== undefined;
}
