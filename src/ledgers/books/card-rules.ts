import {
  compare,
  lastDay,
  localDate,
  localMonth,
  type Month,
  monthOf,
  monthsBetween,
} from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type Chart, statutoryAccount } from './chart-rules.ts';
import {
  type DepreciationLine,
  type DepreciationRefusal,
  depreciate,
  type UnitsOfMonth,
} from './depreciation-rules.ts';
import { accountOf, type ChartRole } from './event-roles-rules.ts';

/** Assets that wear out, by the account they stand on. */
export const cardKinds = ['fixed_asset', 'productive_biological', 'intangible'] as const;

export type CardKind = (typeof cardKinds)[number];

/** What an asset works for, which bears its depreciation (37号, notes on 142, 151 and 161). */
export const cardPurposes = ['production_cost', 'expense', 'administration', 'welfare', 'other_expense'] as const;

export type CardPurpose = (typeof cardPurposes)[number];

export const cardMethods = ['straight_line', 'units'] as const;

/** The card of an asset, as it is kept. */
export interface Card {
  readonly kind: CardKind;
  readonly purpose: CardPurpose;
  /** kind of assets in the books that it belongs to */
  readonly subsidiaryId: string;
  readonly costFen: bigint;
  readonly residualFen: bigint;
  readonly method: (typeof cardMethods)[number];
  readonly lifeMonths: number;
  readonly lifeUnits: bigint;
  /** booked at a nominal amount and never depreciated (art. 31) */
  readonly nominal: boolean;
  readonly addedOn: string;
  readonly disposedOn: string | null;
}

export type CardRefusal = DepreciationRefusal | Refusal<'card_kind_in_chart' | 'card_in_future'>;

/** Checks a card before it is kept. */
export function proposeCard(
  card: Card,
  { chart, today }: { readonly chart: Chart; readonly today: string },
): Result<true, CardRefusal> {
  if (accountOf(chart, wornRoles[card.kind]) === undefined) return refuse(refusal('card_kind_in_chart', 'kind'));
  if (card.addedOn > today) return refuse(refusal('card_in_future', 'addedOn'));
  if (card.disposedOn !== null && card.disposedOn > today) return refuse(refusal('card_in_future', 'disposedOn'));
  const tried = schedule(card, { through: monthOf(localDate(card.addedOn)), uses: [] });
  return tried.ok ? ok(true) : tried;
}

/** Depreciation of the card, month by month through the one given. */
export function schedule(
  card: Card,
  asked: { readonly through: Month; readonly uses: readonly UnitsOfMonth[] },
): Result<readonly DepreciationLine[], DepreciationRefusal> {
  const { costFen, residualFen, method, lifeMonths, lifeUnits, nominal } = card;
  return depreciate(
    {
      ...{ costFen, residualFen, method, lifeMonths, lifeUnits, nominal, addedOn: localDate(card.addedOn) },
      ...(card.disposedOn === null ? {} : { disposedOn: localDate(card.disposedOn) }),
    },
    { through: asked.through, units: asked.uses },
  );
}

export interface Charging {
  /** first month that these books depreciate; what was before stands in the opening balances */
  readonly from: Month;
  readonly through: Month;
  readonly uses: readonly UnitsOfMonth[];
  /** what is booked, by month */
  readonly charged: ReadonlyMap<string, bigint>;
}

export interface DueCharge {
  readonly month: Month;
  readonly amountFen: bigint;
}

/**
 * Months of a card that are due and not booked yet, with their amounts. Where the card was corrected after something was
 * booked, what is left is spread over what is left of its life: changes work forward only (37号 art. 59).
 */
