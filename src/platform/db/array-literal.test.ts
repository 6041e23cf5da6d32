import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../pure/canonical.ts';
import { arrayLiteral } from './array-literal.ts';
import { bindConnection } from './connection.ts';
import { freshBytes } from './random.ts';
import { digestOfRows } from './row-digest.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([], { bare: true });
});
afterAll(() => database.drop());

async function readBack(values: readonly unknown[], type: string): Promise<unknown[]> {
  const client = await database.pool.connect();
  try {
    const { rows } = await sql<{ value: unknown }>`select value
      from unnest(${arrayLiteral(values)}::${sql.raw(type)}[]) with ordinality as list (value, place) order by place`.execute(
      bindConnection(client),
    );
    return rows.map((row) => row.value);
  } finally {
    client.release();
  }
}

describe('a list for the database', () => {
  it('arrives as it was sent, whatever its texts hold', async () => {
    // PostgreSQL keeps no character 0
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\u0000', '')),
      fc.stringMatching(/^[{}",\\ NUL\n]{0,12}$/),
      fc.constantFrom('', 'NULL', 'null', '{}', '"', '\\', '\\x', ' a ', '𠮷田㼆', 'ᠮᠣᠩᠭᠣᠯ'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text), { maxLength: 20 }), async (values) => {
        expect(await readBack(values, 'text')).toEqual(values);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('arrives as it was sent, of every other type that rows have', async () => {
    const moment = new Date('2020-01-06T01:02:03.004Z');
    const bytes = Buffer.from([0, 1, 92, 120, 34, 255]);
    expect(await readBack([bytes, null, new Uint8Array(), null], 'bytea')).toEqual([
      bytes,
      null,
      Buffer.alloc(0),
      null,
    ]);
    expect(await readBack([moment, null], 'timestamptz')).toEqual([moment, null]);
    expect(await readBack([true, false, null], 'boolean')).toEqual([true, false, null]);
    expect(await readBack([12.5, -0.25, 1e-7], 'numeric')).toEqual([12.5, -0.25, 1e-7]);
    expect(await readBack([-(2n ** 62n), 9_007_199_254_740_991], 'text')).toEqual([
      '-4611686018427387904',
      '9007199254740991',
    ]);
    expect(await readBack(['2020-02-29'], 'date')).toEqual(['2020-02-29']);
    expect(await readBack([], 'int')).toEqual([]);
  });

  it('takes nothing that has no text of its own', () => {
    for (const value of [{}, [1], undefined, Symbol('x'), () => 1])
      expect(() => arrayLiteral([value])).toThrow(TypeError);
  });
});

describe('the digest of rows', () => {
  it('is that of their canonical JSON by column, without what is personal', () => {
    const at = new Date('2020-01-06T01:02:03Z');
    const rows = [
      { id: 'a', name: '张三', hash: Buffer.from('ff00', 'hex'), area: 1.5, note: undefined, list: { b: 1, a: [2n] } },
      { id: 'b', name: '李四', hash: null, area: 0, note: '"x"', list: null },
    ];
    const told = {
      area: [1.5, 0],
      at: at.toISOString(),
      hash: ['ff00', null],
      id: ['a', 'b'],
      list: [{ b: 1, a: [2n] }, null],
      note: [null, '"x"'],
    };
    const expected = createHash('sha256').update(canonicalJson(told)).digest('hex');
    expect(digestOfRows(rows, { all: { at }, personal: ['name'] })).toBe(expected);
    expect(digestOfRows(rows.toReversed(), { all: { at }, personal: ['name'] })).not.toBe(expected);
  });
});

describe('random bytes', () => {
  it('are given out once, in the length asked for', () => {
    const sizes = Array.from(
      { length: 3_000 },
      (_, index) => [10, 12, 16, 5_000][index % 997 === 0 ? 3 : index % 3] ?? 0,
    );
    const given = sizes.map((size) => freshBytes(size));
    expect(given.map((bytes) => bytes.length)).toEqual(sizes);
    const areas = Map.groupBy(given, (bytes) => bytes.buffer);
    for (const area of areas.values()) {
      const ordered = area.toSorted((a, b) => a.byteOffset - b.byteOffset);
      expect(ordered.every((bytes, at) => at === 0 || bytes.byteOffset >= ends(ordered[at - 1]))).toBe(true);
    }
    expect(new Set(given.map((bytes) => bytes.toString('hex'))).size).toBe(given.length);
  });
});

function ends(bytes: Buffer | undefined): number {
  return (bytes?.byteOffset ?? 0) + (bytes?.length ?? 0);
}
