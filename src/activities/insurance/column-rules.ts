import {
  type InsuranceLine,
  type InsuranceUnit,
  type LineAmounts,
  type PremiumShares,
  payers,
  unitOf,
} from './rules.ts';

export type MatchedBy = 'register' | 'number' | 'name' | 'near' | 'hand';

/** Basis points of the premium by who bears it. */
export interface TermsShares {
  readonly centralBp: number;
  readonly regionBp: number;
  readonly cityBp: number;
  readonly bannerBp: number;
  readonly holderBp: number;
}

export interface TermsRow extends TermsShares {
  readonly id: string;
  readonly line: InsuranceLine;
  readonly startsOn: string;
  readonly seasonFrom: string | null;
  readonly seasonTo: string | null;
  readonly source: string;
}

export function sharesOf(terms: TermsShares): PremiumShares {
  const { centralBp, regionBp, cityBp, bannerBp, holderBp } = terms;
  return { central: centralBp, region: regionBp, city: cityBp, banner: bannerBp, holder: holderBp };
}

export function seasonOf(terms: TermsRow | undefined): { from: string; to: string } | undefined {
  return terms?.seasonFrom && terms.seasonTo ? { from: terms.seasonFrom, to: terms.seasonTo } : undefined;
}

export interface PolicyHead {
  readonly number: string;
  readonly line: InsuranceLine;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly unitSumFen: bigint;
  readonly rateBp: number;
  readonly deductibleBp: number;
}

/** The columns of a policy that its head and the terms of its line fill. */
export function headColumns(head: PolicyHead, terms: TermsRow) {
  return {
    ...{ number: head.number, line: head.line, unit: unitOf(head.line), starts_on: head.startsOn },
    ...{ ends_on: head.endsOn, unit_sum_fen: head.unitSumFen, rate_bp: head.rateBp, deductible_bp: head.deductibleBp },
    ...{ central_bp: terms.centralBp, region_bp: terms.regionBp, city_bp: terms.cityBp, banner_bp: terms.bannerBp },
    holder_bp: terms.holderBp,
  };
}

/** A policy on which nobody stands yet. */
export const emptyTotals = {
  ...{ lines: 0, units: 0, sum_fen: 0n, premium_fen: 0n },
  ...Object.fromEntries(payers.map((payer) => [`${payer}_fen`, 0n])),
};

export interface NewInsured {
  readonly id: string;
  readonly insuredPlace: number;
  readonly householdId: string | null;
  readonly cooperativeId: string | null;
  readonly name: string;
  readonly units: number;
  readonly amounts: LineAmounts;
  readonly signedOn: string | null;
  readonly matched: MatchedBy;
}

/** What a policy passes on to each of its lines. */
export interface PolicyOf {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly insurerId: string;
  readonly line: InsuranceLine;
  readonly unit: InsuranceUnit;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly inForce: boolean;
}

export function insuredColumns(policy: PolicyOf, one: NewInsured) {
  return {
    ...{ county: policy.county, id: one.id, place: policy.place, insured_place: one.insuredPlace },
    ...{ insurer_id: policy.insurerId, policy_id: policy.id, line: policy.line, unit: policy.unit },
    ...{ household_id: one.householdId, cooperative_id: one.cooperativeId },
    ...{ name: one.name, units: one.units, claimed_fen: 0n, signed_on: one.signedOn },
    ...amountColumns(one.amounts),
    ...{ starts_on: policy.startsOn, ends_on: policy.endsOn, in_force: policy.inForce, matched: one.matched },
  };
}

export function amountColumns(amounts: LineAmounts) {
  return {
    ...{ sum_fen: amounts.sumFen, premium_fen: amounts.premiumFen },
    ...Object.fromEntries(payers.map((payer) => [`${payer}_fen`, amounts[payer]])),
  };
}
