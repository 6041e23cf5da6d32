import { type RawBuilder, sql } from 'kysely';
import { getParameter } from '../../measure/public.ts';
import { type RecordKey, record } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result } from '../../platform/pure/result.ts';
import { type FundPayment, payFunds } from './money-store.ts';
import { type RiskLoss, type RiskTerms, riskPayout } from './risk-rules.ts';

export interface RiskClaim extends RiskLoss {
  /** table and id of the claim; one claim is compensated once */
  readonly type: string;
  readonly id: string;
}

/**
 * Pays out of the risk fund on a loss: the claim says how much, the terms in force on the day say whether and what share.
 * `account` is an account of the risk pool.
 */
export async function payRiskFund(
  tx: Tx,
  payout: Omit<FundPayment, 'amountFen' | 'purpose' | 'source'> & { readonly claim: RiskClaim },
): Promise<Result<{ readonly payoutId: string; readonly amountFen: bigint }, Refusal>> {
  const { claim, ...payment } = payout;
  const terms = await riskTermsOn(tx, payment.occurredOn);
  const amount = riskPayout(claim, terms);
  if (!amount.ok) return amount;
  const source = { type: claim.type, id: claim.id };
  const paid = await payFunds(tx, { ...payment, amountFen: amount.value, purpose: 'risk_compensation', source });
  if (!paid.ok) return paid;
  const { county, id: accountId, place } = paid.value.account;
  const payoutId = newRecordId(tx);
  await record(tx, 'fund_risk_payout', {
    county,
    id: payoutId,
    place,
    account_id: accountId,
    movement_id: payment.id,
    claim_type: claim.type,
    claim_id: claim.id,
    loss_fen: claim.lossFen,
    insured_fen: claim.insuredFen,
    trigger_bp: terms.triggerBp,
    share_bp: terms.shareBp,
    amount_fen: amount.value,
    occurred_on: payment.occurredOn,
    replenished_fen: 0n,
  });
  return ok({ payoutId, amountFen: amount.value });
}

/** The terms of the risk fund in force on a day. */
export async function riskTermsOn(tx: Tx, on: string): Promise<RiskTerms> {
  return {
    triggerBp: await getParameter(tx, 'risk_fund_trigger_bp', on),
    shareBp: await getParameter(tx, 'risk_fund_share_bp', on),
  };
}

/** Money that comes into a risk account makes good its payouts, the oldest first. */
export async function replenish(
  tx: Tx,
  { account, amountFen, reason }: { readonly account: RecordKey; readonly amountFen: bigint; readonly reason: string },
): Promise<void> {
  const { rows } = await sql<{ id: string; revision: number; openFen: bigint; replenishedFen: bigint }>`
    select p.id, p.revision, p.amount_fen - p.replenished_fen as open_fen, p.replenished_fen from fund_risk_payout as p
    where p.county = ${account.county} and p.account_id = ${account.id} and p.replenished_fen < p.amount_fen
    order by p.occurred_on, p.id`.execute(tx.db);
  let left = amountFen;
  const revisions = rows.flatMap(({ id, revision, openFen, replenishedFen }) => {
    const isEnough = openFen >= left;
    const part = isEnough ? left : openFen;
    left -= part;
    if (part === 0n) return [];
    return [{ key: { county: account.county, id, revision }, set: { replenished_fen: replenishedFen + part } }];
  });
  if (revisions.length > 0) await reviseMany(tx, 'fund_risk_payout', { revisions, reason });
}

export interface RiskPayoutRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly movementId: string;
  readonly payeeName: string | null;
  readonly lossFen: bigint;
  readonly insuredFen: bigint;
  readonly triggerBp: number;
  readonly shareBp: number;
  readonly amountFen: bigint;
  readonly occurredOn: string;
  readonly replenishedFen: bigint;
  readonly openFen: bigint;
}

export interface RiskFilters {
  readonly q?: string | undefined;
  readonly place?: number | undefined;
  readonly open?: 'true' | undefined;
  readonly sort?: 'occurredOn' | 'amountFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`from fund_risk_payout as r join fund_movement as m on m.county = r.county and m.id = r.movement_id
  left join place as p on p.code = r.place`;

interface PayoutSums {
  readonly amountFen: bigint;
  readonly replenishedFen: bigint;
  readonly openFen: bigint;
}

export async function listPayouts(
  tx: Tx,
  query: RiskFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly RiskPayoutRow[]; total: number; filtered: PayoutSums }> {
  const where = conditions(query);
  const sorted = sql.raw(query.sort === 'amountFen' ? 'r.amount_fen' : 'r.occurred_on');
  const direction = sql.raw((query.order ?? 'desc') === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<RiskPayoutRow>`
    select r.county, r.id, r.place, coalesce(p.name, '') as place_name, r.movement_id, m.payee_name, r.loss_fen, r.insured_fen,
      r.trigger_bp, r.share_bp, r.amount_fen, r.occurred_on, r.replenished_fen, r.amount_fen - r.replenished_fen as open_fen
    ${source} where ${where} order by ${sorted} ${direction}, r.id limit ${query.limit} offset ${query.offset}`.execute(
    tx.db,
  );
  const counted = await sql<PayoutSums & { total: number }>`select count(*) as total,
    coalesce(sum(r.amount_fen), 0)::bigint as amount_fen, coalesce(sum(r.replenished_fen), 0)::bigint as replenished_fen,
    coalesce(sum(r.amount_fen - r.replenished_fen), 0)::bigint as open_fen ${source} where ${where}`.execute(tx.db);
  const { total, ...filtered } = counted.rows[0] ?? { total: 0, amountFen: 0n, replenishedFen: 0n, openFen: 0n };
  return { rows, total, filtered };
}

function conditions({ q, place, open }: RiskFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (q) {
    const text = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(m.payee_name like ${text} or p.name like ${text})`);
  }
  if (place !== undefined) {
    const { lo, hi } = placeRange(place as Place);
    parts.push(sql`r.place between ${lo} and ${hi}`);
  }
  if (open) parts.push(sql`r.replenished_fen < r.amount_fen`);
  return sql.join(parts, sql` and `);
}

export interface RiskSums {
  readonly contributedFen: bigint;
  readonly paidFen: bigint;
  readonly heldFen: bigint;
  readonly openFen: bigint;
}

/** The risk fund as a whole: what came in, was paid, is held, and what of it is not made good yet. */
export async function sumRiskFund(tx: Tx, { lo, hi }: { readonly lo: number; readonly hi: number }): Promise<RiskSums> {
  const { rows } = await sql<RiskSums>`
    with moved as (
      select b.code, sum(b.balance) as amount from fund_account as a
      join ledger_account as b on b.county = a.county and b.book_id = a.id and b.sub = ''
      where a.pool = 'risk' and a.place between ${lo} and ${hi} group by 1
    )
    select coalesce(-sum(amount) filter (where code in ('received', 'allotted')), 0)
        - coalesce(sum(amount) filter (where code in ('passed_on', 'returned', 'sent_back')), 0) as contributed_fen,
      coalesce(sum(amount) filter (where code = 'paid'), 0) as paid_fen,
      coalesce(sum(amount) filter (where code in ('available', 'committed')), 0) as held_fen,
      coalesce((select sum(r.amount_fen - r.replenished_fen) from fund_risk_payout as r
        where r.place between ${lo} and ${hi}), 0) as open_fen
    from moved`.execute(tx.db);
  return rows[0] ?? { contributedFen: 0n, paidFen: 0n, heldFen: 0n, openFen: 0n };
}
