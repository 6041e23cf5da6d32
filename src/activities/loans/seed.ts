import { sql } from 'kysely';
import type { NewRow } from '../../platform/db/history.ts';
import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, atNine, type LocalDate, localDate } from '../../platform/pure/period.ts';
import type { LoanPurpose } from './eligibility-rules.ts';
import { type DemoStanding, demoOfficeWork, officeTables } from './office-seed.ts';
import { type LoanTerms, maturityOf, planLoan } from './schedule-rules.ts';
import { type LoanPayment, type PaidLine, settleLines } from './standing-rules.ts';

/** A household that may borrow, as the register of the demo has it. */
export interface DemoBorrower {
  readonly id: string;
  readonly name: string;
  readonly poor: 'yes' | 'no';
}

export interface DemoLoanVillage {
  readonly place: number;
  readonly households: readonly DemoBorrower[];
}

export interface DemoLoanSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly bank: { readonly county: number; readonly id: string; readonly name: string };
  /** the clerk who recorded the applications and the bank officer who decided them */
  readonly clerkBy: string;
  readonly bankBy: string;
}

type Table = 'loan_application' | 'loan' | 'loan_instalment' | 'loan_payment' | 'loan_use' | 'loan_visit';

export interface DemoLoans extends Readonly<Record<Table, readonly PastRow[]>> {
  readonly standing: readonly DemoStanding[];
}

/** part of the poor households that borrowed, and of the others that were told why they could not */
const shares = { poor: 0.22, others: 0.02, late: 0.12 } as const;
const purposes: readonly LoanPurpose[] = ['breeding', 'breeding', 'planting', 'machinery', 'facility'];
const items = {
  breeding: '基础母羊',
  planting: '种子化肥',
  machinery: '农机具',
  facility: '棚圈',
  other: '生产资料',
} as const;
const regime = '2018-02-27';
const fenOfTenThousand = 1_000_000;

/** What the households of one village applied for, borrowed and paid back. The same random numbers make the same. */
export function demoLoans(random: () => number, village: DemoLoanVillage, span: DemoLoanSpan): DemoLoans {
  const made: Making = {
    random,
    span,
    place: village.place,
    county: Math.floor(village.place / 1_000_000),
    ...empty(),
  };
  for (const household of village.households) {
    const luck = random();
    if (household.poor === 'yes' && luck < shares.poor) addLoan(made, household);
    else if (household.poor === 'no' && luck < shares.others) addRefused(made, household);
  }
  const { random: _random, span: _span, place: _place, county: _county, ...rows } = made;
  return rows;
}

/** Loads what was made for the villages of a banner; its bank lends from the first day. */
export async function loadDemoLoans(tx: Tx, span: DemoLoanSpan, villages: readonly DemoLoans[]): Promise<void> {
  const { id, county, name } = span.bank;
  await sql`insert into loan_lender (id, county, name, admitted_on, recorded_at, recorded_by)
    values (${id}, ${county}, ${name}, ${span.from}, ${tx.now}, ${tx.actor.accountId}) on conflict do nothing`.execute(
    tx.db,
  );
  const tables: readonly Table[] = [
    'loan_application',
    'loan',
    'loan_instalment',
    'loan_payment',
    'loan_use',
    'loan_visit',
  ];
  for (const table of tables)
    await loadPast(
      tx,
      table,
      villages.flatMap((one) => one[table]),
    );
  const work = demoOfficeWork(
    tx,
    span,
    villages.flatMap(({ standing }) => standing),
  );
  for (const table of officeTables) await loadPast(tx, table, work[table]);
}

interface Making extends Record<Table, PastRow[]> {
  readonly standing: DemoStanding[];
  readonly random: () => number;
  readonly span: DemoLoanSpan;
  readonly place: number;
  readonly county: number;
}

function empty(): Record<Table, PastRow[]> & { standing: DemoStanding[] } {
  const rows = { loan_application: [], loan: [], loan_instalment: [], loan_payment: [], loan_use: [], loan_visit: [] };
  return { ...rows, standing: [] };
}

