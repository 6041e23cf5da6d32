import type { Chart } from '../../ledgers/books/chart-rules.ts';
import { accountOf } from '../../ledgers/books/event-roles-rules.ts';
import type { EntryLine } from '../../platform/ledger/rules.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { DeciderRole } from '../../procedures/approvals/rules.ts';
import type { PartyKind } from './rules.ts';

export const orderStates = ['asked', 'paid', 'refused', 'withdrawn'] as const;
export type OrderState = (typeof orderStates)[number];

/** Things that last, what is used up, money that goes on to a household. */
export const spendings = ['asset', 'expense', 'household'] as const;
export type Spending = (typeof spendings)[number];

/** Amounts above which one more approves, in fen, and the days within which orders to one payee count together. */
export interface ApprovalTable {
  readonly twoOverFen: bigint;
  readonly threeOverFen: bigint;
  readonly splitDays: number;
}

/** Who approves, in this order; an order needs the first one, two or three of them. */
export const approverRoles = [
  'township_clerk',
  'banner_office',
  'city_office',
] as const satisfies readonly DeciderRole[];
export type ApproverRole = (typeof approverRoles)[number];

/** How many approve an amount: the table of the day, on what one payee gets in its days, not on the single order. */
export function approvalsFor(windowFen: bigint, table: ApprovalTable): 1 | 2 | 3 {
  if (windowFen > table.threeOverFen) return 3;
  return windowFen > table.twoOverFen ? 2 : 1;
}

export function approverRolesFor(approvals: number): readonly ApproverRole[] {
  return approverRoles.slice(0, approvals);
}

/** The step of an order that a role is asked about. */
export function stepOf(role: ApproverRole): string {
  return `pay_${role}`;
}

/** First day of the window in which orders to one payee count together with one asked on this day. */
export function windowFrom(askedOn: LocalDate, table: ApprovalTable): LocalDate {
  return addDays(askedOn, -table.splitDays);
}

/** What an order asks for; its digest is what the approvals are about. */
export interface OrderContent {
  readonly projectId: string;
  readonly contractId: string | null;
  readonly accountId: string;
  readonly documentId: string | null;
  readonly purpose: string;
  readonly spentOn: Spending;
  readonly amountFen: bigint;
  readonly payeeKind: PartyKind;
  readonly payeeCounty: number | null;
  readonly payeeId: string | null;
  readonly payeeName: string;
  readonly bankTail: string | null;
  readonly invoiceNumber: string | null;
  readonly invoicedOn: string | null;
}

export function orderContent(order: OrderContent & { readonly id: string }): object {
  const { id, projectId, contractId, accountId, documentId, purpose, spentOn, amountFen } = order;
  const { payeeKind, payeeCounty, payeeId, payeeName, bankTail, invoiceNumber, invoicedOn } = order;
  return {
    ...{ id, projectId, contractId, accountId, documentId, purpose, spentOn, amountFen },
    ...{ payeeKind, payeeCounty, payeeId, payeeName, bankTail, invoiceNumber, invoicedOn },
  };
}

export interface ContractStanding {
  readonly partyName: string;
  readonly partyId: string | null;
  readonly amountFen: bigint;
  readonly paidFen: bigint;
  readonly endedOn: string | null;
}

export type OrderRefusal = Refusal<
  | 'project_ended'
  | 'project_goals_missing'
  | 'order_invoice_missing'
  | 'order_contract_missing'
  | 'order_contract_ended'
  | 'order_other_payee'
  | 'order_beyond_contract'
  | 'order_beyond_budget'
  | 'order_purpose'
>;

export interface OrderQuestion {
  readonly order: Pick<OrderContent, 'spentOn' | 'amountFen' | 'payeeName' | 'payeeId' | 'invoiceNumber' | 'purpose'>;
  readonly project: {
    readonly state: string;
    readonly purpose: string;
    readonly budgetFen: bigint;
    readonly paidFen: bigint;
  };
  /** asked for this project and this contract and not yet paid, this order left out */
  readonly openFen: bigint;
  readonly contractOpenFen: bigint;
  readonly contract: ContractStanding | undefined;
  readonly goalsWeightBp: number;
}

/**
 * Checks an order before it is asked for: an open project whose goals are set, its purpose and no other, within its
 * budget; things and services by contract and invoice, to the party of the contract and within its amount.
 */
