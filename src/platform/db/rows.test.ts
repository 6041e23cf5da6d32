import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindConnection } from './connection.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([], { bare: true });
});
afterAll(() => database.drop());

async function ask(statement: ReturnType<typeof sql<Record<string, unknown>>>): Promise<Record<string, unknown>> {
  const client = await database.pool.connect();
  try {
    const { rows } = await statement.execute(bindConnection(client));
    return rows[0] ?? {};
  } finally {
    client.release();
  }
}

describe('rows', () => {
  it('reads whole numbers as numbers and amounts as bigint, by the name of the column', async () => {
    expect(
      await ask(sql`select 7::bigint as place, 7::int as county, count(*) as n, sum(x)::numeric as total,
        sum(x) as paid_fen, 3::int as small_fen, 2.50::numeric as area_mu
        from (values (1::bigint), (2)) as t (x)`),
    ).toEqual({ place: 7, county: 7, n: 2, total: 3, paidFen: 3n, smallFen: 3n, areaMu: 2.5 });
  });

  it('keeps every digit of an amount, up to the last one that the column holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), async (amount) => {
        expect(await ask(sql`select ${amount}::bigint as paid_fen`)).toEqual({ paidFen: amount });
      }),
      { seed: 7, numRuns: 60 },
    );
    expect(
      await ask(sql`select sum(x) as paid_fen from (values (9223372036854775807), (9223372036854775807)) t (x)`),
    ).toEqual({
      paidFen: 18_446_744_073_709_551_614n,
    });
  });

  it('rather breaks than lose a digit where the name says no amount', async () => {
    await expect(ask(sql`select 9007199254740993::bigint as place`)).rejects.toThrow(/place is beyond 2\^53/);
    await expect(ask(sql`select -9007199254740993::bigint as place`)).rejects.toThrow(RangeError);
    expect(await ask(sql`select 9007199254740991::bigint as place`)).toEqual({ place: Number.MAX_SAFE_INTEGER });
  });

  it('leaves a day a text, a moment a Date and the inside of a document alone', async () => {
    expect(
      await ask(sql`select date '2020-02-29' as paid_on, timestamptz '2020-01-06 09:00+08' as recorded_at,
        '{"snake_case": {"inner_fen": 5}}'::jsonb as some_document, null::bigint as none_fen`),
    ).toEqual({
      paidOn: '2020-02-29',
      recordedAt: new Date('2020-01-06T01:00:00Z'),
      someDocument: { snake_case: { inner_fen: 5 } },
      noneFen: null,
    });
  });
});
