import type { Tx } from '../../platform/db/transact.ts';
import { normalizeName } from '../../platform/pure/names.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { parsePlace } from '../../platform/pure/place.ts';
import { checkResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { type Converters, rowChecker } from '../../platform/sheets/check.ts';
import { digestOfFile } from '../../platform/sheets/import.ts';
import type { SheetColumn, ValuesOf } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import type { Cells, HomeProposal, ImportRow, RowFault, SecretCell } from './import-rules.ts';
import { applyBatch, proposeBatch, recordImport } from './import-store.ts';
import { idNumberHash } from './key-store.ts';
import { findImport, listVillages, type Villages } from './known-store.ts';
import { isMasked, readCard, readPhone } from './rules.ts';
import { homeColumns, householdSheet, personColumns } from './sheet-contract.ts';

export interface ImportOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: Language;
  /** for new rows that state no date */
  readonly joinedOn?: string | undefined;
  /** `check` writes nothing; `all` takes everything or nothing; `good` takes the good rows and leaves the others */
  readonly mode: 'check' | 'all' | 'good';
}

export interface ImportOutcome {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly faults: readonly RowFault[];
}

/** Each update keeps both states in the trail; beyond this a file is imported in parts. */
export const mostUpdates = 5_000;
const batchRows = 1_000;

/**
 * Imports a workbook of households inside the act's transaction. The same file again changes nothing: it is known by its
 * content when it went in whole, and its rows are known by their numbers anyway.
 */
