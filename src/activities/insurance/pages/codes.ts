import type { Code } from '../../../platform/ui/list-types.ts';
import type { WordPair } from '../../../platform/words.ts';
import { words } from '../words.ts';

/** The words under a key; the key itself where there are none. */
export function wordsOf(key: string): WordPair {
  const known: Readonly<Record<string, WordPair>> = words;
  return known[key] ?? [key, key];
}

export function codesOf(list: string, codes: readonly string[]): readonly Code[] {
  return codes.map((code) => ({ value: code, label: wordsOf(`code.${list}.${code}`) }));
}
