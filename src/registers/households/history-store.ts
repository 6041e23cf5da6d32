import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { HistoryView } from './contract.ts';
import type { HouseholdKey } from './household-store.ts';

type Kept = HistoryView['recordType'];

interface Version {
  readonly id: string;
  readonly image: Row;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly retiredAt: Date | null;
  readonly retiredBy: string | null;
  readonly reason: string | null;
}

/** Every change of a household, its people and its poverty states, newest first, in field names and plain values. */
export async function listHistory(tx: Tx, household: HouseholdKey): Promise<readonly HistoryView[]> {
  const events: HistoryView[] = [];
  for (const table of ['household', 'resident', 'poverty_registration'] as const) {
    const versions = await listVersionsOf(tx, table, household);
    for (const [id, states] of Map.groupBy(versions, (version) => version.id))
      events.push(...describe(table, id, states));
  }
  const names = await accountNames(
    tx,
    events.map((event) => event.by),
  );
  return events
    .map((event) => ({ ...event, by: names.get(event.by) ?? '' }))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, 500);
}

async function listVersionsOf(tx: Tx, table: Kept, household: HouseholdKey): Promise<readonly Version[]> {
  const owner = sql.ref(table === 'household' ? 'id' : 'household_id');
  const { rows } = await sql<Version>`
    select id, to_jsonb(t) as image, recorded_at, recorded_by, null::timestamptz as retired_at, null::uuid as retired_by, null as reason
    from ${sql.table(table)} as t where county = ${household.county} and ${owner} = ${household.id}
    union all
    select id, to_jsonb(h), recorded_at, recorded_by, retired_at, retired_by, reason
    from ${sql.table(`${table}_history`)} as h where county = ${household.county} and ${owner} = ${household.id}
    order by recorded_at, retired_at nulls last limit 2000`.execute(tx.db);
  return rows;
}

function describe(recordType: Kept, recordId: string, states: readonly Version[]): HistoryView[] {
  const last = states.at(-1);
  const named = recordType === 'resident' && last?.image.id_number !== erasedNumber;
  const subject = named ? String(last?.image.name ?? '') : null;
  const about = { recordType, recordId, subject };
  const events = states.map((state, index): HistoryView => {
    const before = states[index - 1];
    return {
      ...about,
      kind: before ? 'changed' : 'recorded',
      at: state.recordedAt.toISOString(),
      by: state.recordedBy,
      reason: before?.reason ?? null,
      changes: changesOf(recordType, before?.image, state.image),
    };
  });
  if (!last?.retiredAt) return events;
  const { retiredAt, retiredBy, reason } = last;
  return [
    ...events,
    { ...about, kind: 'withdrawn', at: retiredAt.toISOString(), by: retiredBy ?? '', reason, changes: [] },
  ];
}

/** Empty bytes as PostgreSQL writes them in JSON: of an erased person. */
const erasedNumber = '\\x';

/** A decision is told in full when it is recorded; a household and its people stand on the page already. */
function changesOf(recordType: Kept, before: Row | undefined, after: Row): HistoryView['changes'] {
  if (before) return differences(before, after);
  return recordType === 'poverty_registration' ? differences({}, after) : [];
}

function differences(before: Row, after: Row): HistoryView['changes'] {
  return Object.keys(after)
    .filter((column) => !hidden.has(column) && plain(before[column]) !== plain(after[column]))
    .map((column) => ({ field: camel(column), before: plain(before[column]), after: plain(after[column]) }));
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.length > 0 ? value.join(',') : null;
}

/** Of sealed values the masked form is shown; what is derived from another column is not shown beside it. */
const hidden = new Set([
  'county',
  'id',
  'place',
  'household_id',
  'revision',
  'recorded_at',
  'recorded_by',
  'phone',
  'phone_hash',
  'bank_card',
  'bank_card_hash',
  'id_number',
  'id_number_hash',
  'id_last4',
  'name_original',
  'name_key',
  'pinyin',
  'initials',
]);

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

async function accountNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
