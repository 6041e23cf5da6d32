import { type Language, speak } from '../words.ts';
import { shareWidth } from './columns.ts';
import { missingGlyphsIn, nameCodePoint, toPrintable } from './missing-glyphs.ts';
import type { Block, Card, Footer, PrintDocument, RedHeaderDocument, Table } from './model.ts';
import { documentWords } from './words.ts';

/** A document as the typst layouts read it: all words filled in, widths shared out, QR codes drawn, only printable characters. */
export type LayoutData = Readonly<Record<string, unknown>>;

/** Width of the type area in full-width characters of the table's size: 180 mm and 267 mm at 9 pt, 156 mm at 12 pt. */
const ROOM = { portrait: 56, landscape: 84, redHeader: 36, card: 56 } as const;

/** @throws RangeError when a row has not one cell for each column */
export async function toLayoutData(document: PrintDocument): Promise<LayoutData> {
  const printable = toPrintable(document);
  const { kind, locale, title, subtitle } = printable;
  const words = wordsOf(printable, missingGlyphsIn(document));
  return { kind, language: locale, title, subtitle, words, ...(await partsOf(printable)) };
}

/** Who printed it, when, and the code to verify it by, in one line. */
export function printedLine(footer: Footer, locale: Language): string {
  const parts = [
    speak(documentWords.printedBy, locale, { name: footer.printedBy }),
    speak(documentWords.printedAt, locale, { time: toLocalTime(footer.printedAt) }),
  ];
  if (footer.verification) parts.push(speak(documentWords.verification, locale, { code: footer.verification.code }));
  return parts.join(' · ');
}

/** A date as a document of the language writes it. */
export function writeDate(on: string, locale: Language): string {
  const [year = '', month = '', day = ''] = on.split('-');
  const plain = (digits: string) => (locale === 'zh' ? String(Number(digits)) : digits);
  return speak(documentWords.date, locale, { year, month: plain(month), day: plain(day) });
}

/** Texts of the parts that only an official document has. */
export function officialTexts(document: RedHeaderDocument) {
  const { locale, addressee, signature, copiesTo } = document;
  const on = signature ? writeDate(signature.on, locale) : '';
  return {
    addressee: addressee && speak(documentWords.addressee, locale, { name: addressee }),
    signature: signature && { by: signature.by, on },
    copiesTo: copiesTo && speak(documentWords.copiesTo, locale, { offices: copiesTo }),
    issued: signature && { by: signature.by, on: speak(documentWords.issuedOn, locale, { date: on }) },
  };
}

async function partsOf(document: PrintDocument): Promise<LayoutData> {
  const { locale } = document;
  switch (document.kind) {
    case 'list': {
      const orientation = document.orientation ?? 'portrait';
      const blocks = document.blocks.map((block) => toBlock(block, ROOM[orientation], locale));
      const url = document.footer.verification?.url;
      return { landscape: orientation === 'landscape', blocks, qr: url && (await qrOf(url)) };
    }
    case 'red-header': {
      const blocks = document.blocks.map((block) => toBlock(block, ROOM.redHeader, locale));
      return { issuer: document.issuer, number: document.number, blocks, ...officialTexts(document) };
    }
    case 'cards': {
      const cards = await Promise.all(document.cards.map((card) => toCard(card, locale)));
      return { perPage: document.perPage ?? 2, cards };
    }
  }
}

function wordsOf({ locale, footer }: PrintDocument, missing: readonly string[]) {
  const characters = missing.map(nameCodePoint).join(', ');
  return {
    pageOf: speak(documentWords.pageOf, locale),
    printed: printedLine(footer, locale),
    scanToVerify: speak(documentWords.scanToVerify, locale),
    scanToOpen: speak(documentWords.scanToOpen, locale),
    glyphsMissing: missing.length > 0 ? speak(documentWords.glyphsMissing, locale, { characters }) : '',
  };
}

async function toCard({ table, qr, ...card }: Card, locale: Language) {
  return {
    ...card,
    pairs: card.pairs.map((pair) => pair.map(breakLongRuns)),
    table: table && toTable(table, ROOM.card, locale),
    qr: qr && (await qrOf(qr)),
  };
}

function toBlock(block: Block, room: number, locale: Language) {
  switch (block.kind) {
    case 'table':
      return { kind: block.kind, ...toTable(block, room, locale) };
    case 'keyValues':
      return { kind: block.kind, pairs: block.pairs.map((pair) => pair.map(breakLongRuns)) };
    default:
      return { ...block, text: breakLongRuns(block.text) };
  }
}

function toTable({ columns, rows, totals }: Omit<Table, 'kind'>, room: number, locale: Language) {
  for (const row of totals ? [...rows, totals] : rows) {
    if (row.length !== columns.length)
      throw new RangeError(`A row has ${row.length} cells for ${columns.length} columns.`);
  }
  const shares = shareWidth({ columns, rows, totals }, room);
  const broken = rows.map((row) => row.map(breakLongRuns));
  return { columns, rows: broken, totals, shares, empty: speak(documentWords.emptyTable, locale) };
}

/** A digest or an address has no place to break and would run into the next column: allow a break every dozen characters. */
function breakLongRuns(text: string): string {
  return text.replace(/[!-~]{25,}/g, (run) => run.replace(/.{12}(?=.)/g, '$&\u200B'));
}

async function qrOf(text: string): Promise<string> {
  const { toString: drawQr } = await import('qrcode');
  return drawQr(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
}

function toLocalTime(instant: Date): string {
  return instant.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}
