import { ok, type Result, refusal, refuse } from '../pure/result.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { parseCellName, type SheetRefusal } from './model.ts';
import { type CellEdit, cellName, type RowEdits, rewriteSheet } from './rewrite.ts';
import { type CellSpan, RowReader } from './sheet-cells.ts';
import { splitRows } from './sheet-split.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { readFrame, type SheetFrame } from './xlsx-grid.ts';
import { tagsOf } from './xml.ts';
import { unpack, unpackChunks } from './zip-read.ts';
import { collectZip, type ZipPart } from './zip-write.ts';

export interface BoundCell {
  /** name of the sheet */
  readonly sheet: string;
  /** `B7` */
  readonly cell: string;
  readonly value: number | string;
}

export interface Placeholder {
  /** what stands between the braces */
  readonly name: string;
  readonly sheet: string;
  readonly cell: string;
  /** the whole text of the cell; other words may stand around the placeholder */
  readonly text: string;
}

const PLACEHOLDER = /\{\{\s*([^{}]{1,100}?)\s*\}\}/g;

/** Finds the cells of an office's own workbook whose text holds `{{name}}`, in all visible sheets. */
export async function readPlaceholders(bytes: Uint8Array): Promise<Result<Placeholder[], SheetRefusal>> {
  const opened = await openFrames(bytes);
  if (!opened.ok) return opened;
  const { workbook, frames } = opened.value;
  const found: Placeholder[] = [];
  for (const { sheet, frame } of frames) {
    if (sheet.isHidden) continue;
    const reader = readerOf(workbook, frame);
    for await (const segments of splitRows(unpackChunks(workbook.archive, sheet.entry), DEFAULT_LIMITS.rowBytes)) {
      for (const { rowNumber, bytes: row } of segments) {
        if (rowNumber === 0) continue;
        for (const { kind, column, text } of reader.read(rowNumber, row).cells) {
          if (kind !== 'text') continue;
          for (const [, name = ''] of text.matchAll(PLACEHOLDER)) {
            found.push({ name, sheet: sheet.name, cell: cellName(column, rowNumber), text });
          }
        }
      }
    }
  }
  return ok(found);
}

/** The cells to bind for placeholders whose values are known: numbers stay numbers where a cell holds nothing else. */
export function cellsOfPlaceholders(
  placeholders: readonly Placeholder[],
  values: ReadonlyMap<string, number | string>,
): BoundCell[] {
  const cells = new Map<string, BoundCell>();
  for (const { name, sheet, cell, text } of placeholders) {
    const value = values.get(name);
    if (value === undefined) continue;
    const isAlone = text.trim().replace(PLACEHOLDER, '') === '';
    const filled = text.replace(PLACEHOLDER, (whole, inner: string) => String(values.get(inner) ?? whole));
    cells.set(`${sheet}!${cell}`, { sheet, cell, value: isAlone ? value : filled });
  }
  return [...cells.values()];
}

/**
 * Sets cells of an office's own workbook and keeps everything else: styles, merges, drawings, other sheets. Formulas
 * are calculated anew when the workbook is opened; their stored results are taken out, since they would be stale.
 */
export async function bindWorkbook(
  bytes: Uint8Array,
  cells: readonly BoundCell[],
): Promise<Result<Buffer, SheetRefusal>> {
  const opened = await openFrames(bytes);
  if (!opened.ok) return opened;
  const { workbook, frames } = opened.value;
  const plans = new Map<string, Map<number, Map<number, CellEdit>>>();
  for (const bound of cells) {
    const found = frames.find(({ sheet }) => sheet.name === bound.sheet);
    if (found === undefined) return refuse(refusal('bound_sheet_unknown', undefined, { sheet: bound.sheet }));
    const refused = addToPlan(plans, found.frame, bound);
    if (refused !== undefined) return refuse(refused);
  }
  for (const { sheet, frame } of frames) {
    const refused = await findFormula(workbook, { sheet, frame }, plans.get(sheet.name));
    if (refused !== undefined) return refuse(refused);
  }
  return ok(await collectZip(boundParts(workbook, frames, plans)));
}

interface FramedSheet {
  readonly sheet: WorkbookSheet;
  readonly frame: SheetFrame;
}

type Plan = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;

async function openFrames(
  bytes: Uint8Array,
): Promise<Result<{ workbook: Workbook; frames: FramedSheet[] }, SheetRefusal>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] !== 0x50 || buffer[1] !== 0x4b) return refuse(refusal('sheet_wrong_type'));
  const workbook = openWorkbook(buffer, DEFAULT_LIMITS);
  if (!workbook.ok) return workbook;
  const frames: FramedSheet[] = [];
  for (const sheet of workbook.value.sheets) {
    const frame = await readFrame(workbook.value, sheet, DEFAULT_LIMITS);
    if (!frame.ok) return frame;
    frames.push({ sheet, frame: frame.value });
  }
  return ok({ workbook: workbook.value, frames });
}

