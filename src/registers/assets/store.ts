import { sql } from 'kysely';
import {
  markMonth,
  type NewRow,
  type RecordKey,
  record,
  recordMany,
  revise,
  withdraw,
} from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { spellTitle } from '../../platform/spelling.ts';
import type { AssetFields } from './contract.ts';
import type { Confirmations, Party } from './rules.ts';

/** What acts on an asset have to know about it. */
export interface AssetHead extends Confirmations {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly number: string;
  readonly name: string;
  readonly listedOn: string;
  readonly leftOn: string | null;
  readonly revision: number;
  /** who wrote the present state */
  readonly recordedBy: string;
  readonly isLet: boolean;
  /** in a contract or a yearly check: it can no longer be voided */
  readonly isInUse: boolean;
}

export async function findAsset(tx: Tx, key: RecordKey): Promise<AssetHead | undefined> {
  const { rows } = await sql<AssetHead>`
    select a.county, a.id, a.place, a.number, a.name, a.listed_on, a.left_on, a.revision, a.recorded_by,
      exists (select from asset_contract as c where c.county = a.county and c.asset_id = a.id and c.closed_on is null) as is_let,
      exists (select from asset_contract as c where c.county = a.county and c.asset_id = a.id)
        or exists (select from asset_check as k where k.county = a.county and k.asset_id = a.id) as is_in_use,
      (select confirmed_on from asset_confirmation as c where c.county = a.county and c.asset_id = a.id
        and c.asset_revision = a.revision and c.party = 'village') as village_on,
      (select confirmed_on from asset_confirmation as c where c.county = a.county and c.asset_id = a.id
        and c.asset_revision = a.revision and c.party = 'township') as township_on
    from asset as a where a.county = ${key.county} and a.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export async function recordAsset(
  tx: Tx,
  row: { readonly county: number; readonly id: string; readonly place: number },
  fields: AssetFields & { readonly listedOn: string },
): Promise<void> {
  await record(tx, 'asset', withLetters({ ...row, ...assetColumns(fields), listed_on: fields.listedOn }));
}

/** Many at once, in the columns of the table. */
export async function recordAssets(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  await recordMany(tx, 'asset', rows.map(withLetters));
}

/** False when somebody changed it meanwhile. The confirmations of the state before no longer count, from today on. */
export async function correctAsset(
  tx: Tx,
  asset: AssetHead,
  change: { readonly revision: number; readonly fields: AssetFields; readonly reason: string },
): Promise<boolean> {
  const { listedOn } = change.fields;
  const set = { ...assetColumns(change.fields), ...(listedOn === undefined ? {} : { listed_on: listedOn }) };
  return reviseAsset(tx, asset, { revision: change.revision, set, reason: change.reason });
}

export async function leaveAsset(
  tx: Tx,
  asset: AssetHead,
  change: {
    readonly revision: number;
    readonly leftOn: string;
    readonly leftKind: string;
    readonly leftDocument: string | null;
    readonly reason: string;
  },
): Promise<boolean> {
  const { revision, reason } = change;
  const set = { left_on: change.leftOn, left_kind: change.leftKind, left_document: change.leftDocument };
  return reviseAsset(tx, asset, { revision, set, reason });
}

/** Writes a new state of an asset; figures of confirmed assets move on the day on which it is written. */
export async function reviseAsset(
  tx: Tx,
  { county, id, place }: { readonly county: number; readonly id: string; readonly place: number },
  change: { readonly revision: number; readonly set: Row; readonly reason: string },
): Promise<boolean> {
  const key = { county, id, revision: change.revision };
  const images = await revise(tx, 'asset', { key, set: withLetters(change.set), reason: change.reason });
  if (images) markMonth(tx, place, todayInShanghai(tx.now));
  return images !== undefined;
}

export async function withdrawAsset(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'asset', { key, reason })) !== undefined;
}

/** The columns of the fields, in snake_case; the day on the list is left to the caller. */
function assetColumns(fields: AssetFields): Row {
  return {
    number: fields.number,
    name: fields.name,
    class: fields.class,
    kind: fields.kind,
    location: fields.location,
    bounds: fields.bounds,
    boundary: fields.boundary,
    book_area_mu: fields.bookAreaMu,
    area_mu: fields.areaMu,
    quantity: fields.quantity,
    unit: fields.unit,
    book_value_fen: fields.bookValueFen,
    verified_value_fen: fields.verifiedValueFen,
    acquired_on: fields.acquiredOn,
    use_state: fields.useState,
    claim_state: fields.claimState,
    certificate_number: fields.certificateNumber,
    poverty_project: fields.povertyProject,
    funding_source: fields.fundingSource,
    funding_document: fields.fundingDocument,
    project_name: fields.projectName,
    known_by: fields.knownBy,
    note: fields.note,
  };
}

/** A row with what people type to find its name, where it has one. */
function withLetters<R extends Row>(row: R): R {
  if (typeof row.name !== 'string') return row;
  return { ...row, ...spellTitle(row.name) };
}

/** One more than the highest number of digits in the village, as wide as that one. */
export async function findNextNumber(tx: Tx, place: number): Promise<string> {
  const { rows } = await sql<{ highest: string | null; width: number | null }>`
    select max(number::numeric)::text as highest, max(length(number)) as width
    from asset where place = ${place} and number ~ '^[0-9]{1,12}$'`.execute(tx.db);
  return String(Number(rows[0]?.highest ?? 0) + 1).padStart(rows[0]?.width ?? 3, '0');
}

/** Whether the code is a village that stands today. */
export async function isOpenVillage(tx: Tx, place: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 from place where code = ${place} and level = 'village' and ends_on is null`.execute(tx.db);
  return rows.length > 0;
}

/**
 * Confirms exactly one state of a record for a party. False where the record has another state by now; a second
 * confirmation by the party or by the same person meets a unique key, by the township's own writer a check.
 */
export async function confirmAsset(
  tx: Tx,
  asset: AssetHead,
  confirmation: { readonly id: string; readonly revision: number; readonly party: Party; readonly note: string | null },
): Promise<boolean> {
  const { id, revision, party, note } = confirmation;
  const today = todayInShanghai(tx.now);
  const { rows } = await sql<{ place: number }>`
    insert into asset_confirmation (county, id, place, asset_id, asset_revision, party, confirmed_on, made_by, note, recorded_at,
      recorded_by)
    select a.county, ${id}::uuid, a.place, a.id, a.revision, ${party}::text, ${today}::date, a.recorded_by, ${note}::text,
      ${tx.now}::timestamptz, ${tx.actor.accountId}::uuid
    from asset as a where a.county = ${asset.county} and a.id = ${asset.id} and a.revision = ${revision} and a.left_on is null
    returning place`.execute(tx.db);
  if (rows.length === 0) return false;
  tx.trail.push({ table: 'asset', county: asset.county, place: asset.place, id: asset.id, note: { party, revision } });
  markMonth(tx, asset.place, today);
  return true;
}
