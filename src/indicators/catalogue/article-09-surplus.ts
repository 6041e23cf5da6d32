import type { CatalogueEntry } from './entry.ts';

const common = { owner: 'city_office', since: '2018.2' } as const;
const paid = { ...common, kind: 'counted', clause: '9.3', aggregate: 'sum', unit: 'fen', direction: 'up' } as const;
const yearly = { ...paid, timing: 'in_year' } as const;
const aside = { ...yearly, fact: 'set_aside' } as const;
const poor = { dim: 'poor', anyOf: ['yes'] } as const;

/** Article 9, third sentence: dividends on net profit, what is set aside before, and relief. */
export const article09Surplus: readonly CatalogueEntry[] = [
  {
    ...yearly,
    code: 'net_profit',
    name: ['本年结账的纯利润', 'Net profit of books closed in the year'],
    formula: [
      '本年一月至本月完成年度结账的账套的盈余（收益），亏损为负',
      'Result of the books whose year was closed from January to this month; a loss counts negative',
    ],
    fact: 'year_surplus',
    filters: [],
  },
  {
    ...yearly,
    code: 'net_profit_distributed_upon',
    name: ['本年分红的纯利润基数', 'Net profit that dividends were declared on'],
    formula: [
      '本年一月至本月宣布的分配所依据的已结账年度盈余',
      'Surplus of closed books on which the distributions declared from January to this month are based',
    ],
    fact: 'net_profit',
    filters: [],
    direction: 'none',
  },
  {
    ...yearly,
    code: 'distributions_declared',
    name: ['本年分红的合作组织', 'Cooperatives that distributed in the year'],
    formula: [
      '本年一月至本月宣布的盈余分配，一个组织一个年度计一次',
      'Distributions declared from January to this month, one for each organisation and year of its books',
    ],
    fact: 'distribution',
    filters: [],
    aggregate: 'count',
    unit: 'cooperative',
  },
  {
    ...yearly,
    code: 'surplus_distributed',
    name: ['本年合作组织宣布的分红总额', 'Surplus that cooperatives distributed in the year'],
    formula: [
      '本年一月至本月宣布的盈余返还和剩余盈余分配，计在组织所在地',
      'Patronage refunds and remainders declared from January to this month, at the seat of the organisation',
    ],
    fact: 'distribution',
    filters: [],
  },
  {
    ...common,
    kind: 'ratio',
    clause: '9.3',
    code: 'surplus_distributed_ratio',
    name: ['分红占纯利润的比例', 'Part of the net profit that was distributed'],
    formula: [
      '本年宣布的分红总额 ÷ 本年分红的纯利润基数',
      'Surplus distributed in the year ÷ net profit that dividends were declared on',
    ],
    numerator: 'surplus_distributed',
    denominator: 'net_profit_distributed_upon',
    direction: 'none',
  },
  {
    ...yearly,
    code: 'dividends',
    name: ['本年分红到户金额', 'Dividends to members in the year'],
    formula: [
      '本年一月至本月宣布给成员的盈余返还和分红，含更正，计在成员所在嘎查村',
      'Refunds and dividends declared to members from January to this month with corrections, at the member’s own village',
    ],
    fact: 'dividend',
    filters: [],
  },
  {
    ...yearly,
    code: 'patronage_refunds',
    name: ['本年盈余返还', 'Patronage refunds in the year'],
    formula: [
      '本年分红到户金额中按交易量（额）返还的部分',
      'The part of the dividends to members that is by patronage',
    ],
    fact: 'dividend',
    filters: [{ dim: 'kind', anyOf: ['refund'] }],
  },
  {
    ...yearly,
    code: 'dividends_poor',
    name: ['本年建档立卡贫困户分红', 'Dividends to registered-poor households in the year'],
    formula: [
      '本年分红到户金额中，分配登记日处于建档立卡或返贫状态的户所得',
      'The part of the dividends to members that went to households registered as poor or relapsed on the record date',
    ],
    fact: 'dividend',
    filters: [poor],
  },
  {
    ...yearly,
    code: 'patronage_refunds_poor',
    name: ['本年建档立卡贫困户盈余返还', 'Patronage refunds to registered-poor households in the year'],
    formula: [
      '本年盈余返还中，分配登记日处于建档立卡或返贫状态的户所得',
      'The part of the patronage refunds that went to households registered as poor or relapsed on the record date',
    ],
    fact: 'dividend',
    filters: [{ dim: 'kind', anyOf: ['refund'] }, poor],
  },
  {
    ...common,
    kind: 'ratio',
    clause: '9.3',
    code: 'dividends_poor_ratio',
    name: ['贫困户分红占比', 'Share of dividends that went to the registered poor'],
    formula: [
      '本年建档立卡贫困户分红 ÷ 本年分红到户金额',
      'Dividends to registered-poor households ÷ dividends to members',
    ],
    numerator: 'dividends_poor',
    denominator: 'dividends',
    direction: 'none',
  },
  {
    ...yearly,
    code: 'dividends_paid',
    name: ['本年已兑付的分红', 'Dividends paid in the year'],
    formula: [
      '本年一月至本月到账、领取或转为出资的分红',
      'Dividends that arrived, were handed over or became contributions from January to this month',
    ],
    fact: 'dividend_payment',
    filters: [{ dim: 'state', anyOf: ['paid', 'converted'] }],
  },
  {
    ...yearly,
    code: 'dividends_paid_poor',
    name: ['本年已兑付的贫困户分红', 'Dividends paid to registered-poor households in the year'],
    formula: [
      '本年已兑付的分红中，分配登记日处于建档立卡或返贫状态的户所得',
      'The part of the dividends paid that went to households registered as poor or relapsed on the record date',
    ],
    fact: 'dividend_payment',
    filters: [{ dim: 'state', anyOf: ['paid', 'converted'] }, poor],
  },
  {
    ...paid,
    code: 'dividends_unpaid',
    name: ['未兑付的分红', 'Dividends not paid yet'],
    formula: [
      '月末已宣布、尚未到账或领取的分红，含在途、退回和未领的',
      'Dividends declared by the last day of the month that did not reach the member: on their way, come back or not claimed',
    ],
    fact: 'dividend_unpaid',
    filters: [],
    timing: 'month_end',
    direction: 'down',
  },
  {
    ...yearly,
    code: 'guaranteed_returns',
    name: ['本年收到的保底收益', 'Guaranteed returns received in the year'],
    formula: [
      '本年一月至本月按合同收到的保底收益和利润分成',
      'Floors and shares of profit received by contract from January to this month',
    ],
    fact: 'return_payment',
    filters: [],
  },
  {
    ...paid,
    code: 'guaranteed_returns_arrears',
    name: ['拖欠的保底收益', 'Guaranteed returns in arrears'],
    formula: [
      '月末按合同已到期的保底收益减去已收的部分',
      'Guaranteed returns that had fallen due by the last day of the month, less what was received on them',
    ],
    fact: 'return_arrears',
    filters: [],
    timing: 'month_end',
    direction: 'down',
  },
  {
    ...aside,
    clause: '9.4',
    code: 'set_aside_expansion',
    name: ['本年预留的扩大生产资金', 'Set aside for expansion in the year'],
    formula: [
      '本年一月至本月宣布的分配中预留用于扩大生产的部分',
      'What the distributions declared from January to this month set aside for expansion',
    ],
    filters: [{ dim: 'purpose', anyOf: ['expansion'] }],
  },
  {
    ...aside,
    clause: '9.4',
    code: 'set_aside_reserve',
    name: ['本年提取的盈余公积', 'Surplus reserve drawn in the year'],
    formula: [
      '本年一月至本月宣布的分配中提取的盈余公积（集体为公积金）',
      'Surplus reserve, of a collective the common reserve, drawn by the distributions declared from January to this month',
    ],
    filters: [{ dim: 'purpose', anyOf: ['reserve'] }],
  },
  {
    ...aside,
    clause: '9.5',
    code: 'set_aside_relief',
    name: ['本年预留的弱势群体救助资金', 'Set aside for relief in the year'],
    formula: [
      '本年一月至本月宣布的分配中预留用于救助弱势群体的部分',
      'What the distributions declared from January to this month set aside for relief',
    ],
    filters: [{ dim: 'purpose', anyOf: ['relief'] }],
  },
  {
    ...yearly,
    clause: '9.5',
    code: 'relief_paid',
    name: ['本年发放的救助资金', 'Relief paid in the year'],
    formula: [
      '本年一月至本月发放到户的救助资金，计在受助户所在嘎查村',
      'Relief paid to households from January to this month, at the household’s own village',
    ],
    fact: 'relief',
    filters: [],
  },
  {
    ...yearly,
    clause: '9.5',
    code: 'relief_paid_poor',
    name: ['本年发放给贫困户的救助资金', 'Relief paid to registered-poor households in the year'],
    formula: [
      '本年发放的救助资金中，列入名单时处于建档立卡或返贫状态的户所得',
      'The part of the relief paid that went to households registered as poor or relapsed when they were listed',
    ],
    fact: 'relief',
    filters: [poor],
  },
  {
    ...yearly,
    clause: '9.5',
    code: 'relief_payments',
    name: ['本年救助户次', 'Relief payments in the year'],
    formula: ['本年一月至本月发放救助资金的户次', 'Payments of relief to households from January to this month'],
    fact: 'relief',
    filters: [],
    aggregate: 'count',
    unit: 'household_time',
  },
];
