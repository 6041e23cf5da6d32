import { systemActor } from '../../platform/access/actor.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { readTransact, transact, type Workplace } from '../../platform/db/transact.ts';
import { ok } from '../../platform/pure/result.ts';
import { findStepChanges, readState, recordProofs } from './chain-store.ts';
import { findProject, holdProject, listOpenKeys } from './store.ts';
import { words } from './words.ts';

export { type GoalRow, listGoals, scoreGoals, setGoals } from './goal-store.ts';
export { findProject, holdProject, type ProjectRow } from './store.ts';

const everywhere = { lo: 110_000_000_000, hi: 999_999_999_999 };

/**
 * Writes down for every open project which steps are proven by now, so that figures move when an office answers or a
 * notice is over, without anybody opening the project. Returns how many projects changed.
 */
export async function recordAllProjectProofs(workplace: Workplace): Promise<number> {
  const context = { actor: systemActor(everywhere, 'project-proofs'), act: 'project.record' };
  const due = await readTransact(workplace, context, async (tx) => {
    const keys = [];
    for (const key of await listOpenKeys(tx)) {
      const project = await findProject(tx, key);
      if (project && (await findStepChanges(tx, await readState(tx, project))).length > 0) keys.push(key);
    }
    return ok(keys);
  });
  let changed = 0;
  for (const key of due.ok ? due.value : []) {
    const written = await transact(workplace, context, async (tx) => {
      const project = await holdProject(tx, key);
      if (project?.state !== 'open') return ok(0);
      return ok(await recordProofs(tx, await readState(tx, project), words['said.proofGone'][0]));
    });
    if (written.ok && written.value > 0) changed += 1;
  }
  return changed;
}

/** Names of projects by id. */
export function listProjectTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'project', column: 'name' }, keys);
}

/** Payees of payment orders by id. */
export function listOrderTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'payment_order', column: 'payee_name' }, keys);
}

/** Payees of alerts by id. */
export function listMisuseAlertTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'misuse_alert', column: 'payee_name' }, keys);
}

/** Titles of findings by id. */
export function listFindingTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'finding', column: 'title' }, keys);
}
