import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { findPolicies, type PolicyRow } from './store.ts';

export interface NamedCooperative {
  readonly id: string;
  readonly place: number;
}

/** Cooperatives of the range by their full names, where only one bears the name. */
export async function findCooperatives(
  tx: Tx,
  names: readonly string[],
): Promise<ReadonlyMap<string, NamedCooperative>> {
  const asked = [...new Set(names)].filter((name) => name.length > 5);
  if (asked.length === 0) return new Map();
  const { rows } = await sql<NamedCooperative & { readonly name: string }>`
    select min(id::text)::uuid as id, min(place) as place, name from cooperative
    where name = any(${asked}::text[]) and dissolved_on is null group by name having count(*) = 1`.execute(tx.db);
  return new Map(rows.map(({ id, place, name }) => [name, { id, place }]));
}

export interface KnownPolicy extends PolicyRow {
  /** who stands on it, household or cooperative */
  readonly holders: ReadonlySet<string>;
}

/** Policies of an insurer by number and village, with whoever stands on them. */
export async function findKnownPolicies(
  tx: Tx,
  insurerId: string,
  numbers: readonly string[],
): Promise<readonly KnownPolicy[]> {
  if (numbers.length === 0) return [];
  const policies = await findPolicies(tx, insurerId, numbers);
  if (policies.length === 0) return [];
  const { rows } = await sql<{ policyId: string; holder: string }>`
    select policy_id, coalesce(household_id, cooperative_id) as holder from insurance_insured
    where insurer_id = ${insurerId} and policy_id = any(${policies.map(({ id }) => id)}::uuid[])`.execute(tx.db);
  const holders = Map.groupBy(rows, ({ policyId }) => policyId);
  return policies.map((policy) => ({
    ...policy,
    holders: new Set((holders.get(policy.id) ?? []).map(({ holder }) => holder)),
  }));
}
