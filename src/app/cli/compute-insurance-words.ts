import { defineWords } from '../../platform/words.ts';

/** What the rules of insurance do, and where they come from. */
export const words = defineWords({
  'rule.premium-split': [
    '逐户算出保险金额、保费和各级财政、农牧户的出资：保险金额 = 数量 × 单位保额（向下取整到分），保费 = 保险金额 × 费率（四舍五入到分），出资按比例用最大余数法分到分，各方之和恒等于保费；保单是各户之和',
    'Sum insured, premium and what each level and the insured bear, line by line: sum = units × sum of one unit (rounded down to the fen), premium = sum × rate (rounded half up), divided by the shares with largest remainders, so that the parts add up to the premium exactly; the policy is the sum of its lines',
  ],
  'clause.premium-split': [
    '办法 14.1（保险支持）；农业保险条例第七条（保费补贴）',
    'Measure 14.1 (insurance); Agricultural Insurance Regulation art. 7 (premium subsidies)',
  ],
});
