import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';

export const branchKinds = ['village', 'joint'] as const;
export const branchPosts = ['secretary', 'deputy', 'reserve'] as const;
export const branchRatings = ['strong', 'general', 'weak'] as const;

export interface HeldPost {
  readonly post: (typeof branchPosts)[number];
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A branch has one secretary at a time; deputies and reserve candidates may be several (art. 8). */
export function proposePost(draft: HeldPost, held: readonly HeldPost[]): Result<true, Refusal> {
  if (draft.endsOn !== null && draft.endsOn <= draft.startsOn)
    return refuse({ code: 'branch_period', field: 'endsOn' });
  const clash = held.some((other) => other.post === 'secretary' && draft.post === 'secretary' && overlap(other, draft));
  return clash ? refuse({ code: 'branch_secretary_known', field: 'startsOn' }) : ok(true);
}

function overlap(a: HeldPost, b: HeldPost): boolean {
  return (a.endsOn === null || a.endsOn > b.startsOn) && (b.endsOn === null || b.endsOn > a.startsOn);
}
