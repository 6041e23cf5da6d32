import { sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type RecordKey, record } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf, type Place } from '../../platform/pure/place.ts';
import type { TiltEntry, TiltResult } from './rules.ts';

/** A result as it is kept: amounts as digits, because JSON numbers are not exact. */
type StoredResult = Omit<TiltResult, 'amountFen'> & { readonly amountFen: string };

export interface NewTilt {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly month: string;
  readonly keyPoor: boolean;
  readonly totalFen: bigint;
  readonly formula: readonly TiltEntry[];
  /** version of the catalogue whose definitions were counted by */
  readonly catalogue: string;
  readonly results: readonly TiltResult[];
}

export async function recordTilt(tx: Tx, tilt: NewTilt): Promise<void> {
  const { id, place, name, month, keyPoor, totalFen, formula, catalogue } = tilt;
  const results: readonly StoredResult[] = tilt.results.map(({ amountFen, ...rest }) => ({
    ...rest,
    amountFen: String(amountFen),
  }));
  await record(tx, 'fund_tilt', {
    ...{ county: countyOf(place as Place), id, place, name, month },
    key_poor: keyPoor,
    total_fen: totalFen,
    ...{ formula, catalogue, results },
    digest: digestOf({ place, month, keyPoor, totalFen: String(totalFen), formula, catalogue, results }),
  });
}

export interface TiltRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly name: string;
  readonly month: string;
  readonly totalFen: bigint;
  readonly villages: number;
  readonly keeperName: string;
}

const source = sql`select t.county, t.id, t.place, coalesce(p.name, '') as place_name, t.name, t.month, t.total_fen,
    jsonb_array_length(t.results) as villages, coalesce(k.name, '') as keeper_name, t.key_poor, t.formula, t.catalogue, t.results, t.digest
  from fund_tilt as t left join place as p on p.code = t.place left join account as k on k.id = t.recorded_by`;

export async function listTilts(
  tx: Tx,
  query: {
    readonly q?: string | undefined;
    readonly sort?: 'month' | 'totalFen' | undefined;
    readonly order?: 'asc' | 'desc' | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly TiltRow[]; total: number }> {
  const named = query.q ? sql`name like ${`%${query.q.replace(/[\\%_]/g, '\\$&')}%`}` : sql`true`;
  const sorted = sql.raw(query.sort === 'totalFen' ? 'total_fen' : 'month');
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<TiltRow>`
    select county, id, place, place_name, name, month, total_fen, villages, keeper_name from (${source}) as t
    where ${named} order by ${sorted} ${direction}, id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total from (${source}) as t where ${named}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface KeptTilt extends Omit<TiltRow, 'villages'> {
  readonly keyPoor: boolean;
  readonly formula: readonly TiltEntry[];
  readonly catalogue: string;
  readonly results: readonly TiltResult[];
  readonly digest: string;
}

export async function findTilt(tx: Tx, key: RecordKey): Promise<KeptTilt | undefined> {
  const { rows } = await sql<Omit<KeptTilt, 'results'> & { results: readonly StoredResult[] }>`
    select * from (${source}) as t where t.county = ${key.county} and t.id = ${key.id}`.execute(tx.db);
  const [row] = rows;
  return row && { ...row, results: row.results.map((one) => ({ ...one, amountFen: BigInt(one.amountFen) })) };
}

/** The orders that follow a ranking. */
export async function listTiltOrders(
  tx: Tx,
  tiltId: string,
): Promise<readonly { county: number; id: string; number: string; title: string }[]> {
  const { rows } = await sql<{ county: number; id: string; number: string; title: string }>`
    select county, id, number, title from fund_order where tilt_id = ${tiltId} order by occurred_on, number`.execute(
    tx.db,
  );
  return rows;
}
