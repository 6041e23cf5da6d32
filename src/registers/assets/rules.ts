import { dueLight } from '../../platform/pure/due.ts';
import { addDays, addMonths, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { isPlace, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const assetClasses = ['natural_resource', 'operating', 'public_welfare', 'undetermined'] as const;
export type AssetClass = (typeof assetClasses)[number];

/** Land classes of GB/T 21010 as the survey of resources groups them (Nongbanjing [2018] no. 10). */
export const landKinds = [
  'cropland',
  'orchard',
  'forest_land',
  'grassland_natural',
  'grassland_sown',
  'farm_facility',
  'other_farmland',
  'industry_storage',
  'commerce',
  'homestead',
  'public_service',
  'transport_water',
  'other_construction',
  'unused',
] as const;

export const thingKinds = [
  'building',
  'structure',
  'machinery',
  'vehicle',
  'tools',
  'livestock',
  'trees',
  'stock',
  'construction',
  'intangible',
  'investment',
  'other',
] as const;

export const assetKinds = [...landKinds, ...thingKinds] as const;
export type AssetKind = (typeof assetKinds)[number];

export const useStates = ['own_use', 'let', 'contracted', 'idle', 'occupied'] as const;
export const claimStates = ['certified', 'undisputed', 'disputed', 'unregistered'] as const;
export const fundingSources = ['central', 'region', 'city', 'banner', 'pairing', 'donation', 'own', 'other'] as const;
export const knownBy = ['books', 'land_survey', 'contract', 'found'] as const;
export const leaveKinds = ['sold', 'scrapped', 'expropriated', 'transferred', 'merged'] as const;
export const parties = ['village', 'township'] as const;
export type Party = (typeof parties)[number];

/** What is checked of an asset before it is written; days are `YYYY-MM-DD`, areas mu with two decimals. */
export interface AssetDraft {
  readonly class: AssetClass;
  readonly kind: AssetKind;
  readonly areaMu: number;
  readonly bookAreaMu: number;
  readonly acquiredOn: string | null;
  readonly listedOn: string;
  readonly povertyProject: boolean;
  readonly fundingSource: string | null;
  readonly fundingDocument: string | null;
}

export type AssetRefusal = Refusal<
  'asset_kind_of_class' | 'asset_area_missing' | 'asset_in_future' | 'asset_funding_missing'
>;

/** Checks an asset; `today` is the day in Shanghai. Money of poverty projects is followed by its document (art. 9, 11). */
export function proposeAsset(draft: AssetDraft, today: LocalDate): Result<true, AssetRefusal> {
  if (!fitsClass(draft.class, draft.kind)) return refuse(refusal('asset_kind_of_class', 'kind'));
  if (draft.class === 'natural_resource' && draft.areaMu === 0 && draft.bookAreaMu === 0) {
    return refuse(refusal('asset_area_missing', 'areaMu'));
  }
  if (draft.listedOn > today) return refuse(refusal('asset_in_future', 'listedOn'));
  if (draft.acquiredOn !== null && draft.acquiredOn > today) return refuse(refusal('asset_in_future', 'acquiredOn'));
  if (draft.povertyProject && draft.fundingSource === null) {
    return refuse(refusal('asset_funding_missing', 'fundingSource'));
  }
  if (draft.povertyProject && draft.fundingDocument === null) {
    return refuse(refusal('asset_funding_missing', 'fundingDocument'));
  }
  return ok(true);
}

/** Land is a resource; everything else is not, whatever it is used for. */
export function fitsClass(of: AssetClass, kind: AssetKind): boolean {
  return (of === 'natural_resource') === landKinds.some((land) => land === kind);
}

export function kindsOf(of: AssetClass): readonly AssetKind[] {
  return of === 'natural_resource' ? landKinds : thingKinds;
}

export type LeaveRefusal = Refusal<'asset_left_before_listed' | 'asset_in_future' | 'asset_left' | 'asset_still_let'>;

/** Whether an asset may be taken off the list on a day: nothing that is let is sold or scrapped under its tenant. */
export function proposeLeave(
  asset: { readonly listedOn: string; readonly leftOn: string | null; readonly isLet: boolean },
  leftOn: string,
  today: LocalDate,
): Result<true, LeaveRefusal> {
  if (asset.leftOn !== null) return refuse(refusal('asset_left'));
  if (leftOn < asset.listedOn) return refuse(refusal('asset_left_before_listed', 'leftOn'));
  if (leftOn > today) return refuse(refusal('asset_in_future', 'leftOn'));
  return asset.isLet ? refuse(refusal('asset_still_let')) : ok(true);
}

export function isVillage(place: number): boolean {
  return isPlace(place) && placeLevel(place) === 'village';
}

/** Who has confirmed the present state of a record. */
export interface Confirmations {
  readonly villageOn: string | null;
  readonly townshipOn: string | null;
}

export const confirmationStates = ['none', 'village', 'township', 'both'] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

export function confirmationState({ villageOn, townshipOn }: Confirmations): ConfirmationState {
  if (villageOn !== null && townshipOn !== null) return 'both';
  if (villageOn !== null) return 'village';
  return townshipOn === null ? 'none' : 'township';
}

/** The light of the confirmation a record waits for. Shapes as everywhere: met, near, late, none, exempt. */
export type SurveyLight = 'met' | 'near' | 'late' | 'none' | 'exempt';

export interface ConfirmationQuestion extends Confirmations {
  /** day on which the present state was written */
  readonly changedOn: LocalDate;
  readonly leftOn: string | null;
  readonly today: LocalDate;
  /** days within which both parties confirm */
  readonly days: number;
}

export function confirmationLight(question: ConfirmationQuestion): SurveyLight {
  if (question.leftOn !== null) return 'exempt';
  if (confirmationState(question) === 'both') return 'met';
  return dueLight(addDays(question.changedOn, question.days), question.today);
}

/** The last day to report a year's survey: so many months after its end (Nongjingfa [2017] no. 11: by 31 March). */
export function surveyDueOn(year: number, months: number): LocalDate {
  return addMonths(localDate(`${year}-12-31`), months);
}

/** Surveyed ÷ known, in basis points, rounded down: all means all; undefined where nothing is known. */
export function coverageBp(surveyed: number, known: number): number | undefined {
  return known === 0 ? undefined : Math.floor((surveyed * 10_000) / known);
}
