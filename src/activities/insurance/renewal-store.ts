import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import type { InsuranceLine, RenewalLight } from './rules.ts';
import { containing, within } from './store.ts';

export interface RenewalRow {
  readonly county: number;
  readonly id: string;
  readonly policyId: string;
  readonly policyNumber: string;
  readonly place: number;
  readonly placeName: string;
  readonly line: InsuranceLine;
  readonly name: string;
  readonly householdId: string | null;
  readonly phoneMasked: string | null;
  readonly endsOn: string;
  readonly renewed: boolean;
  readonly light: RenewalLight;
  readonly toldOn: string | null;
  readonly channel: string | null;
}

export interface RenewalFilters {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly line?: InsuranceLine | undefined;
  readonly light?: RenewalLight | undefined;
  readonly told?: 'yes' | 'no' | undefined;
  readonly sort?: 'endsOn' | 'name' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

/** What is over for longer than this is history, not a renewal that was missed. */
const longestOverDays = 180;

/** The last insurance of each holder and line; a later one of the same line is its renewal. The light as `renewalLight`. */
function renewals(today: LocalDate, days: number): RawBuilder<unknown> {
  return sql`(
    select n.county, n.id, n.policy_id, y.number as policy_number, n.insured_place as place, coalesce(p.name, '') as place_name,
      n.line, n.name, n.household_id, h.phone_masked, n.ends_on, l.renewed,
      case when l.renewed then 'met' when n.ends_on < ${today}::date then 'late'
        when n.ends_on <= ${addDays(today, days)}::date then 'near' else 'none' end as light, m.told_on, m.channel
    from insurance_insured n
    join insurance_policy y on y.county = n.county and y.id = n.policy_id
    left join place p on p.code = n.insured_place
    left join household h on h.id = n.household_id and h.county = n.insured_place / 1000000
    left join (
      select coalesce(household_id, cooperative_id) as holder, line, max(ends_on) as ends_on from insurance_insured
      where in_force group by 1, 2
    ) as o on o.holder = coalesce(n.household_id, n.cooperative_id) and o.line = n.line
    cross join lateral (select coalesce(o.ends_on > n.ends_on, false) as renewed) as l
    left join lateral (
      select told_on, channel from insurance_reminder m where m.county = n.county and m.insured_id = n.id
      order by told_on desc limit 1) as m on true
    where n.in_force and n.ends_on >= ${addDays(today, -longestOverDays)}::date
  ) as r`;
}

export async function listRenewals(
  tx: Tx,
  at: { readonly today: LocalDate; readonly days: number },
  query: RenewalFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly RenewalRow[]; total: number }> {
  const found = sql`from ${renewals(at.today, at.days)} where ${conditions(query)}`;
  const sorted = sql.ref(query.sort === 'name' ? 'name' : 'ends_on');
  const { rows } = await sql<RenewalRow>`select * ${found}
    order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: RenewalFilters): RawBuilder<unknown> {
  const parts = [filters.light ? sql`light = ${filters.light}` : sql`light in ('near', 'late')`];
  if (filters.place !== undefined) parts.push(sql`place ${within(filters.place)}`);
  if (filters.line) parts.push(sql`line = ${filters.line}`);
  if (filters.told) parts.push(filters.told === 'yes' ? sql`told_on is not null` : sql`told_on is null`);
  if (filters.q) {
    const text = containing(filters.q);
    parts.push(sql`(name like ${text} or policy_number like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findInsuredPlace(
  tx: Tx,
  key: RecordKey,
): Promise<{ readonly place: number; readonly householdId: string | null } | undefined> {
  const { rows } = await sql<{ place: number; householdId: string | null }>`
    select insured_place as place, household_id from insurance_insured
    where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function recordReminder(
  tx: Tx,
  insured: RecordKey & { readonly place: number; readonly householdId: string | null },
  said: { readonly id: string; readonly on: string; readonly channel: string; readonly note: string | null },
): Promise<void> {
  await record(tx, 'insurance_reminder', {
    ...{ county: insured.county, id: said.id, place: insured.place, insured_id: insured.id },
    ...{ household_id: insured.householdId, told_on: said.on, channel: said.channel, note: said.note },
  });
}
