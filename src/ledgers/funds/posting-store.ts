import { sql } from 'kysely';
import { errorFields, isUniqueViolation } from '../../platform/db/connection.ts';
import { markMonth, type RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { ok, type Result, refuse } from '../../platform/pure/result.ts';
import { type Attempted, keepRefusal } from './refusal-store.ts';
import type { FundRefusal, MovementKind } from './rules.ts';

/** One movement as the posting function takes it: columns of `fund_movement`. */
export interface MovementDraft {
  readonly id: string;
  readonly kind: MovementKind;
  readonly from?: RecordKey | undefined;
  readonly to?: RecordKey | undefined;
  readonly documentId?: string | undefined;
  readonly amountFen: bigint;
  readonly occurredOn: string;
  readonly memo: string;
  readonly makerId: string;
  readonly checkerId?: string | undefined;
  readonly source: { readonly type: string; readonly id: string };
  readonly payment?: PaymentPart | undefined;
  /** of the giving account, where it is known: a refused attempt stands there */
  readonly place?: number | undefined;
  /** id of the payment that money comes back from */
  readonly recoversId?: string | undefined;
}

/** What a payment says beyond a movement between accounts. */
export interface PaymentPart {
  readonly purpose: string;
  readonly usedAt?: number | undefined;
  readonly payee: {
    readonly kind: string;
    readonly county: number;
    readonly id: string;
    readonly name: string;
    /** the payee's own village or seat */
    readonly place?: number | undefined;
    readonly bankTail?: string | undefined;
  };
  readonly project?: { readonly county: number; readonly id: string } | undefined;
  readonly contractId?: string | undefined;
  readonly commitmentId?: string | undefined;
  readonly overrideId?: string | undefined;
}

export interface Posted {
  readonly movementId: string;
  /** without gaps in each account's book and month */
  readonly number: number;
  readonly place: number;
  /** of the receiving account, or of the payee where it is known */
  readonly otherPlace: number | null;
}

/**
 * Posts movements, all or none, in the order given; answers in that order. The database asks rights, earmark and lots
 * (`fund_post`). After a refusal the transaction can only be rolled back; what was tried is kept for the auditor.
 */
export async function postMovements(
  tx: Tx,
  drafts: readonly MovementDraft[],
): Promise<Result<readonly Posted[], FundRefusal>> {
  const [first] = drafts;
  if (!first) return ok([]);
  const rows = drafts.map(toRow);
  const posted = await refusing(tx, attemptOf(tx, first), async () => {
    const found = await sql<Posted>`select movement_id, number, place, other_place
      from fund_post(${tx.actor.accountId}, ${tx.now}, ${JSON.stringify(rows)}::jsonb)`.execute(tx.db);
    return found.rows;
  });
  if (!posted.ok) return posted;
  posted.value.forEach((one, at) => {
    const draft = drafts[at];
    if (draft) note(tx, draft, { posted: one, row: rows[at] ?? {} });
  });
  return posted;
}

function toRow(draft: MovementDraft): Record<string, unknown> {
  const { payment } = draft;
  return {
    id: draft.id,
    kind: draft.kind,
    from_county: draft.from?.county,
    from_account: draft.from?.id,
    to_county: draft.to?.county,
    to_account: draft.to?.id,
    document_id: draft.documentId,
    amount_fen: draft.amountFen.toString(),
    occurred_on: draft.occurredOn,
    memo: draft.memo,
    maker_id: draft.makerId,
    checker_id: draft.checkerId,
    source_type: draft.source.type,
    source_id: draft.source.id,
    recovers_id: draft.recoversId,
    ...(payment && paymentRow(payment)),
  };
}

function paymentRow({ payee, project, ...payment }: PaymentPart): Record<string, unknown> {
  return {
    purpose: payment.purpose,
    used_place: payment.usedAt,
    other_place: payee.place,
    payee_kind: payee.kind,
    payee_county: payee.county,
    payee_id: payee.id,
    payee_name: payee.name,
    bank_tail: payee.bankTail,
    project_county: project?.county,
    project_id: project?.id,
    contract_id: payment.contractId,
    commitment_id: payment.commitmentId,
    override_id: payment.overrideId,
  };
}

function note(
  tx: Tx,
  draft: MovementDraft,
  { posted, row }: { readonly posted: Posted; readonly row: Record<string, unknown> },
): void {
  const county = Math.floor(posted.place / 1_000_000);
  markMonth(tx, posted.place, draft.occurredOn);
  if (posted.otherPlace !== null) markMonth(tx, posted.otherPlace, draft.occurredOn);
  const after = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
  tx.trail.push({
    table: 'fund_movement',
    county,
    place: posted.place,
    id: draft.id,
    after: { ...after, number: posted.number },
  });
}

const constraints: Readonly<Record<string, FundRefusal['code']>> = {
  fund_movement_two: 'fund_same_person',
  fund_movement_three: 'fund_same_person',
  ledger_account_least: 'ledger_below_least',
};

/** Runs a posting and turns what the database refuses into a value; what was tried is kept for the auditor. */
export async function refusing<T>(tx: Tx, attempt: Attempted, run: () => Promise<T>): Promise<Result<T, FundRefusal>> {
  try {
    return ok(await run());
  } catch (error) {
    const refused = refusalOf(error);
    if (!refused) throw error;
    keepRefusal(tx, attempt, refused);
    return refuse(refused);
  }
}

function refusalOf(error: unknown): FundRefusal | undefined {
  if (isUniqueViolation(error, 'fund_movement_override')) return { code: 'fund_override_used' };
  const repeated = ['fund_movement_source', 'fund_movement_pkey', 'ledger_entry_pkey', 'fund_commitment_pkey'];
  if (repeated.some((name) => isUniqueViolation(error, name))) return { code: 'fund_duplicate' };
  const { code, message, detail, constraint } = errorFields(error);
  if (code === 'FD001' || code === 'LG001') {
    const { available, ...values } = JSON.parse(detail ?? '{}') as FundRefusal['values'] & object;
    const left = available === undefined ? undefined : { available: formatYuan(BigInt(available)) };
    return { code: message as FundRefusal['code'], values: { ...values, ...left } };
  }
  const known = code === '23514' ? constraints[constraint ?? ''] : undefined;
  return known && { code: known };
}

function attemptOf(tx: Tx, draft: MovementDraft): Attempted {
  const account = draft.from ?? draft.to;
  const { payment, amountFen, occurredOn } = draft;
  const place = draft.place ?? tx.actor.range?.lo ?? (account?.county ?? 0) * 1_000_000;
  const { purpose, payee } = payment ?? {};
  return { place, accountId: account?.id, purpose, payee, amountFen, occurredOn };
}
