import { sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { findHouseholdView, povertyStateOn } from '../../registers/households/public.ts';
import type { ApplicationRow } from './application-store.ts';
import { type ConsentFacts, type ConsentField, factsOf, isInForce } from './consent-rules.ts';

export interface ConsentRow {
  readonly id: string;
  readonly bankId: string;
  readonly fields: ConsentField[];
  readonly facts: ConsentFacts;
  readonly givenOn: string;
  readonly endsOn: string;
  readonly withdrawnOn: string | null;
  readonly paper: string;
  readonly revision: number;
}

/** The last consent to an application. */
export async function findConsent(tx: Tx, application: RecordKey): Promise<ConsentRow | undefined> {
  const { rows } = await sql<ConsentRow>`
    select id, bank_id, fields, facts, given_on, ends_on, withdrawn_on, paper, revision from loan_consent
    where county = ${application.county} and application_id = ${application.id}
    order by withdrawn_on is not null, given_on desc, id desc limit 1`.execute(tx.db);
  return rows[0];
}

/** The consent as its reader may see it: the facts only while it is in force. */
export function shownConsent(tx: Tx, consent: ConsentRow) {
  const inForce = isInForce(consent, todayInShanghai(tx.now));
  const { bankId: _bank, facts, ...shown } = consent;
  return { ...shown, facts: inForce ? { ...facts } : null, inForce };
}

export interface NewConsent {
  readonly id: string;
  readonly fields: readonly ConsentField[];
  readonly endsOn: string;
  readonly paper: string;
}

/** Keeps what the register says today of the fields named, and nothing else. False outside the reader’s range. */
export async function recordConsent(
  tx: Tx,
  application: ApplicationRow,
  consent: NewConsent & { readonly bankId: string },
): Promise<boolean> {
  const { county, place, id, householdId } = application;
  if (householdId === null) return false;
  const key = { county, id: householdId };
  const household = await findHouseholdView(tx, key);
  if (!household) return false;
  const givenOn = todayInShanghai(tx.now);
  const state = await povertyStateOn(tx, key, { day: givenOn });
  const fields = [...new Set(consent.fields)];
  await record(tx, 'loan_consent', {
    ...{ county, id: consent.id, place, application_id: id, household_id: householdId, bank_id: consent.bankId },
    ...{ fields, facts: factsOf(fields, { ...household, povertyState: state?.state ?? null }) },
    ...{ given_on: givenOn, ends_on: consent.endsOn, withdrawn_on: null, paper: consent.paper },
  });
  return true;
}

/** Taken back: no fact stays with it. False when somebody changed it meanwhile. */
export async function withdrawConsent(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  const set = { facts: {}, withdrawn_on: todayInShanghai(tx.now) };
  return (await revise(tx, 'loan_consent', { key, set, reason })) !== undefined;
}
