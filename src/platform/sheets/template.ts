import { type Language, speak, type WordPair } from '../words.ts';
import { columnsOf, DaySerials, type ExportColumn, type ExportRow, rowXml, textCell } from './cells-out.ts';
import { newComments } from './comment-parts.ts';
import { columnLetters, inLanguage, type SheetColumn, type SheetSpec, versionOf } from './model.ts';
import {
  DRAWING_ID,
  MAIN_NAMESPACE,
  OFFICE_RELATIONS,
  packageParts,
  STYLE,
  sheetNameOf,
  XML_HEAD,
} from './package-parts.ts';
import { words } from './words.ts';
import { escapeXml } from './xml.ts';
import { collectZip } from './zip-write.ts';

export interface TemplateOptions {
  readonly language: Language;
  /** rows already on record, to be completed or corrected; personal columns are masked unless revealed */
  readonly knownRows?: Iterable<ExportRow>;
  /** the place it is filled in for, shown under the title */
  readonly placeLabel?: string;
  readonly revealed?: readonly string[];
}

/** Title, titles of columns, example; known rows and what people type follow. */
const HEAD_ROW = 2;
const EXAMPLE_ROW = 3;
const LAST_LISTED_ROW = 200_000;
const CODES_SHEET = 'codes';

/**
 * An empty Excel form of a list: columns of ids and texts typed as text from top to bottom, drop-downs for codes,
 * notes on the heads, an example that imports skip, known rows, a second sheet that explains, and a mark by which the
 * import recognises it.
 */
export async function writeTemplate(spec: SheetSpec, options: TemplateOptions): Promise<Buffer> {
  const { language, revealed } = options;
  const columns = columnsOf({ spec, language, revealed });
  const sheets = [
    { name: sheetNameOf(inLanguage(spec.title, language)), headRow: HEAD_ROW, comments: headComments(spec, language) },
    { name: inLanguage(words['sheet.guide'], language) },
    { name: CODES_SHEET, isHidden: true },
  ];
  return collectZip([
    ...packageParts({ sheets, template: { name: spec.name, version: versionOf(spec) } }),
    { name: 'xl/worksheets/sheet1.xml', text: dataSheet(spec, columns, options) },
    { name: 'xl/worksheets/sheet2.xml', text: guideSheet(spec, language) },
    { name: 'xl/worksheets/sheet3.xml', text: codesSheet(spec, language) },
  ]);
}

const COLUMN_STYLES: Readonly<Record<SheetColumn['kind'], number>> = {
  text: STYLE.text,
  integer: STYLE.integer,
  decimal: STYLE.decimal,
  date: STYLE.date,
  month: STYLE.text,
  yuan: STYLE.yuan,
  code: STYLE.text,
  id: STYLE.text,
  place: STYLE.text,
};

