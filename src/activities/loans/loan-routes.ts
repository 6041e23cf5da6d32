import type { Subject } from '../../platform/access/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { openApplication } from './application-routes.ts';
import { type ApplicationRow, moveApplication } from './application-store.ts';
import * as contract from './contract.ts';
import { checkApplied, checkTerms, type Regime } from './eligibility-rules.ts';
import { extendLoan, recordLines, recordPayment, withdrawPayment } from './payment-store.ts';
import { findPoolOf } from './pool-store.ts';
import { findRegime } from './regime-store.ts';
import { keepDemand } from './report-store.ts';
import { mostExtension, planLoan } from './schedule-rules.ts';
import { settleLines } from './standing-rules.ts';
import { findLoan, type LoanRow, type NewLoan, recordLoan } from './store.ts';

export const routes = [
  handle(contract.recordLoan, async ({ tx, body, decide }) => {
    const key = { county: body.county, id: body.applicationId };
    const opened = await openApplication(tx, key, ['approved']);
    if (!opened.ok) return opened;
    const application = opened.value;
    const refused = decide('loan.lend', { place: application.place, organisationId: application.bankId ?? '' });
    if (refused) return refuse(refused);
    const regime = (await findRegime(tx, body.startsOn))?.regime;
    const loan = newLoan(body, { application, regime });
    const checked = await checkLoan(tx, loan, { application, regime });
    if (!checked.ok) return checked;
    const lines = planLoan(loan);
    if (!lines.ok) return lines;
    const settled = settleLines(lines.value, []);
    if (!settled.ok) return settled;
    return unlessTaken(async () => {
      await recordLoan(tx, application, loan);
      await recordLines(tx, { ...application, id: loan.id, bankId: application.bankId ?? '' }, settled.value);
      const move = { set: { state: 'contracted' }, reason: loan.contractNumber } as const;
      const moved = await moveApplication(tx, { ...key, revision: application.revision }, move);
      return moved ? ok({ county: key.county, id: loan.id }) : refuse({ code: 'stale' });
    });
  }),

  handle(contract.extendLoan, async ({ tx, params, body, decide }) => {
    const opened = await openLoan(tx, params);
    if (!opened.ok) return opened;
    const loan = opened.value;
    const refused = decide('loan.lend', subjectOf(loan));
    if (refused) return refuse(refused);
    if (loan.extendedOn !== null) return refuse({ code: 'loan_extended_before' });
    const most = mostExtension(loan.termMonths);
    if (body.months > most) return refuse({ code: 'loan_extension_too_long', field: 'months', values: { most } });
    const extended = await extendLoan(tx, loan, { ...body, on: todayInShanghai(tx.now) });
    return extended.ok ? ok(params) : extended;
  }),

  handle(contract.recordLoanPayment, async ({ tx, params, body, decide }) => {
    const opened = await openLoan(tx, params, ['open', 'compensated']);
    if (!opened.ok) return opened;
    const loan = opened.value;
    const refused = decide('loan.pay', subjectOf(loan));
    if (refused) return refuse(refused);
    const checked = checkPaid(tx, body);
    if (!checked.ok) return checked;
    if (body.kind === 'prepayment' && loan.overdueSince !== null) return refuse({ code: 'loan_prepayment_late' });
    const afterwards = body.kind === 'prepayment' ? (body.afterwards ?? 'lower') : null;
    const receipt = toCodeText(body.receipt);
    const payment = { ...body, receipt, paidOn: localDate(body.paidOn), afterwards, statementId: null };
    return unlessTaken(async () => {
      const paid = await recordPayment(tx, loan, payment);
      return paid.ok ? ok({ county: loan.county, id: body.id }) : paid;
    });
  }),

  handle(contract.withdrawLoanPayment, async ({ tx, params, body, decide }) => {
    const loan = await findLoan(tx, params);
    if (!loan) return refuse({ code: 'not_found' });
    const refused = decide('loan.pay', subjectOf(loan));
    if (refused) return refuse(refused);
    const key = { county: loan.county, id: params.paymentId, revision: body.revision };
    return unlessTaken(async () => {
      const taken = await withdrawPayment(tx, loan, { key, reason: body.reason });
      return taken.ok ? ok({ county: loan.county, id: params.paymentId }) : taken;
    });
  }),
];

