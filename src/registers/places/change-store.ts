import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { KnownPlace, ProposedChange } from './change-rules.ts';
import { insertPlaces, markStale, renamePlace } from './import-store.ts';
import type { ChangeKind, PlaceChange } from './rules.ts';

/** A line of a recorded change. */
export interface StoredChange extends PlaceChange {
  readonly id: string;
  readonly changeId: string;
  /** the published name before, where the place keeps its code under a new name */
  readonly officialBefore: string | null;
  readonly documentNumber: string | null;
  readonly recordedAt: Date;
}

/** Changes that hold, in the order of their days; narrowed to the lines that name one place. */
export async function listChanges(tx: Tx, code?: number): Promise<readonly StoredChange[]> {
  let query = tx.db
    .selectFrom('placeChange')
    .select([
      'id',
      'changeId',
      'kind',
      'happenedOn',
      'fromCode',
      'toCode',
      'nameBefore',
      'nameAfter',
      'officialBefore',
      'documentNumber',
      'recordedAt',
    ])
    .where('withdrawnAt', 'is', null)
    .orderBy('happenedOn')
    .orderBy('id');
  if (code !== undefined) query = query.where((on) => on.or([on('fromCode', '=', code), on('toCode', '=', code)]));
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ChangeKind }));
}

/** All lines of one act, also when withdrawn before. */
export async function listChangeLines(tx: Tx, changeId: string): Promise<readonly StoredChange[]> {
  const rows = await listChanges(tx);
  return rows.filter((row) => row.changeId === changeId);
}

/** Writes a change: its lines, the places it opens and closes, the names it gives. */
export async function recordChange(
  tx: Tx,
  change: {
    id: string;
    documentNumber: string | null;
    happenedOn: string;
    proposed: ProposedChange;
    known: ReadonlyMap<number, KnownPlace>;
  },
): Promise<void> {
  const { id, documentNumber, happenedOn, proposed, known } = change;
  await insertPlaces(tx, proposed.opens);
  for (const { code, name } of proposed.renames) await renamePlace(tx, { code, name, nameOfficial: name });
  await setEnd(tx, proposed.closes, happenedOn);
  const stamps = { recordedAt: tx.now, recordedBy: tx.actor.accountId };
  const lines = proposed.lines.map((line) => ({
    ...line,
    id: newRecordId(tx),
    changeId: id,
    officialBefore: line.fromCode === line.toCode ? (known.get(line.fromCode)?.nameOfficial ?? null) : null,
    documentNumber,
    ...stamps,
  }));
  await tx.db.insertInto('placeChange').values(lines).execute();
  const [first] = lines;
  const place = first?.fromCode ?? 0;
  const after = { happenedOn, documentNumber, lines: proposed.lines };
  tx.trail.push({ table: 'place_change', county: Math.floor(place / 1_000_000), place, id, after });
}

/** Undoes a change that opened no place: closed places open again, renamed ones get their names back. */
export async function withdrawChange(tx: Tx, lines: readonly StoredChange[], reason: string): Promise<boolean> {
  const [first] = lines;
  if (!first) return false;
  const { numUpdatedRows } = await tx.db
    .updateTable('placeChange')
    .set({ withdrawnAt: tx.now, withdrawnBy: tx.actor.accountId, withdrawnReason: reason })
    .where('changeId', '=', first.changeId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== lines.length) return false;
  const survivors = new Set(lines.map((line) => line.toCode));
  await setEnd(
    tx,
    lines.map((line) => line.fromCode).filter((code) => !survivors.has(code)),
    null,
  );
  for (const { fromCode, toCode, nameBefore, nameAfter, officialBefore } of lines) {
    if (fromCode !== toCode || nameAfter === nameBefore) continue;
    await renamePlace(tx, { code: fromCode, name: nameBefore, nameOfficial: officialBefore ?? nameBefore });
  }
  for (const line of lines) markStale(tx, line.fromCode, line.happenedOn);
  const county = Math.floor(first.fromCode / 1_000_000);
  tx.trail.push({
    table: 'place_change',
    county,
    place: first.fromCode,
    id: first.changeId,
    before: { lines },
    after: { withdrawn: true },
  });
  return true;
}

async function setEnd(tx: Tx, codes: readonly number[], endsOn: string | null): Promise<void> {
  if (codes.length === 0) return;
  await tx.db
    .updateTable('place')
    .set({ endsOn })
    .where('code', 'in', [...codes])
    .execute();
  if (endsOn !== null) for (const code of codes) markStale(tx, code, endsOn);
}
