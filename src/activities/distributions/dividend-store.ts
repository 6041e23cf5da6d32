import { type RawBuilder, sql } from 'kysely';
import { markMonth, type RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Allotment, BasisSums, FillPlan } from './fill-rules.ts';

export async function sumBasis(tx: Tx, at: RecordKey & { readonly snapshot: number }): Promise<BasisSums> {
  const { rows } = await sql<Record<`${keyof BasisSums}Fen`, bigint | null>>`
    select count(*) as members_fen, sum(patronage_fen) as patronage_fen, max(patronage_fen) as most_patronage_fen,
      sum(contribution_weight) as contribution_fen, max(contribution_weight) as most_contribution_fen,
      sum(reserve_share_fen) as reserve_shares_fen, max(reserve_share_fen) as most_reserve_share_fen,
      sum(shares_weight) as shares_fen, max(shares_weight) as most_shares_fen,
      count(*) filter (where gives_on_bp > 0) as givers_fen
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
    givers: row?.giversFen ?? 0n,
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
  const { rows } = await sql<Filled & { memberPlace: number }>`
    with ${divided(fill)}, filled as (
      insert into dividend (county, distribution_id, membership_id, rank, place, member_place, cooperative_id, household_id,
        form, year, poor, declared_on, patronage_refund_fen, remainder_fen, given_on_fen, reserve_quantified_fen, total_fen,
        recorded_at, recorded_by)
      select ${fill.county}::int, ${fill.id}::uuid, membership_id, rank, ${fill.place}::bigint, member_place,
        ${fill.cooperativeId}::uuid, household_id, ${fill.form}, ${fill.year}::int, poor, ${fill.declaredOn}::date, refund,
        remainder, passed_on, reserve, refund + remainder + passed_on, ${tx.now}::timestamptz, ${tx.actor.accountId}::uuid
      from lines
      returning member_place, patronage_refund_fen, remainder_fen, given_on_fen, reserve_quantified_fen
    )
    select member_place, count(*) as lines, sum(patronage_refund_fen) as refund_fen, sum(remainder_fen) as remainder_fen,
      sum(given_on_fen) as given_on_fen, sum(reserve_quantified_fen) as reserve_fen
    from filled group by member_place`.execute(tx.db);
  const filled = rows.reduce(added, nothing);
  tx.trail.push({
    table: 'dividend',
    county: fill.county,
    place: fill.place,
    bulk: { rows: filled.lines, digest: fill.digest },
  });
  markMonth(tx, fill.place, fill.declaredOn);
  for (const { memberPlace } of rows) markMonth(tx, memberPlace, fill.declaredOn);
  return filled;
}

const nothing: Filled = { lines: 0, refundFen: 0n, remainderFen: 0n, givenOnFen: 0n, reserveFen: 0n };

function added(sum: Filled, more: Filled): Filled {
  return {
    lines: sum.lines + more.lines,
    refundFen: sum.refundFen + more.refundFen,
    remainderFen: sum.remainderFen + more.remainderFen,
    givenOnFen: sum.givenOnFen + more.givenOnFen,
    reserveFen: sum.reserveFen + more.reserveFen,
  };
}

/**
 * The steps of the division as parts of one statement; `lines` comes last. What every member has to be known of before the
 * next step is kept, and so are sums: members frozen a moment ago have no statistics yet, and for one expected row a sum would be
 * made again for each of them. A reserve is a step of its own, because the remainder goes by it too.
 */
export function divided({ plan, ...fill }: Fill): RawBuilder<unknown> {
  const weights = { patronage: sql`p`, contribution: sql`c`, shares: sql`s`, equal: sql`1::bigint` };
  const exact = exactly(plan.fits64);
  const own = (reserve: RawBuilder<unknown>) =>
    plan.remainderBy === 'contribution'
      ? sql`(c + (r + ${reserve}) * ${exact.number(plan.daysWeighed)})`
      : weights[plan.remainderBy];
  const isReserved = plan.reserve.total > 0n;
  const last = isReserved ? 'reserved' : 'opened';
  const member = sql`rank, membership_id, member_place, household_id, poor, gives_on_bp, receives_on`;
  return sql`basis as (
      select rank, membership_id, member_place, household_id, poor, patronage_fen as p, contribution_weight as c,
        reserve_share_fen as r, shares_weight as s, gives_on_bp, receives_on
      from distribution_basis
      where county = ${fill.county} and distribution_id = ${fill.id} and snapshot = ${fill.snapshot}
    ), opened as materialized (
      select ${member}, ${exact.shares('refund', plan.refunds, weights.patronage)}, ${
        isReserved
          ? sql`c, r, s, ${exact.shares('reserve', plan.reserve, weights[plan.reserveBy])}`
          : sql`0::bigint as reserve, ${exact.shares('remainder', plan.remainder, own(sql`0`))}`
      }
      from basis
    ), ${cut('refund', exact.number(plan.refunds.total), 'opened')}, ${
      isReserved
        ? sql`${cut('reserve', exact.number(plan.reserve.total), 'opened')}, reserved as materialized (
      select known.*, ${exact.shares('remainder', plan.remainder, own(sql`reserve`))}
      from (select opened.*, ${amount('reserve')} as reserve from opened) as known
    ), `
        : sql``
    }${cut('remainder', exact.number(plan.remainder.total), last)}, whole as (
      select ${member}, reserve, ${amount('refund')} as refund, ${amount('remainder')} as remainder from ${sql.ref(last)}
    ), ${plan.isGivenOn ? passedOn : sql`lines as (select whole.*, 0::bigint as passed_on from whole)`}`;
}

/** What collectives give on of their own shares, divided equally among those who receive it. */
const passedOn = sql`receivers as materialized (
      select count(*) filter (where receives_on) as n from whole
    ), passed as materialized (
      select coalesce(sum(div(remainder::numeric * gives_on_bp, 10000 * n)), 0)::bigint as each
      from whole, receivers where gives_on_bp > 0 and n > 0
    ), lines as (
      select whole.*, case when receives_on then each else 0 end
        - case when gives_on_bp > 0 and n > 0 then (div(remainder::numeric * gives_on_bp, 10000 * n) * n)::bigint else 0 end
          as passed_on
      from whole, receivers, passed
    )`;

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

/** The last member who gets a fen more: the fen left over go to the largest remainders, of equal ones to the smaller rank. */
function cut(name: string, total: RawBuilder<unknown>, from: string): RawBuilder<unknown> {
  const part = (suffix: string) => sql.ref(`${name}_${suffix}`);
  const source = sql.ref(from);
  return sql`${part('cut')} as materialized (
      select edge.rest, edge.rank
      from (select (${total} - coalesce(sum(${part('floor')}), 0))::bigint as k from ${source}) as over
      left join lateral (
        select ${part('rest')} as rest, rank from ${source} order by ${part('rest')} desc, rank
        offset greatest(over.k - 1, 0) limit least(over.k, 1)
      ) as edge on true
    )`;
}

function amount(name: string): RawBuilder<unknown> {
  const part = (suffix: string) => sql.ref(`${name}_${suffix}`);
  const edge = (column: string) => sql`(select ${sql.ref(column)} from ${part('cut')})`;
  return sql`(${part('floor')} + case when ${part('rest')} > ${edge('rest')}
    or (${part('rest')} = ${edge('rest')} and rank <= ${edge('rank')}) then 1 else 0 end)::bigint`;
}
