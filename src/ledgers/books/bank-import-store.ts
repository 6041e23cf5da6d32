import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type NewRow, recordMany } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { parseDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { checkRows } from '../../platform/sheets/check.ts';
import { type Decision, type ImportPlan, planImport, type ValidRow } from '../../platform/sheets/import.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import { bankSheet } from './bank-sheet-contract.ts';
import type { BookRow } from './store.ts';

export interface BankImport {
  readonly code: string;
  readonly bytes: Uint8Array;
  readonly language: Language;
  /** `check` writes nothing; `all` takes everything or nothing; `good` leaves the rejected rows out */
  readonly mode: 'check' | 'all' | 'good';
}

type Row = ValidRow<typeof bankSheet>;

interface Line {
  readonly occurredOn: string;
  readonly amountFen: bigint;
  readonly balanceFen: bigint | null;
  readonly counterparty: string | null;
  readonly memo: string | null;
  readonly serial: string | null;
  readonly fingerprint: string;
}

/**
 * Takes the lines of a bank statement in. A line that is known already is left alone, so that the same file, or one that
 * overlaps, adds nothing twice; equal lines of one file are told apart by which of them each is.
 */
export async function importBankLines(tx: Tx, book: BookRow, order: BankImport): Promise<Result<ImportPlan, Refusal>> {
  const reading = await readRows(order.bytes, bankSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const known = await listFingerprints(tx, book, order.code);
  const seen = new Map<string, number>();
  const lines: Line[] = [];
  const setting = { today: todayInShanghai(tx.now), startsOn: book.startsOn };
  function decide(row: Row): Decision {
    const read = readLine(row, setting);
    if (!read.ok) return { action: 'reject', errors: [{ key: read.refusal.field ?? '', code: read.refusal.code }] };
    const text = JSON.stringify({
      ...read.value,
      amountFen: String(read.value.amountFen),
      balanceFen: String(read.value.balanceFen),
    });
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    const fingerprint = createHash('sha256').update(`${text} ${nth}`).digest('hex');
    if (known.has(fingerprint)) return { action: 'unchanged' };
    lines.push({ ...read.value, fingerprint });
    return { action: 'insert' };
  }
  const plan = await planImport({ spec: bankSheet, rows: checkRows(reading.value.rows(), bankSheet), decide });
  if (plan.inserted + plan.unchanged + plan.rejected === 0) return refuse({ code: 'bank_empty', field: 'file' });
  if (order.mode === 'check') return ok(plan);
  if (order.mode === 'all' && plan.rejected > 0)
    return refuse({ code: 'bank_rejected', field: 'file', values: { count: plan.rejected } });
  await recordLines(tx, book, { code: order.code, lines: inTime(lines) });
  return ok(plan);
}

async function listFingerprints(tx: Tx, book: BookRow, code: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ fingerprint: string }>`
    select fingerprint from bank_line
    where county = ${book.county} and book_id = ${book.id} and code = ${code}`.execute(tx.db);
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

function readLine(
  { values }: Row,
  { today, startsOn }: { readonly today: string; readonly startsOn: string },
): Result<Omit<Line, 'fingerprint'>, Refusal> {
  const day = parseDate(values.occurredOn.split(/[ T]/)[0] ?? '');
  if (!day.ok) return refuse({ code: 'date_format', field: 'occurredOn' });
  if (day.value > today) return refuse({ code: 'bank_in_future', field: 'occurredOn' });
  if (day.value < startsOn) return refuse({ code: 'bank_before_start', field: 'occurredOn' });
  const received = values.received ?? 0n;
  const paid = values.paid ?? 0n;
  if ((received === 0n) === (paid === 0n)) return refuse({ code: 'bank_sides', field: 'received' });
  return ok({
    ...{ occurredOn: day.value, amountFen: received - paid, balanceFen: values.balance ?? null },
    ...{ counterparty: values.counterparty ?? null, memo: values.memo ?? null, serial: values.serial ?? null },
  });
}

/** Some banks list the latest first. */
function inTime(lines: readonly Line[]): readonly Line[] {
  const [first, last] = [lines.at(0), lines.at(-1)];
  return first && last && first.occurredOn > last.occurredOn ? lines.toReversed() : lines;
}

async function recordLines(
  tx: Tx,
  { county, id: bookId, place, cooperativeId }: BookRow,
  { code, lines }: { readonly code: string; readonly lines: readonly Line[] },
): Promise<void> {
  const rows = lines.map((line, at) => ({
    // the order of the statement is that of the ids
    ...{
      county,
      id: newRecordId<'bank_line'>({ now: new Date(tx.now.getTime() + at) }),
      place,
      cooperative_id: cooperativeId,
    },
    ...{
      book_id: bookId,
      code,
      occurred_on: line.occurredOn,
      amount_fen: line.amountFen,
      balance_fen: line.balanceFen,
    },
    ...{ counterparty: line.counterparty, memo: line.memo, serial: line.serial, fingerprint: line.fingerprint },
  }));
  if (rows.length > 0) await recordMany(tx, 'bank_line', rows as NewRow[]);
}
