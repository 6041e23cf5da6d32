import { expectManyRows } from '../../platform/db/bulk.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { digestOfFile } from '../../platform/sheets/import.ts';
import type { SheetRow } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import type { HomeProposal, ImportRow, RowFault } from './import-rules.ts';
import { applyBatch, proposeBatch, recordImport } from './import-store.ts';
import { type ReadRow, rowReader } from './intake-row-store.ts';
import { findImport, listVillages } from './known-store.ts';
import { householdSheet } from './sheet-contract.ts';

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

const batchRows = 500;

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
  const outcome = await takeRows(tx, order, reading.value.rows());
  if (outcome.inserted + outcome.updated + outcome.unchanged + outcome.rejected === 0)
    return refuse({ code: 'import_empty', field: 'file' });
  if (order.mode === 'check') return ok(outcome);
  if (order.mode === 'all' && outcome.rejected > 0) {
    return refuse({ code: 'import_rejected', field: 'file', values: { count: outcome.rejected } });
  }
  await recordImport(tx, { place, contentHash, name: order.fileName }, outcome);
  return ok(outcome);
}

async function takeRows(tx: Tx, order: ImportOrder, rows: AsyncIterable<SheetRow>): Promise<ImportOutcome> {
  const today = todayInShanghai(tx.now);
  const run = new Run(tx, { mode: order.mode, joinedOn: order.joinedOn ?? today });
  if (order.mode !== 'check') await expectManyRows(tx);
  const read = rowReader(tx, { villages: await listVillages(tx), today });
  try {
    for await (const row of rows) await run.take(read(row));
    return await run.finish();
  } finally {
    await run.rest();
  }
}

/**
 * Gathers rows into batches that end with a household, decides them and, where it writes, writes them. While the
 * database works on one batch the next one is read; two are never under way at once, since the second has to find what
 * the first wrote.
 */
class Run {
  readonly #tx: Tx;
  readonly #order: { readonly mode: ImportOrder['mode']; readonly joinedOn: string };
  readonly #faults: RowFault[] = [];
  readonly #planned = new Set<string>();
  #batch: ImportRow[] = [];
  #underWay: Promise<void> = Promise.resolve();
  #rows = 0;
  #inserted = 0;
  #unchanged = 0;

  constructor(tx: Tx, order: { readonly mode: ImportOrder['mode']; readonly joinedOn: string }) {
    this.#tx = tx;
    this.#order = order;
  }

  async take(read: ReadRow): Promise<void> {
    this.#rows += 1;
    if ('faults' in read) {
      this.#faults.push(...read.faults);
      return;
    }
    const last = this.#batch.at(-1);
    const sameHome = last?.place === read.row.place && last.number === read.row.number;
    if (this.#batch.length >= batchRows && !sameHome) await this.#handOver();
    this.#batch.push(read.row);
  }

  async finish(): Promise<ImportOutcome> {
    await this.#handOver();
    await this.#underWay;
    const rejected = new Set(this.#faults.map((fault) => fault.rowNumber)).size;
    const updated = this.#rows - rejected - this.#inserted - this.#unchanged;
    const faults = this.#faults.toSorted((a, b) => a.rowNumber - b.rowNumber);
    return { inserted: this.#inserted, updated, unchanged: this.#unchanged, rejected, faults };
  }

  /** Nothing is sent any more, however it ended: what came later would no longer stand in the transaction. */
  async rest(): Promise<void> {
    await this.#underWay.catch(() => undefined);
  }

  async #handOver(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    await this.#underWay;
    this.#underWay = this.#settle(batch);
    // a failure is met by whoever waits for it next, not by the process
    this.#underWay.catch(() => undefined);
  }

  async #settle(batch: readonly ImportRow[]): Promise<void> {
    if (batch.length === 0) return;
    const proposals = await proposeBatch(this.#tx, batch, this.#planned);
    for (const { unchanged, faults } of proposals) {
      this.#unchanged += unchanged.length;
      this.#faults.push(...faults);
    }
    const { mode, joinedOn } = this.#order;
    // where it is all or nothing, it is nothing since the first fault
    const writes = mode === 'good' || (mode === 'all' && this.#faults.length === 0);
    if (!writes) return this.#plan(proposals);
    const { inserted, faults } = await applyBatch(this.#tx, proposals, joinedOn);
    this.#inserted += inserted;
    this.#faults.push(...faults);
  }

  #plan(proposals: readonly HomeProposal[]): void {
    for (const { place, number, known, inserts } of proposals) {
      this.#inserted += inserts.length;
      if (known === undefined && inserts.length > 0) this.#planned.add(`${place}:${number}`);
    }
  }
}
