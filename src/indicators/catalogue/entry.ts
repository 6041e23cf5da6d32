import type { WordPair } from '../../platform/words.ts';
import type { CountedIndicator, RatioIndicator } from '../rules.ts';

interface EntryWords {
  readonly name: WordPair;
  /** the definition in one plain sentence (口径) */
  readonly formula: WordPair;
}

/** An indicator as the dictionary shows it: the rule with its words. */
export type CountedEntry = CountedIndicator & EntryWords;
export type RatioEntry = RatioIndicator & EntryWords;
export type CatalogueEntry = CountedEntry | RatioEntry;

/** One change of the catalogue; a new version counts every figure anew. */
export interface CatalogueChange {
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** codes it concerns; empty: all */
  readonly codes: readonly string[];
  readonly what: WordPair;
}
