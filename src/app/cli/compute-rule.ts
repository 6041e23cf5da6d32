import { z } from 'zod';
import { isLocalDate, isMonth, type LocalDate, localDate, localMonth, type Month } from '../../platform/pure/period.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import type { WordPair } from '../../platform/words.ts';
import { words as assembliesWords } from './compute-assemblies-words.ts';
import { words as assetsWords } from './compute-assets-words.ts';
import { words as booksWords } from './compute-books-words.ts';
import { words as cooperativesWords } from './compute-cooperatives-words.ts';
import { words as distributionsWords } from './compute-distributions-words.ts';
import { words as fundsWords } from './compute-funds-words.ts';
import { words as insuranceWords } from './compute-insurance-words.ts';
import { words as loansWords } from './compute-loans-words.ts';
import { words as sharesWords } from './compute-shares-words.ts';
import { words as ownWords } from './words.ts';

/** What rules are and whence they come; each file of rules may bring words of its own. */
const words = {
  ...ownWords,
  ...assembliesWords,
  ...distributionsWords,
  ...assetsWords,
  ...booksWords,
  ...cooperativesWords,
  ...sharesWords,
  ...fundsWords,
  ...insuranceWords,
  ...loansWords,
};

/** A pure rule of the product, open to anybody who wants to check our arithmetic: JSON in, JSON out, no database. */
export interface ComputeRule {
  readonly name: string;
  /** the clause of the measure, law or standard it carries out */
  readonly clause: WordPair;
  readonly summary: WordPair;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** a valid input, shown in the help and run by the tests */
  readonly example: unknown;
  /** Refuses input it cannot work on, naming the field. A question for permission is answered, not refused. */
  readonly run: (input: unknown) => Result<unknown, Refusal>;
}

type RuleName = keyof typeof words extends infer K ? (K extends `rule.${infer N}` ? N : never) : never;

interface RuleShape<I extends z.ZodType, O extends z.ZodType> {
  readonly name: RuleName;
  readonly input: I;
  readonly output: O;
  readonly example: z.input<I>;
  run(input: z.output<I>): Result<z.input<O>, Refusal>;
}

/** Declares a rule, whose clause and summary stand in the words; input that does not parse never reaches `run`. */
export function defineRule<const I extends z.ZodType, const O extends z.ZodType>(rule: RuleShape<I, O>): ComputeRule {
  const { name } = rule;
  return {
    ...rule,
    clause: words[`clause.${name}`],
    summary: words[`rule.${name}`],
    run: (input) => rule.run(input as z.output<I>),
  };
}

/** A whole number that stays exact in JSON: 0 to 2^53 − 1. */
export const wholeNumber = z.int().min(0);

export const amountFen = wholeNumber.describe('amount in fen (1/100 yuan)');

/** A day of the calendar, `YYYY-MM-DD`, in Asia/Shanghai. */
export const day = z
  .string()
  .refine(isLocalDate, 'date_format')
  .transform((text): LocalDate => localDate(text))
  .meta({ type: 'string', format: 'date', description: 'day, YYYY-MM-DD, Asia/Shanghai' });

/** A calendar month, `YYYY-MM`. */
export const month = z
  .string()
  .refine(isMonth, 'month_format')
  .transform((text): Month => localMonth(text))
  .meta({ type: 'string', pattern: '^\\d{4}-\\d{2}$', description: 'month, YYYY-MM' });

/** A day or month of an answer. */
export const dayText = z.string().meta({ format: 'date' });

/** What the law refuses, inside an answer that lists all of it; the message is in the language asked for. */
export const lawRefusal = z.strictObject({
  code: z.string(),
  clause: z.string().describe('law or measure with its article'),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  message: z.string().optional().describe('the same in words'),
});

/** Why the answer is no; the message is in the language asked for. */
export const refusalAnswer = z.strictObject({
  code: z.string(),
  field: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  message: z.string().optional().describe('the same in words'),
});
