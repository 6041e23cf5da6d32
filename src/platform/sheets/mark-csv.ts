import type { Language } from '../words.ts';
import { decodeText, records, separatorOf } from './csv-grid.ts';
import type { SheetHead } from './head.ts';
import { inLanguage } from './model.ts';
import { words } from './words.ts';

/** The same text with a last column of errors; what stood in that column from an earlier import is replaced. */
export function markCsv(
  bytes: Buffer,
  { head, texts, language }: { head: SheetHead; texts: ReadonlyMap<number, string>; language: Language },
): Buffer {
  const text = decodeText(bytes) ?? '';
  const separator = separatorOf(text);
  const lines: string[] = [];
  let width = 0;
  for (const { number, fields = [] } of records(text, separator)) {
    if (number === head.headRow) width = head.errorColumn === undefined ? fields.length : head.errorColumn - 1;
    const found = number === head.headRow ? inLanguage(words['sheet.errors'], language) : (texts.get(number) ?? '');
    const cells = number < head.headRow ? fields : [...padded(fields, width), found];
    lines.push(cells.map((cell) => quoted(cell, separator)).join(separator));
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

function padded(fields: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => fields[index] ?? '');
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
