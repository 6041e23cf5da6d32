import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { listBookAccounts, nameSubs } from './account-store.ts';
import { depreciationTemplate, releaseCharges } from './charge-store.ts';
import { dateRefusal, refuseDraft } from './draft-store.ts';
import { eventSource } from './event-store.ts';
import { postDraft } from './posting-store.ts';
import { type BookRow, findBook } from './store.ts';
import * as contract from './voucher-contract.ts';
import * as store from './voucher-store.ts';
import { words } from './words.ts';

const acts = ['voucher.record', 'voucher.check'];

export const voucherRoutes: readonly Handler[] = [
  handle(contract.listVouchers, async ({ tx, params, query, allowed }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { rows, total } = await store.listVouchers(tx, book, query);
    return ok({ rows: rows.map((row) => ({ ...row, allowed: allowed(acts, subjectOf(row)) })), total });
  }),

  handle(contract.getVoucher, async ({ tx, params, allowed }) => {
    const voucher = await store.findVoucher(tx, params);
    const book = voucher && (await findBook(tx, { county: voucher.county, id: voucher.bookId }));
    if (!voucher || !book) return refuse({ code: 'not_found' });
    const lines = await store.readVoucherLines(tx, voucher);
    const accounts = new Map((await listBookAccounts(tx, book)).map((account) => [account.code, account]));
    const subs = await nameSubs(
      tx,
      book.county,
      lines.map(({ sub }) => sub),
    );
    const cooperative = await findCooperative(tx, { county: book.county, id: book.cooperativeId });
    return ok({
      ...voucher,
      chart: book.chart,
      cooperativeName: cooperative?.name ?? '',
      lines: lines.map((line) => ({
        ...line,
        ownName: accounts.get(line.code)?.ownName ?? null,
        subName: subs.get(line.sub) ?? null,
      })),
      allowed: [...allowed(['voucher.record'], subjectOf(voucher)), ...checkable(allowed, voucher)],
    });
  }),

  handle(contract.recordVoucher, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const refused = decide('voucher.record', subjectOf(book)) ?? (await refuseDraft(tx, book, body));
    if (refused) return refuse(refused);
    const { voucherId, series, occurredOn, papers, lines } = body;
    await store.recordDraft(tx, book, { id: voucherId, series, occurredOn, papers, lines });
    return ok({ county: book.county, id: voucherId });
  }),

  handle(contract.changeVoucher, async ({ tx, params, body, decide }) => {
    const found = await findDraft(tx, params);
    if (!found.ok) return found;
    const { voucher, book } = found.value;
    const barred = decide('voucher.record', subjectOf(voucher));
    if (barred) return refuse(barred);
    if (voucher.reversesId !== null) return refuse({ code: 'voucher_reversal_fixed' });
    if (isWrittenByItself(voucher)) return refuse({ code: 'voucher_written_itself' });
    const { revision, ...fields } = body;
    const wrong = await refuseDraft(tx, book, { ...fields, series: voucher.series });
    if (wrong) return refuse(wrong);
    const change = { fields, reason: words['voucher.change'][0] };
    return (await store.changeDraft(tx, { ...params, revision }, change)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawVoucher, async ({ tx, params, body, decide }) => {
    const found = await findDraft(tx, params);
    if (!found.ok) return found;
    const { voucher } = found.value;
    const barred = decide('voucher.record', subjectOf(voucher));
    if (barred) return refuse(barred);
    if (voucher.sourceType === eventSource) return refuse({ code: 'voucher_of_event' });
    await releaseCharges(tx, voucher, body.reason);
    const done = await store.withdrawDraft(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.checkVoucher, async ({ tx, params, body, decide }) => {
    const found = await findDraft(tx, params);
    if (!found.ok) return found;
    const { voucher, book } = found.value;
    const barred = decide('voucher.check', { ...subjectOf(voucher), makerId: voucher.madeBy });
    if (barred) return refuse(barred);
    const posted = await postDraft(tx, book, { voucher, revision: body.revision, reason: words['voucher.check'][0] });
    return posted.ok ? ok({ ...params, number: posted.value.number }) : posted;
  }),

  handle(contract.checkVouchers, async ({ tx, params, body, decide }) => {
    if (!(await findBook(tx, params))) return refuse({ code: 'not_found' });
    const chosen: { voucher: store.VoucherRow; book: BookRow; revision: number }[] = [];
    for (const { id, revision } of body.vouchers) {
      const found = await findDraft(tx, { county: params.county, id });
      if (!found.ok) return found;
      if (found.value.book.id !== params.id) return refuse({ code: 'not_found' });
      const { voucher } = found.value;
      const barred = decide('voucher.check', { ...subjectOf(voucher), makerId: voucher.madeBy });
      if (barred) return refuse(barred);
      chosen.push({ ...found.value, revision });
    }
    for (const { voucher, book, revision } of chosen.toSorted(byDay)) {
      const posted = await postDraft(tx, book, { voucher, revision, reason: words['voucher.check'][0] });
      if (!posted.ok) return posted;
    }
    return ok({ posted: chosen.length });
  }),

  handle(contract.reverseVoucher, async ({ tx, params, body, decide }) => {
    const voucher = await store.findVoucher(tx, params);
    const book = voucher && (await findBook(tx, { county: voucher.county, id: voucher.bookId }));
    if (!voucher || !book || voucher.state !== 'posted') return refuse({ code: 'not_found' });
    const barred = decide('voucher.record', subjectOf(voucher));
    if (barred) return refuse(barred);
    if (voucher.reversedById !== null) return refuse({ code: 'voucher_reversed' });
    const lines = await store.readVoucherLines(tx, voucher);
    const red = lines.map(({ debitFen, creditFen, ...line }) => ({
      ...line,
      debitFen: -debitFen,
      creditFen: -creditFen,
      memo: body.reason,
    }));
    const fields = { occurredOn: body.occurredOn, papers: 0, lines: red };
    const dated = dateRefusal(tx, book, { ...fields, series: voucher.series });
    if (dated) return refuse(dated);
    const { voucherId: id } = body;
    await store.recordDraft(tx, book, { id, series: voucher.series, reversesId: voucher.id, ...fields });
    return ok({ county: book.county, id });
  }),
];

function checkable(
  allowed: (acts: readonly string[], subject: ReturnType<typeof subjectOf> & { makerId?: string }) => string[],
  voucher: store.VoucherRow,
): string[] {
  return voucher.state === 'draft'
    ? allowed(['voucher.check'], { ...subjectOf(voucher), makerId: voucher.madeBy })
    : [];
}

function subjectOf({ place, cooperativeId }: Pick<BookRow, 'place' | 'cooperativeId'>) {
  return { place, organisationId: cooperativeId };
}

/** A voucher that follows from a record changes with that record only. */
function isWrittenByItself({ sourceType, template }: store.VoucherRow): boolean {
  return sourceType === eventSource || template === depreciationTemplate;
}

function byDay(a: { voucher: store.VoucherRow }, b: { voucher: store.VoucherRow }): number {
  const [one, other] = [`${a.voucher.occurredOn} ${a.voucher.id}`, `${b.voucher.occurredOn} ${b.voucher.id}`];
  return one < other ? -1 : 1;
}

async function findDraft(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
): Promise<Result<{ voucher: store.VoucherRow; book: BookRow }, Refusal>> {
  const voucher = await store.findVoucher(tx, key);
  const book = voucher && (await findBook(tx, { county: voucher.county, id: voucher.bookId }));
  if (!voucher || !book) return refuse({ code: 'not_found' });
  return voucher.state === 'draft' ? ok({ voucher, book }) : refuse({ code: 'voucher_posted' });
}
