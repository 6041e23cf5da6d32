/** The statutory chart a set of books is kept in: 财会〔2021〕37号, 财会〔2023〕14号, 财会〔2004〕12号. */
export type Chart = 'coop37' | 'collective14' | 'collective04';

/**
 * What an account is for, whatever its number in a chart: [37号, 14号, 12号 of 2004]. An absent number means that the chart has
 * no such account, and that events which need it do not occur in such books.
 */
const roles = {
  cash: ['101', '101', '101'],
  bank: ['102', '102', '102'],
  receivable: ['113', '112', '112'],
  members: ['114', '113', '113'],
  stock: ['121', '121', '121'],
  entrusted_goods: ['128', undefined, undefined],
  investment: ['131', '141', '141'],
  consumable_biological: ['141', '131', '131'],
  productive_biological: ['142', '132', '131'],
  productive_biological_depreciation: ['143', '133', undefined],
  public_biological: ['144', '134', '132'],
  fixed_asset: ['151', '151', '151'],
  fixed_asset_depreciation: ['152', '152', '152'],
  construction: ['153', '153', '154'],
  disposal: ['154', '154', '153'],
  intangible: ['161', '161', undefined],
  intangible_amortisation: ['162', '162', undefined],
  pending_loss: ['181', '181', undefined],
  short_loan: ['201', '201', '201'],
  payable: ['211', '211', '202'],
  wages: ['212', '212', '211'],
  casual_labour: ['213', '213', '211'],
  taxes: ['214', '214', undefined],
  interest_due: ['215', '211', '202'],
  refund_due: ['221', undefined, undefined],
  dividend_due: ['222', '113', '113'],
  long_loan: ['231', '221', '221'],
  grant: ['235', '241', undefined],
  share_capital: ['301', '301', '301'],
  grant_equity: ['311', '311', '311'],
  capital_reserve: ['321', '311', '311'],
  surplus_reserve: ['322', '311', '311'],
  undistributed: ['33202', '32202', '32202'],
  production_cost: ['401', '401', '401'],
  income: ['501', '501', '501'],
  other_income: ['502', '504', '531'],
  subsidy_income: [undefined, '503', '522'],
  investment_income: ['511', '502', '561'],
  expense: ['521', '511', '502'],
  sales_tax: ['522', '512', undefined],
  administration: ['523', '513', '541'],
  finance: ['524', '515', '551'],
  welfare: ['529', '514', '551'],
  other_expense: ['529', '515', '551'],
  income_tax: ['531', '521', undefined],
} as const satisfies Readonly<Record<string, readonly [string | undefined, string | undefined, string | undefined]>>;

export type ChartRole = keyof typeof roles;

export const chartRoles = Object.keys(roles) as [ChartRole, ...ChartRole[]];

/** Where money or goods come from or go to, chosen when an event is recorded. */
export const eventChoices = ['counter', 'asset', 'purpose'] as const;

const columns: Readonly<Record<Chart, 0 | 1 | 2>> = { coop37: 0, collective14: 1, collective04: 2 };

/** Number of the account that plays a role in a chart; undefined where the chart has none. */
export function accountOf(chart: Chart, role: ChartRole): string | undefined {
  return roles[role][columns[chart]];
}

export const moneyRoles = ['bank', 'cash'] as const satisfies readonly ChartRole[];

/** Goods, animals and things that are bought, made or contributed. */
export const assetRoles = [
  'stock',
  'consumable_biological',
  'productive_biological',
  'fixed_asset',
  'intangible',
] as const satisfies readonly ChartRole[];

/** What depreciation, wages and supplies are spent on. */
export const purposeRoles = [
  'production_cost',
  'expense',
  'administration',
  'construction',
  'other_expense',
] as const satisfies readonly ChartRole[];
