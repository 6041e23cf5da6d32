import { gap } from './syntax.ts';

/** Blanks out comments and keeps every line in its place; comment signs inside quoted strings stay. */
export function withoutComments(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith("'") ? part : part.replace(/[^\n]/g, ' '),
  );
}

export interface TableMention {
  /** bare name in lower case; absent where it is filled in at run time */
  readonly table: string | undefined;
  readonly offset: number;
}

const name = String.raw`((?:"?[a-z_]\w*"?\.)?"?[a-z_]\w*"?|${gap})`;
const created = new RegExp(String.raw`\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${name}`, 'gi');
const referenced = new RegExp(String.raw`\breferences\s+${name}`, 'gi');
const changed = [
  // `for update`, `do update` and `on update` lock a row or belong to another statement.
  new RegExp(
    String.raw`(?<!\b(?:for|do|on|key)\s+)\bupdate\s+(?:only\s+)?${name}\s+(?:(?:as\s+)?(?!set\b)\w+\s+)?set\b`,
    'gi',
  ),
  new RegExp(String.raw`\bdelete\s+from\s+(?:only\s+)?${name}`, 'gi'),
  new RegExp(String.raw`\btruncate\s+(?:table\s+)?(?:only\s+)?${name}`, 'gi'),
  new RegExp(String.raw`\binsert\s+into\s+${name}(?=[\s\S]*\bdo\s+update\b)`, 'gi'),
];

export function createdTables(sql: string): TableMention[] {
  return mentions(created, sql);
}

export function referencedTables(sql: string): TableMention[] {
  return mentions(referenced, sql);
}

/** Tables whose rows a text updates, deletes or overwrites on conflict. */
export function changedTables(sql: string): TableMention[] {
  return changed.flatMap((shape) => mentions(shape, sql));
}

function mentions(shape: RegExp, sql: string): TableMention[] {
  return [...sql.matchAll(shape)].map((match) => ({ table: bareName(match[1] ?? gap), offset: match.index }));
}

function bareName(written: string): string | undefined {
  return written === gap ? undefined : written.replaceAll('"', '').split('.').at(-1)?.toLowerCase();
}

const statements = [
  /^\s*select\s[\s\S]+\sfrom\s/i,
  /^\s*select\s+[\w.]+\(/i,
  /^\s*insert\s+into\s/i,
  /^\s*delete\s+from\s/i,
  /^\s*update\s+\S+\s+(as\s+\w+\s+|\w+\s+)?set\s/i,
  /^\s*with\s+(recursive\s+)?\w+(\s*\([^)]*\))?\s+as\s+(not\s+|materialized\s+)*\(/i,
  /^\s*(create|alter|drop)\s+(or\s+replace\s+)?(unique\s+)?(table|view|index|role|schema|policy|function|extension|database)\s+["\w]/i,
  /^\s*truncate\s+table\s/i,
  /^\s*(grant|revoke)\s+(all|usage|select|insert|update|delete|execute)\b/i,
  /^\s*copy\s+[\s\S]+\s(from\s+stdin|to\s+stdout)\b/i,
  /^\s*set\s+(local|session)\s+\w/i,
];

/** Tells SQL from a sentence: `Select a village` is none, `select code from place` is. */
export function looksLikeSql(text: string): boolean {
  return statements.some((shape) => shape.test(text));
}
