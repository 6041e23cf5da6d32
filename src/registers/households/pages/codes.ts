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

/** `speak('health', 'chronic')` in the reader's language; nothing for nothing. */
export function useCodes(): (list: string, code: string | boolean | null | undefined) => string | undefined {
  const text = useText();
  return useCallback(
    (list, code) => (code === null || code === undefined ? undefined : text(codeLabel(list, String(code)))),
    [text],
  );
}

export function fieldLabel(field: string): Text {
  return pairs[`field.${field}`] ?? field;
}

/** Which code list a field's values belong to. */
export const listOfField: Readonly<Record<string, string>> = {
  housingStructure: 'structure',
  housingDangerous: 'yes',
  military: 'yes',
  medicalInsured: 'yes',
  pensionInsured: 'yes',
  illnessInsured: 'yes',
  lowIncomeSupport: 'yes',
  mainCause: 'cause',
  otherCauses: 'cause',
  ...Object.fromEntries(
    [
      ...[
        'relation',
        'sex',
        'ethnicity',
        'education',
        'schooling',
        'health',
        'labour',
        'employment',
        'politicalStatus',
      ],
      ...['electricity', 'water', 'fuel', 'road', 'joinedKind', 'leftKind', 'leftReason'],
      ...['state', 'change', 'standard', 'kind'],
    ].map((field) => [field, field]),
  ),
};
