import type { CatalogueEntry } from './entry.ts';

const common = { owner: 'finance', since: '2018.3' } as const;
const risk = { ...common, kind: 'counted', clause: '14.2', fact: 'risk_fund', aggregate: 'sum', unit: 'fen' } as const;
const contributed = { dim: 'act', anyOf: ['contribution'] } as const;
const paid = { dim: 'act', anyOf: ['payout'] } as const;

/** Article 14, the risk fund inside the special fund. */
export const article14Risk: readonly CatalogueEntry[] = [
  {
    ...risk,
    code: 'risk_fund_contributed',
    name: ['风险基金累计注入', 'Contributed to the risk fund so far'],
    formula: ['月末为止注入风险基金账户的资金', 'Money that came into accounts of the risk fund until the month’s end'],
    filters: [contributed],
    timing: 'month_end',
    direction: 'up',
  },
  {
    ...risk,
    code: 'risk_fund_paid',
    name: ['本年风险补偿', 'Paid by the risk fund in the year'],
    formula: ['本年一月至本月风险基金补偿的金额', 'Compensation paid by the risk fund from January to this month'],
    filters: [paid],
    timing: 'in_year',
    direction: 'none',
  },
];
