import type { FormValues } from './form-fields.ts';

/** What was typed and not yet saved, kept for this tab until it is saved, discarded, or the user signs out. */
export function readDraft(key: string | undefined): FormValues | undefined {
  if (key === undefined) return undefined;
  try {
    const text = sessionStorage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as FormValues);
  } catch {
    return undefined;
  }
}

export function keepDraft(key: string | undefined, values: FormValues): void {
  if (key === undefined) return;
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(values));
  } catch {
    // A full or forbidden store loses only the comfort of a draft.
  }
}

export function dropDraft(key: string | undefined): void {
  if (key === undefined) return;
  try {
    sessionStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept.
  }
}

/** On sign-out: the next person at this computer must find nothing. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

const prefix = 'silian.draft.';
