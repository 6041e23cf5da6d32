import { findParameter } from '../../measure/public.ts';
import type { Subject } from '../../platform/access/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { daysBetween, type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import * as contract from './claim-contract.ts';
import { routes as listingRoutes } from './claim-listing-routes.ts';
import { claimLight, payBy, proposeAgreement, proposeReport, proposeSurvey } from './claim-rules.ts';
import * as store from './claim-store.ts';
import { listInsured } from './insured-store.ts';
import { hundredths } from './rules.ts';
import { findPolicy } from './store.ts';

/** What notices know a claim by. */
const subjectType = 'insurance_claim';

const writes = [
  handle(contract.reportLoss, async ({ tx, body, decide }) => {
    const policy = await findPolicy(tx, { county: body.county, id: body.policyId });
    if (!policy) return refuse({ code: 'not_found', field: 'policyId' });
    const refused = decide('insurance.report', { place: policy.place });
    if (refused) return refuse(refused);
    const { occurredOn, toldAt } = body;
    const today = todayInShanghai(tx.now);
    const proposed = proposeReport({ occurredOn, toldAt, now: tx.now, today, policy });
    if (!proposed.ok) return proposed;
    const insured = new Map((await listInsured(tx, policy)).map((one) => [one.id, one]));
    const lines: store.NewClaim['lines'][number][] = [];
    for (const [at, { insuredId, units }] of body.lines.entries()) {
      const one = insured.get(insuredId);
      if (!one || lines.some((line) => line.insuredId === insuredId))
        return refuse({ code: 'not_found', field: `lines.${at}.insuredId` });
      if (hundredths(units) > hundredths(one.units))
        return refuse({
          code: 'insurance_survey_beyond_units',
          field: `lines.${at}.units`,
          values: { most: one.units },
        });
      lines.push({ insuredId, units, name: one.name, insuredPlace: one.insuredPlace, householdId: one.householdId });
    }
    await store.recordClaim(tx, policy, { ...body, reportedOn: today, lines });
    return ok({ county: policy.county, id: body.id });
  }),

  handle(contract.surveyClaim, async ({ tx, params, body, decide }) => {
    const row = await store.findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.survey', { ...claimSubject(row), makerId: row.madeBy });
    if (refused) return refuse(refused);
    if (row.state !== 'reported' && row.state !== 'surveyed') return refuse({ code: 'insurance_claim_not_open' });
    const policy = await findPolicy(tx, { county: row.county, id: row.policyId });
    if (!policy) return refuse({ code: 'not_found' });
    const lines = await store.listClaimLines(tx, row);
    const survey = body.lines.map((line) => ({ ...line, agreedFen: line.agreedFen }));
    const proposed = proposeSurvey(lines, survey, policy);
    if (!proposed.ok) return proposed;
    const agreedFen = proposed.value.reduce((sum, line) => sum + line.agreedFen, 0n);
    const set = { state: 'surveyed', agreed_fen: agreedFen, surveyed_on: todayInShanghai(tx.now) };
    const change = { set: { ...set, surveyed_by: tx.actor.accountId }, reason: 'surveyed' };
    if (!(await store.reviseClaim(tx, { ...params, revision: body.revision }, change)))
      return refuse({ code: 'stale' });
    await store.surveyLines(tx, row.county, { lines, surveyed: proposed.value });
    return ok(params);
  }),

  handle(contract.agreeClaim, async ({ tx, params, body, decide }) => {
    const row = await store.findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.survey', { ...claimSubject(row), makerId: row.madeBy });
    if (refused) return refuse(refused);
    await store.holdInsured(tx, params);
    const lines = await store.listClaimLines(tx, row);
    const notice = await findNotice(tx, { county: row.county, subjectType, subjectId: row.id });
    const proposed = proposeAgreement({ ...row, linesDigest: await store.digestClaim(tx, row), notice });
    if (!proposed.ok) return proposed;
    if (lines.some(({ sumFen, claimedFen, agreedFen }) => claimedFen + (agreedFen ?? 0n) > sumFen))
      return refuse({ code: 'insurance_survey_beyond_sum' });
    const agreedOn = todayInShanghai(tx.now);
    const days = (await findParameter(tx, 'insurance_payment_days', agreedOn))?.value ?? 10;
    const dueOn = payBy(agreedOn, days);
    const set = { state: 'agreed', agreed_on: agreedOn, due_on: dueOn };
    const key = { ...params, revision: body.revision };
    if (!(await store.reviseClaim(tx, key, { set, reason: 'agreed' }))) return refuse({ code: 'stale' });
    await store.chargeInsured(tx, row.county, lines);
    return ok({ ...params, dueOn });
  }),

  handle(contract.payClaim, async ({ tx, params, body, decide }) => {
    const row = await store.findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.pay', { ...claimSubject(row), makerId: row.madeBy });
    if (refused) return refuse(refused);
    if (row.state !== 'agreed') return refuse({ code: 'insurance_claim_not_agreed' });
    const on = todayInShanghai(tx.now);
    const set = { state: 'paid', paid_on: on, paid_by: tx.actor.accountId, voucher: body.voucher };
    const key = { ...params, revision: body.revision };
    if (!(await store.reviseClaim(tx, key, { set, reason: 'paid' }))) return refuse({ code: 'stale' });
    await store.payLines(tx, row.county, { lines: await store.listClaimLines(tx, row), on });
    return ok(params);
  }),
];

