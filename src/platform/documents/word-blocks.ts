import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Language, speak } from '../words.ts';
import { shareWidth } from './columns.ts';
import { latinFont, type OfficeFontRole, officeFonts } from './fonts.data.ts';
import type { Block, Column, KeyValues, Table as PrintTable } from './model.ts';
import { documentWords } from './words.ts';

/** How a kind of document writes its blocks. Sizes in points, widths in twentieths of a point. */
export interface WordStyle {
  readonly locale: Language;
  readonly body: OfficeFontRole;
  readonly bodyPt: number;
  readonly tablePt: number;
  /** exact distance from line to line; single spacing where absent */
  readonly linePt?: number;
  /** taken off between two characters of the text */
  readonly tightenPt?: number;
  /** first line moved in by two characters */
  readonly indented: boolean;
  readonly widthTwips: number;
}

export interface Writing {
  readonly font: OfficeFontRole;
  readonly pt: number;
  readonly color?: string;
  readonly tightenPt?: number;
}

const ALIGNMENT = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 2, color: '8C8577' };
const HEAVY = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
const DOUBLE = { style: BorderStyle.DOUBLE, size: 4, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

export function writeBlock(block: Block, style: WordStyle): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return block.text.split('\n').map((text) => writeParagraph(text, style));
    case 'heading': {
      const font = (['level1', 'level2', style.body] as const)[block.level - 1] ?? style.body;
      return [writeParagraph(block.text, style, { font, keepNext: true })];
    }
    case 'table':
      return [writeTable(block, style), writeAfterTable(block, style)];
    case 'keyValues':
      return writeKeyValues(block, style);
  }
}

/** Runs of a text; a line break in it stays one. */
export function writeRuns(text: string, { font, pt, color, tightenPt = 0 }: Writing): TextRun[] {
  const { name } = officeFonts[font];
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        size: pt * 2,
        font: { ascii: latinFont, hAnsi: latinFont, cs: latinFont, eastAsia: name },
        color,
        characterSpacing: tightenPt === 0 ? undefined : Math.round(tightenPt * -20),
        break: index > 0 ? 1 : undefined,
      }),
  );
}

/** Spacing options of a line of exactly so many points. */
export function exactly(points: number) {
  return { line: points * 20, lineRule: LineRuleType.EXACT };
}

function writeParagraph(text: string, style: WordStyle, change: { font?: OfficeFontRole; keepNext?: boolean } = {}) {
  const options: IParagraphOptions = {
    alignment: AlignmentType.BOTH,
    keepNext: change.keepNext,
    indent: style.indented ? { firstLine: style.bodyPt * 40, firstLineChars: 200 } : undefined,
    spacing: style.linePt ? exactly(style.linePt) : { before: 60, after: 60 },
  };
  const font = change.font ?? style.body;
  return new Paragraph({
    ...options,
    children: writeRuns(text, { font, pt: style.bodyPt, tightenPt: style.tightenPt }),
  });
}

function writeTable(table: PrintTable, style: WordStyle): Table {
  const shares = shareWidth(table, style.widthTwips / 20 / style.tablePt);
  const widths = shares.map((share) => Math.round(share * style.widthTwips));
  const row = (cells: readonly string[], border: CellLook) =>
    new TableRow({
      tableHeader: border.head,
      cantSplit: true,
      children: cells.map((text, index) => writeCell({ text, column: table.columns[index], style, ...border })),
    });
  const bodyRows = table.rows.map((cells, index) => row(cells, { top: index === 0 ? HEAVY : HAIRLINE }));
  return new Table({
    columnWidths: widths,
    width: { size: style.widthTwips, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    borders: { top: HEAVY, bottom: HEAVY, left: NONE, right: NONE, insideHorizontal: HAIRLINE, insideVertical: NONE },
    rows: [
      row(
        table.columns.map((column) => column.title),
        { head: true, top: HEAVY },
      ),
      ...bodyRows,
      ...(table.totals ? [row(table.totals, { top: DOUBLE, strong: true })] : []),
    ],
  });
}

/** Keeps two tables apart, and says so where a table has no rows. */
function writeAfterTable(table: PrintTable, { locale, body, tablePt }: WordStyle): Paragraph {
  const text = table.rows.length === 0 ? speak(documentWords.emptyTable, locale) : '';
  return new Paragraph({ alignment: AlignmentType.CENTER, children: writeRuns(text, { font: body, pt: tablePt }) });
}

interface CellLook {
  readonly head?: boolean;
  readonly strong?: boolean;
  readonly top: typeof HEAVY | typeof HAIRLINE | typeof DOUBLE;
}

interface CellContent extends CellLook {
  readonly text: string;
  readonly column: Column | undefined;
  readonly style: WordStyle;
}

function writeCell({ text, column, style, head, strong, top }: CellContent): TableCell {
  const font = head || strong ? 'level1' : style.body;
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top },
    children: [
      new Paragraph({
        alignment: ALIGNMENT[column?.align ?? 'left'],
        children: writeRuns(text, { font, pt: style.tablePt }),
      }),
    ],
  });
}

function writeKeyValues({ pairs }: KeyValues, style: WordStyle): Paragraph[] {
  return pairs.map(
    ([label, value]) =>
      new Paragraph({
        spacing: style.linePt ? exactly(style.linePt) : { before: 40, after: 40 },
        children: [
          ...writeRuns(`${label}\u3000`, { font: style.body, pt: style.bodyPt, color: '494F57' }),
          ...writeRuns(value, { font: style.body, pt: style.bodyPt }),
        ],
      }),
  );
}
