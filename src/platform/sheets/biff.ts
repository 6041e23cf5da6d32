/** One record of an .xls stream. */
export interface BiffRecord {
  readonly id: number;
  readonly data: Buffer;
  /** where the next record begins */
  readonly next: number;
}

export const BIFF = {
  formula: 0x06,
  endOfPart: 0x0a,
  dateMode: 0x22,
  filePassword: 0x2f,
  continued: 0x3c,
  columnInfo: 0x7d,
  boundSheet: 0x85,
  multipleRk: 0xbd,
  richString: 0xd6,
  format: 0x41e,
  extendedFormat: 0xe0,
  mergedCells: 0xe5,
  sharedStrings: 0xfc,
  labelOfTable: 0xfd,
  number: 0x203,
  label: 0x204,
  booleanOrError: 0x205,
  row: 0x208,
  rk: 0x27e,
  begin: 0x809,
} as const;

/** The records from a position on, up to the end of their part. */
export function* biffRecords(stream: Buffer, from: number): Generator<BiffRecord> {
  for (let at = from; at + 4 <= stream.length; ) {
    const id = stream.readUInt16LE(at);
    const next = at + 4 + stream.readUInt16LE(at + 2);
    if (next > stream.length) return;
    yield { id, data: stream.subarray(at + 4, next), next };
    if (id === BIFF.endOfPart) return;
    at = next;
  }
}

/** A number packed into 30 bits. */
export function numberOfRk(rk: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4);
  const number = (rk & 2) === 0 ? bytes.readDoubleLE(0) : rk >> 2;
  return (rk & 1) === 0 ? number : number / 100;
}

/** A text of 16-bit length, or of 8-bit length (`short`), inside one record. */
export function biffText(data: Buffer, at: number, short = false): string {
  const length = short ? data.readUInt8(at) : data.readUInt16LE(at);
  const flags = data.readUInt8(at + (short ? 1 : 2));
  const from = at + (short ? 2 : 3);
  return (flags & 1) === 0
    ? data.toString('latin1', from, from + length)
    : data.toString('utf16le', from, from + length * 2);
}

/**
 * The table of shared texts, which runs over several records: inside a text each further record begins with a byte that
 * says again how wide its characters are.
 */
export class StringTable {
  readonly #blocks: readonly Buffer[];
  #block = 0;
  #at = 8;

  constructor(blocks: readonly Buffer[]) {
    this.#blocks = blocks;
  }

  /** All texts; ends early where the table is cut off. */
  read(): string[] {
    const count = (this.#blocks[0]?.length ?? 0) < 8 ? 0 : (this.#blocks[0]?.readUInt32LE(4) ?? 0);
    const texts: string[] = [];
    while (texts.length < count && !this.#isDone()) texts.push(this.#text());
    return texts;
  }

  #text(): string {
    const length = this.#byte() | (this.#byte() << 8);
    let flags = this.#byte();
    const runs = (flags & 8) === 0 ? 0 : this.#byte() | (this.#byte() << 8);
    const extra = (flags & 4) === 0 ? 0 : this.#byte() | (this.#byte() << 8) | (this.#byte() << 16);
    if ((flags & 4) !== 0) this.#byte();
    let text = '';
    for (let left = length; left > 0 && !this.#isDone(); ) {
      const block = this.#current();
      const width = (flags & 1) + 1;
      const taken = Math.min(left, Math.floor((block.length - this.#at) / width));
      text += block.toString(width === 1 ? 'latin1' : 'utf16le', this.#at, this.#at + taken * width);
      this.#at += taken * width;
      left -= taken;
      if (left > 0) {
        this.#block += 1;
        this.#at = 0;
        flags = this.#byte();
      }
    }
    this.#skip(runs * 4 + extra);
    return text;
  }

  #current(): Buffer {
    return this.#blocks[this.#block] ?? EMPTY;
  }

  #isDone(): boolean {
    while (this.#at >= this.#current().length && this.#block < this.#blocks.length) {
      this.#at -= this.#current().length;
      this.#block += 1;
    }
    return this.#block >= this.#blocks.length;
  }

  #byte(): number {
    if (this.#isDone()) return 0;
    const byte = this.#current()[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }

  #skip(count: number): void {
    this.#at += count;
    this.#isDone();
  }
}

const EMPTY = Buffer.alloc(0);
