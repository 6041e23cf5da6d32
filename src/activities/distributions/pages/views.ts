import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getDistribution } from '../contract.ts';
import type { listCorrections } from '../dividend-contract.ts';
import type { getPayouts } from '../payout-contract.ts';
import type { getReturn } from '../return-contract.ts';

export type DistributionView = ReplyOf<typeof getDistribution>;
export type OptionView = DistributionView['options'][number];
export type PayoutsView = ReplyOf<typeof getPayouts>;
export type BatchView = PayoutsView['batches'][number];
export type DueView = PayoutsView['due'][number];
export type CorrectionView = ReplyOf<typeof listCorrections>['rows'][number];
export type ReturnView = ReplyOf<typeof getReturn>;
export type ScheduleLine = ReturnView['schedule'][number];

/** What somebody is about to do with a distribution; each opens a dialog. */
export type DistributionTask = 'freeze' | 'option' | 'notice' | 'declare';

export interface PartProps {
  readonly distribution: DistributionView;
}

export function keyOf({ county, id }: { readonly county: number; readonly id: string }) {
  return { county, id };
}

/** The statement of the closed year that the base was read from. */
export function statementOf({ county, bookId, year }: DistributionView): string | undefined {
  return bookId === null ? undefined : `/books/${county}/${bookId}/statements?form=surplus&year=${year}`;
}
