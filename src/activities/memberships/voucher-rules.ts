import { type Chart, resultAccounts, statutoryAccount } from '../../ledgers/books/chart-rules.ts';
import { accountOf, type ChartRole } from '../../ledgers/books/event-roles-rules.ts';
import type { ShareSource } from '../../ledgers/shares/rules.ts';
import { type Settlement, settleMember } from '../../ledgers/shares/settlement-rules.ts';
import type { EntryLine } from '../../platform/ledger/rules.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { Counter } from './rules.ts';

/** A lot as the books see it. */
export interface Capital {
  readonly membershipId: string;
  readonly source: ShareSource;
  readonly parFen: bigint;
  readonly shares: number;
  readonly agreedFen: bigint;
  readonly paidFen: bigint;
}

/** What of a lot the books care about. */
export function capitalOfLot({ membershipId, source, parFen, shares, agreedFen, paidFen }: Capital): Capital {
  return { membershipId, source, parFen, shares, agreedFen, paidFen };
}

/** What is left of a lot after a change. */
export function afterChange(lot: Capital, change: Pick<Capital, 'shares' | 'agreedFen' | 'paidFen'>): Capital {
  return {
    ...capitalOfLot(lot),
    shares: lot.shares + change.shares,
    agreedFen: lot.agreedFen + change.agreedFen,
    paidFen: lot.paidFen + change.paidFen,
  };
}

/** All that is left of a lot, as a change. */
export function allOf(lot: Capital): Pick<Capital, 'shares' | 'agreedFen' | 'paidFen'> {
  return { shares: -lot.shares, agreedFen: -lot.agreedFen, paidFen: -lot.paidFen };
}

export type VoucherRefusal = Refusal<'act_no_account' | 'act_asset_missing' | 'settlement_short'>;
export type Lines = Result<readonly EntryLine[], VoucherRefusal>;

/**
 * What of the money paid is share capital: the part of par that has been paid, rounded down. The rest is premium
 * (财会〔2021〕37号, account 321). A household's grant is its contribution to the last fen; shares for which nothing was
 * agreed, such as quantified ones, are none.
 */
export function capitalOf({ source, shares, parFen, agreedFen, paidFen }: Omit<Capital, 'membershipId'>): bigint {
  if (source === 'household_grant') return paidFen;
  return agreedFen === 0n ? 0n : (BigInt(shares) * parFen * paidFen) / agreedFen;
}

/** Account of a lot's capital: contributions from household grants have their own in the member account of 37号. */
function capitalCode(chart: Chart, source: ShareSource): string {
  const own = chart === 'coop37' && source === 'household_grant';
  return own ? '30101' : (accountOf(chart, 'share_capital') ?? '301');
}

function capitalLine(chart: Chart, lot: Capital, fen: bigint): EntryLine {
  return { code: capitalCode(chart, lot.source), sub: lot.membershipId, amount: fen };
}

/** Lines without those of nothing, and the difference to the capital reserve. */
function balanced(chart: Chart, lines: readonly EntryLine[]): readonly EntryLine[] {
  const kept = lines.filter(({ amount }) => amount !== 0n);
  const rest = -kept.reduce((sum, { amount }) => sum + amount, 0n);
  return rest === 0n ? kept : [...kept, { code: accountOf(chart, 'capital_reserve') ?? '321', amount: rest }];
}

const inKind: readonly ShareSource[] = ['land', 'forest', 'grassland'];

/** Where a contribution goes to: money, goods or a right of use. */
function counterLine(
  chart: Chart,
  paid: { readonly source: ShareSource; readonly counter: Counter | null; readonly assetId: string | null },
  amount: bigint,
): Result<EntryLine, VoucherRefusal> {
  const role: ChartRole | null = inKind.includes(paid.source) ? 'intangible' : paid.counter;
  const code = role === null ? undefined : accountOf(chart, role);
  if (code === undefined) return refuse(refusal('act_no_account', 'counter'));
  if (statutoryAccount(chart, code)?.subKind !== 'asset') return ok({ code, amount });
  return paid.assetId === null
    ? refuse(refusal('act_asset_missing', 'assetId'))
    : ok({ code, sub: paid.assetId, amount });
}

