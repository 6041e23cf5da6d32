import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { lastDay, type Month } from '../../platform/pure/period.ts';
import type { PlaceRange } from '../../platform/pure/place.ts';
import type { PlaceRow } from './store.ts';

const columns = sql`p.code, p.level, p.kind, p.name, p.name_official, p.rural, p.starts_on, p.ends_on`;

/** The places directly below one, ended ones too, in order of their codes; none for a village. */
export async function listChildPlaces(tx: Tx, code: number): Promise<readonly PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select ${columns} from place as p where p.parent = ${code} order by p.code limit 1000`.execute(tx.db);
  return rows;
}

/** The places directly below that owe a report for the month: they exist then and hold at least one rural village. */
export async function listReportingPlaces(tx: Tx, code: number, month: Month): Promise<readonly PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select ${columns} from place as p
    where p.parent = ${code} and exists (
      select from place as v where v.code between p.code and p.last_code and ${reportsFor(month)})
    order by p.code limit 1000`.execute(tx.db);
  return rows;
}

/** Rural villages of a range that exist on the last day of the month. */
export async function countVillages(tx: Tx, range: PlaceRange, month: Month): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from place as v
    where v.code between ${range.lo} and ${range.hi} and ${reportsFor(month)}`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

function reportsFor(month: Month): RawBuilder<unknown> {
  const day = lastDay(month);
  return sql`v.level = 'village' and v.rural and v.starts_on <= ${day}::date
    and (v.ends_on is null or v.ends_on > ${day}::date)`;
}
