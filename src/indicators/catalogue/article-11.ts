import type { CatalogueEntry } from './entry.ts';

const common = { owner: 'finance', since: '2018.3' } as const;
const money = { ...common, kind: 'counted', aggregate: 'sum', unit: 'fen' } as const;
const toVillages = { dim: 'level', anyOf: ['village', 'cooperative'] } as const;
const industry = { dim: 'fund', anyOf: ['industry', 'poverty_industry'] } as const;
const allocated = { ...money, fact: 'allocation', timing: 'in_year', direction: 'up' } as const;
const lying = { ...money, clause: '11.1', fact: 'idle_money', timing: 'month_end', direction: 'down' } as const;

/** Article 11: the special fund, money that leans to strong villages, and 200,000 yuan for each key poor village. */
export const article11: readonly CatalogueEntry[] = [
  {
    ...money,
    clause: '11.1',
    code: 'funds_received',
    name: ['本年到账资金', 'Money received in the year'],
    formula: [
      '本年一月至本月按文件从外部到账的资金',
      'Money that came in from outside under a document, from January to this month',
    ],
    fact: 'fund_receipt',
    filters: [],
    timing: 'in_year',
    direction: 'up',
  },
  {
    ...money,
    clause: '5.1',
    code: 'agriculture_funds_received',
    name: ['其中统筹的涉农涉牧资金', 'Of it, farming and herding money used together'],
    formula: [
      '本年到账资金中的涉农涉牧资金',
      'The part of money received in the year that is farming and herding money',
    ],
    fact: 'fund_receipt',
    filters: [{ dim: 'fund', anyOf: ['agriculture'] }],
    timing: 'in_year',
    direction: 'up',
  },
  {
    ...allocated,
    clause: '11.1',
    code: 'funds_to_villages',
    name: ['本年下达到嘎查村的资金', 'Money allocated to villages in the year'],
    formula: [
      '本年一月至本月下达到嘎查村和合作组织账户的资金，扣除收回',
      'Money that reached accounts of villages and cooperatives from January to this month, less what was called back',
    ],
    filters: [toVillages],
  },
  {
    ...allocated,
    clause: '11.1',
    code: 'industry_funds_to_villages',
    name: ['本年下达到嘎查村的产业资金', 'Industry money allocated to villages in the year'],
    formula: [
      '下达到嘎查村的资金中的产业发展专项基金和产业扶贫专项资金',
      'The part of money allocated to villages that is of the industry funds',
    ],
    filters: [toVillages, industry],
  },
  {
    ...money,
    clause: '11.1',
    code: 'funds_disbursed',
    name: ['本年支付资金', 'Money paid in the year'],
    formula: [
      '本年一月至本月从资金账户支付给收款人的金额，扣除追回',
      'Money paid out of fund accounts from January to this month, less what came back',
    ],
    fact: 'disbursement',
    filters: [],
    timing: 'in_year',
    direction: 'up',
  },
  {
    ...money,
    clause: '11.1',
    code: 'funds_disbursed_month',
    name: ['本月支付资金', 'Money paid in the month'],
    formula: [
      '本月从资金账户支付给收款人的金额，扣除追回',
      'Money paid out of fund accounts in the month, less what came back',
    ],
    fact: 'disbursement',
    filters: [],
    timing: 'in_month',
    direction: 'up',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '11.1',
    code: 'funds_spending_rate',
    name: ['本年资金支付率', 'Spending rate of the year'],
    formula: [
      '本年支付资金 ÷ 本年下达到嘎查村的资金',
      'Money paid in the year ÷ money allocated to villages in the year',
    ],
    numerator: 'funds_disbursed',
    denominator: 'funds_to_villages',
    direction: 'up',
  },
  {
    ...lying,
    code: 'funds_idle_60',
    name: ['沉淀60天以上的资金', 'Money that lies 60 days or more'],
    formula: [
      '月末在账户上、到账已满60天、还没有下拨或支付的资金',
      'Money that is in an account at the month’s end 60 days or more after it came, neither passed on nor paid',
    ],
    filters: [{ dim: 'days', anyOf: ['60'] }],
  },
  {
    ...lying,
    code: 'funds_idle_90',
    name: ['沉淀90天以上的资金', 'Money that lies 90 days or more'],
    formula: [
      '月末在账户上、到账已满90天、还没有下拨或支付的资金',
      'Money that is in an account at the month’s end 90 days or more after it came, neither passed on nor paid',
    ],
    filters: [{ dim: 'days', anyOf: ['90'] }],
  },
  {
    ...allocated,
    clause: '11.2',
    code: 'agriculture_funds_to_villages',
    name: ['本年下达到嘎查村的涉农涉牧资金', 'Farming and herding money allocated to villages in the year'],
    formula: [
      '下达到嘎查村的资金中的涉农涉牧资金',
      'The part of money allocated to villages that is farming and herding money',
    ],
    filters: [toVillages, { dim: 'fund', anyOf: ['agriculture'] }],
  },
  {
    ...allocated,
    clause: '11.2',
    code: 'agriculture_funds_key_poor',
    name: ['其中下达到扶贫重点嘎查村', 'Of it, to key poor villages'],
    formula: [
      '涉农涉牧资金中下达到月末仍是扶贫重点嘎查村的部分',
      'The part of that money that went to villages that are key poor villages at the month’s end',
    ],
    filters: [toVillages, { dim: 'fund', anyOf: ['agriculture'] }],
    beside: { fact: 'village_flag', filters: [{ dim: 'flag', anyOf: ['key_poor_village'] }], holds: 'present' },
  },
  {
    ...common,
    kind: 'counted',
    clause: '11.3',
    code: 'key_poor_villages_granted',
    name: ['本年足额下达20万元的扶贫重点嘎查村', 'Key poor villages with exactly 200,000 yuan in the year'],
    formula: [
      '本年一月至本月按标准足额下达、没有收回的扶贫重点嘎查村',
      'Key poor villages to which exactly the standard was released from January to this month, and nothing was called back',
    ],
    fact: 'village_grant',
    filters: [],
    timing: 'in_year',
    aggregate: 'count',
    unit: 'village',
    direction: 'up',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '11.3',
    code: 'key_poor_villages_granted_ratio',
    name: ['扶贫重点嘎查村足额下达率', 'Share of key poor villages with the exact grant'],
    formula: [
      '本年足额下达的扶贫重点嘎查村 ÷ 扶贫重点嘎查村数',
      'Key poor villages with the exact grant in the year ÷ key poor villages',
    ],
    numerator: 'key_poor_villages_granted',
    denominator: 'key_poor_villages',
    direction: 'up',
  },
];
