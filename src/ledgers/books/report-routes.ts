import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { listBookAccounts, nameSubs } from './account-store.ts';
import { fiscalYear } from './closing-rules.ts';
import * as contract from './report-contract.ts';
import { readDetailLedger, readGeneralLedger, readSubBalances, readTrialBalance } from './report-store.ts';
import { readStatement } from './statement-store.ts';
import { findBook } from './store.ts';

export const reportRoutes: readonly Handler[] = [
  handle(contract.getTrialBalance, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const rows = await readTrialBalance(tx, book, query);
    const names = new Map((await listBookAccounts(tx, book)).map(({ code, ownName }) => [code, ownName]));
    const whole = rows.filter(({ level }) => level === 0);
    const balanced = whole.reduce((sum, { closing }) => sum + closing, 0n) === 0n;
    return ok({
      rows: rows.map(({ code, level, hasBelow, opening, debit, credit, closing }) => ({
        ...{ code, ownName: names.get(code) ?? null, level, hasBelow },
        ...{ openingFen: opening, debitFen: debit, creditFen: credit, closingFen: closing },
      })),
      balanced,
    });
  }),

  handle(contract.getSubBalances, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const codes = await codesBelow(tx, book, params.code);
    const rows = (await readSubBalances(tx, book, { ...query, codes })).filter(({ sub }) => sub !== '');
    const names = await nameSubs(
      tx,
      book.county,
      rows.map(({ sub }) => sub),
    );
    return ok({
      rows: rows.map(({ sub, opening, debit, credit, closing }) => ({
        ...{ sub, name: names.get(sub) ?? sub },
        ...{ openingFen: opening, debitFen: debit, creditFen: credit, closingFen: closing },
      })),
    });
  }),

  handle(contract.getDetailLedger, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const codes = await codesBelow(tx, book, query.code);
    const ledger = await readDetailLedger(tx, book, { ...query, codes });
    const names = await nameSubs(
      tx,
      book.county,
      ledger.rows.map(({ sub }) => sub),
    );
    return ok({ ...ledger, rows: ledger.rows.map((row) => ({ ...row, subName: names.get(row.sub) ?? null })) });
  }),

  handle(contract.getGeneralLedger, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { startsOn, endsOn } = fiscalYear(query.year, book.fiscalYearStart);
    const codes = await codesBelow(tx, book, query.code);
    const ledger = await readGeneralLedger(tx, book, { codes, from: startsOn, to: endsOn });
    return ok({ openingFen: ledger.openingFen, rows: [...ledger.rows] });
  }),

  handle(contract.getStatement, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    const statement = book && (await readStatement(tx, book, { statement: params.statement, ...query }));
    return statement ? ok(statement) : refuse({ code: 'not_found' });
  }),
];

/** An account with those below it, in the order of codes; all accounts without one. */
export async function codesBelow(
  tx: Parameters<typeof listBookAccounts>[0],
  book: Parameters<typeof listBookAccounts>[1],
  code: string | undefined,
): Promise<readonly string[]> {
  const accounts = await listBookAccounts(tx, book);
  return accounts.map((account) => account.code).filter((one) => code === undefined || one.startsWith(code));
}
