import { type Tx, transact, type Workplace } from '../db/transact.ts';
import { ok, type Refusal, refuse } from '../pure/result.ts';
import { type Actor, atNoPlace } from './actor.ts';
import type { ActTable } from './rules.ts';
import { claimUse, markStopped, type Use } from './use-store.ts';

/** Where an account's uses of limited acts are counted: the database, so that all servers share it (quality A31). */
export interface UseHost {
  readonly place: Workplace;
  readonly acts: ActTable;
}

/** Counts answers of this transaction against the limit of an act, though the request came for another one. */
export function countAnswers(tx: Tx, act: string, answers = 1): void {
  if (answers > 0) tx.used.set(act, (tx.used.get(act) ?? 0) + answers);
}

/** A use of the act itself, when it has a limit; counted before anything is looked at and kept whatever comes of it. */
export async function takeUse(host: UseHost, actor: Actor, act: string): Promise<Refusal | undefined> {
  return takeAnswers(host, actor, new Map([[act, 1]]));
}

/** The answers of a transaction that was rolled back: they were given all the same. */
export async function takeAnswers(
  { place, acts }: UseHost,
  actor: Actor,
  used: ReadonlyMap<string, number>,
): Promise<Refusal | undefined> {
  for (const use of limitedUses(acts, used)) {
    const context = { actor: atNoPlace(actor), act: use.act, silent: true };
    const claimed = await transact(place, context, async (tx) => ok(await claimUse(tx, use)));
    if (!claimed.ok) return claimed.refusal;
    if (!claimed.value) return stop(place, actor, use);
  }
  return undefined;
}

/** The answers of a transaction that is about to commit: what would be one too many refuses it as a whole. */
export async function claimAnswers(acts: ActTable, tx: Tx): Promise<Refusal | undefined> {
  for (const use of limitedUses(acts, tx.used)) if (!(await claimUse(tx, use))) return tooOften(use);
  return undefined;
}

/** Refuses, and says so once an hour to those who read the trail of the system. */
async function stop(place: Workplace, actor: Actor, use: Use): Promise<Refusal> {
  await transact(place, { actor: atNoPlace(actor), act: 'account.stopped' }, async (tx) => {
    if (!(await markStopped(tx, use.act))) return refuse(tooOften(use));
    const { perMinute, perDay } = use.limit;
    const note = { act: use.act, perMinute, perDay };
    tx.trail.push({ table: 'account', county: 0, place: 0, id: actor.accountId, note });
    return ok(true);
  });
  return tooOften(use);
}

function tooOften({ act, limit }: Use): Refusal<'act_too_often'> {
  return { code: 'act_too_often', values: { act, ...limit } };
}

function limitedUses(acts: ActTable, used: ReadonlyMap<string, number>): readonly Use[] {
  return [...used].flatMap(([act, answers]) => {
    const limit = acts.get(act)?.limit;
    return limit ? [{ act, limit, answers }] : [];
  });
}