/** Contributions received at once, for one member or many: money or thing against capital, the difference is premium. */
export function contributionLines(
  chart: Chart,
  lots: readonly { readonly lot: Capital /** paid before this payment */; readonly paidBefore: bigint }[],
  paid: { readonly counter: Counter | null; readonly assetId: string | null },
): Lines {
  const received = lots.reduce((sum, { lot, paidBefore }) => sum + lot.paidFen - paidBefore, 0n);
  const [first] = lots;
  if (received === 0n || !first) return ok([]);
  const counter = counterLine(chart, { ...paid, source: first.lot.source }, received);
  if (!counter.ok) return counter;
  const capital = lots.map(({ lot, paidBefore }) => {
    const before = capitalOf({ ...lot, paidFen: paidBefore });
    return capitalLine(chart, lot, before - capitalOf(lot));
  });
  return ok(balanced(chart, [counter.value, ...capital]));
}

/** Capital that passes from one member to another: the total stays, the members’ accounts change (37号, notes on 301). */
export function transferLines(
  chart: Chart,
  from: { readonly before: Capital; readonly after: Capital },
  to: Capital,
): readonly EntryLine[] {
  const moved = capitalOf(from.before) - capitalOf(from.after);
  return balanced(chart, [capitalLine(chart, from.before, moved), capitalLine(chart, to, -capitalOf(to))]);
}

/** Shares bought back and cancelled: capital against the price, the difference to the capital reserve. */
export function buyBackLines(
  chart: Chart,
  from: { readonly before: Capital; readonly after: Capital },
  paid: { readonly priceFen: bigint; readonly counter: Counter | null },
): Lines {
  const code = paid.counter === null ? undefined : accountOf(chart, paid.counter);
  if (code === undefined) return refuse(refusal('act_no_account', 'counter'));
  const moved = capitalOf(from.before) - capitalOf(from.after);
  return ok(balanced(chart, [capitalLine(chart, from.before, moved), { code, amount: -paid.priceFen }]));
}

/** A thing given back, with what the books say of it. */
export interface Returned {
  readonly lot: Capital;
  readonly assetId: string | null;
  /** cost and amortisation that stand on it, debit and credit, both as positive numbers */
  readonly costFen: bigint;
  readonly amortisedFen: bigint;
}

function returnedLines(chart: Chart, { lot, assetId, costFen, amortisedFen }: Returned): Lines {
  const capital = capitalLine(chart, lot, capitalOf(lot));
  if (capital.amount === 0n && costFen === 0n) return ok([]);
  const code = accountOf(chart, 'intangible');
  const amortised = accountOf(chart, 'intangible_amortisation');
  if (code === undefined || amortised === undefined) return ok([capital]);
  if (assetId === null) return refuse(refusal('act_asset_missing', 'assetId'));
  return ok([
    capital,
    { code: amortised, sub: assetId, amount: amortisedFen },
    { code, sub: assetId, amount: -costFen },
  ]);
}

/** Land whose term is over goes back: capital, right of use and what was amortised of it leave the books. */
export function returnLines(chart: Chart, returned: Returned): Lines {
  const lines = returnedLines(chart, returned);
  return lines.ok ? ok(balanced(chart, lines.value)) : lines;
}

/** Accounts on which something may stand for a member. */
export function memberCodes(chart: Chart): readonly string[] {
  return chart === 'coop37' ? ['114', '221', '222', '301', '30101', '32201'] : ['113', '301'];
}

/** What stands for a member on those accounts, debit positive. */
export type Standing = ReadonlyMap<string, bigint>;

/** All that stands for one who died passes to the heir. */
export function inheritLines(standing: Standing, from: string, to: string): readonly EntryLine[] {
  return [...standing].flatMap(([code, amount]): EntryLine[] =>
    amount === 0n
      ? []
      : [
          { code, sub: from, amount: -amount },
          { code, sub: to, amount },
        ],
  );
}