const reads = [
  handle(contract.listClaims, async ({ tx, query }) => ok(await showClaims(tx, query))),

  handle(contract.getClaim, async ({ tx, params, allowed }) => {
    const row = await store.findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const policy = await findPolicy(tx, { county: row.county, id: row.policyId });
    if (!policy) return refuse({ code: 'not_found' });
    const notice = await findNotice(tx, { county: row.county, subjectType, subjectId: row.id });
    const lines = await store.listClaimLines(tx, row);
    const isOwn = row.madeBy === tx.actor.accountId;
    const acts = allowed(actsOf(row.state), claimSubject(row));
    const { madeBy: _maker, toldAt, lines: _count, ...shown } = row;
    const { lines: _lines, ...counted } = clockOf(row, todayInShanghai(tx.now));
    return ok({
      ...shown,
      ...counted,
      toldAt: toldAt.toISOString(),
      unitSumFen: policy.unitSumFen,
      deductibleBp: policy.deductibleBp,
      lines: lines.map(({ insuredRevision: _, sumFen: __, claimedFen: ___, revision: ____, ...line }) => line),
      notice: notice
        ? {
            ...{ noticeId: notice.noticeId, state: notice.state, endsOn: notice.endsOn },
            isCurrent: notice.digest === row.digest,
          }
        : null,
      allowed: acts.filter((act) => !isOwn || act === 'insurance.report'),
    });
  }),
];

export const routes: readonly Handler[] = [...listingRoutes, ...reads, ...writes];

/** One page of claims with the light and the days of each. */
export async function showClaims(tx: Tx, query: Parameters<typeof store.listClaims>[2]) {
  const today = todayInShanghai(tx.now);
  const { rows, total } = await store.listClaims(tx, today, query);
  return { rows: rows.map((row) => clockOf(row, today)), total };
}

function clockOf(row: store.ClaimRow, today: LocalDate) {
  const days = daysBetween(row.reportedOn as LocalDate, (row.paidOn ?? today) as LocalDate);
  return { ...row, light: claimLight(row, today), days };
}

function actsOf(state: store.ClaimRow['state']): string[] {
  switch (state) {
    case 'reported':
    case 'surveyed':
    case 'listed':
      return ['insurance.report', 'insurance.survey'];
    case 'agreed':
      return ['insurance.pay'];
    default:
      return [];
  }
}

export function claimSubject({ place, insurerId }: store.ClaimRow): Subject {
  return { place, organisationId: insurerId };
}
