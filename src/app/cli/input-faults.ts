import type { z } from 'zod';
import type { RefusalWords } from '../../platform/http/problem.ts';
import type { WordPair, WordValues } from '../../platform/words.ts';
import { words } from './words.ts';

/** What is wrong with one field of an input. */
export interface InputFault {
  /** path of the field, for example `weights.2.key`; empty for the input as a whole */
  readonly field: string;
  readonly code: string;
  readonly words: WordPair;
  readonly values: WordValues;
}

interface Given {
  readonly input: unknown;
  readonly find: RefusalWords;
}

const shown = 20;

/** Zod's findings with words for each; a list with a million faults names the first ones. */
export function inputFaults(issues: readonly z.core.$ZodIssue[], given: Given): readonly InputFault[] {
  return issues.slice(0, shown).flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => toFault([...path, key], { code: 'unknown', words: words['field.unknown'] }));
    }
    return [toFault(path, findingOf(issue, given))];
  });
}

type Finding = Pick<InputFault, 'code' | 'words'> & { readonly values?: WordValues };

function findingOf(issue: z.core.$ZodIssue, { input, find }: Given): Finding {
  if (valueAt(input, issue.path) === undefined) return { code: 'required', words: words['field.required'] };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int' || issue.expected === 'number')
        return { code: 'whole', words: words['field.whole'] };
      return { code: 'type', words: words['field.type'], values: { expected: issue.expected } };
    case 'too_small':
      return limit(issue.origin, issue.minimum, ['field.least', 'field.longer']);
    case 'too_big':
      return limit(issue.origin, issue.maximum, ['field.most', 'field.shorter']);
    case 'invalid_value':
      return { code: 'one_of', words: words['field.oneOf'], values: { values: issue.values.map(String).join(' ') } };
    case 'custom':
      return { code: issue.message, words: find(issue.message) ?? words['field.invalid'] };
    default:
      return { code: 'invalid', words: words['field.invalid'] };
  }
}

type LimitWords = readonly [ofNumber: keyof typeof words, ofLength: keyof typeof words];

function limit(origin: string, value: number | bigint, [ofNumber, ofLength]: LimitWords): Finding {
  const isNumber = origin === 'number' || origin === 'int' || origin === 'bigint';
  return { code: 'limit', words: words[isNumber ? ofNumber : ofLength], values: { limit: String(value) } };
}

function toFault(path: readonly string[], { code, words: said, values = {} }: Finding): InputFault {
  return { field: path.join('.'), code, words: said, values };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}
