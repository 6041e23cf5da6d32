import { crc32 } from 'node:zlib';
import { blankPlace, type PhotoFacts, readExif, writeExif } from './exif.ts';

/**
 * The same photograph without what its camera told beyond time and orientation: place, device, owner, previews. The
 * pixels stay as they are, byte for byte. Throws a RangeError when the file is cut off.
 */
export function stripPhoto(bytes: Buffer, mediaType: string): Buffer {
  if (mediaType === 'image/jpeg') return stripJpeg(bytes);
  if (mediaType === 'image/png') return stripPng(bytes);
  if (mediaType === 'image/webp') return stripWebp(bytes);
  return mediaType === 'image/heic' ? blankHeic(bytes) : bytes;
}

const EXIF_MARK = Buffer.from('Exif\0\0', 'latin1');
const START_OF_SCAN = 0xda;
/** JFIF, colour profile and Adobe colour transform: without them the colours are wrong. */
const keptSegments: ReadonlySet<number> = new Set([0xe0, 0xe2, 0xee]);

function stripJpeg(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let facts: PhotoFacts = {};
  let at = 2;
  while (bytes.readUInt8(at) === 0xff && bytes.readUInt8(at + 1) !== START_OF_SCAN) {
    const marker = bytes.readUInt8(at + 1);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const content = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && content.subarray(0, 6).equals(EXIF_MARK)) facts = readExif(content.subarray(6));
    const isData = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!isData || (keptSegments.has(marker) && !isMultiPicture(content))) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([bytes.subarray(0, 2), exifSegment(facts), ...parts, bytes.subarray(at, endOfJpeg(bytes))]);
}

/** Previews and depth maps of telephones, with data of their own, hang on behind the picture. */
function isMultiPicture(content: Buffer): boolean {
  return content.subarray(0, 4).toString('latin1') === 'MPF\0';
}

function endOfJpeg(bytes: Buffer): number {
  let end = bytes.length;
  for (let at = bytes.indexOf(Buffer.of(0xff, 0xd9)); at >= 0; at = bytes.indexOf(Buffer.of(0xff, 0xd9), at + 2)) {
    const next = bytes.subarray(at + 2, at + 4);
    end = at + 2;
    if (next.equals(Buffer.of(0xff, 0xd8)) || next.length < 2) return end;
  }
  return end;
}

function exifSegment(facts: PhotoFacts): Buffer {
  if (facts.takenAt === undefined && facts.orientation === undefined) return Buffer.alloc(0);
  const content = Buffer.concat([EXIF_MARK, writeExif(facts)]);
  const head = Buffer.of(0xff, 0xe1, 0, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const textChunks: ReadonlySet<string> = new Set(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME']);

function stripPng(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, end - 4);
    if (name === 'eXIf') parts.push(pngChunk(name, writeExif(readExif(content))));
    else if (!textChunks.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  return Buffer.concat(parts);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const WEBP_XMP_FLAG = 0x04;

function stripWebp(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const content = Buffer.from(bytes.subarray(at + 8, at + 8 + size));
    if (name === 'VP8X') content.writeUInt8(content.readUInt8(0) & ~WEBP_XMP_FLAG, 0);
    if (name === 'EXIF') parts.push(webpChunk(name, writeExif(readExif(withoutMark(content)))));
    else if (name !== 'XMP ') parts.push(webpChunk(name, content));
    at += 8 + size + (size % 2);
  }
  return webpChunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]));
}

function withoutMark(content: Buffer): Buffer {
  return content.subarray(0, 6).equals(EXIF_MARK) ? content.subarray(6) : content;
}

function webpChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** HEIC keeps its data at addresses that must not move: the place is blanked where it stands. */
function blankHeic(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(EXIF_MARK); at >= 0; at = copy.indexOf(EXIF_MARK, at + 1)) {
    blankPlace(copy.subarray(at + EXIF_MARK.length));
  }
  for (const found of copy.toString('latin1').matchAll(/exif:GPS\w+(?:="[^"]*"|>[^<]*<)/g)) {
    const blank = found[0].replace(
      /([">])[^"<]*([<"])/,
      (value, open: string, close: string) => open + ' '.repeat(value.length - 2) + close,
    );
    copy.write(blank, found.index, 'latin1');
  }
  return copy;
}
