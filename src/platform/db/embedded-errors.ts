import { StartRefusal } from '../start-refusal.ts';

/** The system's error code, for example `EACCES`; undefined for what is not a system error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export function folderInUse(folder: string, pid: number | string): StartRefusal {
  return new StartRefusal('data_folder_in_use', { folder, pid });
}

export function folderNotUsable(folder: string, cause: string): StartRefusal {
  return new StartRefusal('data_folder_not_writable', { folder, cause });
}

/** The last lines a program wrote, short enough for a sentence. */
export function lastWords(output: string): string {
  return output.trim().split('\n').slice(-4).join(' | ').slice(-600);
}

/** PostgreSQL and initdb end with the C library's sentence for ENOSPC and EDQUOT. */
export function saysDiskFull(output: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(output);
}
