import { hash } from 'node:crypto';

/** SHA-256, or SM3 (GM/T 0004) where a national-cryptography review asks for it. */
export type SealAlgorithm = 'sha256' | 'sm3';

export const hashBytes = 32;
/** What stands before the first seal. */
export const firstHead: Buffer = Buffer.alloc(hashBytes);

/** Root of a Merkle tree as RFC 6962 section 2.1 defines it, taken leaf by leaf in logarithmic memory. */
export class MerkleTree {
  readonly #algorithm: SealAlgorithm;
  /** roots of complete subtrees, the largest first */
  readonly #peaks: { readonly hash: Buffer; readonly leaves: number }[] = [];
  #leafCount = 0;

  constructor(algorithm: SealAlgorithm) {
    this.#algorithm = algorithm;
  }

  get leafCount(): number {
    return this.#leafCount;
  }

  add(leaf: Uint8Array): void {
    let peak = { hash: leafNode(this.#algorithm, leaf), leaves: 1 };
    for (let left = this.#peaks.at(-1); left?.leaves === peak.leaves; left = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { hash: innerNode(this.#algorithm, left.hash, peak.hash), leaves: peak.leaves * 2 };
    }
    this.#peaks.push(peak);
    this.#leafCount += 1;
  }

  /** Throws a RangeError for a tree without leaves: there is no seal over nothing. */
  root(): Buffer {
    const last = this.#peaks.at(-1);
    if (!last) throw new RangeError('a tree without leaves');
    return this.#peaks
      .slice(0, -1)
      .reduceRight((right, left) => innerNode(this.#algorithm, left.hash, right), last.hash);
  }
}

export function merkleRoot(algorithm: SealAlgorithm, leaves: Iterable<Uint8Array>): Buffer {
  const tree = new MerkleTree(algorithm);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** Audit path of the leaf at `index` (RFC 6962 section 2.1.1): the sibling hashes from the leaf up to the root. */
export function merklePath(algorithm: SealAlgorithm, leaves: readonly Uint8Array[], index: number): readonly Buffer[] {
  if (leaves.length <= 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...merklePath(algorithm, left, index), merkleRoot(algorithm, right)]
    : [...merklePath(algorithm, right, index - split), merkleRoot(algorithm, left)];
}

/** The root that a leaf and its audit path lead to: equal to the sealed root, or the event was not in the seal. */
export function rootFromPath(
  algorithm: SealAlgorithm,
  leaf: { readonly hash: Uint8Array; readonly index: number; readonly leafCount: number },
  path: readonly Uint8Array[],
): Buffer {
  let node = leafNode(algorithm, leaf.hash);
  let index = leaf.index;
  let last = leaf.leafCount - 1;
  for (const sibling of path) {
    if (index % 2 === 1 || index === last) {
      node = innerNode(algorithm, sibling, node);
      while (index % 2 === 0 && index !== 0) [index, last] = [index >> 1, last >> 1];
    } else {
      node = innerNode(algorithm, node, sibling);
    }
    [index, last] = [index >> 1, last >> 1];
  }
  return node;
}

/** What a seal's head binds: the head before it, its number, root, count and time. */
export interface SealContent {
  readonly number: number;
  readonly algorithm: SealAlgorithm;
  readonly root: Uint8Array;
  readonly leafCount: number;
  /** microseconds since 1970, the precision of the database */
  readonly sealedAtMicros: bigint;
}

/** H(previous head, number, root, count, time): whoever holds a head can tell whether anything before it changed. */
export function chainHead(previous: Uint8Array, seal: SealContent): Buffer {
  const text = `silian seal 1\n${seal.number}\n${seal.leafCount}\n${seal.sealedAtMicros}\n`;
  return digest(seal.algorithm, Buffer.concat([previous, Buffer.from(text), seal.root]));
}

function leafNode(algorithm: SealAlgorithm, leaf: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + leaf.length);
  bytes[0] = 0;
  bytes.set(leaf, 1);
  return digest(algorithm, bytes);
}

function innerNode(algorithm: SealAlgorithm, left: Uint8Array, right: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return digest(algorithm, bytes);
}

function digest(algorithm: SealAlgorithm, bytes: Uint8Array): Buffer {
  return hash(algorithm, bytes, 'buffer');
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
