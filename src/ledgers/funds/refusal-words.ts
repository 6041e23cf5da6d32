import { defineWords } from '../../platform/words.ts';

/** Why money is not moved, each with the clause that says so. */
export const refusalWords = defineWords({
  'refusal.fund_purpose_forbidden': [
    '文件{number}的资金不能用于这个用途（办法第十八条：专款专用）。',
    'The money of document {number} may not be used for this (article 18: for its purpose alone).',
  ],
  'refusal.fund_use_forbidden': [
    '这项支出是财政资金明令禁止的，任何文件都不能列支（办法第十八条）。',
    'The rules of fiscal money forbid this use, whatever a document says (article 18).',
  ],
  'refusal.fund_other_place': [
    '使用地点或收款人不在这笔资金的范围内（文件{number}，办法第十一条、第十八条）。',
    'The place of use, or the payee, lies outside this money’s range (document {number}; articles 11, 18).',
  ],
  'refusal.fund_payee_kind': [
    '文件{number}不允许支付给这一类收款人。',
    'Document {number} does not allow payees of this kind.',
  ],
  'refusal.fund_outside_window': [
    '不在文件{number}规定的使用期限内。',
    'The day lies outside the window of document {number}.',
  ],
  'refusal.fund_insufficient': [
    '可用余额不足：当天可用 {available} 元。',
    'There is not enough free money: {available} yuan that day.',
  ],
  'refusal.fund_use_days': ['不再禁止的日期要晚于开始日期。', 'It has to end after it begins.'],
  'refusal.fund_use_known': ['这些日子里这种用途已经禁止。', 'This use is forbidden on some of these days already.'],
  'refusal.fund_use_not_forbidden': ['这一天之前没有禁止这种用途。', 'This use is not forbidden before that day.'],
  'refusal.fund_risk_only': [
    '风险基金只能用于风险补偿（办法第十四条）。',
    'The risk fund compensates losses and nothing else (article 14).',
  ],
  'refusal.fund_project_closed': [
    '项目已关闭，不能再付款。',
    'The project is closed; nothing is paid for it any more.',
  ],
  'refusal.fund_without_goal': [
    '没有设定绩效目标（权重合计 100%）的钱，不下达也不拨付：请先在指令或项目上设定目标（办法第十八条）。',
    'No money is released without goals that weigh 100 per cent together: set them with the order or the project first (article 18).',
  ],
  'refusal.fund_management_cap': [
    '文件{number}的项目管理费已到上限。',
    'Management has reached the limit of document {number}.',
  ],
  'refusal.fund_commitment_exceeded': [
    '合同占用的余额不足：还剩 {available} 元。',
    'The commitment holds too little: {available} yuan are left.',
  ],
  'refusal.fund_recovered_before': [
    '这笔款已经追回，还可追回 {available} 元。',
    'This money came back before; {available} yuan are still out.',
  ],
  'refusal.fund_over_document': [
    '到账合计会超过文件{number}的金额。',
    'More would come in than document {number} brings.',
  ],
  'refusal.fund_duplicate': ['这一事项已经付过款，不能重复支付。', 'This has been paid before; it is paid once.'],
  'refusal.fund_same_person': [
    '制单、复核、付款须由三个人办理。',
    'Whoever makes, checks and carries out have to be three people.',
  ],
  'refusal.fund_override_other': [
    '特批与这笔付款不一致，或尚未批准。',
    'The leave does not fit this payment, or is not granted.',
  ],
  'refusal.fund_override_payer': [
    '申请或批准特批的人不能付款。',
    'Whoever asked for the leave or granted it does not pay.',
  ],
  'refusal.fund_override_used': ['这份特批已经用过。', 'This leave has been used.'],
  'refusal.fund_override_closed': ['这份特批已经有结果。', 'This leave is decided.'],
  'refusal.fund_standard_double': [
    '有嘎查村当年的20万元已经下达，不能重复下达（办法第十一条）。',
    'A village has had its grant of that year; it is released once (article 11).',
  ],
  'refusal.fund_standard_amount': [
    '{place}的金额为{amount}元，标准为{grant}元，不能多也不能少（办法第十一条）。',
    '{place} would get {amount} yuan; the standard is {grant} yuan, no more and no less (article 11).',
  ],
  'refusal.fund_standard_village': [
    '{place}当天不是扶贫重点嘎查村的账户。',
    '{place} is not the account of a key poor village on that day.',
  ],
  'refusal.fund_standard_document': [
    '请选择“每个重点嘎查村20万元”的文件。',
    'Choose a document of the grant to key poor villages.',
  ],
  'refusal.fund_standard_kind': ['只有下拨可以按标准办理。', 'Only an allocation follows the standard.'],
  'refusal.fund_standard_purpose': [
    '重点嘎查村资金须用于产业（办法第十一条）。',
    'The grant to key poor villages is for industry (article 11).',
  ],
  'refusal.fund_order_empty': ['请至少填写一行。', 'Enter one line at least.'],
  'refusal.fund_order_twice': ['同一账户出现了两次。', 'The same account stands here twice.'],
  'refusal.fund_order_not_below': ['{place}不在下拨单位之下。', '{place} does not lie below the giving account.'],
  'refusal.fund_order_in_future': ['日期不能晚于今天。', 'The day cannot be after today.'],
  'refusal.fund_order_receipt': ['到账只记入本单位账户，一行。', 'A receipt has one line, for the own account.'],
  'refusal.fund_order_closed': ['这份指令当前不能这样办理。', 'This order cannot be dealt with in this way now.'],
  'refusal.fund_document_missing': ['到账须注明文件。', 'A receipt names its document.'],
  'refusal.fund_number_taken': ['这个文号已经登记。', 'A document of this number is recorded.'],
  'refusal.fund_window': ['截止日期不能早于开始日期。', 'The last day cannot be before the first.'],
  'refusal.fund_starts_before_issue': ['不能在发文之前使用。', 'It cannot be used before it was issued.'],
  'refusal.fund_places_outside': ['范围须在发文单位之内。', 'The places have to lie within the issuing office’s.'],
  'refusal.fund_account_missing': [
    '{place}的合作组织还没有开立账户。',
    'The cooperative at {place} has no account yet.',
  ],
  'refusal.fund_account_holder': [
    '合作组织账户须选合作组织，其他账户不选。',
    'A cooperative’s account names the cooperative, others do not.',
  ],
  'refusal.fund_account_pool': ['合作组织不设风险基金账户。', 'A cooperative keeps no risk fund.'],
  'refusal.fund_trace_start': ['请先选择收款人或一笔付款。', 'Choose a payee or a payment first.'],
  'refusal.fund_recovery_past': ['期限不能早于今天。', 'The last day cannot be before today.'],
  'refusal.fund_recovery_too_much': ['超过了还可追回的金额。', 'This is more than may still come back.'],
  'refusal.fund_risk_below_trigger': [
    '损失率{percent}%，未达到启动条件{least}%。',
    'The loss is {percent} per cent; the fund pays from {least} per cent.',
  ],
  'refusal.lots_insufficient': [
    '第{movement}笔超过了账户余额。',
    'Movement {movement} takes more than the account holds.',
  ],
  'refusal.lots_no_document': ['第{movement}笔到账没有文件。', 'Receipt {movement} has no document.'],
  'refusal.lots_no_account': ['没有账户{account}。', 'There is no account {account}.'],
  'refusal.fund_risk_nothing': ['保险赔付后没有需要补偿的损失。', 'The insurer left nothing to be compensated.'],
  'refusal.goal_weights': ['权重合计要等于 100%。', 'The weights make 100 % together.'],
  'refusal.goal_no_distance': ['目标与基数相同：{indicator}。', 'Target and baseline are the same: {indicator}.'],
  'refusal.goal_direction': ['目标方向与指标相反：{indicator}。', 'The target lies the wrong way: {indicator}.'],
  'refusal.goal_due': ['考评日期太早：{indicator}。', 'It is due too early: {indicator}.'],
  'refusal.goal_twice': ['指标重复：{indicator}。', 'The same indicator twice: {indicator}.'],
  'refusal.goal_unknown': ['没有这个指标：{indicator}。', 'No such indicator: {indicator}.'],
});
