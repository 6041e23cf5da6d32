import { z } from 'zod';
import { words as distributionWords } from '../../activities/distributions/words.ts';
import { words as insuranceWords } from '../../activities/insurance/words.ts';
import { words as loanWords } from '../../activities/loans/words.ts';
import { words as submissionWords } from '../../activities/submissions/words.ts';
import { words as bookWords } from '../../ledgers/books/words.ts';
import { words as fundWords } from '../../ledgers/funds/words.ts';
import { words as shareWords } from '../../ledgers/shares/words.ts';
import { words as measureWords } from '../../measure/words.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { words as uiWords } from '../../platform/ui/words.ts';
import { type Language, speak, type WordPair, type Words } from '../../platform/words.ts';
import { words as assemblyWords } from '../../procedures/assemblies/words.ts';
import { words as assetWords } from '../../registers/assets/words.ts';
import { words as cooperativeWords } from '../../registers/cooperatives/words.ts';
import { words as householdWords } from '../../registers/households/words.ts';
import { computeRules, findRule } from './compute-registry.ts';
import type { ComputeRule } from './compute-rule.ts';
import { parseExactJson } from './exact-json.ts';
import { inputFaults } from './input-faults.ts';
import { bothLines, type ExitCode, type Io } from './io.ts';
import { words } from './words.ts';

export interface ComputeRequest {
  readonly rule: string | undefined;
  readonly list: boolean;
  readonly help: boolean;
  readonly json: boolean;
  readonly language: Language;
}

/** One fault of the input, at the field it concerns; an empty field is the input as a whole. */
interface Fault {
  readonly field: string;
  readonly message: string;
  readonly code: string;
}

/** `silian compute`: one pure rule, JSON from standard input to standard output, without a database. */
export async function runCompute(io: Io, request: ComputeRequest): Promise<ExitCode> {
  const { language, list, help } = request;
  if (list) {
    io.out(`${JSON.stringify({ rules: computeRules.map((rule) => describeRule(rule, language)) }, null, 2)}\n`);
    return 0;
  }
  if (request.rule === undefined) {
    (help ? io.out : io.err)(`${overview()}\n`);
    return help ? 0 : 2;
  }
  const rule = findRule(request.rule);
  if (!rule) {
    const known = computeRules.map(({ name }) => name).join(' ');
    return refuseRun(io, request, [fault({ code: 'rule_unknown', values: { detail: request.rule, known } }, language)]);
  }
  if (help) {
    io.out(`${explainRule(rule, language)}\n`);
    return 0;
  }
  const answer = answerRule(rule, await io.readInput(), language);
  if (!answer.ok) return refuseRun(io, request, answer.refusal);
  io.out(`${JSON.stringify(answer.value, null, io.terminal ? 2 : undefined)}\n`);
  return 0;
}

function answerRule(rule: ComputeRule, input: Uint8Array, language: Language): Result<unknown, readonly Fault[]> {
  const text = decodeUtf8(input);
  if (text === undefined) return refuse([fault({ code: 'input_not_utf8' }, language)]);
  const parsed = parseExactJson(text);
  if (!parsed.ok) return refuse([fault(parsed.refusal, language)]);
  const checked = rule.input.safeParse(parsed.value);
  if (!checked.success) {
    const faults = inputFaults(checked.error.issues, { input: parsed.value, find: findRefusal });
    return refuse(
      faults.map(({ words: said, values, ...one }) => ({ ...one, message: speak(said, language, values) })),
    );
  }
  const answered = rule.run(checked.data);
  return answered.ok ? ok(inWords(answered.value, language)) : refuse([fault(answered.refusal, language)]);
}

/** A refusal inside an answer gets its sentence; each of a list of refusals its sentence instead of its values. */
function inWords(answer: unknown, language: Language): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('options' in answer && Array.isArray(answer.options))
    return { ...answer, options: answer.options.map((option) => inWords(option, language)) };
  if ('refusals' in answer && Array.isArray(answer.refusals)) {
    const refusals = (answer.refusals as Refusal[]).map(({ values, ...rest }) => ({
      ...rest,
      message: fault({ ...rest, values }, language).message,
    }));
    return { ...answer, refusals };
  }
  if (!('refusal' in answer)) return answer;
  const refusal = answer.refusal as Refusal;
  return { ...answer, refusal: { ...refusal, message: fault(refusal, language).message } };
}

function fault(refusal: Refusal, language: Language): Fault {
  const pair = findRefusal(refusal.code);
  if (!pair) throw new Error(`no words for ${refusal.code}`);
  return { field: refusal.field ?? '', message: speak(pair, language, refusal.values), code: refusal.code };
}

const vocabularies: readonly Words[] = [
  insuranceWords,
  words,
  uiWords,
  householdWords,
  submissionWords,
  measureWords,
  distributionWords,
  assemblyWords,
  assetWords,
  bookWords,
  cooperativeWords,
  shareWords,
  fundWords,
  loanWords,
];

function findRefusal(code: string): WordPair | undefined {
  return vocabularies.map((vocabulary) => vocabulary[`refusal.${code}`]).find((pair) => pair !== undefined);
}

function refuseRun(io: Io, request: ComputeRequest, faults: readonly Fault[]): ExitCode {
  for (const { field, message } of faults) io.err(field === '' ? `${message}\n` : `${field}: ${message}\n`);
  if (request.json) io.out(`${JSON.stringify({ errors: faults })}\n`);
  return 2;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function describeRule(rule: ComputeRule, language: Language) {
  return {
    name: rule.name,
    clause: speak(rule.clause, language),
    summary: speak(rule.summary, language),
    input: z.toJSONSchema(rule.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(rule.output, { io: 'output', unrepresentable: 'any' }),
    example: rule.example,
  };
}

function overview(): string {
  const lines = [...words.compute, '', heading('help.usage'), ...words['compute.usage'].map((line) => `  ${line}`)];
  lines.push('  silian compute <rule> --help', '  silian compute --list', '', ...words['compute.about'], '');
  lines.push(heading('help.options'));
  for (const [flag, about] of overviewOptions) lines.push(`  ${flag}`, ...about.map((line) => `      ${line}`));
  lines.push('', heading('help.rules'));
  for (const { name, summary } of computeRules) lines.push(`  ${name}`, ...summary.map((line) => `      ${line}`));
  return lines.join('\n');
}

const overviewOptions: readonly (readonly [flag: string, about: WordPair])[] = [
  ['--list', words['compute.list']],
  ['--json', words['compute.json']],
  ['--lang <language>', words['option.lang']],
  ['-h, --help', words['option.help']],
];

function explainRule(rule: ComputeRule, language: Language): string {
  const { input, output, example } = describeRule(rule, language);
  const json = (value: unknown) => JSON.stringify(value, null, 2);
  return [
    bothLines(rule.summary),
    `${heading('help.clause')} ${rule.clause.join(' / ')}`,
    `\n${heading('help.input')}\n${json(input)}`,
    `\n${heading('help.output')}\n${json(output)}`,
    `\n${heading('help.example')}\necho '${JSON.stringify(example)}' | silian compute ${rule.name}`,
  ].join('\n');
}

function heading(key: `help.${'usage' | 'options' | 'rules' | 'clause' | 'input' | 'output' | 'example'}`): string {
  return `${words[key].join(' ')}:`;
}
