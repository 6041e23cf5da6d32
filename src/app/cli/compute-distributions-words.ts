import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  'rule.surplus-distribution': [
    '一年盈余按法律和章程分配到每个成员，精确到分。基数：盈余公积（集体为公积公益金）、扩大生产、救助、公益金均按弥补亏损后的本年盈余计提，向下取整到分；盈余返还按可分配盈余（第16行）计算，向上取整到分，不低于60%；其余为剩余盈余。专业合作社本年公积先量化到成员，与出资额、以前年度公积份额、国家补助和捐赠财产的平均份额一起作为剩余盈余的分配基数。余数按最大余数法，余数相同的成员编号小者先得。集体经济组织未用完的财政补助、资产处置所得和土地补偿不得分给成员，须由弥补亏损和各项提留留下；不得举债或者动用专项资金分配。',
    'Divides a year’s surplus among members by law and charter, exact to the fen. Bases: surplus reserve (common reserve of a collective), expansion, relief and welfare are drawn on the year’s surplus after losses, rounded down to the fen; patronage refunds on the distributable surplus (row 16), rounded up, at least 60 %; the remainder is the rest. In a cooperative this year’s reserve is quantified to members first; contribution, reserve shares and an equal part of property formed by grants and gifts are the base of the remainder. Fen left over go to the largest remainders, of equal ones to the smaller id. A collective’s unspent public money, gains from assets given up and land compensation are not given to members but stay in losses covered and set-asides; nobody borrows or takes special funds to distribute.',
  ],
  'clause.surplus-distribution': [
    '农民专业合作社法第四十二、四十四条；农村集体经济组织法第三十六、四十二条；财会〔2021〕37号会农社02；办法 9.3–9.5',
    'Cooperatives Law art. 42 and 44; Law on Rural Collective Economic Organisations art. 36 and 42; Caikuai [2021] no. 37, statement 02; measure 9.3–9.5',
  ],
  'rule.fairness': [
    '最多三套分配办法并列比较：谁多谁少、最低额、建档立卡成员的中位数、基尼系数、需要的现金、被取整或预留吞掉的上浮',
    'Up to three rule sets side by side: who gains and loses, minimum, median of registered-poor members, Gini coefficient, cash need, uplift swallowed by rounding or set-asides',
  ],
  'clause.fairness': ['办法 9.3–9.6；表决前公开比较', 'Measure 9.3–9.6; compared openly before the vote'],
});
