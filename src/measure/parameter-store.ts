import { newRecordId } from '../platform/db/record-id.ts';
import type { Tx } from '../platform/db/transact.ts';
import type { WordPair } from '../platform/words.ts';
import { parameterDefinitions } from './parameters.data.ts';
import type { ParameterRow, ParameterUnit } from './rules.ts';
import { noteReference } from './store.ts';

/** A stored value with where it comes from. */
export interface StoredParameter extends ParameterRow {
  readonly sourceZh: string;
  readonly sourceEn: string;
}

export interface NewParameterValue {
  readonly code: string;
  readonly unit: ParameterUnit;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** null takes back what was set for this day */
  readonly value: number | null;
  readonly source: WordPair;
}

/** All values of the codes named, or of every code; a few dozen rows. */
export async function listParameterRows(tx: Tx, codes?: readonly string[]): Promise<readonly StoredParameter[]> {
  let query = tx.db
    .selectFrom('parameter')
    .select(['code', 'startsOn', 'endsOn', 'value', 'unit', 'sourceZh', 'sourceEn', 'recordedAt'])
    .orderBy('code')
    .orderBy('startsOn', 'desc')
    .orderBy('recordedAt', 'desc');
  if (codes !== undefined) query = query.where('code', 'in', codes);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, unit: row.unit as ParameterUnit }));
}

export async function recordParameterValue(tx: Tx, value: NewParameterValue): Promise<void> {
  const row = toRow(tx, value);
  await tx.db.insertInto('parameter').values(row).execute();
  noteReference(tx, 'parameter', { id: row.id, after: row });
}

/**
 * Brings the values of `parameters.data.ts` that this database has not seen; run at every start. A value that the
 * office replaced or took back has been seen and stays as the office left it.
 * @returns how many were new
 */
export async function ensureParameters(tx: Tx): Promise<number> {
  const rows = parameterDefinitions.flatMap(({ code, unit, values }) =>
    values.map(({ startsOn, endsOn, value, source }) =>
      toRow(tx, { code, unit, startsOn, endsOn: endsOn ?? null, value, source }),
    ),
  );
  const known = await tx.db.selectFrom('parameter').select(['code', 'startsOn']).execute();
  const seen = new Set(known.map(({ code, startsOn }) => `${code} ${startsOn}`));
  const fresh = rows.filter(({ code, startsOn }) => !seen.has(`${code} ${startsOn}`));
  if (fresh.length === 0) return 0;
  await tx.db.insertInto('parameter').values(fresh).execute();
  for (const row of fresh) noteReference(tx, 'parameter', { id: row.id, after: row });
  return fresh.length;
}

function toRow(tx: Tx, { code, unit, startsOn, endsOn, value, source }: NewParameterValue) {
  const [sourceZh, sourceEn] = source;
  return {
    id: newRecordId(tx),
    code,
    startsOn,
    endsOn,
    value,
    unit,
    sourceZh,
    sourceEn,
    recordedAt: tx.now,
    recordedBy: tx.actor.accountId,
  };
}
