import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { freshBytes } from './random.ts';

/**
 * Seals personal numbers (resident id, bank card, phone). The key lives outside the database, so that a stolen
 * dump shows nothing. AES-256-GCM; a sealed value is `version(1) nonce(12) tag(16) cipher`.
 */
export interface Vault {
  seal(plain: string): Buffer;
  open(sealed: Uint8Array): string;
  /** keyed hash to find equal values without opening them; `kind` keeps a phone from matching a card */
  fingerprint(kind: string, plain: string): Buffer;
}

const version = 1;
const versionMark = Buffer.of(version);

export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== 32) throw new Error('the master key has 32 bytes');
  const sealKey = derive(masterKey, 'seal');
  const findKey = derive(masterKey, 'find');
  return {
    seal(plain) {
      const nonce = freshBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = cipher.update(plain, 'utf8');
      // GCM enciphers byte by byte: nothing is left over for the end, which only makes the tag
      cipher.final();
      return Buffer.concat([versionMark, nonce, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== version) throw new Error('not a sealed value');
      // a tag that was cut shorter would be easier to guess
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(1, 13), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(13, 29));
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8');
    },
    fingerprint(kind, plain) {
      return createHmac('sha256', findKey).update(`${kind}\u0000${plain}`).digest();
    },
  };
}

/** A key object is prepared once; a plain buffer would be prepared anew for every value, which costs more than sealing. */
function derive(masterKey: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(), `silian ${purpose}`, 32)));
}

/** Reads the master key (hex) from the file, or makes it there, readable by its owner alone. */
export async function loadMasterKey(file: string): Promise<Buffer> {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return Buffer.from(known.trim(), 'hex');
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  // whoever is first gives the name; nobody ever finds half a key under it
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
}
