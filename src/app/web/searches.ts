import type { SearchHit } from '../../platform/ui/search-hit.ts';
import type { WordPair } from '../../platform/words.ts';
import { words } from './words.ts';

/** One kind of record the search box looks through; the module is loaded at the first search. */
export interface DeskSearch {
  readonly act: string;
  readonly label: WordPair;
  readonly load: () => Promise<{ readonly search: Search }>;
}

export type Search = (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;

/**
 * `{ act: 'households.list', label: words['menu.households'],
 *    load: () => import('../../registers/households/widgets/search.ts') }`
 */
export const searches: readonly DeskSearch[] = [
  {
    act: 'household.read',
    label: words['menu.households'],
    load: () => import('../../registers/households/widgets/search.ts'),
  },
  {
    act: 'cooperative.read',
    label: words['menu.cooperatives'],
    load: () => import('../../registers/cooperatives/widgets/search.ts'),
  },
];
