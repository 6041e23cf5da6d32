/** What an act that may be refused returns: the value, or the reason as a value. Bugs are thrown instead. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** An expected refusal: `code` has words in both languages, `field` names the input it concerns, `values` fill the words. */
export interface Refusal<C extends string = string> {
  readonly code: C;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse<R>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}

export function refusal<const C extends string>(code: C, field?: string, values?: Refusal['values']): Refusal<C> {
  return { code, ...(field === undefined ? {} : { field }), ...(values === undefined ? {} : { values }) };
}

/** Ends a `switch` over a closed union: a case left out does not compile. */
export function unreachable(never: never): never {
  throw new Error(`a case that cannot occur: ${String(never)}`);
}
