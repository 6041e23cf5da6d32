import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import { toHalfWidth } from '../pure/text.ts';
import type { Language } from '../words.ts';
import type { Grid, GridArea, GridFile, GridRow } from './grid.ts';
import {
  columnLetters,
  headOf,
  inLanguage,
  type SheetColumn,
  type SheetRefusal,
  type SheetSpec,
  versionOf,
} from './model.ts';
import { words } from './words.ts';

/** Where a list stands inside a file. */
export interface SheetHead {
  readonly grid: Grid;
  /** the row that holds the titles */
  readonly headRow: number;
  /** by column number */
  readonly columns: ReadonlyMap<number, SheetColumn>;
  /** titles of columns that the list does not know; they are not read */
  readonly extraTitles: readonly string[];
  /** titles of optional columns that are absent */
  readonly missingTitles: readonly string[];
  /** made from a template of an earlier version */
  readonly isOutdated: boolean;
  /** the column of error texts that an earlier import added */
  readonly errorColumn: number | undefined;
}

/** Titles, filters and notes may stand above the head, but not more of them. */
const SEARCHED_ROWS = 30;
const MAX_LISTED_TITLES = 30;

/**
 * Finds the head of a list: in any visible sheet, in any order of columns, in either language, below title rows,
 * merged or in two lines. Refuses with the titles that are missing.
 */
export async function findHead(
  file: GridFile,
  spec: SheetSpec,
  language: Language,
): Promise<Result<SheetHead, SheetRefusal>> {
  const title = inLanguage(spec.title, language);
  if (file.template !== undefined && file.template.name !== spec.name) {
    return refuse(refusal('wrong_template', undefined, { found: file.template.name, title }));
  }
  const titles = titleIndex(spec);
  let best: Candidate | undefined;
  for (const grid of file.grids) {
    const candidate = bestRow(grid, await firstRows(grid), titles);
    if (candidate !== undefined && (best === undefined || candidate.columns.size > best.columns.size)) best = candidate;
  }
  const found = new Set(best === undefined ? [] : [...best.columns.values()].map(({ key }) => key));
  const absent = spec.columns.filter(({ key }) => !found.has(key));
  if (best === undefined || absent.some(({ required }) => required === true)) {
    const missing = absent.filter(({ required }) => best === undefined || required === true);
    const list = missing.map((column) => inLanguage(column.title, language)).join(language === 'zh' ? '\u3001' : ', ');
    return refuse(refusal('wrong_sheet', undefined, { title, missing: list }));
  }
  const refused = best.duplicate ?? hiddenColumns(best, language);
  if (refused !== undefined) return refuse(refused);
  return ok({
    grid: best.grid,
    headRow: best.headRow,
    columns: best.columns,
    extraTitles: best.extraTitles.slice(0, MAX_LISTED_TITLES),
    missingTitles: absent.map((column) => inLanguage(column.title, language)),
    isOutdated: file.template !== undefined && file.template.version !== versionOf(spec),
    errorColumn: best.errorColumn,
  });
}

interface Candidate {
  readonly grid: Grid;
  readonly headRow: number;
  readonly columns: ReadonlyMap<number, SheetColumn>;
  readonly extraTitles: readonly string[];
  readonly errorColumn: number | undefined;
  readonly duplicate: SheetRefusal | undefined;
}

type TitleIndex = ReadonlyMap<string, SheetColumn>;

/** Every way to write a title: both languages, with and without unit, the key itself; ambiguous short forms left out. */
function titleIndex(spec: SheetSpec): TitleIndex {
  const exact = new Map<string, SheetColumn>();
  const short = new Map<string, SheetColumn | undefined>();
  for (const column of spec.columns) {
    const own = [headOf(column, 'zh'), headOf(column, 'en'), column.title[0], column.title[1], column.key];
    for (const title of [...own, ...(column.aliases ?? [])]) {
      exact.set(comparable(title), column);
      const bare = withoutBrackets(comparable(title));
      short.set(bare, short.has(bare) && short.get(bare) !== column ? undefined : column);
    }
  }
  for (const [title, column] of short) if (column !== undefined && !exact.has(title)) exact.set(title, column);
  return exact;
}

