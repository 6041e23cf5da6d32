import { findBooks, postVoucher } from '../../ledgers/books/public.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { offerMotion } from '../../procedures/assemblies/public.ts';
import { openNotice } from '../../procedures/notices/public.ts';
import { type ActCode, proposeAct } from './act-rules.ts';
import { readBarsHeld } from './barred-store.ts';
import * as contract from './contract.ts';
import { convertDividends } from './conversion-store.ts';
import { subjectOf } from './distribution-routes.ts';
import { fillDividends, sumBasis } from './dividend-store.ts';
import { planFill } from './fill-rules.ts';
import { noticeContent } from './notice-rules.ts';
import { pageOf, subjectType } from './rules.ts';
import { refusalOf, refusalOfTerms } from './run-rules.ts';
import { type DividedRun, divideBy } from './run-store.ts';
import * as store from './store.ts';
import { readProofs } from './view-store.ts';
import { declarationLines } from './voucher-rules.ts';
import { words } from './words.ts';

export const routes = [
  handle(contract.postDistributionNotice, async ({ tx, params, body, decide }) => {
    const row = await store.findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('distribution.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.digest === null) return refuse({ code: 'distribution_not_chosen' });
    const open = await openAct(tx, row, 'notice');
    if (!open.ok) return open;
    const { loaded, option, ...divided } = open.value.run;
    const { convertedBp } = option;
    const content = noticeContent({ ...row, convertedBp, run: divided, members: loaded.members }, words);
    const opened = await openNotice(tx, {
      ...content,
      ...{ county: row.county, place: row.place, organisationId: row.cooperativeId, kind: 'distribution' },
      ...{ subjectType, subjectId: row.id, digest: row.digest, page: pageOf(row) },
      ...{ postedOn: body.postedOn, contact: body.contact },
    });
    return opened.ok ? ok({ noticeId: opened.value.noticeId, endsOn: opened.value.endsOn }) : opened;
  }),

  handle(contract.offerDistribution, async ({ tx, params, decide }) => {
    const row = await store.findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('distribution.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.digest === null) return refuse({ code: 'distribution_not_chosen' });
    const open = await openAct(tx, row, 'motion');
    if (!open.ok) return open;
    const { motionId } = await offerMotion(tx, {
      ...{ county: row.county, place: row.place, cooperativeId: row.cooperativeId, matter: 'distribution_plan' },
      ...{ subjectType, subjectId: row.id, digest: row.digest, page: pageOf(row) },
      title: speak(words['motion.title'], 'zh', { cooperative: row.cooperativeName, year: row.year }),
    });
    return ok({ motionId });
  }),

  handle(contract.declareDistribution, async ({ tx, params, body, decide }) => {
    const row = await store.findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const makerId = row.madeBy ?? undefined;
    const refused = decide('distribution.declare', makerId ? { ...subjectOf(row), makerId } : subjectOf(row));
    if (refused) return refuse(refused);
    const open = await openAct(tx, row, 'declare');
    if (!open.ok) return open;
    const { run, resolution } = open.value;
    if (run.digest !== row.digest) return refuse({ code: 'stale' });
    const declared = await declare(tx, row, {
      run,
      revision: body.revision,
      resolutionNumber: resolution?.number ?? '',
    });
    if (!declared.ok) return declared;
    const { statement, loaded } = run;
    const totalFen = statement.row17 + statement.row18;
    return ok({ ...params, voucherId: declared.value, members: loaded.members.length, totalFen });
  }),
];

/** What an act works with, when it is the next one and the law has nothing against the chosen option as the books stand. */
async function openAct(tx: Tx, row: store.DistributionRow, code: ActCode) {
  const { proofs, resolution } = await readProofs(tx, row);
  const proposed = proposeAct(proofs, code);
  if (!proposed.ok) return proposed;
  const run = await divideBy(tx, row, row.optionId);
  if (!run.ok) return run;
  const against = refusalOf(run.value);
  return against ? refuse(against) : ok({ run: run.value, resolution });
}

interface Declaring {
  readonly run: DividedRun;
  readonly revision: number;
  readonly resolutionNumber: string;
}

/**
 * State, lines and voucher in one transaction. The state comes first: of two who press at once the second waits for the
 * first and then finds that it is declared.
 */
async function declare(
  tx: Tx,
  row: store.DistributionRow,
  { run, revision, resolutionNumber }: Declaring,
): Promise<Result<string | null, Refusal>> {
  const { county, id, snapshot, place, cooperativeId, form, year } = row;
  const declaredOn = todayInShanghai(tx.now);
  const voucherId = row.ruleSet === 'contract' ? null : newRecordId(tx);
  const key = { county, id, revision };
  if (!(await store.declare(tx, key, { declaredOn, resolutionNumber, voucherId }))) return refuse({ code: 'stale' });
  const { base } = run.loaded;
  const split = {
    surplusReserveFen: row.surplusReserveFen ?? 0n,
    patronageFen: run.statement.row17,
    remainderFen: run.statement.row18,
  };
  const sums = await sumBasis(tx, { county, id, snapshot });
  const plan = planFill(base, split, { sums, reserveBy: run.option.reserveQuantifiedBy ?? 'equal' });
  const filled = await fillDividends(tx, {
    ...{ county, id, snapshot, place, cooperativeId, form, year, declaredOn, plan, digest: row.digest ?? '' },
  });
  if (filled.refundFen !== split.patronageFen || filled.remainderFen !== split.remainderFen || filled.givenOnFen !== 0n)
    throw new Error(`lines of ${id} do not add up to what was decided`);
  if (voucherId === null) return ok(null);
  const written = await writeVoucher(tx, row, { run, declaredOn, voucherId });
  if (!written.ok) return written;
  const barred = await refuseHeld(tx, row, run);
  if (barred) return refuse(barred);
  const { convertedBp } = run.option;
  const converted = await convertDividends(tx, row, { convertedBp, on: declaredOn, resolutionNumber });
  return converted.ok ? written : converted;
}

/**
 * Asks once more what the books of a collective have against it. Its voucher holds them now: what others posted while this
 * one waited is seen here, and nothing can be taken from them until it is done.
 */
async function refuseHeld(tx: Tx, row: store.DistributionRow, { option, loaded }: DividedRun) {
  return refusalOfTerms({ ...loaded.base, ...(await readBarsHeld(tx, row)) }, option);
}

async function writeVoucher(
  tx: Tx,
  row: store.DistributionRow,
  { run, declaredOn, voucherId }: { run: DividedRun; declaredOn: string; voucherId: string },
): Promise<Result<string | null, Refusal>> {
  const { county, cooperativeId } = row;
  const books = await findBooks(tx, { county, cooperativeId, on: declaredOn });
  if (!books) return refuse({ code: 'books_missing' });
  const drawn = {
    surplusReserveFen: row.surplusReserveFen ?? 0n,
    expansionFen: row.expansionFen ?? 0n,
    reliefFen: row.reliefFen ?? 0n,
    welfareReserveFen: row.welfareFen ?? 0n,
  };
  const posted = await postVoucher(tx, {
    ...{ county, cooperativeId, voucherId, occurredOn: declaredOn, template: 'distribution' },
    memo: speak(words['voucher.declared'], 'zh', { year: row.year }),
    lines: declarationLines({ chart: books.chart, drawn, lines: run.lines }),
    ...{ sourceType: subjectType, sourceId: row.id, sourcePage: pageOf(row) },
    ...{ makerId: row.madeBy ?? '', checkerId: tx.actor.accountId },
  });
  return posted.ok ? ok(posted.value.voucherId) : posted;
}
