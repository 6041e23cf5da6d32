import { type Language, speak, type WordPair } from '../../platform/words.ts';

/** Rows for a person at a terminal. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly title: WordPair;
  /** numbers stand right */
  readonly number?: true;
}

export type Cell = string | number | null | undefined;

const gap = '  ';
const widest = 60;

/** Columns as wide as their widest cell, Chinese characters counted double. */
export function drawTable({ columns, rows }: Table, language: Language): string {
  const head = columns.map((column) => speak(column.title, language));
  const body = rows.map((row) => columns.map((_, at) => plain(row[at])));
  const widths = columns.map((_, at) =>
    Math.min(widest, Math.max(...[head, ...body].map((row) => displayWidth(row[at] ?? '')))),
  );
  const line = (row: readonly string[]) =>
    columns
      .map((column, at) => pad(row[at] ?? '', { width: widths[at] ?? 0, right: column.number === true }))
      .join(gap)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(gap);
  return [line(head), rule, ...body.map(line), ''].join('\n');
}

/** Names come from people: what a terminal would obey is not printed. */
function plain(cell: Cell): string {
  return String(cell ?? '').replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, ' ');
}

function pad(text: string, { width, right }: { readonly width: number; readonly right: boolean }): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}/u.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}
