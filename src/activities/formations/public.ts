import { systemActor } from '../../platform/access/actor.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { readTransact, transact, type Workplace } from '../../platform/db/transact.ts';
import { ok } from '../../platform/pure/result.ts';
import { stepChanges } from './chain-rules.ts';
import { readState, recordProofs } from './chain-store.ts';
import { findFormation, holdOpenFormation, listOpenKeys } from './store.ts';
import { words } from './words.ts';

const everywhere = { lo: 110_000_000_000, hi: 999_999_999_999 };

/**
 * Writes down for every open plan which steps are proven by now, so that figures move when a meeting is closed or a
 * notice is over, without anybody opening the plan. Returns how many plans changed.
 */
export async function recordAllProofs(workplace: Workplace): Promise<number> {
  const context = { actor: systemActor(everywhere, 'formation-proofs'), act: 'formation.record' };
  const due = await readTransact(workplace, context, async (tx) => {
    const keys = [];
    for (const key of await listOpenKeys(tx)) {
      const formation = await findFormation(tx, key);
      if (formation && stepChanges(await readState(tx, formation)).length > 0) keys.push(key);
    }
    return ok(keys);
  });
  let changed = 0;
  for (const key of due.ok ? due.value : []) {
    const written = await transact(workplace, context, async (tx) => {
      const formation = await holdOpenFormation(tx, key);
      if (!formation) return ok(0);
      return ok(await recordProofs(tx, await readState(tx, formation), words['said.proofGone'][0]));
    });
    if (written.ok && written.value > 0) changed += 1;
  }
  return changed;
}

/** Names of planned organisations by formation. */
export function listFormationTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'formation', column: 'name' }, keys);
}
