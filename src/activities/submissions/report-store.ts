import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, lastDay, type Month } from '../../platform/pure/period.ts';
import { type SubmissionLevel, submissionLevels } from './rules.ts';
import type { OwedReport, ReturnRow } from './view-rules.ts';

export interface OwedQuery {
  readonly lo: number;
  readonly hi: number;
  readonly months: readonly Month[];
  /** absent: every level */
  readonly levels?: readonly SubmissionLevel[];
  /** only places directly below this one */
  readonly parent?: number;
  /** only this place and those directly below */
  readonly around?: number;
}

/** The reports owed inside a range: by its rural villages, and by each place above that holds one, month by month. */
export async function listOwedReports(tx: Tx, query: OwedQuery): Promise<readonly OwedReport[]> {
  const { lo, hi, months, levels = submissionLevels, parent, around } = query;
  const { rows } = await sql<OwedReport>`
    with village as (
      select v.code, m.month
      from unnest(${[...months]}::text[], ${months.map((month) => lastDay(month))}::date[]) as m (month, last_day)
      join place v on v.starts_on <= m.last_day and (v.ends_on is null or v.ends_on > m.last_day)
      where v.level = 'village' and v.rural and v.code between ${lo} and ${hi}
    ), owed as (
      select code, month from village
      union select code / 1000 * 1000, month from village
      union select code / 1000000 * 1000000, month from village
      union select code / 100000000 * 100000000, month from village
    )
    select o.code as place, p.parent, p.name as place_name, o.month, p.level, p.county, s.id,
      coalesce(s.state, 'open') as state, coalesce(s.snapshot, 0) as snapshot, s.cutoff, s.digest, s.remark, s.due_on,
      s.sent_on, s.confirmed_on, a.name as confirmed_by, s.approved_on, s.revision,
      case when s.state = 'returned' then (
        select max(r.answer_by) from submission_return r
        where r.county = s.county and r.submission_id = s.id and r.snapshot = s.snapshot
      ) end as answer_by
    from owed o join place p on p.code = o.code
    left join submission s on s.county = p.county and s.place = o.code and s.month = o.month
    left join account a on a.id = s.confirmed_by
    where o.code between ${lo} and ${hi} and p.level = any(${[...levels]}::text[])
      and (${parent ?? null}::bigint is null or p.parent = ${parent ?? null}::bigint)
      and (${around ?? null}::bigint is null or ${around ?? null}::bigint in (o.code, p.parent))
    order by o.code, o.month`.execute(tx.db);
  return rows;
}

/** Why reports were sent back, newest first. */
export async function listReturns(tx: Tx, submissionIds: readonly string[]): Promise<readonly ReturnRow[]> {
  if (submissionIds.length === 0) return [];
  const { rows } = await sql<ReturnRow>`
    select r.submission_id, r.snapshot, r.indicator, r.reason, r.answer_by, a.name as returned_by, r.recorded_at,
      (dense_rank() over (partition by r.county, r.submission_id, r.indicator order by r.snapshot))::int as times
    from submission_return r left join account a on a.id = r.recorded_by
    where r.submission_id = any(${[...submissionIds]}::uuid[])
    order by r.recorded_at desc, r.id limit 2000`.execute(tx.db);
  return rows;
}

/** Who holds the post that answers for a place's report today, by place. */
export async function listHolders(
  tx: Tx,
  places: readonly number[],
  today: LocalDate,
): Promise<ReadonlyMap<number, string>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ place: number; names: string[] }>`
    select p.place, array_agg(distinct a.name order by a.name) as names
    from position p join account a on a.id = p.account_id
    where p.place = any(${[...new Set(places)]}::bigint[]) and a.disabled_at is null
      and p.role in ('village_clerk', 'township_clerk', 'banner_office', 'city_office')
      and p.starts_on <= ${today}::date and (p.ends_on is null or p.ends_on > ${today}::date)
    group by p.place`.execute(tx.db);
  return new Map(rows.map((row) => [row.place, row.names.slice(0, 3).join(', ')]));
}
