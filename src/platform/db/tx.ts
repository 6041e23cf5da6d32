import type { Kysely } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { TableSpec } from '../feature.ts';
import type { Statement } from './prepared.ts';
import type { Tables, tableColumns } from './tables.gen.ts';
import type { Vault } from './vault.ts';

export type Row = Readonly<Record<string, unknown>>;

/** One written record; bulk writes stand as a count with a digest of their rows. */
export interface Change {
  readonly table: string;
  readonly county: number;
  readonly place: number;
  readonly id?: string;
  readonly before?: Row;
  readonly after?: Row;
  readonly bulk?: { readonly rows: number; readonly digest: string };
  /** what was done to the record, where no value changed: a reveal, a print, an export */
  readonly note?: Row;
}

/** A row of a journal that stands although its act was refused. */
export interface Attempt {
  readonly table: keyof typeof tableColumns;
  readonly row: Row & { readonly county: number; readonly place: number; readonly id: string };
}

/** One act in one transaction: every storage function takes it first (DESIGN R9, R10). */
export interface Tx {
  readonly db: Kysely<Tables>;
  /** sends what many acts say in the same words; rows stand as the driver reads them, with `int8` as bigint */
  send<T>(statement: Statement): Promise<readonly T[]>;
  readonly actor: Actor;
  readonly act: string;
  /** start of the transaction: the `recorded_at` of all it writes */
  readonly now: Date;
  readonly vault: Vault;
  readonly tables: ReadonlyMap<string, TableSpec>;
  /** why, as the actor gave it; stands in the audit trail */
  readonly reason: string | undefined;
  /** what was written so far; becomes the audit event */
  readonly trail: Change[];
  /** earliest stale month by place; becomes figure_dirty rows */
  readonly stale: Map<number, string>;
  /** what stands even when the act is refused; see `attempts.ts` */
  readonly attempts: Attempt[];
  /** answers given that count against the limit of an act, by its name; see `access/use.ts` */
  readonly used: Map<string, number>;
}
