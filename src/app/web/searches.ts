import type { WordPair } from '../../platform/words.ts';

/** One kind of record the search box looks through; the module is loaded at the first search. */
export interface DeskSearch {
  readonly act: string;
  readonly label: WordPair;
  readonly load: () => Promise<{ readonly search: Search }>;
}

export type Search = (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;

export interface SearchHit {
  readonly label: string;
  /** tells hits of the same name apart */
  readonly sub?: string;
  readonly to: string;
}

/**
 * `{ act: 'households.list', label: words['menu.households'],
 *    load: () => import('../../registers/households/widgets/search.ts') }`
 */
export const searches: readonly DeskSearch[] = [];
