import { sql } from 'kysely';
import { type NewRow, recordMany, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { Refusal, Result } from '../../platform/pure/result.ts';
import type { HouseholdFields } from './contract.ts';
import { householdColumns, newRecordId } from './household-store.ts';
import { type HomeChange, type HomeProposal, type ImportRow, proposeHome, type RowFault } from './import-rules.ts';
import { claimKeys, idNumberHash } from './key-store.ts';
import { findHolders, findKnownHomes } from './known-store.ts';
import type { ResidentFields } from './resident-contract.ts';
import { correctResident, residentColumns } from './resident-store.ts';
import { readPerson } from './rules.ts';

/** Decides a batch of rows against what is known, by a few statements for all of them; writes nothing. */
export async function proposeBatch(
  tx: Tx,
  rows: readonly ImportRow[],
  planned: ReadonlySet<string>,
): Promise<readonly HomeProposal[]> {
  const groups = [...Map.groupBy(rows, (row) => `${row.place}:${row.number}`).values()];
  const firsts = groups.flatMap(([first]) => first ?? []);
  const homes = await findKnownHomes(tx, firsts);
  const hashes = rows.flatMap((row) => row.idNumber.hash ?? []);
  const holders = await findHolders(tx, hashes);
  return groups.map((group) => {
    const [first] = group;
    const known = first && homes.get(`${first.place}:${first.number}`);
    const proposal = proposeHome(group, known, holders);
    // in a dry run a household that came earlier in the file is not on record yet: its head stands further up
    const key = `${first?.place}:${first?.number}`;
    return known === undefined && planned.has(key) ? withoutHeadFaults(group, proposal) : proposal;
  });
}

/** Writes what was proposed. Numbers that somebody else claimed meanwhile take their whole household out. */
export async function applyBatch(
  tx: Tx,
  proposals: readonly HomeProposal[],
  joinedOn: string,
): Promise<readonly RowFault[]> {
  const arrivals = proposals.filter((one) => one.inserts.length > 0).map((one) => arrivalOf(tx, one));
  const taken = await claimAll(tx, arrivals);
  const faults: RowFault[] = [];
  const households: NewRow[] = [];
  const residents: NewRow[] = [];
  for (const arrival of arrivals) {
    const lost = arrival.people.some(({ id }) => !taken.has(id));
    if (lost) faults.push(...(await giveBack(tx, arrival)));
    else {
      if (arrival.proposal.known === undefined) households.push(householdRow(tx, arrival, joinedOn));
      residents.push(...arrival.people.map((person) => residentRow(tx, arrival, { ...person, joinedOn })));
    }
  }
  await recordMany(tx, 'household', households);
  await recordMany(tx, 'resident', residents);
  for (const proposal of proposals) await applyUpdates(tx, proposal);
  return faults;
}

/** Notes the import; a file that goes in whole goes in once (a second one meets the unique index). */
export async function recordImport(
  tx: Tx,
  file: { readonly place: number; readonly contentHash: string; readonly name: string },
  counts: {
    readonly inserted: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly rejected: number;
  },
): Promise<void> {
  const { inserted, updated, unchanged, rejected } = counts;
  await sql`insert into household_import (county, id, place, content_hash, file_name, inserted, updated, unchanged, rejected, recorded_at, recorded_by)
    values (${Math.floor(file.place / 1_000_000)}, ${newRecordId(tx)}, ${file.place}, ${Buffer.from(file.contentHash, 'hex')}, ${file.name.slice(0, 200)},
      ${inserted}, ${updated}, ${unchanged}, ${rejected}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
}

interface Arrival {
  readonly proposal: HomeProposal;
  readonly county: number;
  readonly householdId: string;
  readonly people: readonly { readonly id: string; readonly row: ImportRow }[];
}

function arrivalOf(tx: Tx, proposal: HomeProposal): Arrival {
  return {
    proposal,
    county: Math.floor(proposal.place / 1_000_000),
    householdId: proposal.known?.id ?? newRecordId(tx),
    people: proposal.inserts.map((row) => ({ id: newRecordId(tx), row })),
  };
}

async function claimAll(tx: Tx, arrivals: readonly Arrival[]): Promise<ReadonlySet<string>> {
  const holders = arrivals.flatMap(({ people, county, householdId }) =>
    people.map(({ id, row }) => ({ hash: idNumberHash(tx, row.idNumber.text), county, residentId: id, householdId })),
  );
  return holders.length === 0 ? new Set() : claimKeys(tx, holders);
}

async function giveBack(tx: Tx, { people }: Arrival): Promise<RowFault[]> {
  await sql`delete from resident_key where resident_id = any(${people.map(({ id }) => id)}::uuid[])
    and id_number_hash = any(${people.map(({ row }) => idNumberHash(tx, row.idNumber.text))}::bytea[])`.execute(tx.db);
  return people.map(({ row }) => ({ rowNumber: row.rowNumber, key: 'idNumber', code: 'household_row_rejected' }));
}

function householdRow(tx: Tx, { proposal, county, householdId }: Arrival, joinedOn: string): NewRow {
  const joined = proposal.inserts.map((row) => row.joinedOn ?? joinedOn).toSorted()[0] ?? joinedOn;
  const fields = { number: proposal.number, joinedOn: joined, ...fieldsOf(proposal.homeChange) };
  const columns = unwrap(householdColumns(tx, { ...emptyHome, ...fields }));
  return { ...columns, county, id: householdId, place: proposal.place, joined_kind: 'registered' };
}

function residentRow(
  tx: Tx,
  { proposal, county, householdId }: Arrival,
  { id, row, joinedOn }: { id: string; row: ImportRow; joinedOn: string },
): NewRow {
  const person = unwrap(readPerson(row.name, row.idNumber.text, todayInShanghai(tx.now)));
  const fields = {
    ...row.person,
    name: row.name,
    idNumber: row.idNumber.text,
    relation: row.relation,
  } as ResidentFields;
  const joined = [row.joinedOn ?? joinedOn, person.birthOn].toSorted().at(-1);
  const stay = { joined_on: joined, joined_kind: 'registered' };
  return {
    ...residentColumns(tx, person, fields),
    ...stay,
    county,
    place: proposal.place,
    id,
    household_id: householdId,
  };
}

async function applyUpdates(tx: Tx, proposal: HomeProposal): Promise<void> {
  const { known, homeChange } = proposal;
  if (!known) return;
  if (homeChange) {
    const set = unwrap(householdColumns(tx, fieldsOf(homeChange)));
    const key = { county: known.county, id: known.id, revision: known.revision };
    mustHappen(await revise(tx, 'household', { key, set, reason: 'import' }));
  }
  for (const { stay, changed } of proposal.updates) {
    const { relation, ...fields } = changed;
    const revision = stay.revision;
    if (relation !== undefined) {
      const key = { county: known.county, id: stay.id, revision };
      mustHappen(await revise(tx, 'resident', { key, set: { relation }, reason: 'import' }));
    }
    if (Object.keys(fields).length === 0) continue;
    const target = {
      ...stay,
      county: known.county,
      place: known.place,
      householdId: known.id,
      leftOn: null,
      idNumberHash: Buffer.from(stay.hash, 'hex'),
    };
    const change = {
      revision: relation === undefined ? revision : revision + 1,
      fields: fields as Partial<ResidentFields>,
      reason: 'import',
    };
    mustHappen((await correctResident(tx, target, change)).ok ? true : undefined);
  }
}

/** Somebody changed a record between the look and the write: the transaction is tried anew as a conflict. */
function mustHappen(done: unknown): void {
  if (done === undefined) throw Object.assign(new Error('a record changed during the import'), { code: '40001' });
}

function fieldsOf(change: HomeChange | undefined): Partial<HouseholdFields> {
  if (!change) return {};
  const { cells, phone, bankCard } = change;
  return { ...cells, ...(phone ? { phone: phone.text } : {}), ...(bankCard ? { bankCard: bankCard.text } : {}) };
}

/** Every column a sheet can fill, so that all new rows have the same ones. */
const emptyHome = {
  externalNumber: null,
  address: null,
  phone: null,
  bankCard: null,
  croplandMu: null,
  irrigatedMu: null,
  forestMu: null,
  grasslandMu: null,
  housingM2: null,
  housingDangerous: null,
};

function withoutHeadFaults(group: readonly ImportRow[], proposal: HomeProposal): HomeProposal {
  const headless = new Set(
    proposal.faults.filter((fault) => fault.code === 'household_without_head').map((fault) => fault.rowNumber),
  );
  return {
    ...proposal,
    faults: proposal.faults.filter((fault) => !headless.has(fault.rowNumber)),
    inserts: [...proposal.inserts, ...group.filter((row) => headless.has(row.rowNumber))],
  };
}

function unwrap<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`checked before, refused now: ${result.refusal.code}`);
  return result.value;
}
