import { createHash } from 'node:crypto';
import { canonicalJson } from '../pure/canonical.ts';
import { plain } from './trail.ts';
import type { Row } from './tx.ts';

/**
 * SHA-256 in hex over the canonical JSON of rows told by column: `{"county":[150622,…],"id":[…],…}`, a column that
 * `all` says for every row as its one value, personal columns left out. Rows have the columns of the first. By column,
 * because an import does it for every row, and a list is written at once.
 */
export function digestOfRows(
  rows: readonly Row[],
  { all, personal = [] }: { readonly all: Row; readonly personal?: readonly string[] | undefined },
): string {
  const digest = createHash('sha256');
  const columns = Object.keys({ ...rows[0], ...all }).filter((column) => !personal.includes(column));
  for (const [index, column] of columns.sort().entries()) {
    const value = column in all ? canonicalJson(plain(all[column])) : listText(rows.map((row) => row[column]));
    digest.update(`${index === 0 ? '{' : ','}${JSON.stringify(column)}:${value}`);
  }
  return digest.update('}').digest('hex');
}

function listText(values: readonly unknown[]): string {
  return values.every(isSimple) ? JSON.stringify(values) : canonicalJson(values.map((value) => plain(value ?? null)));
}

/** What JSON writes as the canonical form does; a value that is not there is null in a list. */
function isSimple(value: unknown): boolean {
  return value === null || ['string', 'boolean', 'undefined'].includes(typeof value) || Number.isFinite(value);
}
