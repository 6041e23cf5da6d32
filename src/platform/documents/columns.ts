import type { Column, Table } from './model.ts';

/** Widest content a column is measured by; longer texts wrap. In full-width characters. */
const WIDEST = 22;
/** Room left and right of the content of a cell, in full-width characters. */
const AIR = 1;
/** A column of texts up to this width counts as one of short names. */
const SLIM = 7;
/** Texts are not narrowed below this part of the room they need. */
const LEAST_PART = 0.25;

/**
 * Shares of the table's width, one a column, adding up to 1. Columns of figures keep their full width, so that ids and
 * amounts stay on one line; a column of texts is sure of the room nine in ten of its cells need, and what is left goes to
 * those with longer ones.
 * @param room width of the table in full-width characters
 */
export function shareWidth(table: Omit<Table, 'kind'>, room: number): number[] {
  const needs = table.columns.map((column, index) => needOf(column, cellsOf(table, index)));
  const full = sum(needs.map((need) => need.full));
  if (full <= room) return needs.map((need) => need.full / full);
  const sure = sum(needs.map((need) => need.sure));
  if (sure >= room) return narrowTexts(needs, room);
  const part = (room - sure) / (full - sure);
  return needs.map((need) => (need.sure + part * (need.full - need.sure)) / room);
}

/** Too little room for all: columns of texts wrap more, and figures stay whole unless that left nothing for the texts. */
function narrowTexts(needs: readonly Need[], room: number): number[] {
  const sure = sum(needs.map((need) => need.sure));
  const firm = sum(needs.filter((need) => need.firm).map((need) => need.full));
  const part = (room - firm) / (sure - firm);
  if (sure === firm || part < LEAST_PART) return needs.map((need) => need.sure / sure);
  return needs.map((need) => (need.firm ? need.full : need.sure * part) / room);
}

/** Width of a text as printed: its widest line, wide characters as 1, others as a bit over a half. */
export function printedWidth(text: string): number {
  const lines = text.split('\n').map((line) => sum(Array.from(line, (character) => (isWide(character) ? 1 : 0.56))));
  return Math.max(...lines);
}

interface Need {
  /** figures, ids and short names, which do not wrap well */
  readonly firm: boolean;
  /** room for the widest cell */
  readonly full: number;
  /** room for nine in ten cells */
  readonly sure: number;
}

function needOf(column: Column, cells: readonly string[]): Need {
  if (column.width !== undefined) return { firm: true, full: column.width + AIR, sure: column.width + AIR };
  const widths = cells.map(printedWidth).sort((a, b) => a - b);
  const atLeast = Math.max(printedWidth(column.title), 2);
  const within = (width: number) => Math.min(Math.max(width, atLeast), Math.max(WIDEST, atLeast)) + AIR;
  const full = within(widths.at(-1) ?? 0);
  if (column.align !== 'left' || full <= SLIM) return { firm: true, full, sure: full };
  return { firm: false, full, sure: within(widths[Math.floor(widths.length * 0.9)] ?? 0) };
}

function cellsOf(table: Omit<Table, 'kind'>, index: number): string[] {
  return [...table.rows, table.totals ?? []].map((row) => row[index] ?? '');
}

function isWide(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return point >= 0x2e80 && !(point >= 0xff61 && point <= 0xffdc);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
