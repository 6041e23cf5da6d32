import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { listHoldings, listShareClasses, type Uplift, upliftOn } from '../../ledgers/shares/public.ts';
import { isPoor } from '../../ledgers/shares/uplift-rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type CooperativeRow, listMembers, type MembershipRow } from '../../registers/cooperatives/public.ts';
import { listPovertyStates } from '../../registers/households/public.ts';
import { type PoorMark, type RuleSet, weighByDays, type YearSpan } from './rules.ts';
import type { BasisRow } from './snapshot-store.ts';

export interface FreezeQuestion {
  readonly span: YearSpan;
  readonly recordOn: string;
  readonly ruleSet: RuleSet;
  readonly timeWeighted: boolean;
  /** the year’s transactions of members, and their share in the reserves of earlier years, by membership */
  readonly patronage: ReadonlyMap<string, bigint>;
  readonly reserveShares: ReadonlyMap<string, bigint>;
}

/**
 * The members on the record date with what each brings to the division. Refused while it is not known of somebody’s
 * uplift whether it is still in force: whoever may see those households has to freeze (quality 78).
 */
export async function readBasis(
  tx: Tx,
  cooperative: CooperativeRow,
  question: FreezeQuestion,
): Promise<Result<{ readonly rows: readonly BasisRow[]; readonly digest: string }, Refusal>> {
  const at = { county: cooperative.county, cooperativeId: cooperative.id, on: question.recordOn };
  const members = await listMembers(tx, at);
  const uplifts = await upliftOn(tx, at);
  if (uplifts.some(({ certain }) => !certain)) return refuse({ code: 'distribution_uplift_unknown' });
  const poor = await readPoor(tx, members, question.recordOn);
  const held = await readHeld(tx, cooperative, question);
  const ended = await readEndedUplift(tx, at, uplifts);
  const rows = members.map((member, index) =>
    toBasis(member, {
      rank: index + 1,
      question,
      poor: poor.get(member.id) ?? 'unknown',
      held: held.get(member.id) ?? nothingHeld,
      uplifts: uplifts.filter(({ membershipId }) => membershipId === member.id),
      endedShares: ended.get(member.id) ?? 0n,
      givesOnBp: member.kind === 'collective' ? givenOnBp(uplifts) : 0,
    }),
  );
  return ok({ rows, digest: digestMembers(rows) });
}

interface Held {
  readonly fen: bigint;
  readonly shares: bigint;
  /** times the days weighed */
  readonly fenWeight: bigint;
  readonly sharesWeight: bigint;
}

const nothingHeld: Held = { fen: 0n, shares: 0n, fenWeight: 0n, sharesWeight: 0n };

interface MemberParts {
  readonly rank: number;
  readonly question: FreezeQuestion;
  readonly poor: PoorMark;
  readonly held: Held;
  readonly uplifts: readonly Uplift[];
  /** quantified shares issued as an uplift that is no longer in force */
  readonly endedShares: bigint;
  readonly givesOnBp: number;
}

function toBasis(member: MembershipRow, parts: MemberParts): BasisRow {
  const { question, held, uplifts } = parts;
  const days = BigInt(question.timeWeighted ? question.span.days : 1);
  const sharesWeight = least(held.sharesWeight - parts.endedShares * days);
  const issued = uplifts.reduce(
    (sum, one) => sum + (question.ruleSet === 'farmers_professional' ? paidByGrant(one) : BigInt(one.shares)),
    0n,
  );
  const weight = question.ruleSet === 'farmers_professional' ? held.fenWeight : sharesWeight;
  return {
    rank: parts.rank,
    membershipId: member.id,
    memberPlace: member.memberPlace,
    number: member.number,
    name: member.name,
    householdCounty: member.householdCounty,
    householdId: member.householdId,
    residentId: member.residentId,
    poor: member.kind === 'farmer' || member.kind === 'other_person' ? parts.poor : 'no',
    patronageFen: question.patronage.get(member.id) ?? 0n,
    contributionFen: held.fen,
    contributionWeight: held.fenWeight,
    reserveShareFen: question.reserveShares.get(member.id) ?? 0n,
    shares: least(held.shares - parts.endedShares),
    sharesWeight,
    upliftWeight: issued * days < weight ? issued * days : weight,
    givesOnBp: parts.givesOnBp,
    receivesOn: uplifts.some(({ mechanism }) => mechanism === 'collective_share'),
    floorFen: uplifts.reduce((sum, one) => sum + (one.mechanism === 'floor_dividend' ? one.fen : 0n), 0n),
  };
}

