import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getFormation } from '../contract.ts';

export type FormationView = ReplyOf<typeof getFormation>;
export type FounderView = FormationView['founders'][number];
export type StepView = FormationView['chain'][number];

/** What somebody is about to do with a plan; each opens a dialog. */
export type FormationTask =
  | { readonly kind: 'correct' | 'notice' | 'register' | 'founder' | 'import' }
  | { readonly kind: 'convene'; readonly step: 'party_study' | 'resolution' }
  | { readonly kind: 'editFounder' | 'removeFounder'; readonly founder: FounderView };
