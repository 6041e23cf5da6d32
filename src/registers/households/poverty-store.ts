import { sql } from 'kysely';
import { asOf, type NewRow, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { carryFiles, listFiles } from '../../platform/files/attachments.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { HouseholdHead, HouseholdKey } from './household-store.ts';
import type { DecisionView, PovertyFields, PovertyView } from './poverty-contract.ts';
import {
  checkRedating,
  latestSpan,
  type PovertyChange,
  type PovertyState,
  proposePoverty,
  spanOn,
} from './poverty-rules.ts';
import { toColumns } from './rules.ts';

/** Every state a household was in, the latest first, as known now. */
export async function listPoverty(tx: Tx, household: HouseholdKey): Promise<readonly PovertyView[]> {
  const { rows } = await sql<PovertyView>`
    select ${povertyColumns} from poverty_registration
    where county = ${household.county} and household_id = ${household.id} order by starts_on desc limit 200`.execute(
    tx.db,
  );
  return rows;
}

/** The states of a household, each with the papers of its decision. */
export async function withFiles(tx: Tx, county: number, spans: readonly PovertyView[]): Promise<DecisionView[]> {
  const ids = spans.map(({ id }) => id);
  const files = await listFiles(tx, { county, table: 'poverty_registration', ids });
  return spans.map((span) => ({ ...span, files: files.get(span.id) ?? [] }));
}

/**
 * Who was registered as poor on a day, as known at an instant (now where none is given)? Answers for one household with
 * the registration that held, or undefined.
 */
export async function povertyStateOn(
  tx: Tx,
  household: HouseholdKey,
  on: { readonly day: string; readonly asOf?: Date | undefined },
): Promise<PovertyView | undefined> {
  const source = on.asOf ? asOf('poverty_registration', on.asOf) : sql`poverty_registration`;
  const { rows } = await sql<PovertyView>`
    select ${povertyColumns} from ${source} as p
    where county = ${household.county} and household_id = ${household.id} and starts_on <= ${on.day}::date
      and (ends_on is null or ends_on > ${on.day}::date)`.execute(tx.db);
  return spanOn(rows, on.day);
}

/** Records a new state by a decision and ends the one before on the same day, in one act. */
export async function registerPoverty(
  tx: Tx,
  household: HouseholdHead,
  entry: { readonly id: string; readonly state: PovertyState; readonly fields: PovertyFields },
): Promise<Result<PovertyChange, Refusal>> {
  const spans = await listPoverty(tx, household);
  const today = todayInShanghai(tx.now);
  const step = proposePoverty({ spans, household, today }, { state: entry.state, ...entry.fields });
  if (!step.ok) return step;
  if (entry.fields.decidedOn > today) return refuse({ code: 'date_in_future', field: 'decidedOn' });
  const { change, closes } = step.value;
  if (closes) {
    const ended = await endRegistration(tx, household, {
      id: closes.id,
      endsOn: entry.fields.startsOn,
      reason: change,
    });
    if (!ended) return refuse({ code: 'stale' });
  }
  await record(tx, 'poverty_registration', povertyRow(household, { ...entry, change }));
  return ok(change);
}

export interface PovertyRecord extends HouseholdKey {
  readonly place: number;
  readonly householdId: string;
}

export async function findPovertyRecord(tx: Tx, key: HouseholdKey): Promise<PovertyRecord | undefined> {
  return tx.db
    .selectFrom('povertyRegistration')
    .select(['county', 'id', 'place', 'householdId'])
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

/** Corrects a registration; a new first day moves the end of the state before, where the two meet. */
export async function correctPoverty(
  tx: Tx,
  household: HouseholdHead,
  change: {
    readonly id: string;
    readonly revision: number;
    readonly fields: Partial<PovertyFields>;
    readonly reason: string;
  },
): Promise<Result<number, Refusal>> {
  const { id, revision, fields, reason } = change;
  if (fields.startsOn !== undefined) {
    const spans = await listPoverty(tx, household);
    const redated = checkRedating(
      { spans, household, today: todayInShanghai(tx.now) },
      { id, startsOn: fields.startsOn },
    );
    if (!redated.ok) return redated;
    const { before } = redated.value;
    const moved =
      before === undefined ||
      (await endRegistration(tx, household, { id: before.id, endsOn: fields.startsOn, reason }));
    if (!moved) return refuse({ code: 'stale' });
  }
  const set = toColumns(fields);
  for (const key of Object.keys(set)) if (set[key] === undefined) delete set[key];
  const images = await revise(tx, 'poverty_registration', {
    key: { county: household.county, id, revision },
    set,
    reason,
  });
  return images ? ok(revision + 1) : refuse({ code: 'stale' });
}

/** Declares the latest registration void; the state before it, where the two meet, holds again. */
export async function withdrawPoverty(
  tx: Tx,
  household: HouseholdHead,
  change: { readonly id: string; readonly revision: number; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const spans = await listPoverty(tx, household);
  const latest = latestSpan(spans);
  if (latest?.id !== change.id) return refuse({ code: 'poverty_not_latest' });
  const key = { county: household.county, id: change.id, revision: change.revision };
  if (!(await withdraw(tx, 'poverty_registration', { key, reason: change.reason }))) return refuse({ code: 'stale' });
  const before = spans.find((span) => span.endsOn === latest.startsOn);
  if (before) await endRegistration(tx, household, { id: before.id, endsOn: null, reason: change.reason });
  return ok(true);
}

/** Ends the state that holds, because its household moves, merges or ends. Returns it; undefined: there was none. */
export async function endPoverty(
  tx: Tx,
  household: HouseholdKey,
  end: { readonly endsOn: string; readonly reason: string },
): Promise<Result<PovertyView | undefined, Refusal>> {
  const current = (await listPoverty(tx, household)).find((span) => span.endsOn === null);
  if (!current) return ok(undefined);
  if (end.endsOn <= current.startsOn) {
    return refuse({ code: 'poverty_date_order', field: 'happenedOn', values: { date: current.startsOn } });
  }
  const ended = await endRegistration(tx, household, { id: current.id, ...end });
  return ended ? ok(current) : refuse({ code: 'stale' });
}

/** The same state goes on in another household (moved or split): no entry, no exit. */
export async function carryPoverty(
  tx: Tx,
  household: HouseholdKey & { readonly place: number },
  carried: { readonly id: string; readonly from: PovertyView; readonly startsOn: string },
): Promise<void> {
  const { state, change: _change, id: _id, revision: _revision, endsOn: _endsOn, ...fields } = carried.from;
  const entry = {
    id: carried.id,
    state,
    change: 'carried' as const,
    fields: { ...fields, startsOn: carried.startsOn },
  };
  await record(tx, 'poverty_registration', povertyRow(household, entry));
  const registration = { county: household.county, table: 'poverty_registration' };
  await carryFiles(tx, { ...registration, id: carried.from.id }, { id: carried.id, place: household.place });
}

async function endRegistration(
  tx: Tx,
  household: HouseholdKey,
  end: { readonly id: string; readonly endsOn: string | null; readonly reason: string },
): Promise<boolean> {
  const key = { county: household.county, id: end.id };
  return (
    (await revise(tx, 'poverty_registration', { key, set: { ends_on: end.endsOn }, reason: end.reason })) !== undefined
  );
}

function povertyRow(
  household: HouseholdKey & { readonly place: number },
  entry: {
    readonly id: string;
    readonly state: PovertyState;
    readonly change: PovertyChange;
    readonly fields: PovertyFields;
  },
): NewRow {
  const { county, id: householdId, place } = household;
  const columns = toColumns({ ...entry.fields, note: entry.fields.note ?? null });
  return {
    ...columns,
    county,
    place,
    id: entry.id,
    household_id: householdId,
    state: entry.state,
    change: entry.change,
  };
}

const povertyColumns = sql`id, revision, state, change, standard, kind, main_cause, other_causes, starts_on, ends_on,
  document_number, decided_on, note`;
