import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface LandUseDraft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type ProposedLandUse = LandUseDraft & { readonly place: Place };

export type LandUseRefusal = Refusal<'land_use_place' | 'land_use_in_future'>;

/** Checks a draft before it is recorded; `today` is the day in Shanghai. */
export function proposeLandUse(draft: LandUseDraft, today: LocalDate): Result<ProposedLandUse, LandUseRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('land_use_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('land_use_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
