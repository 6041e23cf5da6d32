/** A cell as the file holds it, before anybody knows what its column means. */
export interface GridCell {
  /** 1 = A; 0 for an error of the whole row: two cells that claim one place */
  readonly column: number;
  /** `date`: a number shown as a date, already `YYYY-MM-DD`, or `YYYY-MM-DD hh:mm:ss` where it has a time */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula';
  readonly text: string;
}

export interface GridRow {
  /** 1 = the first row of the sheet */
  readonly number: number;
  readonly isHidden: boolean;
  /** in the order of columns; empty cells are left out */
  readonly cells: readonly GridCell[];
}

/** First and last row and column, all counted from 1 and included. */
export interface GridArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Narrows what is read: the rest costs next to nothing. */
export interface WantedCells {
  readonly firstRow?: number;
  readonly only?: ReadonlySet<number>;
}

/** One sheet, whatever file it comes from; rows can be read again and again. */
export interface Grid {
  readonly sheetName: string;
  /** position among all sheets of the file, from 0 */
  readonly sheetIndex: number;
  /** rows that hold anything */
  readonly rowCount: number;
  readonly merges: readonly GridArea[];
  readonly isColumnHidden: (column: number) => boolean;
  /** Batches of rows, the numbers strictly growing. */
  readonly rows: (wanted?: WantedCells) => AsyncIterable<readonly GridRow[]>;
}

/** All visible sheets of a file, and what it says about itself. */
export interface GridFile {
  readonly grids: readonly Grid[];
  /** spec name and version that a template of ours carries */
  readonly template?: { readonly name: string; readonly version: string };
}
