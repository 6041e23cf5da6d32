import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface LoanDraft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type ProposedLoan = LoanDraft & { readonly place: Place };

export type LoanRefusal = Refusal<'loan_place' | 'loan_in_future'>;

/** Checks a draft before it is recorded; `today` is the day in Shanghai. */
export function proposeLoan(draft: LoanDraft, today: LocalDate): Result<ProposedLoan, LoanRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('loan_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('loan_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
