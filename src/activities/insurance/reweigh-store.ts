import type { RecordKey } from '../../platform/db/history.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { amountColumns, sharesOf } from './column-rules.ts';
import { listInsured, recountPolicy } from './insured-store.ts';
import { amountsOf } from './rules.ts';
import { findPolicy } from './store.ts';

/** Computes every line of a policy anew from its head, and the totals from its lines. */
export async function reweighInsured(tx: Tx, key: RecordKey, reason: string): Promise<Result<true, Refusal>> {
  const policy = await findPolicy(tx, key);
  if (!policy) return refuse({ code: 'not_found' });
  const shares = sharesOf(policy);
  const revisions = [];
  for (const { id, revision, units } of await listInsured(tx, policy)) {
    const amounts = amountsOf(units, { ...policy, shares });
    if (!amounts.ok) return amounts;
    const dates = { line: policy.line, unit: policy.unit, starts_on: policy.startsOn, ends_on: policy.endsOn };
    revisions.push({
      key: { county: policy.county, id, revision },
      set: { ...amountColumns(amounts.value), ...dates },
    });
  }
  if (revisions.length > 0) await reviseMany(tx, 'insurance_insured', { revisions, reason });
  const { county, id, revision } = policy;
  return (await recountPolicy(tx, { county, id, revision }, reason)) ? ok(true) : refuse({ code: 'stale' });
}
