import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getAssembly } from '../contract.ts';
import type { listRoll } from '../roll-contract.ts';

export type AssemblyView = ReplyOf<typeof getAssembly>;
export type MotionView = AssemblyView['motions'][number];
export type RollRow = ReplyOf<typeof listRoll>['rows'][number];

/** What a clerk is about to do with a meeting; each opens a dialog. */
export type AssemblyTask =
  | { readonly kind: 'correct' | 'close' | 'counts' | 'motion' | 'take' }
  | { readonly kind: 'votes' | 'editMotion' | 'drop'; readonly motion: MotionView };
