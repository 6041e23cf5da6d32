import { sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { LandKind } from './rules.ts';

/** How much land a holder may insure or work on a day: what it holds, less what it let, and what it took, in mu by kind. */
export interface WorkedLand {
  readonly kind: LandKind;
  readonly heldMu: number;
  readonly letMu: number;
  readonly takenMu: number;
  readonly workedMu: number;
}

/** The land of a household or cooperative on a day, kind by kind. */
export async function listWorkedLand(tx: Tx, holder: RecordKey, on: string): Promise<readonly WorkedLand[]> {
  const { county, id } = holder;
  const { rows } = await sql<WorkedLand>`
    select kind, sum(held) as held_mu, sum(let) as let_mu, sum(taken) as taken_mu, sum(held - let + taken) as worked_mu
    from (
      select kind, area_mu as held, 0 as let, 0 as taken from land_parcel
      where county = ${county} and holder_id = ${id} and listed_on <= ${on}::date and (left_on is null or left_on > ${on}::date)
      union all
      select land_kind, 0, area_mu, 0 from land_transfer
      where county = ${county} and grantor_id = ${id} and ${on}::date between starts_on and coalesce(closed_on, through_on)
      union all
      select land_kind, 0, 0, area_mu from land_transfer
      where county = ${county} and taker_id = ${id} and ${on}::date between starts_on and coalesce(closed_on, through_on)
    ) as part group by kind order by kind`.execute(tx.db);
  return rows;
}
