import type { EntryLine } from '../../platform/ledger/rules.ts';
import { addDays, type LocalDate, lastDay, localMonth, type Month, shiftMonth } from '../../platform/pure/period.ts';
import { type Chart, statutoryAccount } from './chart-rules.ts';
import {
  account,
  batches,
  type DemoVoucher,
  dayOf,
  fen,
  type Good,
  line,
  sumTrades,
  tradeOf,
  usual,
} from './demo-rules.ts';

type Random = () => number;

/** Keys of the sub-ledgers that the demo's business needs. */
export interface DemoSubs {
  readonly fixedAsset: string;
  readonly animals: string;
  readonly breeding: string;
  readonly project: string;
  readonly source: string;
}

export interface DemoBusiness {
  readonly chart: Chart;
  readonly startsOn: LocalDate;
  readonly until: LocalDate;
  readonly isPastoral: boolean;
  readonly subs: DemoSubs;
  /** what each had paid in when the books were opened, and whether he trades with the organisation */
  readonly contributions: readonly {
    readonly membershipId: string;
    readonly paidFen: bigint;
    readonly trades: boolean;
  }[];
}

/** What is sold to members in spring, and bought from them in summer and autumn: product, unit, fen a unit. */
const goods = {
  pastoral: { inputs: ['饲草料', '公斤', 180], summer: ['羊毛', '公斤', 2_100], autumn: ['羔羊', '只', 72_000] },
  arable: { inputs: ['化肥农药', '公斤', 320], summer: ['蔬菜', '公斤', 260], autumn: ['玉米', '公斤', 176] },
} as const;

/** The vouchers of an organisation from the opening of its books to the end of the demo. */
export function demoBusiness(random: Random, business: DemoBusiness): readonly DemoVoucher[] {
  const trader = { random, business, owedFen: new Map<string, bigint>(), store: { costFen: 0n } };
  const months = monthsOf(business);
  const opened = opening(business);
  const yearly = business.chart === 'coop37' ? cooperativeMonth : collectiveMonth;
  const vouchers = [opened, ...months.flatMap((month) => [...yearly(trader, month), ...everyMonth(trader, month)])];
  return vouchers.map((voucher) => ({
    ...voucher,
    lines: voucher.lines.map((one) => withoutSub(business.chart, one)),
  }));
}

/** The older chart keeps no sub-ledger of assets. */
function withoutSub(chart: Chart, { sub, ...one }: EntryLine): EntryLine {
  return sub === undefined || statutoryAccount(chart, one.code)?.subKind === null ? one : { ...one, sub };
}

interface Trader {
  readonly random: Random;
  readonly business: DemoBusiness;
  /** to each member, for what was delivered and not paid yet */
  readonly owedFen: Map<string, bigint>;
  /** what was bought and not sold yet */
  readonly store: { costFen: bigint };
}

function monthsOf({ startsOn, until }: DemoBusiness): readonly Month[] {
  const months: Month[] = [];
  for (let month = localMonth(startsOn.slice(0, 7)); lastDay(month) <= until; month = shiftMonth(month, 1))
    months.push(month);
  return months;
}

/** What an organisation of the demo began with: what was paid in, or what the collective had anyway. */
function beginning({ chart, contributions }: DemoBusiness): { readonly totalFen: bigint; readonly fixedFen: bigint } {
  const paidFen = contributions.reduce((total, one) => total + one.paidFen, 0n);
  const totalFen = chart === 'coop37' ? paidFen : 30_000_000n;
  return { totalFen, fixedFen: (totalFen * 2n) / 5n };
}

function opening(business: DemoBusiness): DemoVoucher {
  const { chart, startsOn, subs, contributions } = business;
  const { totalFen, fixedFen } = beginning(business);
  const paid = contributions.filter(({ paidFen }) => paidFen > 0n);
  const to = account(chart);
  const claims =
    chart === 'coop37'
      ? paid.map((one) => line(to('share_capital'), -one.paidFen, one.membershipId))
      : [line(to('capital_reserve'), -totalFen)];
  return {
    ...{
      occurredOn: addDays(startsOn, -1),
      memo: '建账：期初余额',
      template: 'opening',
      series: 'opening',
      trades: [],
    },
    lines: [line(to('bank'), totalFen - fixedFen), line(to('fixed_asset'), fixedFen, subs.fixedAsset), ...claims],
  };
}

