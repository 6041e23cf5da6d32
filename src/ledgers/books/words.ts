import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['账簿', 'Books'],
  'refusal.book_kind': [
    '公司和资产收益项目不在这里建账。',
    'Companies and asset-income projects do not keep their books here.',
  ],
  'refusal.book_in_future': ['开账日期不能晚于今天。', 'Books cannot begin after today.'],
  'refusal.book_first_of_month': ['开账日期应为某月 1 日。', 'Books begin on the first day of a month.'],
  'refusal.book_known': ['这个组织在这一天已经有账。', 'The organisation keeps books on this day already.'],
  'refusal.books_missing': [
    '这个组织在这一天还没有账，请先开账。',
    'The organisation has no books on this day; open them first.',
  ],
  'refusal.voucher_date': ['日期不对。', 'This is not a date.'],
  'refusal.voucher_in_future': ['凭证日期不能晚于今天。', 'A voucher cannot be dated after today.'],
  'refusal.voucher_closed': [
    '{through} 及以前已结账，请用以后的日期。',
    'The books are closed through {through}; use a later date.',
  ],
  'refusal.voucher_before_start': [
    '开账日期 {startsOn} 以前的余额请录入期初凭证。',
    'What was before {startsOn} belongs in the opening voucher.',
  ],
  'refusal.voucher_lines': ['凭证应有 2 到 {most} 行。', 'A voucher has 2 to {most} lines.'],
  'refusal.voucher_line_memo': ['第 {line} 行没有摘要。', 'Line {line} has no summary.'],
  'refusal.voucher_line_account': [
    '第 {line} 行的科目 {account} 不存在。',
    'Line {line}: there is no account {account}.',
  ],
  'refusal.voucher_line_above': [
    '第 {line} 行：科目 {account} 下有明细科目，请选择末级科目。',
    'Line {line}: account {account} has accounts below it; choose one of them.',
  ],
  'refusal.voucher_line_account_closed': [
    '第 {line} 行的科目 {account} 已停用。',
    'Line {line}: account {account} is no longer used.',
  ],
  'refusal.voucher_line_sub': [
    '第 {line} 行：科目 {account} 要选择明细。',
    'Line {line}: account {account} needs a detail.',
  ],
  'refusal.voucher_line_sub_unknown': [
    '第 {line} 行的明细不属于科目 {account}。',
    'Line {line}: the detail does not belong to account {account}.',
  ],
  'refusal.voucher_line_sub_unwanted': [
    '第 {line} 行：科目 {account} 不按明细核算。',
    'Line {line}: account {account} is not kept by detail.',
  ],
  'refusal.voucher_line_amount': [
    '第 {line} 行应在借方或贷方之一填写金额。',
    'Line {line} needs an amount on one side.',
  ],
  'refusal.voucher_unbalanced': ['借贷不平，相差 {difference} 分。', 'Debits and credits differ by {difference} fen.'],
  'refusal.voucher_posted': [
    '凭证已记账，不能再改；请用红字冲销。',
    'The voucher is posted and cannot change; take it back in red.',
  ],
  'refusal.voucher_reversed': ['这张凭证已经冲销过了。', 'This voucher was taken back before.'],
  'refusal.voucher_reversal_fixed': [
    '红字凭证的内容不能修改，请作废后重新生成。',
    'A voucher in red cannot be changed; withdraw it and write it again.',
  ],
  'refusal.opening_closed': [
    '期初余额已随第一个月结账锁定。',
    'The opening balances are locked since the first month was closed.',
  ],
  'refusal.account_code': ['编码应为上级编码加两位数字。', 'A code is two digits after the code above.'],
  'refusal.account_too_deep': ['科目最多四级。', 'Accounts have four levels at most.'],
  'refusal.account_parent': ['没有上级科目。', 'There is no account above it.'],
  'refusal.account_known': ['编码已有。', 'There is an account of this code.'],
  'refusal.account_name': ['请填写名称。', 'Enter a name.'],
  'refusal.subsidiary_known': ['已有同名的明细。', 'There is a detail of this name.'],
  'refusal.closing_drafts_wait': ['还有未审核的结转凭证。', 'Entries of the year’s end still wait to be checked.'],
  'refusal.closing_nothing': ['收支科目没有余额，不用结转。', 'Nothing stands on income and expenses.'],
  'refusal.month_not_over': ['这个月还没有过完。', 'The month is not over yet.'],
  'refusal.month_checks_open': ['还有未通过的检查：{open}。', 'Points of the list are open: {open}.'],
  'refusal.month_closed': ['这个月已经结账。', 'This month is closed already.'],
  'refusal.month_not_closed': ['这个月没有结账。', 'This month is not closed.'],
  'refusal.trade_member': ['请选择这个合作社的成员。', 'Choose a member of this cooperative.'],
  'refusal.trade_from_event': [
    '这笔交易由业务单据生成，请更正业务单据。',
    'This trade follows from a business event; correct that instead.',
  ],
  'refusal.fiscal_year_unknown': ['没有这个会计年度的账。', 'There are no books of this fiscal year.'],
  'refusal.books_unbalanced': [
    '借方合计与贷方合计不等，不能结转。',
    'Debits and credits differ; the year cannot be closed.',
  ],
  'refusal.books_account_unknown': ['科目不在该会计制度的科目表中。', 'The account is not in this chart.'],
  'refusal.books_account_twice': [
    '同一科目、同一明细出现了两次。',
    'The same account and sub-ledger stand here twice.',
  ],
  'refusal.books_pending_loss': [
    '“待处理财产损溢”年末应处理完毕，余额须为零。',
    'Losses that wait to be settled (account 181) must be nought at the end of the year.',
  ],
  'refusal.depreciation_residual': ['净残值不能大于原值。', 'The residual value cannot exceed the cost.'],
  'refusal.depreciation_life': [
    '请填写使用年限（月）或总工作量。',
    'Enter the months of use, or the units of work in its life.',
  ],
  'refusal.depreciation_disposed_early': [
    '处置日期不能早于增加日期。',
    'It cannot be disposed of before it was added.',
  ],
  'refusal.depreciation_units_twice': ['同一个月的工作量出现了两次。', 'The units of one month stand here twice.'],
  'refusal.event_amount_missing': ['请填写金额。', 'Enter the amount.'],
  'refusal.event_amount_negative': ['金额不能为负数。', 'An amount cannot be negative.'],
  'refusal.event_choice_missing': ['请从列出的科目中选择一项。', 'Choose one of the accounts listed.'],
  'refusal.event_party_missing': [
    '请选择对象（成员、单位、项目或资产）。',
    'Choose whom or what it concerns: member, unit, project or asset.',
  ],
  'refusal.event_unknown_in_chart': [
    '该会计制度的科目表中没有这项业务所用的科目。',
    'This chart has no account for such an event.',
  ],
  'refusal.event_empty': ['没有金额，写不成凭证。', 'There is no amount to write a voucher of.'],
});
