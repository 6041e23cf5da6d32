import { findFundAccount, payFunds } from '../../ledgers/funds/public.ts';
import { purposes } from '../../ledgers/funds/rules.ts';
import { findParameters } from '../../measure/public.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findApproval } from '../../procedures/approvals/public.ts';
import { type ContractRow, countContract, holdContract } from './contract-store.ts';
import { type ApprovalTable, approverRolesFor, proposePay, stepOf } from './order-rules.ts';
import { holdsPayee, markPaid, type OrderRow } from './order-store.ts';
import { findParty, isDeadParty, type KnownParty, type NamedParty } from './party-store.ts';
import { countProject, holdProject, type ProjectRow } from './store.ts';
import { findDocumentNumber, postGrant } from './voucher-store.ts';

export const orderSubject = 'payment_order';

const tableCodes = {
  two: 'payment_two_approvals_over_fen',
  three: 'payment_three_approvals_over_fen',
  days: 'payment_split_days',
} as const;

/** The table of amounts in force on a day; without one, everything above nothing needs all approvals. */
export async function readApprovalTable(tx: Tx, on: string): Promise<ApprovalTable> {
  const found = await findParameters(tx, Object.values(tableCodes), on);
  return {
    twoOverFen: BigInt(found.get(tableCodes.two)?.value ?? 0),
    threeOverFen: BigInt(found.get(tableCodes.three)?.value ?? 0),
    splitDays: found.get(tableCodes.days)?.value ?? 0,
  };
}

/** What the approvals of an order say, in their order. */
export async function readApprovals(tx: Tx, order: Pick<OrderRow, 'county' | 'id' | 'approvals'>) {
  const { county, id } = order;
  const found = [];
  for (const role of approverRolesFor(order.approvals)) {
    const approval = await findApproval(tx, { county, subjectType: orderSubject, subjectId: id, step: stepOf(role) });
    found.push({ role, approval });
  }
  return found;
}

export interface PaidOrder {
  readonly paymentId: string;
  readonly voucherId: string | null;
}

/**
 * Pays an order: the lots of the fund ledger, the counters of project and contract, the voucher of the cooperative and the
 * order itself in one transaction. The order comes first, so that the second of two finds it paid.
 */
export async function payOrder(
  tx: Tx,
  order: OrderRow,
  asked: { readonly revision: number; readonly overrideId: string | null },
): Promise<Result<PaidOrder, Refusal>> {
  const project = await holdProject(tx, { county: order.county, id: order.projectId });
  if (!project) return refuse({ code: 'not_found' });
  if (project.state !== 'open') return refuse({ code: 'project_ended' });
  const persons = await proposePersons(tx, order);
  if (!persons.ok) return persons;
  const contract = await contractOf(tx, order);
  if (contract && contract.endedOn !== null) return refuse({ code: 'order_contract_ended' });
  const named = payeeOf(order);
  const payee = await findParty(tx, named, order.county);
  if (!payee) {
    const isDead = await isDeadParty(tx, named, order.county);
    return refuse({ code: isDead ? 'order_payee_dead' : 'order_payee_gone' });
  }
  const paymentId = newRecordId(tx);
  const paying = { order, project, contract, payee, paymentId, approvers: persons.value, overrideId: asked.overrideId };
  const posted = await post(tx, paying);
  if (!posted.ok) return posted;
  const counted = await count(tx, paying);
  if (!counted.ok) return counted;
  const voucher = await writeVouchers(tx, paying);
  if (!voucher.ok) return voucher;
  const on = todayInShanghai(tx.now);
  const key = { county: order.county, id: order.id, revision: asked.revision };
  const voucherId = voucher.value;
  if (!(await markPaid(tx, key, { on, approvers: persons.value, paymentId, voucherId })))
    return refuse({ code: 'stale' });
  return ok({ paymentId, voucherId });
}

async function proposePersons(tx: Tx, order: OrderRow): Promise<Result<readonly string[], Refusal>> {
  const approvals = (await readApprovals(tx, order)).map(({ role, approval }) => ({
    ...{ role, state: approval?.state, digest: approval?.digest, decidedBy: approval?.decidedBy ?? null },
  }));
  const payerId = tx.actor.accountId;
  const persons = approvals.flatMap(({ decidedBy }) => (decidedBy === null ? [] : [decidedBy]));
  const own = [order.madeBy, payerId, ...persons];
  const ownPayee = await holdsPayee(tx, own, { id: order.payeeId, on: todayInShanghai(tx.now) });
  const { state, digest, madeBy: makerId } = order;
  return proposePay({ state, digest, makerId, payerId, approvals, ownPayee });
}

