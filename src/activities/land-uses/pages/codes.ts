import { useCallback } from 'react';
import { type Text, useText } from '../../../platform/ui/language.ts';
import type { Code } from '../../../platform/ui/list-types.ts';
import type { WordPair } from '../../../platform/words.ts';
import { words } from '../words.ts';

const pairs: Readonly<Record<string, WordPair>> = words;

/** The words of a code, or the code itself where the list does not know it. */
export function codeLabel(list: string, code: string): Text {
  return pairs[`code.${list}.${code}`] ?? code;
}

export function codeChoices(list: string, codes: readonly string[]): readonly Code[] {
  return codes.map((value) => ({ value, label: codeLabel(list, value) }));
}

/** `speak('class', 'operating')` in the reader's language; nothing for nothing. */
export function useCodes(): (list: string, code: string | boolean | null | undefined) => string | undefined {
  const text = useText();
  return useCallback(
    (list, code) => (code === null || code === undefined ? undefined : text(codeLabel(list, String(code)))),
    [text],
  );
}
