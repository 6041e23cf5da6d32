import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import { speak } from '../words.ts';
import { latinFont, officeFonts } from './fonts.data.ts';
import { officialTexts, printedLine } from './layout-data.ts';
import { toPlain } from './missing-glyphs.ts';
import type { ListDocument, RedHeaderDocument } from './model.ts';
import { exactly, type WordStyle, writeBlock, writeRuns } from './word-blocks.ts';
import { documentWords } from './words.ts';

const A4 = { width: mm(210), height: mm(297) };
const GREY = '494F57';
const OFFICIAL_RED = 'C8102E';
/** GB/T 9704-2012: 22 lines of 28 characters on 156 mm × 225 mm. */
const OFFICIAL = { linePt: 29, bodyPt: 16, titlePt: 22 } as const;

/**
 * The document as .docx, to be edited in Word or WPS. It names the fonts offices use and, in its font table, what stands
 * in where one is not installed; no font is embedded.
 */
export async function writeWord(document: ListDocument | RedHeaderDocument): Promise<Uint8Array> {
  const plain = toPlain(document);
  const section = plain.kind === 'list' ? listSection(plain) : redHeaderSection(plain);
  const size = plain.kind === 'list' ? 10.5 : OFFICIAL.bodyPt;
  const font = plain.kind === 'list' ? officeFonts.list.name : officeFonts.body.name;
  const file = new Document({
    title: plain.title,
    creator: plain.footer.printedBy,
    evenAndOddHeaderAndFooters: plain.kind === 'red-header',
    styles: {
      default: {
        document: { run: { size: size * 2, font: { ascii: latinFont, hAnsi: latinFont, eastAsia: font } } },
      },
    },
    sections: [section],
  });
  return new Uint8Array(await Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]));
}

function listSection(document: ListDocument): ISectionOptions {
  const landscape = document.orientation === 'landscape';
  const style: WordStyle = {
    locale: document.locale,
    body: 'list',
    bodyPt: 10.5,
    tablePt: 9,
    indented: false,
    widthTwips: mm(landscape ? 267 : 180),
  };
  const line = (text: string, pt: number, color?: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 100 },
      children: writeRuns(text, { font: pt > 12 ? 'title' : 'list', pt, color }),
    });
  return {
    properties: {
      page: {
        size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: mm(15), bottom: mm(16), left: mm(15), right: mm(15), footer: mm(8) },
      },
    },
    footers: { default: listFooter(document, style) },
    children: [
      line(document.title, 16),
      ...(document.subtitle ? [line(document.subtitle, 10, GREY)] : []),
      ...document.blocks.flatMap((block) => writeBlock(block, style)),
    ],
  };
}

function listFooter({ footer, locale }: ListDocument, { widthTwips }: WordStyle): Footer {
  const writing = { font: 'list', pt: 8, color: GREY } as const;
  const numbers: Record<string, string> = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES };
  const pageOf = speak(documentWords.pageOf, locale).split(/(\{\w+\})/);
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: widthTwips }],
        children: [
          ...writeRuns(printedLine(footer, locale), writing),
          new TextRun({ text: '\t' }),
          ...pageOf.map((part) => new TextRun({ children: [numbers[part] ?? part], size: 16, color: GREY })),
        ],
      }),
    ],
  });
}

function redHeaderSection(document: RedHeaderDocument): ISectionOptions {
  const style: WordStyle = {
    locale: document.locale,
    body: 'body',
    bodyPt: OFFICIAL.bodyPt,
    tablePt: 12,
    linePt: OFFICIAL.linePt,
    // 28 characters fill 156 mm at 15.8 pt each.
    tightenPt: 0.2,
    indented: true,
    widthTwips: mm(156),
  };
  return {
    properties: {
      page: {
        size: A4,
        margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(28 - 4) },
      },
    },
    footers: { default: numberFooter(AlignmentType.RIGHT), even: numberFooter(AlignmentType.LEFT) },
    children: [
      ...redHead(document),
      ...document.blocks.flatMap((block) => writeBlock(block, style)),
      ...redEnd(document),
    ],
  };
}

function redHead(document: RedHeaderDocument): Paragraph[] {
  const centred = (children: readonly ParagraphChild[], before: number, after: number) =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before, after }, children });
  const markPt = Math.min(40, Math.floor(425 / document.issuer.length));
  const { addressee } = officialTexts(document);
  const redLine = { style: BorderStyle.SINGLE, size: 18, color: OFFICIAL_RED, space: 8 };
  return [
    centred(
      writeRuns(document.issuer, { font: 'title', pt: markPt, color: OFFICIAL_RED }),
      mm(35),
      OFFICIAL.linePt * 40,
    ),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: redLine },
      spacing: { after: OFFICIAL.linePt * 40 },
      children: writeRuns(document.number ?? '', { font: 'body', pt: OFFICIAL.bodyPt }),
    }),
    centred(writeRuns(document.title, { font: 'title', pt: OFFICIAL.titlePt }), 0, OFFICIAL.linePt * 20),
    ...(document.subtitle
      ? [centred(writeRuns(document.subtitle, { font: 'level2', pt: OFFICIAL.bodyPt }), 0, OFFICIAL.linePt * 20)]
      : []),
    ...(addressee ? [officialLine(addressee)] : []),
  ];
}

function redEnd(document: RedHeaderDocument): Paragraph[] {
  const { signature, copiesTo, issued } = officialTexts(document);
  const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 };
  const small = (text: string, after?: string) =>
    new Paragraph({
      border: { top: rule, between: rule, bottom: rule },
      indent: { left: 280, right: 280 },
      tabStops: [{ type: TabStopType.RIGHT, position: mm(156) - 280 }],
      keepLines: true,
      children: writeRuns(after ? `${text}\t${after}` : text, { font: 'body', pt: 14 }),
    });
  const right = { alignment: AlignmentType.RIGHT, indent: { right: OFFICIAL.bodyPt * 80 } };
  return [
    ...(signature
      ? [
          officialLine(''),
          officialLine('', { keepNext: true }),
          officialLine(signature.by, { ...right, keepNext: true }),
          officialLine(signature.on, right),
        ]
      : []),
    officialLine(''),
    ...(copiesTo ? [small(copiesTo)] : []),
    ...(issued ? [small(issued.by, issued.on)] : []),
    new Paragraph({
      children: writeRuns(printedLine(document.footer, document.locale), { font: 'body', pt: 8, color: GREY }),
    }),
  ];
}

function officialLine(text: string, place: object = {}): Paragraph {
  const children = writeRuns(text, { font: 'body', pt: OFFICIAL.bodyPt });
  return new Paragraph({ spacing: exactly(OFFICIAL.linePt), ...place, children });
}

/** Page number between dashes, on the outer side, one character in. */
function numberFooter(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 });
  return new Footer({ children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [run] })] });
}

function fontTable(): string {
  const fonts = Object.values(officeFonts).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  );
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${space}">${fonts.join('')}</w:fonts>`;
}

/** Millimetres in twentieths of a point, rounded (the library's own function cuts off). */
function mm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}
