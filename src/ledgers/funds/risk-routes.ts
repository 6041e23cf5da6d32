import { type Handler, handle } from '../../platform/http/handle.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { riskSheet } from './list-sheet-contract.ts';
import * as contract from './risk-contract.ts';
import * as store from './risk-store.ts';
import { mostExported, workbookOf } from './workbook-store.ts';

export const riskRoutes: readonly Handler[] = [
  handle(contract.listPayouts, async ({ tx, query }) => {
    const { rows, total, filtered } = await store.listPayouts(tx, query);
    const range = query.place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(query.place as Place);
    return ok({ rows: [...rows], total, filtered, sums: await store.sumRiskFund(tx, range) });
  }),

  handle(contract.exportPayouts, async ({ tx, query, language }) => {
    const { rows } = await store.listPayouts(tx, { ...query, limit: mostExported, offset: 0 });
    const listed = rows.map((row) => ({ ...row }));
    return ok(
      await workbookOf(tx, { table: 'fund_risk_payout', spec: riskSheet, rows: listed, asked: query, language }),
    );
  }),
];
