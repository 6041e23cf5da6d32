import { sql } from 'kysely';
import { type NewRow, recordMany } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { householdColumns } from './household-store.ts';
import { fieldsOf, type HomeProposal, type ImportRow, proposeHome, type RowFault } from './import-rules.ts';
import { reviseHomes, reviseStays } from './import-update-store.ts';
import { claimKeys } from './key-store.ts';
import { findHolders, findKnownHomes } from './known-store.ts';
import type { ResidentFields } from './resident-contract.ts';
import { residentColumns } from './resident-store.ts';

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

export interface Applied {
  readonly inserted: number;
  /** of rows that were proposed and not written */
  readonly faults: readonly RowFault[];
}

/** Writes what was proposed. Numbers that somebody else claimed meanwhile take their whole household out. */
export async function applyBatch(tx: Tx, proposals: readonly HomeProposal[], joinedOn: string): Promise<Applied> {
  const arrivals = proposals.filter((one) => one.inserts.length > 0).map((one) => arrivalOf(tx, one));
  const taken = await claimAll(tx, arrivals);
  const lost = arrivals.filter(({ people }) => people.some(({ id }) => !taken.has(id)));
  const faults = await giveBack(tx, lost);
  const out = new Set(lost.map(({ proposal }) => proposal));
  const kept = arrivals.filter(({ proposal }) => !out.has(proposal));
  const known = proposals.filter((one) => one.known !== undefined && !out.has(one));
  await reviseStays(tx, known, 'heads');
  const households = kept.filter(({ proposal }) => proposal.known === undefined);
  await recordMany(
    tx,
    'household',
    households.map((arrival) => householdRow(tx, arrival, joinedOn)),
  );
  const residents = kept.flatMap((arrival) =>
    arrival.people.map((person) => residentRow(tx, arrival, { ...person, joinedOn })),
  );
  await recordMany(tx, 'resident', residents);
  await reviseHomes(tx, known);
  await reviseStays(tx, known, 'others');
  return { inserted: residents.length, faults };
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
  readonly people: readonly Arriving[];
}

interface Arriving {
  readonly id: string;
  readonly row: ImportRow;
  readonly idNumberHash: Buffer;
}

function arrivalOf(tx: Tx, proposal: HomeProposal): Arrival {
  return {
    proposal,
    county: Math.floor(proposal.place / 1_000_000),
    householdId: proposal.known?.id ?? newRecordId(tx),
    people: proposal.inserts.map((row) => ({
      id: newRecordId(tx),
      row,
      idNumberHash: Buffer.from(row.idNumber.hash ?? '', 'hex'),
    })),
  };
}

async function claimAll(tx: Tx, arrivals: readonly Arrival[]): Promise<ReadonlySet<string>> {
  const holders = arrivals.flatMap(({ people, county, householdId }) =>
    people.map(({ id, idNumberHash }) => ({ hash: idNumberHash, county, residentId: id, householdId })),
  );
  return holders.length === 0 ? new Set() : claimKeys(tx, holders);
}

async function giveBack(tx: Tx, lost: readonly Arrival[]): Promise<readonly RowFault[]> {
  if (lost.length === 0) return [];
  const people = lost.flatMap((arrival) => arrival.people);
  await sql`delete from resident_key where resident_id = any(${people.map(({ id }) => id)}::uuid[])
    and id_number_hash = any(${people.map(({ idNumberHash }) => idNumberHash)}::bytea[])`.execute(tx.db);
  const rows = lost.flatMap(({ proposal }) => [...proposal.inserts, ...proposal.updates]);
  return rows.map(({ rowNumber }) => ({ rowNumber, key: 'idNumber', code: 'household_row_rejected' }));
}

function householdRow(tx: Tx, { proposal, county, householdId }: Arrival, joinedOn: string): NewRow {
  const joined = proposal.inserts.map((row) => row.joinedOn ?? joinedOn).toSorted()[0] ?? joinedOn;
  const fields = { number: proposal.number, joinedOn: joined, ...fieldsOf(proposal.homeChange) };
  const columns = householdColumns(tx, { ...emptyHome, ...fields });
  if (!columns.ok) throw new Error(`checked before, refused now: ${columns.refusal.code}`);
  return { ...columns.value, county, id: householdId, place: proposal.place, joined_kind: 'registered' };
}

function residentRow(
  tx: Tx,
  { proposal, county, householdId }: Arrival,
  { id, row, idNumberHash, joinedOn }: Arriving & { readonly joinedOn: string },
): NewRow {
  const { identity } = row;
  if (identity === undefined) throw new Error(`row ${row.rowNumber} is new and has no number`);
  const fields = {
    ...row.person,
    name: row.nameOriginal,
    idNumber: row.idNumber.text,
    relation: row.relation,
  } as ResidentFields;
  return Object.assign(residentColumns(tx, { ...identity, idNumberHash }, fields), {
    joined_on: laterOf(row.joinedOn ?? joinedOn, identity.birthOn),
    joined_kind: 'registered',
    county,
    place: proposal.place,
    id,
    household_id: householdId,
  });
}

/** Nobody joins before being born. */
function laterOf(day: string, birthOn: string): string {
  if (day < birthOn) return birthOn;
  return day;
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
