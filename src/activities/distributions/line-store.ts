import { type RawBuilder, sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import type { PoorMark } from './rules.ts';
import { divideBy } from './run-store.ts';
import type { DistributionRow } from './store.ts';

/** What one member brings and gets. */
export interface LineRow {
  readonly membershipId: string;
  readonly number: string;
  readonly name: string;
  readonly memberPlace: number;
  readonly poor: PoorMark;
  readonly patronageFen: bigint;
  readonly contributionFen: bigint;
  readonly reserveShareFen: bigint;
  readonly sharesFen: bigint;
  readonly patronageRefundFen: bigint;
  readonly remainderFen: bigint;
  readonly givenOnFen: bigint;
  readonly reserveQuantifiedFen: bigint;
  readonly totalFen: bigint;
  readonly changedFen: bigint;
  /** of that the refund */
  readonly changedRefundFen: bigint;
  readonly paidFen: bigint;
  readonly inFlightFen: bigint;
}

export interface LineQuery {
  readonly q?: string | undefined;
  readonly poor?: PoorMark | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'number' | 'totalFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface LinePage {
  readonly rows: readonly LineRow[];
  readonly total: number;
}

/** Lines as declared; before that a preview by the chosen option, or by the first. */
export async function listLines(tx: Tx, row: DistributionRow, query: LineQuery): Promise<LinePage> {
  return row.state === 'declared' ? listDeclared(tx, row, query) : previewLines(tx, row, query);
}

async function previewLines(tx: Tx, row: DistributionRow, query: LineQuery): Promise<LinePage> {
  const all = await previewAll(tx, row);
  const { lo, hi } =
    query.place === undefined ? { lo: 0, hi: Number.MAX_SAFE_INTEGER } : placeRange(query.place as Place);
  const found = all.filter(
    (line) =>
      (!query.q || line.number.includes(query.q) || line.name.includes(query.q)) &&
      (!query.poor || line.poor === query.poor) &&
      line.memberPlace >= lo &&
      line.memberPlace <= hi,
  );
  const sign = query.order === 'desc' ? -1 : 1;
  if (query.sort === 'totalFen') found.sort((a, b) => sign * Number(a.totalFen - b.totalFen));
  else if (sign < 0) found.reverse();
  return { rows: found.slice(query.offset, query.offset + query.limit), total: found.length };
}

async function previewAll(tx: Tx, row: DistributionRow): Promise<LineRow[]> {
  const first = row.optionId ?? (await firstOption(tx, row));
  const run = await divideBy(tx, row, first);
  if (!run.ok) return [];
  const lines = new Map(run.value.lines.map((line) => [line.membershipId, line]));
  return run.value.loaded.members.map((member): LineRow => {
    const line = lines.get(member.membershipId);
    return {
      ...{
        membershipId: member.membershipId,
        number: member.number,
        name: member.name,
        memberPlace: member.memberPlace,
      },
      ...{ poor: member.poor, patronageFen: member.patronageFen, contributionFen: member.contributionFen },
      ...{ reserveShareFen: member.reserveShareFen, sharesFen: member.shares },
      patronageRefundFen: line?.patronageRefundFen ?? 0n,
      remainderFen: line?.remainderFen ?? 0n,
      givenOnFen: line?.givenOnFen ?? 0n,
      reserveQuantifiedFen: line?.reserveQuantifiedFen ?? 0n,
      totalFen: line?.totalFen ?? 0n,
      ...{ changedFen: 0n, changedRefundFen: 0n, paidFen: 0n, inFlightFen: 0n },
    };
  });
}

async function firstOption(tx: Tx, row: DistributionRow): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from distribution_option where county = ${row.county} and distribution_id = ${row.id}
    order by ordinal limit 1`.execute(tx.db);
  return rows[0]?.id ?? null;
}

function declaredSource({ county, id, snapshot }: DistributionRow): RawBuilder<unknown> {
  return sql`from (
      select d.membership_id, d.rank, b.number, b.name, d.member_place, d.poor, b.patronage_fen, b.contribution_fen,
        b.reserve_share_fen, b.shares as shares_fen, d.patronage_refund_fen, d.remainder_fen, d.given_on_fen,
        d.reserve_quantified_fen, d.total_fen, coalesce(c.changed, 0) as changed_fen,
        coalesce(c.changed_refund, 0) as changed_refund_fen, coalesce(p.paid, 0) as paid_fen,
        coalesce(p.in_flight, 0) as in_flight_fen
      from dividend d
      join distribution_basis b on b.county = d.county and b.distribution_id = d.distribution_id
        and b.snapshot = ${snapshot} and b.rank = d.rank
      left join (
        select membership_id, sum(new_refund_fen + new_remainder_fen - old_refund_fen - old_remainder_fen) as changed,
          sum(new_refund_fen - old_refund_fen) as changed_refund
        from dividend_change where county = ${county} and distribution_id = ${id} group by membership_id
      ) c on c.membership_id = d.membership_id
      left join (
        select membership_id, sum(amount_fen) filter (where state = 'paid') as paid,
          sum(amount_fen) filter (where state = 'in_flight') as in_flight
        from payout where county = ${county} and distribution_id = ${id} group by membership_id
      ) p on p.membership_id = d.membership_id
      where d.county = ${county} and d.distribution_id = ${id}
    ) as l`;
}

async function listDeclared(tx: Tx, row: DistributionRow, query: LineQuery): Promise<LinePage> {
  const parts = [sql`true`];
  if (query.poor) parts.push(sql`poor = ${query.poor}`);
  if (query.place !== undefined) {
    const { lo, hi } = placeRange(query.place as Place);
    parts.push(sql`member_place between ${lo} and ${hi}`);
  }
  if (query.q) {
    const text = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(number like ${text} or name like ${text})`);
  }
  const found = sql`${declaredSource(row)} where ${sql.join(parts, sql` and `)}`;
  const sorted = query.sort === 'totalFen' ? sql`total_fen` : sql`rank`;
  const { rows } = await sql<LineRow>`
    select membership_id, number, name, member_place, poor, patronage_fen, contribution_fen, reserve_share_fen, shares_fen,
      patronage_refund_fen, remainder_fen, given_on_fen, reserve_quantified_fen, total_fen, changed_fen,
      changed_refund_fen, paid_fen, in_flight_fen
    ${found} order by ${sorted} ${sql.raw(query.order === 'desc' ? 'desc' : 'asc')}, rank
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface PlaceSum {
  readonly place: number;
  readonly placeName: string | null;
  readonly members: number;
  readonly poor: number;
  readonly refundFen: bigint;
  readonly remainderFen: bigint;
  readonly totalFen: bigint;
  readonly poorFen: bigint;
}

/** More than any cooperative has. */
const mostMembers = 2_000_000;

/** The same amounts by the members’ own villages (row 44): whatever is shown of the lines adds up to them. */
export async function sumByPlace(tx: Tx, row: DistributionRow): Promise<readonly PlaceSum[]> {
  const { rows } = await listLines(tx, row, { limit: mostMembers, offset: 0 });
  const names = await listPlaceNames(tx, [...new Set(rows.map(({ memberPlace }) => memberPlace))]);
  return [...Map.groupBy(rows, ({ memberPlace }) => memberPlace)]
    .sort(([a], [b]) => a - b)
    .map(([place, lines]) => {
      const poor = lines.filter((line) => line.poor === 'yes');
      const sum = (of: readonly LineRow[], amount: (line: LineRow) => bigint) =>
        of.reduce((total, line) => total + amount(line), 0n);
      return {
        ...{ place, placeName: names.get(place) ?? null, members: lines.length, poor: poor.length },
        refundFen: sum(lines, (line) => line.patronageRefundFen),
        remainderFen: sum(lines, (line) => line.remainderFen + line.givenOnFen),
        totalFen: sum(lines, (line) => line.totalFen + line.changedFen),
        poorFen: sum(poor, (line) => line.totalFen + line.changedFen),
      };
    });
}

/** Sums by which a member recomputes his line; everybody in the cooperative may know them. */
export interface PublicSums {
  readonly cooperativeName: string;
  readonly members: number;
  readonly days: number;
  readonly ruleSet: string;
  readonly grantEquityFen: string;
  readonly refundFen: string;
  readonly remainderFen: string;
  readonly reserveFen: string | null;
  readonly patronage: string;
  readonly contribution: string;
  readonly reserveShares: string;
  readonly shares: string;
}

export async function readSums(tx: Tx, of: RecordKey): Promise<PublicSums | undefined> {
  const { rows } = await sql<{ sums: PublicSums | null }>`
    select distribution_sums(${of.county}::int, ${of.id}::uuid) as sums`.execute(tx.db);
  return rows[0]?.sums ?? undefined;
}

/** A line with what its explanation needs. */
export interface ExplainedLine extends LineRow {
  readonly county: number;
  readonly distributionId: string;
  readonly year: number;
  readonly declaredOn: string;
  readonly contributionWeightFen: bigint;
  readonly sharesWeightFen: bigint;
}

/** Declared lines in the reader’s sight: of one distribution, of one member, or a household’s own. */
export async function listExplained(
  tx: Tx,
  of: { readonly county?: number; readonly distributionId?: string; readonly membershipId?: string | undefined },
  limit: number,
): Promise<readonly ExplainedLine[]> {
  const parts = [sql`true`];
  if (of.county !== undefined) parts.push(sql`d.county = ${of.county}`);
  if (of.distributionId) parts.push(sql`d.distribution_id = ${of.distributionId}`);
  if (of.membershipId) parts.push(sql`d.membership_id = ${of.membershipId}`);
  const { rows } = await sql<ExplainedLine>`
    select d.county, d.distribution_id, d.year, d.declared_on, d.membership_id, b.number, b.name, d.member_place, d.poor,
      b.patronage_fen, b.contribution_fen, b.contribution_weight as contribution_weight_fen, b.reserve_share_fen,
      b.shares as shares_fen, b.shares_weight as shares_weight_fen, d.patronage_refund_fen, d.remainder_fen, d.given_on_fen,
      d.reserve_quantified_fen, d.total_fen, coalesce(c.changed, 0) as changed_fen,
      coalesce(c.changed_refund, 0) as changed_refund_fen, coalesce(p.paid, 0) as paid_fen,
      coalesce(p.in_flight, 0) as in_flight_fen
    from dividend d
    join distribution_basis b on b.county = d.county and b.distribution_id = d.distribution_id and b.rank = d.rank
      and b.snapshot = (select max(snapshot) from distribution_basis l
        where l.county = d.county and l.distribution_id = d.distribution_id)
    left join lateral (
      select sum(new_refund_fen + new_remainder_fen - old_refund_fen - old_remainder_fen) as changed,
        sum(new_refund_fen - old_refund_fen) as changed_refund from dividend_change
      where county = d.county and distribution_id = d.distribution_id and membership_id = d.membership_id
    ) c on true
    left join lateral (
      select sum(amount_fen) filter (where state = 'paid') as paid,
        sum(amount_fen) filter (where state = 'in_flight') as in_flight
      from payout where county = d.county and distribution_id = d.distribution_id and membership_id = d.membership_id
    ) p on true
    where ${sql.join(parts, sql` and `)} order by d.declared_on desc, d.rank limit ${limit}`.execute(tx.db);
  return rows;
}
