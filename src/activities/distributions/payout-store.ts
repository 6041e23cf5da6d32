import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseAlike } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { Channel, PayoutState } from './rules.ts';
import type { DistributionRow } from './store.ts';

/** What a member is still to be paid, with where it goes and what speaks against it. */
export interface DueRow {
  readonly membershipId: string;
  readonly rank: number;
  readonly number: string;
  readonly name: string;
  readonly memberPlace: number;
  readonly householdId: string | null;
  readonly form: string;
  readonly poor: string;
  /** what a payment would pay: the distribution, or the last correction that concerned the member */
  readonly itemId: string;
  readonly refundFen: bigint;
  readonly dividendFen: bigint;
  readonly holder: string | null;
  readonly bankName: string | null;
  readonly account: Buffer | null;
  readonly accountHash: Buffer | null;
  readonly accountMasked: string | null;
  /** how many other members of the cooperative have the same account */
  readonly sharedWith: number;
  /** died, moved or left: paid to nobody until a paper says to whom (quality 77) */
  readonly flag: 'died' | 'moved' | 'left' | null;
}

/**
 * Members who are owed something. The account is the member’s own as recorded here, else the card of the household; who
 * died, moved away or left is flagged, so that no file for the bank takes them along.
 */
export async function listDue(tx: Tx, distribution: RecordKey): Promise<readonly DueRow[]> {
  const today = todayInShanghai(tx.now);
  const { rows } = await sql<DueRow>`
    with due as (${dueOf(distribution)}), payee as (
      select due.*, m.number, m.name, coalesce(a.holder, head.name) as holder, coalesce(a.bank_name, h.bank_name) as bank_name,
        coalesce(a.account, h.bank_card) as account, coalesce(a.account_hash, h.bank_card_hash) as account_hash,
        coalesce(a.account_masked, h.bank_card_masked) as account_masked,
        case when a.entitled_by is not null then null when m.left_reason = 'died' or r.left_reason = 'died' then 'died'
          when r.left_on <= ${today}::date or h.left_on <= ${today}::date then 'moved'
          when m.left_on <= ${today}::date then 'left' end as flag
      from due
      join membership m on m.county = ${distribution.county} and m.id = due.membership_id
      left join payee_account a on a.county = m.county and a.membership_id = m.id
      left join household h on h.county = m.household_county and h.id = m.household_id
      left join resident head on head.county = h.county and head.household_id = h.id and head.relation = '01'
        and head.left_on is null
      left join resident r on r.county = m.household_county and r.id = m.resident_id
    )
    select payee.*, (case when account_hash is null then 1 else count(*) over (partition by account_hash) end - 1)::int
      as shared_with
    from payee order by rank`.execute(tx.db);
  return rows;
}

/** Declared and put right, less what is paid or on its way. */
function dueOf({ county, id }: RecordKey): RawBuilder<unknown> {
  return sql`select d.membership_id, d.rank, d.member_place, d.household_id, d.form, d.poor,
      coalesce(c.item_id, d.distribution_id) as item_id,
      d.patronage_refund_fen + coalesce(c.refund, 0) - coalesce(p.refund, 0) as refund_fen,
      d.remainder_fen + d.given_on_fen + coalesce(c.remainder, 0) - coalesce(p.dividend, 0) as dividend_fen
    from dividend d
    left join (
      select membership_id, sum(new_refund_fen - old_refund_fen) as refund, sum(new_remainder_fen - old_remainder_fen) as remainder,
        (array_agg(correction_id order by recorded_at desc))[1] as item_id
      from dividend_change where county = ${county} and distribution_id = ${id} group by membership_id
    ) c on c.membership_id = d.membership_id
    left join (
      select membership_id, sum(refund_fen) as refund, sum(dividend_fen) as dividend
      from payout where county = ${county} and distribution_id = ${id} and state <> 'returned' group by membership_id
    ) p on p.membership_id = d.membership_id
    where d.county = ${county} and d.distribution_id = ${id}
      and d.total_fen + coalesce(c.refund, 0) + coalesce(c.remainder, 0) - coalesce(p.refund, 0) - coalesce(p.dividend, 0) > 0`;
}

