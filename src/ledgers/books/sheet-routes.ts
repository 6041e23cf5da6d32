import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { nameSubs } from './account-store.ts';
import { fiscalYear } from './closing-rules.ts';
import * as members from './member-contract.ts';
import { chosen } from './member-routes.ts';
import { listMemberBalances, memberAccount } from './member-store.ts';
import * as reports from './report-contract.ts';
import { codesBelow } from './report-routes.ts';
import { readDetailLedger, readGeneralLedger, readTrialBalance } from './report-store.ts';
import * as sheets from './sheet-contract.ts';
import { accountNames, exportBook, mostExported, titleOf } from './sheet-store.ts';
import { readStatement } from './statement-store.ts';
import { type BookRow, findBook } from './store.ts';
import { listTrades } from './trade-store.ts';
import * as vouchers from './voucher-contract.ts';
import { listVouchers, readVoucherLines } from './voucher-store.ts';
import { words } from './words.ts';

export const sheetRoutes: readonly Handler[] = [
  handle(reports.exportTrialBalance, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const nameOf = await accountNames(tx, book, { language });
    const rows = (await readTrialBalance(tx, book, query)).map(({ code, opening, debit, credit, closing }) => ({
      ...{ code, accountName: nameOf(code), debit, credit },
      ...onSides(opening, 'openingDebit', 'openingCredit'),
      ...onSides(closing, 'closingDebit', 'closingCredit'),
    }));
    const title = await titleOf(tx, book, speak(words['sheet.balances'], language));
    const filters = speak(words['sheet.period'], language, query);
    return ok(await exportBook(tx, book, { spec: sheets.balanceSheet, rows, title, filters, language }));
  }),

  handle(reports.exportDetailLedger, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const codes = await codesBelow(tx, book, query.code);
    const ledger = await readDetailLedger(tx, book, { ...query, codes, limit: mostExported, offset: 0 });
    const nameOf = await accountNames(tx, book, { language });
    const subs = await nameSubs(
      tx,
      book.county,
      ledger.rows.map(({ sub }) => sub),
    );
    const opening = { memo: speak(words['ledger.opening'], language), balance: ledger.openingFen };
    const rows: ExportRow[] = ledger.rows.map((row) => ({
      ...{ occurredOn: row.occurredOn, series: row.series, number: row.number, memo: row.memo, code: row.code },
      ...{ accountName: nameOf(row.code), sub: subs.get(row.sub) ?? row.sub, quantity: row.quantity },
      ...{ debit: row.debitFen || null, credit: row.creditFen || null, balance: row.balanceFen },
    }));
    const title = await titleOf(
      tx,
      book,
      `${speak(words['sheet.ledger'], language)} ${query.code ? nameOf(query.code) : ''}`,
    );
    const filters = speak(words['sheet.period'], language, { from: query.from, to: query.to });
    const all = query.code ? [opening, ...rows] : rows;
    return ok(
      await exportBook(tx, book, { spec: sheets.ledgerSheet, rows: all, title: title.trim(), filters, language }),
    );
  }),

  handle(reports.exportGeneralLedger, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { startsOn, endsOn } = fiscalYear(query.year, book.fiscalYearStart);
    const codes = await codesBelow(tx, book, query.code);
    const ledger = await readGeneralLedger(tx, book, { codes, from: startsOn, to: endsOn });
    const nameOf = await accountNames(tx, book, { language });
    const rows = ledger.rows.map((row) => ({
      ...{ month: row.month, debit: row.debitFen, credit: row.creditFen },
      ...{ yearDebit: row.yearDebitFen, yearCredit: row.yearCreditFen, balance: row.balanceFen },
    }));
    const title = await titleOf(
      tx,
      book,
      `${speak(words['sheet.general'], language)} ${nameOf(query.code)} ${query.year}`,
    );
    return ok(await exportBook(tx, book, { spec: sheets.generalSheet, rows, title, language }));
  }),

  handle(reports.exportStatement, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    const found = book && (await readStatement(tx, book, { statement: params.statement, ...query }));
    if (!book || !found) return refuse({ code: 'not_found' });
    const form = wordOf(`statement.form.${book.chart}.${params.statement}`, language);
    const title = await titleOf(
      tx,
      book,
      `${statementName(book, params.statement, language)} ${query.month ?? query.year}`,
    );
    const rows = found.rows.map(({ row, amounts }): ExportRow => {
      const name = wordOf(`row.${book.chart}.${params.statement}.${row.replace(/^\w+\./, '')}`, language);
      if (params.statement !== 'equity') return { row, item: name, first: amounts[0], second: amounts[1] };
      return { item: name, ...Object.fromEntries(found.columns.map((column, at) => [column, amounts[at]])) };
    });
    const [first = 'closing', second = 'opening'] = found.columns;
    const spec =
      params.statement === 'equity' ? sheets.equitySheet : sheets.statementSheet(pairOf(first), pairOf(second));
    const filters = `${form} ${speak(words['sheet.period'], language, { from: found.from, to: found.to })}`;
    return ok(await exportBook(tx, book, { spec, rows, title, filters, language }));
  }),

  handle(vouchers.exportVouchers, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { rows: listed } = await listVouchers(tx, book, { ...query, limit: mostVouchers, offset: 0 });
    const nameOf = await accountNames(tx, book, { language });
    const rows: ExportRow[] = [];
    for (const voucher of listed) {
      const lines = await readVoucherLines(tx, voucher);
      const subs = await nameSubs(
        tx,
        book.county,
        lines.map(({ sub }) => sub),
      );
      const { occurredOn, series, number, state, madeByName, checkedByName } = voucher;
      for (const { memo, code, sub, debitFen, creditFen } of lines)
        rows.push({
          ...{ occurredOn, series, number, state, memo, code, accountName: nameOf(code), sub: subs.get(sub) ?? sub },
          ...{ debit: debitFen || null, credit: creditFen || null, madeByName, checkedByName },
        });
    }
    const title = await titleOf(tx, book, speak(words['sheet.vouchers'], language));
    return ok(await exportBook(tx, book, { spec: sheets.voucherSheet, rows, title, language }));
  }),

  handle(members.exportMemberAccounts, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const on = query.on ?? todayInShanghai(tx.now);
    const rows = chosen(await listMemberBalances(tx, book, on), query.q).map((member) => ({
      ...{ number: member.number, name: member.name, contribution: member.contributionFen },
      ...{ reserve: member.reserveFen, due: member.dueFen, current: member.currentFen },
    }));
    const title = await titleOf(tx, book, `${speak(words['sheet.members'], language)} ${on}`);
    return ok(await exportBook(tx, book, { spec: sheets.membersSheet, rows, title, language }));
  }),

  handle(members.exportMemberAccount, async ({ tx, params, query, language }) => {
    const account = await memberAccount(tx, { county: params.county, membershipId: params.id, year: query.year });
    if (!account) return refuse({ code: 'not_found' });
    const { membership, book, opening, closing, lines, year } = account;
    const rows: ExportRow[] = [
      { occurredOn: year.startsOn, memo: speak(words['member.opening'], language), ...opening },
      ...lines.map(({ occurredOn, memo, amounts, trade }) => ({
        ...{ occurredOn, memo, ...amounts, product: trade?.product, quantity: trade?.quantity, unit: trade?.unit },
        tradeAmount: trade?.amountFen,
      })),
      { occurredOn: year.endsOn, memo: speak(words['member.closing'], language), ...closing },
    ];
    const title = `${speak(words['member.title'], language)} ${membership.number} ${membership.name} ${query.year}`;
    return ok(await exportBook(tx, book, { spec: sheets.memberSheet, rows, title, language }));
  }),

  handle(members.exportTrades, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { rows: trades } = await listTrades(tx, book, { ...query, limit: mostExported, offset: 0 });
    const rows = trades.map(({ amountFen, ...trade }) => ({ ...trade, amount: amountFen }));
    const title = await titleOf(tx, book, speak(words['sheet.trades'], language));
    return ok(await exportBook(tx, book, { spec: sheets.tradeSheet, rows, title, language }));
  }),
];

const mostVouchers = 5_000;

function statementName(book: BookRow, statement: reports.StatementName, language: Language): string {
  if (statement === 'surplus' && book.chart !== 'coop37') return speak(words['statement.surplus.collective'], language);
  return speak(words[`statement.${statement}`], language);
}

const titles: Readonly<Record<string, WordPair>> = {
  closing: words['statement.closing'],
  opening: words['statement.opening'],
  current: words['statement.current'],
  previous: words['statement.previous'],
};

function pairOf(column: string): WordPair {
  return titles[column] ?? words['statement.closing'];
}

function wordOf(key: string, language: Language): string {
  const pair = (words as Readonly<Record<string, WordPair>>)[key];
  return pair ? speak(pair, language) : key;
}

/** An amount on one of two sides. */
function onSides(amount: bigint, debit: string, credit: string): ExportRow {
  return { [debit]: amount > 0n ? amount : null, [credit]: amount < 0n ? -amount : null };
}
