import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as checks from './check-store.ts';
import * as contract from './project-contract.ts';
import { projectStep, proposeCheck, proposeProject, proposeReform, reformSteps } from './project-rules.ts';
import * as projects from './project-store.ts';
import * as reforms from './reform-store.ts';
import { isOpenVillage } from './store.ts';

const landProjects: readonly Handler[] = [
  handle(contract.listProjects, async ({ tx, query, allowed }) => {
    const { limit, offset, ...filters } = query;
    const { rows, ...sums } = await projects.listProjects(tx, filters, { limit, offset });
    const shown = rows.map((row) => {
      return { ...row, step: projectStep(row), allowed: allowed(['land.project'], { place: row.place }) };
    });
    return ok({ ...sums, rows: shown });
  }),

  handle(contract.recordProject, async ({ tx, body, decide }) => {
    const { id, place, ...fields } = body;
    const refused = decide('land.project', { place });
    if (refused) return refuse(refused);
    if (!(await isOpenVillage(tx, place))) return refuse({ code: 'parcel_place', field: 'place' });
    const proposed = proposeProject(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const county = countyOf(placeOf(place));
    return unlessKnown(async () => {
      await projects.recordProject(tx, { county, id, place }, fields);
      return ok({ county, id });
    });
  }),

  handle(contract.correctProject, async ({ tx, params, body, decide }) => {
    const place = await projects.findProjectPlace(tx, params);
    if (place === undefined) return refuse({ code: 'not_found' });
    const refused = decide('land.project', { place });
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    const proposed = proposeProject(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    return unlessKnown(async () => {
      const done = await projects.correctProject(tx, { ...params, revision }, { fields, reason });
      return done ? ok(params) : refuse({ code: 'stale' });
    });
  }),
];

const forestReforms: readonly Handler[] = [
  handle(contract.listReforms, async ({ tx, query, allowed }) => {
    const { limit, offset, ...filters } = query;
    const { rows, total } = await reforms.listReforms(tx, filters, { limit, offset });
    const shown = rows.map((row) => {
      const reached = new Set(row.reached.map(({ step }) => step));
      const next = reformSteps.find((step) => !reached.has(step)) ?? null;
      return { ...row, next, allowed: allowed(['land.reform'], { place: row.place }) };
    });
    return ok({ rows: shown, total });
  }),

  handle(contract.recordReform, async ({ tx, body, decide }) => {
    const { id, place, step, ...fields } = body;
    const refused = decide('land.reform', { place });
    if (refused) return refuse(refused);
    if (!(await isOpenVillage(tx, place))) return refuse({ code: 'parcel_place', field: 'place' });
    const others = await reforms.listReached(tx, [place]);
    const proposed = proposeReform({ step, reachedOn: fields.reachedOn }, others, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const county = countyOf(placeOf(place));
    return unlessKnown(async () => {
      await reforms.recordReform(tx, { county, id, place, step }, fields);
      return ok({ county, id });
    });
  }),

  handle(contract.correctReform, async ({ tx, params, body, decide }) => {
    const known = await reforms.findReform(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land.reform', { place: known.place });
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    const others = (await reforms.listReached(tx, [known.place])).filter(({ id }) => id !== params.id);
    const reached = { step: known.step, reachedOn: fields.reachedOn };
    const proposed = proposeReform(reached, others, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const done = await reforms.correctReform(tx, { ...params, revision }, { fields, reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),
];

const ecologicalChecks: readonly Handler[] = [
  handle(contract.listChecks, async ({ tx, query, allowed }) => {
    const { limit, offset, ...filters } = query;
    const { rows, total } = await checks.listChecks(tx, filters, { limit, offset });
    const shown = rows.map((row) => ({ ...row, allowed: allowed(['land.ecology'], { place: row.place }) }));
    return ok({ rows: shown, total });
  }),

  handle(contract.recordCheck, async ({ tx, body, decide }) => {
    const { id, place, subjectType, subjectId, ...fields } = body;
    const refused = decide('land.ecology', { place });
    if (refused) return refuse(refused);
    if (!(await isOpenVillage(tx, place))) return refuse({ code: 'parcel_place', field: 'place' });
    const proposed = proposeCheck(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const county = countyOf(placeOf(place));
    await checks.recordCheck(tx, { county, id, place, subjectType, subjectId }, fields);
    return ok({ county, id });
  }),

  handle(contract.correctCheck, async ({ tx, params, body, decide }) => {
    const place = await checks.findCheckPlace(tx, params);
    if (place === undefined) return refuse({ code: 'not_found' });
    const refused = decide('land.ecology', { place });
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    const proposed = proposeCheck(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const done = await checks.correctCheck(tx, { ...params, revision }, { fields, reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),
];

async function unlessKnown<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'land_project_name')) return refuse({ code: 'project_known', field: 'name' });
    if (isUniqueViolation(error, 'forest_reform_once')) return refuse({ code: 'reform_known', field: 'step' });
    throw error;
  }
}

export const projectRoutes: readonly Handler[] = [...landProjects, ...forestReforms, ...ecologicalChecks];
