import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import {
  type AlertFacts,
  type AlertLimits,
  type AlertRule,
  alertOf,
  compare,
  type FoundAlert,
  groupsOf,
  type PaymentFact,
  payeeKey,
  sumOf,
} from './alert-fact-rules.ts';
import {
  findIdle,
  findRepeatedLists,
  findReturns,
  findSamePhones,
  findSamePhotos,
  findSharedAccounts,
  findYearEnds,
} from './alert-group-rules.ts';
import { approvalsFor } from './order-rules.ts';

/** Runs every detector over one set of payments, movements and lots. */
export function detect({ payments, movements, lots, on }: AlertFacts, limits: AlertLimits): readonly FoundAlert[] {
  const sorted = payments.toSorted((a, b) => compare(a.paidOn, b.paidOn) || compare(a.id, b.id));
  return [
    ...findSplits(sorted, limits),
    ...sorted.flatMap((payment) => singleAlerts(payment, limits)),
    ...findRepeats(sorted, limits),
    ...findInvoices(sorted),
    ...findReturns(movements, limits),
    ...findSharedAccounts(sorted),
    ...findSamePhones(sorted),
    ...findSamePhotos(sorted),
    ...findYearEnds(sorted, limits),
    ...findRepeatedLists(sorted, limits),
    ...findIdle(lots, { on, limits }),
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
  const { bankTail } = payment;
  if (bankTail !== null && payee.accountTail !== null && bankTail !== payee.accountTail)
    add('other_account', { paid: bankTail, known: payee.accountTail });
  const { membersBefore: before, membersAfter: after } = payee;
  if (before !== null && after !== null && isJump(before, after, limits)) add('members_jump', { before, after });
  return found;
}

/** A cooperative that begins has nobody before; what grows from there is looked at. */
function isJump(before: number, after: number, { jumpBp }: AlertLimits): boolean {
  return before > 0 && (after - before) * 10_000 >= before * jumpBp;
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

/** Neighbours in time that lie within the days of each other. */
function pairsWithin(group: readonly PaymentFact[], days: number): readonly (readonly PaymentFact[])[] {
  return group.slice(1).flatMap((later, index) => {
    const earlier = group[index];
    return earlier && addDays(earlier.paidOn as LocalDate, days) >= later.paidOn ? [[earlier, later]] : [];
  });
}
