import type { CatalogueEntry } from './entry.ts';

const common = { owner: 'finance', since: '2018.3', clause: '18.1' } as const;
const used = {
  ...common,
  kind: 'counted',
  fact: 'fund_use',
  timing: 'in_year',
  aggregate: 'sum',
  unit: 'fen',
  direction: 'none',
} as const;

/** Article 18, first sentence: money is used for its purpose alone, and what left it by leave is told apart. */
export const article18Funds: readonly CatalogueEntry[] = [
  {
    ...used,
    code: 'funds_used',
    name: ['本年使用资金', 'Money used in the year'],
    formula: ['本年一月至本月在当地使用的资金', 'Money used at the place from January to this month'],
    filters: [],
    direction: 'up',
  },
  {
    ...used,
    code: 'funds_used_industry',
    name: ['其中用于产业', 'Of it, on industry'],
    formula: [
      '使用资金中用于产业发展、种畜禽、机械设备和生产设施的部分',
      'The part of money used that went to industry, breeding stock, machinery and buildings for production',
    ],
    filters: [{ dim: 'purpose', anyOf: ['industry', 'breeding_stock', 'machinery', 'production_building'] }],
    direction: 'up',
  },
  {
    ...used,
    code: 'funds_used_households',
    name: ['其中支付给农牧户', 'Of it, paid to households'],
    formula: ['使用资金中直接支付给农牧户的部分', 'The part of money used that was paid to households'],
    filters: [{ dim: 'payee', anyOf: ['household'] }],
    direction: 'up',
  },
  {
    ...used,
    code: 'funds_used_override',
    name: ['其中经特批超出文件规定', 'Of it, outside its document by leave'],
    formula: [
      '使用资金中经两人特批、超出文件规定的部分',
      'The part of money used outside its document, by leave of two people',
    ],
    filters: [{ dim: 'override', anyOf: ['yes'] }],
    direction: 'down',
  },
  {
    ...common,
    kind: 'ratio',
    code: 'funds_used_industry_ratio',
    name: ['产业用途占比', 'Share used on industry'],
    formula: ['用于产业的资金 ÷ 本年使用资金', 'Money used on industry ÷ money used in the year'],
    numerator: 'funds_used_industry',
    denominator: 'funds_used',
    direction: 'up',
  },
];
