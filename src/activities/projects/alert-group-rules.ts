import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import {
  type AlertLimits,
  alertOf,
  compare,
  type FoundAlert,
  groupsOf,
  type LotFact,
  type MovementFact,
  type PaymentFact,
  payeeKey,
  sumOf,
} from './alert-fact-rules.ts';

/** Money that left an account for another and came back whole within the days. */
export function findReturns(movements: readonly MovementFact[], limits: AlertLimits): readonly FoundAlert[] {
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
export function findSharedAccounts(payments: readonly PaymentFact[]): readonly FoundAlert[] {
  const carded = payments.filter(({ payee }) => payee.accountHash !== null);
  return groupsOf(carded, ({ payee }) => payee.accountHash ?? '').flatMap((group) => {
    const households = new Set(group.map(payeeKey)).size;
    return households > 1 ? [alertOf('shared_account', group, { households })] : [];
  });
}

/** A document of which a village spends most of the year's money in the last days of December. */
export function findYearEnds(payments: readonly PaymentFact[], limits: AlertLimits): readonly FoundAlert[] {
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

/** One telephone of households that were paid in different townships: the lists of both hold the same people. */
export function findSamePhones(payments: readonly PaymentFact[]): readonly FoundAlert[] {
  const known = payments.filter(({ payee }) => payee.phoneHash !== null && payee.homePlace !== null);
  return groupsOf(known, ({ payee }) => payee.phoneHash ?? '').flatMap((group) => {
    const townships = new Set(group.map(({ payee }) => Math.floor((payee.homePlace ?? 0) / 1_000))).size;
    return townships > 1 ? [alertOf('same_phone', group, { townships })] : [];
  });
}

/** One photograph or paper behind payments of different villages. */
export function findSamePhotos(payments: readonly PaymentFact[]): readonly FoundAlert[] {
  const filed = payments.flatMap((payment) => payment.files.map((file) => ({ file, payment })));
  return groupsOf(filed, ({ file }) => file).flatMap((group) => {
    const villages = new Set(group.map(({ payment }) => payment.place)).size;
    const about = group.map(({ payment }) => payment);
    return villages > 1 ? [alertOf('same_photo', about, { villages })] : [];
  });
}

/** Fewer households than this make no list. */
const listLength = 5;

/** The list of households and amounts of a purpose that is, in nearly all its lines, the one of the year before. */
export function findRepeatedLists(payments: readonly PaymentFact[], limits: AlertLimits): readonly FoundAlert[] {
  const households = payments.filter(({ payeeKind }) => payeeKind === 'household');
  const keyOf = (one: PaymentFact) => `${one.place}|${one.purpose}|${one.paidOn.slice(0, 4)}`;
  const lists = Map.groupBy(households, keyOf);
  return [...lists].flatMap(([key, list]) => {
    const [place, purpose, year] = key.split('|');
    const before = lists.get(`${place}|${purpose}|${Number(year) - 1}`);
    if (!before || list.length < listLength) return [];
    const known = new Set(before.map(lineOf));
    const same = list.filter((one) => known.has(lineOf(one))).length;
    const isCopy = same * 10_000 >= Math.max(list.length, before.length) * limits.listSameBp;
    return isCopy ? [alertOf('list_repeated', list, { households: list.length, same, year: year ?? '' })] : [];
  });
}

function lineOf(one: PaymentFact): string {
  return `${payeeKey(one)}=${one.amountFen}`;
}

/** Money of a document that lies in an account for longer than the days, neither passed on nor promised nor paid. */
export function findIdle(
  lots: readonly LotFact[],
  { on, limits }: { readonly on: string; readonly limits: AlertLimits },
): readonly FoundAlert[] {
  const idle = lots.filter(
    ({ arrivedOn, freeFen }) => freeFen > 0n && addDays(arrivedOn as LocalDate, limits.idleDays) < on,
  );
  return groupsOf(idle, ({ accountId, documentId }) => `${accountId}|${documentId}`).flatMap((group) => {
    const sorted = group.toSorted((a, b) => compare(a.arrivedOn, b.arrivedOn) || compare(a.id, b.id));
    const last = sorted.at(-1);
    if (!last) return [];
    return [
      {
        rule: 'idle_year' as const,
        entries: [...new Set(sorted.map(({ id }) => id))],
        place: last.place,
        payeeName: null,
        amountFen: group.reduce((sum, { freeFen }) => sum + freeFen, 0n),
        occurredOn: last.arrivedOn,
        detail: { days: limits.idleDays, since: sorted[0]?.arrivedOn ?? '' },
      },
    ];
  });
}
