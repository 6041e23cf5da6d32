import { stepOf } from './tokens.ts';

/** Steps of values between the smallest and largest of them, or within a range given (for ratios 0 to 10000). Pure. */
export function stepsOf(
  values: readonly (number | undefined)[],
  range?: { readonly from: number; readonly to: number },
): readonly (number | undefined)[] {
  const known = values.filter((value) => value !== undefined);
  const from = range?.from ?? Math.min(...known);
  const to = range?.to ?? Math.max(...known);
  return values.map((value) => {
    if (value === undefined) return undefined;
    return to === from ? stepOf(1) : stepOf((value - from) / (to - from));
  });
}
