import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface FundDraft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type ProposedFund = FundDraft & { readonly place: Place };

export type FundRefusal = Refusal<'fund_place' | 'fund_in_future'>;

/** Checks a draft before it is recorded; `today` is the day in Shanghai. */
export function proposeFund(draft: FundDraft, today: LocalDate): Result<ProposedFund, FundRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('fund_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('fund_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
