import type { WordPair } from '../../../platform/words.ts';
import { words } from '../words.ts';

/** Values of a code with their words `code.<list>.<value>`. */
export function codesOf(list: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: codeWords(list, value) }));
}

export function codeWords(list: string, value: string): WordPair | string {
  const known: Readonly<Record<string, WordPair>> = words;
  return known[`code.${list}.${value}`] ?? value;
}
