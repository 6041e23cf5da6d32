export type ParameterUnit = 'fen' | 'bp' | 'day' | 'workday' | 'count' | 'year';

/** A dated value as the office set it. `value` null takes back what was set for the same day before. */
export interface ParameterRow {
  readonly code: string;
  /** `YYYY-MM-DD` */
  readonly startsOn: string;
  /** first day on which it no longer holds; null: until the next value */
  readonly endsOn: string | null;
  readonly value: number | null;
  readonly unit: ParameterUnit;
  readonly recordedAt: Date;
}

/**
 * The value of `code` in force on `day`: the one with the latest start up to that day, unless it has expired. Of
 * several rows for one start the last recorded counts; one without a value gives way to the start before it.
 * `undefined` where nothing is in force: an expired rule is not silently carried on.
 */
export function parameterOn<R extends ParameterRow>(rows: readonly R[], code: string, day: string): R | undefined {
  let found: R | undefined;
  for (const row of currentRows(rows)) {
    const starts = row.code === code && row.startsOn <= day;
    if (starts && (found === undefined || row.startsOn > found.startsOn)) found = row;
  }
  if (!found || (found.endsOn !== null && found.endsOn <= day)) return undefined;
  return found;
}

/** The rows that count: the last recorded of each code and start, without those that were taken back. */
export function currentRows<R extends ParameterRow>(rows: readonly R[]): readonly R[] {
  const last = new Map<string, R>();
  for (const row of rows) {
    const key = `${row.code} ${row.startsOn}`;
    const known = last.get(key);
    if (known === undefined || row.recordedAt >= known.recordedAt) last.set(key, row);
  }
  return [...last.values()].filter((row) => row.value !== null);
}

/** What a feature or an indicator cites: a clause (`11.3`), an item of article 10 (`10.3`) or a whole article (`7`). */
export function citedClauses<C extends { readonly id: string }>(clauses: readonly C[], citation: string): readonly C[] {
  return clauses.filter(({ id }) => id === citation || id.startsWith(`${citation}.`));
}

/** Article of a citation: 10 for `10.3.2`; undefined where it is no citation. */
export function articleOf(citation: string): number | undefined {
  const [, article] = /^([1-9]\d?)(?:\.\d{1,2}){0,2}$/.exec(citation) ?? [];
  return article === undefined ? undefined : Number(article);
}
