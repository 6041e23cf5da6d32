import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { readPhone } from '../../registers/households/rules.ts';
import { maskNumbers, type NoticeColumn, type ObjectionConcern } from './rules.ts';

/** A list as it was pasted: heads, and one row of texts for each line. */
export interface PastedList {
  readonly columns: readonly NoticeColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a list pasted from a sheet: the first line holds the heads, cells are parted by tabs; short rows are filled up. */
export function readPastedList(text: string | null): Result<PastedList, Refusal<'notice_row_shape'>> {
  const lines = (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  const [head, ...rest] = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  if (!head) return ok({ columns: [], rows: [] });
  const tooLong = rest.findIndex((row) => row.length > head.length);
  if (tooLong >= 0) return refuse({ code: 'notice_row_shape', field: 'list', values: { row: tooLong + 1 } });
  return ok({
    columns: head.map((title) => ({ title: [title, title], kind: 'text' })),
    rows: rest.map((row) => head.map((_, at) => row[at] ?? '')),
  });
}

/** What somebody says against a notice, as a form brings it. */
export interface Told {
  readonly id: string;
  readonly concerns: ObjectionConcern;
  readonly name: string | null;
  /** digits */
  readonly phone: string | null;
  readonly statement: string;
}

/** Reads the telephone and leaves numbers of persons out of the text, which several people read. */
export function readTold(told: Told): Result<Told, Refusal> {
  const { id, concerns, name, statement } = told;
  const phone = told.phone === null ? ok(null) : readPhone(told.phone);
  if (!phone.ok) return phone;
  return ok({ id, concerns, name, phone: phone.value, statement: maskNumbers(statement) });
}
