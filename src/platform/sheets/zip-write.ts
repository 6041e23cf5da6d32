import { crc32, createDeflateRaw } from 'node:zlib';
import { packedOf, type ZipArchive, type ZipEntry } from './zip-read.ts';

/** A part of a new archive: a text, pieces made while it is written, or a part copied packed from another archive. */
export type ZipPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly pieces: AsyncIterable<Buffer> | Iterable<Buffer> }
  | { readonly name: string; readonly from: ZipArchive; readonly entry: ZipEntry };

interface Written {
  readonly name: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
}

interface Sums {
  crc: number;
  packedBytes: number;
  unpackedBytes: number;
}

const SIZES_FOLLOW = 0x0008;
const NAMES_ARE_UTF8 = 0x0800;
const VERSION = 20;
/** 1980-01-01: equal content gives an equal file. */
const DOS_DATE = 0x0021;
const LEVEL = 1;

/** Writes an archive piece by piece; parts are made and packed only as the receiver takes them. */
export async function* writeZip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const isCopy = 'entry' in part;
    const method = isCopy && !part.entry.isDeflated ? 0 : 8;
    const flags = NAMES_ARE_UTF8 | (isCopy ? 0 : SIZES_FOLLOW);
    const sums: Sums = isCopy
      ? { crc: part.entry.crc, packedBytes: part.entry.packedBytes, unpackedBytes: part.entry.unpackedBytes }
      : { crc: 0, packedBytes: 0, unpackedBytes: 0 };
    const headerAt = at;
    const header = localHeader({ name, method, flags, ...sums, headerAt });
    yield header;
    at += header.length;
    if (isCopy) {
      yield packedOf(part.from, part.entry);
    } else {
      for await (const chunk of deflated('text' in part ? [Buffer.from(part.text, 'utf8')] : part.pieces, sums)) {
        yield chunk;
      }
      const descriptor = dataDescriptor(sums);
      yield descriptor;
      at += descriptor.length;
    }
    at += sums.packedBytes;
    if (at > 0xfffffffe || sums.unpackedBytes > 0xfffffffe) throw new RangeError('a workbook of more than 4 GB');
    written.push({ name, method, flags, ...sums, headerAt });
  }
  yield directory(written, at);
}

/** The whole archive in memory. */
export async function collectZip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeZip(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* deflated(pieces: AsyncIterable<Buffer> | Iterable<Buffer>, sums: Sums): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 });
  const feeding = feed(pieces, deflate, sums);
  // Awaited below; marked as handled now, because it may fail while the reader still waits.
  feeding.catch(() => undefined);
  try {
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      sums.packedBytes += chunk.length;
      yield chunk;
    }
    await feeding;
  } finally {
    deflate.destroy();
  }
}

async function feed(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  deflate: ReturnType<typeof createDeflateRaw>,
  sums: Sums,
): Promise<void> {
  try {
    for await (const piece of pieces) {
      sums.crc = crc32(piece, sums.crc);
      sums.unpackedBytes += piece.length;
      if (!deflate.write(piece)) await drained(deflate);
      if (deflate.destroyed) return;
    }
    deflate.end();
  } catch (error) {
    deflate.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

function drained(deflate: ReturnType<typeof createDeflateRaw>): Promise<void> {
  return new Promise((resolve) => {
    function done(): void {
      deflate.off('drain', done);
      deflate.off('close', done);
      resolve();
    }
    deflate.on('drain', done);
    deflate.on('close', done);
    if (deflate.destroyed) done();
  });
}

function localHeader(entry: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  header.writeUInt16LE(entry.name.length, 26);
  return Buffer.concat([header, entry.name]);
}

function dataDescriptor(sums: Sums): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(sums.crc, 4);
  descriptor.writeUInt32LE(sums.packedBytes, 8);
  descriptor.writeUInt32LE(sums.unpackedBytes, 12);
  return descriptor;
}

function directory(written: readonly Written[], directoryAt: number): Buffer {
  const headers = written.map((entry) => {
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(VERSION, 4);
    writeCommon(header, 6, entry);
    header.writeUInt16LE(entry.name.length, 28);
    header.writeUInt32LE(entry.headerAt, 42);
    return Buffer.concat([header, entry.name]);
  });
  const listed = Buffer.concat(headers);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(directoryAt, 16);
  return Buffer.concat([listed, end]);
}

/** Version, flags, method, time, check sum and sizes: the same run of fields in both kinds of header. */
function writeCommon(header: Buffer, at: number, entry: Written): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(entry.flags, at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.packedBytes, at + 14);
  header.writeUInt32LE(entry.unpackedBytes, at + 18);
}
