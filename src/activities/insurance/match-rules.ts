import { sameName } from '../../platform/pure/names.ts';
import { checkResidentId } from '../../platform/pure/resident-id.ts';
import { toCodeText, toHalfWidth } from '../../platform/pure/text.ts';

/** Somebody of the registry, as far as a match needs him. */
export interface Candidate {
  readonly residentId: string;
  readonly householdId: string;
  readonly place: number;
  readonly name: string;
  /** spelling of the name without tones: who types by sound writes another character of the same sound */
  readonly pinyin: string;
  readonly birthOn: string;
  readonly last4: string;
}

/** A row of an insurer’s workbook, about one insured. */
export interface InsuredRow {
  readonly name: string;
  readonly pinyin: string;
  /** as it was typed; may be short, masked or wrong */
  readonly idNumber: string | undefined;
  /** the village where it could be told */
  readonly place: number | undefined;
}

export const matchWays = ['number', 'name', 'near'] as const;
export type MatchWay = (typeof matchWays)[number];

export const queueCauses = ['nobody', 'several', 'name_differs', 'village_unknown'] as const;
export type QueueCause = (typeof queueCauses)[number];

export type Matched =
  | { readonly way: MatchWay; readonly candidate: Candidate }
  | { readonly cause: QueueCause; readonly candidates: readonly Candidate[] };

/** What is known of the row’s people: who holds the number, and who lives in the village. */
export interface Known {
  readonly byNumber: Candidate | undefined;
  /** who lives with him; the wife’s number beside the husband’s name means the same household */
  readonly family: readonly Candidate[];
  readonly inVillage: readonly Candidate[];
}

/**
 * Whose household a row means. A number that is somebody’s counts when the name is his too, written this way or that, or
 * when the village is his and one character of the name differs. Without such a number it takes name and village, and
 * whatever is left of the number must not speak against it. What stays open goes to the queue: nobody is guessed.
 */
export function matchRow(row: InsuredRow, { byNumber, family, inVillage }: Known): Matched {
  if (byNumber) {
    const isNear = row.place === byNumber.place && differsByOne(row.name, byNumber.name);
    const fits = isNear || alike(row, byNumber) || family.some((one) => alike(row, one));
    return fits ? { way: 'number', candidate: byNumber } : { cause: 'name_differs', candidates: [byNumber] };
  }
  if (row.place === undefined) return { cause: 'village_unknown', candidates: [] };
  const named = inVillage.filter((one) => alike(row, one));
  const fitting = named.filter((one) => fitsNumber(row.idNumber, one) !== 'against');
  const proven = fitting.filter((one) => fitsNumber(row.idNumber, one) === 'for');
  const [first] = proven;
  if (first && proven.length === 1) return { way: 'near', candidate: first };
  const households = new Set(fitting.map(({ householdId }) => householdId));
  const [only] = fitting;
  if (only && households.size === 1 && saysLittle(row.idNumber)) return { way: 'name', candidate: only };
  if (fitting.length > 0 && households.size > 1) return { cause: 'several', candidates: fitting };
  return { cause: 'nobody', candidates: named };
}

/** The same name, or another one of the same sound and length. */
function alike(row: InsuredRow, { name, pinyin }: Candidate): boolean {
  if (sameName(bareName(row.name), bareName(name))) return true;
  return row.pinyin !== '' && row.pinyin === pinyin && lengthOf(row.name) === lengthOf(name);
}

/** Remarks in brackets behind a name, and the dots and dashes inside one. */
const nameRemarks = /[（(【[].*?[)）】\]]/g;
const nameDots = /[·•‧．・･.\-—_*'’\s]/g;

/** Dots, dashes and brackets with remarks do not belong to a name. */
export function bareName(name: string): string {
  return toHalfWidth(name).replace(nameRemarks, '').replace(nameDots, '');
}

function lengthOf(name: string): number {
  return Array.from(bareName(name)).length;
}

/** One character put for another, left out or added, in names of three and more. */
export function differsByOne(a: string, b: string): boolean {
  const [left, right] = [Array.from(bareName(a)), Array.from(bareName(b))];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length < 3 || long.length - short.length > 1) return short.join('') === long.join('');
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail += 1;
  return long.length - head - tail <= 1;
}

/** Whether what is left of a number speaks for somebody, against him, or says nothing. */
function fitsNumber(text: string | undefined, { birthOn, last4 }: Candidate): 'for' | 'against' | 'silent' {
  const digits = text === undefined ? '' : toCodeText(text);
  if (digits.length < 15) return 'silent';
  const birth = birthOn.replaceAll('-', '');
  if (digits.length === 15) return digits.slice(6, 12) === birth.slice(2) ? 'for' : 'against';
  const born = birthPart(digits);
  const parts = [born === undefined ? undefined : born === birth, tailPart(digits, last4)];
  if (parts.includes(true)) return 'for';
  return parts.includes(false) ? 'against' : 'silent';
}

function birthPart(digits: string): string | undefined {
  const part = digits.slice(6, 14);
  return /^\d{8}$/.test(part) && digits.length === 18 ? part : undefined;
}

function tailPart(digits: string, last4: string): boolean | undefined {
  const tail = digits.slice(-4);
  return /^\d{3}[\dX]$/.test(tail) ? tail === last4 : undefined;
}

/** No number, or one that cannot be anybody’s and names neither day of birth nor end. */
function saysLittle(text: string | undefined): boolean {
  if (text === undefined) return true;
  const digits = toCodeText(text);
  return (
    digits.length < 15 || (digits.length !== 15 && !/\d{8}/.test(digits.slice(6, 14)) && !/\d{3}[\dX]$/.test(digits))
  );
}

/** The number in full where it is a valid one: what is looked up. */
export function validNumber(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const checked = checkResidentId(text);
  return checked.ok ? checked.value.normalized : undefined;
}
