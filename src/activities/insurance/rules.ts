import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface InsuranceDraft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type ProposedInsurance = InsuranceDraft & { readonly place: Place };

export type InsuranceRefusal = Refusal<'insurance_place' | 'insurance_in_future'>;

/** Checks a draft before it is recorded; `today` is the day in Shanghai. */
export function proposeInsurance(draft: InsuranceDraft, today: LocalDate): Result<ProposedInsurance, InsuranceRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('insurance_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('insurance_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