/** What one who leaves is settled with on. */
export interface Leaving {
  readonly membershipId: string;
  readonly standing: Standing;
  readonly returned: readonly Returned[];
  /** lots that stay with the organisation */
  readonly left: readonly Capital[];
  readonly lossShareFen: bigint;
  readonly debtShareFen: bigint;
  readonly counter: Counter | null;
}

export interface SettlementResult extends Settlement {
  readonly contributionFen: bigint;
  readonly reserveShareFen: bigint;
  readonly unpaidPatronageFen: bigint;
  readonly unpaidDividendFen: bigint;
  /** value of what is given back in kind, as capital */
  readonly inKindFen: bigint;
  readonly leftFen: bigint;
  /** produce delivered and not paid yet: no part in losses is taken off it */
  readonly tradeDueFen: bigint;
  readonly owedFen: bigint;
  readonly lossShareFen: bigint;
  readonly debtShareFen: bigint;
}

/**
 * Settles with one who leaves (Cooperatives Law art. 28): his accounts come to nothing, what is due to him leaves the bank,
 * his part in losses stays and reduces them, land goes back. Grants and gifts are nobody's and are not touched.
 */
export function settlementLines(
  chart: Chart,
  leaving: Leaving,
): Result<{ readonly settlement: SettlementResult; readonly lines: readonly EntryLine[] }, VoucherRefusal> {
  const { membershipId, standing, returned, left } = leaving;
  const credit = (...codes: string[]) => -codes.reduce((sum, code) => sum + (standing.get(code) ?? 0n), 0n);
  const inKindFen = returned.reduce((sum, { lot }) => sum + capitalOf(lot), 0n);
  const leftFen = left.reduce((sum, lot) => sum + capitalOf(lot), 0n);
  const contributionFen = credit('301', '30101') - inKindFen - leftFen;
  if (contributionFen < 0n) return refuse(refusal('settlement_short'));
  const current = chart === 'coop37' ? '114' : '113';
  const tradeDueFen = positive(credit(current));
  const bases = {
    contributionFen,
    reserveShareFen: credit('32201'),
    unpaidPatronageFen: positive(credit('221')),
    unpaidDividendFen: positive(credit('222')),
    lossShareFen: leaving.lossShareFen,
    debtShareFen: leaving.debtShareFen,
    owedFen: positive(-credit(current)),
  };
  const settled = settleMember(bases);
  const payableFen = settled.payableFen + tradeDueFen;
  const settlement = { ...settled, ...bases, payableFen, inKindFen, leftFen, tradeDueFen };
  const things = gather(returned.map((one) => returnedLines(chart, one)));
  if (!things.ok) return things;
  const money = payoutLine(chart, leaving.counter, payableFen);
  if (!money.ok) return money;
  const cleared = [...standing].flatMap(([code, amount]): EntryLine[] => {
    const kept = code === current && amount > 0n ? settlement.stillOwedFen : 0n;
    return [{ code, sub: membershipId, amount: kept - amount }];
  });
  const covered = smaller(settlement.deductedFen, leaving.lossShareFen);
  const lines = [
    ...cleared,
    ...things.value.filter(({ code }) => !code.startsWith('301')),
    { code: resultAccounts(chart).undistributed, amount: -covered },
    ...money.value,
  ];
  return ok({ settlement, lines: balanced(chart, lines) });
}

function payoutLine(chart: Chart, counter: Counter | null, fen: bigint): Lines {
  if (fen === 0n) return ok([]);
  const code = counter === 'bank' || counter === 'cash' ? accountOf(chart, counter) : undefined;
  return code === undefined ? refuse(refusal('act_no_account', 'counter')) : ok([{ code, amount: -fen }]);
}

function gather(parts: readonly Lines[]): Lines {
  const lines: EntryLine[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    lines.push(...part.value);
  }
  return ok(lines);
}

function positive(fen: bigint): bigint {
  return fen > 0n ? fen : 0n;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
