import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import type { HouseholdFilters } from './contract.ts';
import type { HouseholdKey } from './household-store.ts';
import { listHouseholdKeys } from './list-store.ts';
import { homeColumns, personColumns } from './sheet-contract.ts';

/** An export is a working list, not a copy of the register. */
export const mostExported = 100_000;
const chunk = 2_000;

/** The list under its filters, one row a resident, numbers masked: the rows that the import takes back. */
export async function* exportRows(tx: Tx, filters: HouseholdFilters): AsyncGenerator<ExportRow> {
  const keys = await listHouseholdKeys(tx, filters, mostExported);
  for (let from = 0; from < keys.length; from += chunk) yield* await readRows(tx, keys.slice(from, from + chunk));
}

async function readRows(tx: Tx, keys: readonly HouseholdKey[]): Promise<readonly ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select h.place::text as place, h.number, r.name, r.id_number_masked as id_number, r.relation, h.phone_masked as phone,
      h.bank_card_masked as bank_card, r.joined_on,
      ${sql.join(homeColumns.map((key) => asText(`h.${key}`, key)))}, ${sql.join(personColumns.map((key) => asText(`r.${key}`, key)))}
    from unnest(${keys.map((key) => key.county)}::int[], ${keys.map((key) => key.id)}::uuid[]) with ordinality as k (county, id, rank)
    join household as h on h.county = k.county and h.id = k.id
    join resident as r on r.county = h.county and r.household_id = h.id and r.left_on is null
    order by k.rank, r.relation, r.birth_on, r.id`.execute(tx.db);
  return rows;
}

/** Numbers without trailing zeros, yes and no as their codes. */
function asText(column: string, name: string) {
  const isArea = /Mu$|M2$/.test(name);
  const value = sql.ref(column);
  return isArea ? sql`trim_scale(${value})::text as ${sql.ref(name)}` : sql`${value}::text as ${sql.ref(name)}`;
}
