import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createVault, loadMasterKey } from './vault.ts';

const vault = createVault(new Uint8Array(32).fill(7));
const other = createVault(new Uint8Array(32).fill(8));
const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe('the vault', () => {
  it('opens what it sealed, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (plain) => {
        expect(vault.open(vault.seal(plain))).toBe(plain);
      }),
      { seed: 7 },
    );
    for (const plain of ['150622197001010017', '', '㼆𠮷ᠮᠣᠩᠭᠣᠯ\u180e'])
      expect(vault.open(vault.seal(plain))).toBe(plain);
  });

  it('seals the same value otherwise each time, and shows nothing of it', () => {
    const sealed = Array.from({ length: 500 }, () => vault.seal('13847712345'));
    expect(new Set(sealed.map((one) => one.toString('hex'))).size).toBe(500);
    expect(new Set(sealed.map((one) => one.subarray(1, 13).toString('hex'))).size).toBe(500);
    for (const one of sealed) {
      expect(one[0]).toBe(1);
      expect(one.toString('latin1')).not.toContain('13847712345');
    }
  });

  it('refuses a value in which any one bit was changed, and one that was cut', () => {
    const sealed = vault.seal('622848020012345678');
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.open(changed), `byte ${at}`).toThrow();
    }
    for (const length of [0, 1, 13, 28, sealed.length - 1])
      expect(() => vault.open(sealed.subarray(0, length))).toThrow();
  });

  it('refuses what another key sealed', () => {
    expect(() => other.open(vault.seal('x'))).toThrow();
  });

  it('finds equal values by kind, under its own key only', () => {
    const found = vault.fingerprint('phone', '13847712345');
    expect(vault.fingerprint('phone', '13847712345')).toEqual(found);
    expect(found).toHaveLength(32);
    const others = [
      vault.fingerprint('bank_card', '13847712345'),
      vault.fingerprint('phone', '13847712346'),
      other.fingerprint('phone', '13847712345'),
    ];
    for (const one of others) expect(one).not.toEqual(found);
  });

  it('takes a key of 32 bytes and no other', () => {
    for (const length of [0, 16, 31, 33]) expect(() => createVault(new Uint8Array(length))).toThrow();
  });
});

describe('the master key', () => {
  async function newFile(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'silian-key-'));
    folders.push(folder);
    return join(folder, 'keys', 'master.key');
  }

  it('is made once, for its owner’s eyes only, and found again', async () => {
    const file = await newFile();
    const key = await loadMasterKey(file);
    expect(key).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await loadMasterKey(file)).toEqual(key);
    expect(await loadMasterKey(await newFile())).not.toEqual(key);
  });

  it('is one for all when several processes start at once', async () => {
    const file = await newFile();
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadMasterKey(file)));
    expect(new Set(keys.map((key) => key.toString('hex')))).toEqual(new Set([(await readFile(file, 'utf8')).trim()]));
    expect(await readdir(dirname(file))).toEqual(['master.key']);
  });

  it('that is damaged opens nothing', async () => {
    const file = await newFile();
    await loadMasterKey(file);
    await writeFile(file, 'not a key\n');
    const damaged = await loadMasterKey(file);
    expect(() => createVault(damaged)).toThrow();
  });
});
