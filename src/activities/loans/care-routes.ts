import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './care-contract.ts';
import { findSince, listTasks, recordUse, recordVisit } from './care-store.ts';
import { subjectOf, unlessTaken } from './loan-routes.ts';
import { findLoan } from './store.ts';

export const routes = [
  handle(contract.listLoanTasks, async ({ tx, query }) => {
    const { rows, total } = await listTasks(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.recordLoanUse, async ({ tx, params, body, decide }) => {
    const loan = await findLoan(tx, params);
    if (!loan) return refuse({ code: 'not_found' });
    const refused = decide('loan.use', subjectOf(loan));
    if (refused) return refuse(refused);
    if (body.happenedOn < loan.startsOn) return refuse({ code: 'use_before_loan', field: 'happenedOn' });
    if (body.happenedOn > todayInShanghai(tx.now)) return refuse({ code: 'loan_in_future', field: 'happenedOn' });
    const recorded = await recordUse(tx, loan, body);
    return recorded
      ? ok({ county: loan.county, id: body.id })
      : refuse({ code: 'use_beyond_loan', field: 'amountFen' });
  }),

  handle(contract.recordLoanVisit, async ({ tx, params, body, decide }) => {
    const loan = await findLoan(tx, params);
    if (!loan) return refuse({ code: 'not_found' });
    const refused = decide('loan.visit', subjectOf(loan));
    if (refused) return refuse(refused);
    const sinceOn = await findSince(tx, loan, body.cause);
    if (sinceOn === null) return refuse({ code: 'visit_no_task', field: 'cause' });
    if (body.visitedOn > todayInShanghai(tx.now)) return refuse({ code: 'loan_in_future', field: 'visitedOn' });
    if (body.visitedOn < sinceOn) return refuse({ code: 'visit_before_task', field: 'visitedOn' });
    return unlessTaken(async () => {
      await recordVisit(tx, loan, { ...body, sinceOn });
      return ok({ county: loan.county, id: body.id });
    });
  }),
];
