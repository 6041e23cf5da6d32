/** Streams of an OLE2 container (the file format of .xls and of encrypted workbooks). */
export interface CompoundFile {
  readonly names: readonly string[];
  /** the bytes of a stream; `undefined` where there is none or its chain is broken */
  readonly stream: (name: string) => Buffer | undefined;
}

const HEADER_BYTES = 512;
const HEADER_FAT_ENTRIES = 109;
const ENTRY_BYTES = 128;
/** Sector numbers from here on mean: no sector. */
const FIRST_SPECIAL = 0xfffffffa;
const MINI_SECTOR_BYTES = 64;

/** Opens a container; `undefined` where its tables are broken. No chain is followed longer than the file has sectors. */
export function openCompound(bytes: Buffer): CompoundFile | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const sectorBytes = 1 << bytes.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return undefined;
  const file: Sectors = { bytes, sectorBytes, count: Math.floor(bytes.length / sectorBytes) };
  const fat = readFat(file);
  const directory = fat === undefined ? undefined : joined(file, fat, bytes.readUInt32LE(48));
  if (fat === undefined || directory === undefined) return undefined;
  const entries = readEntries(directory);
  const root = entries.find(({ type }) => type === 5);
  const cutoff = bytes.readUInt32LE(56);
  return {
    names: entries.map(({ name }) => name),
    stream: (name) => {
      const entry = entries.find((it) => it.type === 2 && it.name === name);
      if (entry === undefined) return undefined;
      if (entry.size >= cutoff) return joined(file, fat, entry.start)?.subarray(0, entry.size);
      return root === undefined ? undefined : miniStream(file, fat, { root, entry });
    },
  };
}

interface Sectors {
  readonly bytes: Buffer;
  readonly sectorBytes: number;
  readonly count: number;
}

interface Entry {
  readonly name: string;
  /** 1 folder, 2 stream, 5 root */
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

function readFat(file: Sectors): Uint32Array | undefined {
  const { bytes, sectorBytes, count } = file;
  const wanted = Math.min(bytes.readUInt32LE(44), count);
  const numbers: number[] = [];
  for (let index = 0; index < HEADER_FAT_ENTRIES && numbers.length < wanted; index += 1) {
    numbers.push(bytes.readUInt32LE(76 + index * 4));
  }
  let next = bytes.readUInt32LE(68);
  for (let steps = 0; next < FIRST_SPECIAL && numbers.length < wanted && steps < count; steps += 1) {
    const sector = sectorAt(file, next);
    if (sector === undefined) return undefined;
    for (let at = 0; at < sectorBytes - 4 && numbers.length < wanted; at += 4) numbers.push(sector.readUInt32LE(at));
    next = sector.readUInt32LE(sectorBytes - 4);
  }
  const fat = new Uint32Array((numbers.length * sectorBytes) / 4);
  for (const [index, number] of numbers.entries()) {
    const sector = sectorAt(file, number);
    if (sector === undefined) return undefined;
    for (let at = 0; at < sectorBytes; at += 4) fat[(index * sectorBytes + at) / 4] = sector.readUInt32LE(at);
  }
  return fat;
}

function sectorAt({ bytes, sectorBytes }: Sectors, number: number): Buffer | undefined {
  const from = (number + 1) * sectorBytes;
  // The last sector of a file may be cut short.
  if (number >= FIRST_SPECIAL || from >= bytes.length) return undefined;
  const sector = bytes.subarray(from, from + sectorBytes);
  return sector.length === sectorBytes ? sector : Buffer.concat([sector, Buffer.alloc(sectorBytes - sector.length)]);
}

function joined(file: Sectors, fat: Uint32Array, start: number): Buffer | undefined {
  const sectors: Buffer[] = [];
  for (let number = start; number < FIRST_SPECIAL; number = fat[number] ?? FIRST_SPECIAL) {
    const sector = sectorAt(file, number);
    if (sector === undefined || sectors.length > file.count) return undefined;
    sectors.push(sector);
  }
  return Buffer.concat(sectors);
}

function miniStream(
  file: Sectors,
  fat: Uint32Array,
  { root, entry }: { root: Entry; entry: Entry },
): Buffer | undefined {
  const store = joined(file, fat, root.start);
  const miniFat = joined(file, fat, file.bytes.readUInt32LE(60));
  if (store === undefined || miniFat === undefined) return undefined;
  const parts: Buffer[] = [];
  for (let number = entry.start; number < FIRST_SPECIAL; ) {
    const from = number * MINI_SECTOR_BYTES;
    if (from >= store.length || parts.length * MINI_SECTOR_BYTES > store.length) return undefined;
    parts.push(store.subarray(from, from + MINI_SECTOR_BYTES));
    number = number * 4 + 4 <= miniFat.length ? miniFat.readUInt32LE(number * 4) : FIRST_SPECIAL;
  }
  return Buffer.concat(parts).subarray(0, entry.size);
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62);
    entries.push({
      name: directory.toString('utf16le', at, at + nameBytes),
      type: directory[at + 66] ?? 0,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}
