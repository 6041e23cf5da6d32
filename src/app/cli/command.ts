import type { Actor } from '../../platform/access/actor.ts';
import type { Database } from '../../platform/db/database.ts';
import type { CallInput, ReplyOf, RouteContract } from '../../platform/http/contract.ts';
import type { UploadedFile } from '../../platform/http/handle.ts';
import type { InputRefusal } from '../../platform/http/invoke.ts';
import type { Place } from '../../platform/pure/place.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import type { Language, WordPair, WordValues } from '../../platform/words.ts';
import type { Product } from '../compose.ts';
import type { Table } from './table.ts';

/** One command as data: its help, who acts, and what to load when it is called. */
export interface CommandSpec {
  readonly noun: string;
  readonly verb: string;
  readonly about: WordPair;
  readonly argument?: { readonly name: string; readonly about: WordPair };
  readonly options: readonly OptionSpec[];
  /**
   * `account`: needs `--as`; `system`: touches nobody's business data and has no `--as`; `either`: the system unless
   * an account is named
   */
  readonly actor: 'account' | 'system' | 'either';
  /** `current`: refused while migrations are missing; `as_found`: works on any schema; `migrate`: brings it up to date */
  readonly schema: 'current' | 'as_found' | 'migrate';
  /** works also for an account that has not yet set a password of its own */
  readonly beforePassword?: true;
  readonly load: () => Promise<Run>;
}

export interface OptionSpec {
  /** as commander reads it, for example `--place <code>` */
  readonly flag: string;
  readonly about: WordPair;
  readonly required?: true;
}

/** What a command does with what it was given. */
export type Run = (desk: Desk, given: Given) => Promise<Result<Answer, CliRefusal>>;

/** `field` names the option or argument without hyphens: `place`, `dry-run`. */
export type CliRefusal = Refusal | InputRefusal;

export interface Given {
  readonly argument: string;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Answer {
  /** printed with `--json` */
  readonly json: unknown;
  /** printed without; absent where there is nothing to tabulate */
  readonly table?: Table;
  readonly said?: readonly Sentence[];
  /** the command ran, and what it found is no good: exit code 2 */
  readonly bad?: true;
}

export interface Sentence {
  readonly words: WordPair;
  readonly values?: WordValues;
}

/** Where a command works: an open database, the product, and who acts. */
export interface Desk {
  readonly database: Database;
  readonly product: Product;
  readonly actor: Actor;
  readonly language: Language;
  /** migrations that opening the database applied, and those it still lacks */
  readonly schema: { readonly applied: readonly string[]; readonly pending: readonly string[] };
  /** calls a route as the actor, exactly as a request would */
  call<const C extends RouteContract>(contract: C, input: RouteInput<C>): Promise<Result<ReplyOf<C>, CliRefusal>>;
}

export interface RouteInput<C extends RouteContract> extends Omit<CallInput<C>, 'file' | 'query'> {
  /** as it stands in an address: text */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly file?: UploadedFile;
  /** works inside this place only, narrower than the actor's own range */
  readonly within?: Place;
}
