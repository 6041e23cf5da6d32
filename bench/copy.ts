import { systemAccountId } from '../src/platform/access/actor.ts';
import type { PastRow } from '../src/platform/db/load.ts';
import { tableColumns } from '../src/platform/db/tables.gen.ts';
import type { Row } from '../src/platform/db/tx.ts';
import type { DemoVillage } from '../src/registers/households/seed.ts';

/** The tables of a city, in the order in which their references allow them to be filled. */
export const copyTables = [
  'household',
  'household_history',
  'resident',
  'resident_history',
  'poverty_registration',
  'poverty_registration_history',
  'resident_key',
] as const;
export type CopyTable = (typeof copyTables)[number];

/** The rows of a village in one table, as `loadPast` would write them: the newest state, and older ones in the twin. */
export function rowsOf(village: DemoVillage, table: CopyTable): readonly { row: Row; householdId: string }[] {
  switch (table) {
    case 'household':
      return village.households.map((past) => ({ row: current(past), householdId: past.row.id }));
    case 'household_history':
      return village.households.flatMap((past) => retired(past, past.row.id));
    case 'resident':
      return village.residents.map((past) => ({ row: current(past), householdId: householdOf(past) }));
    case 'resident_history':
      return village.residents.flatMap((past) => retired(past, householdOf(past)));
    case 'poverty_registration':
      return village.poverty.map((past) => ({ row: current(past), householdId: householdOf(past) }));
    case 'poverty_registration_history':
      return village.poverty.flatMap((past) => retired(past, householdOf(past)));
    case 'resident_key':
      return village.keys.map((key) => ({
        row: {
          id_number_hash: key.hash,
          county: key.county,
          resident_id: key.residentId,
          household_id: key.householdId,
          released_on: key.releasedOn ?? null,
        },
        householdId: key.householdId,
      }));
  }
}

export function columnsOf(table: CopyTable): readonly string[] {
  return Object.keys(tableColumns[table]);
}

/** One row in the text form of `COPY`. */
export function copyLine(table: CopyTable, row: Row): string {
  const types: Readonly<Record<string, string>> = tableColumns[table];
  return `${columnsOf(table)
    .map((column) => copyText(row[column], types[column] ?? ''))
    .join('\t')}\n`;
}

function copyText(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N';
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  const text = type === 'jsonb' ? JSON.stringify(value) : String(value);
  return text.replace(/[\\\t\n\r]/g, (sign) =>
    sign === '\\' ? '\\\\' : sign === '\t' ? '\\t' : sign === '\n' ? '\\n' : '\\r',
  );
}

function current({ row, recordedAt, later }: PastRow): Row {
  return {
    ...row,
    ...later?.set,
    revision: later ? 2 : 1,
    recorded_at: later?.recordedAt ?? recordedAt,
    recorded_by: systemAccountId,
  };
}

function retired({ row, recordedAt, later }: PastRow, householdId: string): { row: Row; householdId: string }[] {
  if (!later) return [];
  const first = { ...row, revision: 1, recorded_at: recordedAt, recorded_by: systemAccountId };
  return [
    { row: { ...first, retired_at: later.recordedAt, retired_by: systemAccountId, reason: later.reason }, householdId },
  ];
}

function householdOf({ row }: PastRow): string {
  return String(row.household_id);
}
