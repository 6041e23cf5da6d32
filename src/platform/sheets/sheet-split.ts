import { refusal } from '../pure/result.ts';
import { MAX_ROWS } from './model.ts';
import { UnpackRefused } from './zip-read.ts';

/** A run of a worksheet part: one whole row element, or everything up to the next one. */
export interface Segment {
  /** 0 for what is no row */
  readonly rowNumber: number;
  readonly bytes: Buffer;
}

/** Text between two rows: far beyond what stands before the first one and after the last one in real sheets. */
const MAX_GAP_BYTES = 16 * 1024 * 1024;

/**
 * Cuts the XML of a worksheet into its rows and the rest without changing a byte: joined again, the segments are the
 * part. Throws {@link UnpackRefused} for declarations of entities, rows that are too long, unfinished or out of order.
 */
export async function* splitRows(chunks: AsyncIterable<Buffer>, rowBytes: number): AsyncGenerator<readonly Segment[]> {
  const splitter = new Splitter(rowBytes);
  for await (const chunk of chunks) {
    const segments = splitter.push(chunk);
    if (segments.length > 0) yield segments;
  }
  yield splitter.end();
}

/** The namespace prefix of a part's root element with its colon (`x:`), or empty. */
export function prefixOf(xml: Buffer): string {
  const head = xml.toString('latin1', 0, 2_048);
  return /<(?:([A-Za-z_][\w.-]{0,63}:))?(?:worksheet|sst)[\s>/]/.exec(head)?.[1] ?? '';
}

/** Refuses what no spreadsheet program writes at the beginning of a part: a document type, another encoding. */
export function refusalOfXml(xml: Buffer): 'sheet_xml_entities' | 'sheet_damaged' | undefined {
  const isUtf16 = xml.length >= 2 && (xml.readUInt16LE(0) === 0xfeff || xml.readUInt16LE(0) === 0xfffe);
  const encoding = /^[^>]{0,200}\bencoding\s*=\s*["']([\w.-]+)["']/.exec(xml.toString('latin1', 0, 256))?.[1];
  if (isUtf16 || xml.includes(0) || (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))) {
    return 'sheet_damaged';
  }
  return xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY') ? 'sheet_xml_entities' : undefined;
}

class Splitter {
  readonly #rowBytes: number;
  #rest: Buffer = Buffer.alloc(0);
  #prefix: string | undefined;
  #open: Buffer = Buffer.alloc(0);
  #close: Buffer = Buffer.alloc(0);
  #lastRow = 0;

  constructor(rowBytes: number) {
    this.#rowBytes = rowBytes;
  }

  push(chunk: Buffer): Segment[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (this.#prefix === undefined) {
      if (bytes.length < 2_048) {
        this.#rest = bytes;
        return [];
      }
      this.#begin(bytes);
    }
    return this.#split(bytes, false);
  }

  end(): Segment[] {
    if (this.#prefix === undefined) this.#begin(this.#rest);
    return this.#split(this.#rest, true);
  }

  #begin(bytes: Buffer): void {
    const refused = refusalOfXml(bytes);
    if (refused !== undefined) throw new UnpackRefused(refusal(refused));
    this.#prefix = prefixOf(bytes);
    this.#open = Buffer.from(`<${this.#prefix}row`);
    this.#close = Buffer.from(`</${this.#prefix}row>`);
  }

  #split(bytes: Buffer, isEnd: boolean): Segment[] {
    const segments: Segment[] = [];
    let at = 0;
    for (;;) {
      const open = this.#findRow(bytes, at);
      if (open === -1) break;
      const end = this.#endOfRow(bytes, open);
      if (end === -1) {
        if (isEnd) throw new UnpackRefused(refusal('sheet_damaged'));
        if (bytes.length - open > this.#rowBytes) this.#refuseRow(bytes, open);
        if (open > at) segments.push({ rowNumber: 0, bytes: this.#gap(bytes.subarray(at, open)) });
        this.#rest = bytes.subarray(open);
        return segments;
      }
      if (open > at) segments.push({ rowNumber: 0, bytes: this.#gap(bytes.subarray(at, open)) });
      if (end - open > this.#rowBytes) this.#refuseRow(bytes, open);
      segments.push({ rowNumber: this.#number(bytes, open, end), bytes: bytes.subarray(open, end) });
      at = end;
    }
    const rest = bytes.subarray(at);
    if (isEnd) return [...segments, { rowNumber: 0, bytes: this.#gap(rest) }];
    if (rest.length > MAX_GAP_BYTES) throw new UnpackRefused(refusal('sheet_damaged'));
    this.#rest = rest;
    return segments;
  }

  /** The next `<row` that is not `<rowBreaks`. */
  #findRow(bytes: Buffer, from: number): number {
    for (let at = bytes.indexOf(this.#open, from); at !== -1; at = bytes.indexOf(this.#open, at + 1)) {
      const after = bytes[at + this.#open.length];
      if (after === undefined || after === 0x3e || after === 0x2f || after <= 0x20) return at;
    }
    return -1;
  }

  #endOfRow(bytes: Buffer, open: number): number {
    const tagEnd = bytes.indexOf(0x3e, open);
    if (tagEnd === -1) return -1;
    if (bytes[tagEnd - 1] === 0x2f) return tagEnd + 1;
    const close = bytes.indexOf(this.#close, tagEnd);
    return close === -1 ? -1 : close + this.#close.length;
  }

  #number(bytes: Buffer, open: number, end: number): number {
    const tag = bytes.toString('latin1', open, Math.min(bytes.indexOf(0x3e, open) + 1, end));
    const stated = /\sr\s*=\s*["'](\d{1,7})["']/.exec(tag)?.[1];
    const number = stated === undefined ? this.#lastRow + 1 : Number(stated);
    // A row out of order, or a comment that hides one, is read differently by different programs.
    const isHiding = bytes.subarray(open, end).includes('<!');
    if (number <= this.#lastRow || number > MAX_ROWS || isHiding) throw new UnpackRefused(refusal('sheet_damaged'));
    this.#lastRow = number;
    return number;
  }

  #gap(bytes: Buffer): Buffer {
    if (bytes.length > MAX_GAP_BYTES) throw new UnpackRefused(refusal('sheet_damaged'));
    if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) {
      throw new UnpackRefused(refusal('sheet_xml_entities'));
    }
    return bytes;
  }

  #refuseRow(bytes: Buffer, open: number): never {
    const tag = bytes.toString('latin1', open, open + 256);
    const row = /\sr\s*=\s*["'](\d{1,7})["']/.exec(tag)?.[1] ?? this.#lastRow + 1;
    throw new UnpackRefused(refusal('sheet_cell_too_large', undefined, { row }));
  }
}
