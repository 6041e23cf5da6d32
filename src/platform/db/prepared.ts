/** A statement that acts send again and again: each connection has it parsed and planned once. */
export interface Prepared {
  /** unlike that of any other statement */
  readonly name: string;
  readonly text: string;
}

/** What the driver passes on as it is: a statement with nothing else cannot fail before it is sent. */
export type Parameter = string | number | Buffer | null;

/** A prepared statement with what it is sent with. */
export interface Statement extends Prepared {
  readonly values: readonly Parameter[];
}