function dataSheet(spec: SheetSpec, columns: readonly ExportColumn[], options: TemplateOptions): string {
  const { language, placeLabel, knownRows = [] } = options;
  const widths = columns.map(({ width, kind }, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${COLUMN_STYLES[kind]}" customWidth="1"/>`;
  });
  const pane = `<pane ySplit="${HEAD_ROW}" topLeftCell="A${HEAD_ROW + 1}" activePane="bottomLeft" state="frozen"/>`;
  const title = [
    inLanguage(spec.title, language),
    ...(placeLabel === undefined ? [] : [speak(words['sheet.made_for'], language, { place: placeLabel })]),
  ].join('  ');
  const heads = columns.map(({ letters, head }, index) => {
    const style = spec.columns[index]?.required === true ? STYLE.requiredHead : STYLE.head;
    return textCell(letters + HEAD_ROW, style, head);
  });
  const serials = new DaySerials();
  let rows = '';
  let rowNumber = EXAMPLE_ROW;
  for (const values of knownRows) {
    rowNumber += 1;
    rows += rowXml({ rowNumber, values, serials }, columns);
  }
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONS}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
    `<row r="1" ht="26" customHeight="1">${textCell('A1', STYLE.title, title)}</row>`,
    `<row r="${HEAD_ROW}" ht="32" customHeight="1">${heads.join('')}</row>`,
    `<row r="${EXAMPLE_ROW}">${exampleCells(spec, language)}</row>`,
    `${rows}</sheetData>${dropDowns(spec, language)}`,
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/>`,
    `<pageSetup paperSize="9" orientation="landscape"/><legacyDrawing r:id="${DRAWING_ID}"/></worksheet>`,
  ].join('');
}

/** The mark stands in the first cell, so that a row typed over the example is only skipped while the mark is there. */
function exampleCells(spec: SheetSpec, language: Language): string {
  return spec.columns
    .map((column, index) => {
      const shown = exampleOf(column, language);
      const text = index === 0 ? inLanguage(words['sheet.example'], language) + shown : shown;
      return textCell(columnLetters(index + 1) + EXAMPLE_ROW, STYLE.example, text);
    })
    .join('');
}

function exampleOf({ example, codes }: SheetColumn, language: Language): string {
  const code = codes?.find((it) => it.code === example || it.words[0] === example);
  return code === undefined ? example : inLanguage(code.words, language);
}

function dropDowns(spec: SheetSpec, language: Language): string {
  const lists = spec.columns.flatMap((column, index) => {
    const count = column.codes?.length ?? 0;
    if (column.kind !== 'code' || count === 0) return [];
    const letters = columnLetters(index + 1);
    const title = escapeXml(inLanguage(column.title, language).slice(0, 32));
    const hint = escapeXml(inLanguage(words['sheet.pick'], language));
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${title}" error="${hint}" sqref="${letters}${EXAMPLE_ROW + 1}:${letters}${LAST_LISTED_ROW}"><formula1>${CODES_SHEET}!$${letters}$1:$${letters}$${count}</formula1></dataValidation>`;
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Each list stands under the letters of its own column. */
function codesSheet(spec: SheetSpec, language: Language): string {
  const longest = Math.max(0, ...spec.columns.map(({ codes }) => codes?.length ?? 0));
  const rows = Array.from({ length: longest }, (_, at) => {
    const cells = spec.columns.flatMap(({ codes }, index) => {
      const code = codes?.[at];
      return code === undefined
        ? []
        : textCell(columnLetters(index + 1) + (at + 1), STYLE.text, inLanguage(code.words, language));
    });
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function headComments(spec: SheetSpec, language: Language): { comments: string; drawing: string } {
  const comments = spec.columns.map((column, index) => ({
    column: index + 1,
    row: HEAD_ROW,
    text: [demandOf(column, language), kindOf(column, language), noteOf(column, language)]
      .filter((it) => it !== '')
      .join('\n'),
  }));
  const example = { column: 1, row: EXAMPLE_ROW, text: inLanguage(words['sheet.example_note'], language) };
  return newComments([...comments, example]);
}

function guideSheet(spec: SheetSpec, language: Language): string {
  const say = (pair: WordPair): string => inLanguage(pair, language);
  const heads = ['sheet.column', 'sheet.required', 'sheet.kind', 'sheet.note', 'sheet.example_head'] as const;
  const lines: { cells: readonly string[]; style: number }[] = [
    { cells: [`${say(spec.title)} \u00B7 ${say(words['sheet.guide'])}`], style: STYLE.title },
    ...spec.guide.map((line) => ({ cells: [say(line)], style: STYLE.plain })),
    { cells: [say(words['sheet.example_note'])], style: STYLE.plain },
    { cells: [speak(words['sheet.version'], language, { version: versionOf(spec) })], style: STYLE.meta },
    { cells: heads.map((key) => say(words[key])), style: STYLE.head },
    ...spec.columns.map((column) => ({
      cells: [
        say(column.title),
        demandOf(column, language),
        kindOf(column, language),
        noteOf(column, language),
        exampleOf(column, language),
      ],
      style: STYLE.wrapped,
    })),
  ];
  const rows = lines.map(({ cells, style }, index) => {
    const written = cells.map((text, at) =>
      text === '' ? '' : textCell(columnLetters(at + 1) + (index + 1), style, text),
    );
    return `<row r="${index + 1}">${written.join('')}</row>`;
  });
  const widths = [22, 10, 40, 50, 24].map((width, at) => {
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}"><cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function demandOf(column: SheetColumn, language: Language): string {
  return inLanguage(words[column.required === true ? 'sheet.required' : 'sheet.optional'], language);
}

function kindOf(column: SheetColumn, language: Language): string {
  if (column.codes === undefined || column.codes.length === 0)
    return inLanguage(words[`kind.${column.kind}`], language);
  const choices = column.codes
    .map(({ words: pair }) => inLanguage(pair, language))
    .join(language === 'zh' ? '\u3001' : ', ');
  return speak(words['sheet.choices'], language, { choices });
}

function noteOf(column: SheetColumn, language: Language): string {
  return column.note === undefined ? '' : inLanguage(column.note, language);
}
