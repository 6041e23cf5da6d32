/** What people of the demo city wrote: data of an invented world, in the language they write. */
export const texts = {
  reliefCauses: ['家庭成员患大病，自付医疗费用高', '雪灾致羊只死亡', '子女就读大学，学费负担重'],
  reliefTitle: '困难成员家庭救助',
  reliefDecision: (year: string) => `${year}年理事会第6号决定`,
  moreForExpansion: '多留发展',
  moreForPatronage: '多按交易量返还',
  objection: '我家六月交的货少记了一次，请核对交易量。',
  objectionAnswer: '经核对收购登记和过磅单，交易量无误，已当面说明。',
  yearlyAssembly: (name: string, year: number) => `${name}${year}年成员大会`,
  annualReport: (year: number) => `${year}年度工作报告和财务报告`,
  distributionPlan: (year: number) => `${year}年度盈余分配方案`,
  returnNumber: (serial: number) => `扶资〔2018〕${serial}号`,
  returnPayer: '内蒙古草原牧业发展有限公司',
  returnSubject: '扶贫资金入股肉羊屠宰加工线',
  returnReceipt: (day: string) => `银行回单${day}`,
  application: (name: string) => `${name}入社申请书`,
  noticeToLeave: (name: string) => `${name}退社声明`,
} as const;