async function contractOf(tx: Tx, order: OrderRow): Promise<ContractRow | undefined> {
  return order.contractId === null ? undefined : holdContract(tx, { county: order.county, id: order.contractId });
}

function payeeOf(order: OrderRow): NamedParty {
  const { payeeKind: partyKind, payeeCounty: partyCounty, payeeId: partyId, payeeName: partyName } = order;
  return { partyKind, partyCounty, partyId, partyName };
}

interface Paying {
  readonly order: OrderRow;
  readonly project: ProjectRow;
  readonly contract: ContractRow | undefined;
  readonly payee: KnownParty;
  readonly paymentId: string;
  readonly approvers: readonly string[];
  readonly overrideId: string | null;
}

async function post(tx: Tx, paying: Paying): Promise<Result<unknown, Refusal>> {
  const { order, project, contract, payee, paymentId, approvers, overrideId } = paying;
  const purpose = purposes.find((one) => one === order.purpose);
  if (!purpose) return refuse({ code: 'order_purpose', field: 'purpose' });
  return payFunds(tx, {
    ...{ id: paymentId, account: { county: order.accountCounty, id: order.accountId }, purpose },
    ...(order.documentId === null ? {} : { documentId: order.documentId }),
    ...{ amountFen: order.amountFen, occurredOn: todayInShanghai(tx.now), memo: order.memo, usedAt: order.place },
    payee: {
      ...{ kind: payee.partyKind, county: payee.partyCounty, id: payee.partyId, name: order.payeeName },
      ...(payee.partyPlace === null ? {} : { place: payee.partyPlace }),
      ...(order.bankTail === null ? {} : { bankTail: order.bankTail }),
    },
    project: { county: project.county, id: project.id },
    ...(contract ? { contractId: contract.id, commitmentId: contract.commitmentId } : {}),
    ...(overrideId === null ? {} : { overrideId }),
    ...{ makerId: order.madeBy, checkerId: approvers[0] ?? '', source: { type: orderSubject, id: order.id } },
  });
}

async function count(tx: Tx, { order, project, contract }: Paying): Promise<Result<true, Refusal>> {
  const { amountFen: paidFen, spentOn } = order;
  const added = { paidFen, ...(spentOn === 'asset' ? { assetPaidFen: paidFen } : {}), reason: 'paid' };
  if (!(await countProject(tx, project, added))) return refuse({ code: 'stale' });
  if (contract && !(await countContract(tx, contract, paidFen))) return refuse({ code: 'stale' });
  return ok(true);
}

/** A cooperative that pays out of its own account books what it spent, one that is paid what it received. */
async function writeVouchers(tx: Tx, paying: Paying): Promise<Result<string | null, Refusal>> {
  const { order, project, payee, approvers } = paying;
  const account = await findFundAccount(tx, { county: order.accountCounty, id: order.accountId });
  const source = (await findDocumentNumber(tx, order.documentId)) ?? project.name;
  const voucher = {
    ...{ amountFen: order.amountFen, project, source, on: todayInShanghai(tx.now) },
    ...{ memo: order.memo, order, makerId: order.madeBy, checkerId: approvers[0] ?? '' },
  };
  let written: string | null = null;
  if (account?.holder === 'cooperative' && account.organisationId !== null) {
    const event = { kind: 'spent', on: order.spentOn } as const;
    const spent = await postGrant(tx, {
      ...voucher,
      county: account.county,
      cooperativeId: account.organisationId,
      event,
    });
    if (!spent.ok) return spent;
    written = spent.value;
  }
  if (payee.partyKind === 'cooperative' && payee.partyId !== account?.organisationId) {
    const at = { county: payee.partyCounty, cooperativeId: payee.partyId };
    const received = await postGrant(tx, { ...voucher, ...at, event: { kind: 'received' } });
    if (!received.ok) return received;
    written = received.value;
  }
  return ok(written);
}
