import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Print fonts of `data/fonts`, in the order in which a missing character is looked for. */
const FILES = ['song.otf', 'title.otf', 'hei.otf', 'rare.ttf'] as const;
/** Every layout ends its list of fonts with these two, so together they decide what can be printed. */
const LAST_RESORT: readonly (typeof FILES)[number][] = ['song.otf', 'rare.ttf'];
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'data', 'fonts');

export function readPrintFonts(): Buffer[] {
  return FILES.map((file) => readFileSync(join(FOLDER, file)));
}

type Coverage = ReadonlySet<number>;
let coverage: Coverage | undefined;

/** Code points the print fonts have a glyph for, read from the fonts themselves. */
export function printableCodePoints(): Coverage {
  coverage ??= new Set(LAST_RESORT.flatMap((file) => codePointsOf(readFileSync(join(FOLDER, file)))));
  return coverage;
}

/**
 * Code points of an OpenType font from its full-range character map (table `cmap`, format 12).
 * @throws RangeError for a font without one
 */
export function codePointsOf(font: Buffer): number[] {
  const cmap = tableOffset(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + index * 8);
  const full = subtables.map((at) => cmap + font.readUInt32BE(at + 4)).find((at) => font.readUInt16BE(at) === 12);
  if (full === undefined) throw new RangeError('This font has no character map of format 12.');
  const found: number[] = [];
  const groups = font.readUInt32BE(full + 12);
  for (let at = full + 16; at < full + 16 + groups * 12; at += 12) {
    const last = font.readUInt32BE(at + 4);
    for (let point = font.readUInt32BE(at); point <= last; point++) found.push(point);
  }
  return found;
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new RangeError(`This font has no table ${tag}.`);
}
