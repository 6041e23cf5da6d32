import type { Actor } from '../access/actor.ts';
import type { Subject } from '../access/rules.ts';
import type { Tx } from '../db/transact.ts';
import type { Refusal, Result } from '../pure/result.ts';
import type { Language, WordPair } from '../words.ts';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, RouteContract } from './contract.ts';

/** What a route works with: parsed and authorised by role; `tx` is inside the actor's range. */
export interface Call<C extends RouteContract> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly file: UploadedFile;
  readonly language: Language;
  /** the words of a refusal of any feature, for lists of what was refused before; undefined where none are known */
  refusalWords(code: string): WordPair | undefined;
  /** refuses with not_found, forbidden or own_work; undefined when the act is open to the actor on this subject */
  decide(act: string, subject: Subject): Refusal | undefined;
  /** the acts of this list that the actor may do on the subject: travels with the record */
  allowed(acts: readonly string[], subject: Subject): string[];
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One route with its handler, ready to be mounted. */
export interface Handler {
  readonly contract: RouteContract;
  readonly run: (call: Call<RouteContract>) => Promise<Result<unknown, Refusal>>;
}

/** Binds a contract to what it does: authorise → parse → decide → store → respond. */
export function handle<const C extends RouteContract>(
  contract: C,
  run: (call: Call<C>) => Promise<Result<ReplyOf<C>, Refusal>>,
): Handler {
  return { contract, run: run as unknown as Handler['run'] };
}
