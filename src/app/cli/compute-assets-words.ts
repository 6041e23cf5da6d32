import { defineWords } from '../../platform/words.ts';

/** What the rules of collective assets do, and where they come from. */
export const words = defineWords({
  'rule.rent-schedule': [
    '由合同条款算出逐期租金：期限、每期金额、分次付款、付款日、递增；各次之和恒等于该期租金，合同中途到期的一期按天数计（总数向下取整）',
    'The rent lines of a contract from its terms: term, amount of a period, instalments, due days, rises; the instalments of a period add up to it exactly, a period the term breaks off counts by its days (the sum rounded down)',
  ],
  'clause.rent-schedule': [
    '办法 9.1（资产摸排）；民法典第二百零一、二百零二条（期间）；财农〔2021〕121号第二十三条（书面合同）',
    'Measure 9.1 (survey of assets); Civil Code art. 201 and 202 (periods); Cainong [2021] no. 121 art. 23 (written contracts)',
  ],
});
