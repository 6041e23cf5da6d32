/**
 * One text for one value, to be hashed: object keys in UTF-16 code-unit order, no white space, numbers and texts as JSON
 * writes them (RFC 8785). A bigint is written as a decimal text, a Date as its ISO text, and `undefined` members are
 * dropped; so a hash does not tell `1n` from `'1'`. Throws a TypeError for what has no such text: `undefined` elsewhere,
 * NaN, infinities, functions, symbols, cycles, and objects other than plain ones and arrays.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: readonly object[]): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`no canonical form: ${value}`);
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`no canonical form: ${typeof value}`);
  if (path.includes(value)) throw new TypeError('no canonical form: a value inside itself');
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  const inner = [...path, value];
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, inner)).join(',')}]`;
  if (!isPlain(value)) throw new TypeError('no canonical form: not a plain object');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, inner)}`);
  return `{${members.join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