function addLoan(made: Making, household: DemoBorrower): void {
  const { random, span } = made;
  const days = Math.max(1, Math.floor((Date.parse(span.until) - Date.parse(span.from)) / 86_400_000) - 30);
  const appliedOn = addDays(span.from > regime ? span.from : localDate(regime), 20 + Math.floor(random() * days));
  if (appliedOn > span.until) return;
  const termMonths = random() < 0.5 ? 12 : 36;
  const startsOn = addDays(appliedOn, 9);
  const purpose = purposes[Math.floor(random() * purposes.length)] ?? 'other';
  const amountFen = BigInt((1 + Math.floor(random() * 5)) * fenOfTenThousand);
  const isLent = startsOn <= span.until;
  const applicationId = addApplication(made, {
    ...{ household, appliedOn, amountFen, termMonths, purpose },
    ...(isLent ? { state: 'contracted', bank_id: span.bank.id } : { state: 'draft', bank_id: null }),
    refusals: [],
  });
  if (!isLent) return;
  const terms: LoanTerms = {
    ...{ principalFen: amountFen, ratePpm: termMonths === 12 ? 43_500 : 47_500, method: 'interest_only' },
    ...{ termMonths, everyMonths: 3, startsOn, firstDueOn: null, dayCount: 'actual_360', shiftHolidays: true },
  };
  addContract(made, { household, applicationId, terms, purpose });
}

interface DemoApplication {
  readonly household: DemoBorrower;
  readonly appliedOn: LocalDate;
  readonly amountFen: bigint;
  readonly termMonths: number;
  readonly purpose: LoanPurpose;
  readonly state: 'draft' | 'contracted' | 'refused';
  readonly bank_id: string | null;
  readonly refusals: readonly string[];
}

function addApplication(made: Making, application: DemoApplication): string {
  const { household, appliedOn, amountFen, termMonths, purpose, state, bank_id, refusals } = application;
  const { county, place, span } = made;
  const isDecided = state === 'contracted';
  const row = {
    ...{ county, id: nextId(made, appliedOn), place, kind: 'microcredit', household_id: household.id },
    ...{ organisation_id: null, borrower_name: household.name, poor: household.poor, regime, applied_on: appliedOn },
    ...{ amount_fen: amountFen, term_months: termMonths, purpose, purpose_note: null, state, refusals: [...refusals] },
    ...{ bank_id, decline_code: null, note: null, made_by: span.clerkBy },
    decided_on: isDecided ? addDays(appliedOn, 7) : null,
    decided_by: isDecided ? span.bankBy : null,
  };
  made.loan_application.push({ row, recordedAt: atNine(appliedOn) });
  return row.id;
}

function addRefused(made: Making, household: DemoBorrower): void {
  const { span, random } = made;
  const appliedOn = addDays(span.until, -Math.floor(random() * 300) - 1);
  addApplication(made, {
    ...{ household, appliedOn, amountFen: 5_000_000n, termMonths: 36, purpose: 'breeding', state: 'refused' },
    ...{ bank_id: null, refusals: ['not_registered'] },
  });
}

interface DemoContract {
  readonly household: DemoBorrower;
  readonly applicationId: string;
  readonly terms: LoanTerms;
  readonly purpose: LoanPurpose;
}

