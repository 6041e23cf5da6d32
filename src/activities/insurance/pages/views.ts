import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getClaim } from '../claim-contract.ts';
import type { getPolicy } from '../contract.ts';

export type PolicyView = ReplyOf<typeof getPolicy>;
export type InsuredLine = PolicyView['insured'][number];
export type ClaimView = ReplyOf<typeof getClaim>;

/** What somebody is about to do with a policy; each opens a dialog. */
export type PolicyTask =
  | { readonly kind: 'correct' | 'line' | 'self' | 'notice' }
  | { readonly kind: 'editLine' | 'removeLine'; readonly line: InsuredLine };

export type ClaimTask = 'survey' | 'notice' | 'pay';

export function keyOf({ county, id }: { readonly county: number; readonly id: string }) {
  return { county, id };
}
