import { moneyRoles, purposeRoles } from './event-roles-rules.ts';
import type { EventTemplate } from './event-rules.ts';
import { by, credit, debit, event, to } from './event-template-rules.ts';

const trade = [...moneyRoles, 'members', 'receivable'] as const;

/** Wages, money, loans and what is left. */
export const moneyEvents: readonly EventTemplate[] = [
  event('wages_due', ['wages'], {
    choices: { purpose: purposeRoles, counter: ['wages', 'casual_labour'] },
    lines: [debit(by('purpose'), 'wages'), credit(by('counter'), 'wages')],
  }),
  event('wages_paid', ['wages'], {
    choices: { purpose: ['wages', 'casual_labour'], counter: moneyRoles },
    lines: [debit(by('purpose'), 'wages'), credit(by('counter'), 'wages')],
  }),
  event('expense_paid', ['paid'], {
    choices: { purpose: [...purposeRoles, 'finance', 'welfare', 'sales_tax'], counter: [...moneyRoles, 'payable'] },
    lines: [debit(by('purpose'), 'paid'), credit(by('counter'), 'paid')],
  }),
  event('income_received', ['received'], {
    choices: { purpose: ['income', 'other_income', 'subsidy_income'], counter: trade },
    lines: [debit(by('counter'), 'received'), credit(by('purpose'), 'received')],
  }),
  event('receivable_collected', ['received'], {
    choices: { counter: moneyRoles },
    lines: [debit(by('counter'), 'received'), credit(to('receivable'), 'received')],
  }),
  event('payable_paid', ['paid'], {
    choices: { counter: moneyRoles },
    lines: [debit(to('payable'), 'paid'), credit(by('counter'), 'paid')],
  }),
  event('bad_debt', ['loss'], { lines: [debit(to('other_expense'), 'loss'), credit(to('receivable'), 'loss')] }),
  event('loan_received', ['principal'], {
    choices: { purpose: ['short_loan', 'long_loan'] },
    lines: [debit(to('bank'), 'principal'), credit(by('purpose'), 'principal')],
  }),
  event('loan_repaid', ['principal', 'interest'], {
    optional: ['interest'],
    choices: { purpose: ['short_loan', 'long_loan'] },
    lines: [debit(by('purpose'), 'principal'), debit(to('finance'), 'interest'), { side: 'rest', account: to('bank') }],
  }),
  event('interest_due', ['interest'], {
    lines: [debit(to('finance'), 'interest'), credit(to('interest_due'), 'interest')],
  }),
  event('interest_paid', ['interest'], {
    choices: { counter: moneyRoles },
    lines: [debit(to('interest_due'), 'interest'), credit(by('counter'), 'interest')],
  }),
  event('interest_received', ['interest'], {
    lines: [debit(to('bank'), 'interest'), credit(to('finance'), 'interest')],
  }),
  event('invested', ['cost'], {
    choices: { counter: moneyRoles },
    lines: [debit(to('investment'), 'cost'), credit(by('counter'), 'cost')],
  }),
  event('investment_income', ['received'], {
    choices: { counter: [...moneyRoles, 'receivable'] },
    lines: [debit(by('counter'), 'received'), credit(to('investment_income'), 'received')],
  }),
  event('income_tax', ['tax'], { lines: [debit(to('income_tax'), 'tax'), credit(to('taxes'), 'tax')] }),
  event('tax_paid', ['tax'], { lines: [debit(to('taxes'), 'tax'), credit(to('bank'), 'tax')] }),
  event('cash_deposited', ['moved'], { lines: [debit(to('bank'), 'moved'), credit(to('cash'), 'moved')] }),
  event('cash_drawn', ['moved'], { lines: [debit(to('cash'), 'moved'), credit(to('bank'), 'moved')] }),
  event('reserve_covers_loss', ['loss'], {
    lines: [debit(to('surplus_reserve'), 'loss'), credit(to('undistributed'), 'loss')],
  }),
  event('reserve_to_capital', ['par'], {
    choices: { purpose: ['capital_reserve', 'surplus_reserve'] },
    lines: [debit(by('purpose'), 'par'), credit(to('share_capital'), 'par')],
  }),
];
