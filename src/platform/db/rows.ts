import { CamelCasePlugin, type KyselyPlugin, type QueryResult, type RootOperationNode, type UnknownRow } from 'kysely';
import pg from 'pg';

const oid = { int8: 20, numeric: 1700, date: 1082 } as const;

/**
 * Reads `int8` and whole `numeric` as bigint, so that no sum of fen loses a digit; {@link FenPlugin} then turns
 * everything that is not an amount into a number. Dates stay text: a day has no time zone.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(typeOid: number, format?: 'text' | 'binary') {
    if (typeOid === oid.int8) return (value: string) => BigInt(value);
    if (typeOid === oid.numeric) return parseNumeric;
    if (typeOid === oid.date) return (value: string) => value;
    return pg.types.getTypeParser(typeOid, format);
  },
};

function parseNumeric(value: string): bigint | number {
  return /^-?\d+$/.test(value) ? BigInt(value) : Number(value);
}

/** Names carry the type: a column that ends in `Fen` is bigint, every other whole number a safe integer. */
class FenPlugin implements KyselyPlugin {
  transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    return node;
  }

  async transformResult({ result }: { result: QueryResult<UnknownRow> }): Promise<QueryResult<UnknownRow>> {
    for (const row of result.rows) narrow(row);
    return result;
  }
}

function narrow(row: UnknownRow): void {
  for (const key in row) {
    const value = row[key];
    if (typeof value === 'bigint' && !key.endsWith('Fen')) row[key] = safeNumber(value, key);
    else if (typeof value === 'number' && key.endsWith('Fen')) row[key] = BigInt(value);
  }
}

function safeNumber(value: bigint, key: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`column ${key} is beyond 2^53; amounts end in _fen`);
  return number;
}

export const rowPlugins: readonly KyselyPlugin[] = [
  new CamelCasePlugin({ maintainNestedObjectKeys: true }),
  new FenPlugin(),
];
