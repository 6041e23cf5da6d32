import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { countyOf, placeLevel } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { routes as alertRoutes } from './alert-routes.ts';
import { routes as claimRoutes } from './claim-routes.ts';
import { headColumns, type PolicyHead, seasonOf, type TermsRow } from './column-rules.ts';
import * as contract from './contract.ts';
import { routes as coverageRoutes } from './coverage-routes.ts';
import { routes as importRoutes } from './import-routes.ts';
import { routes as insuredRoutes } from './insured-routes.ts';
import { digestPolicy, listInsured } from './insured-store.ts';
import { routes as issueRoutes, policySubject } from './issue-routes.ts';
import { reweighInsured } from './reweigh-store.ts';
import { routes as riskRoutes } from './risk-routes.ts';
import { payers, proposePolicy } from './rules.ts';
import { routes as sheetRoutes } from './sheet-routes.ts';
import * as store from './store.ts';
import { routes as termsRoutes } from './terms-routes.ts';
import { findInsurer, findTerms } from './terms-store.ts';

const writes = [
  handle(contract.recordPolicy, async ({ tx, body, decide }) => {
    const { place } = body;
    const cooperative = await findHolding(tx, body);
    if (!cooperative.ok) return cooperative;
    if (placeLevel(place) !== 'village') return refuse({ code: 'insurance_place', field: 'place' });
    const refused = decide('insurance.record', { place });
    if (refused) return refuse(refused);
    if (!(await findInsurer(tx, body.insurerId))) return refuse({ code: 'not_found', field: 'insurerId' });
    const previousId = body.previousId ?? null;
    if (previousId && !(await store.findPolicy(tx, { county: countyOf(place), id: previousId })))
      return refuse({ code: 'not_found', field: 'previousId' });
    const terms = await termsFor(tx, body);
    if (!terms.ok) return terms;
    const policy = { ...body, cooperativeId: cooperative.value, previousId };
    return onceOnly(async () => {
      await store.recordPolicy(tx, policy, terms.value);
      return ok({ county: countyOf(place), id: body.id });
    });
  }),

  handle(contract.correctPolicy, async ({ tx, params, body, decide }) => {
    const row = await store.findPolicy(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.record', policySubject(row));
    if (refused) return refuse(refused);
    if (row.state !== 'draft') return refuse({ code: 'insurance_not_draft' });
    const terms = await termsFor(tx, body);
    if (!terms.ok) return terms;
    const set = headColumns(body, terms.value);
    return onceOnly(async () => {
      const changed = await store.revisePolicy(
        tx,
        { ...params, revision: body.revision },
        { set, reason: body.reason },
      );
      if (!changed) return refuse({ code: 'stale' });
      const reweighed = await reweighInsured(tx, params, body.reason);
      return reweighed.ok ? ok(params) : reweighed;
    });
  }),
];

const reads = [
  handle(contract.listPolicies, async ({ tx, query }) => {
    const { rows, total } = await store.listPolicies(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.getPolicy, async ({ tx, params, allowed }) => {
    const row = await store.findPolicy(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const insured = await listInsured(tx, row);
    const notice = await findNotice(tx, { county: row.county, subjectType: 'insurance_policy', subjectId: row.id });
    const { madeBy, lines: _count, ...shown } = row;
    const digest = row.digest ?? (await digestPolicy(tx, row));
    return ok({
      ...shown,
      shares: payers.map((payer) => ({ payer, bp: row[`${payer}Bp`], fen: row[`${payer}Fen`] })),
      insured: insured.map((one) => ({ ...one })),
      notice: notice
        ? {
            ...{ noticeId: notice.noticeId, state: notice.state, endsOn: notice.endsOn },
            isCurrent: notice.digest === digest,
          }
        : null,
      allowed: allowed(actsOf(row), policySubject(row)).filter(
        (act) => act !== 'insurance.issue' || madeBy !== tx.actor.accountId,
      ),
    });
  }),
];

export const routes: readonly Handler[] = [
  ...sheetRoutes,
  ...importRoutes,
  ...coverageRoutes,
  ...claimRoutes,
  ...alertRoutes,
  ...riskRoutes,
  ...termsRoutes,
  ...reads,
  ...writes,
  ...insuredRoutes,
  ...issueRoutes,
];

function actsOf(row: store.PolicyRow): string[] {
  switch (row.state) {
    case 'draft':
      return row.holderKind === 'household' ? ['insurance.record', 'insurance.issue'] : ['insurance.record'];
    case 'listed':
      return ['insurance.record', 'insurance.issue'];
    case 'in_force':
      return ['insurance.record', 'insurance.report'];
    case 'withdrawn':
      return [];
  }
}

/** The cooperative that a policy is for, at the place of the policy. */
async function findHolding(
  tx: Tx,
  body: { readonly place: number; readonly holderKind: string; readonly cooperativeId?: string | null | undefined },
): Promise<Result<string | null, Refusal>> {
  if (body.holderKind !== 'cooperative') return ok(null);
  const id = body.cooperativeId;
  const county = Math.floor(body.place / 1_000_000);
  const found = id ? await findCooperative(tx, { county, id }) : undefined;
  return found && found.place === body.place ? ok(found.id) : refuse({ code: 'not_found', field: 'cooperativeId' });
}

async function termsFor(tx: Tx, head: PolicyHead): Promise<Result<TermsRow, Refusal>> {
  const terms = await findTerms(tx, head.line, head.startsOn);
  if (!terms) return refuse({ code: 'insurance_terms_missing', field: 'line' });
  const proposed = proposePolicy({ ...head, season: seasonOf(terms) });
  return proposed.ok ? ok(terms) : proposed;
}

async function onceOnly<T>(work: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, 'insurance_policy_once'))
      return refuse({ code: 'insurance_number_known', field: 'number' });
    throw error;
  }
}
