import { sql } from 'kysely';
import { record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import type { HouseholdFields } from './contract.ts';
import { maskCard, maskPhone, readCard, readPhone, toColumns } from './rules.ts';

export interface HouseholdKey {
  readonly county: number;
  readonly id: string;
}

/** What acts on a household have to know about it. */
export interface HouseholdHead {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly number: string;
  readonly revision: number;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

export async function findHousehold(tx: Tx, key: HouseholdKey): Promise<HouseholdHead | undefined> {
  return tx.db
    .selectFrom('household')
    .select(['county', 'id', 'place', 'number', 'revision', 'joinedOn', 'leftOn'])
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

/**
 * The columns of the fields given, in snake_case; telephone and card are sealed, hashed and masked. `undefined` leaves
 * a column out, `null` empties it.
 */
export function householdColumns(tx: Pick<Tx, 'vault'>, fields: Partial<HouseholdFields>): Result<Row, Refusal> {
  const { phone, bankCard, ...plain } = fields;
  const columns = toColumns(plain);
  for (const [key, value] of Object.entries(columns)) {
    if (value === undefined) delete columns[key];
    if (value === '') columns[key] = null;
    else if (key.endsWith('number') && typeof value === 'string') columns[key] = toCodeText(value);
  }
  if (phone !== undefined) {
    const read = phone ? readPhone(phone) : ok(null);
    if (!read.ok) return read;
    Object.assign(columns, sealed(tx, { name: 'phone', value: read.value, mask: maskPhone }));
  }
  if (bankCard !== undefined) {
    const read = bankCard ? readCard(bankCard) : ok(null);
    if (!read.ok) return read;
    Object.assign(columns, sealed(tx, { name: 'bank_card', value: read.value, mask: maskCard }));
  }
  return ok(columns);
}

export interface NewHousehold extends HouseholdKey {
  readonly place: number;
  readonly joinedKind: 'registered' | 'moved_in' | 'split';
}

export async function recordHousehold(
  tx: Tx,
  head: NewHousehold,
  fields: HouseholdFields,
): Promise<Result<true, Refusal>> {
  const columns = householdColumns(tx, fields);
  if (!columns.ok) return columns;
  const taken = await findNumberTaken(tx, head.place, fields.number);
  if (taken) return refuse(taken);
  const { county, id, place, joinedKind } = head;
  await record(tx, 'household', { county, id, place, joined_kind: joinedKind, ...columns.value });
  return ok(true);
}

/** Undefined when the revision is no longer the current one. */
export async function correctHousehold(
  tx: Tx,
  household: HouseholdHead,
  change: { readonly revision: number; readonly fields: Partial<HouseholdFields>; readonly reason: string },
): Promise<Result<number, Refusal>> {
  const columns = householdColumns(tx, change.fields);
  if (!columns.ok) return columns;
  const { number } = change.fields;
  const changes = number !== undefined && number !== household.number;
  const taken = changes ? await findNumberTaken(tx, household.place, number) : undefined;
  if (taken) return refuse(taken);
  const { county, id } = household;
  const images = await revise(tx, 'household', {
    key: { county, id, revision: change.revision },
    set: columns.value,
    reason: change.reason,
  });
  return images ? ok(change.revision + 1) : refuse({ code: 'stale' });
}

/** Why a household number cannot be given in a village, with the household that bears it; undefined: it is free. */
export async function findNumberTaken(tx: Tx, place: number, number: string): Promise<Refusal | undefined> {
  const { rows } = await sql<HouseholdKey>`
    select county, id from household where number = ${toCodeText(number)} and place = ${place}`.execute(tx.db);
  const [holder] = rows;
  return holder && { code: 'household_number_taken', field: 'number', values: { number, ...holder } };
}

/** One more than the highest number of digits in the village, as wide as that one. */
export async function findNextNumber(tx: Tx, place: number): Promise<string> {
  const { rows } = await sql<{ highest: string | null; width: number | null }>`
    select max(number::numeric)::text as highest, max(length(number)) as width
    from household where place = ${place} and number ~ '^[0-9]{1,12}$'`.execute(tx.db);
  return String(Number(rows[0]?.highest ?? 0) + 1).padStart(rows[0]?.width ?? 3, '0');
}

/** Telephone and card in clear, for the act of revealing. */
export async function openContact(
  tx: Tx,
  key: HouseholdKey,
): Promise<{ phone: string | null; bankCard: string | null } | undefined> {
  const row = await tx.db
    .selectFrom('household')
    .select(['phone', 'bankCard'])
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row && { phone: row.phone && tx.vault.open(row.phone), bankCard: row.bankCard && tx.vault.open(row.bankCard) };
}

/** Whether the code is a village (or community) that stands today. */
export async function isOpenVillage(tx: Tx, place: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 from place where code = ${place} and level = 'village' and ends_on is null`.execute(tx.db);
  return rows.length > 0;
}

export async function closeHousehold(
  tx: Tx,
  household: HouseholdHead,
  close: {
    readonly revision: number;
    readonly leftOn: string;
    readonly leftKind: string;
    readonly leftTo: string | null;
  },
): Promise<Result<true, Refusal>> {
  const { county, id } = household;
  const images = await revise(tx, 'household', {
    key: { county, id, revision: close.revision },
    set: { left_on: close.leftOn, left_kind: close.leftKind, left_to: close.leftTo },
    reason: close.leftKind,
  });
  return images ? ok(true) : refuse({ code: 'stale' });
}

interface Secret {
  readonly name: 'phone' | 'bank_card';
  readonly value: string | null;
  readonly mask: (plain: string) => string;
}

function sealed(tx: Pick<Tx, 'vault'>, { name, value, mask }: Secret): Row {
  return {
    [name]: value === null ? null : tx.vault.seal(value),
    [`${name}_hash`]: value === null ? null : tx.vault.fingerprint(name, value),
    [`${name}_masked`]: value === null ? null : mask(value),
  };
}
