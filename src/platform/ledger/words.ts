import { defineWords } from '../words.ts';

export const words = defineWords({
  'refusal.ledger_unbalanced': [
    '借贷不平，相差 {difference}。请核对各行金额。',
    'Debits and credits differ by {difference}; check the amounts of the lines.',
  ],
  'refusal.ledger_empty': [
    '一笔分录至少要有两行，金额都不能是零。',
    'An entry needs at least two lines, none of them zero.',
  ],
  'refusal.ledger_account_unknown': ['账簿里没有科目 {account}。', 'The book has no account {account}.'],
  'refusal.ledger_sub_required': [
    '科目 {account} 要按明细核算，请选择明细（如成员、项目）。',
    'Account {account} is kept by sub-ledger; choose whom or what the line concerns.',
  ],
  'refusal.ledger_sub_unknown': ['科目 {account} 不按明细核算。', 'Account {account} is not kept by sub-ledger.'],
  'refusal.ledger_period_closed': [
    '{through} 及以前已结账，{day} 的业务不能再记入。请记在以后的日期，或由他人按手续反结账。',
    'The books are closed through {through}; nothing can be posted on {day}. Use a later day, or have somebody else reopen the period.',
  ],
  'refusal.ledger_below_least': [
    '科目 {account} 余额不足，不能记这一笔。',
    'Account {account} does not hold enough for this entry.',
  ],
  'refusal.ledger_above_most': [
    '科目 {account} 会超过允许的最大余额，不能记这一笔。',
    'Account {account} would exceed the most it may hold.',
  ],
  'refusal.ledger_reversed_before': ['这笔分录已经冲销过了。', 'This entry has been reversed before.'],
  'refusal.ledger_entry_known': ['这笔分录已经记过账了。', 'This entry has been posted before.'],
});
