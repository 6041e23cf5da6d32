/** What a workbook may cost before anybody looks at its content. Sizes in bytes. */
export interface SheetLimits {
  readonly uploadBytes: number;
  /** data rows that hold anything */
  readonly rows: number;
  /** parts inside the archive */
  readonly entries: number;
  /** all parts together, unpacked */
  readonly unpackedBytes: number;
  /** one worksheet, unpacked */
  readonly sheetBytes: number;
  /** the table of shared texts, unpacked: it is held in memory */
  readonly stringsBytes: number;
  /** styles, relations and other small parts, each */
  readonly partBytes: number;
  /** one row as XML */
  readonly rowBytes: number;
  /** cells of the declared area that nothing may exceed */
  readonly areaCells: number;
}

const MEGABYTE = 1024 * 1024;

/** Fits 200,000 rows of 40 columns and refuses what no office writes. */
export const DEFAULT_LIMITS: SheetLimits = {
  uploadBytes: 64 * MEGABYTE,
  rows: 200_000,
  entries: 5_000,
  unpackedBytes: 768 * MEGABYTE,
  sheetBytes: 512 * MEGABYTE,
  stringsBytes: 96 * MEGABYTE,
  partBytes: 16 * MEGABYTE,
  rowBytes: 2 * MEGABYTE,
  areaCells: 300_000_000,
};
