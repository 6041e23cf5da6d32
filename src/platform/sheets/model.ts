import type { Refusal } from '../pure/result.ts';
import type { Language, WordPair } from '../words.ts';

/**
 * `text` free text · `integer` whole number · `decimal` number with decimals, kept as text · `date` a day ·
 * `month` YYYY-MM · `yuan` an amount in yuan, fen inside · `code` one of a list · `id` a resident id, credit code,
 * account or telephone number (text of digits that must never become a number) · `place` a division by name or code.
 */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'date' | 'month' | 'yuan' | 'code' | 'id' | 'place';

export interface SheetCode {
  readonly code: string;
  readonly words: WordPair;
}

export interface SheetColumn {
  readonly key: string;
  /** the head of the column; either language is understood on import */
  readonly title: WordPair;
  readonly kind: ColumnKind;
  /** what others call the column in their own files; understood on import only */
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  /** the list of a `code` column; its words make the drop-down */
  readonly codes?: readonly SheetCode[];
  /** how to fill it in: the comment on the head and a line of the guide */
  readonly note?: WordPair;
  /** what the example row shows */
  readonly example: string;
  /** in characters */
  readonly width?: number;
  /** in code points; 1,000 where not stated */
  readonly maxLength?: number;
  /** masked in exports unless revealed */
  readonly personal?: boolean;
  /** shown behind the title in brackets */
  readonly unit?: WordPair;
}

/** One Excel list, declared beside a feature's contract: template, import and export are all made from it. */
export interface SheetSpec {
  /** the template's own name, for example `households`; an import recognises its template by it */
  readonly name: string;
  /** also the name of the sheet, at most 31 characters without : \ / ? * [ ] */
  readonly title: WordPair;
  readonly guide: readonly WordPair[];
  readonly columns: readonly SheetColumn[];
  /** keys that together may occur once in a file */
  readonly unique?: readonly string[];
}

interface KindValues {
  readonly text: string;
  readonly integer: number;
  readonly decimal: string;
  readonly date: string;
  readonly month: string;
  readonly yuan: bigint;
  readonly code: string;
  readonly id: string;
  readonly place: string;
}

type ValueOf<C extends SheetColumn> = C['required'] extends true
  ? KindValues[C['kind']]
  : KindValues[C['kind']] | undefined;

/** A checked row's values by column key: whole numbers as number, yuan as bigint fen, all else as text. */
export type ValuesOf<S extends SheetSpec> = { readonly [C in S['columns'][number] as C['key']]: ValueOf<C> };

export type CheckedValue = string | number | bigint | undefined;

/** What is wrong with one cell; `values` fill the words `cell.<code>`. */
export interface CellError {
  /** as the spreadsheet counts: the first row is 1 */
  readonly rowNumber: number;
  /** the column's key; empty for an error of the whole row */
  readonly key: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** One row as read: normalised text by column key, empty cells left out. */
export interface SheetRow {
  readonly rowNumber: number;
  readonly values: Readonly<Record<string, string>>;
  readonly cellErrors: readonly CellError[];
}

export type SheetRefusalCode =
  | 'sheet_too_large'
  | 'sheet_wrong_type'
  | 'sheet_damaged'
  | 'sheet_encrypted'
  | 'sheet_macros'
  | 'sheet_zip_bomb'
  | 'sheet_zip_entries'
  | 'sheet_zip_overlap'
  | 'sheet_zip_nested'
  | 'sheet_xml_entities'
  | 'sheet_strings_too_large'
  | 'sheet_area_too_large'
  | 'sheet_too_many_rows'
  | 'sheet_cell_too_large'
  | 'sheet_old_format'
  | 'wrong_sheet'
  | 'wrong_template'
  | 'duplicate_column'
  | 'hidden_column'
  | 'bound_sheet_unknown'
  | 'bound_cell_unknown'
  | 'bound_cell_formula'
  | 'bound_cell_merged';

/** Why a whole file is not taken; words under `refusal.<code>`. */
export type SheetRefusal = Refusal<SheetRefusalCode>;

/** Declares a list; keys and kinds stay literal, so that {@link ValuesOf} knows each value's type. */
export function defineSheet<const S extends SheetSpec>(spec: S): S {
  return spec;
}

/** The head of a column as templates and exports show it: title, unit in brackets, `*` where required. */
export function headOf(column: SheetColumn, language: Language): string {
  const title = inLanguage(column.title, language);
  const unit = column.unit === undefined ? '' : inLanguage(column.unit, language);
  const shown = unit === '' ? title : language === 'zh' ? `${title}\uFF08${unit}\uFF09` : `${title} (${unit})`;
  return column.required === true ? `${shown}*` : shown;
}

export function inLanguage(pair: WordPair, language: Language): string {
  return language === 'zh' ? pair[0] : pair[1];
}

/** Changes whenever a column is added, removed, renamed or changes its kind: eight hex digits (FNV-1a). */
export function versionOf(spec: SheetSpec): string {
  let hash = 0x811c9dc5;
  for (const { key, kind, title } of spec.columns) {
    for (const char of `${key}:${kind}:${title[0]};`) {
      hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    }
  }
  return hash.toString(16).padStart(8, '0');
}

/** `1` → `A`, `28` → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `B7` → column 2, row 7; `undefined` for anything else. `$` signs are allowed. */
export function parseCellName(name: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(name.trim());
  if (match === null) return undefined;
  const column = columnNumber(match[1] ?? '');
  const row = Number(match[2]);
  return column <= MAX_COLUMNS && row <= MAX_ROWS ? { column, row } : undefined;
}

/** `AB` → 28. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The bounds of the format itself. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const DEFAULT_MAX_LENGTH = 1_000;