function least(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function paidByGrant({ mechanism, fen, shares }: Uplift): bigint {
  return mechanism === 'household_grant' && shares > 0 ? fen : 0n;
}

/** One plan after the other, but never more than all a collective earns. */
function givenOnBp(uplifts: readonly Uplift[]): number {
  const plans = new Map(
    uplifts.flatMap(({ mechanism, policyId, upliftBp }) =>
      mechanism === 'collective_share' ? [[policyId, upliftBp] as const] : [],
    ),
  );
  return Math.min(
    10_000,
    [...plans.values()].reduce((sum, bp) => sum + bp, 0),
  );
}

async function readPoor(tx: Tx, members: readonly MembershipRow[], on: string): Promise<ReadonlyMap<string, PoorMark>> {
  const households = members.flatMap(({ householdCounty, householdId }) =>
    householdCounty === null || householdId === null ? [] : [{ county: householdCounty, id: householdId }],
  );
  const states = await listPovertyStates(tx, households, on);
  return new Map(
    members.map(({ id, householdId }): readonly [string, PoorMark] => {
      const state = states.get(householdId ?? '');
      return [id, state === undefined ? 'unknown' : isPoor(state, false) ? 'yes' : 'no'];
    }),
  );
}

/** What members hold in classes that take part in the surplus: on the record date, or over the days of the year. */
async function readHeld(
  tx: Tx,
  cooperative: CooperativeRow,
  { span, recordOn, timeWeighted }: FreezeQuestion,
): Promise<ReadonlyMap<string, Held>> {
  const at = { county: cooperative.county, cooperativeId: cooperative.id };
  const classes = await listShareClasses(tx, at);
  const counted = new Set(classes.filter(({ dividend }) => dividend).map(({ id }) => id));
  const held = new Map<string, { fen: bigint; shares: bigint }>();
  for (const { membershipId, classId, paidFen, shares } of await listHoldings(tx, { ...at, on: recordOn })) {
    if (!counted.has(classId)) continue;
    const known = held.get(membershipId) ?? { fen: 0n, shares: 0n };
    held.set(membershipId, { fen: known.fen + paidFen, shares: known.shares + BigInt(shares) });
  }
  if (!timeWeighted)
    return new Map([...held].map(([id, one]) => [id, { ...one, fenWeight: one.fen, sharesWeight: one.shares }]));
  const moves = await listYearMoves(tx, { ...at, classIds: [...counted], until: span.to });
  const fenWeights = weighByDays(
    span,
    moves.map((move) => ({ ...move, amount: move.paidFen })),
  );
  const sharesWeights = weighByDays(
    span,
    moves.map((move) => ({ ...move, amount: BigInt(move.shares) })),
  );
  return new Map(
    [...fenWeights].map(([id, fenWeight]) => [
      id,
      {
        ...(held.get(id) ?? { fen: 0n, shares: 0n }),
        fenWeight: least(fenWeight),
        sharesWeight: least(sharesWeights.get(id) ?? 0n),
      },
    ]),
  );
}

async function listYearMoves(
  tx: Tx,
  at: {
    readonly county: number;
    readonly cooperativeId: string;
    readonly classIds: readonly string[];
    readonly until: string;
  },
) {
  const { rows } = await sql<{ id: string; occurredOn: LocalDate; shares: number; paidFen: bigint }>`
    select membership_id as id, occurred_on, sum(shares) as shares, sum(paid_fen) as paid_fen from share_move
    where county = ${at.county} and cooperative_id = ${at.cooperativeId} and class_id = any(${at.classIds}::uuid[])
      and occurred_on <= ${at.until}::date
    group by membership_id, occurred_on order by occurred_on, membership_id`.execute(tx.db);
  return rows;
}

/**
 * Quantified shares that were issued as an uplift which is not in force on the day. Grants to a household are another
 * matter: what it contributed is its own, whatever becomes of its registration.
 */
async function readEndedUplift(
  tx: Tx,
  at: { readonly county: number; readonly cooperativeId: string; readonly on: string },
  inForce: readonly Uplift[],
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await sql<{ policyId: string; membershipId: string; shares: number }>`
    select policy_id, membership_id, uplift_shares as shares from uplift_share
    where county = ${at.county} and cooperative_id = ${at.cooperativeId} and mechanism = 'quantification'
      and lot_id is not null and starts_on <= ${at.on}::date`.execute(tx.db);
  const known = new Set(inForce.map(({ policyId, membershipId }) => `${policyId} ${membershipId}`));
  const ended = new Map<string, bigint>();
  for (const { policyId, membershipId, shares } of rows) {
    if (known.has(`${policyId} ${membershipId}`)) continue;
    ended.set(membershipId, (ended.get(membershipId) ?? 0n) + BigInt(shares));
  }
  return ended;
}

/** SHA-256 over the members in their order; with the figures of the books it fixes every amount that follows. */
function digestMembers(rows: readonly BasisRow[]): string {
  const hash = createHash('sha256');
  for (const row of rows) {
    const parts = [row.rank, row.membershipId, row.poor, row.patronageFen, row.contributionWeight, row.reserveShareFen];
    const others = [row.sharesWeight, row.upliftWeight, row.givesOnBp, row.receivesOn, row.floorFen];
    hash.update(`${[...parts, ...others].join(' ')}\n`);
  }
  return hash.digest('hex');
}
