import type { LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const loanKinds = ['microcredit', 'cooperative', 'enterprise'] as const;
export type LoanKind = (typeof loanKinds)[number];

export const loanPurposes = [
  'breeding',
  'planting',
  'machinery',
  'processing',
  'trade',
  'facility',
  'other',
  'consumption',
  'housing',
  'relending',
] as const;
export type LoanPurpose = (typeof loanPurposes)[number];

/** What microcredit may not be spent on: weddings and daily life, houses, and money passed on to enterprises or platforms. */
const excludedPurposes: readonly LoanPurpose[] = ['consumption', 'housing', 'relending'];

/** Households whose loans are carried by the programme: on the register, relapsed, and lifted out while they keep support. */
const eligibleStates: readonly string[] = ['registered', 'relapsed', 'lifted_out'];

export type Poor = 'yes' | 'no' | 'unknown';

const poorStates: readonly string[] = ['registered', 'relapsed'];

/** Whether a household counts as poor in that state of the poverty register; null: it was never on it. */
export function poorOf(povertyState: string | null): Poor {
  return poorStates.includes(povertyState ?? '') ? 'yes' : 'no';
}

export const collaterals = ['none', 'guarantee', 'mortgage', 'pledge'] as const;
export type Collateral = (typeof collaterals)[number];

/** The rules of microcredit in force on a day, as the dated parameters have them. */
export interface Regime {
  /** the day from which its ceiling holds: its name */
  readonly name: string;
  readonly ceilingFen: bigint;
  readonly mostMonths: number;
  /** up to twelve months, and longer */
  readonly shortRatePpm: number;
  readonly longRatePpm: number;
  readonly leastAge: number;
  readonly mostAge: number;
  /** a household borrows once under it, instead of anew when the loan before is repaid */
  readonly once: boolean;
}

export interface Applicant {
  readonly on: LocalDate;
  readonly amountFen: bigint;
  readonly termMonths: number;
  readonly purpose: LoanPurpose;
  /** of the household on that day; null: never registered */
  readonly povertyState: string | null;
  /** days of birth of those who live there */
  readonly births: readonly string[];
  readonly hasOpenLoan: boolean;
  readonly borrowedUnderRegime: boolean;
}

export const ineligibleCodes = [
  'no_regime',
  'not_registered',
  'above_ceiling',
  'term_too_long',
  'purpose_excluded',
  'nobody_of_age',
  'open_loan',
  'borrowed_before',
] as const;
export type IneligibleCode = (typeof ineligibleCodes)[number];

/** All that stands against a microcredit, by code; empty: it may go to a bank. Nothing is known where no regime holds. */
export function findIneligible(regime: Regime | undefined, applicant: Applicant): readonly IneligibleCode[] {
  if (!regime) return ['no_regime'];
  const { on, amountFen, termMonths, purpose, povertyState, births } = applicant;
  const isOfAge = births.some((birth) => {
    const age = ageOn(birth, on);
    return age >= regime.leastAge && age <= regime.mostAge;
  });
  const found: Readonly<Record<Exclude<IneligibleCode, 'no_regime'>, boolean>> = {
    not_registered: povertyState === null || !eligibleStates.includes(povertyState),
    above_ceiling: amountFen > regime.ceilingFen,
    term_too_long: termMonths > regime.mostMonths,
    purpose_excluded: excludedPurposes.includes(purpose),
    nobody_of_age: !isOfAge,
    open_loan: applicant.hasOpenLoan,
    borrowed_before: regime.once && applicant.borrowedUnderRegime,
  };
  return ineligibleCodes.filter((code) => code !== 'no_regime' && found[code]);
}

/** An application that nothing stands against is a draft for a bank. */
export function draftState(against: readonly IneligibleCode[]): 'draft' | 'refused' {
  return against.length === 0 ? 'draft' : 'refused';
}

/** Full years of life on a day; who was born on the last of February of a leap year turns older on the first of March. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

export function rateCeilingPpm(regime: Regime, termMonths: number): number {
  return termMonths <= 12 ? regime.shortRatePpm : regime.longRatePpm;
}

export interface OfferedTerms {
  readonly amountFen: bigint;
  readonly termMonths: number;
  readonly ratePpm: number;
}

export type TermsRefusal = Refusal<
  'loan_above_applied' | 'loan_term_above_applied' | 'loan_rate_above' | 'loan_no_regime' | 'loan_above_ceiling'
>;

/** Checks what a bank puts into the contract of a microcredit against the application and the rules of that day. */
export function checkTerms(
  regime: Regime | undefined,
  applied: { readonly amountFen: bigint; readonly termMonths: number },
  offered: OfferedTerms,
): Result<true, TermsRefusal> {
  if (!regime) return refuse(refusal('loan_no_regime', 'startsOn'));
  const within = checkApplied(applied, offered);
  if (!within.ok) return within;
  if (offered.amountFen > regime.ceilingFen) return refuse(refusal('loan_above_ceiling', 'principalFen'));
  const mostPpm = rateCeilingPpm(regime, offered.termMonths);
  if (offered.ratePpm > mostPpm) return refuse(refusal('loan_rate_above', 'ratePpm', { most: formatPpm(mostPpm) }));
  return ok(true);
}

/** No contract goes beyond what was applied for. */
export function checkApplied(
  applied: { readonly amountFen: bigint; readonly termMonths: number },
  offered: Pick<OfferedTerms, 'amountFen' | 'termMonths'>,
): Result<true, TermsRefusal> {
  if (offered.amountFen > applied.amountFen) return refuse(refusal('loan_above_applied', 'principalFen'));
  if (offered.termMonths > applied.termMonths) return refuse(refusal('loan_term_above_applied', 'termMonths'));
  return ok(true);
}

/** A yearly rate in percent without trailing zeros: 43500 → `4.35%`. */
export function formatPpm(ppm: number): string {
  const digits = String(ppm).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/, '');
  return `${digits.slice(0, -4)}${decimals === '' ? '' : `.${decimals}`}%`;
}

/** Reads a yearly rate in percent, at most four decimals: `4.785` → 47850. Undefined for anything else. */
export function ppmOfPercent(text: string): number | undefined {
  const [, whole = '', decimals = ''] = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(text.trim()) ?? [];
  return whole === '' ? undefined : Number(`${whole}${decimals.padEnd(4, '0')}`);
}
