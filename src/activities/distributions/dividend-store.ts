import { type RawBuilder, sql } from 'kysely';
import { markMonth, type RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Allotment, BasisSums, FillPlan } from './fill-rules.ts';

export async function sumBasis(tx: Tx, at: RecordKey & { readonly snapshot: number }): Promise<BasisSums> {
  const { rows } = await sql<Record<`${keyof BasisSums}Fen`, bigint | null>>`
    select count(*) as members_fen, sum(patronage_fen) as patronage_fen, max(patronage_fen) as most_patronage_fen,
      sum(contribution_weight) as contribution_fen, max(contribution_weight) as most_contribution_fen,
      sum(reserve_share_fen) as reserve_shares_fen, max(reserve_share_fen) as most_reserve_share_fen,
      sum(shares_weight) as shares_fen, max(shares_weight) as most_shares_fen
    from distribution_basis
    where county = ${at.county} and distribution_id = ${at.id} and snapshot = ${at.snapshot}`.execute(tx.db);
  const [row] = rows;
  return {
    members: row?.membersFen ?? 0n,
    patronage: row?.patronageFen ?? 0n,
    mostPatronage: row?.mostPatronageFen ?? 0n,
    contribution: row?.contributionFen ?? 0n,
    mostContribution: row?.mostContributionFen ?? 0n,
    reserveShares: row?.reserveSharesFen ?? 0n,
    mostReserveShare: row?.mostReserveShareFen ?? 0n,
    shares: row?.sharesFen ?? 0n,
    mostShares: row?.mostSharesFen ?? 0n,
  };
}

export interface Fill extends RecordKey {
  readonly snapshot: number;
  readonly place: number;
  readonly cooperativeId: string;
  readonly form: string;
  readonly year: number;
  readonly declaredOn: string;
  readonly plan: FillPlan;
  /** of what was decided; stands in the trail for the lines */
  readonly digest: string;
}

/** What was filled in, to be compared with what was decided. */
export interface Filled {
  readonly lines: number;
  readonly refundFen: bigint;
  readonly remainderFen: bigint;
  readonly givenOnFen: bigint;
  readonly reserveFen: bigint;
}

/**
 * Fills in a line for each member of the snapshot, in one statement: whole fen first, the fen left over to the largest
 * remainders, of equal ones to the smaller member number (the same as `runOption`, which a test holds it to). The key of
 * the lines makes a second filling fail.
 */
export async function fillDividends(tx: Tx, fill: Fill): Promise<Filled> {
  // the thresholds need the remainders of all members in order; a million of them fit into this
  await sql`set local work_mem = '192MB'`.execute(tx.db);
  const { rows } = await sql<Filled>`
    with ${divided(fill)}, filled as (
      insert into dividend (county, distribution_id, membership_id, rank, place, member_place, cooperative_id, household_id,
        form, year, poor, declared_on, patronage_refund_fen, remainder_fen, given_on_fen, reserve_quantified_fen, total_fen,
        recorded_at, recorded_by)
      select ${fill.county}::int, ${fill.id}::uuid, membership_id, rank, ${fill.place}::bigint, member_place,
        ${fill.cooperativeId}::uuid, household_id, ${fill.form}, ${fill.year}::int, poor, ${fill.declaredOn}::date, refund,
        remainder, passed_on, reserve, refund + remainder + passed_on, ${tx.now}::timestamptz, ${tx.actor.accountId}::uuid
      from lines
      returning patronage_refund_fen, remainder_fen, given_on_fen, reserve_quantified_fen
    )
    select count(*) as lines, coalesce(sum(patronage_refund_fen), 0) as refund_fen,
      coalesce(sum(remainder_fen), 0) as remainder_fen, coalesce(sum(given_on_fen), 0) as given_on_fen,
      coalesce(sum(reserve_quantified_fen), 0) as reserve_fen
    from filled`.execute(tx.db);
  const [filled] = rows;
  if (!filled) throw new Error('a filling answers with its sums');
  tx.trail.push({
    table: 'dividend',
    county: fill.county,
    place: fill.place,
    bulk: { rows: filled.lines, digest: fill.digest },
  });
  for (const place of await listMemberPlaces(tx, fill)) markMonth(tx, place, fill.declaredOn);
  return filled;
}

/**
 * The steps of the division as parts of one statement; `lines` comes last. Sums are materialised: members that were frozen
 * a moment ago have no statistics yet, and for one expected row the sum would be made again for each of them.
 */
