import type { Actor } from '../../platform/access/actor.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { speak, type WordPair } from '../../platform/words.ts';
import { findFundAccount } from './account-store.ts';
import * as contract from './control-contract.ts';
import { listFundDocuments } from './document-store.ts';
import { decideOverride, findOverride, listOverrides, type OverrideRow, recordOverride } from './override-store.ts';
import * as recovery from './recovery-store.ts';
import { listRefusals, type RefusalRow } from './refusal-list-store.ts';
import { findMovement, listMovementParts } from './trace-store.ts';

type Allowed = (acts: readonly string[], subject: { place: number; makerId?: string }) => string[];

export const controlRoutes: readonly Handler[] = [
  handle(contract.listOverrides, async ({ tx, query, allowed }) => {
    const { rows, total } = await listOverrides(tx, query);
    return ok({ rows: rows.map((row) => overrideView(row, allowed)), total });
  }),

  handle(contract.getOverride, async ({ tx, params, allowed }) => {
    const row = await findOverride(tx, params);
    return row ? ok(overrideView(row, allowed)) : refuse({ code: 'not_found' });
  }),

  handle(contract.askOverride, async ({ tx, body, decide }) => {
    const account = await findFundAccount(tx, { county: body.county, id: body.accountId });
    if (!account) return refuse({ code: 'not_found' });
    const barred = decide('fund.override_ask', { place: account.place });
    if (barred) return refuse(barred);
    if (!(await listFundDocuments(tx, {})).some(({ id }) => id === body.documentId))
      return refuse({ code: 'not_found' });
    await recordOverride(tx, { ...body, account });
    return ok({ county: account.county, id: body.id });
  }),

  handle(contract.grantOverride, async ({ tx, params, body, decide }) => {
    const open = await openOverride(tx, params, decide);
    if (!open.ok) return open;
    const done = await decideOverride(tx, { ...params, revision: body.revision }, { state: 'granted', opinion: null });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.refuseOverride, async ({ tx, params, body, decide }) => {
    const open = await openOverride(tx, params, decide);
    if (!open.ok) return open;
    const key = { ...params, revision: body.revision };
    const done = await decideOverride(tx, key, { state: 'refused', opinion: body.reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.listRefusals, async ({ tx, query, refusalWords }) => {
    const { rows, total, codes } = await listRefusals(tx, query);
    return ok({
      rows: rows.map((row) => refusalView(row, refusalWords)),
      total,
      codes: codes.map((one) => ({ ...one, label: withGaps(pairOf(one.code, refusalWords)) })),
    });
  }),

  handle(contract.listRecoveries, async ({ tx, actor, query, allowed }) => {
    const { rows, total, openFen } = await recovery.listRecoveries(tx, query);
    return ok({ rows: rows.map((row) => recoveryView(row, actor, allowed)), total, openFen });
  }),

  handle(contract.getRecovery, async ({ tx, actor, params, allowed }) => {
    const row = await recovery.findRecovery(tx, params);
    return row ? ok(recoveryView(row, actor, allowed)) : refuse({ code: 'not_found' });
  }),

  handle(contract.orderRecovery, async ({ tx, body, decide }) => {
    const key = { county: body.county, id: body.movementId };
    const payment = await findMovement(tx, key);
    if (payment?.kind !== 'payment') return refuse({ code: 'not_found' });
    const barred = decide('fund.recover', { place: payment.place });
    if (barred) return refuse(barred);
    if (body.dueOn < todayInShanghai(tx.now)) return refuse({ code: 'fund_recovery_past', field: 'dueOn' });
    const parts = await listMovementParts(tx, key);
    const paidFen = parts.reduce((sum, part) => sum + part.amountFen - part.backFen, 0n);
    const openFen = await recovery.sumOpenRecoveries(tx, key);
    if (body.amountFen > paidFen - openFen) return refuse({ code: 'fund_recovery_too_much', field: 'amountFen' });
    await recovery.recordRecovery(tx, { ...body, place: payment.place });
    return ok({ county: body.county, id: body.id });
  }),

  handle(contract.receiveRecovery, async ({ tx, params, body, decide }) => {
    const row = await recovery.findRecovery(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const barred = decide('fund.release', { place: row.place, makerId: row.orderedBy });
    if (barred) return refuse(barred);
    if (body.occurredOn > todayInShanghai(tx.now)) return refuse({ code: 'fund_order_in_future', field: 'occurredOn' });
    if (body.amountFen > row.amountFen - row.receivedFen) {
      return refuse({ code: 'fund_recovery_too_much', field: 'amountFen' });
    }
    const received = await recovery.receiveMoney(tx, row, body);
    return received.ok ? ok(params) : received;
  }),
];

async function openOverride(
  tx: Tx,
  key: RecordKey,
  decide: (act: string, subject: { place: number; makerId: string }) => Refusal | undefined,
): Promise<Result<OverrideRow, Refusal>> {
  const row = await findOverride(tx, key);
  if (!row) return refuse({ code: 'not_found' });
  const barred = decide('fund.override_grant', { place: row.place, makerId: row.askedBy });
  if (barred) return refuse(barred);
  return row.state === 'asked' ? ok(row) : refuse({ code: 'fund_override_closed' });
}

function overrideView({ askedBy, ...row }: OverrideRow, allowed: Allowed) {
  const acts = row.state === 'asked' ? allowed(['fund.override_grant'], { place: row.place, makerId: askedBy }) : [];
  return { ...row, allowed: acts };
}

function pairOf(code: string, wordsOf: (code: string) => WordPair | undefined): WordPair {
  return wordsOf(code) ?? [code, code];
}

function withGaps([zh, en]: WordPair): [string, string] {
  const gap = (sentence: string) => sentence.replace(/\{\w+\}/g, '…');
  return [gap(zh), gap(en)];
}

function refusalView({ details, recordedAt, ...row }: RefusalRow, wordsOf: (code: string) => WordPair | undefined) {
  const pair = pairOf(row.code, wordsOf);
  const sentence: [string, string] = [speak(pair, 'zh', details), speak(pair, 'en', details)];
  return { ...row, sentence, recordedAt: recordedAt.toISOString() };
}

function recoveryView(row: recovery.RecoveryRow, actor: Actor, allowed: Allowed) {
  const { orderedBy, accountId: _account, ...shown } = row;
  const isOpen = row.state !== 'received' && orderedBy !== actor.accountId;
  return { ...shown, allowed: isOpen ? allowed(['fund.release'], { place: row.place }) : [] };
}
