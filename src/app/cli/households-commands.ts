import { ok, refuse } from '../../platform/pure/result.ts';
import { exportHouseholds as exportContract } from '../../registers/households/contract.ts';
import { checkImport, markImport, takeImport } from '../../registers/households/import-contract.ts';
import type { Desk, Given, Run, Sentence } from './command.ts';
import { isSet, readPlace, readUpload, textOf, writeOutput } from './given.ts';
import { words } from './words.ts';

/** `households import` */
export async function importHouseholds(desk: Desk, given: Given): ReturnType<Run> {
  const place = readPlace(given, 'place');
  if (!place.ok) return place;
  const file = await readUpload(given);
  if (!file.ok) return file;
  const dryRun = isSet(given, 'dry-run');
  const keepGood = isSet(given, 'keep-good');
  const input = { within: place.value, file: file.value };
  const done = dryRun
    ? await desk.call(checkImport, input)
    : await desk.call(takeImport, { ...input, query: { keepGood: String(keepGood) } });
  if (!done.ok) return done;
  const { errors, ...counts } = done.value;
  const said: Sentence[] = [{ words: words['said.households'], values: counts }];
  if (dryRun) said.push({ words: words['said.dryRun'] });
  else if (counts.rejected > 0 && !keepGood) said.push({ words: words['said.rejected'] });
  const markedPath = textOf(given, 'marked');
  if (markedPath !== undefined && counts.rejected > 0) {
    const marked = await desk.call(markImport, input);
    if (!marked.ok) return marked;
    const written = await writeOutput(markedPath, marked.value.content);
    if (!written.ok) return refuse({ ...written.refusal, field: 'marked' });
    said.push(written.value.said);
  }
  return ok({
    json: done.value,
    table: {
      columns: [
        { title: words['column.row'], number: true },
        { title: words['column.column'] },
        { title: words['column.message'] },
      ],
      rows: errors.map(({ row, column, message }) => [row, column, message]),
    },
    said,
    ...(counts.rejected > 0 && !keepGood ? { bad: true as const } : {}),
  });
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