export async function runImport(tx: Tx, order: ImportOrder): Promise<Result<ImportOutcome, Refusal>> {
  const reading = await readRows(order.bytes, householdSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const place = tx.actor.range?.lo ?? 0;
  const contentHash = digestOfFile(order.bytes);
  const before = await findImport(tx, place, contentHash);
  if (before !== undefined) return ok({ inserted: 0, updated: 0, unchanged: before, rejected: 0, faults: [] });
  const today = todayInShanghai(tx.now);
  const run = new Run(tx, { write: order.mode !== 'check', joinedOn: order.joinedOn ?? today });
  const read = rowReader(tx, { villages: await listVillages(tx), today });
  for await (const row of reading.value.rows()) await run.take(read(row));
  const outcome = await run.finish();
  if (outcome.inserted + outcome.updated + outcome.unchanged + outcome.rejected === 0)
    return refuse({ code: 'import_empty', field: 'file' });
  if (order.mode === 'check') return ok(outcome);
  if (outcome.updated > mostUpdates) {
    return refuse({
      code: 'import_too_many_updates',
      field: 'file',
      values: { count: outcome.updated, most: mostUpdates },
    });
  }
  if (order.mode === 'all' && outcome.rejected > 0) {
    return refuse({ code: 'import_rejected', field: 'file', values: { count: outcome.rejected } });
  }
  await recordImport(tx, { place, contentHash, name: order.fileName }, outcome);
  return ok(outcome);
}

type Read = { readonly row: ImportRow } | { readonly faults: readonly RowFault[] };

/** Gathers rows into batches that end with a household, decides them and, where it writes, writes them. */
class Run {
  readonly #tx: Tx;
  readonly #options: { readonly write: boolean; readonly joinedOn: string };
  readonly #faults: RowFault[] = [];
  readonly #planned = new Set<string>();
  #batch: ImportRow[] = [];
  #rows = 0;
  #inserted = 0;
  #unchanged = 0;

  constructor(tx: Tx, options: { readonly write: boolean; readonly joinedOn: string }) {
    this.#tx = tx;
    this.#options = options;
  }

  async take(read: Read): Promise<void> {
    this.#rows += 1;
    if ('faults' in read) {
      this.#faults.push(...read.faults);
      return;
    }
    const last = this.#batch.at(-1);
    const sameHome = last?.place === read.row.place && last.number === read.row.number;
    if (this.#batch.length >= batchRows && !sameHome) await this.#settle();
    this.#batch.push(read.row);
  }

  async finish(): Promise<ImportOutcome> {
    await this.#settle();
    const rejected = new Set(this.#faults.map((fault) => fault.rowNumber)).size;
    const updated = this.#rows - rejected - this.#inserted - this.#unchanged;
    const faults = this.#faults.toSorted((a, b) => a.rowNumber - b.rowNumber);
    return { inserted: this.#inserted, updated, unchanged: this.#unchanged, rejected, faults };
  }

  async #settle(): Promise<void> {
    if (this.#batch.length === 0) return;
    const proposals = await proposeBatch(this.#tx, this.#batch, this.#planned);
    this.#batch = [];
    for (const proposal of proposals) this.#count(proposal);
    if (!this.#options.write) return;
    const lost = await applyBatch(this.#tx, proposals, this.#options.joinedOn);
    this.#inserted -= lost.length;
    this.#faults.push(...lost);
  }

  #count({ place, number, known, inserts, unchanged, faults }: HomeProposal): void {
    this.#inserted += inserts.length;
    this.#unchanged += unchanged.length;
    this.#faults.push(...faults);
    if (known === undefined && inserts.length > 0) this.#planned.add(`${place}:${number}`);
  }
}

/** Turns a row of the sheet into what the rules decide on: places, numbers and names checked, doubles named. */
function rowReader(tx: Tx, { villages, today }: { villages: Villages; today: LocalDate }) {
  const check = rowChecker(householdSheet, converters(villages, today));
  const seen = new Map<string, number>();
  const [sole] = villages.codes.size === 1 ? villages.codes : [];
  return (sheetRow: Parameters<typeof check>[0]): Read => {
    const { rowNumber, values, errors } = check(sheetRow);
    if (values === undefined) return { faults: errors };
    const fault = (key: string, { code, values: said }: Refusal): Read => ({
      faults: [{ rowNumber, key, code, ...(said ? { values: said } : {}) }],
    });
    const place = values.place === undefined ? sole : Number(values.place);
    if (place === undefined) return fault('place', { code: 'place_required' });
    const name = normalizeName(values.name);
    if (!name.ok) return fault('name', name.refusal);
    const home = homeCells(values);
    if (!home.ok) return fault(home.refusal.field ?? '', home.refusal);
    const idNumber = secret(tx, 'resident_id', values.idNumber);
    const other = idNumber.hash === undefined ? undefined : seen.get(idNumber.hash);
    if (other !== undefined) return fault('idNumber', { code: 'duplicate_row', values: { other } });
    if (idNumber.hash !== undefined) seen.set(idNumber.hash, rowNumber);
    const { phone, bankCard, joinedOn } = values;
    if (joinedOn !== undefined && joinedOn > today) return fault('joinedOn', { code: 'date_in_future' });
    return {
      row: {
        rowNumber,
        place,
        number: toCodeText(values.number),
        home: home.value,
        phone: phone === undefined ? undefined : secret(tx, 'phone', phone),
        bankCard: bankCard === undefined ? undefined : secret(tx, 'bank_card', bankCard),
        name: values.name,
        idNumber,
        relation: values.relation,
        person: personCells(values),
        joinedOn,
      },
    };
  };
}

function converters(villages: Villages, today: LocalDate): Converters {
  return {
    id(text, column) {
      if (isMasked(text)) return ok(text);
      return plainNumber(text, column, today);
    },
    place(text) {
      const named = villages.byName.get(text.trim());
      if (named !== undefined) return ok(String(named));
      if (villages.byName.has(text.trim())) return refuse({ code: 'place_ambiguous' });
      const code = parsePlace(text);
      return code.ok && villages.codes.has(code.value) ? ok(String(code.value)) : refuse({ code: 'place_unknown' });
    },
  };
}

function plainNumber(text: string, column: SheetColumn, today: LocalDate): Result<string, Refusal> {
  switch (column.key) {
    case 'idNumber': {
      const id = checkResidentId(text, today);
      return id.ok ? ok(id.value.normalized) : id;
    }
    case 'phone':
      return readPhone(text);
    case 'bankCard':
      return readCard(text);
    default:
      return ok(toCodeText(text));
  }
}

type Values = ValuesOf<typeof householdSheet>;

function homeCells(values: Values): Result<Cells, Refusal> {
  const cells: Record<string, string | number | boolean> = {};
  for (const key of homeColumns) {
    const value = values[key];
    if (value === undefined) continue;
    const kind = householdSheet.columns.find((column) => column.key === key)?.kind;
    if (kind === 'decimal') {
      const number = Number(value);
      const most = key === 'housingM2' ? 99_999 : 9_999_999;
      const inRange = number >= 0 && number <= most && /^\d+(\.\d{1,2})?$/.test(value);
      if (!inRange) return refuse({ code: 'number_out_of_range', field: key, values: { most } });
      cells[key] = number;
    } else cells[key] = kind === 'code' ? value === 'true' : value.trim();
  }
  return ok(cells);
}

function personCells(values: Values): Cells {
  const cells: Record<string, string | boolean> = {};
  for (const key of personColumns) {
    const value = values[key];
    if (value !== undefined) cells[key] = key.endsWith('Insured') ? value === 'true' : value;
  }
  return cells;
}

function secret(tx: Tx, kind: 'resident_id' | 'phone' | 'bank_card', text: string): SecretCell {
  if (isMasked(text)) return { text, hash: undefined };
  const hash = kind === 'resident_id' ? idNumberHash(tx, text) : tx.vault.fingerprint(kind, text);
  return { text, hash: hash.toString('hex') };
}
