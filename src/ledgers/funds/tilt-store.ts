import { sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type RecordKey, record } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf, type Place } from '../../platform/pure/place.ts';
import { type TiltMeasure, type TiltResult, type TiltVillage, type TiltWeights, tiltMeasures } from './tilt-rules.ts';

/**
 * What the records say of each village on a day: registered-poor households, members of cooperatives, income of its
 * collective in the twelve months before (fen), value of collective assets (fen).
 */
export async function measureVillages(
  tx: Tx,
  { lo, hi, on, keyPoor }: { readonly lo: number; readonly hi: number; readonly on: string; readonly keyPoor: boolean },
): Promise<readonly TiltVillage[]> {
  const stands = sql`f.occurred_on <= ${on}::date and (f.ended_on is null or f.ended_on > ${on}::date) and f.retired_at is null
    and f.place between ${lo} and ${hi}`;
  const only = keyPoor
    ? sql`exists (select from place_flag as g where g.place = p.code and g.flag = 'key_poor_village'
        and g.starts_on <= ${on}::date and (g.ends_on is null or g.ends_on > ${on}::date))`
    : sql`p.rural`;
  const { rows } = await sql<MeasuredRow>`
    with measured as (
      select f.place, 'registered_poor' as measure, f.quantity from fact_poverty_state as f
        where ${stands} and f.dims ->> 'state' in ('registered', 'relapsed')
      union all select f.place, 'members', f.quantity from fact_membership as f where ${stands}
      union all select f.place, 'assets', f.quantity from fact_asset_value as f where ${stands}
      union all select f.place, 'collective_income', f.quantity from fact_collective_income as f
        where f.dims ->> 'side' = 'income' and f.occurred_on <= ${on}::date and f.occurred_on > ${on}::date - 365
          and f.place between ${lo} and ${hi}
    ), summed as (
      select place, measure, sum(quantity) as amount from measured group by 1, 2
    )
    select p.code as place, ${amountOf('registered_poor')} as registered_poor_fen, ${amountOf('members')} as members_fen,
      ${amountOf('collective_income')} as collective_income_fen, ${amountOf('assets')} as assets_fen
    from place as p left join summed as s on s.place = p.code
    where p.code between ${lo} and ${hi} and p.code % 1000 <> 0 and ${only} group by p.code order by p.code`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    place: row.place,
    values: {
      registered_poor: row.registeredPoorFen,
      members: row.membersFen,
      collective_income: row.collectiveIncomeFen,
      assets: row.assetsFen,
    },
  }));
}

interface MeasuredRow {
  readonly place: number;
  /** of all four only two are money; the name keeps them exact */
  readonly registeredPoorFen: bigint;
  readonly membersFen: bigint;
  readonly collectiveIncomeFen: bigint;
  readonly assetsFen: bigint;
}

function amountOf(measure: TiltMeasure) {
  return sql`coalesce(max(s.amount) filter (where s.measure = ${measure}), 0)::bigint`;
}

/** A result as it is kept: amounts as digits, because JSON numbers are not exact. */
interface StoredResult {
  readonly place: number;
  readonly rank: number;
  readonly score: number;
  readonly amountFen: string;
  readonly values: Readonly<Record<TiltMeasure, string>>;
}

export interface NewTilt {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly measuredOn: string;
  readonly totalFen: bigint;
  readonly weights: TiltWeights;
  readonly results: readonly TiltResult[];
}

export async function recordTilt(tx: Tx, tilt: NewTilt): Promise<void> {
  const { id, place, name, measuredOn, totalFen, weights } = tilt;
  const results = tilt.results.map(toStored);
  await record(tx, 'fund_tilt', {
    county: countyOf(place as Place),
    id,
    place,
    name,
    measured_on: measuredOn,
    total_fen: totalFen,
    weights,
    results,
    digest: digestOf({ measuredOn, totalFen: String(totalFen), weights, results }),
  });
}

function toStored({ amountFen, values, ...rest }: TiltResult): StoredResult {
  const texts = tiltMeasures.map((measure) => [measure, String(values[measure])]);
  return { ...rest, amountFen: String(amountFen), values: Object.fromEntries(texts) };
}

export interface TiltRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly name: string;
  readonly measuredOn: string;
  readonly totalFen: bigint;
  readonly villages: number;
  readonly keeperName: string;
}

const source = sql`select t.county, t.id, t.place, coalesce(p.name, '') as place_name, t.name, t.measured_on, t.total_fen,
    jsonb_array_length(t.results) as villages, coalesce(k.name, '') as keeper_name, t.weights, t.results, t.digest
  from fund_tilt as t left join place as p on p.code = t.place left join account as k on k.id = t.recorded_by`;

export async function listTilts(
  tx: Tx,
  query: {
    readonly q?: string | undefined;
    readonly sort?: 'measuredOn' | 'totalFen' | undefined;
    readonly order?: 'asc' | 'desc' | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly TiltRow[]; total: number }> {
  const named = query.q ? sql`name like ${`%${query.q.replace(/[\\%_]/g, '\\$&')}%`}` : sql`true`;
  const sorted = sql.raw(query.sort === 'totalFen' ? 'total_fen' : 'measured_on');
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<TiltRow>`
    select county, id, place, place_name, name, measured_on, total_fen, villages, keeper_name from (${source}) as t
    where ${named} order by ${sorted} ${direction}, id limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total from (${source}) as t where ${named}`.execute(
    tx.db,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface KeptTilt extends Omit<TiltRow, 'villages'> {
  readonly weights: TiltWeights;
  readonly results: readonly TiltResult[];
  readonly digest: string;
}

export async function findTilt(tx: Tx, key: RecordKey): Promise<KeptTilt | undefined> {
  const { rows } = await sql<Omit<KeptTilt, 'results'> & { results: readonly StoredResult[] }>`
    select * from (${source}) as t where t.county = ${key.county} and t.id = ${key.id}`.execute(tx.db);
  const [row] = rows;
  return row && { ...row, results: row.results.map(fromStored) };
}

function fromStored({ amountFen, values, ...rest }: StoredResult): TiltResult {
  return {
    ...rest,
    amountFen: BigInt(amountFen),
    values: {
      registered_poor: BigInt(values.registered_poor),
      members: BigInt(values.members),
      collective_income: BigInt(values.collective_income),
      assets: BigInt(values.assets),
    },
  };
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
