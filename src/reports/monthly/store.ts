import { sql } from 'kysely';
import type { FrozenSum } from '../../activities/submissions/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Month } from '../../platform/pure/period.ts';

/** Figures from the cache of places that no confirmed report covers, added up by places `width` codes wide. */
export async function sumLive(
  tx: Tx,
  places: readonly number[],
  by: { readonly month: Month; readonly width: number },
): Promise<readonly FrozenSum[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<FrozenSum>`
    select place / ${by.width}::bigint * ${by.width}::bigint as place, indicator,
      sum(own_value) as value, sum(own_row_count)::int as row_count
    from figure where month = ${by.month} and own_row_count > 0 and place = any(${[...places]}::bigint[])
    group by 1, 2`.execute(tx.db);
  return rows;
}
