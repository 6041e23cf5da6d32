import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import { type ApprovalTable, approvalsFor } from './order-rules.ts';

/** Detectors over payments and movements; their order is that of the page. */
export const alertRules = [
  'split',
  'round_sum',
  'payee_twice',
  'payee_unknown',
  'payee_dead',
  'invoice_twice',
  'cadre_household',
  'moved_and_back',
  'outside_window',
  'shared_account',
  'no_poor_member',
  'year_end',
  'list_repeated',
] as const;
export type AlertRule = (typeof alertRules)[number];

export const alertStates = ['open', 'confirmed', 'cleared'] as const;
export type AlertState = (typeof alertStates)[number];

/** A payment as the detectors see it, with what the registers say about its payee on that day. */
export interface PaymentFact {
  readonly id: string;
  /** where the money is used; the case stands there */
  readonly place: number;
  readonly paidOn: string;
  readonly amountFen: bigint;
  readonly purpose: string;
  readonly documentId: string | null;
  readonly payeeKind: string;
  readonly payeeId: string | null;
  readonly payeeName: string;
  readonly contractId: string | null;
  readonly invoiceNumber: string | null;
  /** how many approved; null where no order stands behind it */
  readonly approvals: number | null;
  /** first and last day on which the document may be spent */
  readonly windowFrom: string | null;
  readonly windowThrough: string | null;
  readonly payee: PayeeFact;
}

/** What the registers say of a payee on the day of payment. */
export interface PayeeFact {
  /** on its register, and not left by then */
  readonly isKnown: boolean;
  /** nobody of the household was alive, or the person named had died */
  readonly isDead: boolean;
  /** post of a branch held by somebody of that name in the household, in this village */
  readonly cadrePost: string | null;
  readonly isPoor: boolean;
  /** keyed hash of the household's bank card */
  readonly accountHash: string | null;
  /** of a cooperative: its members, and those of registered-poor households */
  readonly members: number | null;
  readonly poorMembers: number | null;
}

/** Money moved between two accounts. */
export interface MovementFact {
  readonly id: string;
  readonly kind: string;
  readonly place: number;
  readonly fromAccount: string | null;
  readonly toAccount: string | null;
  readonly occurredOn: string;
  readonly amountFen: bigint;
}

/** Numbers that the detectors work with, each a dated parameter; a back-test may try others. */
export interface AlertLimits extends ApprovalTable {
  /** an amount is round when it is a multiple of this, in fen */
  readonly roundFen: bigint;
  /** days within which the same amount to the same payee is looked at, and money that went and came back */
  readonly againDays: number;
  /** the last days of the year, and what share of a document's year they may take */
  readonly yearEndDays: number;
  readonly yearEndBp: number;
}

