import { isForeignKeyViolation, isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { boundaryAreaMu, parseBoundary } from '../../platform/pure/boundary.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { grassRoutes } from './grass-routes.ts';
import { findHolder, findVillageName, type Holder, searchHolders } from './holder-store.ts';
import { listCapacityLines, listOverlaps, listParcels, listTransferLines, readParcel } from './list-store.ts';
import { boxOf } from './outline-rules.ts';
import { type Drawn, flagOverlaps, withdrawOverlaps } from './outline-store.ts';
import { projectRoutes } from './project-routes.ts';
import { rentRoutes } from './rent-routes.ts';
import { proposeLeave, proposeParcel } from './rules.ts';
import { sheetRoutes } from './sheet-routes.ts';
import * as store from './store.ts';
import { transferRoutes } from './transfer-routes.ts';

const acts = ['land.record', 'land.transfer', 'land.capacity', 'land.export'];

const parcelRoutes: readonly Handler[] = [
  handle(contract.listParcels, async ({ tx, query }) => {
    const { limit, offset, ...filters } = query;
    return ok(await listParcels(tx, filters, { limit, offset }));
  }),

  handle(contract.nextParcelNumber, async ({ tx, query, decide }) => {
    const refused = decide('land.record', { place: query.place });
    return refused ? refuse(refused) : ok({ number: await store.findNextNumber(tx, query.place) });
  }),

  handle(contract.getParcel, async ({ tx, params, allowed }) => {
    const parcel = await readParcel(tx, params);
    if (!parcel) return refuse({ code: 'not_found' });
    return ok({
      ...parcel,
      overlapsWith: await listOverlaps(tx, params),
      transfers: await listTransferLines(tx, params),
      capacities: await listCapacityLines(tx, params),
      allowed: allowed(acts, { place: parcel.place }),
    });
  }),

  handle(contract.recordParcel, async ({ tx, body, decide }) => {
    const { id, place, ...fields } = body;
    const refused = decide('land.record', { place });
    if (refused) return refuse(refused);
    if (!(await store.isOpenVillage(tx, place))) return refuse({ code: 'parcel_place', field: 'place' });
    const at = { county: countyOf(placeOf(place)), id, place };
    const proposed = await proposeWrite(tx, at, { ...fields, listedOn: fields.listedOn ?? todayInShanghai(tx.now) });
    if (!proposed.ok) return proposed;
    const { write, drawn } = proposed.value;
    return unlessNumberKnown(async () => {
      await store.recordParcel(tx, at, write);
      return ok({ county: at.county, id, overlaps: await flagOverlaps(tx, { ...at, outline: drawn }, 'recorded') });
    });
  }),

  handle(contract.correctParcel, async ({ tx, params, body, decide }) => {
    const parcel = await store.holdParcel(tx, params);
    if (!parcel) return refuse({ code: 'not_found' });
    const refused = decide('land.record', { place: parcel.place });
    if (refused) return refuse(refused);
    if (parcel.leftOn !== null) return refuse({ code: 'parcel_left' });
    const { revision, reason, ...fields } = body;
    if (fields.areaMu < parcel.letUpToMu) {
      return refuse({ code: 'parcel_let_more', field: 'areaMu', values: { let: parcel.letUpToMu.toFixed(2) } });
    }
    const proposed = await proposeWrite(tx, parcel, { ...fields, listedOn: fields.listedOn ?? parcel.listedOn });
    if (!proposed.ok) return proposed;
    const { write, drawn } = proposed.value;
    return unlessNumberKnown(async () => {
      if (!(await store.correctParcel(tx, { ...params, revision }, { ...write, reason })))
        return refuse({ code: 'stale' });
      return ok({ ...params, overlaps: await flagOverlaps(tx, { ...parcel, outline: drawn }, reason) });
    });
  }),

  handle(contract.leaveParcel, async ({ tx, params, body, decide }) => {
    const parcel = await store.holdParcel(tx, params);
    if (!parcel) return refuse({ code: 'not_found' });
    const refused = decide('land.record', { place: parcel.place });
    if (refused) return refuse(refused);
    const proposed = proposeLeave(parcel, body.leftOn, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    await withdrawOverlaps(tx, params, body.reason);
    const done = await store.leaveParcel(tx, { ...params, revision: body.revision }, body);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawParcel, async ({ tx, params, body, decide }) => {
    const parcel = await store.findParcel(tx, params);
    if (!parcel) return refuse({ code: 'not_found' });
    const refused = decide('land.record', { place: parcel.place });
    if (refused) return refuse(refused);
    try {
      await withdrawOverlaps(tx, params, body.reason);
      const done = await store.withdrawParcel(tx, { ...params, revision: body.revision }, body.reason);
      return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
    } catch (error) {
      if (isForeignKeyViolation(error)) return refuse({ code: 'parcel_in_use' });
      throw error;
    }
  }),

  handle(contract.listHolders, async ({ tx, query }) => {
    if (query.id !== undefined) {
      const county = Math.floor((tx.actor.range?.lo ?? 0) / 1_000_000);
      const one = await findHolder(tx, { county, id: query.id });
      const rows = one ? [{ kind: one.kind, id: one.id, name: one.name, sub: '' }] : [];
      return ok({ rows, total: rows.length });
    }
    const found = query.q ? await searchHolders(tx, query) : { rows: [], total: 0 };
    return ok({ rows: found.rows.map(({ place: _, ...row }) => row), total: found.total });
  }),
];

interface Proposed {
  readonly write: store.ParcelWrite;
  readonly drawn: Drawn['outline'];
}

/** Checks a parcel with its outline, and finds whoever holds it. */
async function proposeWrite(
  tx: Tx,
  at: { readonly county: number; readonly place: number },
  fields: store.ParcelWrite['fields'],
): Promise<Result<Proposed, Refusal>> {
  const checked = proposeParcel(fields, todayInShanghai(tx.now));
  if (!checked.ok) return checked;
  const holder = await holderOf(tx, at, fields);
  if (!holder.ok) return holder;
  if (fields.boundary === null) {
    const outline = { drawnMu: null, west: null, south: null, east: null, north: null };
    return ok({ write: { fields, holder: holder.value, outline }, drawn: undefined });
  }
  const boundary = parseBoundary(fields.boundary);
  if (!boundary.ok) return boundary;
  const drawnMu = boundaryAreaMu(boundary.value);
  const outline = { drawnMu, ...boxOf(boundary.value) };
  return ok({ write: { fields, holder: holder.value, outline }, drawn: { boundary: boundary.value, drawnMu } });
}

async function holderOf(
  tx: Tx,
  at: { readonly county: number; readonly place: number },
  { holderKind, holderId, holderName }: contract.ParcelFields,
): Promise<Result<Holder, Refusal>> {
  if (holderKind === 'collective') return ok({ id: null, name: await findVillageName(tx, at.place) });
  if (holderKind === 'other') {
    return holderName === null
      ? refuse({ code: 'parcel_holder_unknown', field: 'holderName' })
      : ok({ id: null, name: holderName });
  }
  const found = holderId === null ? undefined : await findHolder(tx, { county: at.county, id: holderId }, holderKind);
  return found ? ok({ id: found.id, name: found.name }) : refuse({ code: 'parcel_holder_unknown', field: 'holderId' });
}

async function unlessNumberKnown<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'land_parcel_number')) return refuse({ code: 'parcel_number_known', field: 'number' });
    throw error;
  }
}

export const routes: readonly Handler[] = [
  ...parcelRoutes,
  ...transferRoutes,
  ...rentRoutes,
  ...grassRoutes,
  ...projectRoutes,
  ...sheetRoutes,
];