function addContract(made: Making, { household, applicationId, terms, purpose }: DemoContract): void {
  const { county, place, span, random } = made;
  const { principalFen, startsOn } = terms;
  const planned = planLoan(terms);
  if (!planned.ok) throw new Error(`a demo loan has terms: ${planned.refusal.code}`);
  const isLate = random() < shares.late;
  const due = planned.value.filter(({ payBy }) => payBy <= span.until);
  const payments = due.slice(0, isLate ? -1 : due.length).map(
    ({ payBy, principalFen: principal, interestFen }): LoanPayment => ({
      ...{ kind: 'instalment', paidOn: payBy, principalFen: principal, interestFen, afterwards: null },
    }),
  );
  const settled = settleLines(planned.value, payments);
  if (!settled.ok) throw new Error(`a demo loan is paid by its plan: ${settled.refusal.code}`);
  const id = nextId(made, startsOn);
  const contractNumber = `NX${startsOn.slice(0, 4)}-${id.slice(-8)}`.toUpperCase();
  const owner = { household_id: household.id, organisation_id: null, bank_id: span.bank.id };
  const outstanding = payments.reduce((left, one) => left - one.principalFen, principalFen);
  const isSettled = settled.value.every(({ settledOn }) => settledOn !== null);
  const row: NewRow = {
    ...{ county, id, place, kind: 'microcredit', application_id: applicationId, ...owner },
    ...{ borrower_name: household.name, poor: household.poor, contract_number: contractNumber },
    ...{ regime, once_regime: regime, principal_fen: principalFen, rate_ppm: terms.ratePpm, method: terms.method },
    ...{ term_months: terms.termMonths, every_months: terms.everyMonths, starts_on: startsOn, first_due_on: null },
    ...{ ends_on: maturityOf(terms), day_count: terms.dayCount, shift_holidays: true, purpose, collateral: 'none' },
    ...{ subsidised: true, extended_on: null, extended_months: null, extensions: 0, outstanding_fen: outstanding },
    ...{ state: isSettled ? 'settled' : 'open', settled_on: isSettled ? (payments.at(-1)?.paidOn ?? null) : null },
  };
  const recordedAt = atNine(startsOn);
  made.loan.push({ row, recordedAt });
  const base = { county, place, loan_id: id, ...owner };
  addLines(made, base, { lines: settled.value, startsOn });
  const kept = addPayments(made, base, payments);
  made.standing.push({
    ...{ id, county, place, householdId: household.id, borrowerName: household.name, poor: household.poor },
    ...{ contractNumber, terms, payments: kept, lines: settled.value },
  });
  addUse(made, base, { terms, purpose });
}

type Base = Pick<NewRow, 'county' | 'place'> & { readonly loan_id: string };

function addLines(
  made: Making,
  base: Base,
  { lines, startsOn }: { readonly lines: readonly PaidLine[]; readonly startsOn: LocalDate },
): void {
  for (const line of lines) {
    const row = {
      ...{ ...base, id: nextId(made, startsOn), kind: line.kind, number: line.number, due_on: line.dueOn },
      ...{ pay_by: line.payBy, principal_fen: line.principalFen, interest_fen: line.interestFen },
      ...{ paid_principal_fen: 0n, paid_interest_fen: 0n, settled_on: null },
    };
    const past = { row, recordedAt: atNine(startsOn) };
    if (line.settledOn === null) made.loan_instalment.push(past);
    else {
      const set = {
        ...{ paid_principal_fen: line.paidPrincipalFen, paid_interest_fen: line.paidInterestFen },
        settled_on: line.settledOn,
      };
      const later = { set, recordedAt: atNine(line.settledOn), reason: 'paid' };
      made.loan_instalment.push({ ...past, later });
    }
  }
}

function addPayments(made: Making, base: Base, payments: readonly LoanPayment[]): DemoStanding['payments'] {
  return payments.map((payment) => {
    const { paidOn, principalFen, interestFen } = payment;
    const id = nextId(made, paidOn);
    const receipt = `${paidOn.replaceAll('-', '')}${id.slice(-6).toUpperCase()}`;
    const row = {
      ...{ ...base, id, kind: 'instalment', paid_on: paidOn, principal_fen: principalFen, interest_fen: interestFen },
      ...{ penalty_fen: 0n, afterwards: null, receipt, statement_id: null },
    };
    made.loan_payment.push({ row, recordedAt: atNine(paidOn) });
    return { ...payment, id, receipt };
  });
}

function addUse(
  made: Making,
  base: Base,
  { terms, purpose }: { readonly terms: LoanTerms; readonly purpose: LoanPurpose },
): void {
  const happenedOn = addDays(terms.startsOn, 20 + Math.floor(made.random() * 60));
  if (happenedOn > made.span.until || made.random() < 0.08) return;
  const known: Readonly<Record<string, string>> = items;
  const row = {
    ...{ ...base, id: nextId(made, happenedOn), happened_on: happenedOn, amount_fen: terms.principalFen },
    ...{ item: known[purpose] ?? items.other, evidence: '发票、照片' },
  };
  made.loan_use.push({ row, recordedAt: atNine(happenedOn) });
}

function nextId({ random }: Making, day: string): string {
  return seededId(atNine(day).getTime(), random);
}
