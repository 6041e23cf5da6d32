import type { Role } from './access/roles.ts';
import type { Words } from './words.ts';

/**
 * What kind of table it is decides its rights and checks (`platform/db/grants.ts`, `schema-lint`):
 * - `record`: `county` first in every key, row-level security by place, twin `<name>_history`;
 * - `reference`: small, city-wide, readable by all signed-in people, written through acts only;
 * - `key`: a value unique across counties (hash or code) pointing to its record;
 * - `journal`: append-only rows inside a place range (no update, no delete for anybody);
 * - `ledger`: like a journal, but only the posting functions of `platform/ledger` write it;
 * - `cache`: place-bound and recomputable; read in range, written by the recount alone;
 * - `system`: the platform's own tables, with rights stated one by one.
 */
export type TableKind = 'record' | 'reference' | 'key' | 'journal' | 'ledger' | 'cache' | 'system';

export interface TableSpec {
  /** singular snake_case name */
  readonly name: string;
  readonly kind: TableKind;
  /** columns whose values never stand in clear in the audit trail */
  readonly personal?: readonly string[];
  /** date columns: a change makes the figures of these months stale */
  readonly occurredOn?: readonly string[];
  /** record table whose rows a household account may see when the named column holds its household */
  readonly householdColumn?: string;
  /** record table visible to the organisation named in this column, wherever it stands */
  readonly organisationColumn?: string;
  /** columns naming further organisations that read the row, for example the one that borrows */
  readonly readerColumns?: readonly string[];
  /** that organisation also records, corrects and withdraws rows of its own */
  readonly organisationWrites?: boolean;
  /** columns with a further place, for example a member's village: whoever has it in range reads the row too */
  readonly alsoAt?: readonly string[];
  /** reference table whose rows carry files, read by every office as the rows are; record tables always do */
  readonly carriesFiles?: boolean;
}

/** One permission: who may do it, and whether it writes. Its words stand under the key `act.<name>`. */
export interface Act {
  readonly roles: readonly Role[];
  readonly writes: boolean;
  /** how often one account may do it; absent: as often as it likes */
  readonly limit?: UseLimit;
}

/** So many requests within a minute and so many answers within a day; a bulk gives many answers in one request. */
export interface UseLimit {
  readonly perMinute: number;
  readonly perDay: number;
}

export interface PageSpec {
  /** route pattern of the desk, for example `/households/:county/:id` */
  readonly path: string;
  readonly act: string;
  /** shown in the side bar under this group, with the words of the key given; absent for pages reached from others */
  readonly menu?: { readonly group: MenuGroup; readonly order: number; readonly words: string };
}

export type MenuGroup = 'work' | 'money' | 'reports' | 'registers' | 'measure' | 'administration';

export interface FactKind {
  /** the view is `fact_<name>`; its words stand under the key `fact.<name>` */
  readonly name: string;
  /** address of the page of one row's record, with `:county` and `:id` filled from the row */
  readonly recordPage: string;
}

export type Tier =
  | 'platform'
  | 'measure'
  | 'registers'
  | 'ledgers'
  | 'procedures'
  | 'activities'
  | 'indicators'
  | 'reports';

/** A feature as data: what it serves, stores, permits, proves and shows. */
export interface Feature {
  readonly name: string;
  readonly tier: Tier;
  /** clause ids of the measure it serves, for example `9.3` */
  readonly clauses: readonly string[];
  readonly tables: readonly TableSpec[];
  readonly acts: Readonly<Record<string, Act>>;
  readonly facts: readonly FactKind[];
  readonly pages: readonly PageSpec[];
  readonly words: Words;
}

export function defineFeature<const T extends Feature>(feature: T): T {
  return feature;
}
