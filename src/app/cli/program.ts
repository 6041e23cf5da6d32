import { Command, CommanderError } from 'commander';
import { type Language, speak, type WordPair, type WordValues } from '../../platform/words.ts';
import type { CommandSpec, Given } from './command.ts';
import { commands } from './commands.ts';
import type { ComputeRequest } from './compute.ts';
import { bothInline, bothLines, type ExitCode, type Io, languages } from './io.ts';
import type { CommandCall, Common } from './run-command.ts';
import { words } from './words.ts';

/** Where a parsed command line goes. */
export interface Handling {
  readonly io: Io;
  command(call: CommandCall): Promise<ExitCode>;
  compute(request: ComputeRequest): Promise<ExitCode>;
}

/** Reads the arguments, shows help, or hands the command over. What cannot be read is said in a sentence. */
export async function handleArguments(args: readonly string[], handling: Handling): Promise<ExitCode> {
  const language = languageOf(args);
  const { io } = handling;
  if (!language) return complain(io, 'zh', { pair: words['refusal.option_invalid'], values: { detail: '--lang' } });
  let exitCode: ExitCode = 0;
  const program = buildProgram({ ...handling, finish: (code) => (exitCode = code) });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return 0;
    if (error.code === 'commander.help') return 2;
    return complain(io, language, sentenceOf(error));
  }
}

interface Building extends Handling {
  finish(code: ExitCode): void;
}

function buildProgram(building: Building): Command {
  const { io } = building;
  const program = new Command('silian')
    .description(bothLines(words.silian))
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', bothInline(words['option.help']))
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => undefined })
    .configureHelp({ styleTitle, helpWidth: 100, showGlobalOptions: false });
  const nouns = new Map<string, Command>();
  for (const spec of commands) {
    const noun = nouns.get(spec.noun) ?? program.command(spec.noun).description(bothLines(nounWords(spec.noun)));
    nouns.set(spec.noun, noun);
    addCommand(noun.helpCommand(false), spec, building);
  }
  addCompute(program, building);
  return program;
}

function addCommand(noun: Command, spec: CommandSpec, building: Building): void {
  const command = noun.command(spec.verb).description(bothLines(spec.about));
  if (spec.argument) command.argument(`<${spec.argument.name}>`, bothInline(spec.argument.about));
  for (const { flag, about, required } of spec.options) {
    if (required) command.requiredOption(flag, `${bothInline(about)} (${bothInline(words['help.required'])})`);
    else command.option(flag, bothInline(about));
  }
  if (spec.actor !== 'system') command.option('--as <login>', bothInline(words['option.as']));
  command.option('--data <folder>', bothInline(words['option.data']));
  addSpeech(command).action(async () => {
    building.finish(await building.command({ spec, given: givenOf(command), common: commonOf(command) }));
  });
}

function addCompute(program: Command, building: Building): void {
  const command = program
    .command('compute')
    .description(bothLines(words.compute))
    .argument('[rule]')
    .option('--list', bothInline(words['compute.list']))
    .helpOption(false)
    .option('-h, --help', bothInline(words['option.help']));
  addSpeech(command).action(async (rule: string | undefined) => {
    const { list, help } = command.opts<{ list?: true; help?: true }>();
    const { json, language } = commonOf(command);
    building.finish(await building.compute({ rule, list: list === true, help: help === true, json, language }));
  });
}

function addSpeech(command: Command): Command {
  return command
    .option('--json', bothInline(words['option.json']))
    .option('--lang <language>', bothInline(words['option.lang']));
}

function givenOf(command: Command): Given {
  const values = command.opts<Record<string, string | boolean | undefined>>();
  const options = command.options.map((option) => [option.name(), values[option.attributeName()]] as const);
  return { argument: command.args[0] ?? '', options: Object.fromEntries(options) };
}

function commonOf(command: Command): Common {
  const { json, lang, as, data } = command.opts<{ json?: true; lang?: string; as?: string; data?: string }>();
  return { json: json === true, language: lang === 'en' ? 'en' : 'zh', as, dataFolder: data };
}

function nounWords(noun: string): WordPair {
  const known: Readonly<Record<string, WordPair>> = words;
  return known[`noun.${noun}`] ?? [noun, noun];
}

const titles: Readonly<Record<string, WordPair>> = {
  'Usage:': words['help.usage'],
  'Arguments:': words['help.arguments'],
  'Options:': words['help.options'],
  'Commands:': words['help.commands'],
};

function styleTitle(title: string): string {
  const pair = titles[title];
  return pair ? `${bothInline(pair)}:` : title;
}

/** Needed before anything is parsed, to say what is wrong with the rest; undefined: not a language we speak. */
function languageOf(args: readonly string[]): Language | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return 'zh';
  const text = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  return languages.find((language) => language === text);
}

interface Said {
  readonly pair: WordPair;
  readonly values: WordValues;
}

/** Commander speaks English only: the code says what is wrong, the quoted part of its message where. */
function sentenceOf(error: CommanderError): Said {
  const detail = /'([^']*)'/.exec(error.message)?.[1]?.split(' ')[0] ?? '';
  const pairs: Readonly<Record<string, WordPair>> = {
    'commander.unknownOption': words['refusal.option_unknown'],
    'commander.unknownCommand': words['refusal.command_unknown'],
    'commander.missingArgument': words['refusal.option_missing'],
    'commander.missingMandatoryOptionValue': words['refusal.option_missing'],
    'commander.excessArguments': words['refusal.arguments_excess'],
    'commander.optionMissingArgument': words['refusal.option_value_missing'],
  };
  const pair = pairs[error.code] ?? words['refusal.option_invalid'];
  return { pair, values: { detail: error.code === 'commander.optionMissingArgument' ? optionOf(error) : detail } };
}

function optionOf(error: CommanderError): string {
  return /--[\w-]+/.exec(error.message)?.[0] ?? '';
}

function complain(io: Io, language: Language, { pair, values }: Said): ExitCode {
  io.err(`${speak(pair, language, values)} ${speak(words['said.help'], language)}\n`);
  return 2;
}