export interface BatchRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly distributionId: string;
  readonly number: number;
  readonly channel: Channel;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly makerName: string;
  readonly payments: number;
  readonly totalFen: bigint;
  readonly state: 'sent' | 'settled';
  readonly settledOn: string | null;
  readonly inFlight: number;
  readonly paidFen: bigint;
  readonly returnedFen: bigint;
  readonly revision: number;
}

const batches = sql`select b.county, b.id, b.place, b.cooperative_id, b.distribution_id, b.number, b.channel, b.made_on,
    b.made_by, coalesce(m.name, '') as maker_name, b.payments, b.total_fen, b.state, b.settled_on, b.revision,
    count(p.id) filter (where p.state = 'in_flight') as in_flight,
    coalesce(sum(p.amount_fen) filter (where p.state = 'paid'), 0) as paid_fen,
    coalesce(sum(p.amount_fen) filter (where p.state = 'returned'), 0) as returned_fen
  from payout_batch b left join account m on m.id = b.made_by
  left join payout p on p.county = b.county and p.batch_id = b.id`;

export async function listBatches(tx: Tx, distribution: RecordKey): Promise<readonly BatchRow[]> {
  const { rows } = await sql<BatchRow>`${batches}
    where b.county = ${distribution.county} and b.distribution_id = ${distribution.id}
    group by b.county, b.id, m.name order by b.number limit 500`.execute(tx.db);
  return rows;
}

export async function findBatch(tx: Tx, key: RecordKey): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`${batches}
    where b.county = ${key.county} and b.id = ${key.id} group by b.county, b.id, m.name`.execute(tx.db);
  return rows[0];
}

/**
 * Records a file for the bank, a list paid out in cash, or what was turned into contributions. Its number and the key of what each payment pays are unique:
 * of two made at once, one is refused by the database.
 */
export async function recordBatch(
  tx: Tx,
  distribution: DistributionRow,
  batch: {
    readonly id: string;
    readonly number: number;
    readonly channel: Channel;
    readonly due: readonly DueRow[];
    /** of a conversion, which is settled as it is made */
    readonly voucherId?: string;
  },
): Promise<void> {
  const { county, place, cooperativeId } = distribution;
  const today = todayInShanghai(tx.now);
  const base = { county, place, cooperative_id: cooperativeId, distribution_id: distribution.id };
  const isConversion = batch.channel === 'contribution';
  const total = batch.due.reduce((sum, { refundFen, dividendFen }) => sum + refundFen + dividendFen, 0n);
  await record(tx, 'payout_batch', {
    ...{ ...base, id: batch.id, number: batch.number, channel: batch.channel, made_on: today },
    ...{
      made_by: isConversion ? distribution.madeBy : tx.actor.accountId,
      payments: batch.due.length,
      total_fen: total,
    },
    ...(isConversion ? { state: 'settled', settled_on: today, settled_by: tx.actor.accountId } : { state: 'sent' }),
    voucher_id: batch.voucherId ?? null,
  });
  const rows = batch.due.map(
    (due, at): NewRow => ({
      ...base,
      id: newRecordId(tx),
      member_place: due.memberPlace,
      batch_id: batch.id,
      ordinal: at + 1,
      item_id: due.itemId,
      membership_id: due.membershipId,
      household_id: due.householdId,
      form: due.form,
      poor: due.poor,
      name: due.name,
      refund_fen: due.refundFen,
      dividend_fen: due.dividendFen,
      amount_fen: due.refundFen + due.dividendFen,
      ...(batch.channel === 'bank' ? accountColumns(due) : noAccount),
      state: isConversion ? 'converted' : 'in_flight',
      state_on: today,
      returned_reason: null,
    }),
  );
  await recordMany(tx, 'payout', rows);
}

const noAccount = { holder: null, bank_name: null, account: null, account_hash: null, account_masked: null };

function accountColumns(due: DueRow) {
  const { holder, bankName, account, accountHash, accountMasked } = due;
  return { holder, bank_name: bankName, account, account_hash: accountHash, account_masked: accountMasked };
}

