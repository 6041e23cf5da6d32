import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tx } from '../db/tx.ts';
import { type Blob, findBlobContent, insertBlob } from './attachment-store.ts';

/** Where bytes lie: each content once, never changed. */
export interface BlobStorage {
  save(tx: Tx, blob: Blob): Promise<void>;
  /** the bytes, checked against their name; throws when they are gone or damaged */
  load(tx: Tx, sha256: Buffer): Promise<Buffer>;
}

/** In the database: one backup holds everything. */
export const databaseStorage: BlobStorage = {
  save: (tx, blob) => insertBlob(tx, blob, { outside: false }),
  async load(tx, sha256) {
    const found = await findBlobContent(tx, sha256);
    return checked(sha256, found?.content ?? undefined);
  },
};

/** In a folder, for cities with many photographs; the database keeps the hash, the type and the thumbnail. */
export function folderStorage(folder: string): BlobStorage {
  return {
    async save(tx, blob) {
      // written before the row: a crash in between leaves a file that the next upload finds and uses
      await writeOnce(pathOf(folder, blob.sha256), blob.content);
      await insertBlob(tx, blob, { outside: true });
    },
    async load(tx, sha256) {
      const found = await findBlobContent(tx, sha256);
      const content = found?.outside ? await readFile(pathOf(folder, sha256)) : (found?.content ?? undefined);
      return checked(sha256, content);
    },
  };
}

export function hashContent(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function checked(sha256: Buffer, content: Buffer | undefined): Buffer {
  if (!content || !hashContent(content).equals(sha256))
    throw new Error(`stored file ${sha256.toString('hex')} is gone or damaged`);
  return content;
}

function pathOf(folder: string, sha256: Buffer): string {
  const hex = sha256.toString('hex');
  return join(folder, hex.slice(0, 2), hex);
}

async function writeOnce(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
