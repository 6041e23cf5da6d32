import { sql } from 'kysely';
import { type RecordKey, record } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { openBook } from '../../platform/ledger/ledger-store.ts';
import { countyOf, type Place } from '../../platform/pure/place.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import { chart, type Discipline, type Holder, type Pool } from './rules.ts';

/** One holder's money over all documents; its book in the ledger has the same id. */
export interface FundAccountRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly holder: Holder;
  readonly organisationId: string | null;
  readonly pool: Pool;
  readonly discipline: Discipline;
  readonly name: string;
  readonly openedOn: string;
}

/** Whose account: the finance office of a place, the collective of a village, or a cooperative. */
export interface FundHolder {
  readonly kind: Holder;
  readonly place: number;
  /** the cooperative; absent otherwise */
  readonly organisationId?: string | undefined;
  /** its share of the risk fund is an account of its own */
  readonly pool?: Pool | undefined;
}

const columns = sql`county, id, place, holder, organisation_id, pool, discipline, name, opened_on`;

/** Undefined outside the reader's range. */
export async function findFundAccount(tx: Tx, key: RecordKey): Promise<FundAccountRow | undefined> {
  const { rows } = await sql<FundAccountRow>`
    select ${columns} from fund_account where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The account of a holder, if it was opened. */
export async function accountOf(tx: Tx, holder: FundHolder): Promise<FundAccountRow | undefined> {
  const { rows } = await sql<FundAccountRow>`
    select ${columns} from fund_account
    where county = ${countyOf(holder.place as Place)} and place = ${holder.place} and holder = ${holder.kind}
      and organisation_id is not distinct from ${holder.organisationId ?? null}::uuid
      and pool = ${holder.pool ?? 'special'}`.execute(tx.db);
  return rows[0];
}

/** Days before this carry no public money here: the measure begins in 2018. */
const booksOpenOn = '2018-01-01';

export interface NewFundAccount extends FundHolder {
  readonly name: string;
  /** fixed when it is opened */
  readonly discipline: Discipline;
}

/** Opens an account with its book. A second one for the same holder is a conflict. */
export async function openFundAccount(tx: Tx, account: NewFundAccount): Promise<FundAccountRow> {
  const { place, kind, organisationId = null, pool = 'special', name, discipline } = account;
  const key = { county: countyOf(place as Place), id: newRecordId(tx) };
  await openBook(tx, {
    ...key,
    place,
    organisationId: organisationId ?? key.id,
    kind: 'funds',
    unit: 'fen',
    openedOn: booksOpenOn,
    accounts: chart,
  });
  const row = { ...key, place, holder: kind, pool, discipline, name };
  await record(tx, 'fund_account', { ...row, organisation_id: organisationId, opened_on: booksOpenOn });
  return { ...row, organisationId, openedOn: booksOpenOn };
}

/** The accounts of places, opened where there are none yet: of villages theirs, of higher places their finance office's. */
export async function ensurePlaceAccounts(
  tx: Tx,
  places: readonly number[],
  pool: Pool = 'special',
): Promise<ReadonlyMap<number, FundAccountRow>> {
  const { rows } = await sql<FundAccountRow>`
    select ${columns} from fund_account where place = any(${[...places]}::bigint[]) and holder <> 'cooperative'
      and pool = ${pool}`.execute(tx.db);
  const known = new Map(rows.map((row) => [row.place, row]));
  const missing = [...new Set(places)].filter((place) => !known.has(place)).sort((a, b) => a - b);
  if (missing.length === 0) return known;
  const names = await listPlaceNames(tx, missing);
  for (const place of missing) {
    const kind = place % 1_000 === 0 ? 'office' : 'village';
    const name = names.get(place) ?? String(place);
    known.set(place, await openFundAccount(tx, { place, kind, pool, name, discipline: 'fifo' }));
  }
  return known;
}
