import { findFundAccount, payMany } from '../../ledgers/funds/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type Regime, rateCeilingPpm } from './eligibility-rules.ts';
import { findLender } from './lender-store.ts';
import { findRegime, findSubsidyShare } from './regime-store.ts';
import { balanceSteps, lateSpans } from './standing-rules.ts';
import { listSubsidisedLoans, type SubsidisedLoan } from './subsidy-basis-store.ts';
import * as contract from './subsidy-contract.ts';
import { lastOfQuarter, quartersOf, type SubsidyTerms, subsidyOf } from './subsidy-rules.ts';
import * as store from './subsidy-store.ts';

const placesOfCounty = 1_000_000;

export const routes = [
  handle(contract.listClaims, async ({ tx, query }) => {
    const { rows, total } = await store.listClaims(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getClaim, async ({ tx, params, allowed }) => {
    const claim = await store.findClaim(tx, params);
    if (!claim) return refuse({ code: 'not_found' });
    const { madeBy, checkedBy, ...shown } = claim;
    const me = tx.actor.accountId;
    const next = { claimed: ['loan.claim_check'], checked: ['loan.claim_pay'], paid: [], withdrawn: [] }[claim.state];
    const open = me === madeBy || me === checkedBy ? [] : next;
    const own = claim.state === 'claimed' || claim.state === 'checked' ? ['loan.claim'] : [];
    const subject = { place: claim.place, organisationId: claim.bankId };
    return ok({ ...shown, allowed: allowed([...open, ...own], subject) });
  }),

  handle(contract.listSubsidyLines, async ({ tx, query, allowed }) => {
    const { rows, total } = await store.listSubsidyLines(tx, query);
    const shown = rows.map((row) => ({ ...row, allowed: allowed(lineActs(row), { place: row.place }) }));
    return ok({ rows: shown, total });
  }),

  handle(contract.recordClaim, async ({ tx, body, decide }) => {
    const place = body.county * placesOfCounty;
    const refused = decide('loan.claim', { place, organisationId: body.bankId });
    if (refused) return refuse(refused);
    if (!(await findLender(tx, body.bankId))) return refuse({ code: 'not_found', field: 'bankId' });
    const quarters = quartersOf(body.fromOn, body.throughOn, todayInShanghai(tx.now));
    if (!quarters.ok) return quarters;
    const counted = await countLines(tx, body, quarters.value);
    if (!counted.ok) return counted;
    if (counted.value.length === 0) return refuse({ code: 'subsidy_nothing' });
    try {
      const totalFen = await store.recordClaim(tx, { ...body, place }, counted.value);
      return ok({ county: body.county, id: body.id, lines: counted.value.length, totalFen });
    } catch (error) {
      if (isUniqueViolation(error, 'loan_subsidy_line_once')) return refuse({ code: 'subsidy_claimed_before' });
      throw error;
    }
  }),

  handle(contract.withdrawClaim, async ({ tx, params, body, decide }) => {
    const opened = await openClaim(tx, params, ['claimed', 'checked']);
    if (!opened.ok) return opened;
    const claim = opened.value;
    const refused = decide('loan.claim', { place: claim.place, organisationId: claim.bankId });
    if (refused) return refuse(refused);
    const move = { set: { state: 'withdrawn' }, reason: body.reason } as const;
    if (!(await store.moveClaim(tx, { ...params, revision: body.revision }, move))) return refuse({ code: 'stale' });
    const lines = (await store.listLinesOfClaim(tx, claim)).filter(({ state }) => state !== 'struck');
    await store.moveLines(tx, lines, { state: 'struck', reason: body.reason });
    return ok(params);
  }),

  handle(contract.disputeLine, async ({ tx, params, body, decide }) => {
    const line = await store.findSubsidyLine(tx, params);
    if (!line) return refuse({ code: 'not_found' });
    const refused = decide('loan.dispute', { place: line.place });
    if (refused) return refuse(refused);
    if (line.state !== 'claimed') return refuse({ code: 'subsidy_line_state' });
    const move = { state: 'disputed', dispute: body.reason, reason: body.reason } as const;
    return (await store.moveLine(tx, { ...params, revision: body.revision }, move))
      ? ok(params)
      : refuse({ code: 'stale' });
  }),

  handle(contract.answerLine, async ({ tx, params, body, decide }) => {
    const line = await store.findSubsidyLine(tx, params);
    if (!line) return refuse({ code: 'not_found' });
    const refused = decide('loan.claim_check', { place: line.place, makerId: line.disputedBy ?? '' });
    if (refused) return refuse(refused);
    if (line.state !== 'disputed') return refuse({ code: 'subsidy_line_state' });
    const move = { state: body.decision, answer: body.reason, reason: body.reason };
    return (await store.moveLine(tx, { ...params, revision: body.revision }, move))
      ? ok(params)
      : refuse({ code: 'stale' });
  }),

  handle(contract.checkClaim, async ({ tx, params, body, decide }) => {
    const opened = await openClaim(tx, params, ['claimed']);
    if (!opened.ok) return opened;
    const claim = opened.value;
    const refused = decide('loan.claim_check', { place: claim.place, makerId: claim.madeBy });
    if (refused) return refuse(refused);
    if (claim.disputed > 0) return refuse({ code: 'subsidy_disputed', values: { lines: claim.disputed } });
    const lines = (await store.listLinesOfClaim(tx, claim)).filter(({ state }) => state === 'claimed');
    if (lines.length === 0) return refuse({ code: 'subsidy_nothing' });
    const totalFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);
    const set = { state: 'checked', lines: lines.length, total_fen: totalFen } as const;
    const moved = await store.moveClaim(tx, { ...params, revision: body.revision }, { set, reason: 'checked' });
    if (!moved) return refuse({ code: 'stale' });
    await store.moveLines(tx, lines, { state: 'accepted', reason: 'checked' });
    return ok({ ...params, totalFen });
  }),

  handle(contract.payClaim, async ({ tx, params, body, decide }) => {
    const opened = await openClaim(tx, params, ['checked']);
    if (!opened.ok) return opened;
    const claim = opened.value;
    const refused = decide('loan.claim_pay', { place: claim.place, makerId: claim.madeBy });
    if (refused) return refuse(refused);
    const account = { county: body.county, id: body.fundAccountId };
    const paid = await payLines(tx, { claim, account, revision: body.revision });
    return paid.ok ? ok({ ...params, paidFen: paid.value }) : paid;
  }),
];

function lineActs({ state }: store.SubsidyLineRow): string[] {
  if (state === 'claimed') return ['loan.dispute'];
  return state === 'disputed' ? ['loan.claim_check'] : [];
}

async function openClaim(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
  states: readonly store.ClaimState[],
): Promise<Result<store.ClaimRow, Refusal>> {
  const claim = await store.findClaim(tx, key);
  if (!claim) return refuse({ code: 'not_found' });
  return states.includes(claim.state) ? ok(claim) : refuse({ code: 'subsidy_state' });
}

interface Span {
  readonly county: number;
  readonly bankId: string;
  readonly fromOn: string;
  readonly throughOn: string;
}

/**
 * A line for each loan and quarter that was not claimed yet. Ceiling and rate are those of the loan’s first day, since a
 * contract keeps its rate; the share is that of the first day of the quarter on which the loan runs. A loan without rules
 * of its first day has no subsidy; interest of a quarter without a share is refused, since nobody has said what is paid.
 */
async function countLines(
  tx: Tx,
  span: Span,
  quarters: readonly LocalDate[],
): Promise<Result<readonly store.CountedLine[], Refusal>> {
  const regimeOn = remember((day) => findRegime(tx, day));
  const shareOn = remember((day) => findSubsidyShare(tx, day));
  const lines: store.CountedLine[] = [];
  for (const loan of await listSubsidisedLoans(tx, span)) {
    const found = await regimeOn(loan.startsOn);
    if (!found) continue;
    for (const quarter of quarters.filter((one) => !loan.claimed.includes(one))) {
      const day = later(loan.startsOn, quarter);
      const shareBp = await shareOn(day);
      const { days, amountFen } = subsidyOf({
        terms: subsidyTerms(loan, { regime: found.regime, shareBp: shareBp ?? 0 }),
        balances: balanceSteps(loan, loan.payments),
        late: lateSpans(loan.lines),
        fromOn: quarter,
        throughOn: lastOfQuarter(quarter),
      });
      if (days > 0 && shareBp === undefined)
        return refuse({ code: 'subsidy_no_share', field: 'fromOn', values: { day } });
      if (amountFen > 0n) lines.push({ loan, quarterOn: quarter, days, amountFen });
    }
  }
  return ok(lines);
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? other : one;
}

/** Asks for each day once. */
function remember<T>(find: (day: LocalDate) => Promise<T>): (day: LocalDate) => Promise<T> {
  const known = new Map<LocalDate, Promise<T>>();
  return (day) => {
    const answer = known.get(day) ?? find(day);
    known.set(day, answer);
    return answer;
  };
}

function subsidyTerms(
  loan: SubsidisedLoan,
  { regime, shareBp }: { readonly regime: Regime; readonly shareBp: number },
): SubsidyTerms {
  return {
    ratePpm: Math.min(loan.ratePpm, rateCeilingPpm(regime, loan.termMonths)),
    ceilingFen: loan.kind === 'microcredit' ? regime.ceilingFen : loan.principalFen,
    shareBp,
    yearDays: loan.dayCount === 'actual_365' ? 365 : 360,
  };
}

interface Payment {
  readonly claim: store.ClaimRow;
  readonly account: { readonly county: number; readonly id: string };
  readonly revision: number;
}

/** State, lines and money in one transaction; the state first, so that the second of two finds the claim paid. */
async function payLines(tx: Tx, { claim, account, revision }: Payment): Promise<Result<bigint, Refusal>> {
  const { county, id, checkedBy, madeBy, totalFen } = claim;
  if (!(await findFundAccount(tx, account))) return refuse({ code: 'not_found', field: 'account' });
  const set = { state: 'paid', paid_fen: totalFen, account_id: account.id } as const;
  const moved = await store.moveClaim(tx, { county, id, revision }, { set, reason: 'paid' });
  if (!moved || checkedBy === null) return refuse({ code: 'stale' });
  const lines = (await store.listLinesOfClaim(tx, claim))
    .filter(({ state }) => state === 'accepted')
    .map((line) => ({ ...line, paymentId: newRecordId(tx) }));
  await store.moveLines(tx, lines, { state: 'paid', reason: 'paid' });
  const posted = await payMany(
    tx,
    lines.map((line) => ({
      ...{ id: line.paymentId, account, amountFen: line.amountFen, occurredOn: todayInShanghai(tx.now) },
      ...{ purpose: 'interest_subsidy' as const, usedAt: line.place, memo: claim.title },
      payee: {
        kind: line.householdId === null ? ('cooperative' as const) : ('household' as const),
        ...{ county, id: line.householdId ?? line.organisationId ?? '', name: line.borrowerName, place: line.place },
      },
      ...{ makerId: madeBy, checkerId: checkedBy, source: { type: 'loan_subsidy_line', id: line.id } },
    })),
  );
  return posted.ok ? ok(totalFen) : posted;
}
