import { sql } from 'kysely';
import type { NewRow } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import type { AssetCells, KnownFields } from './import-rules.ts';
import { recordAssets, reviseAsset } from './store.ts';

/** The villages of the range that stand today: code by code, and by a name that only one of them bears. */
export interface Villages {
  readonly codes: ReadonlySet<number>;
  /** undefined for a name that several bear */
  readonly byName: ReadonlyMap<string, number | undefined>;
}

export async function listVillages(tx: Tx): Promise<Villages> {
  const { lo = 0, hi = -1 } = tx.actor.range ?? {};
  const { rows } = await sql<{ code: number; name: string; nameOfficial: string }>`
    select code, name, name_official from place
    where level = 'village' and code between ${lo} and ${hi} and ends_on is null limit 20000`.execute(tx.db);
  const byName = new Map<string, number | undefined>();
  for (const { code, name, nameOfficial } of rows) {
    for (const one of new Set([name, nameOfficial])) byName.set(one, byName.has(one) ? undefined : code);
  }
  return { codes: new Set(rows.map((row) => row.code)), byName };
}

export interface KnownAsset {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly revision: number;
  readonly leftOn: string | null;
  readonly fields: KnownFields;
}

const fieldColumns = [
  'number',
  'name',
  'class',
  'kind',
  'location',
  'bounds',
  'bookAreaMu',
  'areaMu',
  'quantity',
  'unit',
  'bookValueFen',
  'verifiedValueFen',
  'acquiredOn',
  'useState',
  'claimState',
  'certificateNumber',
  'povertyProject',
  'fundingSource',
  'fundingDocument',
  'projectName',
  'knownBy',
  'note',
  'listedOn',
] as const;

/** The assets of these numbers, by `place:number`. */
export async function findKnownAssets(
  tx: Tx,
  wanted: readonly { readonly place: number; readonly number: string }[],
): Promise<ReadonlyMap<string, KnownAsset>> {
  const { rows } = await sql<Omit<KnownAsset, 'fields'> & KnownFields>`
    select a.county, a.id, a.place, a.revision, a.left_on, ${sql.join(fieldColumns.map((key) => sql.ref(`a.${key}`)))}
    from unnest(${wanted.map((one) => one.place)}::bigint[], ${wanted.map((one) => one.number)}::text[]) as w (place, number)
    join asset as a on a.county = w.place / 1000000 and a.place = w.place and a.number = w.number`.execute(tx.db);
  return new Map(
    rows.map(({ county, id, place, revision, leftOn, ...row }) => [
      `${place}:${String(row.number)}`,
      { county, id, place, revision, leftOn, fields: row },
    ]),
  );
}

export async function insertAssets(
  tx: Tx,
  assets: readonly { readonly place: number; readonly fields: KnownFields }[],
): Promise<void> {
  const rows = assets.map(
    ({ place, fields }): NewRow => ({
      county: Math.floor(place / 1_000_000),
      id: newRecordId(tx),
      place,
      ...toColumns(fields),
    }),
  );
  await recordAssets(tx, rows);
}

/** Writes what a sheet changes; somebody who was faster makes the whole act a conflict. */
export async function updateAsset(tx: Tx, known: KnownAsset, changed: AssetCells): Promise<void> {
  const set = toColumns(changed);
  const done = await reviseAsset(tx, known, { revision: known.revision, set, reason: 'import' });
  if (!done) throw Object.assign(new Error('an asset changed during the import'), { code: '40001' });
}

/** Whether this very file went in whole before, with how many rows. */
export async function findImport(tx: Tx, place: number, contentHash: string): Promise<number | undefined> {
  const { rows } = await sql<{ rows: number }>`
    select inserted + updated + unchanged as rows from asset_import
    where county = ${Math.floor(place / 1_000_000)} and place = ${place} and content_hash = ${Buffer.from(contentHash, 'hex')}
      and rejected = 0`.execute(tx.db);
  return rows[0]?.rows;
}

export interface ImportCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** Notes the import; a file that goes in whole goes in once (a second one meets the unique index). */
export async function recordImport(
  tx: Tx,
  file: { readonly place: number; readonly contentHash: string; readonly name: string },
  counts: ImportCounts,
): Promise<void> {
  const { inserted, updated, unchanged, rejected } = counts;
  await sql`insert into asset_import (county, id, place, content_hash, file_name, inserted, updated, unchanged, rejected, recorded_at, recorded_by)
    values (${Math.floor(file.place / 1_000_000)}, ${newRecordId(tx)}, ${file.place}, ${Buffer.from(file.contentHash, 'hex')}, ${file.name.slice(0, 200)},
      ${inserted}, ${updated}, ${unchanged}, ${rejected}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
}

function toColumns(fields: object): Row {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
