import { findParameter } from '../../measure/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, placeOf, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as contract from './grass-contract.ts';
import { factorCode, grassLight, type HerdSpecies, herdSpecies, overgrazedBp, sheepUnitsOf } from './grass-rules.ts';
import * as store from './grass-store.ts';
import { findHolder, findVillageName } from './holder-store.ts';
import { findParcel } from './store.ts';

export const grassRoutes: readonly Handler[] = [
  handle(contract.listGrassland, async ({ tx, query, decide }) => {
    const refused = decide('land.read', { place: query.place });
    if (refused) return refuse(refused);
    const year = await yearOf(tx, query);
    const rows = await store.listGrassland(tx, placeRange(placeOf(query.place)), year);
    return ok({ year, rows: rows.map(judged) });
  }),

  handle(contract.getGrassland, async ({ tx, query, decide, allowed }) => {
    const { place } = query;
    const refused = decide('land.read', { place });
    if (refused) return refuse(refused);
    const year = await yearOf(tx, query);
    const today = todayInShanghai(tx.now);
    const lastDay = `${year}-12-31`;
    const herds = await store.listHerds(tx, { place, year, on: lastDay < today ? lastDay : today });
    return ok({
      place,
      placeName: await findVillageName(tx, place),
      year,
      herds: herds.map(judged),
      parcels: [...(await store.listCapacities(tx, place, year))],
      allowed: allowed(['land.capacity', 'land.herd'], { place }),
    });
  }),

  handle(contract.setCapacity, async ({ tx, params, body, decide }) => {
    const parcel = await findParcel(tx, params);
    if (!parcel) return refuse({ code: 'not_found' });
    const refused = decide('land.capacity', { place: parcel.place });
    if (refused) return refuse(refused);
    if (parcel.kind !== 'grassland') return refuse({ code: 'capacity_not_grassland' });
    if (body.revision !== undefined) {
      const change = { ...body, revision: body.revision, reason: body.reason ?? body.documentNumber };
      return (await store.correctCapacity(tx, params, change)) ? ok({ id: body.id }) : refuse({ code: 'stale' });
    }
    try {
      await store.recordCapacity(tx, parcel, body);
      return ok({ id: body.id });
    } catch (error) {
      if (isUniqueViolation(error, 'grass_capacity_once')) return refuse({ code: 'capacity_known', field: 'year' });
      throw error;
    }
  }),

  handle(contract.recordHerd, async ({ tx, body, decide }) => {
    const { id, place, holderId, ...fields } = body;
    const refused = decide('land.herd', { place });
    if (refused) return refuse(refused);
    const county = countyOf(placeOf(place));
    const holder = await findHolder(tx, { county, id: holderId });
    if (holder?.place !== place) return refuse({ code: 'herd_holder_unknown', field: 'holderId' });
    const counted = await count(tx, fields);
    if (!counted.ok) return counted;
    try {
      await store.recordHerd(tx, { county, id, place, holder }, counted.value);
      return ok({ county, id, sheepUnits: counted.value.sheepUnits });
    } catch (error) {
      if (isUniqueViolation(error, 'herd_count_once')) return refuse({ code: 'herd_counted', field: 'countedOn' });
      throw error;
    }
  }),

  handle(contract.correctHerd, async ({ tx, params, body, decide }) => {
    const known = await store.findHerd(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land.herd', { place: known.place });
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    if (Number(fields.countedOn.slice(0, 4)) !== known.year) return refuse({ code: 'herd_year', field: 'countedOn' });
    const counted = await count(tx, fields);
    if (!counted.ok) return counted;
    const done = await store.correctHerd(tx, { ...params, revision }, { ...counted.value, reason });
    return done ? ok({ ...params, sheepUnits: counted.value.sheepUnits }) : refuse({ code: 'stale' });
  }),
];

async function yearOf(tx: Tx, asked: { readonly place: number; readonly year?: number | undefined }): Promise<number> {
  const present = Number(todayInShanghai(tx.now).slice(0, 4));
  return asked.year ?? (await store.findLastYear(tx, placeRange(placeOf(asked.place)), present)) ?? present;
}

function judged<R extends { readonly capacity: number | null; readonly herd: number }>(row: R) {
  const overBp = row.capacity === null ? 0 : overgrazedBp({ capacity: row.capacity, herd: row.herd });
  return { ...row, overBp, light: grassLight(row) };
}

/** A herd in sheep units by the factors in force on the day of its count. */
async function count(tx: Tx, fields: contract.HerdFields): Promise<Result<store.CountedHerd, Refusal>> {
  if (fields.countedOn > todayInShanghai(tx.now)) return refuse({ code: 'herd_in_future', field: 'countedOn' });
  const factors: Partial<Record<HerdSpecies, number>> = {};
  for (const species of herdSpecies) {
    const factor = await findParameter(tx, factorCode(species), fields.countedOn);
    const value = factor?.value ?? null;
    if (value === null) return refuse({ code: 'herd_factor_missing', field: species });
    factors[species] = value;
  }
  return ok({ fields, sheepUnits: sheepUnitsOf(fields, factors as Record<HerdSpecies, number>) });
}
