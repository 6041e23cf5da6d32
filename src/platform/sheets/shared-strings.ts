import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import type { SheetRefusal } from './model.ts';
import { decodeCellText } from './xml.ts';

/** The table of shared texts, held as the bytes of the file; a text is decoded when a cell asks for it. */
export interface SharedStrings {
  readonly size: number;
  /** `undefined` beyond the table */
  get(index: number): string | undefined;
}

export const NO_STRINGS: SharedStrings = { size: 0, get: () => undefined };

/** The lists of codes stand early in the table and are asked for again and again. */
const CACHED = 4_096;
/** Texts longer than this are decoded once; all of them together may not exceed {@link LONG_TOTAL_BYTES}. */
const LONG_BYTES = 4_096;
const LONG_TOTAL_BYTES = 8 * 1024 * 1024;

/** Finds where each text begins. `prefix` is the namespace prefix of the part with its colon, or empty. */
export function indexStrings(xml: Buffer, prefix: string): Result<SharedStrings, SheetRefusal> {
  const open = Buffer.from(`<${prefix}si`);
  const close = Buffer.from(`</${prefix}si>`);
  let bounds = new Uint32Array(4_096);
  let size = 0;
  let longBytes = 0;
  for (let at = xml.indexOf(open); at !== -1; at = xml.indexOf(open, at)) {
    const tagEnd = xml.indexOf(0x3e, at);
    if (tagEnd === -1) return refuse(refusal('sheet_damaged'));
    const isEmpty = xml[tagEnd - 1] === 0x2f;
    const end = isEmpty ? tagEnd + 1 : xml.indexOf(close, tagEnd);
    if (end === -1) return refuse(refusal('sheet_damaged'));
    if (size * 2 + 2 > bounds.length) bounds = grown(bounds);
    bounds[size * 2] = tagEnd + 1;
    bounds[size * 2 + 1] = end;
    size += 1;
    if (end - tagEnd > LONG_BYTES) longBytes += end - tagEnd;
    if (longBytes > LONG_TOTAL_BYTES) return refuse(refusal('sheet_strings_too_large'));
    at = end;
  }
  const cache = new Map<number, string>();
  const texts = new TextReader(prefix);
  const get = (index: number): string | undefined => {
    if (!(index >= 0 && index < size)) return undefined;
    const known = cache.get(index);
    if (known !== undefined) return known;
    const from = bounds[index * 2] ?? 0;
    const to = bounds[index * 2 + 1] ?? 0;
    const text = texts.read(xml, from, to);
    if (index < CACHED || to - from > LONG_BYTES) cache.set(index, text);
    return text;
  };
  return ok({ size, get });
}

/** Reads the visible text of an `<si>` or `<is>`: all runs joined, without the phonetic ones. */
export class TextReader {
  readonly #plain: Buffer;
  readonly #open: Buffer;
  readonly #close: Buffer;
  readonly #phonetic: Buffer;
  readonly #phoneticEnd: Buffer;

  constructor(prefix: string) {
    this.#plain = Buffer.from(`<${prefix}t>`);
    this.#open = Buffer.from(`<${prefix}t`);
    this.#close = Buffer.from(`</${prefix}t>`);
    this.#phonetic = Buffer.from(`<${prefix}rPh`);
    this.#phoneticEnd = Buffer.from(`</${prefix}rPh>`);
  }

  decode(xml: Buffer, from: number, to: number): string {
    return decodeCellText(xml.toString('utf8', from, to));
  }

  read(xml: Buffer, from: number, to: number): string {
    const part = xml.subarray(from, to);
    if (part.indexOf(this.#plain) === 0) {
      const end = part.indexOf(this.#close);
      if (end + this.#close.length === part.length) return this.decode(part, this.#plain.length, end);
    }
    let text = '';
    let phonetic = part.indexOf(this.#phonetic);
    for (let at = part.indexOf(this.#open); at !== -1; at = part.indexOf(this.#open, at + 1)) {
      if (phonetic !== -1 && phonetic < at) {
        at = part.indexOf(this.#phoneticEnd, phonetic);
        if (at === -1) break;
        phonetic = part.indexOf(this.#phonetic, at);
        continue;
      }
      const after = part[at + this.#open.length];
      const tagEnd = part.indexOf(0x3e, at);
      if (tagEnd === -1) break;
      if ((after !== 0x3e && after !== 0x20) || part[tagEnd - 1] === 0x2f) continue;
      const end = part.indexOf(this.#close, tagEnd);
      if (end === -1) break;
      text += this.decode(part, tagEnd + 1, end);
      at = end;
    }
    return text;
  }
}

function grown(bounds: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(bounds.length * 2);
  wider.set(bounds);
  return wider;
}
