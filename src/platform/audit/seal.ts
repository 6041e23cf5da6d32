import { randomUUID } from 'node:crypto';
import { systemActor } from '../access/actor.ts';
import { isUniqueViolation } from '../db/connection.ts';
import { type ActContext, readTransact, transact, type Workplace } from '../db/transact.ts';
import { ok } from '../pure/result.ts';
import { chainHead, firstHead, merkleRoot, type SealAlgorithm } from './merkle.ts';
import { findLastSeal, listNewLeaves, listSeals, type SealRow, saveSeal } from './seal-store.ts';

export interface SealOptions {
  readonly algorithm?: SealAlgorithm;
  /** look through all events instead of the recent ones: once at each start */
  readonly sweep?: boolean;
}

/** A seal as others keep it: printed on reports, handed to an auditor. */
export interface Head {
  readonly number: number;
  readonly sealedAt: Date;
  readonly leafCount: number;
  readonly algorithm: SealAlgorithm;
  /** 64 hexadecimal digits */
  readonly head: string;
}

/** An act that began before the last seal may commit after it; none runs longer than this. */
export const latestCommitMillis = 60 * 60_000;
const maxRounds = 20;

/**
 * Seals every event that no seal holds yet under one Merkle root and chains it to the seal before (DESIGN §7).
 * Returns the new head, or undefined when there was nothing to seal. Safe when two run at once: the number of a
 * seal is given once, and the slower one looks again.
 */
export async function sealTrail(recount: Workplace, options: SealOptions = {}): Promise<Head | undefined> {
  for (let round = 1; ; round += 1) {
    try {
      const sealed = await transact(recount, sealing(), async (tx) => {
        const last = await findLastSeal(tx);
        const since = last && !options.sweep ? new Date(last.sealedAt.getTime() - latestCommitMillis) : undefined;
        const leaves = await listNewLeaves(tx, since);
        if (leaves.length === 0) return ok(undefined);
        const seal = makeSeal(last, {
          now: tx.now,
          algorithm: options.algorithm ?? 'sha256',
          leaves: leaves.map((leaf) => leaf.leafHash),
        });
        await saveSeal(tx, seal, leaves);
        return ok(toHead(seal));
      });
      return sealed.ok ? sealed.value : undefined;
    } catch (error) {
      if (!isUniqueViolation(error) || round === maxRounds) throw error;
    }
  }
}

/** The newest heads first. */
export async function listHeads(place: Workplace, page = { limit: 20, offset: 0 }): Promise<readonly Head[]> {
  const listed = await readTransact(place, sealing(), async (tx) => ok((await listSeals(tx, page)).map(toHead)));
  return listed.ok ? listed.value : [];
}

export function toHead(seal: SealRow): Head {
  const { number, sealedAt, leafCount, algorithm, head } = seal;
  return { number, sealedAt, leafCount, algorithm, head: head.toString('hex') };
}

function makeSeal(
  last: SealRow | undefined,
  {
    now,
    algorithm,
    leaves,
  }: { readonly now: Date; readonly algorithm: SealAlgorithm; readonly leaves: readonly Buffer[] },
): SealRow {
  const previous = last?.head ?? firstHead;
  const number = (last?.number ?? 0) + 1;
  const root = merkleRoot(algorithm, leaves);
  const content = { number, algorithm, root, leafCount: leaves.length, sealedAtMicros: BigInt(now.getTime()) * 1000n };
  return {
    number,
    algorithm,
    root,
    previous,
    leafCount: leaves.length,
    sealedAt: now,
    head: chainHead(previous, content),
  };
}

function sealing(): ActContext {
  return { actor: systemActor({ lo: 0, hi: 999_999_999_999 }, randomUUID()), act: 'audit.seal', silent: true };
}
