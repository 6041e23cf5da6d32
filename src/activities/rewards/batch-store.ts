import { type RawBuilder, sql } from 'kysely';
import { type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { BatchState } from './rules.ts';
import type { RewardRow } from './store.ts';

export interface BatchRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly schemeId: string;
  readonly schemeTitle: string;
  readonly fundDocumentId: string | null;
  readonly title: string;
  readonly accountCounty: number;
  readonly accountId: string;
  readonly lines: number;
  readonly totalFen: bigint;
  readonly state: BatchState;
  readonly madeBy: string;
  readonly sentOn: string | null;
  readonly revision: number;
}

export interface BatchFilters {
  readonly q?: string | undefined;
  readonly state?: BatchState | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'sentOn' | 'totalFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(
    select b.*, coalesce(s.title, '') as scheme_title, s.fund_document_id, coalesce(p.name, '') as place_name
    from reward_batch b left join reward_scheme s on s.id = b.scheme_id left join place p on p.code = b.place
  ) as b`;
const columns = sql`county, id, place, place_name, scheme_id, scheme_title, fund_document_id, title, account_county, account_id,
  lines, total_fen, state, made_by, sent_on, revision`;

export async function listBatches(
  tx: Tx,
  query: BatchFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly BatchRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(query.sort === 'totalFen' ? 'total_fen' : query.sort === 'sentOn' ? 'sent_on' : 'recorded_at');
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<BatchRow>`select ${columns} ${found} order by ${sorted} ${direction} nulls first, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: BatchFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(title like ${text} or scheme_title like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findBatch(tx: Tx, key: RecordKey): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** A reward that may go to the bank, with its list and the account of whoever gets it. */
export interface Payable {
  readonly county: number;
  readonly id: string;
  readonly listId: string;
  readonly state: RewardRow['state'];
  readonly name: string;
  readonly amountFen: bigint;
  /** a household is paid onto its own account alone */
  readonly isHousehold: boolean;
  readonly bankName: string | null;
  readonly cardMasked: string | null;
}

/** Rewards of a scheme in a place that hang on a board or came back from the bank. */
export async function listPayable(
  tx: Tx,
  at: { readonly place: number; readonly schemeId: string },
): Promise<readonly Payable[]> {
  const { lo, hi } = placeRange(at.place as Place);
  const { rows } = await sql<Payable>`
    select r.county, r.id, r.list_id, r.state, r.name, r.amount_fen,
      r.household_id is not null as is_household, h.bank_name, h.bank_card_masked as card_masked
    from reward r left join household h on h.county = r.county and h.id = r.household_id
    where r.place between ${lo} and ${hi} and r.scheme_id = ${at.schemeId} and r.state in ('listed', 'returned')
    order by r.place, r.name, r.id limit 5000`.execute(tx.db);
  return rows;
}

export interface NewBatch {
  readonly id: string;
  readonly place: number;
  readonly schemeId: string;
  readonly title: string;
  readonly account: RecordKey;
}

export async function recordBatch(tx: Tx, batch: NewBatch, lines: readonly Payable[]): Promise<bigint> {
  const totalFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const county = Math.floor(batch.place / 1_000_000);
  await record(tx, 'reward_batch', {
    ...{ county, id: batch.id, place: batch.place, scheme_id: batch.schemeId, title: batch.title },
    ...{ account_county: batch.account.county, account_id: batch.account.id, lines: lines.length, total_fen: totalFen },
    ...{ state: 'ordered', made_by: tx.actor.accountId, paid_by: null, sent_on: null },
  });
  await recordMany(
    tx,
    'reward_transfer',
    lines.map((line, at) => ({
      ...{ county, id: newRecordId(tx), place: batch.place, batch_id: batch.id, reward_id: line.id, ordinal: at + 1 },
      ...{ amount_fen: line.amountFen, name: line.name, bank_name: line.bankName, card_masked: line.cardMasked },
      ...{ result: 'sent', returned_for: null },
    })),
  );
  return totalFen;
}

export async function reviseBatch(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'reward_batch', { key, ...change })) !== undefined;
}

