import { checkCreditCode } from '../../platform/pure/credit-code.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const cooperativeKinds = [
  'farmers_professional',
  'shareholding_economic',
  'collective_economic_organization',
  'federation',
  'company',
  'asset_income_project',
] as const;

export type CooperativeKind = (typeof cooperativeKinds)[number];

/** Which law divides the surplus and counts the votes. */
export type LegalForm = 'farmers_professional' | 'collective_economic';

/** Undefined for companies and asset-income projects, which go by their contracts. */
export function legalFormOf(kind: CooperativeKind): LegalForm | undefined {
  if (kind === 'farmers_professional' || kind === 'federation') return 'farmers_professional';
  if (kind === 'shareholding_economic' || kind === 'collective_economic_organization') return 'collective_economic';
  return undefined;
}

/**
 * The first two characters of the unified credit code: 93 from market supervision for farmers’ cooperatives and their
 * federations, N1, N2, N9 from agriculture for collectives of a group or village (农经发〔2018〕4号), 91 for companies.
 */
const codePrefixes: Readonly<Record<CooperativeKind, readonly string[]>> = {
  farmers_professional: ['93'],
  federation: ['93'],
  shareholding_economic: ['N1', 'N2', 'N9'],
  collective_economic_organization: ['N1', 'N2', 'N9'],
  company: ['91'],
  asset_income_project: [],
};

export interface CooperativeDraft {
  readonly place: number;
  readonly kind: CooperativeKind;
  readonly creditCode: string | null;
  readonly registeredOn: string;
}

export type CooperativeRefusal = Refusal<
  | 'cooperative_place'
  | 'cooperative_in_future'
  | 'cooperative_code_kind'
  | 'credit_code_length'
  | 'credit_code_characters'
  | 'credit_code_organisation_digit'
  | 'credit_code_check_digit'
>;

/** Checks what is to be registered; the credit code comes back in its stored form. `today` is the day in Shanghai. */
export function proposeCooperative<D extends CooperativeDraft>(
  draft: D,
  today: string,
): Result<D & { readonly place: Place }, CooperativeRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('cooperative_place', 'place'));
  if (draft.registeredOn > today) return refuse(refusal('cooperative_in_future', 'registeredOn'));
  const code = readCreditCode(draft.kind, draft.creditCode);
  return code.ok ? ok({ ...draft, place, creditCode: code.value }) : code;
}

/** A code of the kind of organisation, both check characters right; none is no code. */
export function readCreditCode(kind: CooperativeKind, text: string | null): Result<string | null, CooperativeRefusal> {
  if (text === null || text === '') return ok(null);
  const checked = checkCreditCode(text);
  if (!checked.ok) return refuse({ ...checked.refusal, field: 'creditCode' });
  const prefixes = codePrefixes[kind];
  if (prefixes.length > 0 && !prefixes.includes(checked.value.kindCode)) {
    return refuse(refusal('cooperative_code_kind', 'creditCode', { prefixes: prefixes.join(' ') }));
  }
  return ok(checked.value.normalized);
}

/** An end lies on or after the registration and not in the future. */
export function checkDissolution(
  cooperative: { readonly registeredOn: string; readonly dissolvedOn: string | null },
  dissolvedOn: string,
  today: string,
): Result<true, Refusal<'cooperative_dissolved' | 'cooperative_dissolution_day'>> {
  if (cooperative.dissolvedOn !== null) return refuse(refusal('cooperative_dissolved'));
  const fits = dissolvedOn >= cooperative.registeredOn && dissolvedOn <= today;
  return fits ? ok(true) : refuse(refusal('cooperative_dissolution_day', 'dissolvedOn'));
}
