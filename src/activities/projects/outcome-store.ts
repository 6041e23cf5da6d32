import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';

export interface OutcomeRow {
  readonly place: number;
  readonly placeName: string;
  readonly proposed: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly closed: number;
}

/** What became of proposals by the township they come from, of those proposed within the days. */
export async function listOutcomes(
  tx: Tx,
  query: {
    readonly place?: number | undefined;
    readonly from?: string | undefined;
    readonly through?: string | undefined;
  },
): Promise<readonly OutcomeRow[]> {
  const { lo, hi } = query.place === undefined ? everywhere : placeRange(query.place as Place);
  const { rows } = await sql<OutcomeRow>`
    select r.township as place, coalesce(p.name, '') as place_name, r.proposed, r.refused, r.withdrawn, r.closed
    from (
      select place / 1000 * 1000 as township, count(*) as proposed, count(*) filter (where state = 'refused') as refused,
        count(*) filter (where state = 'withdrawn') as withdrawn, count(*) filter (where state = 'closed') as closed
      from project where place between ${lo} and ${hi} and proposed_on >= ${query.from ?? '2018-01-01'}
        and proposed_on <= ${query.through ?? '9999-12-31'} group by 1
    ) as r left join place p on p.code = r.township order by r.township`.execute(tx.db);
  return rows;
}

const everywhere = { lo: 0, hi: 999_999_999_999 };

export interface Spending {
  /** of projects not turned down or taken back */
  readonly budgetFen: bigint;
  /** paid before the year */
  readonly beforeFen: bigint;
  readonly months: readonly { readonly month: string; readonly paidFen: bigint }[];
}

/** What was paid for projects in each month of a year, and against what. */
export async function readSpending(
  tx: Tx,
  query: { readonly place?: number | undefined; readonly year: number },
): Promise<Spending> {
  const { lo, hi } = query.place === undefined ? everywhere : placeRange(query.place as Place);
  const budget = await sql<{ budgetFen: bigint }>`
    select coalesce(sum(budget_fen), 0) as budget_fen from project
    where place between ${lo} and ${hi} and state in ('open', 'closed')
      and proposed_on <= ${`${query.year}-12-31`}`.execute(tx.db);
  const paid = await sql<{ month: string; paidFen: bigint }>`
    select case when paid_on < ${`${query.year}-01-01`}::date then '' else to_char(paid_on, 'YYYY-MM') end as month,
      sum(amount_fen) as paid_fen
    from payment_order where place between ${lo} and ${hi} and state = 'paid' and paid_on <= ${`${query.year}-12-31`}
    group by 1 order by 1`.execute(tx.db);
  return {
    budgetFen: budget.rows[0]?.budgetFen ?? 0n,
    beforeFen: paid.rows.find(({ month }) => month === '')?.paidFen ?? 0n,
    months: paid.rows.filter(({ month }) => month !== ''),
  };
}
