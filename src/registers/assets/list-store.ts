import { type RawBuilder, sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addWorkdays } from '../../platform/pure/calendar.ts';
import { nearWorkdays } from '../../platform/pure/due.ts';
import { addDays, type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { AssetRow, AssetView } from './contract.ts';
import { confirmationLight, confirmationState } from './rules.ts';

export interface AssetQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly class?: string | undefined;
  readonly kind?: string | undefined;
  readonly useState?: string | undefined;
  readonly claimState?: string | undefined;
  readonly confirmation?: string | undefined;
  readonly light?: string | undefined;
  readonly povertyProject?: boolean | undefined;
  readonly left?: boolean | undefined;
  readonly sort?: string | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

type Decided =
  | 'confirmation'
  | 'confirmBy'
  | 'light'
  | 'drawnMu'
  | 'allowed'
  | 'confirmations'
  | 'contracts'
  | 'checks';

/** An asset as read, but for its boundary; light and state of confirmation are decided by the rules. */
export type StoredAsset = Omit<AssetView, Decided | 'boundary'> & {
  readonly changedOn: LocalDate;
  readonly villageOn: string | null;
  readonly townshipOn: string | null;
};

/** Every asset with its place names, the tenant of today, and who confirmed its present state. */
export function assetSource(tx: Tx): RawBuilder<unknown> {
  const today = sql`${todayInShanghai(tx.now)}::date`;
  return sql`(
  select a.*, p.name as place_name, t.name as township_name, (a.recorded_at at time zone 'Asia/Shanghai')::date as changed_on,
    coalesce(a.verified_value_fen, a.book_value_fen) as worth_fen, v.confirmed_on as village_on, o.confirmed_on as township_on,
    (select c.tenant_name from asset_contract as c where c.county = a.county and c.asset_id = a.id and c.starts_on <= ${today}
      and (c.closed_on is null or c.closed_on >= ${today})) as let_to
  from asset as a
  left join place as p on p.code = a.place
  left join place as t on t.code = a.place - a.place % 1000
  left join asset_confirmation as v on v.county = a.county and v.asset_id = a.id and v.asset_revision = a.revision
    and v.party = 'village'
  left join asset_confirmation as o on o.county = a.county and o.asset_id = a.id and o.asset_revision = a.revision
    and o.party = 'township'
  ) as a`;
}

const columns = sql`a.county, a.id, a.place, a.place_name, a.township_name, a.number, a.name, a.class, a.kind, a.location, a.bounds,
  a.book_area_mu, a.area_mu, a.quantity, a.unit, a.book_value_fen, a.verified_value_fen, a.acquired_on, a.use_state,
  a.claim_state, a.certificate_number, a.poverty_project, a.funding_source, a.funding_document, a.project_name, a.known_by, a.note,
  a.listed_on, a.left_on, a.left_kind, a.left_document, a.revision, a.changed_on, a.village_on, a.township_on, a.let_to`;

export interface AssetSums {
  readonly total: number;
  readonly valueFen: bigint;
  readonly areaMu: number;
  readonly confirmed: number;
}

/** One page of assets under the filters, with the sums of all of them. `days`: within which both parties confirm. */
export async function listAssets(
  tx: Tx,
  query: AssetQuery,
  page: Page & { readonly days: number },
): Promise<AssetSums & { rows: AssetRow[] }> {
  const found = sql`from ${assetSource(tx)} where ${conditions(tx, query, page.days)}`;
  const { rows } = await sql<StoredAsset>`
    select ${columns} ${found} order by ${orderBy(query)}, a.county, a.id limit ${page.limit} offset ${page.offset}`.execute(
    tx.db,
  );
  const counted = await sql<AssetSums>`
    select count(*) as total, coalesce(sum(a.worth_fen), 0) as value_fen, coalesce(sum(a.area_mu), 0) as area_mu,
      count(*) filter (where a.village_on is not null and a.township_on is not null) as confirmed ${found}`.execute(
    tx.db,
  );
  const sums = counted.rows[0] ?? { total: 0, valueFen: 0n, areaMu: 0, confirmed: 0 };
  return { ...sums, rows: rows.map((row) => toRow(tx, row, page.days)) };
}

/** All assets under the filters, whole, for exports and print; never more than `most`. */
export async function readAssets(
  tx: Tx,
  query: AssetQuery,
  { most, days }: { readonly most: number; readonly days: number },
): Promise<readonly StoredAsset[]> {
  const { rows } = await sql<StoredAsset>`
    select ${columns} from ${assetSource(tx)} where ${conditions(tx, query, days)} order by ${orderBy(query)}, a.county, a.id
    limit ${most}`.execute(tx.db);
  return rows;
}

export async function readAsset(
  tx: Tx,
  key: RecordKey,
): Promise<(StoredAsset & Pick<AssetView, 'boundary'>) | undefined> {
  const { rows } = await sql<StoredAsset & Pick<AssetView, 'boundary'>>`
    select ${columns}, a.boundary from ${assetSource(tx)} where a.county = ${key.county} and a.id = ${key.id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** The row as lists show it. */
export function toRow(tx: Tx, asset: StoredAsset, days: number): AssetRow {
  const { villageOn, townshipOn, changedOn } = asset;
  return {
    county: asset.county,
    id: asset.id,
    place: asset.place,
    placeName: asset.placeName ?? '',
    number: asset.number,
    name: asset.name,
    class: asset.class,
    kind: asset.kind,
    areaMu: asset.areaMu,
    bookValueFen: asset.bookValueFen,
    verifiedValueFen: asset.verifiedValueFen,
    useState: asset.useState,
    claimState: asset.claimState,
    povertyProject: asset.povertyProject,
    letTo: asset.letTo,
    confirmation: confirmationState({ villageOn, townshipOn }),
    confirmBy: addDays(changedOn, days),
    light: confirmationLight({
      villageOn,
      townshipOn,
      changedOn,
      leftOn: asset.leftOn,
      today: todayInShanghai(tx.now),
      days,
    }),
    listedOn: asset.listedOn,
    leftOn: asset.leftOn,
    revision: asset.revision,
  };
}

/** The range stands in the query too, not only in the policy, so that the index on places is used. */
function conditions(tx: Tx, query: AssetQuery, days: number): RawBuilder<unknown> {
  const range = query.place === undefined ? tx.actor.range : placeRange(placeOf(query.place));
  const equal = (column: string, value: string | boolean | undefined) =>
    value === undefined ? [] : [sql`${sql.ref(`a.${column}`)} = ${value}`];
  return sql.join(
    [
      range ? sql`a.place between ${range.lo} and ${range.hi}` : sql`false`,
      ...(query.left ? [] : [sql`a.left_on is null`]),
      ...equal('class', query.class),
      ...equal('kind', query.kind),
      ...equal('use_state', query.useState),
      ...equal('claim_state', query.claimState),
      ...equal('poverty_project', query.povertyProject),
      ...confirmationIs(query.confirmation),
      ...lightIs(tx, query.light, days),
      ...matches(query.q),
    ],
    sql` and `,
  );
}

function confirmationIs(state: string | undefined): RawBuilder<unknown>[] {
  if (state === undefined) return [];
  const has = (column: string, isThere: boolean) =>
    isThere ? sql`${sql.ref(`a.${column}`)} is not null` : sql`${sql.ref(`a.${column}`)} is null`;
  const village = state === 'village' || state === 'both';
  const township = state === 'township' || state === 'both';
  return [has('village_on', village), has('township_on', township)];
}

/** The same decision as `confirmationLight`, on the columns. */
function lightIs(tx: Tx, light: string | undefined, days: number): RawBuilder<unknown>[] {
  if (light === undefined) return [];
  const now = todayInShanghai(tx.now);
  const both = sql`a.village_on is not null and a.township_on is not null`;
  const due = sql`a.changed_on + ${days}::int`;
  const near = addWorkdays(now, nearWorkdays);
  switch (light) {
    case 'exempt':
      return [sql`a.left_on is not null`];
    case 'met':
      return [sql`a.left_on is null and ${both}`];
    case 'late':
      return [sql`a.left_on is null and not (${both}) and ${due} < ${now}::date`];
    case 'near':
      return [sql`a.left_on is null and not (${both}) and ${due} between ${now}::date and ${near}::date`];
    default:
      return [sql`a.left_on is null and not (${both}) and ${due} > ${near}::date`];
  }
}

function matches(q: string | undefined): RawBuilder<unknown>[] {
  if (!q) return [];
  const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const letters = `${q.toLowerCase().replace(/[^a-z]/g, '')}%`;
  const byName = sql`a.name like ${text} or a.number like ${text} or a.place_name like ${text}`;
  return [
    letters === '%' ? sql`(${byName})` : sql`(${byName} or a.pinyin like ${letters} or a.initials like ${letters})`,
  ];
}

function orderBy({ sort, order }: AssetQuery): RawBuilder<unknown> {
  const down = order === 'desc' ? sql`desc` : sql`asc`;
  switch (sort) {
    case 'name':
      return sql`a.pinyin collate "C" ${down}`;
    case 'value':
      return sql`a.worth_fen ${down}`;
    case 'area':
      return sql`a.area_mu ${down}`;
    case 'waiting':
      // what has waited longest comes first; what both confirmed comes last
      return sql`(a.village_on is not null and a.township_on is not null), a.recorded_at ${down}`;
    default:
      return sql`a.place ${down}, a.number collate "C" ${down}`;
  }
}
