import type { CooperativeKind } from '../../registers/cooperatives/rules.ts';

/**
 * `coop37` 农民专业合作社会计制度 (财会〔2021〕37号), `collective14` 农村集体经济组织会计制度 (财会〔2023〕14号),
 * `collective04` 村集体经济组织会计制度 (财会〔2004〕12号), which real books before 2024 follow.
 */
export const charts = ['coop37', 'collective14', 'collective04'] as const;

export type Chart = (typeof charts)[number];

/** Sub-ledgers that the standards demand: members, other debtors and creditors, grant projects, fund sources, assets by kind. */
export const subKinds = ['member', 'other', 'project', 'source', 'asset'] as const;

export type SubKind = (typeof subKinds)[number];

export type AccountKind = 'asset' | 'liability' | 'equity' | 'cost' | 'income' | 'expense';

/** An account of a statutory chart; its names stand in the words as `chart.<chart>.<code>`. */
export interface ChartAccount {
  readonly code: string;
  readonly kind: AccountKind;
  /** on which side it normally grows; contra accounts of assets grow on the credit side */
  readonly side: 'debit' | 'credit';
  readonly contra: boolean;
  readonly subKind: SubKind | null;
  /** may never stand on the other side: cash, stock and assets below zero, grants and shares overdrawn */
  readonly bounded: boolean;
  /** the standard leaves it to those who need it */
  readonly optional: boolean;
  /** only its details are posted to */
  readonly heading: boolean;
}

type Mark = SubKind | 'contra' | 'bounded' | 'optional' | 'heading';

/** Codes of one kind with what is special about them, for example `114:member`. */
function accounts(kind: AccountKind, list: string): readonly ChartAccount[] {
  const usual = kind === 'asset' || kind === 'cost' || kind === 'expense' ? 'debit' : 'credit';
  return list.split(/\s+/).map((text) => {
    const [code = '', ...marks] = text.split(':') as [string, ...Mark[]];
    const contra = marks.includes('contra');
    return {
      code,
      kind,
      side: contra ? 'credit' : usual,
      contra,
      subKind: subKinds.find((one) => marks.includes(one)) ?? null,
      bounded: marks.includes('bounded'),
      optional: marks.includes('optional'),
      heading: marks.includes('heading'),
    };
  });
}

/**
 * 48 accounts and the two optional ones. 301, 311, 322 and 332 have the details that the member account and the statements
 * ask for: contributions from household grants; state grants and donations; reserve quantified to members, set aside for
 * expansion, relief and welfare; appropriations and what is undistributed.
 */
const coop37: readonly ChartAccount[] = [
  ...accounts(
    'asset',
    '101:bounded 102 109:optional 113:other 114:member 121:bounded 122:bounded:optional 124:bounded 125:bounded 127:bounded 128:bounded 131:bounded 141:asset:bounded 142:asset:bounded 143:contra:asset:bounded 144:asset:bounded 151:asset:bounded 152:contra:asset:bounded 153:bounded 154 161:asset:bounded 162:contra:asset:bounded 171:bounded 181',
  ),
  ...accounts('liability', '201 211:other 212 213 214 215 221:member 222:member 231 235:project:bounded'),
  ...accounts(
    'equity',
    '301:member:bounded 30101:member:bounded 311:source:bounded 31101:source:bounded 31102:source:bounded 321:bounded 322:bounded 32201:member:bounded 32202:bounded 32203:bounded 32204:bounded 331 332:heading 33201 33202',
  ),
  ...accounts('cost', '401'),
  ...accounts('income', '501 502 511'),
  ...accounts('expense', '521 522 523 524 529 531'),
];