export interface PayoutRow {
  readonly county: number;
  readonly id: string;
  readonly batchId: string;
  readonly batchNumber: number;
  readonly channel: Channel;
  readonly ordinal: number;
  readonly membershipId: string;
  readonly number: string | null;
  readonly name: string;
  readonly memberPlace: number;
  readonly refundFen: bigint;
  readonly dividendFen: bigint;
  readonly amountFen: bigint;
  readonly holder: string | null;
  readonly bankName: string | null;
  readonly accountMasked: string | null;
  readonly state: PayoutState;
  readonly stateOn: string;
  readonly returnedReason: string | null;
}

const payouts = sql`from payout p join payout_batch b on b.county = p.county and b.id = p.batch_id
  left join membership m on m.county = p.county and m.id = p.membership_id`;
const payoutColumns = sql`p.county, p.id, p.batch_id, b.number as batch_number, b.channel, p.ordinal, p.membership_id, m.number,
  p.name, p.member_place, p.refund_fen, p.dividend_fen, p.amount_fen, p.holder, p.bank_name, p.account_masked, p.state,
  p.state_on, p.returned_reason`;

export async function listPayouts(
  tx: Tx,
  of: RecordKey & { readonly batchId?: string | undefined; readonly state?: PayoutState | undefined },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly PayoutRow[]; total: number }> {
  const parts = [sql`p.county = ${of.county}`, sql`p.distribution_id = ${of.id}`];
  if (of.batchId) parts.push(sql`p.batch_id = ${of.batchId}`);
  if (of.state) parts.push(sql`p.state = ${of.state}`);
  const where = sql.join(parts, sql` and `);
  const { rows } = await sql<PayoutRow>`select ${payoutColumns} ${payouts} where ${where}
    order by b.number, p.ordinal limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${payouts} where ${where}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** One payment of a file with its account in clear: what the bank gets. */
export interface BankLine {
  readonly id: string;
  readonly ordinal: number;
  readonly name: string;
  readonly holder: string;
  readonly bankName: string;
  readonly account: string;
  readonly amountFen: bigint;
  readonly refundFen: bigint;
  readonly dividendFen: bigint;
  readonly membershipId: string;
  readonly state: PayoutState;
}

export async function openBankLines(tx: Tx, batch: RecordKey): Promise<readonly BankLine[]> {
  const { rows } = await sql<Omit<BankLine, 'account'> & { account: Buffer | null }>`
    select id, ordinal, name, coalesce(holder, name) as holder, coalesce(bank_name, '') as bank_name, account, amount_fen,
      refund_fen, dividend_fen, membership_id, state
    from payout where county = ${batch.county} and batch_id = ${batch.id} order by ordinal`.execute(tx.db);
  return rows.map((row) => ({ ...row, account: row.account ? tx.vault.open(row.account) : '' }));
}

export interface SettledPayment {
  readonly id: string;
  readonly paid: boolean;
  readonly reason: string;
}

/** Marks payments of a batch as paid or come back; only those on their way. Returns how many changed. */
export async function settlePayments(
  tx: Tx,
  county: number,
  settled: { readonly payments: readonly SettledPayment[]; readonly on: string },
): Promise<number> {
  const byReason = Map.groupBy(settled.payments, ({ paid, reason }) => (paid ? '' : reason || '—'));
  let changed = 0;
  for (const [reason, payments] of byReason) {
    const set = {
      state: reason === '' ? 'paid' : 'returned',
      state_on: settled.on,
      returned_reason: reason === '' ? null : reason.slice(0, 200),
    };
    const ids = payments.map(({ id }) => id);
    changed += await reviseAlike(tx, 'payout', {
      county,
      ids,
      only: { state: 'in_flight' },
      set,
      reason: reason || 'paid',
    });
  }
  return changed;
}

/** Closes a batch of which nothing is on its way any more. False when it changed meanwhile. */
export async function closeBatch(
  tx: Tx,
  key: RecordKey,
  closing: { readonly settledOn: string; readonly voucherId: string | null },
): Promise<boolean> {
  const set = {
    state: 'settled',
    settled_on: closing.settledOn,
    settled_by: tx.actor.accountId,
    voucher_id: closing.voucherId,
  };
  return (await revise(tx, 'payout_batch', { key, set, reason: 'settled' })) !== undefined;
}
