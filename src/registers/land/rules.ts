import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface LandDraft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type ProposedLand = LandDraft & { readonly place: Place };

export type LandRefusal = Refusal<'land_place' | 'land_in_future'>;

/** Checks a draft before it is recorded; `today` is the day in Shanghai. */
export function proposeLand(draft: LandDraft, today: LocalDate): Result<ProposedLand, LandRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('land_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('land_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
