import { sql } from 'kysely';
import type { RecordKey } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { AssetView } from './contract.ts';

/** Who confirmed the present state of an asset, in the order of the days. */
export async function listConfirmations(tx: Tx, asset: RecordKey): Promise<AssetView['confirmations']> {
  const { rows } = await sql<AssetView['confirmations'][number]>`
    select c.party, c.confirmed_on, coalesce(u.name, '') as by, c.note
    from asset as a join asset_confirmation as c on c.county = a.county and c.asset_id = a.id and c.asset_revision = a.revision
    left join account as u on u.id = c.recorded_by
    where a.county = ${asset.county} and a.id = ${asset.id} order by c.recorded_at`.execute(tx.db);
  return rows;
}

/** The contracts of an asset, the latest first. */
export async function listContractLines(tx: Tx, asset: RecordKey): Promise<AssetView['contracts']> {
  const { rows } = await sql<AssetView['contracts'][number]>`
    select id, number, tenant_name, starts_on, through_on, closed_on, rent_fen from asset_contract
    where county = ${asset.county} and asset_id = ${asset.id} order by starts_on desc limit 100`.execute(tx.db);
  return rows;
}

/** The yearly checks of an asset, the latest first. */
export async function listCheckLines(tx: Tx, asset: RecordKey): Promise<AssetView['checks']> {
  const { rows } = await sql<AssetView['checks'][number]>`
    select year, opening_fen, increase_fen, decrease_fen, closing_fen, opening_mu, closing_mu, finding, cause from asset_check
    where county = ${asset.county} and asset_id = ${asset.id} order by year desc limit 100`.execute(tx.db);
  return rows;
}
