import { findParameter } from '../../measure/public.ts';
import { isForeignKeyViolation, isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Call, type Handler, handle } from '../../platform/http/handle.ts';
import { boundaryAreaMu, parseBoundary } from '../../platform/pure/boundary.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import * as contract from './contract.ts';
import { leaseRoutes } from './lease-routes.ts';
import { listAssets, readAsset, toRow } from './list-store.ts';
import { confirmationState, type Party, proposeAsset, proposeLeave } from './rules.ts';
import { sheetRoutes } from './sheet-routes.ts';
import * as store from './store.ts';
import { surveyRoutes } from './survey-routes.ts';
import { listCheckLines, listConfirmations, listContractLines } from './view-store.ts';

const acts = [
  'asset.record',
  'asset.confirm_village',
  'asset.confirm_township',
  'asset.check',
  'asset.let',
  'asset.export',
];

const assetRoutes = [
  handle(contract.listAssets, async ({ tx, query }) => {
    const { limit, offset, ...filters } = query;
    return ok(await listAssets(tx, filters, { limit, offset, days: await confirmationDays(tx) }));
  }),

  handle(contract.nextAssetNumber, async ({ tx, query, decide }) => {
    const refused = decide('asset.record', { place: query.place });
    return refused ? refuse(refused) : ok({ number: await store.findNextNumber(tx, query.place) });
  }),

  handle(contract.getAsset, async ({ tx, params, allowed }) => {
    const asset = await readAsset(tx, params);
    if (!asset) return refuse({ code: 'not_found' });
    const { villageOn: _village, townshipOn: _township, changedOn: _changed, ...rest } = asset;
    const drawn = asset.boundary === null ? undefined : parseBoundary(asset.boundary);
    return ok({
      ...rest,
      ...toRow(tx, asset, await confirmationDays(tx)),
      drawnMu: drawn?.ok ? boundaryAreaMu(drawn.value) : null,
      confirmations: await listConfirmations(tx, params),
      contracts: await listContractLines(tx, params),
      checks: await listCheckLines(tx, params),
      allowed: allowed(acts, { place: asset.place }),
    });
  }),

  handle(contract.recordAsset, async ({ tx, body, decide }) => {
    const { id, place, ...fields } = body;
    const refused = decide('asset.record', { place });
    if (refused) return refuse(refused);
    if (!(await store.isOpenVillage(tx, place))) return refuse({ code: 'asset_place', field: 'place' });
    const listed = { ...fields, listedOn: fields.listedOn ?? todayInShanghai(tx.now) };
    const proposed = checkFields(tx, listed);
    if (!proposed.ok) return proposed;
    const county = Math.floor(place / 1_000_000);
    return unlessNumberKnown(async () => {
      await store.recordAsset(tx, { county, id, place }, listed);
      return ok({ county, id });
    });
  }),

  handle(contract.correctAsset, async ({ tx, params, body, decide }) => {
    const asset = await store.findAsset(tx, params);
    if (!asset) return refuse({ code: 'not_found' });
    const refused = decide('asset.record', { place: asset.place });
    if (refused) return refuse(refused);
    if (asset.leftOn !== null) return refuse({ code: 'asset_left' });
    const { revision, reason, ...fields } = body;
    const proposed = checkFields(tx, { ...fields, listedOn: fields.listedOn ?? asset.listedOn });
    if (!proposed.ok) return proposed;
    return unlessNumberKnown(async () => {
      const done = await store.correctAsset(tx, asset, { revision, reason, fields });
      return done ? ok(params) : refuse({ code: 'stale' });
    });
  }),

  handle(contract.leaveAsset, async ({ tx, params, body, decide }) => {
    const asset = await store.findAsset(tx, params);
    if (!asset) return refuse({ code: 'not_found' });
    const refused = decide('asset.record', { place: asset.place });
    if (refused) return refuse(refused);
    const proposed = proposeLeave(asset, body.leftOn, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    return (await store.leaveAsset(tx, asset, body)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawAsset, async ({ tx, params, body, decide }) => {
    const asset = await store.findAsset(tx, params);
    if (!asset) return refuse({ code: 'not_found' });
    const refused = decide('asset.record', { place: asset.place });
    if (refused) return refuse(refused);
    if (asset.isInUse) return refuse({ code: 'asset_in_use' });
    try {
      const done = await store.withdrawAsset(tx, { ...params, revision: body.revision }, body.reason);
      return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
    } catch (error) {
      if (isForeignKeyViolation(error)) return refuse({ code: 'asset_in_use' });
      throw error;
    }
  }),

  handle(contract.confirmByVillage, (call) => confirm(call, 'village')),
  handle(contract.confirmByTownship, (call) => confirm(call, 'township')),
];

type ConfirmCall = Pick<Call<typeof contract.confirmByVillage>, 'tx' | 'params' | 'body' | 'decide'>;

async function confirm({ tx, params, body, decide }: ConfirmCall, party: Party) {
  const asset = await store.findAsset(tx, params);
  if (!asset) return refuse({ code: 'not_found' });
  const maker = party === 'township' ? { makerId: asset.recordedBy } : {};
  const refused = decide(`asset.confirm_${party}`, { place: asset.place, ...maker });
  if (refused) return refuse(refused.code === 'own_work' ? { code: 'asset_two_people' } : refused);
  if (asset.leftOn !== null) return refuse({ code: 'asset_left' });
  try {
    if (!(await store.confirmAsset(tx, asset, { ...body, party }))) return refuse({ code: 'stale' });
  } catch (error) {
    if (isUniqueViolation(error, 'asset_confirmation_party')) return refuse({ code: 'asset_confirmed_already' });
    if (isUniqueViolation(error, 'asset_confirmation_person')) return refuse({ code: 'asset_two_people' });
    throw error;
  }
  const today = todayInShanghai(tx.now);
  const { villageOn, townshipOn } = asset;
  const confirmed = party === 'village' ? { villageOn: today, townshipOn } : { villageOn, townshipOn: today };
  return ok({ confirmation: confirmationState(confirmed) });
}

/** Days within which both parties confirm what was listed or changed. */
async function confirmationDays(tx: Tx): Promise<number> {
  return (await findParameter(tx, 'asset_confirmation_days', todayInShanghai(tx.now)))?.value ?? 30;
}

function checkFields(tx: Tx, fields: contract.AssetFields & { readonly listedOn: string }): Result<true, Refusal> {
  if (fields.boundary !== null) {
    const drawn = parseBoundary(fields.boundary);
    if (!drawn.ok) return drawn;
  }
  return proposeAsset(fields, todayInShanghai(tx.now));
}

async function unlessNumberKnown<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'asset_county_place_number_key')) {
      return refuse({ code: 'asset_number_known', field: 'number' });
    }
    throw error;
  }
}

export const routes: readonly Handler[] = [...assetRoutes, ...leaseRoutes, ...surveyRoutes, ...sheetRoutes];
