import { findParameter } from '../../measure/public.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { listFlaggedPlaces, listPlaceNames } from '../../registers/places/public.ts';
import { accountOf, ensurePlaceAccounts, type FundAccountRow } from './account-store.ts';
import { type FundDocumentRow, listFundDocuments } from './document-store.ts';
import { placeScores, scoreOfLines, weigh } from './goal-rules.ts';
import { listLineScores, listOrderGoals } from './goal-store.ts';
import * as contract from './order-contract.ts';
import { asksGoals, proposeOrder, type StandardFacts } from './order-rules.ts';
import * as store from './order-store.ts';
import { keepRefusal } from './refusal-store.ts';
import { replenish } from './risk-store.ts';
import type { Pool } from './rules.ts';

type Body = ReturnType<typeof contract.makeOrder.body.parse>;

export const orderRoutes: readonly Handler[] = [
  handle(contract.listOrders, async ({ tx, query }) => {
    const { rows, total } = await store.listOrders(tx, query);
    return ok({ rows: rows.map(toOrderRow), total });
  }),

  handle(contract.getOrder, async ({ tx, params, allowed }) => {
    const order = await store.findOrder(tx, params);
    if (!order) return refuse({ code: 'not_found' });
    const lines = await store.listOrderLines(tx, params);
    const { upperCounty, upperAccount, tiltId, opinion, revision } = order;
    const shown = { ...toOrderRow(order), upperCounty, upperAccount, tiltId, opinion, revision, lines: [...lines] };
    return ok({ ...shown, goals: await goalsOf(tx, order, lines), allowed: openActs(order, allowed) });
  }),

  handle(contract.makeOrder, async ({ tx, body, decide }) => {
    const barred = decide('fund.order', { place: body.upperPlace });
    if (barred) return refuse(barred);
    const document = await documentOf(tx, body);
    if (!document.ok) return document;
    const standard = body.standardYear === undefined ? undefined : await standardFacts(tx, body, document.value);
    const proposed = proposeOrder(body, { today: todayInShanghai(tx.now), standard });
    if (!proposed.ok) {
      const refusal = await withPlaceName(tx, proposed.refusal);
      keepRefusedOrder(tx, body, refusal);
      return refuse(refusal);
    }
    const accounts = await accountsOf(tx, body);
    if (!accounts.ok) return refuse(await withPlaceName(tx, accounts.refusal));
    await store.recordOrder(tx, {
      ...body,
      ...accounts.value,
      documentId: document.value?.id ?? null,
      tiltId: body.tiltId ?? null,
      standardYear: body.standardYear ?? null,
    });
    return ok({ county: countyOf(body.upperPlace as Place), id: body.id });
  }),

  handle(contract.checkOrder, async ({ tx, params, body, decide }) => {
    const found = await openOrder(tx, params, ['made']);
    if (!found.ok) return found;
    const order = found.value;
    const barred = decide('fund.check', { place: order.place, makerId: order.madeBy });
    if (barred) return refuse(barred);
    if (asksGoals(order) && weigh(await listOrderGoals(tx, params)) !== 10_000) {
      const refusal = { code: 'fund_without_goal' };
      keepRefusal(tx, { ...order, accountId: order.upperAccount }, refusal);
      return refuse(refusal);
    }
    return settle(tx, { ...params, revision: body.revision }, { state: 'checked', opinion: null });
  }),

  handle(contract.refuseOrder, async ({ tx, params, body, decide }) => {
    const found = await openOrder(tx, params, ['made', 'checked']);
    if (!found.ok) return found;
    const barred = decide('fund.check', { place: found.value.place, makerId: found.value.madeBy });
    if (barred) return refuse(barred);
    return settle(tx, { ...params, revision: body.revision }, { state: 'refused', opinion: body.reason });
  }),

  handle(contract.withdrawOrder, async ({ tx, params, body, decide }) => {
    const found = await openOrder(tx, params, ['made', 'checked']);
    if (!found.ok) return found;
    const barred = decide('fund.order', { place: found.value.place });
    if (barred) return refuse(barred);
    return settle(tx, { ...params, revision: body.revision }, { state: 'withdrawn', opinion: body.reason });
  }),

  handle(contract.carryOutOrder, async ({ tx, actor, params, body, decide }) => {
    const found = await openOrder(tx, params, ['checked']);
    if (!found.ok) return found;
    const order = found.value;
    const barred = decide('fund.release', { place: order.place, makerId: order.madeBy });
    if (barred) return refuse(barred);
    if (order.checkedBy === actor.accountId) return refuse({ code: 'own_work' });
    const moved = await store.carryOut(tx, { ...order, revision: body.revision });
    if (!moved.ok) return moved;
    await store.lessenStandard(tx, order);
    await replenishRisk(tx, order);
    return ok({ county: params.county, id: params.id });
  }),
];

function toOrderRow(row: store.OrderRow) {
  const { upperCounty, upperAccount, upperPool, tiltId, madeBy, checkedBy, doneBy, opinion, revision, ...shown } = row;
  return shown;
}

