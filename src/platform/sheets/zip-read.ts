import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetRefusal } from './model.ts';

export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** where the packed bytes begin in the file */
  readonly dataAt: number;
}

export interface ZipArchive {
  readonly bytes: Buffer;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const FULL_32 = 0xffffffff;
/** Beyond both, no spreadsheet compresses like that: real ones stay under 40. */
const BOMB_RATIO = 200;
const BOMB_BYTES = 32 * 1024 * 1024;
/** Data handed on at once while unpacking. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Reads the directory of an archive and refuses, before anything is unpacked: too many or overlapping entries, entries
 * that disagree with their local header, sizes no spreadsheet has, archives inside.
 */
export function readZip(bytes: Buffer, limits: SheetLimits): Result<ZipArchive, SheetRefusal> {
  const end = findEnd(bytes);
  if (end === undefined || bytes.readUInt32LE(0) !== LOCAL_SIGNATURE) return refuse(refusal('sheet_damaged'));
  if (end.count > limits.entries) return refuse(refusal('sheet_zip_entries'));
  const headers = readDirectory(bytes, end);
  if (headers === undefined) return refuse(refusal('sheet_damaged'));
  const entries = new Map<string, ZipEntry>();
  let previousEnd = 0;
  let unpackedBytes = 0;
  for (const header of headers.toSorted((a, b) => a.headerAt - b.headerAt)) {
    const entry = locate(bytes, header);
    if (entry === undefined) return refuse(refusal('sheet_damaged'));
    const dataEnd = entry.dataAt + entry.packedBytes;
    if (header.headerAt < previousEnd || dataEnd > end.directoryAt || entries.has(entry.name)) {
      return refuse(refusal('sheet_zip_overlap'));
    }
    previousEnd = dataEnd;
    unpackedBytes += entry.unpackedBytes;
    if (unpackedBytes > limits.unpackedBytes || isBomb(entry)) return refuse(refusal('sheet_zip_bomb'));
    if (isArchive(bytes, entry)) return refuse(refusal('sheet_zip_nested'));
    entries.set(entry.name, entry);
  }
  return ok({ bytes, entries });
}

/** Whether the file ends as an archive does, wherever it begins: how an archive hides behind a picture. */
export function endsAsZip(bytes: Buffer): boolean {
  return findEndAt(bytes) !== undefined;
}

/** Unpacks one whole part. Refuses when it is larger than `maxBytes` or than it says, or its check sum is wrong. */
export function unpack(archive: ZipArchive, entry: ZipEntry, maxBytes: number): Result<Buffer, SheetRefusal> {
  if (entry.unpackedBytes > maxBytes) return refuse(refusal('sheet_zip_bomb'));
  const packed = packedOf(archive, entry);
  if (!entry.isDeflated) {
    return crc32(packed) === entry.crc ? ok(packed) : refuse(refusal('sheet_damaged'));
  }
  try {
    // One byte more than declared: an entry that lies about its size is caught by the length below.
    const unpacked = inflateRawSync(packed, { maxOutputLength: entry.unpackedBytes + 1 });
    if (unpacked.length !== entry.unpackedBytes) return refuse(refusal('sheet_damaged'));
    return crc32(unpacked) === entry.crc ? ok(unpacked) : refuse(refusal('sheet_damaged'));
  } catch (error) {
    return refuse(refusal(isTooLong(error) ? 'sheet_zip_bomb' : 'sheet_damaged'));
  }
}

/** Thrown while a part is unpacked piece by piece; the openers of this folder turn it into a value. */
export class UnpackRefused extends Error {
  readonly refusal: SheetRefusal;
  constructor(refused: SheetRefusal) {
    super(refused.code);
    this.refusal = refused;
  }
}

/** Unpacks one part piece by piece. Throws {@link UnpackRefused} at the first byte too many. */
export async function* unpackChunks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedOf(archive, entry);
  let total = 0;
  let sum = 0;
  for await (const chunk of entry.isDeflated ? inflated(packed) : pieces(packed)) {
    total += chunk.length;
    if (total > entry.unpackedBytes) throw new UnpackRefused(refusal('sheet_zip_bomb'));
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (total !== entry.unpackedBytes || sum !== entry.crc) throw new UnpackRefused(refusal('sheet_damaged'));
}

/** The bytes of a part as they stand in the file, to be copied into another archive unchanged. */
export function packedOf(archive: ZipArchive, entry: ZipEntry): Buffer {
  return archive.bytes.subarray(entry.dataAt, entry.dataAt + entry.packedBytes);
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) yield chunk;
  } catch {
    throw new UnpackRefused(refusal('sheet_damaged'));
  } finally {
    inflate.destroy();
  }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

interface ZipEnd {
  readonly count: number;
  readonly directoryAt: number;
}

