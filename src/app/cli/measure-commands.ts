import { importText } from '../../measure/contract.ts';
import { ok } from '../../platform/pure/result.ts';
import type { Desk, Given, Run } from './command.ts';
import { readUpload } from './given.ts';
import { words } from './words.ts';

/** `measure import`: the official text, by the city office. */
export async function importMeasureText(desk: Desk, given: Given): ReturnType<Run> {
  const file = await readUpload(given);
  if (!file.ok) return file;
  const imported = await desk.call(importText, { file: file.value });
  if (!imported.ok) return imported;
  const { chapters, articles } = imported.value;
  return ok({ json: imported.value, said: [{ words: words['said.text'], values: { chapters, articles } }] });
}
