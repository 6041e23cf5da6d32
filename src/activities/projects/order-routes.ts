import { weigh } from '../../ledgers/funds/goal-rules.ts';
import { type Attempted, keepRefusal } from '../../ledgers/funds/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { digestOf } from '../../platform/db/digest.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { askApproval, takeBackApproval } from '../../procedures/approvals/public.ts';
import { hasReached } from './chain-rules.ts';
import { readState } from './chain-store.ts';
import { holdContract } from './contract-store.ts';
import type { Decide } from './draft-store.ts';
import { listGoals } from './goal-store.ts';
import * as contract from './order-contract.ts';
import { approvalsFor, approverRolesFor, orderContent, proposeOrder, stepOf, windowFrom } from './order-rules.ts';
import * as store from './order-store.ts';
import { findParty, isDeadParty } from './party-store.ts';
import { orderSubject, payOrder, readApprovals, readApprovalTable } from './pay-store.ts';
import { subjectOf } from './rules.ts';
import { holdProject, type ProjectRow } from './store.ts';
import { words } from './words.ts';

const reads = [
  handle(contract.listOrders, async ({ tx, query }) => {
    const { rows, total } = await store.listOrders(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.getOrder, async ({ tx, params, actor, allowed }) => {
    const order = await store.findOrder(tx, params);
    if (!order) return refuse({ code: 'not_found' });
    const approvals = await readApprovals(tx, order);
    const questions = approvals.map(({ role, approval }) => ({
      ...{ role, state: approval?.state ?? null, approvalId: approval?.approvalId ?? null },
      ...{ name: approval?.deciderName ?? null, on: approval?.decidedOn ?? null, dueOn: approval?.dueOn ?? null },
      opinion: approval?.reason ?? null,
    }));
    const persons = approvals.map(({ approval }) => approval?.decidedBy);
    const isOthers = order.madeBy !== actor.accountId && !persons.includes(actor.accountId);
    const open = order.state === 'asked' ? ['payment_order.ask', 'payment_order.pay'] : [];
    const may = allowed(open, subjectOf(order)).filter((act) => act !== 'payment_order.pay' || isOthers);
    const { madeBy: _maker, payeeCounty: _county, payeeId: _payee, ...shown } = order;
    return ok({ ...shown, questions, allowed: may });
  }),
];

const writes = [
  handle(contract.askOrder, async ({ tx, body, decide }) => {
    const project = await holdProject(tx, { county: body.county, id: body.projectId });
    if (!project) return refuse({ code: 'not_found', field: 'projectId' });
    const refused = decide('payment_order.ask', subjectOf(project));
    if (refused) return refuse(refused);
    const asked = await ask(tx, project, body);
    if (!asked.ok) keepRefusal(tx, attemptOf(tx, project, body), asked.refusal);
    return asked;
  }),

  handle(contract.payOrder, async ({ tx, params, body, decide }) => {
    const order = await store.findOrder(tx, params);
    if (!order) return refuse({ code: 'not_found' });
    const refused = decide('payment_order.pay', { ...subjectOf(order), makerId: order.madeBy });
    if (refused) return refuse(refused);
    const paid = await payOrder(tx, order, body);
    if (paid.ok) return ok({ ...params, ...paid.value });
    // what the fund ledger refuses it keeps itself
    if (!paid.refusal.code.startsWith('fund_')) keepRefusal(tx, attemptOf(tx, order, order), paid.refusal);
    return paid;
  }),

  handle(contract.refuseOrder, ({ tx, params, body, decide }) =>
    end(tx, params, { ...body, decide, state: 'refused' }),
  ),

  handle(contract.withdrawOrder, ({ tx, params, body, decide }) =>
    end(tx, params, { ...body, decide, state: 'withdrawn' }),
  ),
];

export const routes: readonly Handler[] = [...reads, ...writes];

interface Wanted {
  readonly accountId: string;
  readonly purpose: string;
  readonly payeeKind: string;
  readonly payeeId: string | null;
  readonly payeeName: string | null;
  readonly amountFen: bigint;
}

/** What somebody wanted to pay, as the list of refused attempts keeps it. */
function attemptOf(
  tx: Tx,
  { place, cooperativeId }: { readonly place: number; readonly cooperativeId: string | null },
  wanted: Wanted,
): Attempted {
  const { accountId, purpose, payeeKind: kind, payeeId: id, payeeName: name, amountFen } = wanted;
  const payee = { kind, ...(id === null ? {} : { id }), ...(name === null ? {} : { name }) };
  const occurredOn = todayInShanghai(tx.now);
  return { place, organisationId: cooperativeId, accountId, purpose, payee, amountFen, occurredOn };
}

type Asked = Parameters<Parameters<typeof handle<typeof contract.askOrder>>[1]>[0]['body'];

async function ask(
  tx: Tx,
  project: ProjectRow,
  body: Asked,
): Promise<Result<{ county: number; id: string; approvals: number; windowFen: bigint }, Refusal>> {
  const { county } = project;
  const { payeeKind: partyKind, payeeCounty: partyCounty, payeeId: partyId, payeeName: partyName } = body;
  const named = { partyKind, partyCounty, partyId, partyName };
  const payee = await findParty(tx, named, county);
  if (!payee) {
    const isDead = await isDeadParty(tx, named, county);
    return refuse({ code: isDead ? 'order_payee_dead' : 'order_payee_unknown', field: 'payeeId' });
  }
  const order = {
    ...body,
    ...{ payeeCounty: payee.partyCounty, payeeId: payee.partyId, payeeName: payee.partyName },
  };
  const chain = (await readState(tx, project)).chain;
  if (project.state === 'open' && !hasReached(chain, 'notice')) return refuse({ code: 'order_before_notice' });
  const standing = order.contractId === null ? undefined : await holdContract(tx, { county, id: order.contractId });
  if (order.contractId !== null && standing?.projectId !== project.id)
    return refuse({ code: 'not_found', field: 'contractId' });
  const open = await store.sumOpenOrders(tx, project, order.contractId);
  const goalsWeightBp = weigh(await listGoals(tx, project));
  const proposed = proposeOrder({ order, project, contract: standing, ...open, goalsWeightBp });
  if (!proposed.ok) return proposed;
  return record(tx, project, order);
}

type Named = Asked & { readonly payeeCounty: number; readonly payeeId: string; readonly payeeName: string };

/** Writes the order with the number of approvals its window asks for, and puts the questions. */
async function record(
  tx: Tx,
  project: ProjectRow,
  order: Named,
): Promise<Result<{ county: number; id: string; approvals: number; windowFen: bigint }, Refusal>> {
  const { county, place, cooperativeId } = project;
  const askedOn = todayInShanghai(tx.now);
  const table = await readApprovalTable(tx, askedOn);
  const since = windowFrom(localDate(askedOn), table);
  const windowFen = order.amountFen + (await store.sumWindow(tx, project, { ...order, since }));
  const approvals = approvalsFor(windowFen, table);
  const digest = digestOf(orderContent(order));
  try {
    await store.recordOrder(tx, project, { ...order, askedOn, windowFen, approvals, digest });
  } catch (error) {
    if (isUniqueViolation(error, 'payment_order_invoice_once'))
      return refuse(refusal('order_invoice_used', 'invoiceNumber'));
    throw error;
  }
  for (const role of approverRolesFor(approvals)) {
    await askApproval(tx, {
      ...{ county, place, subjectType: orderSubject, subjectId: order.id, step: stepOf(role), digest },
      ...{ title: titleOf(project, order), makerId: tx.actor.accountId, deciderRole: role },
      ...(cooperativeId === null ? {} : { organisationId: cooperativeId }),
      page: `/payment-orders/${county}/${order.id}`,
    });
  }
  return ok({ county, id: order.id, approvals, windowFen });
}

function titleOf(project: ProjectRow, order: Named): string {
  return words['title.order'][0].replace('{project}', project.name).replace('{payee}', order.payeeName).slice(0, 200);
}

interface Ending {
  readonly decide: Decide;
  readonly state: 'refused' | 'withdrawn';
  readonly revision: number;
  readonly reason: string;
}

async function end(
  tx: Tx,
  key: { county: number; id: string },
  { decide, state, revision, reason }: Ending,
): Promise<Result<{ county: number; id: string }, Refusal>> {
  const order = await store.findOrder(tx, key);
  if (!order) return refuse({ code: 'not_found' });
  const refused = decide(tx.act, subjectOf(order));
  if (refused) return refuse(refused);
  if (order.state !== 'asked') return refuse({ code: 'order_ended' });
  if (!(await store.endOrder(tx, { ...key, revision }, { state, reason }))) return refuse({ code: 'stale' });
  const subject = { county: key.county, subjectType: orderSubject, subjectId: key.id };
  for (const role of approverRolesFor(order.approvals))
    await takeBackApproval(tx, { ...subject, step: stepOf(role) }, reason);
  return ok(key);
}
