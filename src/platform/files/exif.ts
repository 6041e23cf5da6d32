/** What is kept of a photograph's data: when it was taken and which way is up, never where (quality A63, row 158). */
export interface PhotoFacts {
  /** as the camera wrote it, `YYYY:MM:DD hh:mm:ss` in local time */
  readonly takenAt?: string | undefined;
  /** 1 to 8 as Exif counts */
  readonly orientation?: number | undefined;
}

const ORIENTATION = 0x0112;
const EXIF_FOLDER = 0x8769;
const PLACE_FOLDER = 0x8825;
const TAKEN_AT = 0x9003;
const ASCII = 2;
const SHORT = 3;
const LONG = 4;

/** Reads a TIFF block as Exif uses it; a damaged one tells nothing. */
export function readExif(tiff: Buffer): PhotoFacts {
  try {
    const order = tiff.toString('latin1', 0, 2);
    if (order !== 'II' && order !== 'MM') return {};
    const reader = { tiff, little: order === 'II' };
    const main = readFolder(reader, uint(reader, 4, 4));
    const detail = main.get(EXIF_FOLDER);
    const photo = detail === undefined ? new Map<number, number>() : readFolder(reader, uint(reader, detail + 8, 4));
    const orientationAt = main.get(ORIENTATION);
    const takenAt = photo.get(TAKEN_AT);
    return {
      orientation: orientationAt === undefined ? undefined : validOrientation(uint(reader, orientationAt + 8, 2)),
      takenAt: takenAt === undefined ? undefined : readDate(reader, uint(reader, takenAt + 8, 4)),
    };
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

/** Overwrites the place a photograph was taken at, within the block and without changing its length. */
export function blankPlace(tiff: Buffer): void {
  try {
    const reader = { tiff, little: tiff.toString('latin1', 0, 2) === 'II' };
    const entryAt = readFolder(reader, uint(reader, 4, 4)).get(PLACE_FOLDER);
    if (entryAt === undefined) return;
    const folderAt = uint(reader, entryAt + 8, 4);
    for (const placeAt of readFolder(reader, folderAt).values()) {
      const bytes = bytesOfEntry(reader, placeAt);
      if (bytes > 4) tiff.fill(0, uint(reader, placeAt + 8, 4), uint(reader, placeAt + 8, 4) + bytes);
    }
    tiff.fill(0, folderAt, folderAt + 2 + uint(reader, folderAt, 2) * 12);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

/** A TIFF block with these facts alone. */
export function writeExif(facts: PhotoFacts): Buffer {
  const entries = facts.takenAt === undefined ? 1 : 2;
  const folderEnd = 8 + 2 + entries * 12 + 4;
  const block = Buffer.alloc(folderEnd + (facts.takenAt === undefined ? 0 : 2 + 12 + 4 + 20));
  block.write('II', 0, 'latin1');
  block.writeUInt16LE(42, 2);
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(entries, 8);
  writeEntry(block, 10, { tag: ORIENTATION, type: SHORT, count: 1, value: facts.orientation ?? 1 });
  if (facts.takenAt !== undefined) {
    writeEntry(block, 22, { tag: EXIF_FOLDER, type: LONG, count: 1, value: folderEnd });
    block.writeUInt16LE(1, folderEnd);
    writeEntry(block, folderEnd + 2, { tag: TAKEN_AT, type: ASCII, count: 20, value: folderEnd + 18 });
    block.write(facts.takenAt, folderEnd + 18, 19, 'latin1');
  }
  return block;
}

interface Reader {
  readonly tiff: Buffer;
  readonly little: boolean;
}

function uint({ tiff, little }: Reader, at: number, bytes: 2 | 4): number {
  if (bytes === 2) return little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  return little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
}

/** Where each entry of a folder stands, by tag. */
function readFolder(reader: Reader, at: number): Map<number, number> {
  const entries = new Map<number, number>();
  const count = uint(reader, at, 2);
  for (let index = 0; index < count; index += 1) {
    const entryAt = at + 2 + index * 12;
    entries.set(uint(reader, entryAt, 2), entryAt);
  }
  return entries;
}

/** How long a value is that does not fit into its entry. */
function bytesOfEntry(reader: Reader, at: number): number {
  const widths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
  return uint(reader, at + 4, 4) * (widths[uint(reader, at + 2, 2)] ?? 0);
}

function readDate({ tiff }: Reader, at: number): string | undefined {
  const text = tiff.toString('latin1', at, at + 19);
  return /^\d{4}:\d{2}:\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? text : undefined;
}

function validOrientation(value: number): number | undefined {
  return value >= 1 && value <= 8 ? value : undefined;
}

function writeEntry(
  block: Buffer,
  at: number,
  entry: { tag: number; type: number; count: number; value: number },
): void {
  block.writeUInt16LE(entry.tag, at);
  block.writeUInt16LE(entry.type, at + 2);
  block.writeUInt32LE(entry.count, at + 4);
  block.writeUInt32LE(entry.value, at + 8);
}
