import { createHash } from 'node:crypto';
import type { CheckedRow } from './check.ts';
import type { CellError, SheetSpec, ValuesOf } from './model.ts';

export interface ValidRow<S extends SheetSpec> {
  readonly rowNumber: number;
  readonly values: ValuesOf<S>;
}

/** What is to become of one good row. `key` of an error may be left out for an error of the whole row. */
export type Decision =
  | { readonly action: 'insert' | 'update' | 'unchanged' }
  | { readonly action: 'reject'; readonly errors: readonly RowError[] };

export type RowError = Pick<CellError, 'code' | 'values'> & { readonly key?: string };

export interface AcceptedRow<S extends SheetSpec> extends ValidRow<S> {
  readonly action: 'insert' | 'update';
}

export interface ImportRun<S extends SheetSpec> {
  readonly spec: S;
  readonly rows: AsyncIterable<CheckedRow<S>> | Iterable<CheckedRow<S>>;
  /** Called with the good rows of a batch before they are decided: one query for all of them instead of one each. */
  readonly prepare?: (rows: readonly ValidRow<S>[]) => Promise<void> | void;
  readonly decide: (row: ValidRow<S>) => Decision | Promise<Decision>;
  /** Called with the rows of a batch to insert or update; left out in a dry run. */
  readonly apply?: (rows: readonly AcceptedRow<S>[]) => Promise<void> | void;
  /** Rows per batch. */
  readonly batchRows?: number;
}

export interface ImportPlan {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** in the order of rows; the first {@link MAX_KEPT_ERRORS} */
  readonly errors: readonly CellError[];
  readonly errorCount: number;
}

/** Beyond these nobody corrects cell by cell. */
export const MAX_KEPT_ERRORS = 100_000;
const DEFAULT_BATCH_ROWS = 250;

/**
 * Runs an import: the same run is a rehearsal without `apply` and the real thing with it. Rows with errors are counted
 * as rejected and never decided. Nothing is kept of a row once its batch is done.
 */
export async function planImport<S extends SheetSpec>(run: ImportRun<S>): Promise<ImportPlan> {
  const counts = { insert: 0, update: 0, unchanged: 0, reject: 0 };
  const errors: CellError[] = [];
  let errorCount = 0;
  const reject = (found: readonly CellError[]): void => {
    counts.reject += 1;
    errorCount += found.length;
    for (const error of found) if (errors.length < MAX_KEPT_ERRORS) errors.push(error);
  };
  for await (const batch of batches(run.rows, run.batchRows ?? DEFAULT_BATCH_ROWS)) {
    await run.prepare?.(batch.flatMap(toValid));
    const accepted: AcceptedRow<S>[] = [];
    for (const row of batch) {
      const [valid] = toValid(row);
      const decision = valid === undefined ? undefined : await run.decide(valid);
      if (valid === undefined || decision === undefined) reject(row.errors);
      else if (decision.action === 'reject') reject(decision.errors.map((error) => placed(error, row.rowNumber)));
      else {
        counts[decision.action] += 1;
        if (decision.action !== 'unchanged') accepted.push({ ...valid, action: decision.action });
      }
    }
    if (accepted.length > 0) await run.apply?.(accepted);
  }
  const { insert, update, unchanged, reject: rejected } = counts;
  return { inserted: insert, updated: update, unchanged, rejected, errors, errorCount };
}

/** SHA-256 of a file in hex: the same file sent again is recognised before it is read. */
export function digestOfFile(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function toValid<S extends SheetSpec>({ rowNumber, values }: CheckedRow<S>): ValidRow<S>[] {
  return values === undefined ? [] : [{ rowNumber, values }];
}

function placed({ key = '', code, values }: RowError, rowNumber: number): CellError {
  return { rowNumber, key, code, ...(values === undefined ? {} : { values }) };
}

async function* batches<T>(rows: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