/** Wages, office and wear, in every month of every organisation. */
function everyMonth({ random, business }: Trader, month: Month): readonly DemoVoucher[] {
  const { chart, contributions, subs } = business;
  const to = account(chart);
  const heads = BigInt(contributions.length);
  const wagesFen = heads * fen(random, 3_000, 1_000);
  const officeFen = heads * fen(random, 1_500, 1_500);
  // ten years, month by month
  const wornFen = beginning(business).fixedFen / 120n;
  return [
    usual({ on: dayOf(month, 25), memo: '计提管理人员工资', template: 'wages_due' }, [
      line(to('administration'), wagesFen),
      line(to('wages'), -wagesFen),
    ]),
    usual({ on: dayOf(month, 26), memo: '发放工资', template: 'wages_paid' }, [
      line(to('wages'), wagesFen),
      line(to('bank'), -wagesFen),
    ]),
    usual({ on: dayOf(month, 27), memo: '办公、水电、差旅费', template: 'expense_paid' }, [
      line(to('administration'), officeFen),
      line(to('bank'), -officeFen),
    ]),
    usual({ on: lastDay(month), memo: '计提固定资产折旧', template: 'depreciation' }, [
      line(to('administration'), wornFen),
      line(to('fixed_asset_depreciation'), -wornFen, subs.fixedAsset),
    ]),
  ];
}

function cooperativeMonth(trader: Trader, month: Month): readonly DemoVoucher[] {
  const { inputs, summer, autumn } = goods[trader.business.isPastoral ? 'pastoral' : 'arable'];
  switch (month.slice(5)) {
    case '03':
      return supply(trader, month, inputs);
    case '04':
      return month.startsWith('2018') ? grant(trader, month) : [];
    case '06':
      return buy(trader, month, { good: summer, fen: [150_000, 300_000], asset: 'stock' });
    case '07':
      return [sell(trader, month, { product: summer[0], asset: 'stock' }), ...pay(trader, month)];
    case '10':
      return buy(trader, month, { good: autumn, fen: [800_000, 2_200_000], asset: bought(trader) });
    case '11':
      return [sell(trader, month, { product: autumn[0], asset: bought(trader) }), ...pay(trader, month)];
    default:
      return [];
  }
}

type Bought = 'stock' | 'consumable_biological';

function bought({ business }: Trader): Bought {
  return business.isPastoral ? 'consumable_biological' : 'stock';
}

/** Inputs for about half of the members, paid with what they deliver later. */
function supply(trader: Trader, month: Month, good: Good): readonly DemoVoucher[] {
  const { random, business } = trader;
  const to = account(business.chart);
  const takers = business.contributions.filter(({ trades }) => trades && random() < 0.5);
  return batches(takers).map((batch, at) => {
    const trades = batch.map((one) => tradeOf(random, { ...one, good, direction: 'takes', range: [60_000, 160_000] }));
    for (const { membershipId, amountFen } of trades) owe(trader, membershipId, -amountFen);
    return usual(
      { on: dayOf(month, 5 + at), memo: `向${batch.length}户供应${good[0]}`, template: 'inputs_for_members' },
      [
        ...trades.map(({ membershipId, amountFen }) => line(to('members'), amountFen, membershipId)),
        line(to('bank'), -sumTrades(trades)),
      ],
      trades,
    );
  });
}

interface Purchase {
  readonly good: Good;
  readonly fen: readonly [number, number];
  readonly asset: Bought;
}

function buy(trader: Trader, month: Month, { good, fen: range, asset }: Purchase): readonly DemoVoucher[] {
  const { random, business } = trader;
  const to = account(business.chart);
  return batches(business.contributions.filter(({ trades: isTrader }) => isTrader)).map((batch, at) => {
    const trades = batch.map((one) => tradeOf(random, { ...one, good, direction: 'delivers', range }));
    for (const { membershipId, amountFen } of trades) owe(trader, membershipId, amountFen);
    trader.store.costFen += sumTrades(trades);
    return usual(
      { on: dayOf(month, 8 + at), memo: `收购${batch.length}户${good[0]}`, template: 'purchase_from_member' },
      [
        line(to(asset), sumTrades(trades), asset === 'stock' ? '' : business.subs.animals),
        ...trades.map(({ membershipId, amountFen }) => line(to('members'), -amountFen, membershipId)),
      ],
      trades,
    );
  });
}

