import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { listUses, listVisits } from './care-store.ts';
import * as contract from './contract.ts';
import { subjectOf } from './loan-routes.ts';
import { listOwnApplications, listOwnConsents } from './own-store.ts';
import { listLines, listPayments } from './payment-store.ts';
import { ageOfLoan } from './standing-rules.ts';
import { findLoan, type LoanRow, listAllLoans, listLoans } from './store.ts';
import { listSubsidiesOf } from './subsidy-store.ts';

export const routes = [
  handle(contract.listLoans, async ({ tx, query }) => {
    const { rows, total, sums } = await listLoans(tx, query);
    const today = todayInShanghai(tx.now);
    return ok({ rows: rows.map((row) => ({ ...row, age: ageOfLoan(row, today) })), total, sums });
  }),

  handle(contract.getLoan, async ({ tx, params, allowed }) => {
    const loan = await findLoan(tx, params);
    if (!loan) return refuse({ code: 'not_found' });
    const payments = await listPayments(tx, loan);
    return ok({
      ...loan,
      age: ageOfLoan(loan, todayInShanghai(tx.now)),
      lines: [...(await listLines(tx, loan))],
      payments: payments.map(({ statementId, afterwards: _then, ...one }) => ({
        ...one,
        fromStatement: statementId !== null,
      })),
      uses: [...(await listUses(tx, loan))],
      visits: [...(await listVisits(tx, loan))],
      subsidies: [...(await listSubsidiesOf(tx, loan))],
      allowed: allowed(openActs(loan), subjectOf(loan)),
    });
  }),

  handle(contract.listOwnLoans, async ({ tx }) => {
    const loans = await listAllLoans(tx);
    const shown = [];
    for (const loan of loans) {
      const subsidies = await listSubsidiesOf(tx, loan);
      const subsidyFen = subsidies.reduce((sum, one) => sum + (one.state === 'paid' ? one.amountFen : 0n), 0n);
      shown.push({ ...loan, lines: [...(await listLines(tx, loan))], subsidyFen });
    }
    const applications = await listOwnApplications(tx);
    return ok({ loans: shown, applications: [...applications], consents: [...(await listOwnConsents(tx))] });
  }),
];

function openActs({ state, extendedOn, overdueSince }: LoanRow): string[] {
  if (state === 'settled') return ['loan.use'];
  const extend = state === 'open' && extendedOn === null ? ['loan.lend'] : [];
  return ['loan.pay', 'loan.use', 'loan.visit', ...extend, ...(overdueSince === null ? [] : ['loan.compensate'])];
}
