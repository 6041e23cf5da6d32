import { createHash } from 'node:crypto';
import { canonicalJson } from '../pure/canonical.ts';
import { insertRows, type TableName } from './columns.ts';
import type { NewRow } from './history.ts';
import type { Row, Tx } from './tx.ts';

/** A record that began, and perhaps ended, in the past, with the instants at which this became known. */
export interface PastRow {
  readonly row: NewRow;
  readonly recordedAt: Date;
  /** what became known later: the columns that changed and when; the first state then stands in the twin */
  readonly later?: { readonly set: Row; readonly recordedAt: Date; readonly reason: string };
}

const chunk = 20_000;

/**
 * Loads records with the history they had elsewhere: the demo city, or books taken over from another system. It
 * writes what a clerk would have written on those days, in bulk; the trail says that it was a load.
 */
export async function loadPast(tx: Tx, table: TableName, past: readonly PastRow[]): Promise<void> {
  const [first] = past;
  if (!first) return;
  const by = tx.actor.accountId;
  const current = past.map(({ row, recordedAt, later }) => ({
    ...row,
    ...later?.set,
    revision: later ? 2 : 1,
    recorded_at: later?.recordedAt ?? recordedAt,
    recorded_by: by,
  }));
  const retired = past.flatMap(({ row, recordedAt, later }) =>
    later
      ? [
          {
            ...row,
            revision: 1,
            recorded_at: recordedAt,
            recorded_by: by,
            retired_at: later.recordedAt,
            retired_by: by,
            reason: later.reason,
          },
        ]
      : [],
  );
  for (let from = 0; from < current.length; from += chunk)
    await insertRows(tx, { table, types: table }, current.slice(from, from + chunk));
  const twin = `${table}_history` as TableName;
  for (let from = 0; from < retired.length; from += chunk)
    await insertRows(tx, { table: twin, types: twin }, retired.slice(from, from + chunk));
  const ids = createHash('sha256')
    .update(canonicalJson(past.map(({ row }) => row.id)))
    .digest('hex');
  tx.trail.push({ table, county: first.row.county, place: first.row.place, bulk: { rows: past.length, digest: ids } });
}
