import { defineWords } from '../../platform/words.ts';

/** What the rules of public money do, and where they come from. */
export const words = defineWords({
  'rule.fund-allocation': [
    '资金下达：按每村标准核对名单（不多、不少、不重复、只给重点嘎查村），或按权重排名分配，各份之和恒等于总额',
    'Allocate money: check a list against the standard of each key poor village, or divide an amount by weighted ranking, exact',
  ],
  'clause.fund-allocation': ['办法第十一条', 'Measure, article 11'],
  'rule.earmark-check': [
    '专款专用核对：用途、地点、收款人、期限和禁止事项，逐条列出不符之处',
    'Hold a payment to its earmark: use, place, payee, window and what fiscal rules forbid, each fault told',
  ],
  'clause.earmark-check': [
    '办法第十一条、第十八条；财农〔2017〕8号',
    'Measure, articles 11 and 18; Caizheng Nong [2017] no. 8',
  ],
  'rule.lots': [
    '资金批次：每一元带着来源文件流经各账户（先进先出或按比例），批次之和恒等于账户余额',
    'Lots of money: each yuan keeps its document through accounts, first in first out or pro rata; lots add up to the balance',
  ],
  'clause.lots': ['办法第十八条（跟踪问效）', 'Measure, article 18 (money followed to its use)'],
});
