import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import { isDateFormat } from './date-serial.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetRefusal } from './model.ts';
import { indexStrings, NO_STRINGS, type SharedStrings } from './shared-strings.ts';
import { prefixOf, refusalOfXml } from './sheet-split.ts';
import { attribute, decodeEntities, tagsOf } from './xml.ts';
import { readZip, unpack, type ZipArchive, type ZipEntry } from './zip-read.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

/** An .xlsx file after all checks that need no look at its sheets. */
export interface Workbook {
  readonly archive: ZipArchive;
  readonly path: string;
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly strings: SharedStrings;
  /** by style index */
  readonly dateStyles: readonly boolean[];
  readonly stylesPath: string | undefined;
  /** custom document properties */
  readonly properties: ReadonlyMap<string, string>;
}

export interface Relation {
  readonly id: string;
  /** last word of its type: `worksheet`, `comments` … */
  readonly type: string;
  /** path inside the archive */
  readonly target: string;
}

/** Opens an .xlsx file. Refuses what {@link readZip} refuses, macros, entities, wrong types and oversized parts. */
export function openWorkbook(bytes: Buffer, limits: SheetLimits): Result<Workbook, SheetRefusal> {
  const zip = readZip(bytes, limits);
  if (!zip.ok) return zip;
  const parts = new Parts(zip.value, limits);
  try {
    const path = findWorkbook(parts);
    const relations = parts.relations(path);
    const stylesPath = relations.find(({ type }) => type === 'styles')?.target;
    const stringsPath = relations.find(({ type }) => type === 'sharedStrings')?.target;
    const book = readBook(parts, path, relations);
    return ok({
      archive: zip.value,
      path,
      ...book,
      strings: stringsPath === undefined ? NO_STRINGS : parts.strings(stringsPath),
      dateStyles: stylesPath === undefined ? [] : readDateStyles(parts.text(stylesPath)),
      stylesPath,
      properties: readProperties(parts.text('docProps/custom.xml')),
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/** The relations of a part, targets made absolute; empty where it has none. */
export function readRelations(xml: string, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'Relationship' || attribute(tag.attributes, 'TargetMode') === 'External') continue;
    const type = attribute(tag.attributes, 'Type') ?? '';
    const target = attribute(tag.attributes, 'Target') ?? '';
    relations.push({
      id: attribute(tag.attributes, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: absolutePath(folder, target),
    });
  }
  return relations;
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

class Refused extends Error {
  readonly refusal: SheetRefusal;
  constructor(refused: SheetRefusal) {
    super(refused.code);
    this.refusal = refused;
  }
}

class Parts {
  readonly archive: ZipArchive;
  readonly #limits: SheetLimits;

  constructor(archive: ZipArchive, limits: SheetLimits) {
    this.archive = archive;
    this.#limits = limits;
  }

  /** A small part as text; empty where there is none. */
  text(path: string): string {
    const entry = this.archive.entries.get(path);
    return entry === undefined ? '' : this.#unpack(entry, this.#limits.partBytes).toString('utf8');
  }

  relations(path: string): Relation[] {
    return readRelations(this.text(relationsPath(path)), path);
  }

  strings(path: string): SharedStrings {
    const entry = this.archive.entries.get(path);
    if (entry === undefined) return NO_STRINGS;
    if (entry.unpackedBytes > this.#limits.stringsBytes) throw new Refused(refusal('sheet_strings_too_large'));
    const xml = this.#unpack(entry, this.#limits.stringsBytes);
    const strings = indexStrings(xml, prefixOf(xml));
    if (!strings.ok) throw new Refused(strings.refusal);
    return strings.value;
  }

  #unpack(entry: ZipEntry, maxBytes: number): Buffer {
    const unpacked = unpack(this.archive, entry, maxBytes);
    if (!unpacked.ok) throw new Refused(unpacked.refusal);
    const refused = refusalOfXml(unpacked.value);
    if (refused !== undefined) throw new Refused(refusal(refused));
    return unpacked.value;
  }
}

/** The main part: named by the relations of the package, its content type says whether it carries macros. */
function findWorkbook(parts: Parts): string {
  const types = parts.text('[Content_Types].xml');
  const path = parts.relations('').find(({ type }) => type === 'officeDocument')?.target;
  if (types === '' || path === undefined) throw new Refused(refusal('sheet_wrong_type'));
  const hasMacros = [...parts.archive.entries.keys()].some((name) => /vbaProject|\/macrosheets\//i.test(name));
  if (hasMacros || /macroEnabled|vbaProject/i.test(types)) throw new Refused(refusal('sheet_macros'));
  const isSpreadsheet = /spreadsheetml\.(sheet|template)\.main\+xml/i.test(types);
  if (!isSpreadsheet) throw new Refused(refusal('sheet_wrong_type'));
  return path;
}

function readBook(parts: Parts, path: string, relations: readonly Relation[]): Pick<Workbook, 'sheets' | 'is1904'> {
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  for (const tag of tagsOf(parts.text(path))) {
    if (tag.isClosing) continue;
    if (tag.name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute(tag.attributes, 'date1904') ?? '');
    if (tag.name !== 'sheet') continue;
    const relation = relations.find(({ id }) => id === attribute(tag.attributes, 'id'));
    const entry = parts.archive.entries.get(relation?.target ?? '');
    if (relation?.type !== 'worksheet' || entry === undefined) continue;
    const isHidden = /hidden/i.test(attribute(tag.attributes, 'state') ?? '');
    sheets.push({ name: attribute(tag.attributes, 'name') ?? '', isHidden, entry });
  }
  if (sheets.length === 0) throw new Refused(refusal('sheet_damaged'));
  return { sheets, is1904 };
}

function readDateStyles(xml: string): boolean[] {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let isInCells = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'cellXfs') isInCells = !tag.isClosing && !tag.isEmpty;
    if (tag.isClosing) continue;
    if (tag.name === 'numFmt') {
      codes.set(Number(attribute(tag.attributes, 'numFmtId')), attribute(tag.attributes, 'formatCode') ?? '');
    }
    if (tag.name === 'xf' && isInCells) {
      const formatId = Number(attribute(tag.attributes, 'numFmtId') ?? 0);
      dates.push(isDateFormat(formatId, codes.get(formatId)));
    }
  }
  return dates;
}

function readProperties(xml: string): Map<string, string> {
  const properties = new Map<string, string>();
  let name: string | undefined;
  let textFrom = -1;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'property') name = tag.isClosing ? undefined : attribute(tag.attributes, 'name');
    else if (name !== undefined && !tag.isClosing) textFrom = tag.to;
    else if (name !== undefined && textFrom !== -1) properties.set(name, decodeEntities(xml.slice(textFrom, tag.from)));
  }
  return properties;
}

function absolutePath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
