import { type ParameterRow, parameterOn } from '../../measure/rules.ts';
import { deadline } from '../../platform/pure/calendar.ts';
import { type LocalDate, localDate } from '../../platform/pure/period.ts';
import type { CooperativeKind } from './rules.ts';

export const memberKinds = ['farmer', 'other_person', 'unit', 'collective', 'cooperative'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** `public_affairs`: a unit with functions of public administration, such as a Party branch or a villagers’ committee. */
export const unitKinds = ['enterprise', 'institution', 'social_organisation', 'public_affairs'] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface CompositionMember {
  readonly kind: MemberKind;
  readonly unitKind?: UnitKind | null | undefined;
}

/** How many members there are of each kind. */
export interface Composition {
  readonly members: number;
  readonly farmers: number;
  readonly units: number;
  readonly collectives: number;
  readonly cooperatives: number;
  readonly publicAffairs: number;
}

/** The thresholds, each a dated parameter; "以上" and "不超过" include the number (Civil Code art. 1259). */
export interface CompositionLimits {
  /** members of a farmers’ professional cooperative, at least */
  readonly minimumMembers: number;
  /** farmers among all members, at least */
  readonly farmerBp: number;
  /** up to so many members only `smallUnits` units may be members */
  readonly smallMembers: number;
  readonly smallUnits: number;
  /** units among the members of a larger cooperative, at most */
  readonly unitBp: number;
  /** whether the village collective counts against the cap on units */
  readonly collectiveIsUnit: boolean;
  /** cooperatives of a federation, at least */
  readonly federationMinimum: number;
  /** months within which a breach is to be cured */
  readonly cureMonths: number;
}

/** Cooperatives Law art. 12, 20, 56; six months by the registrar’s rules (市场主体登记管理条例实施细则). */
export const lawLimits: CompositionLimits = {
  minimumMembers: 5,
  farmerBp: 8_000,
  smallMembers: 20,
  smallUnits: 1,
  unitBp: 500,
  collectiveIsUnit: true,
  federationMinimum: 3,
  cureMonths: 6,
};

/** The thresholds in force on a day among dated values; those of the law where none says otherwise. */
export function compositionLimitsOn(rows: readonly ParameterRow[], on: string): CompositionLimits {
  const value = (code: string, fallback: number) => parameterOn(rows, code, on)?.value ?? fallback;
  return {
    minimumMembers: value('cooperative_minimum_members', lawLimits.minimumMembers),
    farmerBp: value('cooperative_farmer_ratio_bp', lawLimits.farmerBp),
    smallMembers: value('cooperative_small_members', lawLimits.smallMembers),
    smallUnits: value('cooperative_small_unit_members', lawLimits.smallUnits),
    unitBp: value('cooperative_unit_member_ratio_bp', lawLimits.unitBp),
    collectiveIsUnit: value('collective_member_is_unit', 1) !== 0,
    federationMinimum: value('federation_minimum_cooperatives', lawLimits.federationMinimum),
    cureMonths: value('composition_cure_months', lawLimits.cureMonths),
  };
}

export const breachCodes = [
  'members_too_few',
  'farmers_too_few',
  'units_too_many',
  'public_affairs_member',
  'federation_too_few',
  'federation_foreign_member',
] as const;

export type BreachCode = (typeof breachCodes)[number];

export interface CompositionBreach {
  readonly code: BreachCode;
  /** how many there are */
  readonly actual: number;
  /** how many there must be at least, or may be at most */
  readonly bound: number;
}

export interface CompositionCheck {
  readonly ok: boolean;
  readonly breaches: readonly CompositionBreach[];
  /** last day on which a breach found on the day asked about is cured in time; null when there is none */
  readonly cureBy: LocalDate | null;
}

/** What the members are checked against, on which day. */
export interface CompositionForm {
  readonly kind: CooperativeKind;
  readonly on: string;
  /** those of the law where not given */
  readonly limits?: CompositionLimits | undefined;
}

export function countMembers(members: readonly CompositionMember[]): Composition {
  const count = (fits: (member: CompositionMember) => boolean) => members.filter(fits).length;
  return {
    members: members.length,
    farmers: count(({ kind }) => kind === 'farmer'),
    units: count(({ kind }) => kind === 'unit'),
    collectives: count(({ kind }) => kind === 'collective'),
    cooperatives: count(({ kind }) => kind === 'cooperative'),
    publicAffairs: count(({ unitKind }) => unitKind === 'public_affairs'),
  };
}

/**
 * Whether the members are such as the law wants them (Cooperatives Law art. 12, 19, 20, 56). Collective economic
 * organisations, companies and asset-income projects have no such limits.
 */
export function checkComposition(members: readonly CompositionMember[], form: CompositionForm): CompositionCheck {
  return checkCounts(countMembers(members), form);
}

/** The same from counts: for cooperatives whose members nobody wants to load one by one. */
export function checkCounts(counts: Composition, { kind, on, limits = lawLimits }: CompositionForm): CompositionCheck {
  const breaches = breachesOf(kind, counts, limits);
  const ok = breaches.length === 0;
  return { ok, breaches, cureBy: ok ? null : cureDay(on, limits.cureMonths) };
}

/** Months are counted by Civil Code art. 201 to 203. */
export function cureDay(foundOn: string, months: number): LocalDate {
  return deadline({ startOn: localDate(foundOn), count: months, unit: 'month' }).dueOn;
}

function breachesOf(kind: CooperativeKind, counts: Composition, limits: CompositionLimits): CompositionBreach[] {
  if (kind === 'farmers_professional') return farmersBreaches(counts, limits);
  return kind === 'federation' ? federationBreaches(counts, limits) : [];
}

function farmersBreaches(counts: Composition, limits: CompositionLimits): CompositionBreach[] {
  const { members, farmers, publicAffairs } = counts;
  const units = unitsOf(counts, limits);
  const farmersNeeded = Math.ceil((members * limits.farmerBp) / 10_000);
  const unitsAllowed =
    members <= limits.smallMembers ? limits.smallUnits : Math.floor((members * limits.unitBp) / 10_000);
  return [
    ...atLeast('members_too_few', members, limits.minimumMembers),
    ...atLeast('farmers_too_few', farmers, farmersNeeded),
    ...atMost('units_too_many', units, unitsAllowed),
    ...atMost('public_affairs_member', publicAffairs, 0),
  ];
}

function federationBreaches(counts: Composition, limits: CompositionLimits): CompositionBreach[] {
  const { members, cooperatives, publicAffairs } = counts;
  return [
    ...atLeast('federation_too_few', cooperatives, limits.federationMinimum),
    ...atMost('federation_foreign_member', members - cooperatives, 0),
    ...atMost('public_affairs_member', publicAffairs, 0),
  ];
}

/** A cooperative that is a member of another stands there as a unit. */
function unitsOf({ units, collectives, cooperatives }: Composition, limits: CompositionLimits): number {
  return units + cooperatives + (limits.collectiveIsUnit ? collectives : 0);
}

function atLeast(code: BreachCode, actual: number, bound: number): CompositionBreach[] {
  return actual < bound ? [{ code, actual, bound }] : [];
}

function atMost(code: BreachCode, actual: number, bound: number): CompositionBreach[] {
  return actual > bound ? [{ code, actual, bound }] : [];
}
