import { errorFields, isUniqueViolation } from '../../platform/db/connection.ts';
import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import * as contract from './return-contract.ts';
import { promisedFen, returnLight, scheduleOf } from './return-rules.ts';
import * as store from './return-store.ts';

export const routes = [
  handle(contract.listReturns, async ({ tx, query }) => {
    const { rows, total } = await store.listReturns(tx, { ...query, today: todayInShanghai(tx.now) });
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.getReturn, async ({ tx, params, allowed }) => {
    const today = todayInShanghai(tx.now);
    const row = await store.findReturn(tx, { ...params, today });
    if (!row) return refuse({ code: 'not_found' });
    const schedule = await store.listSchedule(tx, params);
    const receipts = Map.groupBy(await store.listReceipts(tx, params), ({ scheduleId }) => scheduleId);
    return ok({
      ...row,
      schedule: schedule.map((line) => ({
        ...line,
        light: returnLight(line, today),
        receipts: (receipts.get(line.id) ?? []).map(({ scheduleId: _line, ...receipt }) => receipt),
      })),
      allowed: allowed(['return.record'], { place: row.place, organisationId: row.cooperativeId }),
    });
  }),

  handle(contract.recordReturn, async ({ tx, body, decide }) => {
    const cooperative = await findCooperative(tx, { county: body.county, id: body.cooperativeId });
    if (!cooperative) return refuse({ code: 'not_found', field: 'cooperativeId' });
    const refused = decide('return.record', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    if (body.floorBp + body.profitShareBp === 0) return refuse({ code: 'return_promises_nothing', field: 'floorBp' });
    const lines = scheduleOf(body);
    if (!lines.ok) return lines;
    try {
      await store.recordReturn(tx, cooperative, { contract: body, lines: lines.value });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse({ code: 'return_number_known', field: 'number' });
      throw error;
    }
    return ok({ county: cooperative.county, id: body.id });
  }),

  handle(contract.recordProfit, async ({ tx, params, body, decide }) => {
    const row = await store.findReturn(tx, { ...params, today: todayInShanghai(tx.now) });
    const line = row && (await store.listSchedule(tx, params)).find(({ id }) => id === params.lineId);
    if (!row || !line) return refuse({ code: 'not_found' });
    const refused = decide('return.record', { place: row.place, organisationId: row.cooperativeId });
    if (refused) return refuse(refused);
    const promised = promisedFen(line.floorFen, body.profitFen, row.profitShareBp);
    if (promised < line.paidFen) return refuse({ code: 'return_below_paid', field: 'profitFen' });
    const key = { county: row.county, id: line.id, revision: body.revision };
    const profit = { profitFen: body.profitFen, profitDocument: body.document, promisedFen: promised };
    const done = await store.recordProfit(tx, key, profit);
    return done ? ok({ county: row.county, id: line.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.recordReceipt, async ({ tx, params, body, decide }) => {
    const row = await store.findReturn(tx, { ...params, today: todayInShanghai(tx.now) });
    const line = row && (await store.listSchedule(tx, params)).find(({ id }) => id === params.lineId);
    if (!row || !line) return refuse({ code: 'not_found' });
    const refused = decide('return.record', { place: row.place, organisationId: row.cooperativeId });
    if (refused) return refuse(refused);
    if (body.amountFen === 0n) return refuse({ code: 'money_not_positive', field: 'amountFen' });
    if (body.paidOn > todayInShanghai(tx.now)) return refuse({ code: 'return_in_future', field: 'paidOn' });
    try {
      const done = await store.recordReceipt(tx, { contract: row, row: line, revision: body.revision }, body);
      return done ? ok({ county: row.county, id: body.id }) : refuse({ code: 'stale' });
    } catch (error) {
      if (errorFields(error).code === '23514') return refuse({ code: 'return_above_promised', field: 'amountFen' });
      throw error;
    }
  }),
];
