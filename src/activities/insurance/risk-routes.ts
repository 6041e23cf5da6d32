import { ensurePlaceAccounts, payRiskFund, riskTermsOn } from '../../ledgers/funds/public.ts';
import { type RiskTerms, riskPayout } from '../../ledgers/funds/risk-rules.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import * as contract from './risk-contract.ts';
import { proposeRiskRequest } from './risk-rules.ts';
import * as store from './risk-store.ts';
import { words } from './words.ts';

const reads: readonly Handler[] = [
  handle(contract.listRiskRequests, async ({ tx, query }) => ok(await showRequests(tx, query))),

  handle(contract.getRiskRequest, async ({ tx, params, allowed }) => {
    const row = await store.findRequest(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const terms = await riskTermsOn(tx, row.paidOn ?? todayInShanghai(tx.now));
    const isOwn = row.madeBy === tx.actor.accountId;
    const acts = allowed(actsOf(row), { place: row.place }).filter((act) => act === 'risk.ask' || !isOwn);
    return ok({ ...withAmount(row, terms), ...terms, allowed: acts });
  }),
];

const writes: readonly Handler[] = [
  handle(contract.askRiskFund, async ({ tx, body, decide }) => {
    const loss = await store.findLoss(tx, { county: body.county, id: body.lineId });
    if (!loss) return refuse({ code: 'not_found', field: 'lineId' });
    const barred = decide('risk.ask', { place: loss.place });
    if (barred) return refuse(barred);
    const proposed = proposeRiskRequest(loss, body);
    if (!proposed.ok) return proposed;
    const on = todayInShanghai(tx.now);
    const amount = riskPayout({ ...body, insuredFen: loss.insuredFen }, await riskTermsOn(tx, on));
    if (!amount.ok) return amount;
    const isNew = await store.recordRequest(tx, loss, { ...body, on });
    return isNew ? ok({ county: loss.county, id: body.id }) : refuse({ code: 'risk_asked_before', field: 'lineId' });
  }),

  handle(contract.checkRiskRequest, async ({ tx, params, body, decide }) => {
    const row = await store.findRequest(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const barred = decide('risk.check', { place: row.place, makerId: row.madeBy });
    if (barred) return refuse(barred);
    if (row.state !== 'asked') return refuse({ code: 'risk_not_asked' });
    const set = { state: 'checked', checked_by: tx.actor.accountId, checked_on: todayInShanghai(tx.now) };
    const key = { ...params, revision: body.revision };
    return (await store.reviseRequest(tx, key, { set, reason: 'checked' })) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.refuseRiskRequest, async ({ tx, params, body, decide }) => {
    const row = await store.findRequest(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const barred = decide('risk.check', { place: row.place, makerId: row.madeBy });
    if (barred) return refuse(barred);
    if (row.state !== 'asked') return refuse({ code: 'risk_not_asked' });
    const { reason } = body;
    const checked = { checked_by: tx.actor.accountId, checked_on: todayInShanghai(tx.now) };
    const change = { set: { state: 'refused', opinion: reason, ...checked }, reason };
    const key = { ...params, revision: body.revision };
    return (await store.reviseRequest(tx, key, change)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawRiskRequest, async ({ tx, params, body, decide }) => {
    const row = await store.findRequest(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const barred = decide('risk.ask', { place: row.place });
    if (barred) return refuse(barred);
    if (row.state !== 'asked' && row.state !== 'checked') return refuse({ code: 'risk_not_open' });
    const { reason } = body;
    const change = { set: { state: 'withdrawn', opinion: reason }, reason };
    const key = { ...params, revision: body.revision };
    return (await store.reviseRequest(tx, key, change)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.payRiskRequest, async ({ tx, params, body, decide }) => {
    const row = await store.findRequest(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const { checkedBy, madeBy } = row;
    const place = bannerOf(row);
    const barred = decide('risk.pay', { place, makerId: madeBy });
    if (barred) return refuse(barred);
    if (row.state !== 'checked' || checkedBy === null) return refuse({ code: 'risk_not_checked' });
    const checkedHimself = decide('risk.pay', { place, makerId: checkedBy });
    if (checkedHimself) return refuse(checkedHimself);
    const paid = await pay(tx, { ...row, checkedBy });
    if (!paid.ok) return paid;
    const { amountFen, movementId, on } = paid.value;
    const set = { state: 'paid', paid_on: on, paid_by: tx.actor.accountId, amount_fen: amountFen };
    const change = { set: { ...set, movement_id: movementId }, reason: 'paid' };
    if (!(await store.reviseRequest(tx, { ...params, revision: body.revision }, change)))
      return refuse({ code: 'stale' });
    return ok({ ...params, amountFen });
  }),
];

export const routes: readonly Handler[] = [...reads, ...writes];

/** One page of requests with what each comes to under the terms of today, or was paid. */
export async function showRequests(tx: Tx, query: Parameters<typeof store.listRequests>[1]) {
  const { rows, total } = await store.listRequests(tx, query);
  const terms = await riskTermsOn(tx, todayInShanghai(tx.now));
  return { rows: rows.map((row) => withAmount(row, terms)), total };
}

function withAmount(row: store.RiskRow, terms: RiskTerms) {
  const { madeBy: _maker, checkedBy: _checker, lineId: _line, insuredPlace: _place, ...shown } = row;
  if (row.amountFen !== null) return shown;
  const due = riskPayout(row, terms);
  return { ...shown, amountFen: due.ok ? due.value : null };
}

function actsOf({ state }: store.RiskRow): string[] {
  if (state === 'asked') return ['risk.check', 'risk.ask'];
  return state === 'checked' ? ['risk.pay', 'risk.ask'] : [];
}

function bannerOf({ county }: { readonly county: number }): number {
  return county * 1_000_000;
}

/** Out of the risk pool of the banner; what the terms of the day pay, to the household. */
async function pay(tx: Tx, row: store.RiskRow & { readonly checkedBy: string }) {
  const banner = bannerOf(row);
  const account = (await ensurePlaceAccounts(tx, [banner], 'risk')).get(banner);
  if (!account) return refuse({ code: 'not_found' });
  const on = todayInShanghai(tx.now);
  const movementId = newRecordId(tx);
  const { householdCounty, householdId, name, insuredPlace, lineId: id, lossFen, insuredFen, valueFen } = row;
  const paid = await payRiskFund(tx, {
    ...{ id: movementId, account, occurredOn: on, usedAt: insuredPlace },
    claim: { type: 'insurance_claim_line', id, lossFen, insuredFen, valueFen },
    payee: { kind: 'household', county: householdCounty, id: householdId, name, place: insuredPlace },
    ...{ memo: speak(words['risk.memo'], 'zh', { name }), makerId: row.madeBy, checkerId: row.checkedBy },
  });
  return paid.ok ? ok({ amountFen: paid.value.amountFen, movementId, on }) : paid;
}