export function divided({ plan, ...fill }: Fill): RawBuilder<unknown> {
  const weights = { patronage: sql`p`, contribution: sql`c`, shares: sql`s`, equal: sql`1::bigint` };
  const exact = exactly(plan.fits64);
  const own =
    plan.remainderBy === 'contribution'
      ? sql`(c + (r + reserve) * ${exact.number(plan.daysWeighed)})`
      : weights[plan.remainderBy];
  return sql`basis as (
      select rank, membership_id, member_place, household_id, poor, patronage_fen as p, contribution_weight as c,
        reserve_share_fen as r, shares_weight as s, gives_on_bp, receives_on
      from distribution_basis
      where county = ${fill.county} and distribution_id = ${fill.id} and snapshot = ${fill.snapshot}
    ), opened as materialized (
      select basis.*, ${exact.shares('reserve', plan.reserve, weights[plan.reserveBy])},
        ${exact.shares('refund', plan.refunds, weights.patronage)}
      from basis
    ), ${cut('reserve', exact.number(plan.reserve.total), 'opened')},
    ${cut('refund', exact.number(plan.refunds.total), 'opened')}, halved as materialized (
      select known.*, ${exact.shares('remainder', plan.remainder, own)}
      from (
        select opened.rank, membership_id, member_place, household_id, poor, c, r, s, gives_on_bp, receives_on,
          ${amount('reserve')} as reserve, ${amount('refund')} as refund
        from opened, reserve_cut, refund_cut
      ) as known
    ), ${cut('remainder', exact.number(plan.remainder.total), 'halved')}, whole as (
      select halved.*, ${amount('remainder')} as remainder from halved, remainder_cut
    ), receivers as materialized (
      select count(*) filter (where receives_on) as n from halved
    ), passed as materialized (
      select coalesce(sum(div(remainder::numeric * gives_on_bp, 10000 * n)), 0)::bigint as each
      from whole, receivers where gives_on_bp > 0 and n > 0
    ), lines as (
      select whole.*, case when receives_on then each else 0 end
        - case when gives_on_bp > 0 and n > 0 then (div(remainder::numeric * gives_on_bp, 10000 * n) * n)::bigint else 0 end
          as passed_on
      from whole, receivers, passed
    )`;
}

/**
 * Whole fen and remainder of each member, in numbers of 64 bits where every product fits, else in numbers of any length.
 * A remainder that carries over with that of the equal part is one fen more and a whole sum less.
 */
function exactly(fits64: boolean) {
  const number = (value: bigint) => (fits64 ? sql`${String(value)}::bigint` : sql`${String(value)}::numeric`);
  return {
    number,
    shares(name: string, { total, sum, equalQuotient, carryFrom }: Allotment, weight: RawBuilder<unknown>) {
      const product = sql`(${number(total)} * ${weight})`;
      const quotient = fits64 ? sql`${product} / ${number(sum)}` : sql`div(${product}, ${number(sum)})`;
      const rest = sql`mod(${product}, ${number(sum)})`;
      const carries = sql`case when ${rest} >= ${number(carryFrom)}`;
      return sql`(${quotient} + ${number(equalQuotient)} + ${carries} then 1 else 0 end)::bigint
        as ${sql.ref(`${name}_floor`)}, ${rest} - ${carries} then ${number(sum)} else 0 end as ${sql.ref(`${name}_rest`)}`;
    },
  };
}

/** Down to which remainder, and among equals to which rank, a fen more is given. */
function cut(name: string, total: RawBuilder<unknown>, from: 'opened' | 'halved'): RawBuilder<unknown> {
  const part = (suffix: string) => sql.ref(`${name}_${suffix}`);
  const source = sql.ref(from);
  return sql`${part('left')} as (
      select (${total} - coalesce(sum(${part('floor')}), 0))::bigint as k from ${source}
    ), ${part('edge')} as (
      select ${part('rest')} as rest from ${source} order by ${part('rest')} desc
      offset (select greatest(k - 1, 0) from ${part('left')}) limit (select least(k, 1) from ${part('left')})
    ), ${part('cut')} as (
      select (select rest from ${part('edge')}) as rest, (
        select rank from ${source} where ${part('rest')} = (select rest from ${part('edge')}) order by rank
        offset (select greatest(k - 1 - (
          select count(*) from ${source} where ${part('rest')} > (select rest from ${part('edge')})), 0)
          from ${part('left')}) limit 1) as last_rank
    )`;
}

function amount(name: string): RawBuilder<unknown> {
  const part = (suffix: string) => sql.ref(`${name}_${suffix}`);
  return sql`(${part('floor')} + case when ${part('rest')} > ${part('cut')}.rest
    or (${part('rest')} = ${part('cut')}.rest and rank <= ${part('cut')}.last_rank) then 1 else 0 end)::bigint`;
}

async function listMemberPlaces(tx: Tx, fill: Fill): Promise<readonly number[]> {
  const { rows } = await sql<{ memberPlace: number }>`
    select distinct member_place from dividend
    where county = ${fill.county} and distribution_id = ${fill.id}`.execute(tx.db);
  return [fill.place, ...rows.map(({ memberPlace }) => memberPlace)];
}
