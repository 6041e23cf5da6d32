import { keepAttempt } from '../../platform/db/attempts.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { countyOf, type Place } from '../../platform/pure/place.ts';
import type { Refusal } from '../../platform/pure/result.ts';

/** What was tried with public money. */
export interface Attempted {
  readonly place: number;
  readonly organisationId?: string | null | undefined;
  readonly accountId?: string | undefined;
  readonly purpose?: string | undefined;
  readonly payee?:
    | { readonly kind: string; readonly id?: string | undefined; readonly name?: string | undefined }
    | undefined;
  readonly amountFen: bigint;
  readonly occurredOn: string;
}

/**
 * Keeps a refused attempt for the auditor, in a transaction of its own after the act was rolled back. Of what lies outside
 * the actor's range nothing is kept there: it stands at the head of his range.
 */
export function keepRefusal(tx: Tx, attempt: Attempted, refusal: Refusal): void {
  if (refusal.code === 'not_found') return;
  const { range, organisationId } = tx.actor;
  const isInside = range !== undefined && attempt.place >= range.lo && attempt.place <= range.hi;
  const place = isInside ? attempt.place : (range?.lo ?? attempt.place);
  keepAttempt(tx, 'fund_refusal', {
    county: countyOf(place as Place),
    id: newRecordId(tx),
    place,
    organisation_id: organisationId ?? attempt.organisationId ?? null,
    account_id: attempt.accountId ?? null,
    act: tx.act,
    code: refusal.code,
    details: refusal.values ?? {},
    purpose: attempt.purpose ?? null,
    payee_kind: attempt.payee?.kind ?? null,
    payee_id: attempt.payee?.id ?? null,
    payee_name: attempt.payee?.name ?? null,
    amount_fen: attempt.amountFen,
    occurred_on: attempt.occurredOn,
  });
}