function addToPlan(
  plans: Map<string, Map<number, Map<number, CellEdit>>>,
  frame: SheetFrame,
  { sheet, cell, value }: BoundCell,
): SheetRefusal | undefined {
  const place = parseCellName(cell);
  if (place === undefined) return refusal('bound_cell_unknown', undefined, { cell });
  const { column, row } = place;
  const area = frame.merges.find((it) => it.top <= row && row <= it.bottom && it.left <= column && column <= it.right);
  if (area !== undefined && (area.top !== row || area.left !== column)) {
    return refusal('bound_cell_merged', undefined, { cell, first: cellName(area.left, area.top) });
  }
  const rows = plans.get(sheet) ?? new Map<number, Map<number, CellEdit>>();
  const edits = rows.get(row) ?? new Map<number, CellEdit>();
  edits.set(column, { value: typeof value === 'number' && !Number.isFinite(value) ? '' : value });
  plans.set(sheet, rows.set(row, edits));
  return undefined;
}

/** A formula is never overwritten: others may lean on it. */
async function findFormula(
  workbook: Workbook,
  { sheet, frame }: FramedSheet,
  plan: Plan | undefined,
): Promise<SheetRefusal | undefined> {
  if (plan === undefined) return undefined;
  const reader = readerOf(workbook, frame);
  for await (const segments of splitRows(unpackChunks(workbook.archive, sheet.entry), DEFAULT_LIMITS.rowBytes)) {
    for (const { rowNumber, bytes } of segments) {
      const edits = plan.get(rowNumber);
      if (edits === undefined || rowNumber === 0) continue;
      const { cells } = reader.read(rowNumber, bytes, new Set(edits.keys()));
      const formula = cells.find(({ kind }) => kind === 'formula');
      if (formula !== undefined) {
        return refusal('bound_cell_formula', undefined, { cell: cellName(formula.column, rowNumber) });
      }
    }
  }
  return undefined;
}

function* boundParts(
  workbook: Workbook,
  frames: readonly FramedSheet[],
  plans: ReadonlyMap<string, Plan>,
): Generator<ZipPart> {
  const { archive } = workbook;
  for (const [name, entry] of archive.entries) {
    const framed = frames.find(({ sheet }) => sheet.entry === entry);
    if (framed !== undefined) {
      yield { name, pieces: boundSheet(workbook, framed, plans.get(framed.sheet.name) ?? new Map()) };
    } else if (name === workbook.path) {
      const xml = unpack(archive, entry, DEFAULT_LIMITS.partBytes);
      if (xml.ok) yield { name, text: withFullCalculation(xml.value.toString('utf8')) };
    } else {
      yield { name, from: archive, entry };
    }
  }
}

function boundSheet(workbook: Workbook, { sheet, frame }: FramedSheet, plan: Plan): AsyncGenerator<Buffer> {
  const reader = readerOf(workbook, frame);
  const segments = splitRows(unpackChunks(workbook.archive, sheet.entry), DEFAULT_LIMITS.rowBytes);
  const others = (_: CellSpan, xml: string): string | undefined => withoutResult(xml, frame.prefix);
  const none: ReadonlyMap<number, CellEdit> = new Map();
  return rewriteSheet(segments, {
    reader,
    prefix: frame.prefix,
    row: (rowNumber): RowEdits => ({ cells: plan.get(rowNumber) ?? none, others }),
    rowNumbers: [...plan.keys()].toSorted((a, b) => a - b),
  });
}

/** A formula cell without its stored result; `undefined` for any other cell. */
function withoutResult(xml: string, prefix: string): string | undefined {
  const formula = new RegExp(`<${prefix}f[\\s>/]`).exec(xml);
  if (formula === null) return undefined;
  const tagEnd = xml.indexOf('>');
  const formulaEnd = xml.indexOf('>', formula.index);
  const isHollow = xml[formulaEnd - 1] === '/';
  const close = isHollow ? formulaEnd + 1 : xml.indexOf(`</${prefix}f>`, formulaEnd) + prefix.length + 4;
  const tag = xml.slice(0, tagEnd).replace(/\st\s*=\s*["'][^"']*["']/, '');
  return `${tag}>${xml.slice(formula.index, close)}</${prefix}c>`;
}

function withFullCalculation(xml: string): string {
  let insertAt = -1;
  let prefix = '';
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'calcPr' && !tag.isClosing) {
      const old = xml.slice(tag.from, tag.to).replace(/\sfullCalcOnLoad\s*=\s*["'][^"']*["']/, '');
      const changed = old.replace(/\s*(\/?)>$/, ' fullCalcOnLoad="1"$1>');
      return xml.slice(0, tag.from) + changed + xml.slice(tag.to);
    }
    const isBeforeCalculation = /^(sheets|functionGroups|externalReferences|definedNames)$/.test(tag.name);
    if (isBeforeCalculation && (tag.isClosing || tag.isEmpty)) {
      insertAt = tag.to;
      prefix = /^<\/?(\w+:)?/.exec(xml.slice(tag.from, tag.to))?.[1] ?? '';
    }
  }
  return insertAt === -1 ? xml : `${xml.slice(0, insertAt)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(insertAt)}`;
}

function readerOf(workbook: Workbook, frame: SheetFrame): RowReader {
  const { strings, dateStyles, is1904 } = workbook;
  return new RowReader({ prefix: frame.prefix, strings, dateStyles, is1904 });
}