async function firstRows(grid: Grid): Promise<GridRow[]> {
  const rows: GridRow[] = [];
  for await (const batch of grid.rows()) {
    for (const row of batch) {
      if (row.number > SEARCHED_ROWS) return rows;
      rows.push(row);
    }
  }
  return rows;
}

/** The row with the most known titles; the lower one of two equals, where a second line repeats the first. */
function bestRow(grid: Grid, rows: readonly GridRow[], titles: TitleIndex): Candidate | undefined {
  let best: Candidate | undefined;
  for (const row of rows) {
    const candidate = readHead(grid, { row, rows }, titles);
    if (candidate.columns.size > (best?.columns.size ?? 0)) best = candidate;
  }
  return best;
}

function readHead(
  grid: Grid,
  { row, rows }: { row: GridRow; rows: readonly GridRow[] },
  titles: TitleIndex,
): Candidate {
  const columns = new Map<number, SheetColumn>();
  const places = new Map<SheetColumn, number[]>();
  const extraTitles: string[] = [];
  let errorColumn: number | undefined;
  for (const [column, text] of headTexts(row, rows, grid.merges)) {
    const known = titles.get(comparable(text)) ?? unlessOtherUnit(text, titles);
    if (known !== undefined) {
      columns.set(column, known);
      places.set(known, [...(places.get(known) ?? []), column]);
    } else if (words['sheet.errors'].some((title) => comparable(title) === comparable(text))) {
      errorColumn = column;
    } else if (text.trim() !== '') {
      extraTitles.push(text.trim().slice(0, 60));
    }
  }
  const doubled = [...places].find(([, found]) => found.length > 1);
  const duplicate =
    doubled === undefined
      ? undefined
      : refusal('duplicate_column', undefined, {
          title: doubled[0].title[0],
          cells: doubled[1].map((column) => columnLetters(column) + row.number).join(', '),
        });
  return { grid, headRow: row.number, columns, extraTitles, errorColumn, duplicate };
}

/** The titles that a reader sees over each column: those of the row, and those merged downwards into it. */
function headTexts(row: GridRow, rows: readonly GridRow[], merges: readonly GridArea[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { column, kind, text } of row.cells) if (kind !== 'formula') texts.set(column, text);
  for (const area of merges) {
    if (area.top >= row.number || area.bottom < row.number || area.left !== area.right) continue;
    const anchor = rows.find(({ number }) => number === area.top)?.cells.find(({ column }) => column === area.left);
    if (anchor !== undefined && !texts.has(area.left)) texts.set(area.left, anchor.text);
  }
  return texts;
}

function hiddenColumns(candidate: Candidate, language: Language): SheetRefusal | undefined {
  const hidden = [...candidate.columns].filter(([column]) => candidate.grid.isColumnHidden(column));
  if (hidden.length === 0) return undefined;
  const named = hidden.map(([column, { title }]) => `${columnLetters(column)} ${inLanguage(title, language)}`);
  return refusal('hidden_column', undefined, { columns: named.join(', ') });
}

function comparable(title: string): string {
  return toHalfWidth(title)
    .replace(/[\s\u200B-\u200D\u2060\uFEFF*]/g, '')
    .toLowerCase();
}

/** Units that some write where a list is in mu or yuan: ten thousand times too much would be read in silence. */
const otherUnits = /^(公顷|ha|hectares?|万亩|平方米|平米|m2|m²|平方公里|km2|万元|千元|亿元|万|usd|美元)$/;

/** A title with a remark in brackets, unless it is a unit that the column does not have. */
function unlessOtherUnit(text: string, titles: TitleIndex): SheetColumn | undefined {
  const title = comparable(text);
  const known = titles.get(withoutBrackets(title));
  const [, remark = ''] = /\(([^()]*)\)$/.exec(title) ?? [];
  return known?.unit !== undefined && otherUnits.test(remark.replace(/^单位:?/, '')) ? undefined : known;
}

function withoutBrackets(title: string): string {
  return title.replace(/\([^()]*\)$/, '');
}