export function dueCharges(card: Card, charging: Charging): readonly DueCharge[] {
  const { from, through, uses, charged } = charging;
  const lines = schedule(card, { through, uses });
  if (!lines.ok) return [];
  const kept = lines.value.filter(({ month }) => compare(month, from) >= 0);
  const booked = kept.filter(({ month }) => charged.has(month));
  const isAsBooked =
    booked.length === charged.size && booked.every((line) => charged.get(line.month) === line.amountFen);
  if (isAsBooked) return kept.filter(({ month }) => !charged.has(month));
  const before = lines.value.findLast(({ month }) => compare(month, from) < 0)?.accumulatedFen ?? 0n;
  return spreadRest(card, charging, before);
}

function spreadRest(card: Card, { through, uses, charged }: Charging, beforeFen: bigint): readonly DueCharge[] {
  const last = [...charged.keys()].sort().at(-1);
  if (last === undefined) return [];
  const done = localMonth(last);
  const wornFen = [...charged.values()].reduce((sum, fen) => sum + fen, beforeFen);
  const leftFen = card.costFen - card.residualFen - wornFen;
  const worked = uses.reduce((sum, { month, units }) => (compare(month, done) <= 0 ? sum + units : sum), 0n);
  const monthsLeft = card.lifeMonths - monthsBetween(monthOf(localDate(card.addedOn)), done);
  const unitsLeft = card.lifeUnits - worked;
  if (leftFen <= 0n) return [];
  const rest = schedule(
    {
      ...card,
      costFen: card.residualFen + leftFen,
      lifeMonths: Math.max(monthsLeft, 1),
      lifeUnits: unitsLeft > 0n ? unitsLeft : 1n,
      addedOn: lastDay(done) > (card.disposedOn ?? '9999') ? card.addedOn : lastDay(done),
    },
    { through, uses },
  );
  return rest.ok ? rest.value.filter(({ month }) => compare(month, done) > 0) : [];
}

/** Whether the units of a month are still to be entered: the asset works by them, and stood there. */
export function lacksUse(
  card: Card,
  { month, uses }: { readonly month: Month; readonly uses: readonly UnitsOfMonth[] },
) {
  if (card.method !== 'units' || card.nominal) return false;
  const gone = card.disposedOn !== null && card.disposedOn.slice(0, 7) < month;
  const worked = uses.reduce((sum, { units }) => sum + units, 0n);
  const isThere = compare(month, monthOf(localDate(card.addedOn))) > 0 && !gone && worked < card.lifeUnits;
  return isThere && !uses.some((use) => use.month === month);
}

const wornRoles: Readonly<Record<CardKind, ChartRole>> = {
  fixed_asset: 'fixed_asset_depreciation',
  productive_biological: 'productive_biological_depreciation',
  intangible: 'intangible_amortisation',
};

/** Debit positive; by account and sub-ledger. */
export interface ChargeLine {
  readonly code: string;
  readonly sub: string;
  readonly amountFen: bigint;
}

/** The voucher of a month: what bears the depreciation, against the accumulated depreciation of each kind of assets. */
export function chargeLines(
  chart: Chart,
  charges: readonly { readonly card: Card; readonly amountFen: bigint }[],
): Result<readonly ChargeLine[], Refusal<'event_unknown_in_chart'>> {
  const lines = new Map<string, ChargeLine>();
  for (const { card, amountFen } of charges) {
    const borne = accountOf(chart, card.purpose);
    const worn = accountOf(chart, wornRoles[card.kind]);
    if (borne === undefined || worn === undefined) return refuse(refusal('event_unknown_in_chart'));
    const sub = statutoryAccount(chart, worn)?.subKind ? card.subsidiaryId : '';
    for (const line of [
      { code: borne, sub: '', amountFen },
      { code: worn, sub, amountFen: -amountFen },
    ]) {
      const key = `${line.code} ${line.sub}`;
      lines.set(key, { ...line, amountFen: line.amountFen + (lines.get(key)?.amountFen ?? 0n) });
    }
  }
  return ok([...lines.values()].sort((a, b) => Number(a.amountFen < 0n) - Number(b.amountFen < 0n)));
}

/** Month in which books begin that start on a day. */
export function firstMonth(startsOn: string): Month {
  return localMonth(startsOn.slice(0, 7));
}
