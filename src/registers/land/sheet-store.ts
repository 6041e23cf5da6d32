import { sql } from 'kysely';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { parsePlace } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { type CheckedRow, type Converters, rowChecker } from '../../platform/sheets/check.ts';
import { digestOfFile, type ImportPlan, type ImportRun, planImport } from '../../platform/sheets/import.ts';
import type { SheetRow, SheetSpec } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';

export interface ImportOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: Language;
  /** `check` writes nothing; `all` takes everything or nothing; `good` takes the good rows and leaves the others */
  readonly mode: 'check' | 'all' | 'good';
}

/** How the rows of one kind of workbook are looked up, decided and written. */
export type ImportSteps<S extends SheetSpec> = Pick<ImportRun<S>, 'prepare' | 'decide' | 'apply'>;

export interface LandSheet<S extends SheetSpec> {
  readonly sheet: 'parcels' | 'transfers';
  readonly spec: S;
  readonly steps: (writes: boolean) => ImportSteps<S>;
}

/** Each update keeps both states in the trail; beyond this a file is imported in parts. */
export const mostUpdates = 5_000;

/** Imports a workbook inside the act's transaction. The same file again changes nothing. */
export async function runImport<S extends SheetSpec>(
  tx: Tx,
  { sheet, spec, steps }: LandSheet<S>,
  order: ImportOrder,
): Promise<Result<ImportPlan, Refusal>> {
  const reading = await readRows(order.bytes, spec, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const place = tx.actor.range?.lo ?? 0;
  const file = { place, sheet, contentHash: digestOfFile(order.bytes), name: order.fileName };
  const before = await findImport(tx, file);
  if (before !== undefined) return ok({ ...nothing, unchanged: before });
  const read = rowReader(spec, await listVillages(tx));
  const plan = await planImport<S>({
    spec,
    rows: readAll(reading.value.rows(), read),
    ...steps(order.mode !== 'check'),
  });
  const refused = outcomeOf(plan, order.mode);
  if (refused) return refuse({ ...refused, field: 'file' });
  if (order.mode !== 'check') await recordImport(tx, file, plan);
  return ok(plan);
}

const nothing: ImportPlan = { inserted: 0, updated: 0, unchanged: 0, rejected: 0, errors: [], errorCount: 0 };

function outcomeOf(plan: ImportPlan, mode: ImportOrder['mode']): Refusal | undefined {
  const { inserted, updated, unchanged, rejected } = plan;
  if (inserted + updated + unchanged + rejected === 0) return { code: 'import_empty' };
  if (mode === 'check') return undefined;
  if (updated > mostUpdates) return { code: 'import_too_many_updates', values: { count: updated, most: mostUpdates } };
  return mode === 'all' && rejected > 0 ? { code: 'import_rejected', values: { count: rejected } } : undefined;
}

/** The villages of the range that stand today: code by code, and by a name that only one of them bears. */
interface Villages {
  readonly codes: ReadonlySet<number>;
  /** undefined for a name that several bear */
  readonly byName: ReadonlyMap<string, number | undefined>;
}

async function listVillages(tx: Tx): Promise<Villages> {
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

type Read<S extends SheetSpec> = (row: SheetRow) => CheckedRow<S>;

async function* readAll<S extends SheetSpec>(rows: AsyncIterable<SheetRow>, read: Read<S>) {
  for await (const row of rows) yield read(row);
}

/** Checks cells, finds the village of a row, and names rows that speak of the same record. */
function rowReader<S extends SheetSpec>(spec: S, villages: Villages): Read<S> {
  const check = rowChecker(spec, convertersOf(villages));
  const [sole] = villages.codes.size === 1 ? villages.codes : [];
  const seen = new Map<string, number>();
  return (row) => {
    const checked = check(row);
    const { rowNumber } = checked;
    const values = checked.values as Readonly<Record<string, unknown>> | undefined;
    if (values === undefined) return checked;
    const fault = (error: { key: string; code: string; values?: Readonly<Record<string, number>> }) => {
      return { rowNumber, values: undefined, errors: [{ rowNumber, ...error }] };
    };
    const place = values.place ?? (sole === undefined ? undefined : String(sole));
    if (place === undefined) return fault({ key: 'place', code: 'place_required' });
    const key = `${String(place)}:${String(values.number)}`;
    const other = seen.get(key);
    if (other !== undefined) return fault({ key: 'number', code: 'duplicate_row', values: { other } });
    seen.set(key, rowNumber);
    return { rowNumber, values: { ...values, place }, errors: [] } as unknown as CheckedRow<S>;
  };
}

function convertersOf({ byName, codes }: Villages): Converters {
  return {
    id: (text) => ok(toCodeText(text)),
    place(text) {
      const named = byName.get(text.trim());
      if (named !== undefined) return ok(String(named));
      if (byName.has(text.trim())) return refuse({ code: 'place_ambiguous' });
      const code = parsePlace(text);
      return code.ok && codes.has(code.value) ? ok(String(code.value)) : refuse({ code: 'place_unknown' });
    },
  };
}

interface ImportedFile {
  readonly place: number;
  readonly sheet: string;
  readonly contentHash: string;
  readonly name: string;
}

/** Whether this very file went in whole before, with how many rows. */
async function findImport(tx: Tx, { place, sheet, contentHash }: ImportedFile): Promise<number | undefined> {
  const { rows } = await sql<{ rows: number }>`
    select inserted + updated + unchanged as rows from land_import
    where county = ${Math.floor(place / 1_000_000)} and place = ${place} and sheet = ${sheet}
      and content_hash = ${Buffer.from(contentHash, 'hex')} and rejected = 0`.execute(tx.db);
  return rows[0]?.rows;
}

/** Notes the import; a file that goes in whole goes in once (a second one meets the unique index). */
async function recordImport(tx: Tx, file: ImportedFile, counts: ImportPlan): Promise<void> {
  const { inserted, updated, unchanged, rejected } = counts;
  await sql`insert into land_import (county, id, place, sheet, content_hash, file_name, inserted, updated, unchanged, rejected, recorded_at, recorded_by)
    values (${Math.floor(file.place / 1_000_000)}, ${newRecordId(tx)}, ${file.place}, ${file.sheet},
      ${Buffer.from(file.contentHash, 'hex')}, ${file.name.slice(0, 200)}, ${inserted}, ${updated}, ${unchanged}, ${rejected},
      ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
}

/** A holder or taker as a sheet names it: a household by its number, a cooperative by its name. */
export interface NamedHolder {
  readonly kind: 'household' | 'cooperative';
  readonly place: number;
  readonly key: string;
}

/** The holders that rows name, by `kind:place:key`; a cooperative of another village of the range by its name alone. */
export async function findNamedHolders(
  tx: Tx,
  wanted: readonly NamedHolder[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const { rows } = await sql<NamedHolder & { id: string; name: string }>`
    with wanted as (
      select * from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ place }) => place)}::bigint[],
        ${wanted.map(({ key }) => key)}::text[]) as w (kind, place, key)
    )
    select w.kind, w.place, w.key, h.id, coalesce(r.name, h.number) as name from wanted as w
    join household as h on h.county = w.place / 1000000 and h.place = w.place and h.number = w.key and h.left_on is null
    left join resident as r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    where w.kind = 'household'
    union all
    select w.kind, w.place, w.key, c.id, c.name from wanted as w
    join cooperative as c on c.county = w.place / 1000000 and c.name = w.key and c.dissolved_on is null
    where w.kind = 'cooperative' order by 1, 2, 3, 4`.execute(tx.db);
  return new Map(rows.map(({ kind, place, key, id, name }) => [`${kind}:${place}:${key}`, { id, name }]));
}
