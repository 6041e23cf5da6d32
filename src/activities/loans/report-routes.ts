import { handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { openApplication, subjectOf } from './application-routes.ts';
import * as contract from './report-contract.ts';
import { closeReport, findReport, listReports, recordReport } from './report-store.ts';

export const routes = [
  handle(contract.listReports, async ({ tx, query, allowed }) => {
    const { rows, total } = await listReports(tx, query);
    const shown = rows.map((row) => ({
      ...row,
      allowed: allowed(row.state === 'open' ? ['loan.report_close'] : [], { place: row.place }),
    }));
    return ok({ rows: shown, total });
  }),

  handle(contract.recordReport, async ({ tx, params, body, decide }) => {
    const opened = await openApplication(tx, params, ['sent', 'approved', 'contracted']);
    if (!opened.ok) return opened;
    const refused = decide('loan.report', subjectOf(opened.value));
    if (refused) return refuse(refused);
    if (opened.value.kind !== 'microcredit') return refuse({ code: 'report_not_exempt' });
    await recordReport(tx, opened.value, body);
    return ok({ county: params.county, id: body.id });
  }),

  handle(contract.closeReport, async ({ tx, params, body, decide }) => {
    const row = await findReport(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('loan.report_close', { place: row.place });
    if (refused) return refuse(refused);
    if (row.state === 'closed') return refuse({ code: 'report_closed' });
    const closed = await closeReport(tx, { ...params, revision: body.revision }, body.result);
    return closed ? ok(params) : refuse({ code: 'stale' });
  }),
];
