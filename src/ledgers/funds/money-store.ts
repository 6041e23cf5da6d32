import { sql } from 'kysely';
import { markMonth, noteAct, type RecordKey, record, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Result, refuse } from '../../platform/pure/result.ts';
import { type FundAccountRow, findFundAccount } from './account-store.ts';
import { type PaymentPart, type Posted, postMovements, refusing } from './posting-store.ts';
import type { FundRefusal, MovementKind, PayeeKind, Purpose } from './rules.ts';

/** A movement between accounts, in from outside (`from` absent), or back to where it came from (`to` absent). */
export interface FundMove {
  readonly id: string;
  readonly kind: Exclude<MovementKind, 'payment' | 'recovery'>;
  readonly from?: RecordKey | undefined;
  readonly to?: RecordKey | undefined;
  /** only lots of this document; demanded of a receipt */
  readonly documentId?: string | undefined;
  readonly amountFen: bigint;
  readonly occurredOn: string;
  readonly memo: string;
  readonly makerId: string;
  readonly checkerId?: string | undefined;
  readonly source: { readonly type: string; readonly id: string };
}

/** Moves money between accounts; the actor carries it out and is neither its maker nor its checker. */
export async function moveFunds(tx: Tx, moves: readonly FundMove[]): Promise<Result<readonly Posted[], FundRefusal>> {
  return postMovements(tx, moves);
}

export interface FundPayment {
  readonly id: string;
  readonly account: RecordKey;
  /** only lots of this document */
  readonly documentId?: string | undefined;
  readonly amountFen: bigint;
  readonly occurredOn: string;
  readonly purpose: Purpose;
  readonly payee: PaymentPart['payee'] & { readonly kind: PayeeKind };
  /** the place where it is used; the account's own where absent */
  readonly usedAt?: number | undefined;
  readonly project?: RecordKey | undefined;
  readonly contractId?: string | undefined;
  /** takes what this commitment holds ready */
  readonly commitmentId?: string | undefined;
  /** leave to pay outside the earmark, once */
  readonly overrideId?: string | undefined;
  readonly memo: string;
  /** two others than the actor, who pays */
  readonly makerId: string;
  readonly checkerId: string;
  /** what the payment follows from; one source is paid once */
  readonly source: { readonly type: string; readonly id: string };
}

export interface Paid extends Posted {
  readonly account: FundAccountRow;
}

/**
 * Pays out of an account. Purpose, place, payee and day are asked of each document's earmark in the database; a payment
 * outside cannot be made, by whatever way it comes.
 */
export async function payFunds(tx: Tx, payment: FundPayment): Promise<Result<Paid, FundRefusal>> {
  const account = await findFundAccount(tx, payment.account);
  if (!account) return refuse({ code: 'not_found' });
  const { purpose, payee, usedAt, project, contractId, commitmentId, overrideId, ...rest } = payment;
  const posted = await postMovements(tx, [
    {
      ...rest,
      kind: 'payment',
      from: payment.account,
      place: account.place,
      payment: { purpose, payee, usedAt, project, contractId, commitmentId, overrideId },
    },
  ]);
  if (!posted.ok) return posted;
  const [one] = posted.value;
  return one ? ok({ ...one, account }) : refuse({ code: 'not_found' });
}

/** Many payments at once, all or none, for example of a list sent to the bank. */
export async function payMany(
  tx: Tx,
  payments: readonly FundPayment[],
): Promise<Result<readonly Posted[], FundRefusal>> {
  return postMovements(
    tx,
    payments.map(({ purpose, payee, usedAt, project, contractId, commitmentId, overrideId, account, ...rest }) => ({
      ...rest,
      kind: 'payment',
      from: account,
      payment: { purpose, payee, usedAt, project, contractId, commitmentId, overrideId },
    })),
  );
}

export interface FundCommitment {
  readonly id: string;
  readonly account: RecordKey;
  readonly documentId?: string | undefined;
  readonly project: RecordKey;
  readonly contractId: string;
  readonly amountFen: bigint;
  readonly occurredOn: string;
  readonly memo: string;
  /** where given, only lots whose earmark permits them are promised */
  readonly purpose?: Purpose | undefined;
  readonly payeeKind?: PayeeKind | undefined;
}

/** Promises money to a contract: it is there, but nothing else may take it. Of two who want the last of it, one gets it. */
export async function commitFunds(
  tx: Tx,
  commitment: FundCommitment,
): Promise<Result<{ readonly commitmentId: string }, FundRefusal>> {
  const account = await findFundAccount(tx, commitment.account);
  if (!account) return refuse({ code: 'not_found' });
  const { id, project, amountFen, occurredOn, memo } = commitment;
  const row = {
    id,
    from_county: account.county,
    from_account: account.id,
    document_id: commitment.documentId,
    project_county: project.county,
    project_id: project.id,
    contract_id: commitment.contractId,
    amount_fen: amountFen.toString(),
    occurred_on: occurredOn,
    purpose: commitment.purpose,
    payee_kind: commitment.payeeKind,
    memo,
  };
  const { purpose, payeeKind } = commitment;
  const payee = payeeKind && { kind: payeeKind };
  const attempt = { ...account, accountId: account.id, purpose, payee, amountFen, occurredOn };
  const done = await refusing(tx, attempt, () =>
    sql`select fund_commit(${tx.actor.accountId}, ${tx.now}, ${JSON.stringify(row)}::jsonb)`.execute(tx.db),
  );
  if (!done.ok) return done;
  markMonth(tx, account.place, occurredOn);
  noteAct(tx, 'fund_commitment', { key: { county: account.county, id }, place: account.place, note: row });
  return ok({ commitmentId: id });
}

/** Gives back what a commitment holds, or a part of it. */
export async function releaseCommitment(
  tx: Tx,
  release: {
    readonly commitment: RecordKey;
    readonly amountFen: bigint;
    readonly occurredOn: string;
    readonly memo: string;
  },
): Promise<Result<true, FundRefusal>> {
  const { commitment, amountFen, occurredOn, memo } = release;
  const found = await findCommitment(tx, commitment);
  if (!found) return refuse({ code: 'not_found' });
  const entry = newRecordId(tx);
  const done = await refusing(tx, { ...found, amountFen, occurredOn }, () =>
    sql`select fund_release(${tx.actor.accountId}, ${tx.now}, ${commitment.county}, ${commitment.id}, ${entry},
      ${occurredOn}::date, ${amountFen}::bigint, ${memo})`.execute(tx.db),
  );
  if (!done.ok) return done;
  const note = { releasedFen: String(amountFen), memo };
  noteAct(tx, 'fund_commitment', { key: commitment, place: found.place, note });
  return ok(true);
}

export interface CommitmentRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly accountId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly amountFen: bigint;
  /** neither paid nor given back */
  readonly leftFen: bigint;
  readonly releasedFen: bigint;
}

export async function findCommitment(tx: Tx, key: RecordKey): Promise<CommitmentRow | undefined> {
  const { rows } = await sql<CommitmentRow>`
    select county, id, place, account_id, project_id, contract_id, amount_fen, left_fen, released_fen
    from fund_commitment where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** From now on nothing is paid for the project. Once only; a second call is a conflict. */
export async function closeProjectFunds(tx: Tx, project: RecordKey & { readonly place: number }): Promise<void> {
  const { county, id, place } = project;
  await record(tx, 'fund_project_close', { county, id, place, closed_on: todayInShanghai(tx.now) });
}

/** Lets money flow again for a project that was closed; false when it was not. */
export async function reopenProjectFunds(tx: Tx, project: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'fund_project_close', { key: project, reason })) !== undefined;
}
