import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { speak } from '../../platform/words.ts';
import { findBranch } from '../../registers/party-branches/public.ts';
import { readState } from './chain-store.ts';
import * as contract from './contract.ts';
import { routes as documentRoutes } from './document-routes.ts';
import { changePlan, giveUp, holdPlan } from './draft-store.ts';
import { routes as founderRoutes } from './founder-routes.ts';
import { formationSteps, proposePlan } from './rules.ts';
import { formationSheet } from './sheet-contract.ts';
import { routes as stepRoutes } from './step-routes.ts';
import * as store from './store.ts';
import { stateView } from './view-rules.ts';
import { words } from './words.ts';

const mostExported = 10_000;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const planRoutes: readonly Handler[] = [
  handle(contract.listFormations, async ({ tx, query }) => {
    const { rows, total } = await store.listFormations(tx, query);
    return ok({ rows: rows.map(rowView), total });
  }),

  handle(contract.exportFormations, async ({ tx, actor, query, language }) => {
    const { rows } = await store.listFormations(tx, { ...query, limit: mostExported, offset: 0 });
    const lines = rows.map(rowView).map((row) => ({
      name: row.name,
      placeName: row.placeName,
      kind: speak(words[`code.kind.${row.kind}`], language),
      draftedOn: row.draftedOn,
      founders: row.founders,
      capital: formatYuan(row.capitalFen).replaceAll(',', ''),
      reached: row.reached.map((step) => speak(words[`step.${step}`], language)).join(' → '),
      next: row.next ? speak(words[`step.${row.next}`], language) : '',
      state: speak(words[`code.state.${row.state}`], language),
    }));
    const sheet = { spec: formationSheet, rows: lines, language, exportedBy: actor.name, exportedAt: tx.now };
    const pieces: Buffer[] = [];
    for await (const piece of writeList(sheet)) pieces.push(piece);
    const fileName = `${speak(words.title, language)}.xlsx`;
    return ok({ fileName, contentType: xlsxType, content: Buffer.concat(pieces) });
  }),

  handle(contract.getFormation, async ({ tx, params, allowed }) => {
    const formation = await store.findFormation(tx, params);
    if (!formation) return refuse({ code: 'not_found' });
    const state = await readState(tx, formation);
    const open = formation.state === 'open';
    const acts = open ? allowed(['formation.record', 'formation.register'], { place: formation.place }) : [];
    return ok({ ...stateView(state), allowed: acts });
  }),

  handle(contract.recordFormation, async ({ tx, body, decide }) => {
    const refused = decide('formation.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposePlan(body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const county = countyOf(placeOf(body.place));
    if (body.branchId !== null && !(await findBranch(tx, { county, id: body.branchId }))) {
      return refuse({ code: 'formation_branch_unknown', field: 'branchId' });
    }
    await store.recordFormation(tx, { ...body, county });
    return ok({ county, id: body.id });
  }),

  handle(contract.correctFormation, async ({ tx, params, body, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const { revision, reason, ...fields } = body;
    const proposed = proposePlan({ ...held.value, ...fields }, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    if (fields.branchId !== null && !(await findBranch(tx, { county: params.county, id: fields.branchId }))) {
      return refuse({ code: 'formation_branch_unknown', field: 'branchId' });
    }
    return changePlan(tx, held.value, {
      reason,
      write: () => store.correctFormation(tx, { key: { ...params, revision }, reason }, fields),
    });
  }),

  handle(contract.abandonFormation, async ({ tx, params, body, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const change = { key: { ...params, revision: body.revision }, reason: body.reason };
    const done = await store.abandonFormation(tx, change, todayInShanghai(tx.now));
    if (!done) return refuse({ code: 'stale' });
    await giveUp(tx, held.value, body.reason);
    return ok(params);
  }),
];

export const routes: readonly Handler[] = [...planRoutes, ...founderRoutes, ...stepRoutes, ...documentRoutes];

function rowView(row: store.FormationListRow) {
  const { county, id, place, placeName, kind, name, draftedOn, state, revision, founders, capitalFen } = row;
  const reached = formationSteps.filter((step) => row.reached.includes(step));
  const next = state === 'open' ? (formationSteps.find((step) => !reached.includes(step)) ?? null) : null;
  return { county, id, place, placeName, kind, name, draftedOn, state, revision, founders, capitalFen, reached, next };
}
