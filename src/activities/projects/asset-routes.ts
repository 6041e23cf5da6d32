import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { findAsset, findNextNumber, recordAsset } from '../../registers/assets/public.ts';
import { holdOpen } from './draft-store.ts';
import * as contract from './step-contract.ts';
import { countProject, type ProjectRow } from './store.ts';
import * as work from './work-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.bookAsset, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const bar = dayBar(tx, body.handedOn);
    if (bar) return refuse(bar);
    const project = held.value;
    await enterAsset(tx, project, body);
    return link(tx, project, { ...body, assetName: body.name });
  }),

  handle(contract.linkAsset, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const bar = dayBar(tx, body.handedOn);
    if (bar) return refuse(bar);
    const asset = await findAsset(tx, { county: params.county, id: body.assetId });
    if (!asset || asset.leftOn !== null || asset.place !== held.value.place)
      return refuse({ code: 'not_found', field: 'assetId' });
    return link(tx, held.value, { ...body, assetName: asset.name });
  }),

  handle(contract.unlinkAsset, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const { county, linkId } = params;
    const found = (await work.listProjectAssets(tx, held.value)).find(({ id }) => id === linkId);
    if (!found) return refuse({ code: 'not_found' });
    const key = { county, id: linkId, revision: body.revision };
    if (!(await work.withdrawProjectAsset(tx, key, body.reason))) return refuse({ code: 'stale' });
    const counted = await countProject(tx, held.value, { assetBookedFen: -found.amountFen, reason: body.reason });
    return counted ? ok({ county, id: linkId }) : refuse({ code: 'stale' });
  }),
];

function dayBar(tx: Tx, handedOn: string): Refusal | undefined {
  return handedOn > todayInShanghai(tx.now) ? refusal('asset_in_future', 'handedOn') : undefined;
}

type BookBody = Parameters<Parameters<typeof handle<typeof contract.bookAsset>>[1]>[0]['body'];

/** Writes what was handed over into the asset register of the village, with the document it was paid from. */
async function enterAsset(tx: Tx, project: ProjectRow, body: BookBody): Promise<void> {
  const { county, place } = project;
  await recordAsset(
    tx,
    { county, id: body.assetId, place },
    {
      ...{ number: await findNextNumber(tx, place), name: body.name, class: 'operating', kind: body.kind },
      ...{ location: body.location, bounds: null, boundary: null, bookAreaMu: 0, areaMu: 0 },
      ...{ quantity: body.quantity, unit: body.unit, bookValueFen: body.amountFen, verifiedValueFen: null },
      ...{ acquiredOn: body.handedOn, useState: 'own_use', claimState: 'undisputed', certificateNumber: null },
      ...{ povertyProject: true, fundingSource: body.fundingSource, fundingDocument: body.fundingDocument },
      ...{ projectName: project.name, knownBy: 'contract', note: null, listedOn: body.handedOn },
    },
  );
}

async function link(
  tx: Tx,
  project: ProjectRow,
  handed: Omit<work.ProjectAssetRow, 'revision'>,
): Promise<Result<{ county: number; id: string }, Refusal>> {
  try {
    await work.recordProjectAsset(tx, project, handed);
  } catch (error) {
    if (isUniqueViolation(error, 'project_asset_once')) return refuse(refusal('project_asset_twice', 'assetId'));
    throw error;
  }
  const counted = await countProject(tx, project, { assetBookedFen: handed.amountFen, reason: 'handed over' });
  return counted ? ok({ county: project.county, id: handed.id }) : refuse({ code: 'stale' });
}