/** What a detector found: the same entries under the same rule are the same case, however often it runs. */
export interface FoundAlert {
  readonly rule: AlertRule;
  /** oldest first */
  readonly entries: readonly string[];
  readonly place: number;
  readonly payeeName: string | null;
  readonly amountFen: bigint;
  /** of the last entry */
  readonly occurredOn: string;
  /** what the sentence of the rule is filled with */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Runs every detector over one set of payments and movements. */
export function detect(
  payments: readonly PaymentFact[],
  movements: readonly MovementFact[],
  limits: AlertLimits,
): readonly FoundAlert[] {
  const sorted = payments.toSorted((a, b) => compare(a.paidOn, b.paidOn) || compare(a.id, b.id));
  return [
    ...findSplits(sorted, limits),
    ...sorted.flatMap((payment) => singleAlerts(payment, limits)),
    ...findRepeats(sorted, limits),
    ...findInvoices(sorted),
    ...findReturns(movements, limits),
    ...findSharedAccounts(sorted),
    ...findYearEnds(sorted, limits),
    ...findRepeatedLists(sorted),
  ];
}

/**
 * Payments to one payee in one village that together needed more approvals than any of them had: what is paid by one order
 * approved on the sum is no split. Households get what a list gives them and are left out.
 */
function findSplits(payments: readonly PaymentFact[], limits: AlertLimits): readonly FoundAlert[] {
  const mine = payments.filter(({ payeeKind }) => payeeKind !== 'household');
  const found: FoundAlert[] = [];
  for (const group of groupsOf(mine, (one) => `${one.place}|${payeeKey(one)}`)) {
    let run: PaymentFact[] = [];
    const flush = () => {
      const needed = approvalsFor(sumOf(run), limits);
      const had = Math.max(0, ...run.map(({ amountFen, approvals }) => approvals ?? approvalsFor(amountFen, limits)));
      if (run.length > 1 && needed > had) found.push(alertOf('split', run, { count: run.length, needed, had }));
      run = [];
    };
    for (const payment of group) {
      const [first] = run;
      if (first && addDays(first.paidOn as LocalDate, limits.splitDays) < payment.paidOn) flush();
      run.push(payment);
    }
    flush();
  }
  return found;
}

/** What one payment shows by itself. */
function singleAlerts(payment: PaymentFact, limits: AlertLimits): readonly FoundAlert[] {
  const { payee, payeeKind, amountFen, contractId, invoiceNumber, paidOn, windowFrom, windowThrough } = payment;
  const found: FoundAlert[] = [];
  const add = (rule: AlertRule, detail: FoundAlert['detail'] = {}) => found.push(alertOf(rule, [payment], detail));
  const isBacked = contractId !== null || invoiceNumber !== null || payeeKind === 'household';
  if (!isBacked && amountFen >= limits.roundFen && amountFen % limits.roundFen === 0n) add('round_sum');
  if (payee.isDead) add('payee_dead');
  else if (!payee.isKnown) add('payee_unknown');
  if (payee.cadrePost !== null && !payee.isPoor) add('cadre_household', { post: payee.cadrePost });
  if (windowFrom !== null && paidOn < windowFrom) add('outside_window', { from: windowFrom });
  else if (windowThrough !== null && paidOn > windowThrough) add('outside_window', { through: windowThrough });
  if (payee.members !== null && payee.members > 0 && payee.poorMembers === 0) add('no_poor_member');
  return found;
}

/** The same amount for the same purpose and document to the same payee, where no contract says that it is paid in parts. */
function findRepeats(payments: readonly PaymentFact[], limits: AlertLimits): readonly FoundAlert[] {
  const loose = payments.filter(({ contractId }) => contractId === null);
  const keyOf = (one: PaymentFact) => `${payeeKey(one)}|${one.purpose}|${one.documentId ?? ''}|${one.amountFen}`;
  return groupsOf(loose, keyOf).flatMap((group) =>
    pairsWithin(group, limits.againDays).map((pair) => alertOf('payee_twice', pair, {})),
  );
}

/** One invoice under more than one payment; parts of one contract to its party may share it. */
function findInvoices(payments: readonly PaymentFact[]): readonly FoundAlert[] {
  const invoiced = payments.filter(({ invoiceNumber }) => invoiceNumber !== null);
  return groupsOf(invoiced, ({ invoiceNumber }) => invoiceNumber ?? '').flatMap((group) => {
    const contracts = new Set(group.map((one) => `${one.contractId ?? one.id}|${payeeKey(one)}`));
    const invoice = group[0]?.invoiceNumber ?? '';
    return group.length > 1 && contracts.size > 1 ? [alertOf('invoice_twice', group, { invoice })] : [];
  });
}

/** Money that left an account for another and came back whole within the days. */
function findReturns(movements: readonly MovementFact[], limits: AlertLimits): readonly FoundAlert[] {
  const sorted = movements.toSorted((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.id, b.id));
  const used = new Set<string>();
  return sorted.flatMap((out) => {
    const last = addDays(out.occurredOn as LocalDate, limits.againDays);
    const back = sorted.find(
      (one) =>
        !used.has(one.id) &&
        one.kind !== 'recall' &&
        one.fromAccount !== null &&
        one.fromAccount === out.toAccount &&
        one.toAccount === out.fromAccount &&
        one.amountFen === out.amountFen &&
        one.occurredOn >= out.occurredOn &&
        one.occurredOn <= last &&
        one.id !== out.id,
    );
    if (!back || used.has(out.id)) return [];
    used.add(back.id);
    return [
      {
        rule: 'moved_and_back' as const,
        entries: [out.id, back.id],
        place: back.place,
        payeeName: null,
        amountFen: out.amountFen,
        occurredOn: back.occurredOn,
        detail: {},
      },
    ];
  });
}

/** Several households paid to one card. */
function findSharedAccounts(payments: readonly PaymentFact[]): readonly FoundAlert[] {
  const carded = payments.filter(({ payee }) => payee.accountHash !== null);
  return groupsOf(carded, ({ payee }) => payee.accountHash ?? '').flatMap((group) => {
    const households = new Set(group.map(payeeKey)).size;
    return households > 1 ? [alertOf('shared_account', group, { households })] : [];
  });
}

/** A document of which a village spends most of the year's money in the last days of December. */
function findYearEnds(payments: readonly PaymentFact[], limits: AlertLimits): readonly FoundAlert[] {
  const keyOf = (one: PaymentFact) => `${one.place}|${one.documentId ?? ''}|${one.paidOn.slice(0, 4)}`;
  return groupsOf(payments, keyOf).flatMap((group) => {
    const year = group[0]?.paidOn.slice(0, 4) ?? '';
    const from = addDays(`${year}-12-31` as LocalDate, 1 - limits.yearEndDays);
    const late = group.filter(({ paidOn }) => paidOn >= from);
    const [whole, lateSum] = [sumOf(group), sumOf(late)];
    const isMost = lateSum * 10_000n >= whole * BigInt(limits.yearEndBp);
    return late.length > 0 && isMost && lateSum >= limits.twoOverFen ? [alertOf('year_end', late, { year })] : [];
  });
}

/** Fewer households than this make no list. */
const listLength = 5;

/** The list of households and amounts of a purpose that is the one of the year before, line by line. */
function findRepeatedLists(payments: readonly PaymentFact[]): readonly FoundAlert[] {
  const households = payments.filter(({ payeeKind }) => payeeKind === 'household');
  const lists = new Map<string, PaymentFact[]>();
  for (const one of households) {
    const key = `${one.place}|${one.purpose}|${one.paidOn.slice(0, 4)}`;
    lists.set(key, [...(lists.get(key) ?? []), one]);
  }
  return [...lists].flatMap(([key, list]) => {
    const [place, purpose, year] = key.split('|');
    const before = lists.get(`${place}|${purpose}|${Number(year) - 1}`);
    if (!before || list.length < listLength || textOf(before) !== textOf(list)) return [];
    return [alertOf('list_repeated', list, { households: list.length, year: year ?? '' })];
  });
}

function textOf(list: readonly PaymentFact[]): string {
  return list
    .map((one) => `${payeeKey(one)}=${one.amountFen}`)
    .sort()
    .join(',');
}

function payeeKey({ payeeKind, payeeId, payeeName }: PaymentFact): string {
  return payeeId ?? `${payeeKind}:${payeeName}`;
}

/** Neighbours in time that lie within the days of each other. */
function pairsWithin(group: readonly PaymentFact[], days: number): readonly (readonly PaymentFact[])[] {
  return group.slice(1).flatMap((later, index) => {
    const earlier = group[index];
    return earlier && addDays(earlier.paidOn as LocalDate, days) >= later.paidOn ? [[earlier, later]] : [];
  });
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(items, keyOf).values()];
}

function sumOf(payments: readonly PaymentFact[]): bigint {
  return payments.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

function alertOf(rule: AlertRule, payments: readonly PaymentFact[], detail: FoundAlert['detail']): FoundAlert {
  const last = payments.at(-1);
  return {
    rule,
    entries: payments.map(({ id }) => id),
    place: last?.place ?? 0,
    payeeName: last?.payeeName ?? null,
    amountFen: sumOf(payments),
    occurredOn: last?.paidOn ?? '',
    detail,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