/** 42 accounts; the details of 311 and 322 are those that a distribution needs: reserve, expansion, relief, welfare. */
const collective14: readonly ChartAccount[] = [
  ...accounts(
    'asset',
    '101:bounded 102 111:bounded 112:other 113:member 121:bounded 131:asset:bounded 132:asset:bounded 133:contra:asset:bounded 134:asset:bounded 141:bounded 151:asset:bounded 152:contra:asset:bounded 153:bounded 154 161:asset:bounded 162:contra:asset:bounded 171:bounded 181',
  ),
  ...accounts('liability', '201 211:other 212 213 214 221 231:project 241:project:bounded'),
  ...accounts('equity', '301:member 311 31101 31102:bounded 31103:bounded 31104:bounded 321 322:heading 32201 32202'),
  ...accounts('cost', '401'),
  ...accounts('income', '501 502 503 504'),
  ...accounts('expense', '511 512 513 514 515 521'),
];

const collective04: readonly ChartAccount[] = [
  ...accounts(
    'asset',
    '101:bounded 102 111:bounded 112:other 113:member 121:bounded 131:bounded 132:bounded 141:bounded 151:bounded 152:contra:bounded 153 154:bounded',
  ),
  ...accounts('liability', '201 202:other 211 212 221 231:project'),
  ...accounts('equity', '301:member 311 31101 31102:bounded 31103:bounded 31104:bounded 321 322:heading 32201 32202'),
  ...accounts('cost', '401'),
  ...accounts('income', '501 511 521 522 531 561'),
  ...accounts('expense', '502 541 551'),
];

const byChart: Readonly<Record<Chart, readonly ChartAccount[]>> = { coop37, collective14, collective04 };

export function chartAccounts(chart: Chart): readonly ChartAccount[] {
  return byChart[chart];
}

/** The statutory account of a code, or of the account above it where the code is one that the organisation added. */
export function statutoryAccount(chart: Chart, code: string): ChartAccount | undefined {
  const found = byChart[chart].find((account) => account.code === code);
  if (found || code.length <= 3) return found;
  return statutoryAccount(chart, code.slice(0, -2));
}

/** The accounts in which the result of the year meets: result of the year, appropriations, undistributed. */
export interface ResultAccounts {
  readonly yearResult: string;
  readonly appropriations: string;
  readonly undistributed: string;
  readonly reserve: string;
}

const results: Readonly<Record<Chart, ResultAccounts>> = {
  coop37: { yearResult: '331', appropriations: '33201', undistributed: '33202', reserve: '322' },
  collective14: { yearResult: '321', appropriations: '32201', undistributed: '32202', reserve: '311' },
  collective04: { yearResult: '321', appropriations: '32201', undistributed: '32202', reserve: '311' },
};

export function resultAccounts(chart: Chart): ResultAccounts {
  return results[chart];
}

/** First day on which the collective’s new chart is kept (财会〔2023〕14号). */
const collective14From = '2024-01-01';

/**
 * The chart that an organisation keeps from a day on: farmers’ cooperatives and federations that of 2021, collective
 * organisations that of 2004 until 2023 and that of 2023 from 2024. Undefined for companies and asset-income projects,
 * whose books follow other standards.
 */
export function chartFor(kind: CooperativeKind, startsOn: string): Chart | undefined {
  if (kind === 'farmers_professional' || kind === 'federation') return 'coop37';
  if (kind === 'company' || kind === 'asset_income_project') return undefined;
  return startsOn < collective14From ? 'collective04' : 'collective14';
}

/** Accounts of claims and debts: current accounts, receivables, payables, loans. */
const claims: Readonly<Record<Chart, readonly string[]>> = {
  coop37: ['113', '114', '201', '211', '212', '213', '215', '221', '222', '231'],
  collective14: ['112', '113', '201', '211', '212', '213', '221'],
  collective04: ['112', '113', '201', '202', '211', '221'],
};

/** Whether a balance on an account is a claim or a debt that somebody still settles. */
export function isClaim(chart: Chart, code: string): boolean {
  return claims[chart].some((account) => code.startsWith(account));
}

/** Whether a code stands for profit or loss and is carried to the result at the end of the year. */
export function isResult(chart: Chart, code: string): boolean {
  const kind = statutoryAccount(chart, code)?.kind;
  return kind === 'income' || kind === 'expense';
}
