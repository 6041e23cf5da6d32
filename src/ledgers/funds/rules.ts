import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { Refusal } from '../../platform/pure/result.ts';

/** Kinds of public money (article 11; the list of sources after the programme tables of practice). */
export const fundKinds = ['industry', 'poverty_industry', 'agriculture', 'social'] as const;
export type FundKind = (typeof fundKinds)[number];

export const fundLevels = ['central', 'region', 'city', 'banner', 'social'] as const;
export type FundLevel = (typeof fundLevels)[number];

export const fundSources = [
  'development',
  'work_relief',
  'minority',
  'state_forest',
  'state_farm',
  'budget',
  'social',
] as const;
export type FundSource = (typeof fundSources)[number];

/** What public money may be for; an earmark lists some of them. */
export const permittedPurposes = [
  'industry',
  'breeding_stock',
  'machinery',
  'production_building',
  'training',
  'insurance_premium',
  'interest_subsidy',
  'reward',
  'land',
  'risk_fund',
  'risk_compensation',
  'management_fee',
] as const;

/** Uses that fiscal rules forbid; the days are data (`fund_forbidden_use`). */
export const forbiddenPurposes = [
  'running_costs',
  'vehicles',
  'office_building',
  'bonus_welfare',
  'debt_repayment',
  'equity_injection',
  'unrelated',
] as const;

export const purposes = [...permittedPurposes, ...forbiddenPurposes] as const;
export type Purpose = (typeof purposes)[number];

export const payeeKinds = ['household', 'cooperative', 'enterprise', 'person', 'agency', 'insurer', 'bank'] as const;
export type PayeeKind = (typeof payeeKinds)[number];

export const holders = ['office', 'village', 'cooperative'] as const;
export type Holder = (typeof holders)[number];

export const pools = ['special', 'risk'] as const;
export type Pool = (typeof pools)[number];

export const disciplines = ['fifo', 'pro_rata'] as const;
export type Discipline = (typeof disciplines)[number];

export const movementKinds = ['receipt', 'allocation', 'recall', 'return', 'payment', 'recovery'] as const;
export type MovementKind = (typeof movementKinds)[number];

/**
 * The accounts of each book: each is kept by document, so a balance says whose money it is. `allotted` is what came from
 * an account above, `received` what came from outside; `returned` went back to the account above, `sent_back` outside.
 */
export const chart = [
  { code: 'available', subKind: 'document', least: 0n },
  { code: 'committed', subKind: 'document', least: 0n },
  { code: 'passed_on', subKind: 'document', least: 0n },
  { code: 'paid', subKind: 'document', least: 0n },
  { code: 'returned', subKind: 'document', least: 0n },
  { code: 'sent_back', subKind: 'document', least: 0n },
  { code: 'received', subKind: 'document', most: 0n },
  { code: 'allotted', subKind: 'document', most: 0n },
] as const;

/** Refusals that the posting function gives; an override may lift the first four of them. */
export const liftableCodes = [
  'fund_purpose_forbidden',
  'fund_other_place',
  'fund_payee_kind',
  'fund_outside_window',
] as const;
export type LiftableCode = (typeof liftableCodes)[number];

export const postingCodes = [
  ...liftableCodes,
  'fund_insufficient',
  'fund_use_forbidden',
  'fund_risk_only',
  'fund_project_closed',
  'fund_management_cap',
  'fund_commitment_exceeded',
  'fund_recovered_before',
  'fund_over_document',
  'fund_override_other',
  'fund_override_payer',
  'fund_override_used',
  'fund_duplicate',
  'fund_same_person',
] as const;

export type FundRefusal = Refusal<
  (typeof postingCodes)[number] | 'not_found' | 'ledger_below_least' | 'ledger_period_closed'
>;

/** The places an earmark is for, as the database compares them. */
export function boundsOf(places: readonly Place[]): { readonly los: number[]; readonly his: number[] } {
  const ranges = places.map(placeRange);
  return { los: ranges.map(({ lo }) => lo), his: ranges.map(({ hi }) => hi) };
}

export const overrideStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type OverrideState = (typeof overrideStates)[number];

export const recoveryCauses = ['misused', 'unspent', 'overpaid', 'failed'] as const;
export type RecoveryCause = (typeof recoveryCauses)[number];

export const recoveryStates = ['open', 'overdue', 'received'] as const;
export type RecoveryState = (typeof recoveryStates)[number];
