import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainHead, firstHead, MerkleTree, merklePath, merkleRoot, rootFromPath } from './merkle.ts';

const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });

function sha256(...parts: Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

describe('the Merkle tree', () => {
  it('gives the root that RFC 6962 defines by recursion', () => {
    const byDefinition = (leaves: readonly Uint8Array[]): Buffer => {
      const [only] = leaves;
      if (leaves.length === 1 && only) return sha256(Buffer.of(0), only);
      let split = 1;
      while (split * 2 < leaves.length) split *= 2;
      return sha256(Buffer.of(1), byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)));
    };
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 70 }), (leaves) => {
        expect(merkleRoot('sha256', leaves)).toEqual(byDefinition(leaves));
      }),
      { seed: 7 },
    );
  });

  it('leads from every leaf along its path to the root, and from no other', () => {
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 40 }), leaf, fc.nat(), (leaves, other, at) => {
        const index = at % leaves.length;
        const root = merkleRoot('sha256', leaves);
        const path = merklePath('sha256', leaves, index);
        const place = { index, leafCount: leaves.length };
        expect(rootFromPath('sha256', { ...place, hash: leaves[index] ?? other }, path)).toEqual(root);
        if (!Buffer.from(other).equals(leaves[index] ?? other)) {
          expect(rootFromPath('sha256', { ...place, hash: other }, path)).not.toEqual(root);
        }
      }),
      { seed: 7 },
    );
  });

  it('does not take an inner node for a leaf', () => {
    const [a, b] = [sha256(Buffer.of(1)), sha256(Buffer.of(2))];
    expect(merkleRoot('sha256', [Buffer.concat([a, b])])).not.toEqual(merkleRoot('sha256', [a, b]));
  });

  it('has no root without leaves', () => {
    expect(() => new MerkleTree('sha256').root()).toThrow(RangeError);
  });

  it('can use SM3', () => {
    expect(merkleRoot('sm3', [Buffer.from('abc')]).toString('hex')).toBe(
      createHash('sm3').update(Buffer.from('\0abc')).digest('hex'),
    );
  });
});

describe('the chain', () => {
  it('binds every part of a seal', () => {
    const seal = { number: 2, algorithm: 'sha256', root: sha256(), leafCount: 3, sealedAtMicros: 5n } as const;
    const heads = [
      chainHead(firstHead, seal),
      chainHead(sha256(), seal),
      chainHead(firstHead, { ...seal, number: 3 }),
      chainHead(firstHead, { ...seal, root: sha256(Buffer.of(1)) }),
      chainHead(firstHead, { ...seal, leafCount: 4 }),
      chainHead(firstHead, { ...seal, sealedAtMicros: 6n }),
      chainHead(firstHead, { ...seal, algorithm: 'sm3' }),
    ].map((head) => head.toString('hex'));
    expect(new Set(heads).size).toBe(heads.length);
  });
});
