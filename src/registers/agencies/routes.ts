import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { proposeAgency } from './rules.ts';
import * as store from './store.ts';

const acts = ['agency.record', 'agency.withdraw'];

export const routes = [
  handle(contract.listAgencies, async ({ tx, query, allowed }) => {
    const { rows, total } = await store.listAgencies(tx, query);
    const names = await store.listPlaceNames(
      tx,
      rows.map((row) => row.place),
    );
    const views = rows.map((row) => ({
      ...row,
      placeName: names.get(row.place) ?? '',
      allowed: allowed(acts, { place: row.place }),
    }));
    return ok({ rows: views, total });
  }),

  handle(contract.getAgency, async ({ tx, params, allowed }) => {
    const row = await store.findAgency(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const names = await store.listPlaceNames(tx, [row.place]);
    return ok({ ...row, placeName: names.get(row.place) ?? '', allowed: allowed(acts, { place: row.place }) });
  }),

  handle(contract.recordAgency, async ({ tx, body, decide }) => {
    const refused = decide('agency.record', { place: body.place });
    if (refused) return refuse(refused);
    const proposed = proposeAgency(body);
    if (!proposed.ok) return proposed;
    const county = countyOf(placeOf(body.place));
    const { creditCode } = proposed.value;
    const known = await claim(tx, creditCode, { county, id: body.id });
    if (known) return refuse(known);
    const clash = await nameClash(() => store.recordAgency(tx, { ...body, creditCode, county }));
    return clash ? refuse(clash) : ok({ county, id: body.id });
  }),

  handle(contract.correctAgency, async ({ tx, params, body, decide }) => {
    const row = await store.findAgency(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('agency.record', { place: row.place });
    if (refused) return refuse(refused);
    const proposed = proposeAgency(body);
    if (!proposed.ok) return proposed;
    const { creditCode } = proposed.value;
    if (creditCode !== row.creditCode) await store.releaseCode(tx, params);
    const known = await claim(tx, creditCode, params);
    if (known) return refuse(known);
    const { revision, reason, ...fields } = body;
    const done = await store.correctAgency(tx, { ...params, revision }, { fields: { ...fields, creditCode }, reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawAgency, async ({ tx, params, body, decide }) => {
    const row = await store.findAgency(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('agency.withdraw', { place: row.place });
    if (refused) return refuse(refused);
    await store.releaseCode(tx, params);
    const done = await store.withdrawAgency(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),
];

async function claim(
  tx: Tx,
  code: string | null,
  holder: { county: number; id: string },
): Promise<Refusal | undefined> {
  if (code === null || (await store.claimCode(tx, code, holder))) return undefined;
  return { code: 'agency_known', field: 'creditCode' };
}

async function nameClash(write: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (isUniqueViolation(error, 'agency_county_place_name_key')) return { code: 'agency_name_known', field: 'name' };
    throw error;
  }
}
