import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf } from '../../platform/pure/place.ts';
import type { ProposedLoan } from './rules.ts';

export interface LoanRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
  readonly revision: number;
}

export interface LoanPage {
  readonly rows: LoanRow[];
  readonly total: number;
}

const columns = ['county', 'id', 'place', 'name', 'startsOn', 'revision'] as const;

/** One page in the order of place and name, with the number of all rows in the actor's range. */
export async function listLoans(tx: Tx, page: { limit: number; offset: number }): Promise<LoanPage> {
  const all = tx.db.selectFrom('loan');
  const sorted = all.select(columns).orderBy('place').orderBy('name').orderBy('id');
  const rows = await sorted.limit(page.limit).offset(page.offset).execute();
  const counted = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export async function findLoan(tx: Tx, key: RecordKey): Promise<LoanRow | undefined> {
  const found = tx.db.selectFrom('loan').select(columns).where('county', '=', key.county).where('id', '=', key.id);
  return found.executeTakeFirst();
}

export async function recordLoan(tx: Tx, draft: ProposedLoan): Promise<void> {
  const { id, place, name, startsOn } = draft;
  await record(tx, 'loan', { county: countyOf(place), id, place, name, starts_on: startsOn });
}

/** Returns false when somebody else has changed the record since that revision. */
export async function correctLoan(
  tx: Tx,
  change: { readonly key: RecordKey; readonly draft: ProposedLoan; readonly reason: string },
): Promise<boolean> {
  const set = { name: change.draft.name, starts_on: change.draft.startsOn };
  return (await revise(tx, 'loan', { key: change.key, set, reason: change.reason })) !== undefined;
}
