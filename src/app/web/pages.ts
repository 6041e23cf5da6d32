import type { ComponentType } from 'react';
import type { MenuGroup } from '../../platform/feature.ts';
import type { WordPair } from '../../platform/words.ts';

/**
 * Every page of the desk, one line each; the server's list of acts decides who sees it. A page is a module with
 * `export default function Page()`, loaded when it is opened. `path` may hold `:name` places (`useParams`).
 * Take menu words from `app/web/words.ts` (`menu.<name>`), so that the entry chunk carries no feature's words:
 *
 * `{ path: '/places', act: 'places.list', menu: { group: 'registers', order: 10, label: words['menu.places'] },
 *    load: () => import('../../registers/places/pages/PlacesPage.tsx') }`
 */
export interface DeskPage {
  readonly path: string;
  /** name of a declared act, or `signed_in` */
  readonly act: string;
  readonly menu?: { readonly group: MenuGroup; readonly order: number; readonly label: WordPair };
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

export const menuGroups: readonly MenuGroup[] = ['work', 'reports', 'registers', 'measure', 'administration'];

export const pages: readonly DeskPage[] = [];