export interface TransferRow {
  readonly id: string;
  readonly rewardCounty: number;
  readonly rewardId: string;
  readonly batchId: string;
  readonly ordinal: number;
  readonly name: string;
  readonly bankName: string | null;
  readonly cardMasked: string | null;
  readonly amountFen: bigint;
  readonly result: 'sent' | 'paid' | 'returned';
  readonly returnedFor: string | null;
  readonly revision: number;
}

const transferColumns = sql`t.id, t.county as reward_county, t.reward_id, t.batch_id, t.ordinal, t.name, t.bank_name,
  t.card_masked, t.amount_fen, t.result, t.returned_for, t.revision`;

export async function listTransfers(tx: Tx, batch: RecordKey): Promise<readonly TransferRow[]> {
  const { rows } = await sql<TransferRow>`select ${transferColumns} from reward_transfer t
    where t.county = ${batch.county} and t.batch_id = ${batch.id} order by t.ordinal`.execute(tx.db);
  return rows;
}

/** Each time that a reward went to the bank. */
export async function listTransfersOf(tx: Tx, reward: RecordKey): Promise<readonly TransferRow[]> {
  const { rows } = await sql<TransferRow>`select ${transferColumns} from reward_transfer t
    where t.county = ${reward.county} and t.reward_id = ${reward.id} order by t.recorded_at, t.id`.execute(tx.db);
  return rows;
}

/** The rewards of a batch, in the order of its lines. */
export interface BatchReward {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly applicantKind: 'household' | 'cooperative';
  readonly applicantId: string;
  readonly name: string;
  readonly amountFen: bigint;
  readonly madeBy: string;
  readonly checkedBy: string;
  readonly paymentId: string | null;
  readonly paidOn: string | null;
  readonly paidBy: string | null;
  readonly state: RewardRow['state'];
  readonly revision: number;
  readonly cardMasked: string | null;
  readonly bankCard: Buffer | null;
}

export async function listBatchRewards(tx: Tx, batch: RecordKey): Promise<readonly BatchReward[]> {
  const { rows } = await sql<BatchReward>`
    select r.county, r.id, r.place, r.applicant_kind, coalesce(r.household_id, r.cooperative_id) as applicant_id, r.name,
      r.amount_fen, r.made_by, r.checked_by, r.payment_id, r.paid_on, r.paid_by, r.state, r.revision,
      h.bank_card_masked as card_masked, h.bank_card
    from reward_transfer t join reward r on r.county = t.county and r.id = t.reward_id
    left join household h on h.county = r.county and h.id = r.household_id
    where t.county = ${batch.county} and t.batch_id = ${batch.id} order by t.ordinal`.execute(tx.db);
  return rows;
}

/** Marks the rewards of a batch; each by its own revision, so that nothing that changed meanwhile is paid. */
export async function reviseRewards(
  tx: Tx,
  changes: readonly { readonly reward: BatchReward; readonly set: Readonly<Record<string, unknown>> }[],
  reason: string,
): Promise<void> {
  const revisions = changes.map(({ reward: { county, id, revision }, set }) => ({
    key: { county, id, revision },
    set,
  }));
  await reviseMany(tx, 'reward', { revisions, reason });
}

export async function settleTransfers(
  tx: Tx,
  county: number,
  results: readonly { readonly transfer: TransferRow; readonly returnedFor: string | undefined }[],
): Promise<void> {
  const revisions = results.map(({ transfer: { id, revision }, returnedFor }) => ({
    key: { county, id, revision },
    set: { result: returnedFor === undefined ? 'paid' : 'returned', returned_for: returnedFor ?? null },
  }));
  await reviseMany(tx, 'reward_transfer', { revisions, reason: 'settled' });
}
