import { type Handler, handle } from '../../platform/http/handle.ts';
import { localDate, localMonth, type Month, monthOf, shiftMonth, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './closing-contract.ts';
import { fiscalYear, fiscalYearOf, mayClose, monthDays } from './closing-rules.ts';
import { closeMonth, prepareYearEnd, readChecks } from './closing-store.ts';
import { listMonths, listYears, reopenMonth } from './period-store.ts';
import { type BookRow, findBook } from './store.ts';

const acts = ['book.close', 'book.reopen', 'voucher.record'];

export const closingRoutes: readonly Handler[] = [
  handle(contract.getClosing, async ({ tx, params, allowed }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const month = nextMonth(book);
    const { to } = monthDays(month);
    const year = fiscalYearOf(to, book.fiscalYearStart);
    const checks = await readChecks(tx, book, month);
    return ok({
      ...{ month, isOver: to < todayInShanghai(tx.now), isYearEnd: year.endsOn === to, year: year.year },
      checks: [...checks],
      mayClose: mayClose(checks),
      months: (await listMonths(tx, book)).map(({ checks: _, ...row }) => row),
      years: [...(await listYears(tx, book))],
      allowed: allowed(acts, subjectOf(book)),
    });
  }),

  handle(contract.closeMonth, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const refused = decide('book.close', subjectOf(book));
    if (refused) return refuse(refused);
    const closed = await closeMonth(tx, book, localMonth(body.month));
    return closed.ok ? ok({ month: body.month }) : closed;
  }),

  handle(contract.prepareYearEnd, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const refused = decide('voucher.record', subjectOf(book));
    if (refused) return refuse(refused);
    const year = fiscalYear(body.year, book.fiscalYearStart);
    if (year.endsOn < book.startsOn || year.endsOn <= book.closedThrough || year.endsOn > todayInShanghai(tx.now))
      return refuse({ code: 'fiscal_year_unknown', field: 'year' });
    const prepared = await prepareYearEnd(tx, book, year);
    return prepared.ok ? ok({ drafts: prepared.value }) : prepared;
  }),

  handle(contract.reopenMonth, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const refused = decide('book.reopen', subjectOf(book));
    if (refused) return refuse(refused);
    const opened = await reopenMonth(tx, book, { month: localMonth(body.month), reason: body.reason });
    return opened.ok ? ok({ month: body.month }) : opened;
  }),
];

/** The month that is closed next: the one after what is closed, at first the month in which the books begin. */
function nextMonth(book: BookRow): Month {
  const first = monthOf(localDate(book.startsOn));
  const after = shiftMonth(monthOf(localDate(book.closedThrough)), 1);
  return book.closedThrough < book.startsOn ? first : after;
}

function subjectOf({ place, cooperativeId }: BookRow) {
  return { place, organisationId: cooperativeId };
}
