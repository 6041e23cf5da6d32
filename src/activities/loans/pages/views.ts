import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getApplication } from '../application-contract.ts';
import type { getLoan } from '../contract.ts';
import type { getPool } from '../pool-contract.ts';
import type { getClaim } from '../subsidy-contract.ts';

export type ApplicationView = ReplyOf<typeof getApplication>;
export type LoanView = ReplyOf<typeof getLoan>;
export type ClaimView = ReplyOf<typeof getClaim>;
export type PoolView = ReplyOf<typeof getPool>;
export type CompensationView = PoolView['compensations'][number];

/** What somebody is about to do with an application; each opens a dialog. */
export type ApplicationTask = 'correct' | 'send' | 'decide' | 'lend' | 'withdrawConsent' | 'withdraw' | 'report';

/** What somebody is about to do with a loan. */
export type LoanTask = 'pay' | 'extend' | 'use' | 'visit' | 'compensate';

export function keyOf({ county, id }: { readonly county: number; readonly id: string }) {
  return { county, id };
}
