import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import type { Page } from './list-store.ts';
import type { ArrearsRow, dueRow, listOwnLand } from './rent-contract.ts';
import type { StoredRent } from './rent-store.ts';
import { ageLimits } from './transfer-rules.ts';

/** The transfers of a village with rent due by a day and not paid; `taker`: only of those with this text in the name. */
export async function listDue(
  tx: Tx,
  query: { readonly place: number; readonly through: string; readonly taker?: string | undefined },
): Promise<readonly z.output<typeof dueRow>[]> {
  const text = `%${(query.taker ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<z.output<typeof dueRow>>`
    select t.county, t.id, t.place, t.number, t.grantor_name, t.taker_name, t.area_mu, count(*)::int as lines,
      min(r.due_on) as first_due_on, sum(r.amount_fen - r.paid_fen) as owed_fen
    from land_transfer as t join land_rent as r on r.county = t.county and r.transfer_id = t.id
    where t.place = ${query.place} and r.due_on <= ${query.through}::date and r.paid_fen < r.amount_fen
      and (t.taker_name like ${text} or t.payer_name like ${text})
    group by t.county, t.id order by t.taker_name, t.number, t.id limit 2000`.execute(tx.db);
  return rows;
}

export type DueLine = StoredRent & { readonly transferId: string; readonly householdId: string | null };

/** The unpaid lines due by a day of these transfers of a village, held until the act ends. */
export async function holdDue(
  tx: Tx,
  query: { readonly place: number; readonly through: string; readonly transfers: readonly string[] },
): Promise<readonly DueLine[]> {
  const { rows } = await sql<DueLine>`
    select id, transfer_id, household_id, number, starts_on, through_on, due_on, amount_fen, paid_fen, revision from land_rent
    where county = ${Math.floor(query.place / 1_000_000)} and place = ${query.place}
      and transfer_id = any(${query.transfers}::uuid[]) and due_on <= ${query.through}::date and paid_fen < amount_fen
    order by id for update`.execute(tx.db);
  return rows;
}

export interface Ages {
  readonly owedFen: bigint;
  readonly d30: bigint;
  readonly d90: bigint;
  readonly d180: bigint;
  readonly d365: bigint;
  readonly older: bigint;
}

/** The same bands as `ageArrears`, on the columns; named by their end, and read as fen. */
function ageColumns(today: LocalDate): RawBuilder<unknown> {
  const owed = sql`r.amount_fen - r.paid_fen`;
  const late = sql`${today}::date - r.due_on`;
  const [a, b, c, d] = ageLimits;
  const band = (condition: RawBuilder<unknown>, name: string) =>
    sql`coalesce(sum(${owed}) filter (where ${condition}), 0) as ${sql.ref(name)}`;
  return sql.join([
    sql`coalesce(sum(${owed}), 0) as owed_fen`,
    band(sql`${late} <= ${a}`, 'd30_fen'),
    band(sql`${late} > ${a} and ${late} <= ${b}`, 'd90_fen'),
    band(sql`${late} > ${b} and ${late} <= ${c}`, 'd180_fen'),
    band(sql`${late} > ${c} and ${late} <= ${d}`, 'd365_fen'),
    band(sql`${late} > ${d}`, 'older_fen'),
  ]);
}

interface AgedColumns {
  readonly owedFen: bigint;
  readonly d30Fen: bigint;
  readonly d90Fen: bigint;
  readonly d180Fen: bigint;
  readonly d365Fen: bigint;
  readonly olderFen: bigint;
}

function toAges({ owedFen, d30Fen, d90Fen, d180Fen, d365Fen, olderFen }: AgedColumns): Ages {
  return { owedFen, d30: d30Fen, d90: d90Fen, d180: d180Fen, d365: d365Fen, older: olderFen };
}

/** Transfers with rent in arrears and its ages, with the sums of all of them. */
export async function listArrears(
  tx: Tx,
  query: { readonly place?: number | undefined; readonly q?: string | undefined; readonly sort?: string | undefined },
  page: Page & { readonly order?: 'asc' | 'desc' | undefined },
): Promise<Ages & { rows: ArrearsRow[]; total: number }> {
  const today = todayInShanghai(tx.now);
  const range = query.place === undefined ? tx.actor.range : placeRange(placeOf(query.place));
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`from land_transfer as t
    join land_rent as r on r.county = t.county and r.transfer_id = t.id
    left join place as v on v.code = t.place
    where ${range ? sql`t.place between ${range.lo} and ${range.hi}` : sql`false`} and r.due_on < ${today}::date
      and r.paid_fen < r.amount_fen
      and (t.number like ${text} or t.taker_name like ${text} or t.grantor_name like ${text})`;
  const down = page.order === 'asc' ? sql`asc` : sql`desc`;
  const order = query.sort === 'firstDueOn' ? sql`min(r.due_on) ${down}` : sql`sum(r.amount_fen - r.paid_fen) ${down}`;
  const { rows } = await sql<AgedColumns & Omit<ArrearsRow, keyof Ages>>`
    select t.county, t.id, t.place, coalesce(v.name, '') as place_name, t.number, t.kind, t.grantor_name, t.taker_name,
      t.payer_name, min(r.due_on) as first_due_on, ${ageColumns(today)} ${found}
    group by t.county, t.id, v.name order by ${order}, t.county, t.id limit ${page.limit} offset ${page.offset}`.execute(
    tx.db,
  );
  const counted = await sql<AgedColumns & { total: number }>`
    select count(distinct t.id) as total, ${ageColumns(today)} ${found}`.execute(tx.db);
  const none = { total: 0, owedFen: 0n, d30Fen: 0n, d90Fen: 0n, d180Fen: 0n, d365Fen: 0n, olderFen: 0n };
  const sums = counted.rows[0] ?? none;
  return { rows: rows.map(toArrears), total: sums.total, ...toAges(sums) };
}

function toArrears(row: AgedColumns & Omit<ArrearsRow, keyof Ages>): ArrearsRow {
  const { owedFen, d30Fen, d90Fen, d180Fen, d365Fen, olderFen, ...head } = row;
  return { ...head, ...toAges({ owedFen, d30Fen, d90Fen, d180Fen, d365Fen, olderFen }) };
}

type OwnLand = z.output<typeof listOwnLand.reply>;

/** The land of one household: what it holds, what it let, and the rent it received by year. */
export async function readOwnLand(
  tx: Tx,
  household: { readonly county: number; readonly id: string },
): Promise<OwnLand> {
  const { county, id } = household;
  const parcels = await sql<OwnLand['parcels'][number]>`
    select id, number, name, kind, area_mu from land_parcel
    where county = ${county} and holder_id = ${id} and left_on is null order by number, id limit 500`.execute(tx.db);
  const transfers = await sql<OwnLand['transfers'][number]>`
    select t.county, t.id, t.number, coalesce(p.name, '') as parcel_name, t.land_kind, t.taker_name, t.area_mu, t.starts_on,
      t.through_on, t.closed_on, t.rent_fen, r.paid_fen, n.due_on as next_due_on, n.owed_fen as next_due_fen
    from land_transfer as t
    left join land_parcel as p on p.county = t.county and p.id = t.parcel_id
    cross join lateral (select coalesce(sum(paid_fen), 0) as paid_fen from land_rent as r
      where r.county = t.county and r.transfer_id = t.id) as r
    left join lateral (select due_on, amount_fen - paid_fen as owed_fen from land_rent as r
      where r.county = t.county and r.transfer_id = t.id and paid_fen < amount_fen order by number limit 1) as n on true
    where t.county = ${county} and t.household_id = ${id} order by t.starts_on desc, t.id limit 500`.execute(tx.db);
  const years = await sql<OwnLand['years'][number]>`
    select extract(year from paid_on)::int as year, sum(amount_fen) as received_fen from land_rent_payment
    where county = ${county} and household_id = ${id} group by 1 order by 1 desc limit 50`.execute(tx.db);
  return { parcels: [...parcels.rows], transfers: [...transfers.rows], years: [...years.rows] };
}
