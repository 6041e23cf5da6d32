import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export const landKinds = ['cropland', 'forest_land', 'grassland', 'building'] as const;
export type LandKind = (typeof landKinds)[number];

/** By what right a parcel is held (Rural Land Contracting Law; Land Administration Law art. 9 to 13). */
export const tenures = ['household_contract', 'other_contract', 'collective', 'construction', 'state'] as const;
export const holderKinds = ['household', 'collective', 'cooperative', 'other'] as const;
export type HolderKind = (typeof holderKinds)[number];
export const leaveKinds = ['expropriated', 'merged', 'given_back'] as const;

/** Areas are mu with two decimals; the largest that a parcel may have. */
export const mostMu = 9_999_999;

/** What is checked of a parcel before it is written; days are `YYYY-MM-DD`. */
export interface ParcelDraft {
  readonly kind: LandKind;
  readonly tenure: (typeof tenures)[number];
  readonly tenureUntil: string | null;
  readonly holderKind: HolderKind;
  readonly holderId: string | null;
  readonly listedOn: string;
}

export type ParcelRefusal = Refusal<
  'parcel_in_future' | 'parcel_tenure_over' | 'parcel_tenure_holder' | 'parcel_tenure_kind' | 'parcel_holder_unknown'
>;

/** Checks a parcel; `today` is the day in Shanghai. A contract of a household is held by a household on its register. */
export function proposeParcel(draft: ParcelDraft, today: LocalDate): Result<true, ParcelRefusal> {
  if (draft.listedOn > today) return refuse(refusal('parcel_in_future', 'listedOn'));
  if (draft.tenureUntil !== null && draft.tenureUntil < draft.listedOn) {
    return refuse(refusal('parcel_tenure_over', 'tenureUntil'));
  }
  if (draft.tenure === 'household_contract' && draft.holderKind !== 'household') {
    return refuse(refusal('parcel_tenure_holder', 'holderKind'));
  }
  if ((draft.tenure === 'construction') !== (draft.kind === 'building')) {
    return refuse(refusal('parcel_tenure_kind', 'tenure'));
  }
  const isListed = draft.holderKind === 'household' || draft.holderKind === 'cooperative';
  if (isListed !== (draft.holderId !== null)) return refuse(refusal('parcel_holder_unknown', 'holderId'));
  return ok(true);
}

export type LeaveRefusal = Refusal<'parcel_left_before' | 'parcel_in_future' | 'parcel_left' | 'parcel_still_let'>;

/** Whether a parcel may leave the register on a day: nothing that is let goes under its taker. */
export function proposeLeave(
  parcel: { readonly listedOn: string; readonly leftOn: string | null; readonly letThrough: string | null },
  leftOn: string,
  today: LocalDate,
): Result<true, LeaveRefusal> {
  if (parcel.leftOn !== null) return refuse(refusal('parcel_left'));
  if (leftOn < parcel.listedOn) return refuse(refusal('parcel_left_before', 'leftOn'));
  if (leftOn > today) return refuse(refusal('parcel_in_future', 'leftOn'));
  const isLet = parcel.letThrough !== null && parcel.letThrough >= leftOn;
  return isLet ? refuse(refusal('parcel_still_let', 'leftOn', { day: parcel.letThrough ?? '' })) : ok(true);
}

export function isVillage(place: number): boolean {
  return isPlace(place) && placeLevel(place) === 'village';
}

/** An area in hundredths of a mu: whole numbers add up exactly. */
export function hundredths(mu: number): number {
  return Math.round(mu * 100);
}

/** Whether a number is an area: above zero, at most {@link mostMu}, with no more than two decimals. */
export function isArea(mu: number): boolean {
  return mu > 0 && mu <= mostMu && Math.abs(mu * 100 - Math.round(mu * 100)) < 1e-6;
}
