import { noteAct } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { speak } from '../../platform/words.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { viewAct } from './act-view-store.ts';
import { listChoices } from './choice-store.ts';
import * as contract from './contract.ts';
import { decisionRoutes } from './decision-routes.ts';
import { openActs } from './decision-rules.ts';
import type { Ground } from './ground-store.ts';
import { linkRoutes } from './link-routes.ts';
import { foreseeComposition, planAct } from './plan-store.ts';
import { findExitDay, groundOfRenewal, proposeAct, renewAct } from './propose-store.ts';
import { termsOf } from './rules.ts';
import { actSheet } from './sheet-contract.ts';
import * as store from './store.ts';
import { describePlan, findChart } from './view-store.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostExported = 100_000;

export const routes: readonly Handler[] = [
  handle(contract.previewAct, async ({ tx, query }) => {
    const cooperative = await findCooperative(tx, { county: query.county, id: query.cooperativeId });
    if (!cooperative) return refuse({ code: 'not_found' });
    let ground: Ground = {
      ...{ cooperative, terms: termsOf(query, cooperative.place), actId: query.id },
      ...{ leavesOn: null, idNumberHash: null },
    };
    if (query.renews === 'true') {
      const act = await store.findAct(tx, { county: query.county, id: query.id });
      if (act?.cooperativeId !== cooperative.id) return refuse({ code: 'not_found' });
      const leavesOn = await findExitDay(tx, cooperative, act);
      if (!leavesOn.ok) return leavesOn;
      ground = await groundOfRenewal(tx, cooperative, { act, leavesOn: leavesOn.value, change: query });
    }
    const plan = await planAct(tx, ground);
    if (!plan.ok) return plan;
    const composition = await foreseeComposition(tx, ground);
    return ok({
      ...(await describePlan(tx, cooperative, plan.value)),
      digest: plan.value.digest,
      chart: await findChart(tx, cooperative, ground.terms.occurredOn),
      settlement: plan.value.settlement ?? null,
      leavesOn: plan.value.leavesOn ?? null,
      composition: composition && { breaches: [...composition.breaches], cureBy: composition.cureBy },
    });
  }),

  handle(contract.choices, async ({ tx, query }) => {
    const cooperative = await findCooperative(tx, { county: query.county, id: query.cooperativeId });
    return cooperative ? ok(await listChoices(tx, cooperative, query.membershipId)) : refuse({ code: 'not_found' });
  }),

  handle(contract.proposeAct, async ({ tx, body, decide }) => {
    const cooperative = await findCooperative(tx, { county: body.county, id: body.cooperativeId });
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership_act.propose', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const proposed = await proposeAct(tx, cooperative, body);
    return proposed.ok ? ok({ county: cooperative.county, id: body.id }) : proposed;
  }),

  handle(contract.renewAct, async ({ tx, params, body, decide }) => {
    const act = await store.findAct(tx, params);
    const cooperative = act && (await findCooperative(tx, { county: act.county, id: act.cooperativeId }));
    if (!act || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership_act.propose', { place: act.place, organisationId: act.cooperativeId });
    if (refused) return refuse(refused);
    if ((act.state !== 'proposed' && act.state !== 'noticed') || act.kind === 'join')
      return refuse({ code: 'act_closed' });
    const renewed = await renewAct(tx, act, { ...body, cooperative, change: body });
    return renewed.ok ? ok(params) : renewed;
  }),

  handle(contract.listActs, async ({ tx, query }) => {
    const { rows, total } = await store.listActs(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.exportActs, async ({ tx, actor, query, language }) => {
    const { rows } = await store.listActs(tx, { ...query, limit: mostExported, offset: 0 });
    const exported = { exportedBy: actor.name, exportedAt: tx.now };
    const list = writeList({ spec: actSheet, rows: rows.map(toSheetRow), language, ...exported });
    const pieces: Buffer[] = [];
    for await (const piece of list) pieces.push(piece);
    const [first] = rows;
    const key = first && { county: first.county, id: first.id };
    if (first && key) noteAct(tx, 'membership_act', { key, place: first.place, note: { exported: rows.length } });
    const fileName = `${speak(words.title, language)}.xlsx`;
    return ok({ fileName, contentType: xlsx, content: Buffer.concat(pieces) });
  }),

  handle(contract.getAct, async ({ tx, actor, params, allowed }) => {
    const act = await store.findAct(tx, params);
    if (!act) return refuse({ code: 'not_found' });
    const view = await viewAct(tx, act);
    return ok({ ...view, allowed: allowedActs(act, actor.accountId, allowed) });
  }),

  ...decisionRoutes,
  ...linkRoutes,
];

function toSheetRow(row: store.ActView) {
  const { occurredOn, cooperativeName, kind, memberNumber, memberName, toName, documentNumber } = row;
  const { totalShares, totalFen, state, madeByName } = row;
  return {
    ...{ occurredOn, cooperativeName, kind, memberNumber, memberName, toName, documentNumber },
    ...{ totalShares, totalFen, state, madeByName },
  };
}

/** What the reader may do with it now: nobody checks what he made, or reverses what he asked for. */
function allowedActs(
  act: store.ActRow,
  accountId: string,
  allowed: (acts: readonly string[], subject: { place: number; organisationId: string; makerId?: string }) => string[],
): string[] {
  const subject = { place: act.place, organisationId: act.cooperativeId };
  return openActs(act).flatMap(({ name, act: permission, maker }) =>
    maker === accountId || allowed([permission], subject).length === 0 ? [] : [name],
  );
}
