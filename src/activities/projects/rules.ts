import type { LocalDate } from '../../platform/pure/period.ts';
import { isPlace, type Place, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export interface ProjectDraft {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly startsOn: string;
}

export type ProposedProject = ProjectDraft & { readonly place: Place };

export type ProjectRefusal = Refusal<'project_place' | 'project_in_future'>;

/** Checks a draft before it is recorded; `today` is the day in Shanghai. */
export function proposeProject(draft: ProjectDraft, today: LocalDate): Result<ProposedProject, ProjectRefusal> {
  const { place } = draft;
  if (!isPlace(place) || placeLevel(place) !== 'village') return refuse(refusal('project_place', 'place'));
  if (draft.startsOn > today) return refuse(refusal('project_in_future', 'startsOn'));
  return ok({ ...draft, place });
}