function findEndAt(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) {
      return at;
    }
  }
  return undefined;
}

function findEnd(bytes: Buffer): ZipEnd | undefined {
  const at = findEndAt(bytes);
  if (at === undefined) return undefined;
  const count = bytes.readUInt16LE(at + 10);
  const directoryAt = bytes.readUInt32LE(at + 16);
  if (count !== 0xffff && directoryAt !== FULL_32) return { count, directoryAt };
  const locatorAt = at - 20;
  if (locatorAt < 0 || bytes.readUInt32LE(locatorAt) !== ZIP64_LOCATOR_SIGNATURE) return undefined;
  const recordAt = readUInt64(bytes, locatorAt + 8);
  if (recordAt + 56 > bytes.length || bytes.readUInt32LE(recordAt) !== ZIP64_END_SIGNATURE) return undefined;
  return { count: readUInt64(bytes, recordAt + 32), directoryAt: readUInt64(bytes, recordAt + 48) };
}

interface CentralHeader {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
}

function readDirectory(bytes: Buffer, end: ZipEnd): CentralHeader[] | undefined {
  const headers: CentralHeader[] = [];
  let at = end.directoryAt;
  for (let index = 0; index < end.count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE) return undefined;
    const nameBytes = bytes.readUInt16LE(at + 28);
    const extraBytes = bytes.readUInt16LE(at + 30);
    const extraAt = at + 46 + nameBytes;
    if (extraAt + extraBytes > bytes.length) return undefined;
    const wide = readWideSizes(bytes.subarray(extraAt, extraAt + extraBytes), [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    if (wide === undefined) return undefined;
    headers.push({
      name: bytes.toString('utf8', at + 46, extraAt).replaceAll('\\', '/'),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      unpackedBytes: wide[0],
      packedBytes: wide[1],
      headerAt: wide[2],
    });
    at = extraAt + extraBytes + bytes.readUInt16LE(at + 32);
  }
  return headers;
}

type Sizes = [unpackedBytes: number, packedBytes: number, headerAt: number];

/** Sizes that do not fit 32 bits stand in the extra field 0x0001, in this order, only those that are needed. */
function readWideSizes(extra: Buffer, sizes: Sizes): Sizes | undefined {
  if (!sizes.includes(FULL_32)) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    const wide = [...sizes] as Sizes;
    for (const index of [0, 1, 2] as const) {
      if (sizes[index] !== FULL_32) continue;
      if (from + 8 > extra.length) return undefined;
      wide[index] = readUInt64(extra, from);
      from += 8;
    }
    return wide;
  }
  return undefined;
}

/** Where the data of an entry begins; `undefined` when the local header tells another story than the directory. */
function locate(bytes: Buffer, header: CentralHeader): ZipEntry | undefined {
  const at = header.headerAt;
  const isEncrypted = (header.flags & 1) !== 0;
  if (isEncrypted || (header.method !== 0 && header.method !== 8)) return undefined;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) return undefined;
  const nameBytes = bytes.readUInt16LE(at + 26);
  const localName = bytes.toString('utf8', at + 30, at + 30 + nameBytes).replaceAll('\\', '/');
  if (localName !== header.name || bytes.readUInt16LE(at + 8) !== header.method) return undefined;
  if (header.method === 0 && header.packedBytes !== header.unpackedBytes) return undefined;
  const { name, crc, packedBytes, unpackedBytes } = header;
  const dataAt = at + 30 + nameBytes + bytes.readUInt16LE(at + 28);
  return { name, isDeflated: header.method === 8, crc, packedBytes, unpackedBytes, dataAt };
}

function isBomb(entry: ZipEntry): boolean {
  return entry.unpackedBytes > BOMB_BYTES && entry.unpackedBytes > entry.packedBytes * BOMB_RATIO;
}

function isArchive(bytes: Buffer, entry: ZipEntry): boolean {
  if (/\.(zip|rar|7z|gz|tar|jar|xls[xmb]?|doc[xm]?|ppt[xm]?)$/i.test(entry.name)) return true;
  const start = bytes.subarray(entry.dataAt, entry.dataAt + Math.min(entry.packedBytes, 256));
  if (start.length < 4) return false;
  return startsAsArchive(entry.isDeflated ? firstBytes(start) : start);
}

function startsAsArchive(start: Buffer): boolean {
  if (start.length < 4) return false;
  const mark = start.readUInt32LE(0);
  return mark === LOCAL_SIGNATURE || mark === END_SIGNATURE || (mark & 0xffff) === 0x8b1f || mark === 0x21726152;
}

function firstBytes(packed: Buffer): Buffer {
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

function readUInt64(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

function isTooLong(error: unknown): boolean {
  return (
    error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
  );
}
