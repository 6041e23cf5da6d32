import { sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { IncomeKind } from './rules.ts';

/** What one record paid to a household on one day. */
export interface ReceivedRow {
  readonly kind: IncomeKind;
  /** the household’s village, or the place of the account that paid */
  readonly county: number;
  readonly place: number;
  readonly occurredOn: string;
  readonly amountFen: bigint;
  readonly recordType: string;
  readonly recordId: string;
  readonly dims: Readonly<Record<string, unknown>>;
}

/**
 * What stands as paid to a household in all years, the latest first. What is due and not paid, on its way, returned by
 * the bank or turned into contributions was not received; what was taken back is below zero on its own day. What a
 * cooperative gets of an enterprise (`fact_return_payment`) is the cooperative’s and reaches households as dividends.
 */
export async function listReceived(tx: Tx, household: RecordKey): Promise<readonly ReceivedRow[]> {
  const { rows } = await sql<ReceivedRow>`
    with received as (
      select 'land_rent' as kind, f.* from fact_land_rent as f
      where household_id = ${household.id} and retired_at is null and dims ->> 'state' = 'paid'
      union all
      select 'dividend', f.* from fact_dividend_payment as f
      where household_id = ${household.id} and retired_at is null and dims ->> 'state' = 'paid'
      union all
      select 'relief', f.* from fact_relief as f where household_id = ${household.id} and retired_at is null
      union all
      select 'public_money', f.* from fact_disbursement as f where household_id = ${household.id} and retired_at is null
      union all
      select 'insurance', f.* from fact_insurance_payout as f where household_id = ${household.id} and retired_at is null
    )
    select kind, county, place, occurred_on, sum(quantity)::bigint as amount_fen, record_type, record_id,
      (array_agg(dims order by dims))[1] as dims
    from received group by kind, county, place, occurred_on, record_type, record_id having sum(quantity) <> 0
    order by occurred_on desc, kind, record_id`.execute(tx.db);
  return rows;
}
