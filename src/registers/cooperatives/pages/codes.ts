import type { Code } from '../../../platform/ui/list-types.ts';
import type { WordPair } from '../../../platform/words.ts';
import { words } from '../words.ts';

/** The words of a code; the code itself where there are none. */
export function codeWords(list: string, code: string): WordPair {
  const known: Readonly<Record<string, WordPair>> = words;
  return known[`code.${list}.${code}`] ?? [code, code];
}

export function codesOf(list: string, codes: readonly string[]): readonly Code[] {
  return codes.map((code) => ({ value: code, label: codeWords(list, code) }));
}
