import { sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';

/** One amount that came to a household. */
export interface ReachedRow {
  readonly way: 'paid' | 'dividend';
  readonly householdCounty: number;
  readonly householdId: string;
  readonly headName: string;
  readonly placeName: string;
  readonly poor: boolean;
  readonly cooperativeCounty: number | null;
  readonly cooperativeId: string | null;
  readonly cooperativeName: string | null;
  readonly amountFen: bigint;
  readonly occurredOn: string;
  readonly entryCounty: number;
  readonly entryId: string;
}

export interface Origin {
  readonly documentCounty: number;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly amountFen: bigint;
  readonly movementCounty: number;
  readonly movementId: string;
}

/**
 * Money that a cooperative worked with: paid to it, out of its own account, or for a project that it carries out, each
 * payment with its documents.
 */
const worked = sql`(
    select x.document_id, x.county as movement_county, x.movement_id, x.occurred_on, x.amount_fen - x.back_fen as amount_fen,
      coalesce(case when m.payee_kind = 'cooperative' then m.payee_id end, a.organisation_id, p.cooperative_id) as cooperative_id
    from fund_lot_move x join fund_movement m on m.county = x.county and m.id = x.movement_id
    left join fund_account a on a.county = m.from_county and a.id = m.from_account
    left join project p on p.county = m.project_county and p.id = m.project_id
    where x.kind = 'payment' and x.amount_fen > x.back_fen
  ) as w`;

const paidRow = sql`'paid' as way, m.payee_county as household_county, x.household_id, null::int as cooperative_county,
    null::uuid as cooperative_id, sum(x.amount_fen - x.back_fen)::bigint as amount_fen, x.occurred_on,
    x.county as entry_county, x.movement_id as entry_id`;

const dividendRow = sql`'dividend' as way, (d.member_place / 1000000)::int as household_county, d.household_id,
    d.county as cooperative_county, d.cooperative_id, d.total_fen as amount_fen, d.declared_on as occurred_on,
    d.county as entry_county, d.distribution_id as entry_id`;

/** With names, and whether the household is registered poor on the day. */
const named = sql`
  select r.way, r.household_county, r.household_id, coalesce(h.name, '') as head_name, coalesce(l.name, '') as place_name,
    exists (select from poverty_registration g where g.county = r.household_county and g.household_id = r.household_id
      and g.state in ('registered', 'relapsed') and g.starts_on <= r.occurred_on
      and (g.ends_on is null or g.ends_on > r.occurred_on)) as poor,
    r.cooperative_county, r.cooperative_id, c.name as cooperative_name, r.amount_fen, r.occurred_on, r.entry_county, r.entry_id
  from reached r
  left join household k on k.county = r.household_county and k.id = r.household_id
  left join lateral (select n.name from resident n where n.county = r.household_county and n.household_id = r.household_id
    order by n.relation, n.left_on nulls first, n.id limit 1) as h on true
  left join place l on l.code = k.place
  left join cooperative c on c.county = r.cooperative_county and c.id = r.cooperative_id`;

/** The households that money of a document reached, the latest first. */
export async function listReached(
  tx: Tx,
  query: {
    readonly document: string;
    readonly poor?: 'true' | 'false' | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ rows: readonly ReachedRow[]; total: number; households: number; sumFen: bigint }> {
  const { document } = query;
  const found = sql`with reached as (
      select ${paidRow} from fund_lot_move x join fund_movement m on m.county = x.county and m.id = x.movement_id
      where x.document_id = ${document} and x.kind = 'payment' and x.household_id is not null and x.amount_fen > x.back_fen
      group by 1, 2, 3, 7, 8, 9
      union all
      select ${dividendRow} from dividend d
      join (select w.cooperative_id, min(w.occurred_on) as since from ${worked}
        where w.document_id = ${document} and w.cooperative_id is not null group by 1) as s
        on s.cooperative_id = d.cooperative_id and d.declared_on >= s.since
      where d.household_id is not null and d.total_fen > 0
    ), named as (${named}), chosen as (
      select * from named where ${query.poor ?? null}::text is null or poor = (${query.poor ?? null}::text = 'true')
    )`;
  const { rows } =
    await sql<ReachedRow>`${found} select * from chosen order by occurred_on desc, place_name, head_name, household_id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number; households: number; sumFen: bigint }>`${found}
    select count(*) as total, count(distinct household_id) as households, coalesce(sum(amount_fen), 0)::bigint as sum_fen
    from chosen`.execute(tx.db);
  const [about] = counted.rows;
  return { rows, total: about?.total ?? 0, households: about?.households ?? 0, sumFen: about?.sumFen ?? 0n };
}

/** What a household was paid of public money, and its dividends of cooperatives that worked with it. */
export async function listWays(tx: Tx, household: RecordKey): Promise<readonly ReachedRow[]> {
  const { rows } = await sql<ReachedRow>`with reached as (
      select ${paidRow} from fund_lot_move x join fund_movement m on m.county = x.county and m.id = x.movement_id
      where x.household_id = ${household.id} and x.kind = 'payment' and x.amount_fen > x.back_fen group by 1, 2, 3, 7, 8, 9
      union all
      select ${dividendRow} from dividend d
      where d.household_id = ${household.id} and d.total_fen > 0 and exists (
        select from ${worked} where w.cooperative_id = d.cooperative_id and w.occurred_on <= d.declared_on)
    ) ${named} order by r.occurred_on desc, r.entry_id`.execute(tx.db);
  return rows;
}

/** The documents behind an amount, with the payments of the fund ledger. */
export async function listOrigins(
  tx: Tx,
  reached: Pick<ReachedRow, 'way' | 'cooperativeId' | 'occurredOn' | 'entryCounty' | 'entryId'>,
): Promise<readonly Origin[]> {
  const of =
    reached.way === 'paid'
      ? sql`w.movement_county = ${reached.entryCounty} and w.movement_id = ${reached.entryId}`
      : sql`w.cooperative_id = ${reached.cooperativeId} and w.occurred_on <= ${reached.occurredOn}`;
  const { rows } = await sql<Origin>`
    select f.county as document_county, f.id as document_id, f.number as document_number, sum(w.amount_fen)::bigint as amount_fen,
      w.movement_county, w.movement_id
    from ${worked} join fund_document f on f.id = w.document_id where ${of}
    group by 1, 2, 3, 5, 6, w.occurred_on order by w.occurred_on, w.movement_id, f.number`.execute(tx.db);
  return rows;
}

/** Whose household it is; undefined outside the reader’s range. */
export async function findHead(tx: Tx, household: RecordKey): Promise<string | undefined> {
  const { rows } = await sql<{ name: string | null }>`
    select (select n.name from resident n where n.county = h.county and n.household_id = h.id
      order by n.relation, n.left_on nulls first, n.id limit 1) as name
    from household h where h.county = ${household.county} and h.id = ${household.id}`.execute(tx.db);
  const [found] = rows;
  return found && (found.name ?? '');
}
