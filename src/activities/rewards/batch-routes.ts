import { accountOf, payMany } from '../../ledgers/funds/public.ts';
import { noteTakenOut } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { speak } from '../../platform/words.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import * as contract from './batch-contract.ts';
import * as store from './batch-store.ts';
import { findScheme } from './scheme-store.ts';
import { bankSheet } from './sheet-contract.ts';
import { digestList } from './store.ts';
import { bookReward } from './voucher-store.ts';
import { words } from './words.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes: readonly Handler[] = [
  handle(contract.listBatches, async ({ tx, query }) => {
    const { rows, total } = await store.listBatches(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.getBatch, async ({ tx, params, allowed }) => {
    const row = await store.findBatch(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const open = { ordered: ['reward.pay'], sent: ['reward.order', 'reward.pay'], settled: [] }[row.state];
    const isOwn = row.madeBy === tx.actor.accountId;
    const { lines: _count, madeBy: _maker, ...shown } = row;
    return ok({
      ...shown,
      lines: (await store.listTransfers(tx, row)).map((line) => ({ ...line })),
      allowed: allowed(open, { place: row.place }).filter((act) => act !== 'reward.pay' || !isOwn),
    });
  }),

  handle(contract.orderBatch, async ({ tx, body, decide }) => {
    const { place, schemeId } = body;
    const level = placeLevel(place);
    if (level !== 'banner' && level !== 'township') return refuse({ code: 'reward_batch_place', field: 'place' });
    const refused = decide('reward.order', { place });
    if (refused) return refuse(refused);
    if (!(await findScheme(tx, schemeId))) return refuse({ code: 'not_found', field: 'schemeId' });
    const account = await accountOf(tx, { kind: 'office', place: body.payerPlace });
    if (!account) return refuse({ code: 'reward_account_missing', field: 'payerPlace' });
    const cleared = await onlyCleared(tx, await store.listPayable(tx, { place, schemeId }));
    const lines = cleared.filter(({ cardMasked, isHousehold }) => cardMasked !== null || !isHousehold);
    if (lines.length === 0) return refuse({ code: 'reward_none_payable' });
    const batch = { ...body, account: { county: account.county, id: account.id } };
    const totalFen = await store.recordBatch(tx, batch, lines);
    const county = Math.floor(place / 1_000_000);
    const rewards = await store.listBatchRewards(tx, { county, id: body.id });
    const set = { state: 'ordered', batch_id: body.id };
    await store.reviseRewards(
      tx,
      rewards.map((reward) => ({ reward, set })),
      'ordered',
    );
    return ok({ county, id: body.id, lines: lines.length, totalFen, withoutCard: cleared.length - lines.length });
  }),

  handle(contract.payBatch, async ({ tx, params, body, decide }) => {
    const row = await store.findBatch(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('reward.pay', { place: row.place, makerId: row.madeBy });
    if (refused) return refuse(refused);
    if (row.state !== 'ordered') return refuse({ code: 'reward_batch_sent' });
    const set = { state: 'sent', sent_on: todayInShanghai(tx.now), paid_by: tx.actor.accountId };
    const key = { ...params, revision: body.revision };
    if (!(await store.reviseBatch(tx, key, { set, reason: 'paid' }))) return refuse({ code: 'stale' });
    const paid = await payRewards(tx, row);
    return paid.ok ? ok(params) : paid;
  }),

  handle(contract.getBankFile, async ({ tx, actor, params, language, decide }) => {
    const row = await store.findBatch(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('reward.pay', { place: row.place, makerId: row.madeBy });
    if (refused) return refuse(refused);
    if (row.state === 'ordered') return refuse({ code: 'reward_batch_not_sent' });
    const rewards = await store.listBatchRewards(tx, row);
    const transfers = await store.listTransfers(tx, row);
    noteTakenOut(tx, 'reward_batch', { batch: row.id, exported: rewards.length });
    const rows = transfers.map((line, at) => {
      const card = rewards[at]?.bankCard;
      const { name, bankName, amountFen, ordinal } = line;
      return { ordinal: String(ordinal), name, bankName, card: card ? tx.vault.open(card) : null, amountFen };
    });
    const pieces: Buffer[] = [];
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    for await (const piece of writeList({ spec: bankSheet, rows, ...options })) pieces.push(piece);
    const fileName = `${speak(words['bank.title'], language)}-${row.title}.xlsx`;
    return ok({ fileName, contentType: xlsxType, content: Buffer.concat(pieces) });
  }),

  handle(contract.settleBatch, async ({ tx, params, body, decide }) => {
    const row = await store.findBatch(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('reward.order', { place: row.place });
    if (refused) return refuse(refused);
    if (row.state !== 'sent') return refuse({ code: 'reward_batch_not_sent' });
    const reasons = new Map(body.returned.map(({ rewardId, reason }) => [rewardId, reason]));
    const transfers = await store.listTransfers(tx, row);
    const unknown = body.returned.findIndex(({ rewardId }) => !transfers.some((one) => one.rewardId === rewardId));
    if (unknown >= 0) return refuse({ code: 'not_found', field: `returned.${unknown}.rewardId` });
    const change = { set: { state: 'settled' }, reason: 'settled' };
    if (!(await store.reviseBatch(tx, { ...params, revision: body.revision }, change)))
      return refuse({ code: 'stale' });
    const results = transfers.map((transfer) => ({ transfer, returnedFor: reasons.get(transfer.rewardId) }));
    await store.settleTransfers(tx, row.county, results);
    const rewards = await store.listBatchRewards(tx, row);
    const arrived = rewards.filter(({ id, applicantKind }) => applicantKind === 'cooperative' && !reasons.has(id));
    const booked = await bookArrived(tx, row, arrived);
    if (!booked.ok) return booked;
    const returned = rewards.filter(({ id }) => reasons.has(id));
    const set = { state: 'returned', batch_id: null };
    await store.reviseRewards(
      tx,
      returned.map((reward) => ({ reward, set })),
      'returned by the bank',
    );
    return ok(params);
  }),
];

/** Those whose notice is over, for the very list that hangs; what the bank returned was cleared before. */
async function onlyCleared(tx: Tx, payable: readonly store.Payable[]): Promise<readonly store.Payable[]> {
  const cleared = new Set<string>();
  for (const [listId, [first]] of Map.groupBy(payable, (one) => one.listId)) {
    if (!first) continue;
    const key = { county: first.county, id: listId };
    const notice = await findNotice(tx, { county: first.county, subjectType: 'reward_list', subjectId: listId });
    if (notice?.state === 'cleared' && notice.digest === (await digestList(tx, key))) cleared.add(listId);
  }
  return payable.filter(({ state, listId }) => state === 'returned' || cleared.has(listId));
}

/** What reached cooperatives goes into their books. */
async function bookArrived(
  tx: Tx,
  batch: store.BatchRow,
  rewards: readonly store.BatchReward[],
): Promise<Result<true, Refusal>> {
  const scheme = await findScheme(tx, batch.schemeId);
  if (!scheme) return refuse({ code: 'not_found', field: 'schemeId' });
  for (const reward of rewards) {
    const booked = await bookReward(tx, reward, scheme);
    if (!booked.ok) return booked;
  }
  return ok(true);
}

/** Money leaves the account once for each reward, whose maker, checker and payer are three people. */
async function payRewards(tx: Tx, batch: store.BatchRow): Promise<Result<true, Refusal>> {
  const rewards = await store.listBatchRewards(tx, batch);
  const fresh = rewards.filter(({ paymentId }) => paymentId === null);
  const on = todayInShanghai(tx.now);
  const payments = fresh.map((reward) => ({
    ...{ id: newRecordId(tx), amountFen: reward.amountFen, occurredOn: on },
    account: { county: batch.accountCounty, id: batch.accountId },
    ...(batch.fundDocumentId ? { documentId: batch.fundDocumentId } : {}),
    purpose: 'reward' as const,
    payee: {
      ...{ kind: reward.applicantKind, county: reward.county, id: reward.applicantId, name: reward.name },
      ...{ place: reward.place, bankTail: reward.cardMasked?.slice(-4) },
    },
    usedAt: reward.place,
    ...{ memo: batch.title, makerId: reward.madeBy, checkerId: reward.checkedBy },
    source: { type: 'reward', id: reward.id },
  }));
  if (payments.length > 0) {
    const paid = await payMany(tx, payments);
    if (!paid.ok) return paid;
  }
  const ids = new Map(payments.map(({ source, id }) => [source.id, id]));
  const changes = rewards.map((reward) => ({
    reward,
    set: {
      state: 'paid',
      payment_id: reward.paymentId ?? ids.get(reward.id) ?? null,
      paid_on: reward.paidOn ?? on,
      paid_by: reward.paidBy ?? tx.actor.accountId,
    },
  }));
  await store.reviseRewards(tx, changes, 'paid');
  return ok(true);
}
