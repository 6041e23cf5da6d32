import { sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type NewRow, type RecordKey, record, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { insuredColumns, type MatchedBy, type NewInsured, type PolicyOf } from './column-rules.ts';
import { payers } from './rules.ts';
import { type PolicyRow, revisePolicy } from './store.ts';

export interface InsuredRow {
  readonly id: string;
  readonly householdCounty: number | null;
  readonly householdId: string | null;
  readonly cooperativeId: string | null;
  readonly name: string;
  readonly insuredPlace: number;
  readonly insuredPlaceName: string;
  readonly units: number;
  readonly sumFen: bigint;
  readonly premiumFen: bigint;
  readonly holderFen: bigint;
  readonly claimedFen: bigint;
  readonly signedOn: string | null;
  readonly matched: MatchedBy;
  readonly revision: number;
}

export async function listInsured(tx: Tx, policy: RecordKey): Promise<readonly InsuredRow[]> {
  const { rows } = await sql<InsuredRow>`
    select n.id, case when n.household_id is null then null else (n.insured_place / 1000000)::int end as household_county,
      n.household_id, n.cooperative_id, n.name, n.insured_place, coalesce(p.name, '') as insured_place_name, n.units,
      n.sum_fen, n.premium_fen, n.holder_fen, n.claimed_fen, n.signed_on, n.matched, n.revision
    from insurance_insured n left join place p on p.code = n.insured_place
    where n.county = ${policy.county} and n.policy_id = ${policy.id} order by n.insured_place, n.name, n.id`.execute(
    tx.db,
  );
  return rows;
}

export async function recordInsured(tx: Tx, policy: PolicyOf, one: NewInsured): Promise<void> {
  await record(tx, 'insurance_insured', insuredColumns(policy, one));
}

export async function recordManyInsured(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  await recordMany(tx, 'insurance_insured', rows);
}

export async function correctInsured(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'insurance_insured', { key, ...change })) !== undefined;
}

export async function removeInsured(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'insurance_insured', { key, reason })) !== undefined;
}

/**
 * Keeps the totals of a policy with its lines: count, units, sum, premium and every payer’s part. Only the current
 * revision is counted anew. False when it changed meanwhile.
 */
export async function recountPolicy(tx: Tx, key: Required<RecordKey>, reason: string): Promise<boolean> {
  const { rows } = await sql<Record<string, unknown>>`
    select count(*)::int as lines, coalesce(sum(units), 0) as units, coalesce(sum(sum_fen), 0)::bigint as sum_fen,
      coalesce(sum(premium_fen), 0)::bigint as premium_fen, coalesce(sum(central_fen), 0)::bigint as central_fen,
      coalesce(sum(region_fen), 0)::bigint as region_fen, coalesce(sum(city_fen), 0)::bigint as city_fen,
      coalesce(sum(banner_fen), 0)::bigint as banner_fen, coalesce(sum(holder_fen), 0)::bigint as holder_fen
    from insurance_insured where county = ${key.county} and policy_id = ${key.id}`.execute(tx.db);
  const found = rows[0] ?? {};
  const of = (name: string) => found[name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];
  const names = ['lines', 'units', 'sum_fen', 'premium_fen', ...payers.map((payer) => `${payer}_fen`)];
  const set = Object.fromEntries(names.map((name) => [name, of(name)]));
  return revisePolicy(tx, key, { set, reason });
}

/** Over who insures how much, where, with whom. */
export async function digestPolicy(tx: Tx, policy: PolicyRow): Promise<string> {
  const insured = await listInsured(tx, policy);
  return digestOf({
    policy: policy.id,
    ...{ number: policy.number, insurerId: policy.insurerId, line: policy.line },
    ...{ startsOn: policy.startsOn, endsOn: policy.endsOn, unitSumFen: policy.unitSumFen, rateBp: policy.rateBp },
    insured: insured.map(({ householdId, cooperativeId, units, premiumFen, holderFen }) => ({
      ...{ householdId, cooperativeId, units: String(units), premiumFen, holderFen },
    })),
  });
}

/** Name and village of a household as the register has them; undefined outside the reader’s range. */
export async function findHolder(
  tx: Tx,
  household: RecordKey,
): Promise<{ readonly name: string; readonly place: number } | undefined> {
  const { rows } = await sql<{ name: string; place: number }>`
    select coalesce(r.name, h.number) as name, h.place from household h
    left join resident r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    where h.county = ${household.county} and h.id = ${household.id} and h.left_on is null limit 1`.execute(tx.db);
  return rows[0];
}
