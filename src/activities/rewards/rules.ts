import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface RewardDraft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type ProposedReward = RewardDraft & { readonly place: Place };

export type RewardRefusal = Refusal<'reward_place' | 'reward_in_future'>;

/** Checks a draft before it is recorded; `today` is the day in Shanghai. */
export function proposeReward(draft: RewardDraft, today: LocalDate): Result<ProposedReward, RewardRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('reward_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('reward_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
