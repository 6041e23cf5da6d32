import { closeProjectFunds } from '../../ledgers/funds/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { routes as alertRoutes } from './alert-routes.ts';
import { routes as assetRoutes } from './asset-routes.ts';
import { routes as auditRoutes } from './audit-routes.ts';
import { barOf } from './chain-rules.ts';
import { readState } from './chain-store.ts';
import * as contract from './contract.ts';
import { routes as contractRoutes } from './contract-routes.ts';
import { changeProject, giveUp, holdOpen, settle } from './draft-store.ts';
import { routes as findingRoutes } from './finding-routes.ts';
import { routes as orderRoutes } from './order-routes.ts';
import { sumOpenOrders } from './order-store.ts';
import * as outcomes from './outcome-contract.ts';
import { listOutcomes, readSpending } from './outcome-store.ts';
import { type EndLevel, proposeClosing, proposeProject, subjectOf } from './rules.ts';
import { routes as sheetRoutes } from './sheet-routes.ts';
import { routes as stepRoutes } from './step-routes.ts';
import * as store from './store.ts';
import { viewOf } from './view-store.ts';

const reads = [
  handle(contract.listProjects, async ({ tx, query }) => {
    const { rows, total } = await store.listProjects(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(outcomes.listOutcomes, async ({ tx, query }) => {
    const rows = (await listOutcomes(tx, query)).map((row) => ({
      ...row,
      refusedBp: shareOf(row.refused, row.proposed),
      withdrawnBp: shareOf(row.withdrawn, row.proposed),
    }));
    return ok({ rows });
  }),

  handle(outcomes.listSpending, async ({ tx, query }) => {
    const { budgetFen, beforeFen, months } = await readSpending(tx, query);
    let totalFen = beforeFen;
    const added = Array.from({ length: 12 }, (_, at) => {
      const month = `${query.year}-${String(at + 1).padStart(2, '0')}`;
      const paidFen = months.find((one) => one.month === month)?.paidFen ?? 0n;
      totalFen += paidFen;
      return { month, paidFen, totalFen, spentBp: budgetFen === 0n ? null : Number((totalFen * 10_000n) / budgetFen) };
    });
    return ok({ budgetFen, beforeFen, months: added });
  }),

  handle(contract.getProject, async ({ tx, params, actor, allowed }) => {
    const project = await store.findProject(tx, params);
    if (!project) return refuse({ code: 'not_found' });
    const acts =
      project.state === 'open'
        ? ['project.record', 'project.refuse', 'project.accept', 'project.close', 'payment_order.ask']
        : [];
    const own = project.madeBy === actor.accountId;
    const may = allowed(acts, subjectOf(project)).filter((act) => !own || !others.has(act));
    return ok({ ...(await viewOf(tx, project)), allowed: may });
  }),
];

/** Acts that whoever proposed a project leaves to somebody else. */
const others: ReadonlySet<string> = new Set(['project.refuse', 'project.accept', 'project.close']);

const writes = [
  handle(contract.recordProject, async ({ tx, body, decide }) => {
    const { id, ...fields } = body;
    const refused = decide('project.record', subjectOf(fields));
    if (refused) return refuse(refused);
    const proposed = proposeProject(fields);
    if (!proposed.ok) return proposed;
    const bar = await cooperativeBar(tx, fields);
    if (bar) return refuse(bar);
    return unlessNumberKnown(async () => {
      await store.recordProject(tx, id, fields);
      return ok({ county: Math.floor(fields.place / 1_000_000), id });
    });
  }),

  handle(contract.correctProject, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const project = held.value;
    if (project.contractedFen > 0n || project.paidFen > 0n) return refuse({ code: 'project_contracted' });
    const { revision, reason, ...changed } = body;
    const fields = { ...changed, place: project.place };
    const proposed = proposeProject(fields);
    if (!proposed.ok) return proposed;
    const bar = await cooperativeBar(tx, fields);
    if (bar) return refuse(bar);
    const write = () => store.correctProject(tx, { ...params, revision }, { fields, reason });
    return unlessNumberKnown(() => changeProject(tx, project, { reason, write }));
  }),

  handle(contract.refuseProject, async ({ tx, actor, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const refused = decide('project.refuse', { place: held.value.place, makerId: held.value.madeBy });
    if (refused) return refuse(refused);
    const level = actor.role === 'township_clerk' ? 'township' : 'banner';
    return giveBack(tx, held.value, { ...body, state: 'refused', level });
  }),

  handle(contract.withdrawProject, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    return giveBack(tx, held.value, { ...body, state: 'withdrawn', level: 'village' });
  }),

  handle(contract.closeProject, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const project = held.value;
    const refused = decide('project.close', { place: project.place, makerId: project.madeBy });
    if (refused) return refuse(refused);
    const { chain, contracts } = await readState(tx, project);
    const openContracts = contracts.filter((one) => one.endedOn === null && one.paidFen < one.amountFen).length;
    const openOrders = (await sumOpenOrders(tx, project, null)).orders;
    const proposed = proposeClosing({ ...project, openContracts, openOrders });
    if (!proposed.ok) return proposed;
    const bar = barOf(chain, 'handover');
    if (bar) return refuse({ code: bar.code });
    const key = { ...params, revision: body.revision };
    if (!(await store.endProject(tx, key, { state: 'closed', level: null, reason: 'closed' })))
      return refuse({ code: 'stale' });
    await closeProjectFunds(tx, project);
    await settle(tx, params);
    return ok(params);
  }),
];

export const routes: readonly Handler[] = [
  ...sheetRoutes,
  ...reads,
  ...writes,
  ...stepRoutes,
  ...contractRoutes,
  ...assetRoutes,
  ...orderRoutes,
  ...alertRoutes,
  ...auditRoutes,
  ...findingRoutes,
];

function shareOf(part: number, whole: number): number | null {
  return ratioBp(part, whole) ?? null;
}

interface GivingBack {
  readonly revision: number;
  readonly reason: string;
  readonly state: 'refused' | 'withdrawn';
  readonly level: EndLevel;
}

/** Turns a proposal down or takes it back; money that was contracted or paid has to be dealt with first. */
async function giveBack(
  tx: Tx,
  project: store.ProjectRow,
  { revision, reason, state, level }: GivingBack,
): Promise<Result<{ county: number; id: string }, Refusal>> {
  if (project.contractedFen > 0n || project.paidFen > 0n) return refuse({ code: 'project_contracted' });
  const { county, id } = project;
  if (!(await store.endProject(tx, { county, id, revision }, { state, level, reason })))
    return refuse({ code: 'stale' });
  await giveUp(tx, project, reason);
  return ok({ county, id });
}

/** A cooperative that carries a project out has its seat in the project’s village. */
async function cooperativeBar(
  tx: Tx,
  { place, cooperativeId }: { readonly place: number; readonly cooperativeId: string | null },
): Promise<Refusal | undefined> {
  if (cooperativeId === null) return undefined;
  const found = await findCooperative(tx, { county: Math.floor(place / 1_000_000), id: cooperativeId });
  if (!found) return refusal('not_found', 'cooperativeId');
  return found.place === place ? undefined : refusal('project_cooperative_place', 'cooperativeId');
}

async function unlessNumberKnown<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'project_number')) return refuse(refusal('project_number_known', 'number'));
    throw error;
  }
}
