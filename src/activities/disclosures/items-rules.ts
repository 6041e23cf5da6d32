import type { Chart } from '../../ledgers/books/chart-rules.ts';
import type { AssetKind } from '../../registers/assets/rules.ts';

/** The eight classes of 农经发〔2011〕13号. */
export const itemClasses = ['plans', 'income', 'spending', 'assets', 'resources', 'debts', 'shares', 'other'] as const;
export type ItemClass = (typeof itemClasses)[number];

/** What is known of contracts over assets in a period. */
export type LeaseFigure = 'running' | 'due' | 'contracted' | 'rented' | 'received' | 'arrears';

/**
 * One item and where its figure comes from. An account is written with what is taken of it: `c501` turnover on the credit
 * side, `d` on the debit side, `n` debit less credit; `b101` balance at the end, debit positive, `l201` credit positive;
 * `+113` what sub-ledgers owe us, `-113` what we owe them. The sub-accounts of an account go with it.
 */
export interface DisclosureItem {
  readonly code: string;
  readonly class: ItemClass;
  /** by chart: [37号, 14号, 12号 of 2004]; a chart without a text does not keep the item apart */
  readonly accounts?: readonly [coop37: string, collective14: string, collective04: string];
  /** value on the list of assets, where no books are kept */
  readonly things?: readonly AssetKind[];
  /** area on the list of assets */
  readonly land?: readonly AssetKind[];
  readonly lease?: LeaseFigure;
  /** the item whose amount contains this one, where books are kept: rents under operations, welfare under reserves */
  readonly within?: string;
  /** only where no books are kept */
  readonly leaseWithoutBooks?: LeaseFigure;
}

