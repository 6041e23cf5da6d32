import type { CatalogueEntry } from './entry.ts';

const common = { clause: '9.6', owner: 'city_office', since: '2018.2' } as const;
const standing = { ...common, kind: 'counted', timing: 'month_end', aggregate: 'sum', direction: 'up' } as const;
const uplift = { ...standing, fact: 'poor_share_uplift' } as const;
const capital = { ...standing, clause: '10.3.1', fact: 'contribution', unit: 'fen' } as const;
const registered = { dim: 'state', anyOf: ['registered', 'relapsed'] } as const;

/** Article 9, last sentence, 10(3) and 10(4): share capital by source, and what lifts the registered poor. */
export const article09Shares: readonly CatalogueEntry[] = [
  {
    ...uplift,
    code: 'uplift_members',
    name: ['享受股本上浮的贫困成员', 'Registered-poor members with an uplift in force'],
    formula: [
      '月末股本上浮（到户资金入股、量化多配、集体股再分配、合同保底）正在生效的成员，一项政策计一次',
      'Members with an uplift in force on the last day of the month by one of the four lawful ways, once for each policy',
    ],
    filters: [],
    aggregate: 'count',
    unit: 'member',
  },
  {
    ...uplift,
    code: 'uplift_shares',
    name: ['上浮的股份', 'Shares by uplift'],
    formula: ['月末正在生效的上浮股份', 'Shares by which uplifts in force on the last day of the month raise holdings'],
    filters: [{ dim: 'measure', anyOf: ['share'] }],
    unit: 'share',
  },
  {
    ...uplift,
    code: 'uplift_amount',
    name: ['上浮的金额', 'Amounts by uplift'],
    formula: [
      '月末正在生效、按金额约定的上浮（到户资金、合同保底）',
      'Uplifts in force on the last day of the month that are agreed as an amount: household grants and floors',
    ],
    filters: [{ dim: 'measure', anyOf: ['fen'] }],
    unit: 'fen',
  },
  {
    ...capital,
    clause: '9.6',
    code: 'share_capital_poor',
    name: ['建档立卡贫困户股金', 'Share capital of registered-poor households'],
    formula: [
      '月末处于建档立卡或返贫状态的户的实缴股金',
      'Share capital paid in by households that are registered as poor or relapsed on the last day of the month',
    ],
    fact: 'poor_contribution',
    filters: [registered],
  },
  {
    ...common,
    kind: 'ratio',
    code: 'share_capital_poor_ratio',
    name: ['贫困户股金占比', 'Share of capital held by the registered poor'],
    formula: ['建档立卡贫困户股金 ÷ 股金总额', 'Share capital of registered-poor households ÷ share capital'],
    numerator: 'share_capital_poor',
    denominator: 'share_capital',
    direction: 'up',
  },
  {
    ...capital,
    clause: '9.6',
    code: 'share_capital_household_grant',
    name: ['到户扶贫资金形成的股金', 'Share capital from household grants'],
    formula: [
      '月末实缴股金中来源于到户类扶贫项目资产的部分',
      'The part of the share capital that household poverty-project assets formed',
    ],
    filters: [{ dim: 'source', anyOf: ['household_grant'] }],
  },
  {
    ...capital,
    code: 'share_capital',
    name: ['股金总额', 'Share capital'],
    formula: [
      '月末成员实缴股金（认购、缴款减退出和回购），计在成员所在嘎查村',
      'Share capital that members have paid in, less exits and buy-backs, on the last day of the month, at the member’s own village',
    ],
    filters: [],
  },
  {
    ...capital,
    code: 'share_capital_cash',
    name: ['现金入股', 'Share capital in cash'],
    formula: ['股金总额中以现金出资的部分', 'The part of the share capital that was paid in cash'],
    filters: [{ dim: 'source', anyOf: ['cash'] }],
  },
  {
    ...capital,
    code: 'share_capital_goods',
    name: ['实物入股', 'Share capital in goods'],
    formula: ['股金总额中以牲畜、农机等实物出资的部分', 'The part of the share capital that was given in goods'],
    filters: [{ dim: 'source', anyOf: ['goods'] }],
  },
  {
    ...capital,
    code: 'share_capital_collective',
    name: ['集体资产折股', 'Share capital from collective property'],
    formula: [
      '股金总额中由集体资产折股量化的部分',
      'The part of the share capital that was quantified from collective property',
    ],
    filters: [{ dim: 'source', anyOf: ['collective_property'] }],
  },
  {
    ...capital,
    clause: '10.4.3',
    code: 'share_capital_land',
    name: ['土地、林地、草牧场入股', 'Share capital in land, forest and grassland'],
    formula: [
      '股金总额中以耕地、林地、草牧场经营权作价出资的部分',
      'The part of the share capital that was given in rights to cropland, forest land or grassland, as valued',
    ],
    filters: [{ dim: 'source', anyOf: ['land', 'forest', 'grassland'] }],
  },
  {
    ...capital,
    clause: '10.4.3',
    code: 'share_capital_cropland',
    name: ['耕地入股', 'Share capital in cropland'],
    formula: [
      '股金总额中以耕地经营权作价出资的部分',
      'The part of the share capital that was given in rights to cropland',
    ],
    filters: [{ dim: 'source', anyOf: ['land'] }],
  },
  {
    ...capital,
    clause: '10.4.3',
    code: 'share_capital_forest',
    name: ['林地入股', 'Share capital in forest land'],
    formula: [
      '股金总额中以林地经营权作价出资的部分',
      'The part of the share capital that was given in rights to forest land',
    ],
    filters: [{ dim: 'source', anyOf: ['forest'] }],
  },
  {
    ...capital,
    clause: '10.4.3',
    code: 'share_capital_grassland',
    name: ['草牧场入股', 'Share capital in grassland'],
    formula: [
      '股金总额中以草牧场经营权作价出资的部分',
      'The part of the share capital that was given in rights to grassland',
    ],
    filters: [{ dim: 'source', anyOf: ['grassland'] }],
  },
];