export function proposeOrder(question: OrderQuestion): Result<true, OrderRefusal> {
  const { order, project, contract, openFen, goalsWeightBp } = question;
  if (project.state !== 'open') return refuse(refusal('project_ended'));
  if (goalsWeightBp !== 10_000) return refuse(refusal('project_goals_missing'));
  if (order.purpose !== project.purpose) return refuse(refusal('order_purpose', 'purpose'));
  if (order.spentOn !== 'household' && order.invoiceNumber === null)
    return refuse(refusal('order_invoice_missing', 'invoiceNumber'));
  if (order.spentOn === 'asset' && !contract) return refuse(refusal('order_contract_missing', 'contractId'));
  if (contract) {
    const bar = contractBar(question, contract);
    if (bar) return refuse(bar);
  }
  const leftFen = project.budgetFen - project.paidFen - openFen;
  if (order.amountFen <= leftFen) return ok(true);
  return refuse(refusal('order_beyond_budget', 'amountFen', { left: formatYuan(leftFen) }));
}

function contractBar({ order, contractOpenFen }: OrderQuestion, contract: ContractStanding): OrderRefusal | undefined {
  if (contract.endedOn !== null) return refusal('order_contract_ended', 'contractId');
  const isParty = contract.partyId === order.payeeId && contract.partyName === order.payeeName;
  if (!isParty) return refusal('order_other_payee', 'payeeName', { party: contract.partyName });
  const leftFen = contract.amountFen - contract.paidFen - contractOpenFen;
  if (order.amountFen <= leftFen) return undefined;
  return refusal('order_beyond_contract', 'amountFen', { left: formatYuan(leftFen) });
}

/** What is known of one of the approvals that an order needs. */
export interface ApprovalStanding {
  readonly role: ApproverRole;
  readonly state: 'asked' | 'approved' | 'refused' | 'withdrawn' | undefined;
  readonly digest: string | undefined;
  readonly decidedBy: string | null;
}

export interface PayQuestion {
  readonly state: OrderState;
  readonly digest: string;
  readonly makerId: string;
  readonly payerId: string;
  readonly approvals: readonly ApprovalStanding[];
  /** one of those who made, approved or pay holds the payee’s household or organisation */
  readonly ownPayee: boolean;
}

export type PayRefusal = Refusal<
  'order_ended' | 'order_not_approved' | 'order_changed' | 'order_same_person' | 'order_own_payee' | 'own_work'
>;

/** Whether an order may be paid: every approval is of this content, and all the persons are different ones. */
export function proposePay(question: PayQuestion): Result<readonly string[], PayRefusal> {
  const { state, digest, makerId, payerId, approvals, ownPayee } = question;
  if (state !== 'asked') return refuse(refusal('order_ended'));
  const persons: string[] = [];
  for (const { role, state: answer, digest: approved, decidedBy } of approvals) {
    if (answer !== 'approved' || decidedBy === null)
      return refuse(refusal('order_not_approved', undefined, { role: `{role.${role}}` }));
    if (approved !== digest) return refuse(refusal('order_changed'));
    persons.push(decidedBy);
  }
  if (payerId === makerId) return refuse(refusal('own_work'));
  if (new Set([makerId, payerId, ...persons]).size !== persons.length + 2) return refuse(refusal('order_same_person'));
  return ownPayee ? refuse(refusal('order_own_payee')) : ok(persons);
}

/** In whose books the payment leaves a voucher, and as what: money received as a grant, or a grant that is spent. */
export type GrantEvent = { readonly kind: 'received' } | { readonly kind: 'spent'; readonly on: Spending };

/**
 * The entry of a payment in the books of a cooperative (A37 on account 235, domain rule 3.2): received, money in the bank
 * against the grant; spent on works, the same amount moves on from the grant to grant equity; spent otherwise, it leaves
 * the grant. Undefined where the chart has no account for grants.
 */
export function grantEntry(
  chart: Chart,
  event: GrantEvent,
  of: { readonly amountFen: bigint; readonly projectSub: string; readonly sourceSub: string },
): readonly EntryLine[] | undefined {
  const grant = accountOf(chart, 'grant');
  const bank = accountOf(chart, 'bank');
  const works = accountOf(chart, 'construction');
  const equity = chart === 'coop37' ? { code: '31101', sub: of.sourceSub } : { code: '311' };
  if (!grant || !bank || !works) return undefined;
  const { amountFen, projectSub: sub } = of;
  if (event.kind === 'received') {
    return [
      { code: bank, amount: amountFen },
      { code: grant, sub, amount: -amountFen },
    ];
  }
  if (event.on !== 'asset') {
    return [
      { code: grant, sub, amount: amountFen },
      { code: bank, amount: -amountFen },
    ];
  }
  return [
    { code: works, amount: amountFen },
    { code: bank, amount: -amountFen },
    { code: grant, sub, amount: amountFen },
    { ...equity, amount: -amountFen },
  ];
}
