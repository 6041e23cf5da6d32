import type { Tx } from '../../platform/db/transact.ts';
import { readState } from './chain-store.ts';
import { listGoals } from './goal-store.ts';
import type { ProjectRow } from './store.ts';
import { listProjectAssets } from './work-store.ts';

/** A project as its page shows it: every step with its proof, and everything written down about the work. */
export async function viewOf(tx: Tx, project: ProjectRow) {
  const { digest, chain, awards, contracts, progress, acceptances } = await readState(tx, project);
  const { madeBy: _maker, ...shown } = project;
  return {
    ...shown,
    digest,
    chain: chain.map(({ step, state, holder, dueOn, light, proof }) => ({
      ...{ step, state, holder, dueOn, light, page: proof?.page ?? null },
      note: proof ? { code: proof.note.code, values: { ...proof.note.values } } : null,
    })),
    goals: [...(await listGoals(tx, project))],
    awards: awards.map((award) => ({ ...award, isCurrent: award.digest === digest })),
    contracts: [...contracts],
    progress: [...progress],
    acceptances: [...acceptances],
    assets: [...(await listProjectAssets(tx, project))],
  };
}
