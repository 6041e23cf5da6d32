import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { findHousehold, listResidents, povertyStateOn } from '../../registers/households/public.ts';
import type { applicationStates, declineCodes } from './application-contract.ts';
import {
  type Applicant,
  draftState,
  type IneligibleCode,
  type LoanKind,
  type LoanPurpose,
  type Poor,
  type Regime,
} from './eligibility-rules.ts';

export type ApplicationState = (typeof applicationStates)[number];
export type DeclineCode = (typeof declineCodes)[number];

export interface ApplicationRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly kind: LoanKind;
  readonly householdId: string | null;
  readonly organisationId: string | null;
  readonly borrowerName: string;
  readonly poor: Poor;
  readonly regime: string | null;
  readonly appliedOn: string;
  readonly amountFen: bigint;
  readonly termMonths: number;
  readonly purpose: LoanPurpose;
  readonly purposeNote: string | null;
  readonly state: ApplicationState;
  readonly refusals: IneligibleCode[];
  readonly bankId: string | null;
  readonly bankName: string | null;
  readonly declineCode: DeclineCode | null;
  readonly decidedOn: string | null;
  readonly note: string | null;
  readonly madeBy: string;
  readonly revision: number;
}

export interface ApplicationFilters {
  readonly q?: string | undefined;
  readonly kind?: LoanKind | undefined;
  readonly state?: ApplicationState | undefined;
  readonly refusal?: IneligibleCode | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'appliedOn' | 'amountFen' | 'borrowerName' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(
    select a.*, coalesce(p.name, '') as place_name, b.name as bank_name
    from loan_application a left join place p on p.code = a.place left join loan_lender b on b.id = a.bank_id
  ) as a`;

const columns = sql`county, id, place, place_name, kind, household_id, organisation_id, borrower_name, poor, regime, applied_on,
  amount_fen, term_months, purpose, purpose_note, state, refusals, bank_id, bank_name, decline_code, decided_on, note, made_by,
  revision`;

const sortColumns = { appliedOn: 'applied_on', amountFen: 'amount_fen', borrowerName: 'borrower_name' } as const;

export async function listApplications(
  tx: Tx,
  query: ApplicationFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ApplicationRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = query.sort ? sql.ref(sortColumns[query.sort]) : sql`applied_on`;
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<ApplicationRow>`select ${columns} ${found} order by ${sorted} ${direction}, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: ApplicationFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.kind) parts.push(sql`kind = ${filters.kind}`);
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.refusal) parts.push(sql`refusals @> ${JSON.stringify([filters.refusal])}::jsonb`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) parts.push(sql`borrower_name like ${`%${filters.q.replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(parts, sql` and `);
}

export async function findApplication(tx: Tx, key: RecordKey): Promise<ApplicationRow | undefined> {
  const { rows } = await sql<ApplicationRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** What the register says of a household that wants to borrow; undefined outside the reader’s range. */
export interface Borrower {
  readonly place: number;
  readonly name: string;
  readonly povertyState: string | null;
  readonly births: readonly string[];
  readonly hasOpenLoan: boolean;
  readonly borrowedUnderRegime: boolean;
}

export async function findBorrower(tx: Tx, key: RecordKey, regime: Regime | undefined): Promise<Borrower | undefined> {
  const household = await findHousehold(tx, key);
  if (!household || household.leftOn !== null) return undefined;
  const present = (await listResidents(tx, key)).filter(({ leftOn }) => leftOn === null);
  const state = await povertyStateOn(tx, key, { day: todayInShanghai(tx.now) });
  const { rows } = await sql<{ open: number; under: number }>`
    select count(*) filter (where state <> 'settled') as open,
      count(*) filter (where regime = ${regime?.name ?? ''}) as under
    from loan where county = ${key.county} and household_id = ${key.id} and kind = 'microcredit'`.execute(tx.db);
  return {
    place: household.place,
    name: present.find(({ relation }) => relation === headRelation)?.name ?? household.number,
    povertyState: state?.state ?? null,
    births: present.map(({ birthOn }) => birthOn),
    hasOpenLoan: (rows[0]?.open ?? 0) > 0,
    borrowedUnderRegime: (rows[0]?.under ?? 0) > 0,
  };
}

const headRelation = '01';

export function applicantOf(
  tx: Tx,
  borrower: Borrower,
  asked: { readonly amountFen: bigint; readonly termMonths: number; readonly purpose: LoanPurpose },
): Applicant {
  const { povertyState, births, hasOpenLoan, borrowedUnderRegime } = borrower;
  const on = todayInShanghai(tx.now);
  return { on, ...asked, povertyState, births, hasOpenLoan, borrowedUnderRegime };
}

export interface ApplicationDraft {
  readonly id: string;
  readonly county: number;
  readonly place: number;
  readonly kind: LoanKind;
  readonly householdId: string | null;
  readonly organisationId: string | null;
  readonly borrowerName: string;
  readonly poor: Poor;
  readonly regime: string | null;
  readonly amountFen: bigint;
  readonly termMonths: number;
  readonly purpose: LoanPurpose;
  readonly purposeNote: string | null;
  readonly refusals: readonly IneligibleCode[];
}

export async function recordApplication(tx: Tx, draft: ApplicationDraft): Promise<void> {
  const { county, id, place, kind, refusals } = draft;
  await record(tx, 'loan_application', {
    ...{ county, id, place, kind, household_id: draft.householdId, organisation_id: draft.organisationId },
    ...{ borrower_name: draft.borrowerName, poor: draft.poor, regime: draft.regime },
    ...{ applied_on: todayInShanghai(tx.now), ...askedColumns(draft) },
    ...{ state: draftState(refusals), refusals: [...refusals], bank_id: null, decline_code: null },
    ...{ decided_on: null, decided_by: null, note: null, made_by: tx.actor.accountId },
  });
}

type Asked = Pick<ApplicationDraft, 'amountFen' | 'termMonths' | 'purpose' | 'purposeNote'>;

function askedColumns({ amountFen, termMonths, purpose, purposeNote }: Asked) {
  return { amount_fen: amountFen, term_months: termMonths, purpose, purpose_note: purposeNote };
}

export async function correctApplication(
  tx: Tx,
  key: RecordKey,
  change: Asked & {
    readonly regime: string | null;
    readonly refusals: readonly IneligibleCode[];
    readonly reason: string;
  },
): Promise<boolean> {
  const { regime, refusals, reason } = change;
  const set = { ...askedColumns(change), regime, refusals: [...refusals], state: draftState(refusals) };
  return (await revise(tx, 'loan_application', { key, set, reason })) !== undefined;
}

/** False when somebody changed it meanwhile. */
export async function moveApplication(
  tx: Tx,
  key: RecordKey,
  move: {
    readonly set: {
      readonly state: ApplicationState;
      readonly bank_id?: string;
      readonly decline_code?: DeclineCode | null;
      readonly decided_on?: string;
      readonly decided_by?: string;
      readonly note?: string | null;
    };
    readonly reason: string;
  },
): Promise<boolean> {
  return (await revise(tx, 'loan_application', { key, ...move })) !== undefined;
}

export async function findLoanOf(tx: Tx, application: RecordKey): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from loan where county = ${application.county} and application_id = ${application.id}`.execute(tx.db);
  return rows[0]?.id;
}