/** Forty-four items in six classes; resources by kind of land and other matters have no numbered items in the document. */
export const disclosureItems: readonly DisclosureItem[] = [
  ...plain('plans', ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7']),
  { code: '2.1', class: 'income', accounts: ['c501', 'c501', 'c501'], leaseWithoutBooks: 'rented' },
  { code: '2.2', class: 'income', accounts: ['', '', 'c511'], lease: 'contracted', within: '2.1' },
  { code: '2.3', class: 'income', accounts: ['c511', 'c502', 'c561'] },
  { code: '2.4', class: 'income', accounts: ['', 'c231', 'c231'] },
  { code: '2.5', class: 'income', accounts: ['', 'c503', 'c522'] },
  { code: '2.6', class: 'income', accounts: ['c235', 'c241', ''] },
  { code: '2.7', class: 'income' },
  { code: '2.8', class: 'income' },
  { code: '2.9', class: 'income', accounts: ['c31102', '', ''] },
  { code: '2.10', class: 'income', accounts: ['c154', 'c154', 'c153'] },
  { code: '2.11', class: 'income', accounts: ['c502', 'c504', 'c521 c531'] },
  { code: '3.1', class: 'spending', accounts: ['d521', 'd511', 'd502'] },
  { code: '3.2', class: 'spending', accounts: ['d212', 'd212', 'd211'] },
  { code: '3.3', class: 'spending' },
  { code: '3.4', class: 'spending', accounts: ['d523', 'd513', 'd541'] },
  { code: '3.5', class: 'spending', accounts: ['', 'd514', 'd212'] },
  { code: '3.6', class: 'spending', accounts: ['d151 n153', 'd151 n153', 'd151 n154'] },
  { code: '3.7', class: 'spending' },
  { code: '3.8', class: 'spending', accounts: ['d235', 'd241', ''] },
  { code: '3.9', class: 'spending' },
  { code: '3.10', class: 'spending', accounts: ['d522 d524 d529 d531', 'd512 d515 d521', 'd551'] },
  { code: '4.1', class: 'assets', accounts: ['b101 b102 b109', 'b101 b102', 'b101 b102'] },
  { code: '4.2', class: 'assets', accounts: ['b121 b122 b124 b125 b127 b128', 'b121', 'b121'], things: ['stock'] },
  {
    code: '4.3',
    class: 'assets',
    accounts: ['b151 b152 b153 b154', 'b151 b152 b153 b154', 'b151 b152 b153 b154'],
    things: ['building', 'structure', 'machinery', 'vehicle', 'tools', 'construction'],
  },
  {
    code: '4.4',
    class: 'assets',
    accounts: ['b141 b142 b143 b144', 'b131 b132 b133 b134', 'b131 b132'],
    things: ['livestock', 'trees'],
  },
  { code: '4.5', class: 'assets', accounts: ['b131', 'b111 b141', 'b111 b141'], things: ['investment'] },
  {
    code: '4.6',
    class: 'assets',
    accounts: ['b161 b162 b171 b181', 'b161 b162 b171 b181', ''],
    things: ['intangible', 'other'],
  },
  { code: '5.1', class: 'resources', land: ['cropland'] },
  { code: '5.2', class: 'resources', land: ['forest_land'] },
  { code: '5.3', class: 'resources', land: ['grassland_natural', 'grassland_sown'] },
  { code: '5.4', class: 'resources', land: ['orchard'] },
  // shoals are not told apart from other unused land
  { code: '5.5', class: 'resources' },
  { code: '5.6', class: 'resources', land: ['transport_water'] },
  { code: '5.7', class: 'resources', land: ['unused'] },
  {
    code: '5.8',
    class: 'resources',
    land: ['industry_storage', 'commerce', 'homestead', 'public_service', 'other_construction'],
  },
  { code: '5.9', class: 'resources', land: ['farm_facility', 'other_farmland'] },
  { code: '6.1', class: 'debts', accounts: ['+113 +114', '+112 +113', '+112 +113'] },
  { code: '6.2', class: 'debts', accounts: ['l201 l231', 'l201 l221', 'l201 l221'] },
  {
    code: '6.3',
    class: 'debts',
    accounts: ['-113 -114 l211 l212 l213', '-112 -113 l211 l212 l213', '-112 -113 l202 l211'],
  },
  { code: '6.4', class: 'debts', accounts: ['l214 l215 l221 l222 l235', 'l214 l231 l241', 'l212 l231'] },
  { code: '7.1', class: 'shares', accounts: ['result', 'result', 'result'] },
  { code: '7.2', class: 'shares', accounts: ['c322', 'c311', 'c311'] },
  { code: '7.3', class: 'shares', accounts: ['c32204', 'c31104', 'c31104'], within: '7.2' },
  { code: '7.4', class: 'shares' },
  { code: '7.5', class: 'shares', accounts: ['c221 c222', '', ''] },
  { code: '7.6', class: 'shares', accounts: ['', 'd32201', 'd32201'] },
  { code: '8.1', class: 'other', lease: 'running' },
  { code: '8.2', class: 'other', lease: 'due' },
  { code: '8.3', class: 'other', lease: 'received' },
  { code: '8.4', class: 'other', lease: 'arrears' },
  { code: '8.5', class: 'other' },
];

export const itemCodes = disclosureItems.map(({ code }) => code);

/** Items that the document numbers; the others are resources by kind of land and what else is to be known. */
export const numberedItems = disclosureItems.filter((item) => item.class !== 'resources' && item.class !== 'other');

function plain(of: ItemClass, codes: readonly string[]): readonly DisclosureItem[] {
  return codes.map((code) => ({ code, class: of }));
}

const chartColumn: Readonly<Record<Chart, 0 | 1 | 2>> = { coop37: 0, collective14: 1, collective04: 2 };

export const takings = ['c', 'd', 'n', 'b', 'l', '+', '-'] as const;
export type Taking = (typeof takings)[number];

export interface TakenAccount {
  readonly take: Taking;
  readonly code: string;
}

/** The accounts of an item in a chart; `result` for what is left of income after expenses; undefined where none are kept. */
export function accountsOf(item: DisclosureItem, chart: Chart): readonly TakenAccount[] | 'result' | undefined {
  const text = item.accounts?.[chartColumn[chart]];
  if (text === undefined || text === '') return undefined;
  if (text === 'result') return text;
  return text.split(' ').map((part) => ({ take: part.charAt(0) as Taking, code: part.slice(1) }));
}
