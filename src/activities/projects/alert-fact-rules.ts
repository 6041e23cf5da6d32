import type { ApprovalTable } from './order-rules.ts';

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
  'other_account',
  'same_phone',
  'same_photo',
  'members_jump',
  'idle_year',
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
  /** last digits of the card it was paid to */
  readonly bankTail: string | null;
  /** digests of the papers of its order and the photographs of its project */
  readonly files: readonly string[];
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
  /** last digits of that card */
  readonly accountTail: string | null;
  readonly phoneHash: string | null;
  /** of a household: its village */
  readonly homePlace: number | null;
  /** of a cooperative: its members, and those of registered-poor households */
  readonly members: number | null;
  readonly poorMembers: number | null;
  /** of a cooperative: its members at the end of the month in which most came, of those before the payment, and a month earlier */
  readonly membersAfter: number | null;
  readonly membersBefore: number | null;
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
  /** by how much the members of a cooperative may grow in a month, of what they were */
  readonly jumpBp: number;
  /** what share of a list may be that of the year before */
  readonly listSameBp: number;
  /** days after which money that lies is idle */
  readonly idleDays: number;
}

/** Money of one document that lies in an account. */
export interface LotFact {
  /** the movement that brought it */
  readonly id: string;
  readonly place: number;
  readonly accountId: string;
  readonly documentId: string;
  readonly arrivedOn: string;
  /** neither paid, passed on nor promised */
  readonly freeFen: bigint;
}

/** What the detectors run over, as it stands on a day. */
export interface AlertFacts {
  readonly payments: readonly PaymentFact[];
  readonly movements: readonly MovementFact[];
  readonly lots: readonly LotFact[];
  readonly on: string;
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

/** Who was paid: by id, or by kind and name where it stands on no register. */
export function payeeKey({ payeeKind, payeeId, payeeName }: PaymentFact): string {
  return payeeId ?? `${payeeKind}:${payeeName}`;
}

/** Items that share a key, in the order of their first. */
export function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(items, keyOf).values()];
}

export function sumOf(payments: readonly PaymentFact[]): bigint {
  return payments.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

/** A finding about payments, the last of which says where it stands and when. */
export function alertOf(rule: AlertRule, payments: readonly PaymentFact[], detail: FoundAlert['detail']): FoundAlert {
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

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
