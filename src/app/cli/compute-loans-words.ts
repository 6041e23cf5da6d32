import { defineWords } from '../../platform/words.ts';

/** What the rules of loans do, and where they come from. */
export const words = defineWords({
  'rule.loan-schedule': [
    '由合同条款算出还款计划：等额本金、等额本息、按期付息到期还本，按实际天数或按月计息，节假日顺延，提前还款和展期；各期本金之和恒等于贷款',
    'The plan of a loan from its terms: equal principal, equal instalments or interest only, by days or months, with holidays, prepayments and an extension; the principal of the lines always adds up to the loan',
  ],
  'clause.loan-schedule': [
    '办法 13；民法典第二百零二条、第二百零三条（期间）；贷款通则第十二条（展期）',
    'Measure 13; Civil Code art. 202 and 203 (periods); General Rules on Loans art. 12 (extension)',
  ],
  'rule.loan-eligibility': [
    '小额信贷的条件逐条判断：登记状态、额度、期限、用途、年龄、未结清、每户一次；没有生效的规则时不判断；要求担保抵押单列',
    'The conditions of microcredit one by one: registration, ceiling, term, purpose, age, open loan, once only; nothing is judged while no rules are in force; collateral asked for is named apart',
  ],
  'clause.loan-eligibility': [
    '办法 13.3（免担保免抵押小额贷款）；扶贫小额信贷政策；银保监发〔2021〕6号',
    'Measure 13.3 (microcredit without guarantee or collateral); poverty microcredit policy; Yinbaojianfa [2021] no. 6',
  ],
  'rule.interest-subsidy': [
    '按实际天数、本金上限和贴息比例算贴息，逾期的天数不算；向下取整',
    'Interest subsidy by actual days, the ceiling of principal and the share; days on which the borrower was late do not count; rounded down',
  ],
  'clause.interest-subsidy': [
    '办法 13.3；通许县2025年做法（按实际天数、超过上限部分和恶意拖欠不贴息）',
    'Measure 13.3; practice of Tongxu in 2025 (actual days, nothing above the ceiling or for bad repayers)',
  ],
  'rule.risk-compensation': [
    '逾期达到天数后基金与银行按比例分担本金，分到分；补偿占放款达到上限时建议暂停',
    'After so many days late, fund and bank share the principal to the fen; at the limit of compensated to lent a suspension is proposed',
  ],
  'clause.risk-compensation': [
    '办法 13.3；南澳县做法（逾期90天，8:2，达到容忍度停办）',
    'Measure 13.3; practice of Nan’ao (90 days, 8 to 2, stop at a tolerance)',
  ],
});
