import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf } from '../../platform/pure/place.ts';
import type { ProposedFund } from './rules.ts';

export interface FundRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
  readonly revision: number;
}

export interface FundPage {
  readonly rows: FundRow[];
  readonly total: number;
}

const columns = ['county', 'id', 'place', 'name', 'startsOn', 'revision'] as const;

/** One page in the order of place and name, with the number of all rows in the actor's range. */
export async function listFunds(tx: Tx, page: { limit: number; offset: number }): Promise<FundPage> {
  const all = tx.db.selectFrom('fund');
  const sorted = all.select(columns).orderBy('place').orderBy('name').orderBy('id');
  const rows = await sorted.limit(page.limit).offset(page.offset).execute();
  const counted = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export async function findFund(tx: Tx, key: RecordKey): Promise<FundRow | undefined> {
  const found = tx.db.selectFrom('fund').select(columns).where('county', '=', key.county).where('id', '=', key.id);
  return found.executeTakeFirst();
}

export async function recordFund(tx: Tx, draft: ProposedFund): Promise<void> {
  const { id, place, name, startsOn } = draft;
  await record(tx, 'fund', { county: countyOf(place), id, place, name, starts_on: startsOn });
}

/** Returns false when somebody else has changed the record since that revision. */
export async function correctFund(
  tx: Tx,
  change: { readonly key: RecordKey; readonly draft: ProposedFund; readonly reason: string },
): Promise<boolean> {
  const set = { name: change.draft.name, starts_on: change.draft.startsOn };
  return (await revise(tx, 'fund', { key: change.key, set, reason: change.reason })) !== undefined;
}