/** All that stands in stock or in the pens is sold, a little dearer than it came. */
function sell(
  { random, business, store }: Trader,
  month: Month,
  { product, asset }: { readonly product: string; readonly asset: Bought },
): DemoVoucher {
  const to = account(business.chart);
  const { costFen } = store;
  store.costFen = 0n;
  const proceedsFen = (costFen * BigInt(114 + Math.floor(random() * 8))) / 100n;
  return usual({ on: dayOf(month, 4), memo: `销售${product}`, template: 'sold_from_stock' }, [
    line(to('bank'), proceedsFen),
    line(to('income'), -proceedsFen),
    line(to('expense'), costFen),
    line(to(asset), -costFen, asset === 'stock' ? '' : business.subs.animals),
  ]);
}

function pay(trader: Trader, month: Month): readonly DemoVoucher[] {
  const { business, owedFen } = trader;
  const to = account(business.chart);
  const due = business.contributions.flatMap(({ membershipId }) => {
    const amountFen = owedFen.get(membershipId) ?? 0n;
    return amountFen > 0n ? [{ membershipId, amountFen }] : [];
  });
  for (const { membershipId } of due) owedFen.set(membershipId, 0n);
  return batches(due).map((batch, at) =>
    usual({ on: dayOf(month, 12 + at), memo: `支付${batch.length}户货款`, template: 'member_paid' }, [
      ...batch.map(({ membershipId, amountFen }) => line(to('members'), amountFen, membershipId)),
      line(to('bank'), -batch.reduce((total, { amountFen }) => total + amountFen, 0n)),
    ]),
  );
}

/** A state grant in the demo's first spring, spent on breeding stock or machines: equity that is nobody's alone (COOP art. 44). */
function grant({ random, business }: Trader, month: Month): readonly DemoVoucher[] {
  const { chart, isPastoral, subs } = business;
  if (random() < 0.4) return [];
  const to = account(chart);
  const grantFen = 5_000_000n * BigInt(2 + Math.floor(random() * 6));
  const asset = isPastoral
    ? line(to('productive_biological'), grantFen, subs.breeding)
    : line(to('fixed_asset'), grantFen, subs.fixedAsset);
  return [
    usual({ on: dayOf(month, 9), memo: '收到财政产业扶持资金', template: 'grant_received' }, [
      line(to('bank'), grantFen),
      line(to('grant'), -grantFen, subs.project),
    ]),
    usual(
      {
        on: dayOf(month, 20),
        memo: isPastoral ? '扶持资金购入基础母畜' : '扶持资金购入农机具',
        template: 'grant_spent_on_asset',
      },
      [
        asset,
        line(to('bank'), -grantFen),
        line(to('grant'), grantFen, subs.project),
        line(to('grant_equity'), -grantFen, subs.source),
      ],
    ),
  ];
}

/** A collective lives on what it lets, and on transfers. */
function collectiveMonth({ random, business }: Trader, month: Month): readonly DemoVoucher[] {
  const to = account(business.chart);
  const received = (day: number, memo: string, amountFen: bigint) =>
    usual({ on: dayOf(month, day), memo: memo, template: 'income_received' }, [
      line(to('bank'), amountFen),
      line(to('income'), -amountFen),
    ]);
  const heads = BigInt(business.contributions.length);
  switch (month.slice(5)) {
    case '01':
      return [received(15, '收取草牧场、机动地发包收入', heads * fen(random, 120_000, 80_000))];
    case '07':
      return [received(10, '收取经营性资产租金', heads * fen(random, 60_000, 40_000))];
    case '11':
      return [received(8, '收取扶贫资产收益', heads * fen(random, 20_000, 20_000))];
    default:
      return [];
  }
}

function owe({ owedFen }: Trader, membershipId: string, amountFen: bigint): void {
  owedFen.set(membershipId, (owedFen.get(membershipId) ?? 0n) + amountFen);
}
