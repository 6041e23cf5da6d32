import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { formatsOf } from '../../platform/ui/format.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import * as accounts from './account-contract.ts';
import * as control from './control-contract.ts';
import * as documents from './document-contract.ts';
import { withPlaces } from './document-routes.ts';
import { pageDocuments } from './document-store.ts';
import { readGrid } from './grid-routes.ts';
import { listIdle } from './idle-store.ts';
import * as lists from './list-sheet-contract.ts';
import * as orders from './order-contract.ts';
import { listOrders } from './order-store.ts';
import { listOverrides } from './override-store.ts';
import { listRecoveries } from './recovery-store.ts';
import { listRefusals } from './refusal-list-store.ts';
import * as sheets from './sheet-contract.ts';
import * as views from './view-store.ts';
import { words } from './words.ts';
import { mostExported, workbookOf } from './workbook-store.ts';

const whole = { limit: mostExported, offset: 0 };
const pairs: Readonly<Record<string, WordPair>> = words;

function coded(list: string, code: string, language: Language): string {
  return speak(pairs[`code.${list}.${code}`] ?? [code, code], language);
}

/** The lists as workbooks; each leaves its trace. */
export const exportRoutes: readonly Handler[] = [
  handle(documents.exportDocuments, async ({ tx, query, language }) => {
    const found = await withPlaces(tx, (await pageDocuments(tx, { ...query, ...whole })).rows);
    const rows = found.map((row) => ({
      ...row,
      standard: String(row.standard),
      purposes: row.purposes.map((code) => coded('purpose', code, language)).join('、'),
      payeeKinds: row.payeeKinds.map((code) => coded('payeeKind', code, language)).join('、'),
      places: row.places.map(({ code }) => code).join('、'),
    }));
    return ok(
      await workbookOf(tx, { table: 'fund_document', spec: sheets.documentSheet, rows, asked: query, language }),
    );
  }),

  handle(orders.exportOrders, async ({ tx, query, language }) => {
    const found = (await listOrders(tx, { ...query, ...whole })).rows;
    const rows = found.map((row) => ({ ...row, state: coded('orderState', row.state, language) }));
    return ok(await workbookOf(tx, { table: 'fund_order', spec: lists.orderSheet, rows, asked: query, language }));
  }),

  handle(orders.exportGrid, async ({ tx, query, language }) => {
    const { rows: villages } = await readGrid(tx, query);
    const rows = villages.flatMap(({ cells, placeName, bannerName }) =>
      cells.map(({ year, state, receivedFen, releases }) => ({
        ...{ placeName, bannerName, year, receivedFen, releases },
        state: coded('gridState', state, language),
      })),
    );
    return ok(await workbookOf(tx, { table: 'fund_order_line', spec: lists.gridSheet, rows, asked: query, language }));
  }),

  handle(accounts.exportAccounts, async ({ tx, query, language }) => {
    const found = (await views.listAccounts(tx, { ...query, ...whole })).rows;
    const rows = found.map((row) => ({
      ...row,
      holder: coded('holder', row.holder, language),
      pool: coded('pool', row.pool, language),
      discipline: coded('discipline', row.discipline, language),
    }));
    return ok(await workbookOf(tx, { table: 'fund_account', spec: lists.accountSheet, rows, asked: query, language }));
  }),

  handle(accounts.exportMovements, async ({ tx, query, language }) => {
    const rows = (await views.listMovements(tx, { ...query, ...whole })).rows.map((row) => ({ ...row }));
    return ok(
      await workbookOf(tx, { table: 'fund_movement', spec: lists.movementSheet, rows, asked: query, language }),
    );
  }),

  handle(accounts.exportIdle, async ({ tx, query, language }) => {
    const on = query.on ?? todayInShanghai(tx.now);
    const rows = (await listIdle(tx, { ...query, on, ...whole })).rows.map((row) => ({ ...row }));
    return ok(await workbookOf(tx, { table: 'fund_lot', spec: lists.idleSheet, rows, asked: query, language }));
  }),

  handle(control.exportOverrides, async ({ tx, query, language }) => {
    const rows = (await listOverrides(tx, { ...query, ...whole })).rows.map((row) => ({
      ...row,
      reason: speak(words[`refusal.${row.code}`], language, { number: row.documentNumber }),
      state: coded('overrideState', row.state, language),
    }));
    return ok(
      await workbookOf(tx, { table: 'fund_override', spec: lists.overrideSheet, rows, asked: query, language }),
    );
  }),

  handle(control.exportRefusals, async ({ tx, query, language, refusalWords }) => {
    const rows = (await listRefusals(tx, { ...query, ...whole })).rows.map(({ details, recordedAt, ...row }) => ({
      ...row,
      recordedAt: formatsOf(language).instant(recordedAt),
      reason: speak(refusalWords(row.code) ?? [row.code, row.code], language, details),
    }));
    return ok(await workbookOf(tx, { table: 'fund_refusal', spec: lists.refusalSheet, rows, asked: query, language }));
  }),

  handle(control.exportRecoveries, async ({ tx, query, language }) => {
    const rows = (await listRecoveries(tx, { ...query, ...whole })).rows.map((row) => ({
      ...row,
      cause: coded('cause', row.cause, language),
      state: coded('recoveryState', row.state, language),
    }));
    return ok(
      await workbookOf(tx, { table: 'fund_recovery', spec: lists.recoverySheet, rows, asked: query, language }),
    );
  }),
];
