import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';

/** Somebody of the registers who ought not to be paid. */
export interface CastPayee {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly name: string;
}

/** Those of some villages whom a payment to would be misuse, by why. */
export interface MisuseCast {
  readonly dead: readonly CastPayee[];
  readonly cadres: readonly CastPayee[];
  readonly withoutPoor: readonly CastPayee[];
  readonly leapt: readonly CastPayee[];
}

/** Looks in the registers for those who ought not to be paid on a day. */
export async function listMisuseCast(tx: Tx, places: readonly number[], on: string): Promise<MisuseCast> {
  const within = sql`any(${[...places]}::bigint[])`;
  const lives = sql`(r.left_on is null or r.left_on > ${on})`;
  const find = async (query: ReturnType<typeof sql<CastPayee>>) => (await query.execute(tx.db)).rows;
  const dead = await find(sql<CastPayee>`
    select distinct on (h.id) h.county, h.id, h.place, r.name from household h
    join resident r on r.county = h.county and r.household_id = h.id and r.left_reason = 'died' and r.left_on <= ${on}
    where h.place = ${within} and h.left_on is null and not exists (
      select from resident n where n.county = h.county and n.household_id = h.id and n.name = r.name and n.left_on is null)
    order by h.id, r.id`);
  const cadres = await find(sql<CastPayee>`
    select distinct on (h.id) h.county, h.id, h.place, r.name from household h
    join resident r on r.county = h.county and r.household_id = h.id and r.joined_on <= ${on} and ${lives}
    join party_branch f on f.place = h.place
    join branch_post b on b.county = f.county and b.branch_id = f.id and b.person_name = r.name and b.starts_on <= ${on}
      and (b.ends_on is null or b.ends_on > ${on})
    where h.place = ${within} and h.left_on is null and not exists (
      select from poverty_registration g where g.county = h.county and g.household_id = h.id) order by h.id, r.id`);
  const joined = sql`s.county = c.county and s.cooperative_id = c.id and s.joined_on <= ${on}
    and (s.left_on is null or s.left_on > ${on})`;
  const withoutPoor = await find(sql<CastPayee>`
    select c.county, c.id, c.place, c.name from cooperative c
    where c.place = ${within} and c.dissolved_on is null and exists (select from membership s where ${joined})
      and not exists (select from membership s join poverty_registration g on g.county = s.household_county
        and g.household_id = s.household_id where ${joined}) order by c.id`);
  const leapt = await find(sql<CastPayee>`
    select c.county, c.id, c.place, c.name from cooperative c
    where c.place = ${within} and c.dissolved_on is null and exists (
      select from (select s.joined_on as day, count(*) as came from membership s where ${joined} group by 1) as j
      cross join lateral (select count(*) as before from membership s where ${joined} and s.joined_on <= j.day - 31) as b
      where b.before > 0 and j.came >= 3 * b.before and j.day > ${on}::date - 60) order by c.id`);
  return { dead, cadres, withoutPoor, leapt };
}

/** The key of a household as it stands now. */
export async function findHouseholdKey(
  tx: Tx,
  { county, id }: Pick<CastPayee, 'county' | 'id'>,
): Promise<{ readonly county: number; readonly id: string; readonly revision: number } | undefined> {
  const { rows } = await sql<{ county: number; id: string; revision: number }>`
    select county, id, revision from household where county = ${county} and id = ${id}`.execute(tx.db);
  return rows[0];
}
