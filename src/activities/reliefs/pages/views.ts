import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getRelief } from '../contract.ts';

export type ReliefView = ReplyOf<typeof getRelief>;
export type ReliefLine = ReliefView['lines'][number];

/** What somebody is about to do with a list; each opens a dialog. */
export type ReliefTask =
  | { readonly kind: 'correct' | 'line' | 'notice' }
  | { readonly kind: 'editLine' | 'removeLine'; readonly line: ReliefLine };

export function keyOf({ county, id }: { readonly county: number; readonly id: string }) {
  return { county, id };
}
