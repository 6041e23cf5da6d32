import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { addWorkdays } from '../../platform/pure/calendar.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { placeOf, placeRange } from '../../platform/pure/place.ts';
import {
  type DisclosedPeriod,
  type DisclosureForm,
  type DisclosureLight,
  type DisclosureState,
  disclosureForms,
  isCollective,
  nearWorkdays,
  type PeriodKind,
} from './rules.ts';

/** A quarter or month that is over, with its last day to disclose and the vouchers beyond which a month is busy. */
export interface OwedPeriod extends DisclosedPeriod {
  readonly dueOn: LocalDate;
  readonly busy: number;
}

export interface OwedQuery {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly cooperativeId?: string | undefined;
  readonly state?: DisclosureState | undefined;
  readonly light?: DisclosureLight | undefined;
  readonly period?: PeriodKind | undefined;
  readonly form?: DisclosureForm | undefined;
  readonly sort?: 'due' | 'name' | 'place' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** What is owed, with the record of it where there is one. */
export interface OwedDisclosure {
  readonly county: number;
  readonly id: string | null;
  readonly place: number;
  readonly placeName: string;
  readonly cooperativeId: string | null;
  readonly name: string;
  readonly form: DisclosureForm;
  readonly period: PeriodKind;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly vouchers: number;
  readonly state: DisclosureState;
  readonly light: DisclosureLight;
  readonly publishedOn: string | null;
}

export interface OwedCounts {
  readonly total: number;
  readonly published: number;
  readonly late: number;
}

/** One page of what is owed for the periods given, and how much of all hangs or is late. */
export async function listOwed(
  tx: Tx,
  query: OwedQuery,
  scope: { readonly periods: readonly OwedPeriod[]; readonly limit: number; readonly offset: number },
): Promise<OwedCounts & { readonly rows: readonly OwedDisclosure[] }> {
  const found = sql`from (${owedRows(tx, scope.periods)}) as o where ${sql.join(conditions(query), sql` and `)}`;
  const { rows } = await sql<OwedDisclosure>`
    select county, id, place, place_name, cooperative_id, name, form, period, starts_on, ends_on, due_on, vouchers, state, light,
      published_on ${found} order by ${orderBy(query)} limit ${scope.limit} offset ${scope.offset}`.execute(tx.db);
  const counted = await sql<OwedCounts>`
    select count(*) as total, count(*) filter (where published_on is not null) as published,
      count(*) filter (where light = 'late') as late ${found}`.execute(tx.db);
  return { rows, ...(counted.rows[0] ?? { total: 0, published: 0, late: 0 }) };
}

/** The unit that stands for none: a village without an organisation for its finances. */
const nobody = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

const collectives = disclosureForms.filter((form) => form !== 'village' && isCollective(form));

/**
 * Everything owed for the periods, and what is on record for them besides. A quarter is owed by whoever keeps books or,
 * for a village, has assets on its list; a month where its vouchers are more than the parameter.
 */
function owedRows(tx: Tx, spans: readonly OwedPeriod[]): RawBuilder<unknown> {
  const today = todayInShanghai(tx.now);
  return sql`
    with span as (${spanRows(spans)}), unit as (${unitRows(tx)}), owed as (
      select u.county, u.place, u.cooperative_id, u.form, s.period, s.starts_on, s.ends_on, s.due_on, coalesce(v.vouchers, 0) as vouchers
      from unit as u
      join span as s on u.known_on <= s.ends_on and (u.until_on is null or u.until_on > s.ends_on)
        and (u.cooperative_id is not null or not exists (${organisationOf(sql`u.place`, sql`s.ends_on`)}))
      left join lateral (${vouchersOf(sql`u.county`, sql`u.cooperative_id`)}) as v on true
      where s.period = 'quarter' or v.vouchers > s.busy
    ), known as (
      select * from owed
      union all
      select d.county, d.place, d.cooperative_id, d.form, d.period, d.starts_on, d.ends_on, d.due_on, 0
      from disclosure as d
      where (d.period, d.starts_on) in (select s.period, s.starts_on from span as s) and not exists (
        select from owed as o where o.place = d.place and o.period = d.period and o.starts_on = d.starts_on
          and coalesce(o.cooperative_id, ${nobody}) = coalesce(d.cooperative_id, ${nobody}))
    )
    select k.county, d.id, k.place, coalesce(p.name, '') as place_name, k.cooperative_id, coalesce(c.name, p.name, '') as name,
      k.form, k.period, k.starts_on, k.ends_on, coalesce(d.due_on, k.due_on) as due_on, k.vouchers,
      coalesce(d.state, 'open') as state, d.published_on,
      ${lightOf(sql`coalesce(d.due_on, k.due_on)`, today)} as light
    from known as k
    left join disclosure as d on d.county = k.county and d.place = k.place and d.period = k.period and d.starts_on = k.starts_on
      and coalesce(d.cooperative_id, ${nobody}) = coalesce(k.cooperative_id, ${nobody})
    left join cooperative as c on c.county = k.county and c.id = k.cooperative_id
    left join place as p on p.code = k.place`;
}

function spanRows(spans: readonly OwedPeriod[]): RawBuilder<unknown> {
  return sql`select * from unnest(${spans.map((one) => one.period)}::text[], ${spans.map((one) => one.startsOn)}::date[],
    ${spans.map((one) => one.endsOn)}::date[], ${spans.map((one) => one.dueOn)}::date[],
    ${spans.map((one) => one.busy)}::int[]) as s (period, starts_on, ends_on, due_on, busy)`;
}

/**
 * Organisations with books, and villages; an organisation’s own account sees itself alone. `known_on` is the first day on
 * which there is something to disclose.
 */
function unitRows(tx: Tx): RawBuilder<unknown> {
  const { range } = tx.actor;
  const books = sql`(select min(b.starts_on) from book as b where b.county = c.county and b.cooperative_id = c.id)`;
  const organisations = (known: RawBuilder<unknown>) => sql`
    select c.county, c.place, c.id as cooperative_id, c.kind as form, greatest(c.registered_on, ${known}) as known_on,
      c.dissolved_on as until_on
    from cooperative as c where c.kind = any(${[...disclosureForms]}::text[]) and ${known} is not null`;
  if (!range) return organisations(books);
  const listed = (at: RawBuilder<unknown>) => sql`(select min(a.listed_on) from asset as a where a.place = ${at})`;
  const known = sql`case when c.kind = any(${collectives}::text[]) then least(${books}, ${listed(sql`c.place`)}) else ${books} end`;
  return sql`${organisations(known)}
    union all
    select p.county, p.code, null::uuid, 'village', ${listed(sql`p.code`)}, p.ends_on
    from place as p where p.level = 'village' and p.rural and p.code between ${range.lo} and ${range.hi}`;
}

/** The organisation that a village has for its finances on a day. */
function organisationOf(at: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select from cooperative as c where c.place = ${at} and c.kind = any(${collectives}::text[])
    and c.registered_on <= ${on} and (c.dissolved_on is null or c.dissolved_on > ${on})`;
}

/** Vouchers are numbered without gaps, so the last number of a month is how many there are. */
function vouchersOf(county: RawBuilder<unknown>, organisation: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select sum(n.last) as vouchers from book as b
    join ledger_counter as n on n.county = b.county and n.book_id = b.id
    where b.county = ${county} and b.cooperative_id = ${organisation}
      and n.month between to_char(s.starts_on, 'YYYY-MM') and to_char(s.ends_on, 'YYYY-MM')`;
}

/** `disclosureLight` on the columns of `disclosure as d`. */
function lightOf(due: RawBuilder<unknown>, today: LocalDate): RawBuilder<unknown> {
  return sql`case when d.published_on is not null then case when d.published_on <= ${due} then 'met' else 'late' end
    when ${today}::date > ${due} then 'late' when ${due} <= ${addWorkdays(today, nearWorkdays)}::date then 'near' else 'none' end`;
}

function conditions(query: OwedQuery): RawBuilder<unknown>[] {
  const range = query.place === undefined ? undefined : placeRange(placeOf(query.place));
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return [
    range ? sql`o.place between ${range.lo} and ${range.hi}` : sql`true`,
    ...(query.cooperativeId === undefined ? [] : [sql`o.cooperative_id = ${query.cooperativeId}`]),
    ...(query.state === undefined ? [] : [sql`o.state = ${query.state}`]),
    ...(query.light === undefined ? [] : [sql`o.light = ${query.light}`]),
    ...(query.period === undefined ? [] : [sql`o.period = ${query.period}`]),
    ...(query.form === undefined ? [] : [sql`o.form = ${query.form}`]),
    ...(query.q ? [sql`(o.name like ${text} or o.place_name like ${text})`] : []),
  ];
}

function orderBy({ sort, order }: OwedQuery): RawBuilder<unknown> {
  const down = order === 'desc' ? sql`desc` : sql`asc`;
  const rest = sql`o.place, o.cooperative_id nulls first, o.starts_on, o.period`;
  switch (sort) {
    case 'name':
      return sql`o.name ${down}, ${rest}`;
    case 'place':
      return sql`o.place ${down}, ${rest}`;
    default:
      // what hangs stands last
      return sql`(o.published_on is not null), o.due_on ${down}, ${rest}`;
  }
}
