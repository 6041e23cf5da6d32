import { addDays, addMonths, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { MemberKind } from '../../registers/cooperatives/composition-rules.ts';
import { type CooperativeKind, legalFormOf } from '../../registers/cooperatives/rules.ts';

/** What moves members, shares and money. */
export const actKinds = [
  'join',
  'subscribe',
  'pay',
  'transfer',
  'exit',
  'inherit',
  'buy_back',
  'expire',
  'uplift',
  'issue_all',
] as const;
export type ActKind = (typeof actKinds)[number];

/** `noticed`: somebody gave notice to leave and is to be settled with; `reversing`: a reversal waits for the other person. */
export const actStates = ['noticed', 'proposed', 'posted', 'refused', 'withdrawn', 'reversing', 'reversed'] as const;
export type ActState = (typeof actStates)[number];

/** With what a contribution is paid, or from where money is paid out. */
export const counters = [
  'bank',
  'cash',
  'stock',
  'consumable_biological',
  'productive_biological',
  'fixed_asset',
] as const;
export type Counter = (typeof counters)[number];

/** Expulsion needs a vote; leaving does not (Cooperatives Law art. 25, 26). */
export const exitReasons = ['exit', 'expelled'] as const;
export type ExitReason = (typeof exitReasons)[number];

/** Acts whose shares and voucher can be taken back in red; the others are mended by a further act. */
export const reversible: readonly ActKind[] = ['subscribe', 'pay', 'transfer', 'buy_back', 'expire', 'issue_all'];

/** What an act says, whatever its kind; what a kind does not need is null. */
export interface ActTerms {
  readonly kind: ActKind;
  readonly occurredOn: string;
  readonly membershipId: string | null;
  readonly toMembershipId: string | null;
  readonly classId: string | null;
  readonly lotId: string | null;
  readonly valuationId: string | null;
  /** detail of the books under which a thing taken over with the opening balances stands */
  readonly assetId: string | null;
  readonly policyId: string | null;
  readonly shares: number | null;
  readonly agreedFen: bigint | null;
  readonly paidFen: bigint | null;
  readonly debtFen: bigint | null;
  readonly counter: Counter | null;
  /** of the application, of the notice to leave, of the death */
  readonly appliedOn: string | null;
  readonly leaveReason: ExitReason | null;
  readonly newcomer: Newcomer | null;
}

/** One who is to become a member. */
export interface Newcomer {
  readonly kind: MemberKind;
  readonly unitKind: 'enterprise' | 'institution' | 'social_organisation' | 'public_affairs' | null;
  readonly name: string;
  readonly creditCode: string | null;
  readonly phone: string | null;
  readonly memberPlace: number;
  readonly householdCounty: number | null;
  readonly householdId: string | null;
  readonly residentId: string | null;
}

/** Terms as a form sends them: what a kind does not need is absent. */
export type TermsBody = {
  readonly [Key in Exclude<keyof ActTerms, 'kind' | 'occurredOn' | 'newcomer'>]?: ActTerms[Key] | undefined;
} & {
  readonly kind: ActKind;
  readonly occurredOn: string;
  readonly newcomerKind?: MemberKind | undefined;
  readonly newcomerUnitKind?: Newcomer['unitKind'] | undefined;
  readonly newcomerName?: string | undefined;
  readonly newcomerCreditCode?: string | undefined;
  readonly newcomerPhone?: string | undefined;
  readonly newcomerPlace?: number | undefined;
};

/** The terms of a form; who is to become a member is only known by kind in a preview, and lives at the seat unless said. */
export function termsOf(body: TermsBody, seat: number): ActTerms {
  const newcomer: Newcomer | null = body.newcomerKind
    ? {
        kind: body.newcomerKind,
        unitKind: body.newcomerUnitKind ?? null,
        name: body.newcomerName ?? '',
        creditCode: body.newcomerCreditCode || null,
        phone: body.newcomerPhone || null,
        memberPlace: body.newcomerPlace ?? seat,
        ...{ householdCounty: null, householdId: null, residentId: null },
      }
    : null;
  return {
    ...{ kind: body.kind, occurredOn: body.occurredOn, newcomer },
    membershipId: body.membershipId ?? null,
    toMembershipId: body.toMembershipId ?? null,
    classId: body.classId ?? null,
    lotId: body.lotId ?? null,
    valuationId: body.valuationId ?? null,
    assetId: body.assetId ?? null,
    policyId: body.policyId ?? null,
    shares: body.shares ?? null,
    agreedFen: body.agreedFen ?? null,
    paidFen: body.paidFen ?? null,
    debtFen: body.debtFen ?? null,
    counter: body.counter ?? null,
    appliedOn: body.appliedOn ?? null,
    leaveReason: body.leaveReason ?? null,
  };
}

/** Membership is decided by the members (Cooperatives Law art. 24, 26; law on collectives art. 26); companies go by contract. */
export function needsVote(
  kind: CooperativeKind,
  act: { readonly kind: ActKind; readonly leaveReason: ExitReason | null },
): boolean {
  if (legalFormOf(kind) === undefined) return false;
  return act.kind === 'join' || (act.kind === 'exit' && act.leaveReason === 'expelled');
}

type Need = Exclude<keyof ActTerms, 'kind' | 'occurredOn'>;

const needs: Readonly<Record<ActKind, readonly Need[]>> = {
  join: ['appliedOn', 'newcomer'],
  subscribe: ['membershipId', 'classId', 'shares'],
  pay: ['membershipId', 'lotId', 'paidFen', 'counter'],
  transfer: ['membershipId', 'lotId', 'shares', 'toMembershipId'],
  exit: ['membershipId', 'appliedOn', 'leaveReason'],
  inherit: ['membershipId', 'appliedOn'],
  buy_back: ['membershipId', 'lotId', 'shares', 'paidFen', 'counter'],
  expire: ['membershipId', 'lotId'],
  uplift: ['policyId'],
  issue_all: ['classId', 'shares'],
};

export type TermsRefusal = Refusal<
  'act_missing' | 'act_in_future' | 'act_applied_later' | 'act_same_member' | 'act_two_heirs'
>;

/** Checks that a kind has what it needs, and that days stand in order. */
export function checkTerms(terms: ActTerms, today: string): Result<true, TermsRefusal> {
  for (const need of needs[terms.kind]) if (terms[need] === null) return refuse(refusal('act_missing', need));
  if (terms.occurredOn > today) return refuse(refusal('act_in_future', 'occurredOn'));
  if (terms.appliedOn !== null && terms.appliedOn > terms.occurredOn)
    return refuse(refusal('act_applied_later', 'appliedOn'));
  if (terms.membershipId !== null && terms.membershipId === terms.toMembershipId)
    return refuse(refusal('act_same_member', 'toMembershipId'));
  if (terms.kind !== 'inherit') return ok(true);
  const heirs = Number(terms.toMembershipId !== null) + Number(terms.newcomer !== null);
  if (heirs === 0) return refuse(refusal('act_missing', 'toMembershipId'));
  return heirs === 1 ? ok(true) : refuse(refusal('act_two_heirs', 'toMembershipId'));
}

export interface ExitTerms {
  /** day on which the notice was given, or the expulsion decided */
  readonly appliedOn: string;
  /** first day of the fiscal year, MM-DD */
  readonly fiscalYearStart: string;
  /** months before the end of the fiscal year by which notice is to be given */
  readonly noticeMonths: number;
}

/**
 * First day without membership: it ends with the fiscal year by whose end the notice was old enough (Cooperatives Law
 * art. 25), or with the running one for one who is expelled (art. 26; no notice).
 */
export function leavingDay({ appliedOn, fiscalYearStart, noticeMonths }: ExitTerms): LocalDate {
  const applied = localDate(appliedOn);
  const ripe = addMonths(applied, noticeMonths);
  const year = Number(appliedOn.slice(0, 4));
  for (let at = year; ; at += 1) {
    const next = localDate(`${at}-${fiscalYearStart}`);
    if (next > applied && addDays(next, -1) >= ripe) return next;
  }
}

/** The law’s own months, for persons and for units, where there is no charter. */
export const lawNotice = { person: 3, unit: 6 } as const;
