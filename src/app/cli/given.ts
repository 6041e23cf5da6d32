import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { UploadedFile } from '../../platform/http/handle.ts';
import { maxUploadBytes } from '../../platform/http/mount.ts';
import { type Month, parseMonth } from '../../platform/pure/period.ts';
import { type Place, parsePlace } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { Given, Sentence } from './command.ts';
import { words } from './words.ts';

/** The text of an option; undefined where it was not given. */
export function textOf({ options }: Given, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function isSet({ options }: Given, name: string): boolean {
  return options[name] === true;
}

/** A place by its code, also the shorter ones of higher places. */
export function readPlace(given: Given, name: string): Result<Place, Refusal> {
  const parsed = parsePlace(textOf(given, name) ?? '');
  return parsed.ok ? parsed : refuse({ ...parsed.refusal, field: name });
}

export function readMonth(given: Given, name: string): Result<Month, Refusal> {
  const parsed = parseMonth(textOf(given, name) ?? '');
  return parsed.ok ? parsed : refuse({ ...parsed.refusal, field: name });
}

export interface PlaceMonth {
  readonly place: Place;
  readonly month: Month;
}

/** `--place` and `--month`. */
export function readPlaceMonth(given: Given): Result<PlaceMonth, Refusal> {
  const place = readPlace(given, 'place');
  if (!place.ok) return place;
  const month = readMonth(given, 'month');
  return month.ok ? ok({ place: place.value, month: month.value }) : month;
}

/** The file named as argument, as an upload. */
export async function readUpload({ argument }: Given): Promise<Result<UploadedFile, Refusal>> {
  const field = 'file';
  try {
    if ((await stat(argument)).size > maxUploadBytes) return refuse({ code: 'too_large', field });
    return ok({ name: basename(argument), bytes: await readFile(argument) });
  } catch (error) {
    return refuse({ code: 'file_not_readable', field, values: { cause: causeOf(error) } });
  }
}

/** Writes a result to a file and says so. */
export async function writeOutput(
  path: string,
  content: Uint8Array | string,
): Promise<Result<{ readonly file: string; readonly bytes: number; readonly said: Sentence }, Refusal>> {
  const bytes = Buffer.from(content);
  const file = resolve(path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  } catch (error) {
    return refuse({ code: 'file_not_writable', field: 'out', values: { cause: causeOf(error) } });
  }
  const said = { words: words['said.written'], values: { file, bytes: bytes.length } };
  return ok({ file, bytes: bytes.length, said });
}

function causeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
