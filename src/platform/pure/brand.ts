declare const brand: unique symbol;

/** A `Base` that only its own constructor can make, so that a date is not taken for a month. Costs nothing at run time. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
