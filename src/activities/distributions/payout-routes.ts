import type { Subject } from '../../platform/access/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle, type UploadedFile } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type Language, speak } from '../../platform/words.ts';
import { findMembership } from '../../registers/cooperatives/public.ts';
import { readCard } from '../../registers/households/rules.ts';
import { batchName } from './bank-rules.ts';
import { readReturnFile, writeBankFile } from './bank-store.ts';
import { subjectOf } from './distribution-routes.ts';
import * as payees from './payee-store.ts';
import * as contract from './payout-contract.ts';
import * as store from './payout-store.ts';
import { viewRow } from './rules.ts';
import { postPaid } from './settle-store.ts';
import { type DistributionRow, findDistribution } from './store.ts';
import { words } from './words.ts';

/** Members shown who are still owed something; all of them stand in the workbook of lines. */
const mostShown = 500;
const csvType = 'text/csv; charset=utf-8';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes = [
  handle(contract.getPayouts, async ({ tx, actor, params, allowed }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const batches = await store.listBatches(tx, row);
    const due = row.state === 'declared' ? await store.listDue(tx, row) : [];
    const unclaimedFen = due.reduce((sum, { refundFen, dividendFen }) => sum + refundFen + dividendFen, 0n);
    const overpaidFen = unclaimedFen - (viewRow(row).unclaimedFen ?? 0n);
    const acts = allowed(row.state === 'declared' ? ['payout.make', 'payee.record'] : [], subjectOf(row));
    return ok({
      ...{ paidFen: row.paidFen, inFlightFen: row.inFlightFen, returnedFen: row.returnedFen },
      ...{ convertedFen: row.convertedFen, unclaimedFen, overpaidFen },
      unclaimedSince: unclaimedFen > 0n ? row.declaredOn : null,
      batches: batches.map((batch) => ({ ...batch, allowed: batchActs(batch, actor.accountId, allowed) })),
      due: due.slice(0, mostShown).map(viewDue),
      dueTotal: due.length,
      allowed: acts,
    });
  }),

  handle(contract.makeBatch, async ({ tx, params, body, decide }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('payout.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'declared') return refuse({ code: 'distribution_not_declared' });
    const chosen = body.membershipIds && new Set(body.membershipIds);
    const due = (await store.listDue(tx, row)).filter(
      ({ membershipId, account, flag }) =>
        (chosen?.has(membershipId) ?? body.channel === 'bank') &&
        flag === null &&
        (body.channel === 'cash' || account !== null),
    );
    if (due.length === 0) return refuse({ code: 'payout_nobody' });
    const number = (await store.listBatches(tx, row)).length + 1;
    try {
      await store.recordBatch(tx, row, { id: body.id, number, channel: body.channel, due });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse({ code: 'conflict' });
      throw error;
    }
    const totalFen = due.reduce((sum, { refundFen, dividendFen }) => sum + refundFen + dividendFen, 0n);
    return ok({ county: row.county, id: body.id, payments: due.length, totalFen });
  }),

  handle(contract.listPayments, async ({ tx, params, query }) => {
    if (!(await findDistribution(tx, params))) return refuse({ code: 'not_found' });
    const { batchId, state, ...page } = query;
    const { rows, total } = await store.listPayouts(tx, { ...params, batchId, state }, page);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.downloadBatch, async ({ tx, params, query, language, decide }) => {
    const batch = await store.findBatch(tx, params);
    const row = batch && (await findDistribution(tx, { county: batch.county, id: batch.distributionId }));
    if (!batch || !row) return refuse({ code: 'not_found' });
    const refused = decide('payout.make', subjectOf(row));
    if (refused) return refuse(refused);
    const { place, county, id } = batch;
    noteAct(tx, 'payout_batch', {
      key: { county, id },
      place,
      note: { printed: batch.payments, format: query.format },
    });
    const content = await writeBankFile(tx, batch, { row, language, format: query.format });
    const name = `${speak(words['bank.title'], language)}-${batchName(batch)}.${query.format}`;
    return ok({ fileName: name, contentType: query.format === 'csv' ? csvType : xlsxType, content });
  }),

  handle(contract.checkReturnFile, async ({ tx, params, file, language, decide }) => {
    const opened = await openBatch(tx, params);
    if (!opened.ok) return opened;
    const refused = decide('payout.settle', subjectOf(opened.value.row));
    if (refused) return refuse(refused);
    return readReport(tx, opened.value, { file, language });
  }),

  handle(contract.takeReturnFile, async ({ tx, params, file, language, decide }) => {
    const opened = await openBatch(tx, params);
    if (!opened.ok) return opened;
    const { batch, row } = opened.value;
    const refused = decide('payout.settle', { ...subjectOf(row), makerId: batch.madeBy });
    if (refused) return refuse(refused);
    const report = await readReport(tx, opened.value, { file, language });
    if (!report.ok) return report;
    const { payments, ...shown } = report.value;
    if (payments.length === 0) return refuse({ code: 'payout_file_settles_nothing', field: 'file' });
    const settled = await postPaid(tx, { batch, row, payments });
    return settled.ok ? ok({ ...shown, voucherId: settled.value }) : settled;
  }),

  handle(contract.settleCash, async ({ tx, params, body, decide }) => {
    const opened = await openBatch(tx, params);
    if (!opened.ok) return opened;
    const { batch, row } = opened.value;
    const refused = decide('payout.settle', { ...subjectOf(row), makerId: batch.madeBy });
    if (refused) return refuse(refused);
    if (batch.channel !== 'cash') return refuse({ code: 'payout_not_cash' });
    if (batch.revision !== body.revision) return refuse({ code: 'stale' });
    const missed = new Set(body.notCollected);
    const reason = speak(words['payout.notCollected'], 'zh');
    const payments = (await store.openBankLines(tx, batch))
      .filter(({ state }) => state === 'in_flight')
      .map(({ id }) => ({ id, paid: !missed.has(id), reason: missed.has(id) ? reason : '' }));
    const settled = await postPaid(tx, { batch, row, payments });
    return settled.ok ? ok({ ...params, voucherId: settled.value }) : settled;
  }),

  handle(contract.savePayee, async ({ tx, params, body, decide }) => {
    const member = await findMembership(tx, { county: params.county, id: params.membershipId });
    if (!member) return refuse({ code: 'not_found' });
    const refused = decide('payee.record', { place: member.place, organisationId: member.cooperativeId });
    if (refused) return refuse(refused);
    const account = readCard(body.account);
    if (!account.ok) return refuse({ ...account.refusal, field: 'account' });
    const { holder, bankName, entitledBy } = body;
    const fields = { holder, bankName, entitledBy, account: account.value };
    const known = await payees.findPayee(tx, { county: member.county, membershipId: member.id });
    if (!known) await payees.recordPayee(tx, member, { id: body.id, ...fields });
    else {
      const key = { county: known.county, id: known.id, revision: body.revision ?? known.revision };
      if (!(await payees.correctPayee(tx, key, { fields, reason: body.reason }))) return refuse({ code: 'stale' });
    }
    const saved = await payees.findPayee(tx, { county: member.county, membershipId: member.id });
    return saved ? ok({ ...saved }) : refuse({ code: 'not_found' });
  }),
];

function viewDue(due: store.DueRow) {
  const { refundFen, dividendFen, account: _account, accountHash: _hash, ...shown } = due;
  return { ...shown, amountFen: refundFen + dividendFen };
}

function batchActs(
  batch: store.BatchRow,
  reader: string,
  allowed: (acts: readonly string[], subject: Subject) => string[],
): string[] {
  if (batch.state === 'settled') return [];
  const acts = batch.madeBy === reader ? ['payout.make'] : ['payout.make', 'payout.settle'];
  return allowed(acts, { place: batch.place, organisationId: batch.cooperativeId });
}

interface OpenedBatch {
  readonly batch: store.BatchRow;
  readonly row: DistributionRow;
}

async function openBatch(tx: Tx, key: { county: number; id: string }): Promise<Result<OpenedBatch, Refusal>> {
  const batch = await store.findBatch(tx, key);
  const row = batch && (await findDistribution(tx, { county: batch.county, id: batch.distributionId }));
  if (!batch || !row) return refuse({ code: 'not_found' });
  return batch.state === 'settled' ? refuse({ code: 'payout_settled' }) : ok({ batch, row });
}

/** What a return file says of a batch; `payments` is what it would settle. */
async function readReport(tx: Tx, { batch }: OpenedBatch, given: { file: UploadedFile; language: Language }) {
  if (batch.channel !== 'bank') return refuse({ code: 'payout_not_bank' });
  const sent = (await store.openBankLines(tx, batch)).filter(({ state }) => state === 'in_flight');
  const matching = await readReturnFile(tx, sent, { bytes: given.file.bytes, language: given.language, batch });
  if (!matching.ok) return matching;
  const { matched, unmatched, missing } = matching.value;
  const amounts = new Map(sent.map(({ id, amountFen }) => [id, amountFen]));
  const sumOf = (paid: boolean) =>
    matched.filter((one) => one.paid === paid).reduce((sum, { id }) => sum + (amounts.get(id) ?? 0n), 0n);
  const paid = matched.filter((one) => one.paid).length;
  return ok({
    ...{ paid, paidFen: sumOf(true), returned: matched.length - paid, returnedFen: sumOf(false) },
    ...{ unmatched: unmatched.slice(0, 200), missing: missing.length, payments: matched },
  });
}
