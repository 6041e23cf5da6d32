import { isUniqueViolation } from '../../platform/db/connection.ts';
import { handle } from '../../platform/http/handle.ts';
import { countyOf, placeLevel, placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposePost } from './rules.ts';
import * as store from './store.ts';

export const routes = [
  handle(contract.listBranches, async ({ tx, query }) => {
    const { rows, total } = await store.listBranches(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getBranch, async ({ tx, params, allowed }) => {
    const branch = await store.findBranch(tx, params);
    if (!branch) return refuse({ code: 'not_found' });
    const posts = await store.listPosts(tx, params);
    const years = await store.listYears(tx, params);
    const rectifications = await store.listRectifications(tx, params);
    const acts = allowed(['branch.record', 'branch.rate'], { place: branch.place });
    return ok({ ...branch, posts: [...posts], years, rectifications, allowed: acts });
  }),

  handle(contract.recordBranch, async ({ tx, body, decide }) => {
    const refused = decide('branch.record', { place: body.place });
    if (refused) return refuse(refused);
    const place = placeOf(body.place);
    if (placeLevel(place) !== 'village') return refuse({ code: 'branch_not_village', field: 'place' });
    const county = countyOf(place);
    return unlessKnown({ code: 'branch_name_known', field: 'name' }, async () => {
      await store.recordBranch(tx, { ...body, county });
      return { county, id: body.id };
    });
  }),

  handle(contract.recordPost, async ({ tx, params, body, decide }) => {
    const branch = await store.findBranch(tx, params);
    if (!branch) return refuse({ code: 'not_found' });
    const refused = decide('branch.record', { place: branch.place });
    if (refused) return refuse(refused);
    const proposed = proposePost(body, await store.listPosts(tx, params));
    if (!proposed.ok) return proposed;
    return unlessKnown({ code: 'branch_secretary_known', field: 'startsOn' }, async () => {
      await store.recordPost(tx, { ...body, county: branch.county, place: branch.place, branchId: branch.id });
      return { id: body.id };
    });
  }),

  handle(contract.endPost, async ({ tx, params, body, decide }) => {
    const branch = await store.findBranch(tx, params);
    const post = branch && (await store.listPosts(tx, params)).find((one) => one.id === params.postId);
    if (!branch || !post) return refuse({ code: 'not_found' });
    const refused = decide('branch.record', { place: branch.place });
    if (refused) return refuse(refused);
    if (body.endsOn <= post.startsOn) return refuse({ code: 'branch_period', field: 'endsOn' });
    const key = { county: branch.county, id: post.id, revision: body.revision };
    return (await store.endPost(tx, key, body)) ? ok({ id: post.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.recordYear, async ({ tx, params, body, decide }) => {
    const branch = await store.findBranch(tx, params);
    if (!branch) return refuse({ code: 'not_found' });
    const refused = decide('branch.rate', { place: branch.place });
    if (refused) return refuse(refused);
    return unlessKnown({ code: 'branch_year_known', field: 'year' }, async () => {
      await store.recordYear(tx, { ...body, county: branch.county, place: branch.place, branchId: branch.id });
      return { id: body.id };
    });
  }),

  handle(contract.openRectification, async ({ tx, params, body, decide }) => {
    const branch = await store.findBranch(tx, params);
    if (!branch) return refuse({ code: 'not_found' });
    const refused = decide('branch.rate', { place: branch.place });
    if (refused) return refuse(refused);
    if (body.dueOn <= body.foundOn) return refuse({ code: 'branch_due', field: 'dueOn' });
    return unlessKnown({ code: 'branch_rectification_open' }, async () => {
      await store.openRectification(tx, { ...body, county: branch.county, place: branch.place, branchId: branch.id });
      return { id: body.id };
    });
  }),

  handle(contract.closeRectification, async ({ tx, params, body, decide }) => {
    const branch = await store.findBranch(tx, params);
    const open =
      branch && (await store.listRectifications(tx, params)).find((one) => one.id === params.rectificationId);
    if (!branch || !open) return refuse({ code: 'not_found' });
    const refused = decide('branch.rate', { place: branch.place });
    if (refused) return refuse(refused);
    if (body.closedOn < open.foundOn) return refuse({ code: 'branch_period', field: 'closedOn' });
    const key = { county: branch.county, id: open.id, revision: body.revision };
    return (await store.closeRectification(tx, key, body)) ? ok({ id: open.id }) : refuse({ code: 'stale' });
  }),
];

/** Writes; when the database knows such a record already, answers the refusal instead (R11: the constraint decides). */
async function unlessKnown<T>(refusal: Refusal, write: () => Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await write());
  } catch (error) {
    if (isUniqueViolation(error)) return refuse(refusal);
    throw error;
  }
}