export function subjectOf({ place, bankId }: Pick<LoanRow, 'place' | 'bankId'>): Subject {
  return { place, organisationId: bankId };
}

async function openLoan(
  tx: Tx,
  key: RecordKey,
  states: readonly LoanRow['state'][] = ['open'],
): Promise<Result<LoanRow, Refusal>> {
  const loan = await findLoan(tx, key);
  if (!loan) return refuse({ code: 'not_found' });
  return states.includes(loan.state) ? ok(loan) : refuse({ code: 'loan_closed' });
}

interface Basis {
  readonly application: ApplicationRow;
  readonly regime: Regime | undefined;
}

type LoanBody = Omit<NewLoan, 'startsOn' | 'firstDueOn' | 'regime' | 'onceRegime'> & {
  readonly startsOn: string;
  readonly firstDueOn: string | null;
};

function newLoan(body: LoanBody, { application, regime }: Basis): NewLoan {
  const name = application.kind === 'microcredit' ? (regime?.name ?? null) : null;
  return {
    ...body,
    contractNumber: toCodeText(body.contractNumber),
    startsOn: localDate(body.startsOn),
    firstDueOn: body.firstDueOn === null ? null : localDate(body.firstDueOn),
    regime: name,
    onceRegime: regime?.once ? name : null,
  };
}

async function checkLoan(tx: Tx, loan: NewLoan, { application, regime }: Basis): Promise<Result<true, Refusal>> {
  if (loan.startsOn > todayInShanghai(tx.now)) return refuse({ code: 'loan_in_future', field: 'startsOn' });
  if (loan.startsOn < application.appliedOn) return refuse({ code: 'loan_before_application', field: 'startsOn' });
  const offered = { amountFen: loan.principalFen, termMonths: loan.termMonths, ratePpm: loan.ratePpm };
  if (application.kind !== 'microcredit') return checkApplied(application, offered);
  if (loan.collateral !== 'none') {
    keepDemand(tx, application, loan.collateral);
    return refuse({ code: 'loan_collateral_exempt', field: 'collateral' });
  }
  const pool = await findPoolOf(tx, { county: application.county, bankId: application.bankId ?? '' });
  if (pool && pool.suspendedOn !== null && pool.liftedOn === null) return refuse({ code: 'loan_bank_suspended' });
  return checkTerms(regime, application, offered);
}

function checkPaid(
  tx: Tx,
  paid: {
    readonly paidOn: string;
    readonly principalFen: bigint;
    readonly interestFen: bigint;
    readonly penaltyFen: bigint;
  },
): Result<true, Refusal> {
  if (paid.paidOn > todayInShanghai(tx.now)) return refuse({ code: 'loan_in_future', field: 'paidOn' });
  const isNothing = paid.principalFen + paid.interestFen + paid.penaltyFen === 0n;
  return isNothing ? refuse({ code: 'payment_nothing', field: 'principalFen' }) : ok(true);
}

const takenBy: Readonly<Record<string, Refusal>> = {
  loan_contract_once: { code: 'loan_contract_known', field: 'contractNumber' },
  loan_open_once: { code: 'loan_open_known' },
  loan_regime_once: { code: 'loan_once_only' },
  loan_payment_once: { code: 'payment_receipt_known', field: 'receipt' },
  loan_visit_once: { code: 'visit_known' },
};

/** What the database holds once is refused in words. */
export async function unlessTaken<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    const held = Object.entries(takenBy).find(([index]) => isUniqueViolation(error, index));
    if (held) return refuse(held[1]);
    throw error;
  }
}
