import { tiers } from '../tidy/layout.ts';

export interface Entry {
  /** the array in the file, for example `features` */
  readonly list: string;
  readonly item: string;
  readonly importLine: string;
  readonly tier: string;
}

/** Adds an entry to one of the lists by which `src/app` knows the features, in the order in which data flows. */
export function addEntry(text: string, { list, item, importLine, tier }: Entry): string {
  const shape = new RegExp(`(export const ${list}\\b[^=]*= \\[)([^\\]]*)(\\])`);
  const [, open, inside = '', close] = shape.exec(text) ?? [];
  if (open === undefined) throw new Error(`src/app has no list 'export const ${list} = […]'`);
  const items = splitItems(inside);
  const later = items.findIndex((known) => rank(tierOf(text, known)) > rank(tier));
  const position = later < 0 ? items.length : later;
  const all = [...items.slice(0, position), item, ...items.slice(position)];
  const lastImport = [...text.matchAll(/^import .*;$/gm)].at(-1);
  const at = lastImport ? lastImport.index + lastImport[0].length + 1 : 0;
  return `${text.slice(0, at)}${importLine}\n${text.slice(at)}`.replace(
    shape,
    () => `${open}${all.join(', ')}${close}`,
  );
}

/** Splits at the commas between items, not at those inside a call. */
function splitItems(list: string): string[] {
  const items: string[] = [''];
  let depth = 0;
  for (const sign of list) {
    if ('({['.includes(sign)) depth += 1;
    if (')}]'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0) items.push('');
    else items[items.length - 1] += sign;
  }
  return items.flatMap((item) => item.trim() || []);
}

/** The tier that a list's item is imported from. */
function tierOf(text: string, item: string): string {
  const name = /\w+/.exec(item)?.[0] ?? '';
  return new RegExp(`\\b${name}\\b[^;]*from '\\.\\./(\\w+)/`).exec(text)?.[1] ?? '';
}

function rank(tier: string): number {
  return tiers.map(String).indexOf(tier);
}
