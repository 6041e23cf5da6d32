import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './charter-contract.ts';
import { checkCharter } from './charter-rules.ts';
import { correctCharter, findCharterById, listCharters, withdrawCharter } from './charter-store.ts';
import { adoptCharter, readCharterLimits } from './register-store.ts';
import { findCooperative } from './store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listCharters, async ({ tx, params, allowed }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const rows = await listCharters(tx, params);
    const subject = { place: cooperative.place, organisationId: cooperative.id };
    return ok({ rows: [...rows], allowed: allowed(['charter.record'], subject) });
  }),

  handle(contract.recordCharter, async ({ tx, params, body, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('charter.record', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const adopted = await adoptCharter(tx, cooperative, body);
    return adopted.ok ? ok({ id: body.id }) : adopted;
  }),

  handle(contract.correctCharter, async ({ tx, params, body, decide }) => {
    const charter = await findCharterById(tx, params);
    const cooperative = charter && (await findCooperative(tx, { county: charter.county, id: charter.cooperativeId }));
    if (!charter || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('charter.record', { place: charter.place, organisationId: charter.cooperativeId });
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    const limits = await readCharterLimits(tx, charter.startsOn);
    const checked = checkCharter(cooperative.kind, { ...fields, startsOn: charter.startsOn }, limits);
    if (!checked.ok) return checked;
    const done = await correctCharter(tx, { ...params, revision }, { fields, reason });
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawCharter, async ({ tx, params, body, decide }) => {
    const charter = await findCharterById(tx, params);
    if (!charter) return refuse({ code: 'not_found' });
    const refused = decide('charter.record', { place: charter.place, organisationId: charter.cooperativeId });
    if (refused) return refuse(refused);
    if (charter.endsOn !== null) return refuse({ code: 'charter_not_latest' });
    return (await withdrawCharter(tx, charter, body)) ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),
];
