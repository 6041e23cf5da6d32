/**
 * A list of values as PostgreSQL reads an array from text. Written here and not by the driver, which takes each text
 * apart twice; for a hundred thousand rows that is much of an import. Texts, numbers, bigints, booleans, bytes, instants
 * and null. Throws a TypeError for anything else.
 */
export function arrayLiteral(values: readonly unknown[]): string {
  const elements = values.map(element);
  // braces around the joined text would make the driver copy it whole once more
  elements[0] = `{${elements[0] ?? ''}`;
  elements.push(`${elements.pop()}}`);
  return elements.join();
}

function element(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return SPECIAL.test(value) ? `"${value.replace(EACH_SPECIAL, '\\$&')}"` : `"${value}"`;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'NULL';
      // the backslash before the x is itself behind one
      if (value instanceof Uint8Array) return `"\\\\x${hexOf(value)}"`;
      if (value instanceof Date) return `"${value.toISOString()}"`;
  }
  throw new TypeError(`no element of an array: ${typeof value}`);
}

const SPECIAL = /["\\]/;
const EACH_SPECIAL = /["\\]/g;

function hexOf(bytes: Uint8Array): string {
  return (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString(
    'hex',
  );
}
