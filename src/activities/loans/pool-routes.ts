import { findFundAccount, payFunds } from '../../ledgers/funds/public.ts';
import { getParameter } from '../../measure/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { pageCompensations } from './compensation-store.ts';
import { findLender } from './lender-store.ts';
import { subjectOf } from './loan-routes.ts';
import * as contract from './pool-contract.ts';
import * as store from './pool-store.ts';
import { shareLoss } from './risk-rules.ts';
import { lateDays } from './standing-rules.ts';
import { findLoan } from './store.ts';

const placesOfCounty = 1_000_000;

export const routes = [
  handle(contract.listPools, async ({ tx, query }) => {
    const { rows, total } = await store.listPools(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getPool, async ({ tx, params, allowed }) => {
    const pool = await store.findPool(tx, params);
    if (!pool) return refuse({ code: 'not_found' });
    const rows = await store.listCompensations(tx, pool);
    const compensations = rows.map(({ madeBy, checkedBy, ...row }) => {
      const acts = { asked: ['loan.compensate_check'], confirmed: ['loan.compensate_pay'], refused: [], paid: [] };
      const own = [madeBy, checkedBy].includes(tx.actor.accountId);
      return { ...row, allowed: own ? [] : allowed(acts[row.state], { place: row.place, organisationId: row.bankId }) };
    });
    return ok({ ...pool, compensations, allowed: allowed(['loan.pool'], { place: pool.place }) });
  }),

  handle(contract.listCompensations, async ({ tx, query }) => {
    const { rows, total, sums } = await pageCompensations(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total, sums });
  }),

  handle(contract.recordPool, async ({ tx, body, decide }) => {
    const place = body.county * placesOfCounty;
    const refused = decide('loan.pool', { place });
    if (refused) return refuse(refused);
    if (!(await findLender(tx, body.bankId))) return refuse({ code: 'not_found', field: 'bankId' });
    const on = todayInShanghai(tx.now);
    const terms = {
      fundBp: body.fundBp ?? (await getParameter(tx, 'risk_compensation_fund_bp', on)),
      triggerDays: body.triggerDays ?? (await getParameter(tx, 'risk_compensation_overdue_days', on)),
      limitBp: body.limitBp ?? (await getParameter(tx, 'risk_compensation_limit_bp', on)),
    };
    try {
      await store.recordPool(tx, { ...body, ...terms, place });
    } catch (error) {
      if (isUniqueViolation(error, 'loan_pool_open')) return refuse({ code: 'pool_known', field: 'bankId' });
      throw error;
    }
    return ok({ county: body.county, id: body.id });
  }),

  handle(contract.suspendPool, async ({ tx, params, body, decide }) => {
    const pool = await store.findPool(tx, params);
    if (!pool) return refuse({ code: 'not_found' });
    const refused = decide('loan.pool', { place: pool.place });
    if (refused) return refuse(refused);
    if (!pool.suspendProposed) return refuse({ code: 'pool_below_limit' });
    const suspension = { ratioBp: pool.ratioBp, reason: body.reason };
    const done = await store.suspendPool(tx, { ...params, revision: body.revision }, suspension);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.liftPool, async ({ tx, params, body, decide }) => {
    const pool = await store.findPool(tx, params);
    if (!pool) return refuse({ code: 'not_found' });
    const refused = decide('loan.pool', { place: pool.place });
    if (refused) return refuse(refused);
    if (pool.suspendedOn === null || pool.liftedOn !== null) return refuse({ code: 'pool_not_suspended' });
    const done = await store.liftPool(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.askCompensation, async ({ tx, params, body, decide }) => {
    const loan = await findLoan(tx, params);
    if (!loan) return refuse({ code: 'not_found' });
    const refused = decide('loan.compensate', subjectOf(loan));
    if (refused) return refuse(refused);
    const pool = await store.findPoolOf(tx, loan);
    if (!pool || loan.kind !== 'microcredit') return refuse({ code: 'pool_missing' });
    const daysLate = lateDays(loan, todayInShanghai(tx.now));
    const shared = shareLoss(pool, { principalFen: loan.outstandingFen, daysLate });
    if (!shared.ok) return shared;
    try {
      await store.recordCompensation(tx, loan, { ...body, ...shared.value, poolId: pool.id });
    } catch (error) {
      if (isUniqueViolation(error, 'loan_compensation_once')) return refuse({ code: 'compensation_known' });
      throw error;
    }
    return ok({ county: loan.county, id: body.id, ...shared.value });
  }),

  handle(contract.checkCompensation, async ({ tx, params, body, decide }) => {
    const row = await store.findCompensation(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('loan.compensate_check', { place: row.place, makerId: row.madeBy });
    if (refused) return refuse(refused);
    if (row.state !== 'asked') return refuse({ code: 'compensation_state' });
    const move = { state: body.decision, reason: body.reason };
    const moved = await store.moveCompensation(tx, { ...params, revision: body.revision }, move);
    return moved ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.payCompensation, async ({ tx, params, body, decide }) => {
    const row = await store.findCompensation(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('loan.compensate_pay', { place: row.place, makerId: row.madeBy });
    if (refused) return refuse(refused);
    if (row.state !== 'confirmed' || row.checkedBy === null) return refuse({ code: 'compensation_state' });
    const lender = await findLender(tx, row.bankId);
    const account = await findFundAccount(tx, { county: body.county, id: body.fundAccountId });
    if (!lender || !account) return refuse({ code: 'not_found', field: 'account' });
    const { county, id } = params;
    const paymentId = newRecordId(tx);
    const paid = { state: 'paid', paymentId, reason: row.contractNumber } as const;
    if (!(await store.moveCompensation(tx, { county, id, revision: body.revision }, paid))) {
      return refuse({ code: 'stale' });
    }
    if (!(await store.markCompensated(tx, { county, id: row.loanId }, row.contractNumber))) {
      return refuse({ code: 'stale' });
    }
    const posted = await payFunds(tx, {
      ...{ id: paymentId, account, amountFen: row.fundFen, occurredOn: todayInShanghai(tx.now) },
      ...{ purpose: 'risk_compensation', usedAt: row.place, memo: row.contractNumber },
      payee: { kind: 'bank', county: lender.county, id: lender.id, name: lender.name },
      ...{ makerId: row.madeBy, checkerId: row.checkedBy, source: { type: 'loan_compensation', id } },
    });
    return posted.ok ? ok(params) : posted;
  }),
];
