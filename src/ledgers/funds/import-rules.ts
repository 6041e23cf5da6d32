import { type Place, parsePlace } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** Texts in one cell parted by Chinese or Latin marks, without empty ones. */
export function partsOf(cell: string): readonly string[] {
  return cell
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export type ListRefusal = Refusal<'fund_list' | 'fund_place_unknown'>;

/** Codes named in a cell by the code itself or by its words in either language. */
export function readCodes<C extends string>(
  cell: string,
  codes: readonly C[],
  wordsOf: (code: C) => readonly string[] | undefined,
): Result<readonly C[], ListRefusal> {
  const found: C[] = [];
  for (const part of partsOf(cell)) {
    const wanted = part.toLowerCase();
    const code = codes.find((one) => one === wanted || wordsOf(one)?.some((text) => text.toLowerCase() === wanted));
    if (code === undefined) return refuse(refusal('fund_list', undefined, { text: part.slice(0, 40) }));
    if (!found.includes(code)) found.push(code);
  }
  return ok(found);
}

/** Places named in a cell by their codes. */
export function readPlaces(cell: string): Result<readonly Place[], ListRefusal> {
  const found: Place[] = [];
  for (const part of partsOf(cell)) {
    const place = parsePlace(part);
    if (!place.ok) return refuse(refusal('fund_list', undefined, { text: part.slice(0, 40) }));
    found.push(place.value);
  }
  return ok(found);
}
