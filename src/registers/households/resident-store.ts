import { sql } from 'kysely';
import { type NewRow, recordMany, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { maskResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { HouseholdKey } from './household-store.ts';
import { claimKeys, describeDuplicate, dropKey, idNumberHash, type KeyHolder, releaseKeys } from './key-store.ts';
import { nameColumns } from './name-store.ts';
import type { ResidentFields } from './resident-contract.ts';
import { checkMembers, headRelation, type Member, type Person, readPerson, toColumns } from './rules.ts';

/** One stay, with what acts need to know of it. */
export interface ResidentStay {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly householdId: string;
  readonly name: string;
  readonly relation: string;
  readonly revision: number;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly idNumberHash: Buffer;
}

const stayColumns = [
  'county',
  'id',
  'place',
  'householdId',
  'name',
  'relation',
  'revision',
  'joinedOn',
  'leftOn',
  'idNumberHash',
] as const;

export async function findResident(tx: Tx, key: HouseholdKey): Promise<ResidentStay | undefined> {
  return tx.db
    .selectFrom('resident')
    .select(stayColumns)
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

/** The people who live in a household today, the head first. */
export async function listStays(tx: Tx, household: HouseholdKey): Promise<readonly ResidentStay[]> {
  return tx.db
    .selectFrom('resident')
    .select(stayColumns)
    .where('county', '=', household.county)
    .where('householdId', '=', household.id)
    .where('leftOn', 'is', null)
    .orderBy('relation')
    .limit(200)
    .execute();
}

/** A person whose number may have been hashed already: that costs more than all the rest of a row. */
export interface HashedPerson extends Person {
  readonly idNumberHash?: Buffer;
}

/** Every column that a person's fields fill, in snake_case; absent fields are empty. */
export function residentColumns(tx: Pick<Tx, 'vault'>, person: HashedPerson, fields: ResidentFields): Row {
  const { name: nameOriginal, idNumber: _typed, ...plain } = fields;
  return { ...emptyFields, ...toColumns(plain), ...identity(tx, person, nameOriginal) };
}

export interface NewStay {
  readonly id: string;
  readonly fields: ResidentFields;
  readonly joinedOn: string;
  readonly joinedKind: string;
}

/**
 * Enters people into a household; a number that is registered already is refused with who holds it. `listField` is the
 * form's list they stand in, so that the refusal finds its field.
 */
export async function recordResidents(
  tx: Tx,
  household: HouseholdKey & { readonly place: number },
  { stays, listField }: { readonly stays: readonly NewStay[]; readonly listField?: string },
): Promise<Result<true, Refusal>> {
  const rows: NewRow[] = [];
  const seen = new Set<string>();
  const fieldOf = (index: number, field: string) =>
    listField === undefined ? field : `${listField}.${index}.${field}`;
  for (const [index, stay] of stays.entries()) {
    const row = stayRow(tx, household, stay);
    if (!row.ok) return refuse({ ...row.refusal, field: fieldOf(index, row.refusal.field ?? 'idNumber') });
    const hash = (row.value.id_number_hash as Buffer).toString('hex');
    if (seen.has(hash)) return refuse({ code: 'resident_twice', field: fieldOf(index, 'idNumber') });
    seen.add(hash);
    rows.push(row.value);
  }
  const claimed = await claimKeys(tx, rows.map(keyHolderOf));
  const refused = rows.findIndex((row) => !claimed.has(row.id));
  const hash = rows[refused]?.id_number_hash;
  if (hash instanceof Buffer) return refuse(await describeDuplicate(tx, hash, fieldOf(refused, 'idNumber')));
  await recordMany(tx, 'resident', rows);
  return ok(true);
}

/** Corrects a person; a corrected number is claimed anew and the wrong one set free. */
export async function correctResident(
  tx: Tx,
  stay: ResidentStay,
  change: {
    readonly revision: number;
    readonly fields: Partial<ResidentFields> & { joinedOn?: string | undefined };
    readonly reason: string;
  },
): Promise<Result<number, Refusal>> {
  const { name, idNumber, relation, ...plain } = change.fields;
  if (
    relation !== undefined &&
    relation !== stay.relation &&
    (relation === headRelation || stay.relation === headRelation)
  ) {
    return refuse({ code: 'head_change_elsewhere', field: 'relation' });
  }
  const set: Record<string, unknown> = toColumns({ ...plain, relation });
  for (const key of Object.keys(set)) if (set[key] === undefined) delete set[key];
  if (name !== undefined || idNumber !== undefined) {
    const current = await openPerson(tx, stay);
    const person = readPerson(name ?? current.nameOriginal, idNumber ?? current.idNumber, todayInShanghai(tx.now));
    if (!person.ok) return refuse(person.refusal);
    const renumbered = person.value.idNumber === current.idNumber ? ok(true) : await changeKey(tx, stay, person.value);
    if (!renumbered.ok) return renumbered;
    Object.assign(set, identity(tx, person.value, name ?? current.nameOriginal));
  }
  const key = { county: stay.county, id: stay.id, revision: change.revision };
  const images = await revise(tx, 'resident', { key, set, reason: change.reason });
  return images ? ok(change.revision + 1) : refuse({ code: 'stale' });
}

/** Sets who is head and how the others are related; whoever stops being head goes first. Returns how many changed. */
export async function assignRelations(
  tx: Tx,
  stays: readonly ResidentStay[],
  change: { readonly members: readonly Member[]; readonly reason: string },
): Promise<Result<number, Refusal>> {
  const wanted = new Map(change.members.map((member) => [member.id, member.relation]));
  if (change.members.some((member) => !stays.some((stay) => stay.id === member.id)))
    return refuse({ code: 'not_found', field: 'members' });
  const members = stays.map((stay) => ({ id: stay.id, relation: wanted.get(stay.id) ?? stay.relation }));
  const checked = checkMembers(members);
  if (!checked.ok) return checked;
  const changed = stays
    .filter((stay) => (wanted.get(stay.id) ?? stay.relation) !== stay.relation)
    .toSorted((a, b) => Number(b.relation === headRelation) - Number(a.relation === headRelation));
  for (const stay of changed) {
    const key = { county: stay.county, id: stay.id, revision: stay.revision };
    const images = await revise(tx, 'resident', { key, set: { relation: wanted.get(stay.id) }, reason: change.reason });
    if (!images) return refuse({ code: 'stale' });
  }
  return ok(changed.length);
}

/** Ends stays on a day. Who moved away or married out may be registered elsewhere; the dead never. */
export async function endStays(
  tx: Tx,
  stays: readonly ResidentStay[],
  end: { readonly leftOn: string; readonly leftReason: string; readonly leftTo: string | null },
): Promise<Result<true, Refusal>> {
  for (const stay of stays) {
    if (end.leftOn < stay.joinedOn)
      return refuse({ code: 'date_before_joined', field: 'happenedOn', values: { date: stay.joinedOn } });
    const images = await revise(tx, 'resident', {
      key: { county: stay.county, id: stay.id, revision: stay.revision },
      set: { left_on: end.leftOn, left_reason: end.leftReason, left_to: end.leftTo },
      reason: end.leftReason,
    });
    if (!images) return refuse({ code: 'stale' });
  }
  const released = ['moved', 'married_out', 'other'].includes(end.leftReason);
  if (released)
    await releaseKeys(
      tx,
      stays.map((stay) => stay.id),
      end.leftOn,
    );
  return ok(true);
}

/** The number in clear, for the act of revealing. */
export async function openIdNumber(tx: Tx, key: HouseholdKey): Promise<string | undefined> {
  const { rows } = await sql<{ idNumber: Buffer }>`
    select id_number from resident where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0] && tx.vault.open(rows[0].idNumber);
}

async function openPerson(tx: Tx, key: HouseholdKey): Promise<{ nameOriginal: string; idNumber: string }> {
  const row = await tx.db
    .selectFrom('resident')
    .select(['nameOriginal', 'idNumber'])
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirstOrThrow();
  return { nameOriginal: row.nameOriginal, idNumber: tx.vault.open(row.idNumber) };
}

async function changeKey(tx: Tx, stay: ResidentStay, person: Person): Promise<Result<true, Refusal>> {
  const hash = idNumberHash(tx, person.idNumber);
  const claimed = await claimKeys(tx, [
    { hash, county: stay.county, residentId: stay.id, householdId: stay.householdId },
  ]);
  if (!claimed.has(stay.id)) return refuse(await describeDuplicate(tx, hash, 'idNumber'));
  await dropKey(tx, stay.idNumberHash, stay.id);
  return ok(true);
}

function identity(tx: Pick<Tx, 'vault'>, person: HashedPerson, original: string): Row {
  return {
    ...nameColumns(tx, { name: person.name, original }),
    id_number: tx.vault.seal(person.idNumber),
    id_number_hash: person.idNumberHash ?? idNumberHash(tx, person.idNumber),
    id_number_masked: maskResidentId(person.idNumber),
    id_last4: person.idNumber.slice(-4),
    sex: person.sex,
    birth_on: person.birthOn,
  };
}

/** Nobody joins before being born: a child of a household registered earlier joins on the day of birth. */
function stayRow(tx: Tx, household: HouseholdKey & { readonly place: number }, stay: NewStay): Result<NewRow, Refusal> {
  const person = readPerson(stay.fields.name, stay.fields.idNumber, todayInShanghai(tx.now));
  if (!person.ok) return person;
  return ok({
    ...residentColumns(tx, person.value, stay.fields),
    county: household.county,
    place: household.place,
    id: stay.id,
    household_id: household.id,
    joined_on: [stay.joinedOn, person.value.birthOn].toSorted().at(-1),
    joined_kind: stay.joinedKind,
  });
}

function keyHolderOf(row: NewRow): KeyHolder {
  return {
    hash: row.id_number_hash as Buffer,
    county: row.county,
    residentId: row.id,
    householdId: String(row.household_id),
  };
}

const emptyFields = toColumns({
  relation: null,
  externalNumber: null,
  ethnicity: null,
  education: null,
  schooling: null,
  health: null,
  labour: null,
  employment: null,
  employmentMonths: null,
  politicalStatus: null,
  military: null,
  medicalInsured: null,
  pensionInsured: null,
  illnessInsured: null,
  lowIncomeSupport: null,
});
