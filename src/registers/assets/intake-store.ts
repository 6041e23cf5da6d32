import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { parsePlace } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { type CheckedRow, type Converters, rowChecker } from '../../platform/sheets/check.ts';
import { digestOfFile, type ImportPlan, planImport, type ValidRow } from '../../platform/sheets/import.ts';
import type { CellError, SheetRow, ValuesOf } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import { type AssetCells, proposeRow, type RowProposal } from './import-rules.ts';
import {
  findImport,
  findKnownAssets,
  insertAssets,
  type KnownAsset,
  listVillages,
  recordImport,
  updateAsset,
  type Villages,
} from './import-store.ts';
import { assetSheet } from './sheet-contract.ts';

export interface ImportOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: Language;
  /** `check` writes nothing; `all` takes everything or nothing; `good` takes the good rows and leaves the others */
  readonly mode: 'check' | 'all' | 'good';
}

type Spec = typeof assetSheet;
type AssetRow = ValidRow<Spec>;

/** Each update keeps both states in the trail; beyond this a file is imported in parts. */
export const mostUpdates = 5_000;

/** Imports a workbook of assets inside the act's transaction. The same file again changes nothing. */
export async function runImport(tx: Tx, order: ImportOrder): Promise<Result<ImportPlan, Refusal>> {
  const reading = await readRows(order.bytes, assetSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const place = tx.actor.range?.lo ?? 0;
  const contentHash = digestOfFile(order.bytes);
  const before = await findImport(tx, place, contentHash);
  if (before !== undefined) return ok({ ...nothing, unchanged: before });
  const today = todayInShanghai(tx.now);
  const read = rowReader(await listVillages(tx));
  const plan = await planImport({
    spec: assetSheet,
    rows: readAll(reading.value.rows(), read),
    ...steps(tx, today, order.mode !== 'check'),
  });
  const refused = outcomeOf(plan, order.mode);
  if (refused) return refuse({ ...refused, field: 'file' });
  if (order.mode !== 'check') await recordImport(tx, { place, contentHash, name: order.fileName }, plan);
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

/** Looks up, decides and writes a batch at a time. */
function steps(tx: Tx, today: LocalDate, writes: boolean) {
  let known: ReadonlyMap<string, KnownAsset> = new Map();
  const proposals = new Map<number, RowProposal>();
  const keyOf = ({ values }: AssetRow) => `${values.place}:${values.number}`;
  async function apply(rows: readonly AssetRow[]): Promise<void> {
    const fresh = rows.flatMap((row) => {
      const proposal = proposals.get(row.rowNumber);
      return proposal?.action === 'insert' ? [{ place: Number(row.values.place), fields: proposal.fields }] : [];
    });
    await insertAssets(tx, fresh);
    for (const row of rows) {
      const asset = known.get(keyOf(row));
      const proposal = proposals.get(row.rowNumber);
      if (asset && proposal?.action === 'update') await updateAsset(tx, asset, proposal.changed);
    }
  }
  return {
    async prepare(rows: readonly AssetRow[]) {
      proposals.clear();
      known = await findKnownAssets(
        tx,
        rows.map(({ values }) => ({ place: Number(values.place), number: values.number })),
      );
    },
    decide(row: AssetRow) {
      const proposed = proposeRow(cellsOf(row.values), known.get(keyOf(row)), today);
      if (!proposed.ok) {
        const { code, field, values } = proposed.refusal;
        return {
          action: 'reject' as const,
          errors: [{ code, ...(field ? { key: field } : {}), ...(values ? { values } : {}) }],
        };
      }
      proposals.set(row.rowNumber, proposed.value);
      return { action: proposed.value.action };
    },
    ...(writes ? { apply } : {}),
  };
}

/** What the row says, as the columns hold it. */
function cellsOf({ place: _, ...values }: ValuesOf<Spec>): AssetCells {
  const cells: Record<string, string | number | bigint | boolean> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (key === 'povertyProject') cells[key] = value === 'true';
    else if (/Mu$|^quantity$/.test(key)) cells[key] = Number(value);
    else cells[key] = typeof value === 'string' ? value.trim() : value;
  }
  return cells;
}

type Read = (row: SheetRow) => CheckedRow<Spec>;

async function* readAll(rows: AsyncIterable<SheetRow>, read: Read): AsyncGenerator<CheckedRow<Spec>> {
  for await (const row of rows) yield read(row);
}

/** Checks cells, finds the village of a row, and names rows that speak of the same asset. */
function rowReader(villages: Villages): Read {
  const check = rowChecker(assetSheet, convertersOf(villages));
  const [sole] = villages.codes.size === 1 ? villages.codes : [];
  const seen = new Map<string, number>();
  return (row) => {
    const checked = check(row);
    const { rowNumber, values } = checked;
    if (values === undefined) return checked;
    const fault = (error: Omit<CellError, 'rowNumber'>) => ({
      rowNumber,
      values: undefined,
      errors: [{ rowNumber, ...error }],
    });
    const place = values.place ?? (sole === undefined ? undefined : String(sole));
    if (place === undefined) return fault({ key: 'place', code: 'place_required' });
    const key = `${place}:${values.number}`;
    const other = seen.get(key);
    if (other !== undefined) return fault({ key: 'number', code: 'duplicate_row', values: { other } });
    seen.set(key, rowNumber);
    return { rowNumber, values: { ...values, place }, errors: [] };
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
