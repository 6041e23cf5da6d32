import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getProject } from '../contract.ts';

export type ProjectView = ReplyOf<typeof getProject>;
export type AwardView = ProjectView['awards'][number];
export type ContractView = ProjectView['contracts'][number];
export type AssetView = ProjectView['assets'][number];
export type StepView = ProjectView['chain'][number];

/** What somebody is about to do with a project; each opens a dialog. */
export type ProjectTask =
  | { readonly kind: 'correct' | 'notice' | 'award' | 'contract' | 'progress' | 'accept' | 'asset' }
  | { readonly kind: 'withdrawAward'; readonly award: AwardView }
  | { readonly kind: 'endContract'; readonly contract: ContractView }
  | { readonly kind: 'unlink'; readonly asset: AssetView };

export function keyOf({ county, id }: { readonly county: number; readonly id: string }) {
  return { county, id };
}

/** `150622/0190…` in its two parts. */
export function splitKey(value: string): { readonly county: number; readonly id: string } {
  const [county = '', id = ''] = value.split('/');
  return { county: Number(county), id };
}