async function goalsOf(tx: Tx, order: store.OrderRow, lines: readonly store.OrderLineRow[]) {
  const goals = await listOrderGoals(tx, order);
  const scored = placeScores(lines, { goals, scores: await listLineScores(tx, order) });
  const { length: count } = goals;
  return { asked: asksGoals(order), count, weightBp: weigh(goals), scoreBp: scoreOfLines(scored) ?? null };
}

async function openOrder(
  tx: Tx,
  key: RecordKey,
  states: readonly store.OrderRow['state'][],
): Promise<Result<store.OrderRow, Refusal>> {
  const order = await store.findOrder(tx, key);
  if (!order) return refuse({ code: 'not_found' });
  return states.includes(order.state) ? ok(order) : refuse({ code: 'fund_order_closed' });
}

async function settle(
  tx: Tx,
  key: Required<RecordKey>,
  change: Parameters<typeof store.settleOrder>[2],
): Promise<Result<{ county: number; id: string }, Refusal>> {
  const done = await store.settleOrder(tx, key, change);
  return done ? ok({ county: key.county, id: key.id }) : refuse({ code: 'stale' });
}

/** What the reader may still do with an order. */
function openActs(
  order: store.OrderRow,
  allowed: (acts: readonly string[], subject: { place: number; makerId?: string }) => string[],
): string[] {
  const { place, state, madeBy, checkedBy } = order;
  if (state !== 'made' && state !== 'checked') return [];
  const checks = allowed(['fund.check'], { place, makerId: madeBy });
  const own = allowed(['fund.order'], { place });
  if (state === 'made') return [...checks, ...own];
  const releases = checkedBy === null ? [] : allowed(['fund.release'], { place, makerId: madeBy });
  const notChecker = checkedBy === null ? [] : allowed(['fund.release'], { place, makerId: checkedBy });
  return [...releases.filter((act) => notChecker.includes(act)), ...checks, ...own];
}

async function documentOf(tx: Tx, body: Body): Promise<Result<FundDocumentRow | undefined, Refusal>> {
  if (body.documentId === undefined) {
    return body.kind === 'receipt' ? refuse({ code: 'fund_document_missing', field: 'documentId' }) : ok(undefined);
  }
  const found = (await listFundDocuments(tx, {})).find(({ id }) => id === body.documentId);
  return found ? ok(found) : refuse({ code: 'not_found' });
}

async function standardFacts(tx: Tx, body: Body, document: FundDocumentRow | undefined): Promise<StandardFacts> {
  const { lo, hi } = placeRange(body.upperPlace as Place);
  const grant = await findParameter(tx, 'key_poor_village_grant_fen', body.occurredOn);
  return {
    grantFen: BigInt(grant?.value ?? 0),
    villages: new Set(await listFlaggedPlaces(tx, 'key_poor_village', { day: body.occurredOn, lo, hi })),
    document: document?.standard ?? false,
  };
}

interface OrderAccounts {
  readonly upper: FundAccountRow;
  readonly lines: { readonly account: FundAccountRow; readonly amountFen: bigint }[];
}

/** What comes into accounts of the risk fund makes good what they paid out. */
async function replenishRisk(tx: Tx, order: store.OrderRow): Promise<void> {
  if (order.kind === 'recall') return;
  for (const { county, accountId: id, amountFen } of await store.listRiskLines(tx, order)) {
    await replenish(tx, { account: { county, id }, amountFen, reason: order.number });
  }
}

/** Accounts of places are opened where there are none yet; a cooperative's has to be there. */
async function accountsOf(tx: Tx, body: Body): Promise<Result<OrderAccounts, Refusal>> {
  const lower: Pool = body.lowerPool ?? body.pool;
  const uppers = await ensurePlaceAccounts(tx, [body.upperPlace], body.pool);
  const upper = uppers.get(body.upperPlace);
  if (!upper) return refuse({ code: 'not_found' });
  if (body.kind === 'receipt') {
    return ok({ upper, lines: body.lines.map(({ amountFen }) => ({ account: upper, amountFen })) });
  }
  const own = body.lines.filter((line) => line.organisationId === undefined).map((line) => line.place);
  const places = await ensurePlaceAccounts(tx, own, lower);
  const lines: OrderAccounts['lines'] = [];
  for (const { place, organisationId, amountFen } of body.lines) {
    const account =
      organisationId === undefined
        ? places.get(place)
        : await accountOf(tx, { kind: 'cooperative', place, organisationId });
    if (!account) return refuse({ code: 'fund_account_missing', field: 'lines', values: { place } });
    lines.push({ account, amountFen });
  }
  return ok({ upper, lines });
}

/** The place that a refusal speaks of, by its name. */
async function withPlaceName(tx: Tx, refusal: Refusal): Promise<Refusal> {
  const place = refusal.values?.place;
  if (typeof place !== 'number') return refusal;
  const names = await listPlaceNames(tx, [place]);
  return { ...refusal, values: { ...refusal.values, place: names.get(place) ?? place } };
}

/** What was tried against the standard stands on the auditor's list; slips of the keyboard do not. */
function keepRefusedOrder(tx: Tx, body: Body, refusal: Refusal): void {
  if (!refusal.code.startsWith('fund_standard')) return;
  const amountFen = body.lines.reduce((sum, line) => sum + line.amountFen, 0n);
  keepRefusal(tx, { place: body.upperPlace, amountFen, occurredOn: body.occurredOn }, refusal);
}
