import type { ReactNode } from 'react';
import type { RouteContract } from '../http/contract.ts';
import type { Text } from './language.ts';
import type { PlaceSource } from './places.ts';
import type { RowOf } from './request.ts';

export interface Column<Row> {
  /** also the name sent as `sort` */
  readonly key: string;
  readonly label: Text;
  /** stands in the head, so that cells hold figures only */
  readonly unit?: Text;
  /** default: the row's member named `key` as text */
  readonly render?: (row: Row) => ReactNode;
  /** `end` for figures */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** cell of the totals row, from the whole reply (rows of this page, `total`, what else the route adds) */
  readonly total?: (page: ListPage<Row>) => ReactNode;
  /** left out on a phone */
  readonly secondary?: boolean;
  /** a long Chinese name or sentence, which turns over between any two characters when the table would be too wide */
  readonly wraps?: boolean;
}

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export type Filter =
  | { readonly key: string; readonly label: Text; readonly kind: 'codes'; readonly codes: readonly Code[] }
  | { readonly key: string; readonly label: Text; readonly kind: 'month' | 'date' | 'switch' }
  | { readonly key: string; readonly label: Text; readonly kind: 'place'; readonly places?: PlaceSource };

export interface Code {
  readonly value: string;
  readonly label: Text;
}

export interface BulkAction<Row> {
  readonly key: string;
  readonly label: Text;
  /** what will be different afterwards, for exactly these rows */
  readonly preview: (rows: readonly Row[]) => ReactNode;
  readonly needsReason?: boolean;
  readonly danger?: boolean;
  /** does it, and returns the sentence that says what changed */
  readonly run: (rows: readonly Row[], reason: string) => Promise<string>;
}

export interface RecordListProps<C extends RouteContract> {
  /** a GET route with `pageQuery` and `pageReply` */
  readonly contract: C;
  readonly params?: Readonly<Record<string, string | number>>;
  /** always sent, never shown in the address */
  readonly fixed?: Readonly<Record<string, string | number | boolean>>;
  readonly columns: readonly Column<RowOf<C>>[];
  readonly rowKey: (row: RowOf<C>) => string;
  /** address of the row's record; the first column becomes the link */
  readonly rowLink?: (row: RowOf<C>) => string;
  readonly filters?: readonly Filter[];
  readonly searchPlaceholder?: Text;
  /** false for lists without free-text search */
  readonly search?: boolean;
  /** buttons and links beside the list's own */
  readonly toolbar?: ReactNode;
  readonly bulkActions?: readonly BulkAction<RowOf<C>>[];
  /** a download route that takes the same filters */
  readonly exportContract?: RouteContract;
  /** opens the import of this list */
  readonly onImport?: () => void;
  readonly emptyText?: string;
  readonly emptyAction?: ReactNode;
  /** said by screen readers and printed above the table */
  readonly caption: string;
}
