import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import { reviseAlike } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { emptyTotals, headColumns, type PolicyHead, type TermsRow } from './column-rules.ts';
import type { HolderKind, InsuranceLine, PolicyState } from './rules.ts';

export interface PolicyRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly insurerId: string;
  readonly insurerName: string;
  readonly number: string;
  readonly line: InsuranceLine;
  readonly unit: 'head' | 'mu';
  readonly holderKind: HolderKind;
  readonly cooperativeId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly unitSumFen: bigint;
  readonly rateBp: number;
  readonly deductibleBp: number;
  readonly centralBp: number;
  readonly regionBp: number;
  readonly cityBp: number;
  readonly bannerBp: number;
  readonly holderBp: number;
  readonly centralFen: bigint;
  readonly regionFen: bigint;
  readonly cityFen: bigint;
  readonly bannerFen: bigint;
  readonly holderFen: bigint;
  readonly state: PolicyState;
  readonly lines: number;
  readonly units: number;
  readonly sumFen: bigint;
  readonly premiumFen: bigint;
  readonly digest: string | null;
  readonly madeBy: string | null;
  readonly issuedOn: string | null;
  readonly source: 'hand' | 'import';
  readonly previousId: string | null;
  readonly revision: number;
}

export interface PolicyFilters {
  readonly q?: string | undefined;
  readonly state?: PolicyState | undefined;
  readonly line?: InsuranceLine | undefined;
  readonly holderKind?: HolderKind | undefined;
  readonly place?: number | undefined;
  readonly householdId?: string | undefined;
  readonly sort?: 'number' | 'startsOn' | 'endsOn' | 'premiumFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(
    select y.*, coalesce(i.name, '') as insurer_name, coalesce(p.name, '') as place_name
    from insurance_policy y left join insurance_insurer i on i.id = y.insurer_id
    left join place p on p.code = y.place
  ) as y`;

const columns = sql`county, id, place, place_name, insurer_id, insurer_name, number, line, unit, holder_kind, cooperative_id,
  starts_on, ends_on, unit_sum_fen, rate_bp, deductible_bp, central_bp, region_bp, city_bp, banner_bp, holder_bp,
  central_fen, region_fen, city_fen, banner_fen, holder_fen, state, lines, units, sum_fen, premium_fen, digest, made_by,
  issued_on, source, previous_id, revision`;

const sortColumns = { number: 'number', startsOn: 'starts_on', endsOn: 'ends_on', premiumFen: 'premium_fen' } as const;

export async function listPolicies(
  tx: Tx,
  query: PolicyFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly PolicyRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = query.sort ? sql.ref(sortColumns[query.sort]) : sql`starts_on`;
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<PolicyRow>`select ${columns} ${found} order by ${sorted} ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: PolicyFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.line) parts.push(sql`line = ${filters.line}`);
  if (filters.holderKind) parts.push(sql`holder_kind = ${filters.holderKind}`);
  if (filters.place !== undefined) parts.push(sql`place ${within(filters.place)}`);
  if (filters.householdId) {
    parts.push(sql`exists (select 1 from insurance_insured n
      where n.county = y.county and n.policy_id = y.id and n.household_id = ${filters.householdId})`);
  }
  if (filters.q) {
    const text = containing(filters.q);
    parts.push(sql`(number like ${text} or insurer_name like ${text} or place_name like ${text}
      or exists (select 1 from insurance_insured n where n.county = y.county and n.policy_id = y.id and n.name like ${text}))`);
  }
  return sql.join(parts, sql` and `);
}

export function within(place: number): RawBuilder<unknown> {
  const { lo, hi } = placeRange(place as Place);
  return sql`between ${lo} and ${hi}`;
}

/** A pattern for what contains a text. */
export function containing(text: string): RawBuilder<unknown> {
  return sql`${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`;
}

export async function findPolicy(tx: Tx, key: RecordKey): Promise<PolicyRow | undefined> {
  const { rows } = await sql<PolicyRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The policy, held until the act ends: whoever changes its list or its state comes one after another. */
export async function holdPolicy(tx: Tx, key: RecordKey): Promise<PolicyRow | undefined> {
  await sql`select from insurance_policy where county = ${key.county} and id = ${key.id} for update`.execute(tx.db);
  return findPolicy(tx, key);
}

export interface NewPolicy extends PolicyHead {
  readonly id: string;
  readonly place: number;
  readonly insurerId: string;
  readonly holderKind: HolderKind;
  readonly cooperativeId: string | null;
  readonly previousId: string | null;
}

export async function recordPolicy(tx: Tx, policy: NewPolicy, terms: TermsRow): Promise<void> {
  await record(tx, 'insurance_policy', {
    ...{ county: Math.floor(policy.place / 1_000_000), id: policy.id, place: policy.place },
    ...{ insurer_id: policy.insurerId, holder_kind: policy.holderKind, cooperative_id: policy.cooperativeId },
    ...headColumns(policy, terms),
    ...emptyTotals,
    ...{ state: 'draft', digest: null, made_by: tx.actor.accountId, issued_on: null, issued_by: null },
    ...{ source: 'hand', import_id: null, previous_id: policy.previousId },
  });
}

export async function revisePolicy(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'insurance_policy', { key, ...change })) !== undefined;
}

/** In force from now on: the policy and everybody on its list. */
export async function markInForce(
  tx: Tx,
  key: Required<RecordKey>,
  { on, ids }: { readonly on: string; readonly ids: readonly string[] },
): Promise<boolean> {
  const set = { state: 'in_force', issued_on: on, issued_by: tx.actor.accountId };
  if (!(await revisePolicy(tx, key, { set, reason: 'issued' }))) return false;
  await reviseAlike(tx, 'insurance_insured', { county: key.county, ids, set: { in_force: true }, reason: 'issued' });
  return true;
}

/** Given up: nobody on its list is insured by it any more. */
export async function markWithdrawn(
  tx: Tx,
  key: Required<RecordKey>,
  { ids, reason }: { readonly ids: readonly string[]; readonly reason: string },
): Promise<boolean> {
  const set = { state: 'withdrawn', issued_on: null, issued_by: null };
  if (!(await revisePolicy(tx, key, { set, reason }))) return false;
  await reviseAlike(tx, 'insurance_insured', { county: key.county, ids, set: { in_force: false }, reason });
  return true;
}

/** Policies of an insurer by their numbers. */
export async function findPolicies(
  tx: Tx,
  insurerId: string,
  numbers: readonly string[],
): Promise<readonly PolicyRow[]> {
  const { rows } = await sql<PolicyRow>`
    select ${columns} from ${source} where insurer_id = ${insurerId} and number = any(${numbers}::text[])`.execute(
    tx.db,
  );
  return rows;
}
