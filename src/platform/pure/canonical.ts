/**
 * One text for one value, to be hashed: object keys in UTF-16 code-unit order, no white space, numbers and texts as JSON
 * writes them (RFC 8785). A bigint is written as a decimal text, a Date as its ISO text, and `undefined` members are
 * dropped; so a hash does not tell `1n` from `'1'`. Throws a TypeError for what has no such text: `undefined` elsewhere,
 * NaN, infinities, functions, symbols, cycles, and objects other than plain ones and arrays.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: object[]): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'bigint':
      return `"${value}"`;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no canonical form: ${value}`);
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : writeObject(value, path);
    default:
      throw new TypeError(`no canonical form: ${typeof value}`);
  }
}

function writeObject(value: object, path: object[]): string {
  if (path.includes(value)) throw new TypeError('no canonical form: a value inside itself');
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  path.push(value);
  const text = Array.isArray(value)
    ? `[${Array.from(value, (item) => write(item, path)).join(',')}]`
    : `{${writeMembers(value, path).join(',')}}`;
  path.pop();
  return text;
}

function writeMembers(value: object, path: object[]): readonly string[] {
  if (!isPlain(value)) throw new TypeError('no canonical form: not a plain object');
  const members = value as Readonly<Record<string, unknown>>;
  const texts: string[] = [];
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) texts.push(`${JSON.stringify(key)}:${write(member, path)}`);
  }
  return texts;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
