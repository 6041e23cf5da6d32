import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackage } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export type Chromium = { readonly path: string } | { readonly reason: string };

/** The browser of this machine for stories and pictures: `CHROMIUM`, an installed one, or Debian's, installed now. */
export function findChromium(): Chromium {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    return isProgram(chosen) ? { path: chosen } : { reason: `CHROMIUM names no program: ${chosen}` };
  }
  const found = findInstalled();
  if (found) return { path: found };
  const reason = installDebianPackage('chromium');
  const installed = findInstalled();
  return installed ? { path: installed } : { reason: reason ?? 'chromium was installed but not found' };
}

function findInstalled(): string | undefined {
  const folders = [...new Set(['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)])];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
