import type { Subject } from '../../platform/access/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findAgency } from '../../registers/agencies/public.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import * as contract from './application-contract.ts';
import * as store from './application-store.ts';
import { findConsent, recordConsent, shownConsent, withdrawConsent } from './consent-store.ts';
import { draftState, findIneligible, type LoanKind, type LoanPurpose, poorOf } from './eligibility-rules.ts';
import { admitLender, findLender, listLenders } from './lender-store.ts';
import { findRegime } from './regime-store.ts';
import { listReportsOf } from './report-store.ts';

const companyKind = 'company';

export const routes: readonly Handler[] = [
  handle(contract.listLenders, async ({ tx, query }) => {
    const { rows, total } = await listLenders(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.admitLender, async ({ tx, body, decide }) => {
    const agency = await findAgency(tx, { county: body.county, id: body.agencyId });
    if (!agency) return refuse({ code: 'not_found', field: 'agencyId' });
    const refused = decide('loan.admit', { place: agency.place });
    if (refused) return refuse(refused);
    if (agency.kind !== 'bank') return refuse({ code: 'lender_not_bank', field: 'agencyId' });
    const admitted = await admitLender(tx, agency);
    return admitted
      ? ok({ county: agency.county, id: agency.id })
      : refuse({ code: 'lender_known', field: 'agencyId' });
  }),

  handle(contract.listApplications, async ({ tx, query }) => {
    const { rows, total } = await store.listApplications(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getApplication, async ({ tx, params, allowed }) => {
    const row = await store.findApplication(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const consent = await findConsent(tx, row);
    const { madeBy, ...shown } = row;
    const own = madeBy === tx.actor.accountId;
    return ok({
      ...shown,
      loanId: (await store.findLoanOf(tx, row)) ?? null,
      consent: consent ? shownConsent(tx, consent) : null,
      reports: [...(await listReportsOf(tx, row))],
      allowed: allowed(openActs(row), subjectOf(row)).filter((act) => act !== 'loan.decide' || !own),
    });
  }),

  handle(contract.prefillApplication, async ({ tx, params, query, decide }) => {
    const found = await findRegime(tx, todayInShanghai(tx.now));
    const borrower = await store.findBorrower(tx, params, found?.regime);
    if (!borrower) return refuse({ code: 'not_found' });
    const refused = decide('loan.apply', { place: borrower.place });
    if (refused) return refuse(refused);
    const regime = found?.regime;
    const asked = {
      amountFen: query.amountFen ?? regime?.ceilingFen ?? 1n,
      termMonths: query.termMonths ?? regime?.mostMonths ?? 1,
      purpose: query.purpose ?? ('breeding' as const),
    };
    const { births, ...shown } = borrower;
    return ok({
      ...shown,
      residents: births.length,
      regime: found ? { ...found.regime, sourceZh: found.sourceZh, sourceEn: found.sourceEn } : null,
      refusals: [...findIneligible(regime, store.applicantOf(tx, borrower, asked))],
    });
  }),

  handle(contract.recordApplication, async ({ tx, body, decide }) => {
    const judged = await judge(tx, {
      ...body,
      key: { county: body.county, id: body.householdId ?? body.organisationId ?? '' },
    });
    if (!judged.ok) return judged;
    const refused = decide('loan.apply', { place: judged.value.place });
    if (refused) return refuse(refused);
    const { id, county, amountFen, termMonths, purpose, purposeNote } = body;
    const draft = { id, county, amountFen, termMonths, purpose, purposeNote, ...judged.value };
    return onceOnly(async () => {
      await store.recordApplication(tx, draft);
      const { refusals } = judged.value;
      return ok({ county, id, state: draftState(refusals), refusals: [...refusals] });
    });
  }),

  handle(contract.correctApplication, async ({ tx, params, body, decide }) => {
    const opened = await openApplication(tx, params, ['draft', 'refused']);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('loan.apply', subjectOf(row));
    if (refused) return refuse(refused);
    const judged = await judge(tx, { ...body, kind: row.kind, key: keyOfBorrower(row) });
    if (!judged.ok) return judged;
    const { regime, refusals } = judged.value;
    return onceOnly(async () => {
      const key = { ...params, revision: body.revision };
      const changed = await store.correctApplication(tx, key, { ...body, regime, refusals });
      return changed
        ? ok({ ...params, state: draftState(refusals), refusals: [...refusals] })
        : refuse({ code: 'stale' });
    });
  }),

  handle(contract.sendApplication, async ({ tx, params, body, decide }) => {
    const opened = await openApplication(tx, params, ['draft']);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('loan.apply', subjectOf(row));
    if (refused) return refuse(refused);
    const lender = await findLender(tx, body.bankId);
    if (!lender) return refuse({ code: 'not_found', field: 'bankId' });
    const { consent } = body;
    if (row.kind === 'microcredit') {
      if (!consent) return refuse({ code: 'consent_missing', field: 'paper' });
      if (consent.endsOn <= todayInShanghai(tx.now)) return refuse({ code: 'consent_over', field: 'endsOn' });
      const kept = await recordConsent(tx, row, { ...consent, bankId: lender.id });
      if (!kept) return refuse({ code: 'not_found', field: 'householdId' });
    }
    const set = { state: 'sent', bank_id: lender.id } as const;
    const moved = await store.moveApplication(tx, { ...params, revision: body.revision }, { set, reason: 'sent' });
    return moved ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawConsent, async ({ tx, params, body, decide }) => {
    const row = await store.findApplication(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('loan.apply', subjectOf(row));
    if (refused) return refuse(refused);
    const consent = await findConsent(tx, row);
    if (!consent || consent.withdrawnOn !== null) return refuse({ code: 'consent_withdrawn' });
    const key = { county: row.county, id: consent.id, revision: body.revision };
    return (await withdrawConsent(tx, key, body.reason)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawApplication, async ({ tx, params, body, decide }) => {
    const opened = await openApplication(tx, params, ['draft', 'sent', 'approved']);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('loan.apply', subjectOf(row));
    if (refused) return refuse(refused);
    const consent = await findConsent(tx, row);
    if (consent && consent.withdrawnOn === null) {
      await withdrawConsent(tx, { county: row.county, id: consent.id }, body.reason);
    }
    const key = { ...params, revision: body.revision };
    const moved = await store.moveApplication(tx, key, { set: { state: 'withdrawn' }, reason: body.reason });
    return moved ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.decideApplication, async ({ tx, params, body, decide }) => {
    const opened = await openApplication(tx, params, ['sent']);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('loan.decide', { ...subjectOf(row), makerId: row.madeBy });
    if (refused) return refuse(refused);
    const isDeclined = body.decision === 'declined';
    if (isDeclined && !body.declineCode) return refuse({ code: 'decline_code_missing', field: 'declineCode' });
    const set = {
      ...{ state: body.decision, decline_code: isDeclined ? (body.declineCode ?? null) : null, note: body.note },
      ...{ decided_on: todayInShanghai(tx.now), decided_by: tx.actor.accountId },
    };
    const key = { ...params, revision: body.revision };
    const moved = await store.moveApplication(tx, key, { set, reason: body.note ?? body.decision });
    return moved ? ok(params) : refuse({ code: 'stale' });
  }),
];

/** What an office or a bank may do with an application, by what state it is in. */
function openActs({ state }: store.ApplicationRow): string[] {
  switch (state) {
    case 'draft':
    case 'refused':
      return ['loan.apply'];
    case 'sent':
      return ['loan.apply', 'loan.decide', 'loan.report'];
    case 'approved':
      return ['loan.apply', 'loan.lend', 'loan.report'];
    case 'contracted':
      return ['loan.report'];
    default:
      return [];
  }
}

/** At its village; a bank or the organisation that borrows is asked by its own id. */
export function subjectOf({ place, bankId }: Pick<store.ApplicationRow, 'place' | 'bankId'>): Subject {
  return bankId === null ? { place } : { place, organisationId: bankId };
}

function keyOfBorrower({ county, householdId, organisationId }: store.ApplicationRow): RecordKey {
  return { county, id: householdId ?? organisationId ?? '' };
}

export async function openApplication(
  tx: Tx,
  key: RecordKey,
  states: readonly store.ApplicationState[],
): Promise<Result<store.ApplicationRow, Refusal>> {
  const row = await store.findApplication(tx, key);
  if (!row) return refuse({ code: 'not_found' });
  return states.includes(row.state) ? ok(row) : refuse({ code: 'application_state' });
}

type Judged = Pick<
  store.ApplicationDraft,
  'place' | 'kind' | 'householdId' | 'organisationId' | 'borrowerName' | 'poor' | 'regime' | 'refusals'
>;

interface Question {
  readonly kind: LoanKind;
  readonly key: RecordKey;
  readonly amountFen: bigint;
  readonly termMonths: number;
  readonly purpose: LoanPurpose;
}

/** Who asks, as the register has them, and what the rules of today say. */
async function judge(tx: Tx, question: Question): Promise<Result<Judged, Refusal>> {
  const { kind, key } = question;
  if (key.id === '')
    return refuse({ code: 'borrower_missing', field: kind === 'microcredit' ? 'householdId' : 'organisationId' });
  if (kind === 'microcredit') {
    const regime = (await findRegime(tx, todayInShanghai(tx.now)))?.regime;
    const borrower = await store.findBorrower(tx, key, regime);
    if (!borrower) return refuse({ code: 'not_found', field: 'householdId' });
    return ok({
      ...{ kind, place: borrower.place, householdId: key.id, organisationId: null, borrowerName: borrower.name },
      ...{ poor: poorOf(borrower.povertyState), regime: regime?.name ?? null },
      refusals: findIneligible(regime, store.applicantOf(tx, borrower, question)),
    });
  }
  const organisation = await findCooperative(tx, key);
  if (!organisation || (organisation.kind === companyKind) !== (kind === 'enterprise')) {
    return refuse({ code: 'not_found', field: 'organisationId' });
  }
  const { place, id, name } = organisation;
  return ok({
    ...{ kind, place, householdId: null, organisationId: id, borrowerName: name },
    ...{ poor: 'no', regime: null, refusals: [] },
  });
}

async function onceOnly<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'loan_application_once'))
      return refuse({ code: 'application_twice', field: 'householdId' });
    throw error;
  }
}
