import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import {
  type ClaimOf,
  type Doubt,
  findDifferingPayouts,
  findDuplicates,
  findOverInsured,
  findSamePayouts,
  findSameSums,
  type HeldAndInsured,
  type InsuredSpan,
  type ListOf,
} from './alert-rules.ts';
import { heldOn } from './coverage-store.ts';
import { type InsurableKind, type InsuranceLine, insurableKindOf } from './rules.ts';
import { within } from './store.ts';

interface Where {
  readonly place: number;
  readonly on: string;
}

/** All doubts about the policies and claims of a place, as they stand on a day: every one, no sample (row 86). */
export async function findAllDoubts(tx: Tx, where: Where): Promise<readonly Doubt[]> {
  const spans = await listSpans(tx, where);
  const held = await listHeld(tx, where);
  const claims = await listSurveyed(tx, where);
  return [
    ...findOverInsured(compare(spans, { held, on: where.on })),
    ...findDuplicates(spans),
    ...findSameSums(await listTogether(tx, where, { spans, held })),
    ...findSamePayouts(claims),
    ...findDifferingPayouts(claims),
    ...(await findUnpublicised(tx, where)),
  ];
}

/** A year back: what was insured twice last season is still worth a look. */
async function listSpans(tx: Tx, { place, on }: Where): Promise<readonly InsuredSpan[]> {
  const { rows } = await sql<InsuredSpan>`
    select id, coalesce(household_id, cooperative_id) as holder_id, household_id, insured_place as place, name, policy_id,
      line, units, starts_on, ends_on from insurance_insured
    where insured_place ${within(place)} and in_force and ends_on >= ${on}::date - 365 order by id`.execute(tx.db);
  return rows;
}

type Held = ReadonlyMap<string, number>;

async function listHeld(tx: Tx, { place, on }: Where): Promise<Held> {
  const { rows } = await sql<{ holderId: string; kind: string; held: number }>`
    select holder_id, kind, sum(held) as held from (${heldOn(on, place)}) as h group by holder_id, kind`.execute(tx.db);
  return new Map(rows.map(({ holderId, kind, held }) => [`${holderId} ${kind}`, held]));
}

/** What each holder has insured of each kind on the day, beside what the registers have. */
function compare(
  spans: readonly InsuredSpan[],
  { held, on }: { readonly held: Held; readonly on: string },
): readonly HeldAndInsured[] {
  const now = spans.filter(({ startsOn, endsOn }) => startsOn <= on && endsOn >= on);
  const groups = Map.groupBy(now, ({ holderId, line }) => `${holderId} ${kindOf(line)}`);
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const insured = group.reduce((sum, { units }) => sum + Math.round(units * 100), 0) / 100;
    const { holderId, householdId, place, name, policyId } = first;
    return [{ holderId, householdId, place, name, policyId, kind: kindOf(first.line), insured, held: held.get(key) }];
  });
}

function kindOf(line: string): InsurableKind {
  return insurableKindOf(line as InsuranceLine);
}

/** The lists of villages, with what everybody on them has. */
async function listTogether(
  tx: Tx,
  { place }: Where,
  { spans, held }: { readonly spans: readonly InsuredSpan[]; readonly held: Held },
): Promise<readonly ListOf[]> {
  const { rows } = await sql<{ id: string; place: number; name: string }>`
    select id, place, number as name from insurance_policy
    where place ${within(place)} and state = 'in_force' and holder_kind <> 'household'`.execute(tx.db);
  const byPolicy = Map.groupBy(spans, ({ policyId }) => policyId);
  return rows.map((policy) => ({
    ...policy,
    lines: (byPolicy.get(policy.id) ?? []).map(({ holderId, line, units }) => ({
      units,
      held: held.get(`${holderId} ${kindOf(line)}`),
    })),
  }));
}

async function listSurveyed(tx: Tx, { place }: Where): Promise<readonly ClaimOf[]> {
  const { rows } = await sql<{
    id: string;
    policyId: string;
    place: number;
    name: string;
    units: number;
    lossBp: number;
    computedFen: bigint;
    agreedFen: bigint;
  }>`
    select c.id, c.policy_id, c.place, c.policy_number as name, l.surveyed_units as units, l.loss_bp, l.computed_fen, l.agreed_fen
    from insurance_claim c join insurance_claim_line l on l.county = c.county and l.claim_id = c.id
    where c.place ${within(place)} and c.state in ('surveyed', 'listed', 'agreed', 'paid') and l.agreed_fen is not null
    order by c.id, l.id`.execute(tx.db);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const { id, policyId, name } = first;
    return [{ id, policyId, place: first.place, name, lines }];
  });
}

/** Lists in force that never hung on a board (Agricultural Insurance Regulation, article 10). */
async function findUnpublicised(tx: Tx, { place, on }: Where): Promise<readonly Doubt[]> {
  const { rows } = await sql<{ id: string; place: number; name: string; lines: number }>`
    select y.id, y.place, y.number as name, y.lines from insurance_policy y
    where y.place ${within(place)} and y.state = 'in_force' and y.holder_kind = 'village' and y.ends_on >= ${on}::date
      and not exists (select 1 from notice n where n.county = y.county and n.subject_type = 'insurance_policy'
        and n.subject_id = y.id::text and n.withdrawn_on is null)`.execute(tx.db);
  return rows.map(({ id, lines, ...policy }) => ({
    ...{ kind: 'not_publicised' as const, subject: id, policyId: id, claimId: null, householdId: null, ...policy },
    ...{ found: BigInt(lines), expected: 0n, measuredIn: 'count' as const },
  }));
}
