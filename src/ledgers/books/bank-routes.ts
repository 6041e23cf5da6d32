import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { ImportPlan } from '../../platform/sheets/import.ts';
import { describeError } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { listBookAccounts } from './account-store.ts';
import * as contract from './bank-contract.ts';
import { importBankLines } from './bank-import-store.ts';
import { bankListSheet, bankSheet } from './bank-sheet-contract.ts';
import { splitByHand } from './bank-split-store.ts';
import * as store from './bank-store.ts';
import { accountOf } from './event-roles-rules.ts';
import { exportBook, mostExported, titleOf, xlsxType } from './sheet-store.ts';
import { type BookRow, findBook } from './store.ts';
import { words } from './words.ts';

const mostErrors = 200;

export const bankRoutes: readonly Handler[] = [
  handle(contract.listBankLines, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    return book ? ok(await store.listBankLines(tx, book, query)) : refuse({ code: 'not_found' });
  }),

  handle(contract.exportBankLines, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const listed = await store.listBankLines(tx, book, { ...query, limit: mostExported, offset: 0 });
    const rows = listed.rows.map(({ amountFen, series, splitIn, ...line }) => ({
      ...{ occurredOn: line.occurredOn, counterparty: line.counterparty, memo: line.memo, serial: line.serial },
      ...{ received: amountFen > 0n ? amountFen : null, paid: amountFen < 0n ? -amountFen : null },
      ...{ balance: line.balanceFen, matchedByName: line.matchedByName },
      voucher: splitIn
        ? speak(words['bank.splitIn'], language, { count: splitIn })
        : series && `${speak(words[`code.series.${series}`], language)}-${line.number}`,
    }));
    const title = await titleOf(tx, book, speak(words['sheet.bank'], language));
    return ok(await exportBook(tx, book, { spec: bankListSheet, rows, title, language }));
  }),

  handle(contract.listBankPostings, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    return book ? ok(await store.listPostings(tx, book, query)) : refuse({ code: 'not_found' });
  }),

  handle(contract.getReconciliation, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    return book
      ? ok({ on: query.on, ...(await store.readReconciliation(tx, book, query)) })
      : refuse({ code: 'not_found' });
  }),

  handle(contract.getBankLine, async ({ tx, params, allowed }) => {
    const line = await store.findBankLine(tx, params);
    if (!line) return refuse({ code: 'not_found' });
    const cooperative = await findCooperative(tx, { county: line.county, id: line.cooperativeId });
    const parts = await store.listParts(tx, line);
    return ok({
      ...line,
      parts: [...parts],
      cooperativeName: cooperative?.name ?? '',
      allowed: allowed(['bank.match'], subjectOf(line)),
    });
  }),

  handle(contract.bankTemplate, async ({ tx, params, language, decide }) => {
    const held = await findOwnBook(tx, params, decide);
    if (!held.ok) return held;
    const content = await writeTemplate(bankSheet, { language, knownRows: [] });
    return ok({ fileName: `${speak(words['sheet.bank'], language)}.xlsx`, contentType: xlsxType, content });
  }),

  handle(contract.checkBankLines, async ({ tx, params, query, file, language, decide }) => {
    const held = await findBankAccount(tx, { ...params, code: query.code }, decide);
    if (!held.ok) return held;
    const order = { code: query.code, bytes: file.bytes, language, mode: 'check' } as const;
    const checked = await importBankLines(tx, held.value, order);
    return checked.ok ? ok({ ...reportOf(checked.value, language), matched: 0 }) : checked;
  }),

  handle(contract.takeBankLines, async ({ tx, params, query, file, language, decide }) => {
    const held = await findBankAccount(tx, { ...params, code: query.code }, decide);
    if (!held.ok) return held;
    const mode = query.keepGood === 'true' ? 'good' : 'all';
    const taken = await importBankLines(tx, held.value, { code: query.code, bytes: file.bytes, language, mode });
    if (!taken.ok) return taken;
    const matched = await store.matchByRule(tx, held.value, query.code);
    return matched.ok ? ok({ ...reportOf(taken.value, language), matched: matched.value.matched }) : matched;
  }),

  handle(contract.matchAll, async ({ tx, params, body, decide }) => {
    const held = await findBankAccount(tx, { ...params, code: body.code }, decide);
    return held.ok ? store.matchByRule(tx, held.value, body.code) : held;
  }),

  handle(contract.matchLine, async ({ tx, params, body, decide }) => {
    const line = await findOwnLine(tx, params, decide);
    if (!line.ok) return line;
    const matched = await store.matchByHand(tx, line.value, body);
    return matched.ok ? ok(params) : matched;
  }),

  handle(contract.splitLine, async ({ tx, params, body, decide }) => {
    const line = await findOwnLine(tx, params, decide);
    if (!line.ok) return line;
    const split = await splitByHand(tx, line.value, body);
    return split.ok ? ok(params) : split;
  }),

  handle(contract.undoMatch, async ({ tx, params, body, decide }) => {
    const line = await findOwnLine(tx, params, decide);
    if (!line.ok) return line;
    const undone = await store.undoMatch(tx, line.value, body);
    return undone.ok ? ok(params) : undone;
  }),

  handle(contract.withdrawBankLine, async ({ tx, params, body, decide }) => {
    const line = await findOwnLine(tx, params, decide);
    if (!line.ok) return line;
    const withdrawn = await store.withdrawBankLine(tx, line.value, body);
    return withdrawn.ok ? ok(params) : withdrawn;
  }),
];

interface Key {
  readonly county: number;
  readonly id: string;
}

type Decide = (act: string, subject: ReturnType<typeof subjectOf>) => Refusal | undefined;

async function findOwnBook(tx: Tx, key: Key, decide: Decide): Promise<Result<BookRow, Refusal>> {
  const book = await findBook(tx, key);
  const barred = book && decide('bank.match', subjectOf(book));
  return book && !barred ? ok(book) : refuse(barred ?? { code: 'not_found' });
}

/** The book, when the code is its bank account or one below it. */
async function findBankAccount(
  tx: Tx,
  { code, ...key }: Key & { readonly code: string },
  decide: Decide,
): Promise<Result<BookRow, Refusal>> {
  const book = await findOwnBook(tx, key, decide);
  if (!book.ok) return book;
  const bank = accountOf(book.value.chart, 'bank') ?? '';
  const account = (await listBookAccounts(tx, book.value)).find((one) => one.code === code);
  const isBank = account !== undefined && code.startsWith(bank) && !account.hasBelow;
  return isBank ? book : refuse({ code: 'bank_account', field: 'code' });
}

async function findOwnLine(tx: Tx, key: Key, decide: Decide): Promise<Result<store.BankLineRow, Refusal>> {
  const line = await store.findBankLine(tx, key);
  const barred = line && decide('bank.match', subjectOf(line));
  return line && !barred ? ok(line) : refuse(barred ?? { code: 'not_found' });
}

function subjectOf({ place, cooperativeId }: { readonly place: number; readonly cooperativeId: string }) {
  return { place, organisationId: cooperativeId };
}

function reportOf(plan: ImportPlan, language: Language) {
  const { inserted, updated, unchanged, rejected } = plan;
  const errors = plan.errors.slice(0, mostErrors).map((error) => {
    const column = bankSheet.columns.find(({ key }) => key === error.key);
    return {
      row: error.rowNumber,
      ...(column ? { column: speak(column.title, language) } : {}),
      message: describeError({ ...error, key: '' }, { spec: bankSheet, language, words }),
    };
  });
  return { inserted, updated, unchanged, rejected, errors };
}
