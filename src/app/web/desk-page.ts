import type { ComponentType } from 'react';
import type { MenuGroup } from '../../platform/feature.ts';
import type { WordPair } from '../../platform/words.ts';

/** One page of the desk: its address, the act that opens it, its place in the menu, and the module with the page. */
export interface DeskPage {
  readonly path: string;
  /** name of a declared act, or `signed_in` */
  readonly act: string;
  readonly menu?: { readonly group: MenuGroup; readonly order: number; readonly label: WordPair };
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
