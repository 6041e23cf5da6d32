import type { UploadedFile } from '../../platform/http/handle.ts';
import type { Place } from '../../platform/pure/place.ts';
import { ok, type Result, refuse } from '../../platform/pure/result.ts';
import { exportHouseholds as exportContract } from '../../registers/households/contract.ts';
import { checkImport, markImport, takeImport } from '../../registers/households/import-contract.ts';
import type { CliRefusal, Desk, Given, Run, Sentence } from './command.ts';
import { isSet, readPlace, readUpload, textOf, writeOutput } from './given.ts';
import type { Table } from './table.ts';
import { words } from './words.ts';

/** `households import`: all rows or none, unless the good ones are asked for. Rows with errors end with exit code 2. */
export async function importHouseholds(desk: Desk, given: Given): ReturnType<Run> {
  const place = readPlace(given, 'place');
  if (!place.ok) return place;
  const file = await readUpload(given);
  if (!file.ok) return file;
  const input = { within: place.value, file: file.value };
  const dryRun = isSet(given, 'dry-run');
  const keepGood = isSet(given, 'keep-good');
  const taken = dryRun ? undefined : await desk.call(takeImport, { ...input, query: { keepGood: String(keepGood) } });
  const rejected = taken?.ok === false && taken.refusal.code === 'import_rejected';
  // what was not written is told row by row, as the rehearsal does
  const done = taken === undefined || rejected ? await desk.call(checkImport, input) : taken;
  if (!done.ok) return done;
  const { errors, ...counts } = done.value;
  const said: Sentence[] = [{ words: words['said.households'], values: counts }];
  if (dryRun) said.push({ words: words['said.dryRun'] });
  if (rejected) said.push({ words: words['said.rejected'] });
  const markedPath = textOf(given, 'marked');
  if (markedPath !== undefined && counts.rejected > 0) {
    const marked = await markRows(desk, input, markedPath);
    if (!marked.ok) return marked;
    said.push(marked.value);
  }
  const bad = counts.rejected > 0 && !keepGood;
  return ok({ json: done.value, table: errorTable(errors), said, ...(bad ? { bad: true as const } : {}) });
}

interface ImportInput {
  readonly within: Place;
  readonly file: UploadedFile;
}

async function markRows(desk: Desk, input: ImportInput, path: string): Promise<Result<Sentence, CliRefusal>> {
  const marked = await desk.call(markImport, input);
  if (!marked.ok) return marked;
  const written = await writeOutput(path, marked.value.content);
  return written.ok ? ok(written.value.said) : refuse({ ...written.refusal, field: 'marked' });
}

function errorTable(errors: readonly { row: number; column?: string | undefined; message: string }[]): Table {
  return {
    columns: [
      { title: words['column.row'], number: true },
      { title: words['column.column'] },
      { title: words['column.message'] },
    ],
    rows: errors.map(({ row, column, message }) => [row, column, message]),
  };
}

/** `households export` */
export async function exportHouseholds(desk: Desk, given: Given): ReturnType<Run> {
  const place = readPlace(given, 'place');
  if (!place.ok) return place;
  const file = await desk.call(exportContract, { within: place.value, query: { place: String(place.value) } });
  if (!file.ok) return file;
  const written = await writeOutput(textOf(given, 'out') ?? file.value.fileName, file.value.content);
  if (!written.ok) return written;
  const { said, ...json } = written.value;
  return ok({ json, said: [said] });
}
