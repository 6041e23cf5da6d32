import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';

/** What one village got of the standard grant of one year. */
export interface GridCell {
  readonly place: number;
  readonly placeName: string;
  readonly bannerName: string;
  readonly year: number;
  readonly flagged: boolean;
  readonly receivedFen: bigint;
  readonly releases: number;
  /** the last order that released it */
  readonly orderCounty: number | null;
  readonly orderId: string | null;
}

/**
 * Every key poor village of a year, and every other that got money of the grant: what came to its account under documents
 * of the grant, less what was taken back. A village is due for a year when it was flagged on any day of it.
 */
export async function listGridCells(
  tx: Tx,
  { lo, hi, from, to }: { readonly lo: number; readonly hi: number; readonly from: number; readonly to: number },
): Promise<readonly GridCell[]> {
  const { rows } = await sql<GridCell>`
    with years as (select generate_series(${from}::int, ${to}::int) as year),
    due as (
      select distinct f.place, y.year from place_flag as f join years as y
        on f.starts_on < make_date(y.year + 1, 1, 1) and (f.ends_on is null or f.ends_on > make_date(y.year, 1, 1))
      where f.flag = 'key_poor_village' and f.place between ${lo} and ${hi}
    ), given as (
      select l.place, coalesce(l.standard_year, extract(year from l.done_on)::int) as year,
        sum(l.amount_fen - l.recalled_fen) as received, count(*) filter (where l.recalled_fen < l.amount_fen) as releases,
        max(l.order_county) as order_county, (array_agg(l.order_id order by l.done_on desc))[1] as order_id
      from fund_order_line as l join fund_account as a on a.county = l.county and a.id = l.account_id and a.holder = 'village'
      join fund_order as o on o.county = l.order_county and o.id = l.order_id and o.kind = 'allocation'
      join fund_document as d on d.id = o.document_id and d.standard
      where l.done_on is not null and l.place between ${lo} and ${hi} group by 1, 2
    )
    select place, coalesce(p.name, '') as place_name, coalesce(b.name, '') as banner_name, year, due.place is not null as flagged,
      coalesce(g.received, 0) as received_fen, coalesce(g.releases, 0) as releases, g.order_county, g.order_id
    from due full join (select * from given where year between ${from} and ${to}) as g using (place, year)
    left join place as p on p.code = place left join place as b on b.code = place / 1000000 * 1000000
    order by place, year`.execute(tx.db);
  return rows;
}
